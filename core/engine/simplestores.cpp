// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/simplestores.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Secrets)
};

} // namespace

void EnvironmentStore::read(const QString &label, QObject *context, Answer answer)
{
    const QString variable = secretVariable(label);
    const QByteArray secret = qgetenv(variable.toLatin1().constData());
    Result<QByteArray> result = secret;
    if (secret.isEmpty()) {
        result = failure(Error::Kind::Keychain,
                         Texts::tr("The key of “%1” is not in the environment.").arg(label),
                         Texts::tr("Set %1 before starting Costglass.").arg(variable));
    }
    answerLater(context, std::move(answer), result);
}

void EnvironmentStore::write(const QString &, const QByteArray &, QObject *context, Done done)
{
    answerLater(context, std::move(done), Result<void>());
}

void EnvironmentStore::remove(const QString &, QObject *context, Done done)
{
    answerLater(context, std::move(done), Result<void>());
}

void MemoryStore::read(const QString &label, QObject *context, Answer answer)
{
    Result<QByteArray> result = m_secrets.value(label);
    if (!m_secrets.contains(label))
        result = failure(Error::Kind::Keychain, Texts::tr("There is no key for “%1”.").arg(label));
    answerLater(context, std::move(answer), result);
}

void MemoryStore::write(const QString &label, const QByteArray &secret, QObject *context, Done done)
{
    m_secrets.insert(label, secret);
    answerLater(context, std::move(done), Result<void>());
}

void MemoryStore::remove(const QString &label, QObject *context, Done done)
{
    m_secrets.remove(label);
    answerLater(context, std::move(done), Result<void>());
}

} // namespace Costglass
