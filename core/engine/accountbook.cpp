// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountbook.h"

#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Engine)
};

bool isElsewhere(const Account &from, const Account &to)
{
    return from.label != to.label || from.secretPlace != to.secretPlace;
}

Result<Account> accountOf(Store &store, const Account &account)
{
    const auto accounts = store.accounts();
    if (!accounts)
        return std::unexpected(accounts.error());
    const auto known = std::find_if(accounts->begin(), accounts->end(),
                                    [&account](const Account &other) { return other.id == account.id; });
    if (known == accounts->end())
        return failure(Error::Kind::Config,
                       Texts::tr("There is no account “%1” any more.").arg(account.label));
    return *known;
}

/// Stores \a account and forgets its last failure: the try that failed does not count.
Result<void> saveAndForgive(Store &store, const Account &account)
{
    const auto updated = store.updateAccount(account);
    const auto states = store.feedStates();
    if (!updated || !states)
        return updated;
    for (FeedState state : *states) {
        if (state.account != account.id || !state.lastError)
            continue;
        state.lastError.reset();
        state.lastTriedAt = state.lastGoodAt;
        const auto forgiven = store.setFeedState(state);
        if (!forgiven)
            return forgiven;
    }
    return {};
}

} // namespace

bool hasSecret(const Account &account)
{
    if (!account.hasLogin())
        return false;
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (!vendor)
        return true;
    const VendorInfo &info = vendor->info();
    return !info.secretLabel.isEmpty() && account.settings.value(info.secretUnless).isEmpty();
}

AccountBook::AccountBook(StoreThread &ledger, Secrets &secrets, QObject *parent)
    : QObject(parent), m_ledger(ledger), m_secrets(secrets)
{
}

void AccountBook::add(const Account &account, const QByteArray &secret, const Added &done)
{
    const auto undo = [this, done](const Account &added, const Error &error) {
        m_ledger.run(
            this, [id = added.id](Store &store) { return store.removeAccount(id, false); },
            [done, error](const Result<void> &) { done(std::unexpected(error)); });
    };
    m_ledger.run(
        this, [account](Store &store) { return store.addAccount(account); },
        [this, secret, done, undo](const Result<Account> &added) {
            if (!added || !hasSecret(*added))
                return done(added);
            m_secrets.at(added->secretPlace)
                .write(added->label, secret, this, [done, undo, added](const Result<void> &kept) {
                    if (kept)
                        done(added);
                    else
                        undo(*added, kept.error());
                });
        });
}

void AccountBook::save(const Account &account, const Done &done)
{
    m_ledger.run(
        this, [account](Store &store) { return saveAndForgive(store, account); }, done);
}

void AccountBook::update(const Account &account, const std::optional<QByteArray> &secret, const Done &done)
{
    m_ledger.run(
        this, [account](Store &store) { return accountOf(store, account); },
        [this, account, secret, done](const Result<Account> &old) {
            if (!old)
                return done(std::unexpected(old.error()));
            save(account, [this, account, secret, done, old = *old](const Result<void> &saved) {
                if (!saved)
                    return done(saved);
                moveSecret(old, account, secret, [this, done, old](const Result<void> &moved) {
                    if (moved)
                        return done(moved);
                    save(old, [done, moved](const Result<void> &) { done(moved); });
                });
            });
        });
}

void AccountBook::moveSecret(const Account &from, const Account &to, const std::optional<QByteArray> &secret,
                             const Done &done)
{
    if (!hasSecret(to))
        return done({});
    if (secret)
        return put(from, to, *secret, done);
    if (!isElsewhere(from, to))
        return done({});
    m_secrets.at(from.secretPlace)
        .read(from.label, this, [this, from, to, done](const Result<QByteArray> &known) {
            if (known)
                put(from, to, *known, done);
            else
                done(std::unexpected(known.error()));
        });
}

void AccountBook::put(const Account &from, const Account &to, const QByteArray &secret, const Done &done)
{
    const auto removeOld = [this, from, done](const Result<QByteArray> &there) {
        if (!there)
            return done(std::unexpected(there.error()));
        m_secrets.at(from.secretPlace).remove(from.label, this, [done](const Result<void> &) { done({}); });
    };
    m_secrets.at(to.secretPlace)
        .write(to.label, secret, this, [this, from, to, done, removeOld](const Result<void> &kept) {
            if (!kept || !isElsewhere(from, to))
                return done(kept);
            // The environment keeps nothing: the old place is emptied only when the new one has the secret.
            m_secrets.at(to.secretPlace).read(to.label, this, removeOld);
        });
}

void AccountBook::remove(const Account &account, bool keepHistory, const Done &done)
{
    const auto removeAccount = [this, account, keepHistory, done](const Result<void> &) {
        m_ledger.run(
            this,
            [account, keepHistory](Store &store) { return store.removeAccount(account.id, keepHistory); },
            done);
    };
    if (!hasSecret(account))
        return removeAccount({});
    // A key that cannot be reached any more must not keep the account from going.
    m_secrets.at(account.secretPlace).remove(account.label, this, removeAccount);
}

} // namespace Costglass
