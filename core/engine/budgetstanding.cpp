// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/budgetstanding.h"

#include "engine/spendforecast.h"

#include <algorithm>

namespace Costglass {

namespace {

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

Result<void> lookAhead(Store &store, QDate day, BudgetStanding &standing)
{
    const Budget &budget = standing.budget;
    constexpr int Whole = 100;
    int highest = Whole;
    for (const int threshold : budget.forecastThresholds)
        highest = std::max(highest, threshold);
    if (standing.percent >= highest)
        return {};
    const auto forecast
        = forecastSpend(store, standing.period, conditionsOf(budget), budget.amount.currency(), day);
    if (!forecast)
        return std::unexpected(forecast.error());
    if (!*forecast)
        return {};
    standing.likely = (*forecast)->exceeded80;
    if (!standing.isPassed())
        standing.breachDay = breachOf(budget, **forecast);
    return {};
}

} // namespace

QList<QPair<Dim, QString>> conditionsOf(const Budget &budget)
{
    QList<QPair<Dim, QString>> where;
    for (auto it = budget.scope.cbegin(); it != budget.scope.cend(); ++it) {
        if (const auto dim = dimFromName(it.key()))
            where.append({*dim, it.value()});
    }
    return where;
}

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

Result<BudgetStanding> standingIn(Store &store, const Budget &budget, const DateRange &period)
{
    BudgetStanding standing;
    standing.budget = budget;
    standing.period = period;
    const Currency currency = budget.amount.currency();
    const auto daily = dailySpend(store, period, conditionsOf(budget), currency);
    const auto spent = daily ? sumOf(*daily, currency) : std::unexpected(daily.error());
    if (!spent)
        return std::unexpected(spent.error());
    standing.spent = *spent;
    standing.percent = percentOf(*spent, budget.amount);
    return standing;
}

Result<QList<BudgetStanding>> budgetStandings(Store &store, QDate day)
{
    auto budgets = store.budgets();
    if (!budgets)
        return std::unexpected(budgets.error());
    std::stable_sort(budgets->begin(), budgets->end(),
                     [](const Budget &a, const Budget &b) { return a.name < b.name; });
    QList<BudgetStanding> standings;
    for (const Budget &budget : std::as_const(*budgets)) {
        auto standing = standingIn(store, budget, budgetPeriodAt(budget.period, day, budget.weekStart));
        const auto ahead = standing ? lookAhead(store, day, *standing) : std::unexpected(standing.error());
        if (!ahead)
            return std::unexpected(ahead.error());
        standings.append(*std::move(standing));
    }
    return standings;
}

} // namespace Costglass
