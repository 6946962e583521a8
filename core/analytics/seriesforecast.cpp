// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/seriesforecast.h"

#include "analytics/errorranges.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace Costglass {

namespace {

constexpr size_t LongestHistory = 6000;

/// The moments of the past, evenly spread over the later four fifths, and last the present.
std::vector<int> pastMoments(int size, const SeriesOptions &options, size_t methods)
{
    constexpr size_t MostForecasts = 400'000; // bounds the time that long horizons take
    constexpr int Fewest = 12;
    const int first = std::max({3, std::min(2 * options.season + 1, size / 2), size / 5});
    const int affordable = static_cast<int>(MostForecasts / (methods * static_cast<size_t>(options.horizon)));
    const int count = std::min({options.mostOrigins, size - first, std::max(Fewest, affordable)});
    std::vector<int> moments;
    for (int i = 0; i < count; ++i)
        moments.push_back(first + static_cast<int>(static_cast<long>(size - first) * i / count));
    moments.push_back(size);
    return moments;
}

/// Weights of the methods from their errors: the better, the louder; most are silent.
Values weightsOf(const Values &errors, double blocks)
{
    constexpr double Voices = 8;
    constexpr double Sharpness = 20;
    constexpr double FewBlocks = 5; // the fewer independent tries, the more voices and the less sharp
    Values sorted = errors;
    std::sort(sorted.begin(), sorted.end());
    const auto voices = static_cast<size_t>(Voices * (1 + FewBlocks / blocks));
    const double worst = sorted[std::min(voices, sorted.size()) - 1];
    const double best = sorted.front();
    Values weights;
    for (const double error : errors) {
        const double power = Sharpness * blocks / (blocks + FewBlocks);
        weights.push_back(error > worst ? 0 : best > 0 ? std::pow(best / error, power) : error > 0 ? 0 : 1);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

class Ensemble
{
public:
    Ensemble(std::span<const double> values, const SeriesOptions &options);

    SeriesForecast forecast() const;

private:
    double actual(size_t origin, int ahead) const
    {
        const auto at = static_cast<size_t>(m_moments[origin] + ahead - 1);
        return at < m_values.size() ? m_values[at] : std::nan("");
    }
    double absoluteError(const FilterRun &run) const;
    double penalty(const FilterSpec &spec) const;
    void combine();
    void readErrors(ErrorRanges &ranges) const;
    Outlook bounded(Outlook outlook) const;
    double mean(size_t origin, int ahead) const
    {
        return m_means[origin * static_cast<size_t>(m_options.horizon) + static_cast<size_t>(ahead - 1)];
    }

    std::span<const double> m_values;
    FilterInput m_input;
    SeriesOptions m_options;
    bool m_hasNegative;
    std::vector<FilterSpec> m_bank;
    std::vector<int> m_moments; ///< the last is the present
    Values m_weights;
    Values m_means; ///< of the combination, by moment and step
    double m_blocks = 1; ///< how many horizons fit into the time of the past moments
};

Ensemble::Ensemble(std::span<const double> values, const SeriesOptions &options)
    : m_values(values), m_input(values), m_options(options),
      m_hasNegative(std::any_of(values.begin(), values.end(), [](double value) { return value < 0; }))
{
    const auto size = static_cast<int>(values.size());
    std::vector<int> periods;
    if (size >= 2 * options.season)
        periods.push_back(options.season);
    if (size >= 3 * options.longSeason)
        periods.push_back(options.longSeason);
    m_bank = filterBank(periods, m_hasNegative);
    m_moments = pastMoments(size, options, m_bank.size());
    m_blocks = static_cast<double>(size - m_moments.front()) / options.horizon;
    combine();
}

/// Errors of the steps and, so that no bias hides behind many small ones, of their sum. Those at later
/// moments count up to twice as much as at early ones.
double Ensemble::absoluteError(const FilterRun &run) const
{
    double total = 0;
    const size_t count = m_moments.size() - 1;
    for (size_t origin = 0; origin < count; ++origin) {
        const double age = static_cast<double>(count - 1 - origin) / static_cast<double>(count);
        double steps = 0;
        double sum = 0;
        for (int ahead = 1; ahead <= m_options.horizon; ++ahead) {
            const double error = actual(origin, ahead) - run.mean(origin, ahead);
            if (!std::isnan(error)) {
                steps += std::abs(error);
                sum += error;
            }
        }
        total += (steps + std::abs(sum)) * std::pow(0.5, age);
    }
    return total;
}

/// A rhythm has to be learnt and a trend to be extrapolated: in a short series neither is taken for luck.
double Ensemble::penalty(const FilterSpec &spec) const
{
    const double learnt = (spec.period > 1 ? 0.5 * spec.period : 0) + (spec.grows() ? m_options.horizon : 0);
    return 1 + learnt / static_cast<double>(m_values.size());
}

void Ensemble::combine()
{
    std::vector<FilterRun> runs;
    Values errors;
    for (const FilterSpec &spec : m_bank) {
        runs.emplace_back(spec, m_input, m_moments, m_options.horizon);
        errors.push_back(absoluteError(runs.back()) * penalty(spec));
    }
    m_weights = weightsOf(errors, m_blocks);
    m_means.assign(m_moments.size() * static_cast<size_t>(m_options.horizon), 0.0);
    for (size_t i = 0; i < runs.size(); ++i) {
        if (m_weights[i] == 0)
            continue;
        auto mean = m_means.begin();
        for (size_t origin = 0; origin < m_moments.size(); ++origin) {
            for (int ahead = 1; ahead <= m_options.horizon; ++ahead)
                *mean++ += m_weights[i] * runs[i].mean(origin, ahead);
        }
    }
    if (!m_hasNegative) {
        for (double &mean : m_means)
            mean = std::max(0.0, mean);
    }
}

void Ensemble::readErrors(ErrorRanges &ranges) const
{
    const auto size = static_cast<int>(m_values.size());
    for (size_t origin = 0; origin + 1 < m_moments.size(); ++origin) {
        const double unrest = ranges.unrestAt(m_moments[origin]);
        double sum = 0;
        for (int ahead = 1; ahead <= std::min(m_options.horizon, size - m_moments[origin]); ++ahead) {
            const double error = actual(origin, ahead) - mean(origin, ahead);
            if (!std::isnan(error))
                ranges.addStep(static_cast<int>(origin), ahead, m_moments[origin] + ahead - 1,
                               error / unrest);
            if (ahead >= m_options.sumFrom) {
                sum += std::isnan(error) ? 0 : error;
                ranges.addSum(ahead - m_options.sumFrom + 1, sum / unrest);
            }
        }
    }
    ranges.finish();
}

Outlook Ensemble::bounded(Outlook outlook) const
{
    if (!m_hasNegative) {
        for (double *value : {&outlook.mean, &outlook.lower80, &outlook.upper80, &outlook.lower95,
                              &outlook.upper95, &outlook.exceeded80})
            *value = std::max(0.0, *value);
    }
    return outlook;
}

SeriesForecast Ensemble::forecast() const
{
    SeriesForecast result;
    const auto size = static_cast<int>(m_values.size());
    ErrorRanges ranges(m_input, m_options.season, m_moments.front(), m_blocks);
    readErrors(ranges);
    const size_t present = m_moments.size() - 1;
    const double unrest = ranges.unrestAt(size);
    double sum = 0;
    for (int ahead = 1; ahead <= m_options.horizon; ++ahead) {
        const double expected = mean(present, ahead);
        result.steps.push_back(bounded(ranges.step(ahead, size + ahead - 1, expected, unrest)));
        sum += ahead >= m_options.sumFrom ? expected : 0;
    }
    result.sum = bounded(ranges.sum(m_options.horizon - m_options.sumFrom + 1, sum, unrest));
    result.methods = static_cast<int>(
        std::count_if(m_weights.begin(), m_weights.end(), [](double w) { return w > 0.01; }));
    result.best = m_bank[static_cast<size_t>(std::max_element(m_weights.begin(), m_weights.end())
                                             - m_weights.begin())];
    result.backtest.origins = static_cast<int>(present);
    const double step = meanStep(m_values, m_options.season);
    result.backtest.mase = step > 0 ? ranges.meanAbsoluteError() / step : 0;
    std::tie(result.backtest.coverage80, result.backtest.coverage95) = ranges.coverage();
    return result;
}

} // namespace

SeriesForecast forecastSeries(std::span<const double> values, const SeriesOptions &options)
{
    const auto known
        = std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
    if (known < SeriesMinimumValues) {
        Values given;
        std::copy_if(values.begin(), values.end(), std::back_inserter(given),
                     [](double v) { return !std::isnan(v); });
        const double mean = meanOf(given);
        const double sum = mean * (options.horizon - options.sumFrom + 1);
        SeriesForecast result;
        result.steps.assign(static_cast<size_t>(options.horizon),
                            Outlook{mean, mean, mean, mean, mean, mean});
        result.sum = Outlook{sum, sum, sum, sum, sum, sum};
        return result;
    }
    return Ensemble(values.last(std::min(values.size(), LongestHistory)), options).forecast();
}

} // namespace Costglass
