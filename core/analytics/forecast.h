// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/filterbank.h"
#include "base/dates.h"
#include "base/money.h"

namespace Costglass {

/// One day to come, with the range in which it falls in 80 of 100 cases.
struct DayForecast
{
    QDate day;
    Money mean = Money::zero(Currency::usd());
    Money lower80 = Money::zero(Currency::usd());
    Money upper80 = Money::zero(Currency::usd());
};

/// Where a month or another period is likely to end, how sure that is and how well the same method did before.
struct Forecast
{
    Money mean = Money::zero(Currency::usd()); ///< of the whole period, what is spent included
    Money lower80 = Money::zero(Currency::usd());
    Money upper80 = Money::zero(Currency::usd());
    Money lower95 = Money::zero(Currency::usd());
    Money upper95 = Money::zero(Currency::usd());
    Money exceeded80 = Money::zero(Currency::usd()); ///< what the end passes in 80 of 100 cases
    std::optional<Money> planned
        = {}; ///< of each of these: payments that are known to the day and have no range
    QList<DayForecast> days; ///< the days still open, today's rest included
    QString method; ///< in words, translated
    int backtestMonths = 0;
    std::optional<int> backtestErrorPercent; ///< mean absolute percentage error of past month-ends
    std::optional<double>
        backtestCoverage80; ///< share of them inside the ranges given on that day of their month
    std::optional<double> backtestCoverage95;
};

/// The least number of whole days that a forecast needs.
constexpr int ForecastMinimumDays = 7;

/// Forecasts the month that holds \a today from whole days of spend (one amount per day, gaps are zeros,
/// ending at the last whole day). \a spentSince is what the days after them, today included, already show:
/// the result is never below what is spent. The range of the month comes from errors of past sums, not from
/// adding daily ranges; the backtest forecasts up to twelve past months from what was known on the same day
/// of each. Nothing with fewer than ForecastMinimumDays days.
std::optional<Forecast> forecastMonth(QDate firstDay, const QList<Money> &daily, QDate today,
                                      const QList<Money> &spentSince);

/// The same of any \a period that holds \a today, which may begin before \a firstDay; without a backtest.
std::optional<Forecast> forecastPeriod(const DateRange &period, QDate firstDay, const QList<Money> &daily,
                                       QDate today, const QList<Money> &spentSince);

/// What a method of the ladder does, in a few words, translated.
QString describeMethod(const FilterSpec &method);

} // namespace Costglass
