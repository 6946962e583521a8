// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/anomalies.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Costglass {

namespace {

constexpr double Least = 1e-9; // keeps quotients finite
constexpr int FirstValues = 6; // before them nothing has a size
constexpr double Memory = 0.99; // of usual errors, per value
constexpr double TailShare = 0.2; // of values that count as the tail
constexpr int Week = 7; // a rhythm of days
constexpr double OddEvidence = 2.4; // decimal logarithms of rarity that make a value odd in a weekly rhythm …
constexpr double EvidencePerSeason = 0.33; // … and how much less for each tenfold longer rhythm

/// Upper tail of a positive statistic, learnt as it goes: a running quantile and above it a Pareto law
/// (Hill's estimator), so that series with wild tails need wilder values.
class Tail
{
public:
    /// −log₁₀ of how rare so large a value is; 0 outside the tail.
    double rarity(double value) const
    {
        return value <= m_edge ? 0 : std::log10(value / m_edge) / shape() - std::log10(TailShare);
    }

    /// The value that this share of values is above.
    double valueAt(double share) const { return m_edge * std::pow(TailShare / share, shape()); }

    void add(double value)
    {
        constexpr double LeastStep = 0.005;
        constexpr double LongestMemory = 200;
        constexpr double MostExcess = 3; // times the usual, so that a lone spike makes no wild tail
        const double step = std::max(LeastStep, 1 / (++m_count + 1));
        m_edge *= std::exp(step * (value > m_edge ? 1 - TailShare : -TailShare));
        if (value <= m_edge)
            return;
        m_weight = std::min(m_weight + 1, LongestMemory);
        m_shape += (std::min(std::log(value / m_edge), MostExcess * m_shape) - m_shape) / m_weight;
    }

private:
    double shape() const
    {
        constexpr double Tamest = 0.1;
        return std::max(m_shape, Tamest);
    }

    double m_edge = 1;
    double m_shape = 0.5;
    double m_weight = 60; ///< as many values stand behind the shape that it began with
    double m_count = 0;
};

/// How rare single values are, judged by the tail on their side and by the largest error there so far.
class Spikes
{
public:
    explicit Spikes(int season) : m_recordDecay(std::exp(-1.0 / (RecordSeasons * std::max(20, season)))) { }

    /// \a size is compared with the tail, \a error with the record; \a weight applies to rarity.
    double evidence(bool below, double size, double error, double weight) const
    {
        constexpr double Most = 2; // either way
        const double record = m_records[below];
        return weight * m_tails[below].rarity(size)
            + (record > 0 ? std::clamp(std::log10((error + Least) / record), -Most, Most) : 0);
    }
    double valueAt(bool below, double share) const { return m_tails[below].valueAt(share); }

    void add(bool below, double size, double error)
    {
        m_tails[below].add(size);
        for (double &record : m_records)
            record *= m_recordDecay;
        m_records[below] = std::max(m_records[below], error);
    }

private:
    static constexpr int RecordSeasons = 30; ///< after which a record is forgotten by two thirds

    std::array<Tail, 2> m_tails; ///< above, below
    std::array<double, 2> m_records{0, 0};
    double m_recordDecay;
};

/// Whether the level has moved: the mean of the last errors beside a slow level, in usual errors.
class Drift
{
public:
    explicit Drift(int season) : m_last(static_cast<size_t>(std::clamp(season, 10, 96)), 0.0) { }

    /// The share of an odd move that is reached; from 1 on it is odd.
    double add(double error)
    {
        constexpr double LargestError = 2; // so that a lone spike moves no level
        constexpr double OddRise = 1.5;
        constexpr double OddFall = 1.35; // less: nothing falls below zero
        constexpr double UsualDrift = 0.6; // a level that drifts more by habit has to move further
        m_last[m_next] = std::clamp(error, -LargestError, LargestError);
        m_next = m_next + 1 < m_last.size() ? m_next + 1 : 0;
        const double drift = meanOf(m_last);
        const double odd = (drift > 0 ? OddRise : OddFall) * std::max(1.0, m_usual / UsualDrift);
        m_usual += std::max(1 - Memory, 1 / ++m_count) * (std::abs(drift) - m_usual);
        return std::abs(drift) / odd;
    }

private:
    Values m_last;
    size_t m_next = 0;
    double m_usual = 0;
    double m_count = 0;
};

/// Evidence soon after an odd value must be stronger than that one's, and each odd value makes the next ones
/// dearer for some rhythms: who cries often has to cry louder.
class Mute
{
public:
    explicit Mute(double season) : m_memory(0.2 * season), m_fatigueMemory(2 * season) { }

    /// The share of \a needed that \a evidence reaches after all; from 1 on the value is odd.
    double hear(double evidence, double needed)
    {
        constexpr double Weight = 1.2;
        constexpr double FatiguePerAlarm = 0.2;
        ++m_age;
        m_fatigue *= std::exp(-1 / m_fatigueMemory);
        const double bar = needed * (1 + m_fatigue);
        const double muted = Weight * m_last * std::exp(-m_age / m_memory);
        const double left = evidence - muted;
        if (left >= bar) {
            m_last = evidence;
            m_age = 0;
            m_fatigue += FatiguePerAlarm;
        } else if (evidence > bar && evidence > muted / 2) {
            m_last = std::max(muted, 0.9 * evidence);
            m_age = 0;
        }
        return left / bar;
    }

private:
    double m_memory; ///< in values
    double m_fatigueMemory;
    double m_last = 0;
    double m_age = 0;
    double m_fatigue = 0;
};

/// Follows one series. Two predictions compete: a level, and a level with rhythm; a slow level shows what has
/// moved.
class Watch
{
public:
    explicit Watch(int season);

    ValueLook look(double value, size_t place);

private:
    double oddEvidence() const
    {
        return OddEvidence - EvidencePerSeason * std::log10(std::max<double>(m_length, Week) / Week);
    }
    bool seasonal() const { return m_seasonalError < m_levelError; }
    double evidenceOf(double error, double slowError, double unit, double slowUnit);
    void learn(double value, size_t at, double error, double slowError, double unit);

    double m_length; ///< of the rhythm
    Values m_season;
    Values m_seen; ///< by place in the rhythm, how many values were there
    double m_level = 0; ///< without rhythm
    double m_seasonalLevel = 0;
    double m_slowLevel = 0;
    double m_levelError = 0;
    double m_seasonalError = 0;
    double m_usualError = 0; ///< of the prediction that was better
    double m_usualSlowError = 0;
    double m_count = 0;
    bool m_anyNegative = false;
    bool m_moved = false; ///< the level speaks louder than the single value
    Spikes m_spikes;
    Drift m_drift;
    Mute m_mute;
};

Watch::Watch(int season)
    : m_length(season), m_season(static_cast<size_t>(season), 0.0), m_seen(m_season.size(), 0.0),
      m_spikes(season), m_drift(season), m_mute(std::max(Week, season))
{
}

double Watch::evidenceOf(double error, double slowError, double unit, double slowUnit)
{
    constexpr double MostWarmUp = 60;
    constexpr double DayOff = 0.8; // days of less use are ordinary; hours have no such excuse
    const double moved = m_drift.add(slowError / slowUnit) * oddEvidence();
    const bool below = error < 0;
    const double size = std::abs(error) / unit;
    double evidence = 0;
    if (m_count > std::min(2 * m_length + 10, MostWarmUp)) {
        const double weight = below && m_length <= Week ? DayOff : 1;
        const double spike = m_spikes.evidence(below, size, std::abs(error), weight);
        m_moved = moved > spike;
        evidence = std::max({0.0, spike, moved});
    }
    m_spikes.add(below, size, std::abs(error));
    return evidence;
}

void Watch::learn(double value, size_t at, double error, double slowError, double unit)
{
    constexpr double LevelWeight = 0.05;
    constexpr double SeasonalLevelWeight = 0.25;
    constexpr double SeasonWeight = 0.03;
    const double levelError = value - m_level;
    const double seasonalError = value - m_seasonalLevel - m_season[at];
    const double reach = m_count >= FirstValues ? 4 * unit : std::abs(value) + std::abs(m_level) + Least;
    const double first = 1 / (m_count + 1);
    const double memory = std::max(1 - Memory, first);
    m_levelError += memory * (std::min(std::abs(levelError), reach) - m_levelError);
    m_seasonalError += memory * (std::min(std::abs(seasonalError), reach) - m_seasonalError);
    // What is out of reach counts by half at least: a series that was constant so far becomes known.
    const double size = std::abs(error);
    m_usualError += memory * (std::clamp(reach, size / 2, size) - m_usualError);
    m_usualSlowError += memory * (std::min(std::abs(slowError), 2 * reach) - m_usualSlowError);
    const double slowWeight = 0.02 * std::sqrt(Week / std::max<double>(Week, m_length));
    const double bound = std::clamp(seasonalError, -reach, reach);
    m_level += std::max(LevelWeight, first) * std::clamp(levelError, -2 * reach, 2 * reach);
    m_slowLevel += std::max(slowWeight, first) * std::clamp(slowError, -reach, reach);
    m_seasonalLevel += std::max(SeasonalLevelWeight, first) * bound;
    m_season[at] += std::max(SeasonWeight, 1 / (++m_seen[at] + 1)) * bound;
    ++m_count;
}

ValueLook Watch::look(double value, size_t place)
{
    constexpr double FloorShare = 0.05; // of the expected value: smaller changes are never odd
    const size_t at = place % m_season.size();
    if (m_count == 0)
        m_level = m_seasonalLevel = m_slowLevel = value;
    m_anyNegative = m_anyNegative || value < 0;
    const double rhythm = seasonal() ? m_season[at] : 0;
    const double expected = seasonal() ? m_seasonalLevel + rhythm : m_level;
    const double before = m_slowLevel + rhythm;
    const double floor = FloorShare * std::abs(expected) + Least;
    const double unit = m_usualError + floor;
    ValueLook result{0, expected, expected, expected};
    if (m_count >= FirstValues) {
        constexpr double Outside = 0.05; // of the values on either side
        result.lower = expected - unit * m_spikes.valueAt(true, Outside);
        result.upper = expected + unit * m_spikes.valueAt(false, Outside);
        const double heard = m_mute.hear(
            evidenceOf(value - expected, value - before, unit, m_usualSlowError + floor), oddEvidence());
        result.score = std::clamp(AnomalyThreshold * heard, 0.0, 1.0);
        if (result.isOdd() && m_moved) {
            // Of a level that has moved, what was before is what was expected.
            result.lower += before - expected;
            result.upper += before - expected;
            result.expected = before;
        }
    }
    learn(value, at, value - expected, value - before, unit);
    if (!m_anyNegative) {
        result.expected = std::max(0.0, result.expected);
        result.lower = std::max(0.0, result.lower);
        result.upper = std::max(0.0, result.upper);
    }
    return result;
}

} // namespace

bool ValueLook::isOdd() const
{
    return score >= AnomalyThreshold;
}

std::vector<ValueLook> lookAtSeries(std::span<const double> values, std::span<const int> places, int season)
{
    std::vector<ValueLook> looks(values.size());
    Watch watch(season);
    for (size_t i = 0; i < values.size(); ++i) {
        const int place = places.empty() ? static_cast<int>(i) : places[i];
        const int inRhythm = (place % season + season) % season;
        if (std::isnan(values[i]))
            looks[i].expected = looks[i].lower = looks[i].upper = 0;
        else
            looks[i] = watch.look(values[i], static_cast<size_t>(inRhythm));
    }
    return looks;
}

} // namespace Costglass
