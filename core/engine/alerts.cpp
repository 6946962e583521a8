// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
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
    constexpr double Most = 1'000'000;
    const double rough = 100.0 * static_cast<double>(spent.nanos()) / static_cast<double>(amount.nanos());
    if (rough >= Most)
        return static_cast<int>(Most);
    // The estimate is checked exactly: 99.999 % must not read as 100.
    int percent = static_cast<int>(rough) + 1;
    while (percent > 0) {
        const auto line = amount.times(percent, 100);
        if (line && line->nanos() <= spent.nanos())
            break;
        --percent;
    }
    return percent;
}

/// The first day on which what is spent and what is likely to follow pass the budget.
std::optional<QDate> breachOf(Money spent, const Budget &budget, const Forecast &forecast)
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
        if (sum.nanos() > budget.amount.nanos() && sum.nanos() > spent.nanos())
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
            standing.breachDay = breachOf(*spent, budget, **forecast);
    }
    return standing;
}

/// What rose most: the (model, key, day) of the period that is furthest above the median of its own days.
Result<void> findCause(Store &store, const BudgetStanding &standing, Alert &alert)
{
    const Currency currency = standing.budget.amount.currency();
    const auto summary = store.summary({.days = standing.period,
                                        .by = {Dim::Model, Dim::Key, Dim::Day},
                                        .where = conditionsOf(standing.budget),
                                        .kind = {},
                                        .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    struct Line
    {
        QString model;
        QString key;
        QMap<QDate, qint64> days;
    };
    QMap<QPair<QString, QString>, Line> lines;
    QDate last = standing.period.from;
    for (const SummaryRow &row : summary->rows) {
        if (!row.cost || row.cost->currency() != currency || !isSpend(*row.kind) || row.keys[0].isNull())
            continue;
        Line &line = lines[{row.keys[0], row.keys[1]}];
        line.model = row.keys[0];
        line.key = row.names[1].isNull() ? row.keys[1] : row.names[1];
        const QDate day = QDate::fromString(row.keys[2], Qt::ISODate);
        line.days[day] += row.cost->nanos();
        last = std::max(last, day);
    }
    qint64 largest = 0;
    for (const Line &line : std::as_const(lines)) {
        QList<qint64> sums = line.days.values();
        sums.resize(std::max<qsizetype>(sums.size(), standing.period.from.daysTo(last) + 1), 0);
        std::sort(sums.begin(), sums.end());
        const qint64 usual = sums[sums.size() / 2];
        for (auto it = line.days.cbegin(); it != line.days.cend(); ++it) {
            if (it.value() - usual <= largest)
                continue;
            largest = it.value() - usual;
            alert.causeModel = line.model;
            alert.causeKey = line.key;
            alert.causeDay = it.key();
            alert.causeAmount = Money::fromNanos(largest, currency);
        }
    }
    return {};
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
    if (!standings)
        return std::unexpected(standings.error());
    QList<Alert> raised;
    for (const BudgetStanding &standing : *standings) {
        for (const int threshold : standing.budget.thresholds) {
            if (standing.percent < threshold)
                continue;
            Alert alert{.budget = standing.budget.id,
                        .budgetName = standing.budget.name,
                        .periodStart = standing.period.from,
                        .threshold = threshold,
                        .spent = standing.spent,
                        .amount = standing.budget.amount,
                        .raisedAt = now};
            const auto caused = findCause(store, standing, alert);
            if (!caused)
                return std::unexpected(caused.error());
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
