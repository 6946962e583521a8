// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Alerts)
};

QList<QPair<Dim, QString>> conditionsOf(const Budget &budget)
{
    QList<QPair<Dim, QString>> where;
    for (auto it = budget.scope.cbegin(); it != budget.scope.cend(); ++it) {
        if (const auto dim = dimFromName(it.key()))
            where.append({*dim, it.value()});
    }
    return where;
}

Result<Money> sumOf(const QList<Money> &amounts, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const Money amount : amounts) {
        const auto more = sum.plus(amount);
        if (!more)
            return more;
        sum = *more;
    }
    return sum;
}

/// floor(100 × spent ÷ amount), within int; spending back is 0.
int percentOf(Money spent, Money amount)
{
    if (spent.isNegative() || amount.nanos() <= 0)
        return 0;
    constexpr qint64 Most = 1'000'000;
    const int percent
        = static_cast<int>(std::min(mulDivHalfEven(spent.nanos(), 100, amount.nanos()).value_or(Most), Most));
    // 99.999 % must not read as 100.
    const auto line = amount.times(percent, 100);
    return line && line->nanos() > spent.nanos() ? percent - 1 : percent;
}

/// The first day on which what is spent and what is likely to follow pass the budget.
std::optional<QDate> breachOf(const Budget &budget, const Forecast &forecast)
{
    Money sum = forecast.mean;
    for (const DayForecast &day : forecast.days) {
        const auto rest = sum.minus(day.mean);
        if (!rest)
            return std::nullopt;
        sum = *rest;
    }
    // What is left is the month without the days to come.
    for (const DayForecast &day : forecast.days) {
        const auto more = sum.plus(day.mean);
        if (!more)
            return std::nullopt;
        sum = *more;
        if (sum.nanos() > budget.amount.nanos())
            return day.day;
    }
    return std::nullopt;
}

Result<BudgetStanding> standingOf(Store &store, const Budget &budget, QDate day)
{
    BudgetStanding standing;
    standing.budget = budget;
    standing.period = budgetPeriodAt(budget.period, day);
    const Currency currency = budget.amount.currency();
    const auto daily = dailySpend(store, standing.period, conditionsOf(budget), currency);
    const auto spent = daily ? sumOf(*daily, currency) : std::unexpected(daily.error());
    if (!spent)
        return std::unexpected(spent.error());
    standing.spent = *spent;
    standing.percent = percentOf(*spent, budget.amount);
    if (budget.period == BudgetPeriod::Month && standing.percent < 100) {
        const auto forecast = forecastSpend(store, conditionsOf(budget), currency, day);
        if (!forecast)
            return std::unexpected(forecast.error());
        if (*forecast)
            standing.breachDay = breachOf(budget, **forecast);
    }
    return standing;
}

/// What one key spent on one model, by day.
struct Line
{
    QString model;
    QString key;
    QMap<QDate, qint64> days;
};

/// The lines of a budget's scope over \a days, in its currency.
Result<QList<Line>> linesOf(Store &store, const Budget &budget, const DateRange &days)
{
    const auto summary = store.summary({.days = days,
                                        .by = {Dim::Vendor, Dim::Model, Dim::Key, Dim::Day},
                                        .where = conditionsOf(budget),
                                        .kind = {},
                                        .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    QMap<QStringList, Line> lines;
    for (const SummaryRow &row : summary->rows) {
        if (!row.cost || row.cost->currency() != budget.amount.currency() || !isSpend(*row.kind)
            || row.keys[1].isNull())
            continue;
        Line &line = lines[row.keys.first(3)];
        line.model = row.keys[1];
        line.key = row.names[2].isNull() ? row.keys[2] : row.names[2];
        line.days[QDate::fromString(row.keys[3], Qt::ISODate)] += row.cost->nanos();
    }
    return lines.values();
}

/// What rose most: the (model, key, day) of the period furthest above its usual.
Result<void> findCause(Store &store, const BudgetStanding &standing, QDate today, Alert &alert)
{
    constexpr int DaysBefore = 28;
    const auto extent = store.extent();
    if (!extent)
        return std::unexpected(extent.error());
    const QDate from = standing.period.from;
    const DateRange days{qBound(from.addDays(-DaysBefore), extent->from, from), today.addDays(1)};
    const auto lines = linesOf(store, standing.budget, days);
    if (!lines)
        return std::unexpected(lines.error());
    qint64 largest = 0;
    for (const Line &line : *lines) {
        for (auto it = line.days.lowerBound(from); it != line.days.cend(); ++it) {
            const auto usual = usualSpend(line.days, it.key(), days.from);
            if (!usual || it.value() - *usual <= largest)
                continue;
            largest = it.value() - *usual;
            alert.causeModel = line.model;
            alert.causeKey = line.key;
            alert.causeDay = it.key();
            alert.causeAmount = Money::fromNanos(largest, standing.budget.amount.currency());
        }
    }
    return {};
}

/// Whether \a known holds an alert of that threshold whose spend had passed the line as it is now.
bool isNoted(const QList<Alert> &known, const BudgetStanding &standing, int threshold)
{
    const Money amount = standing.budget.amount;
    return std::any_of(known.begin(), known.end(), [&](const Alert &alert) {
        return alert.budget == standing.budget.id && alert.periodStart == standing.period.from
            && alert.threshold == threshold && alert.spent.currency() == amount.currency()
            && percentOf(alert.spent, amount) >= threshold;
    });
}

/// The thresholds of \a standing that are newly crossed, as alerts that are not noted yet.
Result<QList<Alert>> newCrossings(Store &store, const BudgetStanding &standing, const QList<Alert> &known,
                                  qint64 now)
{
    QList<Alert> crossings;
    QList<int> thresholds = standing.budget.thresholds;
    std::sort(thresholds.begin(), thresholds.end());
    Alert alert{.budget = standing.budget.id,
                .budgetName = standing.budget.name,
                .periodStart = standing.period.from,
                .spent = standing.spent,
                .amount = standing.budget.amount,
                .raisedAt = now};
    for (const int threshold : std::as_const(thresholds)) {
        if (standing.percent < threshold || isNoted(known, standing, threshold))
            continue;
        if (crossings.isEmpty()) {
            const auto caused = findCause(store, standing, dayOf(now, QTimeZone::utc()), alert);
            if (!caused)
                return std::unexpected(caused.error());
        }
        alert.threshold = threshold;
        crossings.append(alert);
    }
    return crossings;
}

} // namespace

Result<QList<BudgetStanding>> budgetStandings(Store &store, QDate day)
{
    auto budgets = store.budgets();
    if (!budgets)
        return std::unexpected(budgets.error());
    std::stable_sort(budgets->begin(), budgets->end(),
                     [](const Budget &a, const Budget &b) { return a.name < b.name; });
    QList<BudgetStanding> standings;
    for (const Budget &budget : std::as_const(*budgets)) {
        auto standing = standingOf(store, budget, day);
        if (!standing)
            return std::unexpected(standing.error());
        standings.append(*std::move(standing));
    }
    return standings;
}

Result<QList<Alert>> raiseAlerts(Store &store, qint64 now)
{
    const auto standings = budgetStandings(store, dayOf(now, QTimeZone::utc()));
    const auto known = store.alerts(0);
    if (!standings || !known)
        return std::unexpected(standings ? known.error() : standings.error());
    QList<Alert> raised;
    for (const BudgetStanding &standing : *standings) {
        auto crossings = newCrossings(store, standing, *known, now);
        if (!crossings)
            return std::unexpected(crossings.error());
        for (Alert &alert : *crossings) {
            const auto fresh = store.recordAlert(alert);
            if (!fresh)
                return std::unexpected(fresh.error());
            if (*fresh)
                raised.append(alert);
        }
    }
    return raised;
}

QString alertSentence(const Alert &alert)
{
    const QString passed
        = Texts::tr("%1 has passed %2 % of %3.")
              .arg(alert.budgetName, QLocale().toString(alert.threshold), moneyText(alert.amount));
    if (!alert.causeAmount)
        return passed;
    const QString amount = moneyText(*alert.causeAmount);
    const QString cause = alert.causeKey.isEmpty()
        ? Texts::tr("Largest cause: %1, +%2 on %3.").arg(alert.causeModel, amount, dayName(alert.causeDay))
        : Texts::tr("Largest cause: %1, +%2 on %3 (key “%4”).")
              .arg(alert.causeModel, amount, dayName(alert.causeDay), alert.causeKey);
    return Texts::tr("%1 %2", "what happened, what caused it").arg(passed, cause);
}

} // namespace Costglass
