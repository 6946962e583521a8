// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/spendforecast.h"

#include "base/moneytext.h"
#include "engine/accountstate.h"
#include "engine/plannedspend.h"

#include <algorithm>
#include <map>

namespace Costglass {

namespace {

constexpr int LongestHistory = 400;
constexpr int LongestLag = 7;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Forecast)
};

/// What was spent apart from plans: day by day, whole ones first.
struct History
{
    QDate firstDay = {};
    QList<Money> whole = {};
    QList<Money> since = {}; ///< up to today
};

/// What each day cost apart from plans.
Result<QList<Money>> dailyUse(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where,
                              Currency currency, QDate today)
{
    auto daily = dailySpend(store, days, where, currency);
    const auto planned = plannedPayments(store, days, where, currency, today);
    if (!daily || !planned)
        return std::unexpected(daily ? planned.error() : daily.error());
    for (auto payment = planned->cbegin(); payment != planned->cend(); ++payment) {
        Money &day = (*daily)[days.from.daysTo(payment.key())];
        const auto rest = day.minus(payment.value());
        if (!rest)
            return std::unexpected(rest.error());
        day = *rest;
    }
    return daily;
}

/// From \a earliest or the first day with anything but plans on; empty when there is nothing.
Result<History> historyOf(Store &store, QDate earliest, const QList<QPair<Dim, QString>> &where,
                          Currency currency, QDate today)
{
    const auto extent = store.extent(Store::Extent::WithoutPlans);
    const auto end = wholeDaysEnd(store, today);
    if (!extent || !end)
        return std::unexpected(extent ? end.error() : extent.error());
    if (extent->isEmpty() || extent->from > today)
        return History{};
    const DateRange days{std::max(extent->from, earliest), today.addDays(1)};
    const auto daily = dailyUse(store, days, where, currency, today);
    if (!daily)
        return std::unexpected(daily.error());
    const qsizetype whole = qBound<qint64>(0, days.from.daysTo(*end), daily->size());
    return History{days.from, daily->mid(0, whole), daily->mid(whole)};
}

/// Where there is nothing but plans, nothing is added to them.
Forecast nothingElse(const DateRange &period, Currency currency, QDate today)
{
    const Money none = Money::zero(currency);
    Forecast forecast;
    for (Money *end : {&forecast.mean, &forecast.lower80, &forecast.upper80, &forecast.lower95,
                       &forecast.upper95, &forecast.exceeded80})
        *end = none;
    for (QDate day = today; day < period.to; day = day.addDays(1))
        forecast.days.append({day, none, none, none});
    return forecast;
}

Result<void> raise(Money &amount, Money by)
{
    const auto sum = amount.plus(by);
    if (!sum)
        return std::unexpected(sum.error());
    amount = *sum;
    return {};
}

/// Adds the payments to the forecast of everything else, as exact amounts on their days.
Result<Forecast> withPayments(Forecast forecast, const QMap<QDate, Money> &payments)
{
    Money sum = Money::zero(forecast.mean.currency());
    for (const Money payment : payments) {
        if (const auto added = raise(sum, payment); !added)
            return std::unexpected(added.error());
    }
    for (Money *end : {&forecast.mean, &forecast.lower80, &forecast.upper80, &forecast.lower95,
                       &forecast.upper95, &forecast.exceeded80}) {
        if (const auto added = raise(*end, sum); !added)
            return std::unexpected(added.error());
    }
    for (DayForecast &day : forecast.days) {
        const Money payment = payments.value(day.day, Money::zero(sum.currency()));
        for (Money *value : {&day.mean, &day.lower80, &day.upper80}) {
            if (const auto added = raise(*value, payment); !added)
                return std::unexpected(added.error());
        }
    }
    forecast.planned = sum;
    const QString known
        = Texts::tr("%1 of it are payments of plans, known to the day: they are added as they "
                    "are, and past ones do not count as daily spend.")
              .arg(moneyText(sum));
    forecast.method
        = forecast.method.isEmpty() ? known : Texts::tr("%1 %2", "two sentences").arg(forecast.method, known);
    return forecast;
}

/// The forecast of everything but plans, with their payments of the period.
Result<std::optional<Forecast>> withPlans(Store &store, std::optional<Forecast> forecast,
                                          const History &history, const DateRange &period,
                                          const QList<QPair<Dim, QString>> &where, Currency currency,
                                          QDate today)
{
    const auto payments = plannedPayments(store, period, where, currency, today);
    if (!payments)
        return std::unexpected(payments.error());
    if (!forecast && history.firstDay.isNull() && !payments->isEmpty())
        forecast = nothingElse(period, currency, today);
    if (!forecast || payments->isEmpty())
        return forecast;
    const auto whole = withPayments(*forecast, *payments);
    return whole ? Result<std::optional<Forecast>>(*whole) : std::unexpected(whole.error());
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
    return withPlans(store, forecastPeriod(period, history->firstDay, history->whole, today, history->since),
                     *history, period, where, currency, today);
}

Result<std::optional<Forecast>> forecastSpend(Store &store, const QList<QPair<Dim, QString>> &where,
                                              Currency currency, QDate today)
{
    const auto history = historyOf(store, today.addDays(-LongestHistory), where, currency, today);
    if (!history)
        return std::unexpected(history.error());
    return withPlans(store, forecastMonth(history->firstDay, history->whole, today, history->since), *history,
                     Month::of(today).range(), where, currency, today);
}

} // namespace Costglass
