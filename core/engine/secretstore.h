// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/result.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace Costglass {

/// One place where secrets are kept, by account label. All calls answer once, from the event loop; destroying
/// \a context drops the answer. Failures are of kind Keychain.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<QByteArray>)>;
    using Done = std::function<void(Result<void>)>;

    using QObject::QObject;
    virtual void read(const QString &label, QObject *context, Answer answer) = 0;
    virtual void write(const QString &label, const QByteArray &secret, QObject *context, Done done) = 0;
    virtual void remove(const QString &label, QObject *context, Done done) = 0;
};

/// The places side by side: keyring (Secret Service), vault (a passphrase-protected file in the data folder) and
/// environment. Two data folders never share a secret: keyring entries carry the folder's id.
class Secrets : public QObject
{
    Q_OBJECT

public:
    explicit Secrets(QObject *parent = nullptr);

    void setStore(SecretPlace place, std::unique_ptr<SecretStore> store);
    SecretStore &at(SecretPlace place);

private:
    std::map<SecretPlace, std::unique_ptr<SecretStore>> m_stores;
};

} // namespace Costglass
