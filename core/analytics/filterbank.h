// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/seriesmath.h"

namespace Costglass {

/// One member of the bank: exponential smoothing with fixed weights (Holt-Winters with damped trend in the
/// error-correction form of Hyndman et al., "Forecasting with Exponential Smoothing", 2008) or a special case
/// of it.
struct FilterSpec
{
    double level = 0; ///< alpha, 0…1; 1 without a rhythm = naive
    double trend = 0; ///< beta as a share of level; 0 = no trend
    double damping = 1; ///< phi: what stays of the trend at each step
    double season = 0; ///< gamma, 0…1; 1 with level 0 = seasonal naive
    double drift = 0; ///< share of the straight line's slope that goes on (Theta: a half)
    int period = 1; ///< length of the rhythm; 1 = none
    bool isLog = false; ///< smooths logarithms, so that rhythm and trend multiply
    bool isRobust = true; ///< values far off count as a bound value
    bool isIntermittent
        = false; ///< chance and size of demand apart (Teunter, Syntetos and Babai 2011); level 0 = mean

    bool grows() const { return trend > 0 || drift > 0; }
};

/// A series as the filters read it: as it is, and as logarithms, worked out once for all of them.
class FilterInput
{
public:
    /// Keeps no copy of \a values. Logarithms are of use only where no value is negative.
    explicit FilterInput(std::span<const double> values);

    std::span<const double> values() const { return m_values; }
    std::span<const double> logs() const { return m_logs; }
    /// What was added before the logarithm, so that it stands zeros.
    double offset() const { return m_offset; }

private:
    std::span<const double> m_values;
    double m_offset;
    Values m_logs;
};

/// The means that one filter gave at each of some origins for the steps after it.
class FilterRun
{
public:
    /// Runs \a spec once over \a input; \a origins (ascending, the first at least 1) are counts of values
    /// known.
    FilterRun(const FilterSpec &spec, const FilterInput &input, std::span<const int> origins, int horizon);

    /// What was said at origin number \a origin of the value \a ahead steps later (1 = the next).
    double mean(size_t origin, int ahead) const
    {
        return m_means[origin * static_cast<size_t>(m_horizon) + static_cast<size_t>(ahead - 1)];
    }

private:
    int m_horizon;
    Values m_means;
};

/// The ladder of methods for series with these rhythms (1 = none); logarithms only where no value is
/// negative.
std::vector<FilterSpec> filterBank(std::span<const int> periods, bool hasNegative);

} // namespace Costglass
