// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/forecast.h"

#include "analytics/seriesforecast.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Forecast)
};

constexpr int Week = 7;
constexpr int PresentTries = 64;
constexpr int BacktestTries = 16; // of a forecast that serves only to judge the method

/// A period's end as seen from one day, in nano-units.
struct PeriodEnd
{
    Outlook total;
    std::vector<Outlook> days; ///< from the first day that is not whole
    SeriesForecast series;
};

/// \a history ends before \a firstOpen; \a there is what the days from then on show already.
PeriodEnd seeEnd(std::span<const double> history, QDate firstOpen, const DateRange &period,
                 std::span<const double> there, int tries)
{
    const auto horizon = static_cast<int>(std::max<qint64>(1, firstOpen.daysTo(period.to)));
    const auto ofPeriod = static_cast<size_t>(std::max<qint64>(0, period.from.daysTo(firstOpen)));
    double spent = 0;
    for (const double value : history.last(std::min(history.size(), ofPeriod)))
        spent += value;
    PeriodEnd end;
    const auto sumFrom = static_cast<int>(std::max<qint64>(0, firstOpen.daysTo(period.from))) + 1;
    end.series = forecastSeries(
        history, {.horizon = horizon, .season = Week, .sumFrom = sumFrom, .mostOrigins = tries});
    end.days = end.series.steps;
    double sure = spent;
    double more = 0; // by which days turn out above what was expected of them
    for (size_t i = 0; i < end.days.size(); ++i) {
        const double already = i < there.size() ? there[i] : 0;
        Outlook &day = end.days[i];
        const bool counts = static_cast<int>(i) + 1 >= sumFrom;
        sure += counts ? already : 0;
        more += counts ? std::max(0.0, already - day.mean) : 0;
        for (double *value :
             {&day.mean, &day.lower80, &day.upper80, &day.lower95, &day.upper95, &day.exceeded80})
            *value = std::max(already, *value);
    }
    const Outlook &sum = end.series.sum;
    const auto total = [&](double value) { return std::max(sure, spent + value + more); };
    end.total = {total(sum.mean),    total(sum.lower80), total(sum.upper80),
                 total(sum.lower95), total(sum.upper95), total(sum.exceeded80)};
    return end;
}

Values valuesOf(const QList<Money> &amounts)
{
    Values nanos;
    for (const Money &amount : amounts)
        nanos.push_back(static_cast<double>(amount.nanos()));
    return nanos;
}

/// Forecasts made at the same day of past months, against what these months came to.
void backtest(std::span<const double> history, QDate firstDay, QDate today, Forecast &forecast)
{
    constexpr int MostMonths = 12;
    constexpr qint64 MostDays = 400; // of history behind each: more would cost time and change little
    double errors = 0;
    int inside80 = 0;
    int inside95 = 0;
    for (int back = 1; back <= MostMonths; ++back) {
        const Month month = Month::of(today).plus(-back);
        const QDate at = month.firstDay().addDays(std::min(today.day(), month.days()) - 1);
        const qint64 known = firstDay.daysTo(at);
        const qint64 first = firstDay.daysTo(month.firstDay());
        const qint64 end = first + month.days();
        if (first < 0 || known < 2 * ForecastMinimumDays || end > static_cast<qint64>(history.size()))
            break;
        double actual = 0;
        for (const double value :
             history.subspan(static_cast<size_t>(first), static_cast<size_t>(month.days())))
            actual += value;
        if (actual <= 0)
            continue;
        const qint64 seen = std::min(known, MostDays);
        const auto past = history.subspan(static_cast<size_t>(known - seen), static_cast<size_t>(seen));
        const Outlook said = seeEnd(past, at, month.range(), {}, BacktestTries).total;
        errors += std::abs(said.mean / actual - 1);
        inside80 += actual >= said.lower80 && actual <= said.upper80 ? 1 : 0;
        inside95 += actual >= said.lower95 && actual <= said.upper95 ? 1 : 0;
        ++forecast.backtestMonths;
    }
    if (forecast.backtestMonths == 0)
        return;
    forecast.backtestErrorPercent = static_cast<int>(std::lround(100 * errors / forecast.backtestMonths));
    forecast.backtestCoverage80 = static_cast<double>(inside80) / forecast.backtestMonths;
    forecast.backtestCoverage95 = static_cast<double>(inside95) / forecast.backtestMonths;
}

QString methodText(const SeriesForecast &series)
{
    return Texts::
        tr("Average of the %n methods that did best on earlier days of this spend, loudest: %1. The range "
           "comes from how far that average was off.",
           nullptr, series.methods)
            .arg(describeMethod(series.best));
}

} // namespace

QString describeMethod(const FilterSpec &method)
{
    if (method.isIntermittent)
        return method.level > 0 ? Texts::tr("chance and size of spend apart") : Texts::tr("mean of all days");
    if (method.season >= 1)
        return Texts::tr("as one rhythm before");
    if (method.period > 1) {
        if (method.grows())
            return method.isLog ? Texts::tr("level, trend and multiplying rhythm, smoothed")
                                : Texts::tr("level, trend and rhythm, smoothed");
        return method.isLog ? Texts::tr("level and multiplying rhythm, smoothed")
                            : Texts::tr("level and rhythm, smoothed");
    }
    if (method.grows())
        return Texts::tr("level and trend, smoothed");
    return method.level >= 1 ? Texts::tr("as the value before") : Texts::tr("level, smoothed");
}

std::optional<Forecast> forecastPeriod(const DateRange &period, QDate firstDay, const QList<Money> &daily,
                                       QDate today, const QList<Money> &spentSince)
{
    if (daily.size() < ForecastMinimumDays)
        return std::nullopt;
    const Currency currency = daily.first().currency();
    const auto money = [currency](double nanos) {
        constexpr double Most = 9.0e18;
        return Money::fromNanos(static_cast<qint64>(std::llround(std::clamp(nanos, -Most, Most))), currency);
    };
    const QDate firstOpen = firstDay.addDays(daily.size());
    const PeriodEnd end = seeEnd(valuesOf(daily), firstOpen, period, valuesOf(spentSince), PresentTries);

    Forecast forecast;
    forecast.mean = money(end.total.mean);
    forecast.lower80 = money(end.total.lower80);
    forecast.upper80 = money(end.total.upper80);
    forecast.lower95 = money(end.total.lower95);
    forecast.upper95 = money(end.total.upper95);
    forecast.exceeded80 = money(end.total.exceeded80);
    for (size_t i = 0; i < end.days.size(); ++i) {
        const QDate day = firstOpen.addDays(static_cast<qint64>(i));
        if (day >= today && day < period.to)
            forecast.days.append(
                {day, money(end.days[i].mean), money(end.days[i].lower80), money(end.days[i].upper80)});
    }
    forecast.method = methodText(end.series);
    return forecast;
}

std::optional<Forecast> forecastMonth(QDate firstDay, const QList<Money> &daily, QDate today,
                                      const QList<Money> &spentSince)
{
    auto forecast = forecastPeriod(Month::of(today).range(), firstDay, daily, today, spentSince);
    if (forecast)
        backtest(valuesOf(daily), firstDay, today, *forecast);
    return forecast;
}

} // namespace Costglass
