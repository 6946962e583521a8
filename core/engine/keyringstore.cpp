// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/keyringstore.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Keyring)
};

Error unusable(const QString &detail)
{
    return {Error::Kind::Keychain, detail,
            Texts::tr("Start or unlock the keyring, or keep the key in the passphrase vault (--secret-store "
                      "vault) or the "
                      "environment (--secret-store env).")};
}

/// Whether the keyring's default collection is locked: QtKeychain calls an entry of a locked one "not found".
bool isLocked()
{
    const QString service = QStringLiteral("org.freedesktop.secrets");
    QDBusInterface secrets(service, QStringLiteral("/org/freedesktop/secrets"),
                           QStringLiteral("org.freedesktop.Secret.Service"));
    const QDBusReply<QDBusObjectPath> collection
        = secrets.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
    if (!collection.isValid() || collection.value().path() == u"/")
        return false;
    return QDBusInterface(service, collection.value().path(),
                          QStringLiteral("org.freedesktop.Secret.Collection"))
        .property("Locked")
        .toBool();
}

Result<void> outcome(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return std::unexpected(unusable(Texts::tr("The keyring stays locked.")));
    default: // QtKeychain reports a missing service as one of several errors
        return std::unexpected(unusable(Texts::tr("There is no usable keyring on this desktop.")));
    }
}

/// Runs \a job with a limit on how long its answer may take; \a finish gets the job, or null when time is up.
template<typename Finish>
void runJob(QKeychain::Job *job, int patienceMs, QObject *context, Finish finish)
{
    job->setInsecureFallback(false);
    auto *guard = new QTimer(context);
    guard->setSingleShot(true);
    QObject::connect(guard, &QTimer::timeout, context, [guard, job, finish] {
        QObject::disconnect(job, nullptr, guard, nullptr);
        guard->deleteLater();
        finish(nullptr);
    });
    // The timer is the connection's context: when it is gone, so is the answer.
    QObject::connect(job, &QKeychain::Job::finished, guard, [guard, finish](QKeychain::Job *done) {
        guard->stop();
        guard->deleteLater();
        finish(done);
    });
    guard->start(patienceMs);
    job->start();
}

Error unanswered()
{
    return unusable(
        Texts::tr("The keyring has not answered; perhaps it waits for its password in another window."));
}

} // namespace

KeyringStore::KeyringStore(const QString &folderId, QObject *parent)
    : SecretStore(parent), m_service(QStringLiteral("Costglass-") + folderId)
{
}

void KeyringStore::read(const QString &label, QObject *context, Answer answer)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(label);
    runJob(job, m_patienceMs, context, [answer = std::move(answer), job, label](QKeychain::Job *done) {
        if (!done)
            return answer(std::unexpected(unanswered()));
        if (done->error() == QKeychain::EntryNotFound) {
            return answer(isLocked() ? Result<QByteArray>(
                              std::unexpected(unusable(Texts::tr("The keyring is locked."))))
                                     : failure(Error::Kind::Keychain,
                                               Texts::tr("The keyring holds no key for “%1”.").arg(label),
                                               Texts::tr("Enter the key again.")));
        }
        const auto result = outcome(*done);
        answer(result ? Result<QByteArray>(job->binaryData()) : std::unexpected(result.error()));
    });
}

void KeyringStore::write(const QString &label, const QByteArray &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(label);
    job->setBinaryData(secret);
    runJob(job, m_patienceMs, context, [done = std::move(done)](QKeychain::Job *finished) {
        done(finished ? outcome(*finished) : std::unexpected(unanswered()));
    });
}

void KeyringStore::remove(const QString &label, QObject *context, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(label);
    runJob(job, m_patienceMs, context, [done = std::move(done)](QKeychain::Job *finished) {
        if (finished && finished->error() == QKeychain::EntryNotFound)
            return done({});
        done(finished ? outcome(*finished) : std::unexpected(unanswered()));
    });
}

} // namespace Costglass
