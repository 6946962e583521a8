// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Forecast)
};

using Series = QList<double>; ///< nano-units per day: statistics, not book-keeping
constexpr int Week = 7;
constexpr int ProfileWeeks = 8;
constexpr int LeastForProfile = 14;

double meanOf(const Series &values)
{
    return values.isEmpty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// The value below which the share \a q of sorted \a values lies, between neighbours in proportion.
double quantile(const Series &values, double q)
{
    const double position = q * double(values.size() - 1);
    const auto below = static_cast<qsizetype>(std::floor(position));
    const qsizetype above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (position - double(below));
}

double medianOf(Series values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : quantile(values, 0.5);
}

/// Weekly rhythm times a level that follows the last weeks; single days far off its usual count as a bound day.
class WeeklyModel
{
public:
    explicit WeeklyModel(const Series &history) : m_size(history.size())
    {
        m_profile.fill(1.0);
        if (history.size() >= LeastForProfile)
            findProfile(history.last(std::min<qsizetype>(history.size(), ProfileWeeks * Week)));
        findLevel(history);
    }

    /// The mean of the day \a ahead days after the last of history (1 = the next).
    double ahead(qsizetype days) const { return std::max(0.0, m_level * profileAt(m_size + days - 1)); }

    Series ahead(qsizetype first, qsizetype count) const
    {
        Series means;
        for (qsizetype i = 0; i < count; ++i)
            means.append(ahead(first + i));
        return means;
    }

private:
    double profileAt(qsizetype day) const { return m_profile[static_cast<size_t>(day % Week)]; }

    void findProfile(const Series &recent)
    {
        const qsizetype offset = m_size - recent.size();
        std::array<Series, Week> ratios;
        for (qsizetype first = recent.size() % Week; first + Week <= recent.size(); first += Week) {
            const double mean = meanOf(recent.mid(first, Week));
            if (mean <= 0)
                continue;
            for (qsizetype i = first; i < first + Week; ++i)
                ratios[static_cast<size_t>((offset + i) % Week)].append(recent[i] / mean);
        }
        double sum = 0;
        for (size_t day = 0; day < Week; ++day) {
            // A prior week of no rhythm keeps few weeks from speaking too loud.
            const double weight = double(ratios[day].size());
            m_profile[day] = (medianOf(ratios[day]) * weight + 1.0) / (weight + 1.0);
            sum += m_profile[day];
        }
        for (double &factor : m_profile)
            factor *= Week / sum;
    }

    void findLevel(const Series &history)
    {
        constexpr double Follow = 0.12;
        constexpr double FarOff = 3.0;
        const qsizetype first = std::max<qsizetype>(0, history.size() - ProfileWeeks * Week);
        Series levels;
        for (qsizetype i = first; i < history.size(); ++i)
            levels.append(history[i] / std::max(0.05, profileAt(i)));
        const double centre = medianOf(levels);
        Series distances;
        for (const double level : levels)
            distances.append(std::abs(level - centre));
        const double reach = FarOff * 1.4826 * medianOf(distances);
        m_level = meanOf(levels.first(std::min<qsizetype>(levels.size(), Week)));
        for (const double level : levels) {
            const double bound = reach > 0 ? std::clamp(level, m_level - reach, m_level + reach) : level;
            m_level += Follow * (bound - m_level);
        }
    }

    qsizetype m_size;
    std::array<double, Week> m_profile;
    double m_level = 0;
};

/// How far sums of \a days days were off at past origins, as a share of what was said; sorted.
Series pastErrors(const Series &history, qsizetype days)
{
    constexpr qsizetype MostOrigins = 60;
    Series errors;
    for (qsizetype origin = history.size() - days; origin >= LeastForProfile && errors.size() < MostOrigins;
         --origin) {
        const Series means = WeeklyModel(history.first(origin)).ahead(1, days);
        const double said = std::accumulate(means.begin(), means.end(), 0.0);
        const Series actual = history.mid(origin, days);
        if (said > 0)
            errors.append(std::accumulate(actual.begin(), actual.end(), 0.0) / said - 1.0);
    }
    std::sort(errors.begin(), errors.end());
    return errors;
}

/// The factor by which a sum of \a days days may turn out at the quantile \a q.
double factorAt(const Series &errors, const Series &history, qsizetype days, double q)
{
    constexpr qsizetype Enough = 10;
    if (errors.size() >= Enough)
        return std::max(0.0, 1.0 + quantile(errors, q));
    // Too little past to measure: the spread of single days, as if they were independent, and of the level.
    const double mean = meanOf(history);
    double square = 0;
    for (const double value : history)
        square += (value - mean) * (value - mean);
    const double spread
        = mean > 0 ? std::sqrt(square / double(std::max<qsizetype>(1, history.size() - 1))) / mean : 0;
    const double deviation = spread * std::sqrt(1.0 / double(days) + 1.0 / double(history.size()));
    // Quantiles of the normal distribution.
    const double z = q < 0.05 ? -1.96 : q < 0.5 ? -1.2816 : q < 0.95 ? 1.2816 : 1.96;
    return std::max(0.0, 1.0 + z * deviation);
}

/// Forecasts made at the same day of past months, against what they ended at.
void backtest(const Series &history, QDate firstDay, QDate today, Forecast &forecast)
{
    double sum = 0;
    for (int back = 1; back <= 12; ++back) {
        const Month month = Month::of(today).plus(-back);
        const QDate at = month.firstDay().addDays(std::min(today.day(), month.days()) - 1);
        const qsizetype origin = firstDay.daysTo(at);
        const qsizetype first = firstDay.daysTo(month.firstDay());
        const qsizetype end = first + month.days();
        if (first < 0 || origin < LeastForProfile || end > history.size())
            break;
        const Series spent = history.mid(first, origin - first);
        const Series open = WeeklyModel(history.first(origin)).ahead(1, end - origin);
        const Series actual = history.mid(first, end - first);
        const double total = std::accumulate(actual.begin(), actual.end(), 0.0);
        if (total <= 0)
            continue;
        const double said = std::accumulate(spent.begin(), spent.end(), 0.0)
            + std::accumulate(open.begin(), open.end(), 0.0);
        sum += std::abs(said / total - 1.0);
        ++forecast.backtestMonths;
    }
    if (forecast.backtestMonths > 0)
        forecast.backtestErrorPercent = static_cast<int>(std::lround(100.0 * sum / forecast.backtestMonths));
}

} // namespace

std::optional<Forecast> forecastMonth(QDate firstDay, const QList<Money> &daily, QDate today,
                                      const QList<Money> &spentSince)
{
    if (daily.size() < ForecastMinimumDays)
        return std::nullopt;
    const Currency currency = daily.first().currency();
    const auto money = [currency](double nanos) {
        constexpr double Most = 9.0e18;
        return Money::fromNanos(static_cast<qint64>(std::llround(std::clamp(nanos, -Most, Most))), currency);
    };
    Series history;
    for (const Money &amount : daily)
        history.append(double(amount.nanos()));
    const QDate firstOpen = firstDay.addDays(daily.size());
    const QDate monthEnd = Month::of(today).range().to;
    const WeeklyModel model(history);
    const Series oneDay = pastErrors(history, 1);

    Forecast forecast;
    double spent = 0; // of this month's whole days, and of days to come what is there already
    for (QDate day = std::max(Month::of(today).firstDay(), firstDay); day < firstOpen; day = day.addDays(1))
        spent += history[firstDay.daysTo(day)];
    double open = 0;
    for (QDate day = firstOpen; day < monthEnd; day = day.addDays(1)) {
        if (day < Month::of(today).firstDay())
            continue; // a vendor so late that last month is not whole yet
        const qsizetype since = firstOpen.daysTo(day);
        const double there = since < spentSince.size() ? double(spentSince[since].nanos()) : 0;
        const double mean = std::max(there, model.ahead(since + 1));
        spent += there;
        open += mean - there;
        if (day >= today) {
            forecast.days.append({day, money(mean),
                                  money(std::max(there, mean * factorAt(oneDay, history, 1, 0.1))),
                                  money(mean * std::max(1.0, factorAt(oneDay, history, 1, 0.9)))});
        }
    }
    const auto days = static_cast<qsizetype>(std::max<qint64>(1, firstOpen.daysTo(monthEnd)));
    const Series errors = pastErrors(history, days);
    const auto end = [&](double q) { return spent + open * factorAt(errors, history, days, q); };
    forecast.mean = money(spent + open);
    forecast.lower80 = money(std::min(spent + open, end(0.1)));
    forecast.upper80 = money(std::max(spent + open, end(0.9)));
    forecast.lower95 = money(std::min(spent + open, end(0.025)));
    forecast.upper95 = money(std::max(spent + open, end(0.975)));
    backtest(history, firstDay, today, forecast);
    forecast.method = history.size() >= LeastForProfile
        ? Texts::tr(
            "Weekly rhythm of the last eight weeks times a level that follows the last weeks; the range "
            "comes from how far the same method was off on earlier days.")
        : Texts::tr("Mean of the days so far; the range comes from how much they differ.");
    return forecast;
}

} // namespace Costglass
