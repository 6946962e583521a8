// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "base/json.h"
#include "pricing/bundledprices.h"
#include "pricing/estimate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

using Column = std::optional<Decimal>;

QJsonValue moneyOf(const Column &amount, Currency currency)
{
    return amount ? QJsonValue(exactMoney(*amount, currency)) : QJsonValue();
}

QString nameOf(const Candidate &candidate)
{
    QStringList parts;
    for (const Candidate::Part &part : candidate.parts)
        parts.append(part.share == Decimal(1) ? part.model : part.model + u" × "_s + part.share.toString());
    return parts.join(u" + "_s);
}

QJsonObject columnsToJson(const QList<std::pair<QString, Column>> &columns, Currency currency)
{
    QJsonObject object;
    for (const auto &[name, amount] : columns)
        object.insert(name, moneyOf(amount, currency));
    return object;
}

QJsonObject rowToJson(const EstimateRow &row)
{
    QJsonArray mix;
    for (const Candidate::Part &part : row.candidate.parts)
        mix.append(QJsonObject{
            {u"vendor"_s, part.vendor}, {u"model"_s, part.model}, {u"share"_s, part.share.toString()}});
    const Currency dollars = Currency::usd();
    const bool single = row.candidate.parts.size() == 1;
    const Candidate::Part &first = row.candidate.parts.front();
    return {{u"vendor"_s, single ? QJsonValue(first.vendor) : QJsonValue()},
            {u"model"_s, single ? QJsonValue(first.model) : QJsonValue()},
            {u"mix"_s, mix},
            {u"workloads"_s, columnsToJson(row.workloads, row.currency)},
            {u"model_cost"_s, moneyOf(row.modelCost, row.currency)},
            {u"storage"_s, columnsToJson(row.storage, dollars)},
            {u"support"_s, moneyOf(row.support, dollars)},
            {u"seats"_s, moneyOf(row.seats, dollars)},
            {u"tax"_s, moneyOf(row.tax, dollars)},
            {u"total"_s, moneyOf(row.total, dollars)},
            {u"year_model_cost"_s, moneyOf(row.yearModelCost, row.currency)},
            {u"sensitivity"_s,
             QJsonObject{{u"minus_20_percent"_s, moneyOf(row.totalLess, dollars)},
                         {u"plus_20_percent"_s, moneyOf(row.totalMore, dollars)}}},
            {u"unknown"_s, QJsonArray::fromStringList(row.unknown)},
            {u"notes"_s, QJsonArray::fromStringList(row.notes)},
            {u"price"_s,
             QJsonObject{{u"source"_s, row.provenance.source},
                         {u"as_of"_s, row.provenance.asOf},
                         {u"confidence"_s, row.provenance.confidence}}}};
}

void printRows(Cli &cli, const QList<EstimateRow> &rows)
{
    const auto cell = [](const Column &amount) {
        return amount ? QString::fromLatin1(exactAmount(amount->rounded(2, Rounding::HalfUp))) : u"–"_s;
    };
    QList<QStringList> cells;
    for (const EstimateRow &row : rows) {
        Decimal stored = 0;
        for (const auto &[name, amount] : row.storage)
            stored += amount.value_or(0);
        cells.append({row.candidate.parts.front().vendor, nameOf(row.candidate),
                      cell(row.modelCost) + u' ' + row.currency.code(), cell(stored), cell(row.support),
                      cell(row.seats), cell(row.tax), cell(row.total), cell(row.totalLess),
                      cell(row.totalMore), row.provenance.asOf, (row.unknown + row.notes).join(u"; "_s)});
    }
    printTable(cli.out,
               {Texts::tr("Vendor"), Texts::tr("Model"), Texts::tr("Models"), Texts::tr("Storage"),
                Texts::tr("Support"), Texts::tr("Seats"), Texts::tr("Tax"), Texts::tr("Total"),
                Texts::tr("-20 %"), Texts::tr("+20 %"), Texts::tr("As of"), Texts::tr("Unknown or assumed")},
               cells, {2, 3, 4, 5, 6, 7, 8, 9});
}

/// What the ledger saw in the last 30 whole days, as workloads to edit: one for each model.
Result<QByteArray> lastThirtyDays(const Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return std::unexpected(store.error());
    Query query;
    const QDate today = dayOf(cli.now(), QTimeZone::utc());
    query.days = {today.addDays(-30), today};
    query.by = {Dim::Vendor, Dim::Model};
    const auto summary = (*store)->summary(query);
    if (!summary)
        return std::unexpected(summary.error());
    QJsonArray workloads;
    QJsonArray models;
    for (const SummaryRow &row : summary->rows) {
        if (!row.requests || *row.requests <= 0 || row.keys[1].isNull())
            continue;
        const Decimal requests = *row.requests;
        const Decimal input
            = Decimal(row.input.value_or(0)) + row.cacheRead.value_or(0) + row.cacheWrite.value_or(0);
        const Decimal hit
            = input.isZero() ? Decimal(0) : Decimal(row.cacheRead.value_or(0)).dividedBy(input, 4);
        workloads.append(
            QJsonObject{{u"name"_s, row.keys[1]},
                        {u"per_day"_s, requests.dividedBy(30, 4).toString()},
                        {u"tokens_in"_s, input.dividedBy(requests, 4).toString()},
                        {u"tokens_out"_s, Decimal(row.output.value_or(0)).dividedBy(requests, 4).toString()},
                        {u"hit"_s, hit.toString()}});
        models.append(QJsonObject{{u"vendor"_s, row.keys[0]}, {u"model"_s, row.keys[1]}});
    }
    if (workloads.isEmpty())
        return failure(Error::Kind::Config, Texts::tr("The ledger knows of no requests in the last 30 days."),
                       Texts::tr("“costglass-cli sync” asks the vendors."));
    return QJsonDocument(QJsonObject{{u"schema"_s, u"costglass-scenario/1"_s},
                                     {u"id"_s, u"last-30-days"_s},
                                     {u"days_per_month"_s, u"30"_s},
                                     {u"workloads"_s, workloads},
                                     {u"models"_s, models}})
        .toJson(QJsonDocument::Indented);
}

int printTemplate(Cli &cli, const QString &name)
{
    const auto text
        = name == u"last-30-days" ? lastThirtyDays(cli) : Result<QByteArray>(scenarioTemplate(name));
    if (!text)
        return cli.fail(text.error());
    if (text->isEmpty())
        return cli.badUsage(Texts::tr("--template is education, e-commerce, healthcare or last-30-days."));
    cli.out << QString::fromUtf8(*text);
    cli.out.flush();
    return 0;
}

/// The instant whose prices count: now, or with --month the middle of its first day.
Result<qint64> instantOf(const Cli &cli)
{
    if (!cli.arguments.has(u"month"_s))
        return cli.now();
    const auto month = Month::parse(cli.arguments.value(u"month"_s));
    if (!month)
        return std::unexpected(month.error());
    return *month == Month::of(dayOf(cli.now(), QTimeZone::utc()))
        ? cli.now()
        : dayStart(month->firstDay(), QTimeZone::utc()) + 12 * 3600;
}

int estimateScenario(Cli &cli)
{
    if (cli.arguments.has(u"template"_s))
        return printTemplate(cli, cli.arguments.value(u"template"_s));
    const QString path = cli.arguments.word(0);
    const auto at = instantOf(cli);
    if (path.isEmpty() || !at)
        return at ? cli.badUsage(Texts::tr("An estimate needs a scenario's file, or --template."))
                  : cli.badUsage(at.error());
    QFile file(path);
    if (const auto opened = openNamed(file); !opened)
        return cli.fail(opened.error());
    const auto json = parseJsonObject(file.readAll(), path);
    const auto scenario = json ? readScenario(*json) : Result<Scenario>(std::unexpected(json.error()));
    if (!scenario)
        return cli.fail(scenario.error());
    const auto book = openPriceBook(cli);
    if (!book)
        return cli.fail(book.error());
    const QList<EstimateRow> rows
        = estimate(*scenario, *book, bundledFacts(), *at, cli.arguments.values(u"vendor"_s));
    if (!cli.json) {
        printRows(cli, rows);
        return 0;
    }
    QJsonArray array;
    for (const EstimateRow &row : rows)
        array.append(rowToJson(row));
    return cli.print({{u"scenario"_s, scenario->id}, {u"prices_at"_s, toRfc3339(*at)}, {u"rows"_s, array}});
}

} // namespace

QList<Command> estimateCommands()
{
    return {{u"estimate"_s,
             u"SCENARIO.json"_s,
             Texts::tr("What a workload would cost in a month, with every fee kind in its own column."),
             {u"estimate --template education > scenario.json"_s, u"estimate scenario.json"_s,
              u"estimate scenario.json --vendor openai --vendor google --month 2026-12 --json"_s},
             {{u"template"_s, u"NAME"_s,
               Texts::tr("print a scenario to edit: education, e-commerce, healthcare or last-30-days")},
              {u"vendor"_s, u"V"_s,
               Texts::tr("all models of this vendor instead of the scenario's; may be repeated")},
              {u"month"_s, u"YYYY-MM"_s, Texts::tr("at the prices of that month")},
              {u"price-list"_s, u"FILE"_s, Texts::tr("only the prices of that list")},
              {u"format"_s, u"F"_s, Texts::tr("the list's format")}},
             0,
             1,
             estimateScenario}};
}

} // namespace Costglass
