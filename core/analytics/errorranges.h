// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/seriesforecast.h"

#include <array>
#include <utility>

namespace Costglass {

/// Turns the errors of past forecasts into ranges for the next ones.
///
/// Errors come in units of the unrest of their moment. They are taken as alike once divided by a power of the
/// steps ahead and by how uneven that place in the rhythm usually is; then all of them together give the
/// quantiles.
class ErrorRanges
{
public:
    /// \a first: the earliest moment that will be asked for; \a blocks: how many horizons fit in since.
    ErrorRanges(const FilterInput &input, int season, int first, double blocks);

    /// The usual size of an error of one step as it stood when \a known values were known; above 0.
    double unrestAt(int known) const { return m_unrest[static_cast<size_t>(known)]; }

    void addStep(int origin, int ahead, int at, double error);
    void addSum(int steps, double error); ///< error of the sum of that many steps
    void finish(); ///< after the last error, before the first range

    Outlook step(int ahead, int at, double mean, double unrest) const;
    Outlook sum(int steps, double mean, double unrest) const;
    double meanAbsoluteError() const; ///< in the values' own unit
    /// Share of errors inside the 80 % and 95 % ranges that the other half of the moments gives.
    std::pair<double, double> coverage() const;

private:
    using Quantiles = std::array<double, 5>; ///< at 2.5, 10, 90, 97.5 and 20 %

    struct StepError
    {
        int origin;
        int ahead;
        size_t place; ///< in the rhythm
        double error;
        double alike; ///< the same without growth and place, once these are fitted
    };

    static Quantiles quantilesOf(Values errors);
    static Outlook around(double mean, const Quantiles &quantiles, double scale);
    void fitGrowth();
    void fitPlaces();
    double scale(int ahead, size_t place) const;

    Values m_unrest;
    Values m_places; ///< by place in the rhythm, how uneven it is; 1 = as usual
    std::vector<StepError> m_steps;
    std::vector<Values> m_sums; ///< by number of steps − 1
    double m_growth = 0; ///< power of the steps ahead
    double m_widening; ///< of steps, for what few tries do not show
    double m_sumWidening; ///< of sums: each horizon gives one, against many steps
    Quantiles m_quantiles{};
};

} // namespace Costglass
