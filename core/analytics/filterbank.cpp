// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/filterbank.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

/// Slope of the straight line through the values so far, kept up to date at constant cost.
class RunningSlope
{
public:
    void add(double x, double y)
    {
        m_count += 1;
        m_x += x;
        m_y += y;
        m_xx += x * x;
        m_xy += x * y;
    }
    double slope() const
    {
        constexpr double Fewest = 8;
        const double spread = m_count * m_xx - m_x * m_x;
        return m_count < Fewest || spread <= 0 ? 0 : (m_count * m_xy - m_x * m_y) / spread;
    }

private:
    double m_count = 0;
    double m_x = 0;
    double m_y = 0;
    double m_xx = 0;
    double m_xy = 0;
};

/// Level, trend and rhythm, each moved by a share of the last error.
class Smoother
{
public:
    /// \a start, at most two periods, gives the first level and rhythm.
    Smoother(const FilterSpec &spec, std::span<const double> start)
        : m_spec(spec), m_season(static_cast<size_t>(spec.period), 0.0)
    {
        m_level = medianOf(start);
        Values counts(m_season.size(), 0.0);
        if (spec.period > 1) {
            for (size_t i = 0; i < start.size(); ++i) {
                if (!std::isnan(start[i])) {
                    m_season[i % m_season.size()] += start[i] - m_level;
                    counts[i % m_season.size()] += 1;
                }
            }
            // Half a value of no rhythm: few periods must not speak too loud.
            for (size_t i = 0; i < m_season.size(); ++i)
                m_season[i] /= counts[i] + 0.5;
        }
        Values distances;
        for (size_t i = 0; i < start.size(); ++i) {
            if (!std::isnan(start[i]))
                distances.push_back(std::abs(start[i] - m_level - m_season[i % m_season.size()]));
        }
        m_usualError = meanOf(distances);
    }

    void add(double value)
    {
        double &season = m_season[m_place];
        m_place = after(m_place);
        m_trend *= m_spec.damping;
        m_level += m_trend;
        m_count += 1;
        if (std::isnan(value))
            return;
        double error = value - (m_level + season);
        if (m_spec.isRobust) {
            constexpr double Reach = 3.1; // about 2.5 standard deviations
            const double reach = Reach * m_usualError;
            m_usualError += 0.05 * (std::min(std::abs(error), 2 * reach) - m_usualError);
            error = std::clamp(error, -reach, reach);
        }
        m_level += m_spec.level * error;
        m_trend += m_spec.level * m_spec.trend * error;
        season += m_spec.season * (1 - m_spec.level) * error;
        if (m_spec.drift > 0)
            m_slope.add(m_count, value - season);
    }

    void ahead(std::span<double> means) const
    {
        double trend = m_trend;
        double level = m_level;
        const double drift = m_spec.drift > 0 ? m_spec.drift * m_slope.slope() : 0;
        size_t at = m_place;
        for (double &mean : means) {
            trend *= m_spec.damping;
            level += trend + drift;
            mean = level + m_season[at];
            at = after(at);
        }
    }

private:
    size_t after(size_t place) const { return place + 1 < m_season.size() ? place + 1 : 0; }

    const FilterSpec &m_spec;
    Values m_season;
    double m_level = 0;
    double m_trend = 0;
    double m_usualError = 0;
    size_t m_place = 0; ///< of the next value in the rhythm
    double m_count = 0;
    RunningSlope m_slope;
};

/// Chance that there is anything, times how much there is when there is.
class DemandFilter
{
public:
    explicit DemandFilter(const FilterSpec &spec) : m_spec(spec) { }

    void add(double value)
    {
        if (std::isnan(value))
            return;
        const bool isDemand = value != 0;
        m_chance += std::max(m_spec.level, 1 / ++m_seen) * ((isDemand ? 1 : 0) - m_chance);
        if (isDemand)
            m_size += std::max(m_spec.level, 1 / ++m_demands) * (value - m_size);
    }
    void ahead(std::span<double> means) const { std::fill(means.begin(), means.end(), m_chance * m_size); }

private:
    const FilterSpec &m_spec;
    double m_chance = 0;
    double m_size = 0;
    double m_seen = 0;
    double m_demands = 0;
};

template<typename Filter>
void runOver(Filter filter, std::span<const double> values, std::span<const int> origins,
             std::span<double> means)
{
    const size_t horizon = means.size() / origins.size();
    size_t known = 0;
    for (size_t i = 0; i < origins.size(); ++i) {
        for (; known < static_cast<size_t>(origins[i]); ++known)
            filter.add(values[known]);
        filter.ahead(means.subspan(i * horizon, horizon));
    }
}

/// Without rhythm: the naive method, plain smoothing, Theta, trends, and what suits rare demand.
void addLevels(std::vector<FilterSpec> &bank, bool hasNegative)
{
    bank.push_back({.level = 1, .isRobust = false});
    for (const double level : {0.02, 0.1, 0.4})
        bank.push_back({.level = level});
    bank.push_back({.level = 0.3, .drift = 0.5});
    bank.push_back({.level = 0.8, .trend = 0.1, .damping = 0.98, .isRobust = false});
    if (!hasNegative)
        bank.push_back({.level = 0.7, .trend = 0.05, .isLog = true});
    for (const double level : {0.0, 0.1})
        bank.push_back({.level = level, .isIntermittent = true});
}

void addSeasonal(std::vector<FilterSpec> &bank, int period, bool isLog)
{
    for (const double level : {0.01, 0.03, 0.1, 0.4}) {
        for (const double season : {0.03, 0.15})
            bank.push_back({.level = level, .season = season, .period = period, .isLog = isLog});
    }
    bank.push_back(
        {.level = 0.6, .trend = 0.2, .damping = 0.9, .season = 0.2, .period = period, .isLog = isLog});
    bank.push_back(
        {.level = 0.1, .trend = 0.1, .damping = 0.95, .season = 0.1, .period = period, .isLog = isLog});
}

} // namespace

/// Nothing is added to a logarithm when no value is near zero.
FilterInput::FilterInput(std::span<const double> values)
    : m_values(values), m_offset(0.1 * std::abs(medianOf(values)) + 1e-9)
{
    if (std::none_of(values.begin(), values.end(), [this](double v) { return v <= m_offset; }))
        m_offset = 0;
    m_logs.reserve(values.size());
    for (const double value : values)
        m_logs.push_back(std::log(value + m_offset));
}

FilterRun::FilterRun(const FilterSpec &spec, const FilterInput &input, std::span<const int> origins,
                     int horizon)
    : m_horizon(horizon), m_means(origins.size() * static_cast<size_t>(horizon))
{
    const std::span<const double> values = spec.isLog ? input.logs() : input.values();
    if (spec.isIntermittent) {
        runOver(DemandFilter(spec), values, origins, m_means);
        return;
    }
    const auto startSize = std::min<size_t>(static_cast<size_t>(origins.front()),
                                            std::max<size_t>(4, 2 * static_cast<size_t>(spec.period)));
    runOver(Smoother(spec, values.first(startSize)), values, origins, m_means);
    if (!spec.isLog)
        return;
    constexpr double Largest = 700; // of what exp() can hold
    for (double &mean : m_means)
        mean = std::exp(std::min(mean, Largest)) - input.offset();
}

std::vector<FilterSpec> filterBank(std::span<const int> periods, bool hasNegative)
{
    std::vector<FilterSpec> bank;
    addLevels(bank, hasNegative);
    for (const int period : periods) {
        if (period < 2)
            continue;
        bank.push_back({.level = 0, .season = 1, .period = period, .isRobust = false});
        addSeasonal(bank, period, false);
        if (!hasNegative)
            addSeasonal(bank, period, true);
    }
    return bank;
}

} // namespace Costglass
