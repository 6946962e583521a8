// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

namespace Costglass {

/// Evenly spaced values, oldest first; NaN = missing. Doubles: statistics, not book-keeping.
using Values = std::vector<double>;

/// The value below which the share \a q (0…1) of \a sorted lies, between neighbours in proportion; 0 when
/// empty.
double quantileOfSorted(std::span<const double> sorted, double q);

/// The mean of all; 0 when there is none.
double meanOf(std::span<const double> values);

/// The median of the values that are known; 0 when none is.
double medianOf(std::span<const double> values);

/// The mean distance of neighbours \a lag apart, over pairs that are both known; 0 when there is none.
double meanStep(std::span<const double> values, int lag);

/// The length of the rhythm that \a values show, among those usual for days, hours, weeks and months; 1 =
/// none.
int detectSeason(std::span<const double> values);

} // namespace Costglass
