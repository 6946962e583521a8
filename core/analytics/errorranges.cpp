// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/errorranges.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Costglass {

ErrorRanges::ErrorRanges(const FilterInput &input, int season, int first, double blocks)
    : m_places(static_cast<size_t>(season), 1.0), m_widening(1 + std::min(0.3, 8 / (blocks * blocks))),
      m_sumWidening(1 + std::min(0.5, 2 / blocks))
{
    constexpr double Memory = 0.97;
    constexpr double ShareOfPresent = 0.3; // the rest is the usual unrest of the whole series
    constexpr double Least = 1e-12;
    const std::span<const double> values = input.values();
    std::vector<int> moments(values.size());
    std::iota(moments.begin(), moments.end(), 1);
    const FilterSpec plain{.level = 0.1, .season = season > 1 ? 0.1 : 0.0, .period = season};
    const FilterRun run(plain, input, moments, 1);
    Values errors(values.size(), std::nan(""));
    Values known;
    for (size_t i = static_cast<size_t>(std::max(1, first / 2)); i < values.size(); ++i) {
        errors[i] = std::abs(values[i] - run.mean(i - 1, 1));
        if (!std::isnan(errors[i]))
            known.push_back(errors[i]);
    }
    const double usual = meanOf(known);
    double present = usual;
    for (const double error : errors) {
        m_unrest.push_back(std::max(Least, usual + ShareOfPresent * (present - usual)));
        if (!std::isnan(error))
            present = Memory * present + (1 - Memory) * std::min(error, 4 * present + Least);
    }
    m_unrest.push_back(std::max(Least, usual + ShareOfPresent * (present - usual)));
}

void ErrorRanges::addStep(int origin, int ahead, int at, double error)
{
    m_steps.push_back({origin, ahead, static_cast<size_t>(at) % m_places.size(), error, error});
}

void ErrorRanges::addSum(int steps, double error)
{
    if (m_sums.size() < static_cast<size_t>(steps))
        m_sums.resize(static_cast<size_t>(steps));
    m_sums[static_cast<size_t>(steps - 1)].push_back(error);
}

void ErrorRanges::finish()
{
    fitGrowth();
    fitPlaces();
    Values alike;
    for (StepError &step : m_steps) {
        step.alike = step.error / scale(step.ahead, step.place);
        alike.push_back(step.alike);
    }
    m_quantiles = quantilesOf(std::move(alike));
}

/// A straight line through the logarithms of mean absolute error and steps ahead.
void ErrorRanges::fitGrowth()
{
    constexpr double Most = 0.7;
    constexpr double Fewest = 3;
    Values sums;
    Values counts;
    for (const StepError &step : m_steps) {
        const auto at = static_cast<size_t>(step.ahead - 1);
        if (sums.size() <= at) {
            sums.resize(at + 1, 0.0);
            counts.resize(at + 1, 0.0);
        }
        sums[at] += std::abs(step.error);
        counts[at] += 1;
    }
    double weight = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (size_t i = 0; i < sums.size(); ++i) {
        if (counts[i] < Fewest || sums[i] <= 0)
            continue;
        const auto steps = static_cast<double>(i + 1);
        const double w = counts[i] / steps; // steps lie closer together on the logarithmic axis
        const double size = std::log(sums[i] / counts[i]);
        weight += w;
        x += w * std::log(steps);
        y += w * size;
        xx += w * std::log(steps) * std::log(steps);
        xy += w * std::log(steps) * size;
    }
    const double spread = weight * xx - x * x;
    m_growth = spread > 1e-9 ? std::clamp((weight * xy - x * y) / spread, 0.0, Most) : 0;
}

void ErrorRanges::fitPlaces()
{
    constexpr double Prior = 10; // as many errors of usual size
    Values sums(m_places.size(), 0.0);
    Values counts(m_places.size(), 0.0);
    for (const StepError &step : m_steps) {
        sums[step.place] += std::abs(step.error);
        counts[step.place] += 1;
    }
    const double all = std::accumulate(sums.begin(), sums.end(), 0.0);
    const double usual = all / std::max(1.0, static_cast<double>(m_steps.size()));
    for (size_t i = 0; i < m_places.size() && usual > 0; ++i)
        m_places[i] = (sums[i] + Prior * usual) / (counts[i] + Prior) / usual;
}

double ErrorRanges::scale(int ahead, size_t place) const
{
    return std::pow(ahead, m_growth) * m_places[place];
}

ErrorRanges::Quantiles ErrorRanges::quantilesOf(Values errors)
{
    std::sort(errors.begin(), errors.end());
    return {quantileOfSorted(errors, 0.025), quantileOfSorted(errors, 0.1), quantileOfSorted(errors, 0.9),
            quantileOfSorted(errors, 0.975), quantileOfSorted(errors, 0.2)};
}

/// The mean is always inside.
Outlook ErrorRanges::around(double mean, const Quantiles &quantiles, double unit)
{
    return {mean,
            mean + unit * std::min(0.0, quantiles[1]),
            mean + unit * std::max(0.0, quantiles[2]),
            mean + unit * std::min(0.0, quantiles[0]),
            mean + unit * std::max(0.0, quantiles[3]),
            mean + unit * std::min(0.0, quantiles[4])};
}

Outlook ErrorRanges::step(int ahead, int at, double mean, double unrest) const
{
    return around(mean, m_quantiles,
                  unrest * m_widening * scale(ahead, static_cast<size_t>(at) % m_places.size()));
}

Outlook ErrorRanges::sum(int steps, double mean, double unrest) const
{
    constexpr size_t Enough = 8;
    auto longest = static_cast<size_t>(std::min<size_t>(static_cast<size_t>(steps), m_sums.size()));
    while (longest > 1 && m_sums[longest - 1].size() < Enough)
        --longest;
    if (longest == 0)
        return {mean, mean, mean, mean, mean, mean};
    // Sums longer than the past shows grow between independent (a half) and all alike (one).
    const double stretch = std::pow(static_cast<double>(steps) / static_cast<double>(longest), 0.75);
    return around(mean, quantilesOf(m_sums[longest - 1]), unrest * m_sumWidening * stretch);
}

double ErrorRanges::meanAbsoluteError() const
{
    double sum = 0;
    for (const StepError &step : m_steps)
        sum += std::abs(step.error);
    const double unrest = m_unrest.empty() ? 0 : meanOf(m_unrest);
    return m_steps.empty() ? 0 : sum / static_cast<double>(m_steps.size()) * unrest;
}

std::pair<double, double> ErrorRanges::coverage() const
{
    if (m_steps.empty())
        return {0, 0};
    const int middle = (m_steps.front().origin + m_steps.back().origin + 1) / 2;
    std::array<Values, 2> halves;
    for (const StepError &step : m_steps)
        halves[step.origin < middle ? 0 : 1].push_back(step.alike);
    double inside80 = 0;
    double inside95 = 0;
    for (const size_t half : {0, 1}) {
        const Quantiles range = quantilesOf(halves[1 - half]);
        for (const double error : halves[half]) {
            inside80 += error >= m_widening * range[1] && error <= m_widening * range[2] ? 1 : 0;
            inside95 += error >= m_widening * range[0] && error <= m_widening * range[3] ? 1 : 0;
        }
    }
    const auto count = static_cast<double>(m_steps.size());
    return {inside80 / count, inside95 / count};
}

} // namespace Costglass
