// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "seriesfile.h"

namespace Costglass {

/// A series at even steps, and the rhythms that such steps usually have.
struct EvenSeries
{
    std::vector<double> values; ///< gaps as NaN
    std::vector<int> places; ///< of each row of the file, counted in steps from the first
    qint64 seconds = 0; ///< of a step; 0 = unknown or months
    int months = 0; ///< of a step; 0 = unknown or seconds
    qint64 gaps = 0; ///< steps that no row has
    qint64 irregular = 0; ///< rows of a loose series whose time goes back or comes twice

    /// A day of hours, a week of days, a year of weeks or months …; 1 = the step is unknown or has none.
    int usualSeason() const;
    /// The same, and what the values show when the step says nothing.
    int season() const;
    /// A week of hours and of shorter steps; 1 = none.
    int longSeason(int season) const;
};

/// Puts the rows on an even grid. Times that go back, come twice or fit no grid are Format errors with their
/// line.
Result<EvenSeries> evenSeries(const SeriesFile &file);

/// The same where each row is looked at as it comes: rows stay as they are, only places are worked out, and
/// the step from the first hundred rows, so that later ones change nothing before them.
EvenSeries looseSeries(const SeriesFile &file);

/// The time \a ahead steps after the last value, as the file writes times; a number of steps where it has
/// none.
QString timeAhead(const SeriesFile &file, const EvenSeries &series, int ahead);

} // namespace Costglass
