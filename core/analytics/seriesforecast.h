// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/filterbank.h"

namespace Costglass {

/// A mean with the ranges in which the value falls in 80 and in 95 of 100 cases.
struct Outlook
{
    double mean = 0;
    double lower80 = 0;
    double upper80 = 0;
    double lower95 = 0;
    double upper95 = 0;
    double exceeded80 = 0; ///< what the value passes in 80 of 100 cases: the 20 % quantile
};

struct SeriesOptions
{
    int horizon = 1; ///< steps to forecast, at least 1
    int season = 1; ///< length of the rhythm; 1 = none
    int longSeason = 1; ///< a longer rhythm that may win over it (the week of hourly values); 1 = none
    int sumFrom = 1; ///< the first step that SeriesForecast::sum counts
    int mostOrigins = 64; ///< past moments at which each method is tried; fewer are faster
};

/// How the same combination did at past moments of the same series.
struct SeriesBacktest
{
    int origins = 0;
    double mase = 0; ///< mean absolute error, as a share of that of "as one rhythm before"
    double coverage80 = 0; ///< share of values inside ranges that were made without them
    double coverage95 = 0;
};

struct SeriesForecast
{
    std::vector<Outlook> steps;
    Outlook sum; ///< of the steps from SeriesOptions::sumFrom on; its range comes from errors of past sums
    int methods = 0; ///< how many of the ladder speak
    FilterSpec best; ///< the loudest of them
    SeriesBacktest backtest;
};

/// The least number of known values that a forecast needs.
constexpr int SeriesMinimumValues = 7;

/// Forecasts an evenly spaced series. Each method of the ladder runs once over the series (its last 6,000
/// values) and is tried at many past moments; the best are averaged, the better the louder. The ranges are
/// quantiles of the average's own errors at those moments, scaled by steps ahead, place in the rhythm and
/// present unrest (split conformal prediction). Never below 0 for a series that never was. Fewer than
/// SeriesMinimumValues: the mean of what there is, without range.
SeriesForecast forecastSeries(std::span<const double> values, const SeriesOptions &options);

} // namespace Costglass
