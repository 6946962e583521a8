// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountstate.h"

#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

bool waitsForPerson(const Error &error)
{
    return !isTransient(error.kind) && error.kind != Error::Kind::Cancelled;
}

/// Where the vendor's costs come from: a vendor without a bill tells them by its balance.
Feed costFeed(const QString &vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    return !adapter || adapter->info().feeds.contains(Feed::Costs) ? Feed::Costs : Feed::Balance;
}

AccountState stateOf(const Account &account, const QList<FeedState> &feeds)
{
    AccountState state{.account = account};
    for (const FeedState &feed : feeds) {
        if (feed.account != account.id)
            continue;
        state.lastSync = std::max(state.lastSync, feed.lastGoodAt);
        if (feed.lastError)
            state.errors.append(*feed.lastError);
        if (feed.feed != costFeed(account.vendor) || !feed.completeTo)
            continue;
        state.completeTo = feed.completeTo;
        state.lastWholeDay = dayOf(*feed.completeTo, billingZone(account.vendor)).addDays(-1);
    }
    std::stable_partition(state.errors.begin(), state.errors.end(), waitsForPerson);
    return state;
}

} // namespace

bool AccountState::needsPerson() const
{
    return !account.paused && !errors.isEmpty() && waitsForPerson(errors.first());
}

bool AccountState::isLate(qint64 now) const
{
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (!vendor || !lastWholeDay)
        return false;
    constexpr qint64 Hour = 3600;
    constexpr qint64 Day = 24 * Hour;
    const qint64 nextEnds = dayStart(lastWholeDay->addDays(2), billingZone(account.vendor));
    return now > nextEnds + vendor->info().dataLagHours * Hour + Day;
}

Result<QList<AccountState>> accountStates(Store &store)
{
    const auto accounts = store.accounts();
    const auto feeds = store.feedStates();
    if (!accounts || !feeds)
        return std::unexpected(accounts ? feeds.error() : accounts.error());
    QList<AccountState> states;
    for (const Account &account : *accounts)
        states.append(stateOf(account, *feeds));
    return states;
}

} // namespace Costglass
