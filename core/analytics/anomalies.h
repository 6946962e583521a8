// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/seriesmath.h"

namespace Costglass {

/// How one value of a series looks in the light of those before it.
struct ValueLook
{
    double score = 0; ///< 0…1; at least AnomalyThreshold: worth telling
    double expected = 0;
    double lower = 0; ///< the range that values usually keep
    double upper = 0;

    bool isOdd() const;
};

/// One threshold for all series.
constexpr double AnomalyThreshold = 0.5;

/// Looks at each value with what is known up to it alone: spikes and drops beside the usual rhythm, and
/// levels that have moved. \a places are the values' places on the even grid (empty: neighbours), \a season
/// the rhythm's length in steps (1 = none). Missing values score 0. What repeats soon after is told more
/// quietly.
std::vector<ValueLook> lookAtSeries(std::span<const double> values, std::span<const int> places, int season);

} // namespace Costglass
