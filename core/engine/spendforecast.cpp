// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/spendforecast.h"

#include "engine/accountstate.h"

#include <algorithm>
#include <map>

namespace Costglass {

namespace {

constexpr int LongestHistory = 400;
constexpr int LongestLag = 7;

/// What was spent: day by day, whole ones first.
struct History
{
    QDate firstDay = {};
    QList<Money> whole = {};
    QList<Money> since = {}; ///< up to today
};

/// From \a earliest or the ledger's first day on; empty when there is nothing.
Result<History> historyOf(Store &store, QDate earliest, const QList<QPair<Dim, QString>> &where,
                          Currency currency, QDate today)
{
    const auto extent = store.extent();
    const auto end = wholeDaysEnd(store, today);
    if (!extent || !end)
        return std::unexpected(extent ? end.error() : extent.error());
    if (extent->isEmpty())
        return History{};
    const DateRange days{std::max(extent->from, earliest), today.addDays(1)};
    const auto daily = dailySpend(store, days, where, currency);
    if (!daily)
        return std::unexpected(daily.error());
    const qsizetype whole = qBound<qint64>(0, days.from.daysTo(*end), daily->size());
    return History{days.from, daily->mid(0, whole), daily->mid(whole)};
}

} // namespace

bool isSpend(ChargeKind kind)
{
    return kind != ChargeKind::Equivalent;
}

Result<std::optional<Currency>> mainCurrency(const QList<SummaryRow> &rows)
{
    std::map<Currency, Money> sums;
    for (const SummaryRow &row : rows) {
        if (!row.cost || !isSpend(*row.kind))
            continue;
        const Currency currency = row.cost->currency();
        Money &sum = sums.try_emplace(currency, Money::zero(currency)).first->second;
        const auto more = sum.plus(*row.cost);
        if (!more)
            return std::unexpected(more.error());
        sum = *more;
    }
    const auto largest = std::max_element(sums.begin(), sums.end(), [](const auto &a, const auto &b) {
        return a.second.nanos() < b.second.nanos();
    });
    return largest == sums.end() ? std::nullopt : std::optional(largest->first);
}

Result<Currency> mainCurrency(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where)
{
    const auto summary
        = store.summary({.days = days, .by = {Dim::Vendor}, .where = where, .kind = {}, .moneyOnly = true});
    const auto currency = summary ? mainCurrency(summary->rows) : std::unexpected(summary.error());
    return currency ? Result<Currency>(currency->value_or(Currency::usd()))
                    : std::unexpected(currency.error());
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
    const auto states = accountStates(store);
    if (!states)
        return std::unexpected(states.error());
    QDate end = today;
    for (const AccountState &state : *states) {
        if (state.account.paused || !state.lastWholeDay)
            continue;
        const QDate next = state.lastWholeDay->addDays(1);
        if (next >= today.addDays(-LongestLag))
            end = std::min(end, next);
    }
    return end;
}

Result<std::optional<Forecast>> forecastSpend(Store &store, const DateRange &period,
                                              const QList<QPair<Dim, QString>> &where, Currency currency,
                                              QDate today)
{
    const auto history
        = historyOf(store, std::min(period.from, today.addDays(-LongestHistory)), where, currency, today);
    if (!history)
        return std::unexpected(history.error());
    return forecastPeriod(period, history->firstDay, history->whole, today, history->since);
}

Result<std::optional<Forecast>> forecastSpend(Store &store, const QList<QPair<Dim, QString>> &where,
                                              Currency currency, QDate today)
{
    const auto history = historyOf(store, today.addDays(-LongestHistory), where, currency, today);
    if (!history)
        return std::unexpected(history.error());
    return forecastMonth(history->firstDay, history->whole, today, history->since);
}

} // namespace Costglass
