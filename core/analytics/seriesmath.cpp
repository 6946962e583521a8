// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/seriesmath.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Costglass {

double quantileOfSorted(std::span<const double> sorted, double q)
{
    if (sorted.empty())
        return 0;
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<size_t>(position);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (position - static_cast<double>(below));
}

double meanOf(std::span<const double> values)
{
    return values.empty()
        ? 0
        : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double medianOf(std::span<const double> values)
{
    Values known;
    known.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    if (known.empty())
        return 0;
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::nth_element(known.begin(), middle, known.end());
    if (known.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(known.begin(), middle)) / 2;
}

double meanStep(std::span<const double> values, int lag)
{
    double sum = 0;
    int count = 0;
    for (size_t i = static_cast<size_t>(lag); i < values.size(); ++i) {
        const double step = std::abs(values[i] - values[i - static_cast<size_t>(lag)]);
        if (!std::isnan(step)) {
            sum += step;
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

int detectSeason(std::span<const double> values)
{
    // A rhythm shows where values one period apart are clearly nearer than those half a period apart.
    constexpr int Candidates[] = {7, 24, 12, 52, 168, 4, 48, 96, 144, 288};
    constexpr double Clearly = 0.8;
    int best = 1;
    double least = Clearly;
    for (const int season : Candidates) {
        if (values.size() < size_t(3) * static_cast<size_t>(season))
            continue;
        double others = 0;
        int lags = 0;
        for (int lag = season / 3; lag <= season - season / 3; lag += std::max(1, season / 12), ++lags)
            others += meanStep(values, std::max(1, lag));
        const double ratio = others > 0 ? meanStep(values, season) * lags / others : 1;
        // A multiple of a rhythm is as near as the rhythm itself: it must be nearer to win.
        if (ratio < least * (best > 1 && season % best == 0 ? 0.9 : 1.0)) {
            least = ratio;
            best = season;
        }
    }
    return best;
}

} // namespace Costglass
