// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/spendforecast.h"

#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

constexpr int LongestHistory = 400;
constexpr int LongestLag = 7;

} // namespace

bool isSpend(ChargeKind kind)
{
    return kind != ChargeKind::Equivalent;
}

Result<Currency> mainCurrency(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where)
{
    const auto summary
        = store.summary({.days = days, .by = {Dim::Vendor}, .where = where, .kind = {}, .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    QMap<Currency, qint64> units;
    for (const SummaryRow &row : summary->rows) {
        if (row.cost && isSpend(*row.kind))
            units[row.cost->currency()] += row.cost->nanos() / Money::NanosPerUnit;
    }
    const auto largest = std::max_element(units.keyValueBegin(), units.keyValueEnd(),
                                          [](const auto &a, const auto &b) { return a.second < b.second; });
    return largest == units.keyValueEnd() ? Currency::usd() : largest->first;
}

Result<QList<Money>> dailySpend(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where,
                                Currency currency)
{
    QList<Money> daily(days.days(), Money::zero(currency));
    const auto summary
        = store.summary({.days = days, .by = {Dim::Day}, .where = where, .kind = {}, .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    for (const SummaryRow &row : summary->rows) {
        if (!row.cost || row.cost->currency() != currency || !isSpend(*row.kind))
            continue;
        Money &sum = daily[days.from.daysTo(QDate::fromString(row.keys[0], Qt::ISODate))];
        const auto more = sum.plus(*row.cost);
        if (!more)
            return std::unexpected(more.error());
        sum = *more;
    }
    return daily;
}

Result<QDate> wholeDaysEnd(Store &store, QDate today)
{
    const auto accounts = store.accounts();
    const auto states = store.feedStates();
    if (!accounts || !states)
        return std::unexpected(accounts ? states.error() : accounts.error());
    QDate end = today;
    for (const FeedState &state : *states) {
        const auto account = std::find_if(accounts->begin(), accounts->end(),
                                          [&](const Account &one) { return one.id == state.account; });
        if (account == accounts->end() || account->paused || state.feed != Feed::Costs || !state.completeTo)
            continue;
        const VendorAdapter *vendor = findVendor(account->vendor);
        const QTimeZone zone
            = zoneById(vendor ? vendor->info().billingZone : "UTC").value_or(QTimeZone::utc());
        const QDate complete = dayOf(*state.completeTo, zone);
        if (complete >= today.addDays(-LongestLag))
            end = std::min(end, complete);
    }
    return end;
}

Result<std::optional<Forecast>> forecastSpend(Store &store, const QList<QPair<Dim, QString>> &where,
                                              Currency currency, QDate today)
{
    const auto extent = store.extent();
    const auto end = wholeDaysEnd(store, today);
    if (!extent || !end)
        return std::unexpected(extent ? end.error() : extent.error());
    if (extent->isEmpty())
        return std::optional<Forecast>();
    const DateRange days{std::max(extent->from, today.addDays(-LongestHistory)), today.addDays(1)};
    auto daily = dailySpend(store, days, where, currency);
    if (!daily)
        return std::unexpected(daily.error());
    const qsizetype whole = qBound<qint64>(0, days.from.daysTo(*end), daily->size());
    return forecastMonth(days.from, daily->mid(0, whole), today, daily->mid(whole));
}

} // namespace Costglass
