// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evenseries.h"

#include "analytics/seriesmath.h"
#include "base/dates.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::SeriesFile)
};

constexpr qint64 Day = 24 * 3600;
constexpr qint64 Week = 7 * Day;
constexpr qint64 ShortestMonth = 28 * Day;
constexpr qint64 MostSteps = 5'000'000;

QDate dateOf(qint64 seconds)
{
    return QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay()
                                + static_cast<qint64>(std::floor(static_cast<double>(seconds) / Day)));
}

int monthNumber(qint64 seconds)
{
    const QDate date = dateOf(seconds);
    return date.year() * 12 + date.month() - 1;
}

/// The usual distance of neighbours: the middle one.
template<typename Number>
Number usualStep(std::vector<Number> distances)
{
    std::erase_if(distances, [](Number distance) { return distance <= 0; });
    if (distances.empty())
        return 1;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

/// Months apart and always on the same day, or on the last: then steps are months.
bool isMonthly(const QList<qint64> &times, qint64 step)
{
    if (step < ShortestMonth)
        return false;
    const int day = dateOf(times.first()).day();
    return std::all_of(times.begin(), times.end(), [day](qint64 time) {
        const QDate date = dateOf(time);
        return date.day() == day || (day >= 28 && date.day() == date.daysInMonth());
    });
}

/// Finds the step and gives each row its place on the grid, exactly where it lies.
std::vector<double> measure(const SeriesFile &file, EvenSeries &series, qsizetype rowsForStep)
{
    std::vector<double> places;
    if (file.times.isEmpty()) {
        for (size_t i = 0; i < file.values.size(); ++i)
            places.push_back(static_cast<double>(i));
        return places;
    }
    const QList<qint64> first = file.times.first(std::min(rowsForStep, file.times.size()));
    std::vector<qint64> distances;
    for (qsizetype i = 1; i < first.size(); ++i)
        distances.push_back(file.times[i] - file.times[i - 1]);
    series.seconds = usualStep(distances);
    if (isMonthly(first, series.seconds)) {
        std::vector<int> months;
        for (qsizetype i = 1; i < first.size(); ++i)
            months.push_back(monthNumber(file.times[i]) - monthNumber(file.times[i - 1]));
        series.months = usualStep(months);
        series.seconds = 0;
    }
    for (const qint64 time : file.times) {
        places.push_back(
            series.months > 0
                ? static_cast<double>(monthNumber(time) - monthNumber(file.times.first())) / series.months
                : static_cast<double>(time - file.times.first()) / static_cast<double>(series.seconds));
    }
    return places;
}

std::unexpected<Error> badRow(const SeriesFile &file, size_t row, const QString &what, const QString &remedy)
{
    return failure(Error::Kind::Format,
                   Texts::tr("Line %1: %2").arg(file.lines[static_cast<qsizetype>(row)]).arg(what), remedy);
}

Result<void> checkOrder(const SeriesFile &file)
{
    for (qsizetype i = 1; i < file.times.size(); ++i) {
        const int before = file.lines[i - 1];
        if (file.times[i] == file.times[i - 1])
            return badRow(file, static_cast<size_t>(i), Texts::tr("its time is that of line %1.").arg(before),
                          Texts::tr("Keep one row for each time."));
        if (file.times[i] < file.times[i - 1])
            return badRow(file, static_cast<size_t>(i),
                          Texts::tr("its time lies before that of line %1.").arg(before),
                          Texts::tr("Sort the rows by time, oldest first."));
    }
    return {};
}

} // namespace

int EvenSeries::usualSeason() const
{
    if (months > 0)
        return std::max(1, 12 / months);
    if (seconds == Week)
        return 52;
    if (seconds == Day)
        return 7;
    return seconds > 0 && seconds < Day && Day % seconds == 0 ? static_cast<int>(Day / seconds) : 1;
}

int EvenSeries::season() const
{
    const int usual = usualSeason();
    return usual > 1 || months > 0 ? usual : detectSeason(values);
}

int EvenSeries::longSeason(int season) const
{
    return seconds > 0 && seconds < Day && seconds * season == Day ? 7 * season : 1;
}

Result<EvenSeries> evenSeries(const SeriesFile &file)
{
    if (const auto order = checkOrder(file); !order)
        return std::unexpected(order.error());
    EvenSeries series;
    const std::vector<double> exact = measure(file, series, file.times.size());
    if (exact.back() > MostSteps)
        return failure(Error::Kind::Format,
                       Texts::tr("From the first to the last row are more than %L1 steps.").arg(MostSteps),
                       Texts::tr("Check the times of both, or leave out what is old."));
    constexpr double Tolerance = 0.25; // daylight saving moves a day by an hour
    series.values.assign(static_cast<size_t>(std::lround(exact.back())) + 1, std::nan(""));
    for (size_t row = 0; row < exact.size(); ++row) {
        const auto place = static_cast<int>(std::lround(exact[row]));
        if (std::abs(exact[row] - place) > Tolerance || (row > 0 && place == series.places.back()))
            return badRow(
                file, row, Texts::tr("its time is not a whole number of steps after the first."),
                Texts::tr("Give one row for each hour, day, week or month, at the same place of it."));
        series.places.push_back(place);
        series.values[static_cast<size_t>(place)] = file.values[row];
    }
    series.gaps = static_cast<qint64>(series.values.size() - file.values.size());
    return series;
}

EvenSeries looseSeries(const SeriesFile &file)
{
    EvenSeries series;
    constexpr qsizetype RowsForStep = 100;
    for (const double place : measure(file, series, RowsForStep))
        series.places.push_back(static_cast<int>(std::lround(std::clamp(place, -1e9, 1e9))));
    series.values = file.values;
    for (qsizetype i = 1; i < file.times.size(); ++i)
        series.irregular += file.times[i] <= file.times[i - 1] ? 1 : 0;
    return series;
}

QString timeAhead(const SeriesFile &file, const EvenSeries &series, int ahead)
{
    if (file.times.isEmpty())
        return u'+' + QString::number(ahead);
    const qint64 last = file.times.last();
    if (series.months > 0)
        return dateOf(last).addMonths(ahead * series.months).toString(Qt::ISODate);
    const qint64 time = last + ahead * series.seconds;
    if (!file.hasClock)
        return dateOf(time).toString(Qt::ISODate);
    const QString text = toRfc3339(time);
    return file.kind == SeriesFile::Times::Instants ? text : text.chopped(1);
}

} // namespace Costglass
