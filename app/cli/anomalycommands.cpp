// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"
#include "evenseries.h"
#include "summaryquestion.h"

#include "analytics/anomalies.h"
#include "base/json.h"
#include "base/moneytext.h"
#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QString numberText(double value)
{
    return QLocale().toString(value, 'g', 6);
}

int printSeriesLooks(Cli &cli, const SeriesFile &file, const std::vector<ValueLook> &looks)
{
    QJsonArray scores;
    QJsonArray anomalies;
    QList<QStringList> rows;
    for (size_t i = 0; i < looks.size(); ++i) {
        const ValueLook &look = looks[i];
        scores.append(look.score);
        if (!look.isOdd())
            continue;
        anomalies.append(QJsonObject{{u"index"_s, static_cast<qint64>(i)},
                                     {u"value"_s, file.values[i]},
                                     {u"expected"_s, look.expected},
                                     {u"lower"_s, look.lower},
                                     {u"upper"_s, look.upper},
                                     {u"score"_s, look.score}});
        rows.append({QString::number(file.lines[static_cast<qsizetype>(i)]), numberText(file.values[i]),
                     numberText(look.expected), numberText(look.lower), numberText(look.upper),
                     QLocale().toString(look.score, 'f', 2)});
    }
    if (cli.json)
        return cli.print({{u"scores"_s, scores}, {u"anomalies"_s, anomalies}});
    if (rows.isEmpty())
        cli.out << Texts::tr("Nothing is out of the ordinary.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Line"), Texts::tr("Value"), Texts::tr("Expected"), Texts::tr("Usually from"),
                    Texts::tr("to"), Texts::tr("Score")},
                   rows, {0, 1, 2, 3, 4, 5});
    cli.out.flush();
    return 0;
}

int lookAtFile(Cli &cli)
{
    const auto file = readSeriesFile(cli.arguments.value(u"series"_s), cli.arguments.value(u"column"_s));
    if (!file)
        return cli.failOn(file.error());
    const EvenSeries series = looseSeries(*file);
    if (series.irregular > 0 && !cli.quiet) {
        cli.err << Texts::tr("%n rows are not later than the row before; rows are looked at as they come.",
                             nullptr, static_cast<int>(series.irregular))
                << '\n';
        cli.err.flush();
    }
    // The usual rhythm of the step: one found in the values would let later rows speak in earlier scores.
    return printSeriesLooks(cli, *file, lookAtSeries(series.values, series.places, series.usualSeason()));
}

QJsonObject anomalyToJson(const SpendAnomaly &anomaly)
{
    QJsonObject scope;
    if (!anomaly.vendor.isNull())
        scope.insert(u"vendor"_s, anomaly.vendor);
    QJsonArray causes;
    for (const AnomalyCause &cause : anomaly.causes) {
        QJsonObject object{{u"dim"_s, dimName(cause.dim)},
                           {u"value"_s, cause.value},
                           {u"impact"_s, moneyToJson(cause.impact)}};
        if (!cause.name.isNull())
            object.insert(dimName(cause.dim) + u"_name"_s, cause.name);
        causes.append(object);
    }
    return {{u"day"_s, anomaly.day.toString(Qt::ISODate)},
            {u"scope"_s, scope},
            {u"actual"_s, moneyToJson(anomaly.actual)},
            {u"expected"_s, moneyToJson(anomaly.expected)},
            {u"lower"_s, moneyToJson(anomaly.lower)},
            {u"upper"_s, moneyToJson(anomaly.upper)},
            {u"impact"_s, moneyToJson(anomaly.impact)},
            {u"score"_s, anomaly.score},
            {u"cause"_s, causes}};
}

int printAnomalies(Cli &cli, const QList<SpendAnomaly> &anomalies)
{
    QJsonArray array;
    QList<QStringList> rows;
    for (const SpendAnomaly &anomaly : anomalies) {
        array.append(anomalyToJson(anomaly));
        QStringList causes;
        for (const AnomalyCause &cause : anomaly.causes)
            causes.append(Texts::tr("%1 %2: %3", "dimension value: amount")
                              .arg(dimName(cause.dim), cause.name.isNull() ? cause.value : cause.name,
                                   moneyText(cause.impact)));
        rows.append({anomaly.day.toString(Qt::ISODate), anomaly.vendor.isNull() ? u"–"_s : anomaly.vendor,
                     moneyText(anomaly.actual), moneyText(anomaly.expected), moneyText(anomaly.impact),
                     causes.join(u"; "_s)});
    }
    if (cli.json)
        cli.out << QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
    else if (rows.isEmpty())
        cli.out << Texts::tr("Nothing is out of the ordinary.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Day"), Texts::tr("Vendor"), Texts::tr("Actual"), Texts::tr("Expected"),
                    Texts::tr("Impact"), Texts::tr("Cause")},
                   rows, {2, 3, 4});
    cli.out.flush();
    return 0;
}

int anomalies(Cli &cli)
{
    const Arguments &arguments = cli.arguments;
    if (arguments.has(u"series"_s))
        return lookAtFile(cli);
    const QDate today = dayOf(cli.now(), QTimeZone::utc());
    const auto month
        = arguments.has(u"month"_s) ? Month::parse(arguments.value(u"month"_s)) : Month::of(today);
    const auto where = readWhere(arguments);
    if (!month || !where)
        return cli.badUsage(month ? where.error() : month.error());
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto currency = mainCurrency(**store, month->range(), *where);
    if (!currency)
        return cli.fail(currency.error());
    const auto least = arguments.has(u"min-impact"_s)
        ? Money::parse(arguments.value(u"min-impact"_s), *currency)
        : Money::zero(*currency);
    if (!least)
        return cli.badUsage(least.error());
    const auto found = spendAnomalies(
        **store, {.days = month->range(), .where = *where, .currency = *currency, .least = *least}, today);
    return found ? printAnomalies(cli, *found) : cli.fail(found.error());
}

} // namespace

QList<Command> anomalyCommands()
{
    return {
        {u"anomalies"_s,
         {},
         Texts::tr("Days on which spend was out of the ordinary, and why; or such rows of any series."),
         {u"anomalies --month 2026-11"_s, u"anomalies --where vendor=openai --min-impact 10 --json"_s,
          u"anomalies --series requests.csv"_s},
         {{u"month"_s, u"YYYY-MM"_s, Texts::tr("this month (the present one when nothing is said)")},
          {u"where"_s, u"DIM=VALUE"_s, Texts::tr("only spend with this value; may be repeated")},
          {u"min-impact"_s, u"AMOUNT"_s, Texts::tr("leave out what makes less difference")},
          {u"series"_s, u"FILE"_s, Texts::tr("a CSV file with header instead: times first, then numbers")},
          {u"column"_s, u"C"_s,
           Texts::tr("which column, by name or number (the first when nothing is said)")}},
         0,
         0,
         anomalies}};
}

} // namespace Costglass
