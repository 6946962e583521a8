// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/reconcile.h"

#include "engine/spendforecast.h"
#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

/// The days whose figures of that feed the vendor changes no more.
Result<QList<DateRange>> wholeDays(Store &store, const Account &account, const VendorInfo &vendor, Feed feed)
{
    const QTimeZone zone = billingZone(vendor.id);
    auto whole = store.coverage(account.id, feed, vendor.trailingDays);
    const auto states = store.feedStates();
    if (!whole || !states)
        return std::unexpected(whole ? states.error() : whole.error());
    for (const FeedState &state : *states) {
        if (state.account != account.id || state.feed != feed || !state.completeTo)
            continue;
        for (DateRange &range : *whole)
            range.to = std::min(range.to, dayOf(*state.completeTo, zone));
    }
    return whole;
}

/// Tools have names of their own on the bill, and no model.
void nameAsOnTheBill(QList<Usage> &used, const VendorInfo &vendor)
{
    for (Usage &usage : used) {
        for (const BilledTool &tool : vendor.tools) {
            if (usage.at.service != tool.usage)
                continue;
            usage.at.service = tool.bill;
            usage.at.model = QString();
            break;
        }
    }
}

Result<std::optional<ReconciledAccount>> reconcileAccount(Store &store, const Account &account, Month month,
                                                          PriceBook &book)
{
    const VendorAdapter *adapter = findVendor(account.vendor);
    auto billed = store.billedSums(account.id, month.range());
    auto used = store.usageSums(account.id, month.range());
    if (!billed || !used)
        return std::unexpected(billed ? used.error() : billed.error());
    if (!adapter || (billed->isEmpty() && used->isEmpty()))
        return std::optional<ReconciledAccount>();
    if (used->isEmpty())
        return std::optional(ReconciledAccount{account, {}, false});
    const VendorInfo &vendor = adapter->info();
    for (const BilledTool &tool : vendor.tools)
        book.add(PriceAlias{.vendor = vendor.id, .name = tool.bill, .model = tool.listed});
    nameAsOnTheBill(*used, vendor);
    const auto billedWhole = wholeDays(store, account, vendor, Feed::Costs);
    // Some bills tell the use themselves.
    const Feed useFeed = vendor.feeds.contains(Feed::Usage) ? Feed::Usage : Feed::Costs;
    const auto usedWhole = wholeDays(store, account, vendor, useFeed);
    const auto currency = mainCurrency(store, month.range(), {{Dim::Account, account.label}});
    if (!currency)
        return std::unexpected(currency.error());
    if (!billedWhole || !usedWhole)
        return std::unexpected(billedWhole ? usedWhole.error() : billedWhole.error());
    const auto lines = reconcile(BillAndUse{.vendor = vendor.id,
                                            .currency = *currency,
                                            .billed = *billed,
                                            .used = *used,
                                            .billedWhole = *billedWhole,
                                            .usedWhole = *usedWhole},
                                 book);
    if (!lines)
        return std::unexpected(lines.error());
    return std::optional(ReconciledAccount{account, *lines});
}

} // namespace

Result<QList<ReconciledAccount>> reconcileMonth(Store &store, const QList<Account> &accounts, Month month,
                                                PriceBook book)
{
    QList<ReconciledAccount> reconciled;
    for (const Account &account : accounts) {
        auto one = reconcileAccount(store, account, month, book);
        if (!one)
            return std::unexpected(one.error());
        if (*one)
            reconciled.append(**std::move(one));
    }
    return reconciled;
}

} // namespace Costglass
