// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretstore.h"
#include "engine/storethread.h"

namespace Costglass {

/// Whether the account's vendor wants a secret; logs on disk want none, and a profile of AWS stands for one.
bool hasSecret(const Account &account);

/// Adds, changes and removes accounts together with their secrets, so that neither stays without the other. What was
/// begun is brought to its end even when whoever asked is gone. The ledger goes first: a taken name must not replace
/// the key of the account that has it.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    using Added = std::function<void(const Result<Account> &)>;
    using Done = std::function<void(const Result<void> &)>;

    AccountBook(StoreThread &ledger, Secrets &secrets, QObject *parent = nullptr);

    void add(const Account &account, const QByteArray &secret, const Added &done);
    /// A changed name or place takes the secret along. Whatever is changed, the account's last failure is forgotten,
    /// so that it is asked again.
    void update(const Account &account, const std::optional<QByteArray> &secret, const Done &done);
    void remove(const Account &account, bool keepHistory, const Done &done);

private:
    void save(const Account &account, const Done &done);
    void moveSecret(const Account &from, const Account &to, const std::optional<QByteArray> &secret,
                    const Done &done);
    void put(const Account &from, const Account &to, const QByteArray &secret, const Done &done);

    StoreThread &m_ledger;
    Secrets &m_secrets;
};

} // namespace Costglass
