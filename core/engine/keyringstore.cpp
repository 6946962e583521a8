// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/keyringstore.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingReply>
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

/// Tells \a finish whether the keyring has the entry but is locked: QtKeychain calls such an entry "not found", and
/// says that it removed it.
template<typename Finish>
void lookForLocked(const QString &service, const QString &label, int patienceMs, QObject *context,
                   Finish finish)
{
    QDBusMessage search = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"));
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> entry{{QStringLiteral("server"), service}, {QStringLiteral("user"), label}};
    search << QVariant::fromValue(entry);
    auto *call
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search, patienceMs), context);
    QObject::connect(call, &QDBusPendingCallWatcher::finished, context, [call, finish = std::move(finish)] {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found = *call;
        call->deleteLater();
        finish(found.isValid() && !found.argumentAt<1>().isEmpty());
    });
}

Error locked()
{
    return unusable(Texts::tr("The keyring is locked."));
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
    const auto handleMissing = [this, label, context, answer] {
        lookForLocked(m_service, label, m_patienceMs, context, [label, answer](bool isLocked) {
            answer(isLocked ? std::unexpected(locked())
                            : failure(Error::Kind::Keychain,
                                      Texts::tr("The keyring holds no key for “%1”.").arg(label),
                                      Texts::tr("Enter the key again.")));
        });
    };
    runJob(job, m_patienceMs, context, [answer, job, handleMissing](QKeychain::Job *done) {
        if (!done)
            return answer(std::unexpected(unanswered()));
        if (done->error() == QKeychain::EntryNotFound)
            return handleMissing();
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
    runJob(job, m_patienceMs, context, [this, label, context, done](QKeychain::Job *finished) {
        if (!finished)
            return done(std::unexpected(unanswered()));
        if (finished->error() != QKeychain::NoError && finished->error() != QKeychain::EntryNotFound)
            return done(outcome(*finished));
        lookForLocked(m_service, label, m_patienceMs, context,
                      [done](bool isLocked) { done(isLocked ? std::unexpected(locked()) : Result<void>()); });
    });
}

} // namespace Costglass
