// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretstore.h"

#include <QHash>

namespace Costglass {

/// Reads COSTGLASS_SECRET_<LABEL> each time and stores nothing.
class EnvironmentStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;
    void read(const QString &label, QObject *context, Answer answer) override;
    void write(const QString &label, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &label, QObject *context, Done done) override;
};

/// Keeps secrets for the life of the process: sample data and tests.
class MemoryStore : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;
    void read(const QString &label, QObject *context, Answer answer) override;
    void write(const QString &label, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &label, QObject *context, Done done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

/// Calls \a callback with \a result from the event loop, unless \a context is gone by then.
template<typename Callback, typename T>
void answerLater(QObject *context, Callback callback, T result)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), result = std::move(result)] { callback(result); },
        Qt::QueuedConnection);
}

} // namespace Costglass
