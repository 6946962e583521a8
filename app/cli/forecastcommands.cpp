// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"
#include "evenseries.h"
#include "summaryquestion.h"

#include "analytics/seriesforecast.h"
#include "base/json.h"
#include "base/moneytext.h"
#include "engine/budgetstanding.h"
#include "engine/monthwords.h"
#include "engine/spendforecast.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

constexpr int LongestHorizon = 10'000;

/// A whole number in \a least…\a most from an option, or \a otherwise without it.
Result<int> readNumber(const Arguments &arguments, const QString &name, int least, int most, int otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    bool valid = false;
    const int number = arguments.value(name).toInt(&valid);
    if (valid && number >= least && number <= most)
        return number;
    return failure(Error::Kind::Config,
                   Texts::tr("--%1 is a whole number from %2 to %3, not “%4”.")
                       .arg(name)
                       .arg(least)
                       .arg(most)
                       .arg(arguments.value(name)));
}

/// Which ranges the text shows; JSON always has both.
Result<QList<int>> readLevels(const Arguments &arguments)
{
    if (!arguments.has(u"level"_s))
        return QList<int>{80, 95};
    QList<int> levels;
    for (const QString &level : arguments.value(u"level"_s).split(u',', Qt::SkipEmptyParts)) {
        if (level != u"80" && level != u"95")
            return failure(Error::Kind::Config, Texts::tr("--level is 80, 95 or both with a comma between."));
        levels.append(level.toInt());
    }
    return levels;
}

void tell(Cli &cli, const QString &text)
{
    if (cli.quiet)
        return;
    cli.err << text << '\n';
    cli.err.flush();
}

QJsonArray column(const std::vector<Outlook> &steps, double Outlook::*member)
{
    QJsonArray array;
    for (const Outlook &step : steps)
        array.append(step.*member);
    return array;
}

QString numberText(double value)
{
    return QLocale().toString(value, 'g', 6);
}

/// What a series' forecast is told with.
struct SeriesAnswer
{
    QString column;
    QStringList times; ///< of the steps
    QString method;
    SeriesForecast forecast;
};

int printSeriesJson(Cli &cli, const SeriesAnswer &answer)
{
    const std::vector<Outlook> &steps = answer.forecast.steps;
    const SeriesBacktest &backtest = answer.forecast.backtest;
    return cli.print({{u"method"_s, answer.method},
                      {u"column"_s, answer.column},
                      {u"at"_s, QJsonArray::fromStringList(answer.times)},
                      {u"mean"_s, column(steps, &Outlook::mean)},
                      {u"lower80"_s, column(steps, &Outlook::lower80)},
                      {u"upper80"_s, column(steps, &Outlook::upper80)},
                      {u"lower95"_s, column(steps, &Outlook::lower95)},
                      {u"upper95"_s, column(steps, &Outlook::upper95)},
                      {u"backtest"_s,
                       QJsonObject{{u"origins"_s, backtest.origins},
                                   {u"mase"_s, backtest.mase},
                                   {u"coverage80"_s, backtest.coverage80},
                                   {u"coverage95"_s, backtest.coverage95}}}});
}

int printSeriesText(Cli &cli, const SeriesAnswer &answer, const QList<int> &levels)
{
    QStringList header{Texts::tr("At"), Texts::tr("Mean")};
    for (const int level : levels)
        header += {Texts::tr("%1 % from").arg(level), Texts::tr("to")};
    QList<QStringList> rows;
    for (size_t i = 0; i < answer.forecast.steps.size(); ++i) {
        const Outlook &step = answer.forecast.steps[i];
        QStringList cells{answer.times[static_cast<qsizetype>(i)], numberText(step.mean)};
        for (const int level : levels)
            cells += {numberText(level == 80 ? step.lower80 : step.lower95),
                      numberText(level == 80 ? step.upper80 : step.upper95)};
        rows.append(cells);
    }
    printTable(cli.out, header, rows, {1, 2, 3, 4, 5});
    const SeriesBacktest &backtest = answer.forecast.backtest;
    cli.out << Texts::tr("%1. At %2 past moments its error was %3 of that of “as one rhythm before”; %4 % of "
                         "values fell into 80 % ranges, %5 % into 95 % ranges.")
                   .arg(answer.method)
                   .arg(backtest.origins)
                   .arg(QLocale().toString(backtest.mase, 'f', 2))
                   .arg(std::lround(100 * backtest.coverage80))
                   .arg(std::lround(100 * backtest.coverage95))
            << '\n';
    cli.out.flush();
    return 0;
}

/// The even series of a file, long enough to be forecast.
Result<EvenSeries> enoughValues(const SeriesFile &file)
{
    auto series = evenSeries(file);
    if (!series)
        return series;
    const auto known = std::count_if(series->values.begin(), series->values.end(),
                                     [](double value) { return !std::isnan(value); });
    if (known < SeriesMinimumValues)
        return failure(
            Error::Kind::Format,
            Texts::tr("The series has %n known values.", nullptr, static_cast<int>(known)),
            Texts::tr("A forecast needs at least %1: give a longer series.").arg(SeriesMinimumValues));
    return series;
}

int forecastFile(Cli &cli, const QList<int> &levels)
{
    const Arguments &arguments = cli.arguments;
    if (!arguments.has(u"horizon"_s))
        return cli.badUsage(Texts::tr("--series needs --horizon, the number of steps to forecast."));
    const auto horizon = readNumber(arguments, u"horizon"_s, 1, LongestHorizon, 1);
    const auto season = readNumber(arguments, u"season"_s, 1, LongestHorizon, 0);
    if (!horizon || !season)
        return cli.badUsage(horizon ? season.error() : horizon.error());
    const auto file = readSeriesFile(arguments.value(u"series"_s), arguments.value(u"column"_s));
    if (!file)
        return cli.failOn(file.error());
    const auto series = enoughValues(*file);
    if (!series)
        return cli.failOn(series.error());
    if (series->gaps > 0)
        tell(cli,
             Texts::tr("%n steps without a row count as missing.", nullptr, static_cast<int>(series->gaps)));
    const int rhythm = *season > 0 ? *season : series->season();
    SeriesAnswer answer{file->column, {}, {}, {}};
    answer.forecast = forecastSeries(
        series->values, {.horizon = *horizon, .season = rhythm, .longSeason = series->longSeason(rhythm)});
    answer.method = Texts::tr("Average of %n methods, loudest: %1", nullptr, answer.forecast.methods)
                        .arg(describeMethod(answer.forecast.best));
    for (int ahead = 1; ahead <= *horizon; ++ahead)
        answer.times.append(timeAhead(*file, *series, ahead));
    return cli.json ? printSeriesJson(cli, answer) : printSeriesText(cli, answer, levels);
}

/// Everything that one month's forecast is told with.
struct MonthAnswer
{
    Month month;
    Money actual;
    std::optional<Forecast> forecast;
    QString explanation;
    QList<BudgetStanding> breaches;
};

Result<MonthAnswer> readMonth(Store &store, const Arguments &arguments, QDate today)
{
    const auto month
        = arguments.has(u"month"_s) ? Month::parse(arguments.value(u"month"_s)) : Month::of(today);
    const auto where = readWhere(arguments);
    if (!month || !where)
        return std::unexpected(month ? where.error() : month.error());
    if (*month > Month::of(today))
        return failure(Error::Kind::Config, Texts::tr("%1 has not begun.").arg(month->toString()),
                       Texts::tr("Ask for the present month or a past one."));
    const DateRange days = month->range().intersected({month->firstDay(), today.addDays(1)});
    const auto currency = mainCurrency(store, days, *where);
    if (!currency)
        return std::unexpected(currency.error());
    MonthAnswer answer{*month, Money::zero(*currency), {}, {}, {}};
    const auto daily = dailySpend(store, days, *where, *currency);
    if (!daily)
        return std::unexpected(daily.error());
    for (const Money &day : *daily) {
        const auto sum = answer.actual.plus(day);
        if (!sum)
            return std::unexpected(sum.error());
        answer.actual = *sum;
    }
    if (*month < Month::of(today)) {
        Forecast &over = answer.forecast.emplace();
        for (Money *end :
             {&over.mean, &over.lower80, &over.upper80, &over.lower95, &over.upper95, &over.exceeded80})
            *end = answer.actual;
        answer.explanation = Texts::tr("The month is over; this is what it came to.");
        return answer;
    }
    const auto forecast = forecastSpend(store, *where, *currency, today);
    const auto standings = budgetStandings(store, today);
    if (!forecast || !standings)
        return std::unexpected(forecast ? standings.error() : forecast.error());
    answer.forecast = *forecast;
    answer.explanation = *forecast
        ? (*forecast)->method
        : Texts::tr("There is no forecast yet: it needs %1 whole days of spend.").arg(ForecastMinimumDays);
    std::copy_if(standings->begin(), standings->end(), std::back_inserter(answer.breaches),
                 [](const BudgetStanding &standing) { return standing.breachDay.has_value(); });
    return answer;
}

QJsonValue shareOrNull(const std::optional<double> &share)
{
    return share ? QJsonValue(*share) : QJsonValue();
}

int printMonthJson(Cli &cli, const MonthAnswer &answer)
{
    const auto &forecast = answer.forecast;
    const auto money = [&forecast](Money Forecast::*member) {
        return forecast ? QJsonValue(moneyToJson((*forecast).*member)) : QJsonValue();
    };
    QJsonArray breaches;
    for (const BudgetStanding &standing : answer.breaches)
        breaches.append(QJsonObject{{u"budget"_s, standing.budget.name},
                                    {u"date"_s, standing.breachDay->toString(Qt::ISODate)}});
    QJsonArray days;
    for (const DayForecast &day : forecast ? forecast->days : QList<DayForecast>())
        days.append(QJsonObject{{u"day"_s, day.day.toString(Qt::ISODate)},
                                {u"mean"_s, moneyToJson(day.mean)},
                                {u"lower80"_s, moneyToJson(day.lower80)},
                                {u"upper80"_s, moneyToJson(day.upper80)}});
    const Forecast tried = forecast.value_or(Forecast());
    const QJsonValue mape
        = tried.backtestErrorPercent ? QJsonValue(*tried.backtestErrorPercent / 100.0) : QJsonValue();
    return cli.print(
        {{u"month"_s, answer.month.toString()},
         {u"actual"_s, moneyToJson(answer.actual)},
         {u"mean"_s, money(&Forecast::mean)},
         {u"lower80"_s, money(&Forecast::lower80)},
         {u"upper80"_s, money(&Forecast::upper80)},
         {u"lower95"_s, money(&Forecast::lower95)},
         {u"upper95"_s, money(&Forecast::upper95)},
         {u"planned"_s, forecast ? moneyOrNull(forecast->planned) : QJsonValue()},
         {u"method"_s,
          forecast ? QJsonValue(forecast->days.isEmpty() ? u"actual"_s : u"combination"_s) : QJsonValue()},
         {u"explanation"_s, answer.explanation},
         {u"backtest"_s,
          QJsonObject{{u"months"_s, tried.backtestMonths},
                      {u"mape"_s, mape},
                      {u"coverage80"_s, shareOrNull(tried.backtestCoverage80)},
                      {u"coverage95"_s, shareOrNull(tried.backtestCoverage95)}}},
         {u"breach"_s, breaches},
         {u"days"_s, days}});
}

int printMonthText(Cli &cli, const MonthAnswer &answer, const QList<int> &levels)
{
    cli.out << Texts::tr("%1: %2 spent so far").arg(answer.month.toString(), moneyText(answer.actual))
            << '\n';
    if (const auto &forecast = answer.forecast; forecast && !forecast->days.isEmpty()) {
        cli.out << Texts::tr("Likely at the end: %1").arg(moneyText(forecast->mean)) << '\n';
        for (const int level : levels)
            cli.out << Texts::tr("%1 %: %2 to %3")
                           .arg(level)
                           .arg(moneyText(level == 80 ? forecast->lower80 : forecast->lower95),
                                moneyText(level == 80 ? forecast->upper80 : forecast->upper95))
                    << '\n';
    }
    cli.out << answer.explanation << '\n';
    if (answer.forecast && answer.forecast->backtestErrorPercent)
        cli.out << Texts::tr("On the same day of the last %n months it was %1 % off on average.", nullptr,
                             answer.forecast->backtestMonths)
                       .arg(*answer.forecast->backtestErrorPercent)
                << '\n';
    for (const BudgetStanding &standing : answer.breaches)
        cli.out << Texts::tr("Budget “%1” is likely to be passed on %2.")
                       .arg(standing.budget.name, dayName(*standing.breachDay))
                << '\n';
    cli.out.flush();
    return 0;
}

int forecast(Cli &cli)
{
    const auto levels = readLevels(cli.arguments);
    if (!levels)
        return cli.badUsage(levels.error());
    if (cli.arguments.has(u"series"_s))
        return forecastFile(cli, *levels);
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto answer = readMonth(**store, cli.arguments, dayOf(cli.now(), QTimeZone::utc()));
    if (!answer)
        return cli.failOn(answer.error());
    return cli.json ? printMonthJson(cli, *answer) : printMonthText(cli, *answer, *levels);
}

} // namespace

QList<Command> forecastCommands()
{
    return {
        {u"forecast"_s,
         {},
         Texts::tr("Where the month will end, or how any series will go on, and how sure that is."),
         {u"forecast"_s, u"forecast --where vendor=openai --json"_s,
          u"forecast --series sales.csv --horizon 28"_s},
         {{u"month"_s, u"YYYY-MM"_s, Texts::tr("this month (the present one when nothing is said)")},
          {u"where"_s, u"DIM=VALUE"_s, Texts::tr("only spend with this value; may be repeated")},
          {u"level"_s, u"80,95"_s, Texts::tr("which ranges to print")},
          {u"series"_s, u"FILE"_s, Texts::tr("a CSV file with header instead: times first, then numbers")},
          {u"horizon"_s, u"H"_s, Texts::tr("how many steps of the series to forecast")},
          {u"season"_s, u"S"_s,
           Texts::tr("steps after which it repeats; 1 = never (found when nothing is said)")},
          {u"column"_s, u"C"_s,
           Texts::tr("which column, by name or number (the first when nothing is said)")}},
         0,
         0,
         forecast}};
}

} // namespace Costglass
