// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange.h"
#include "pricefiles.h"

#include "base/json.h"
#include "engine/usagescenario.h"
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

constexpr auto OwnUse = "last-30-days"_L1;

QJsonValue moneyOf(Exchange &exchange, const Column &amount, Currency currency)
{
    const Column shown = exchange.shown(amount, currency);
    return shown ? QJsonValue(exactMoney(*shown, exchange.shownIn(currency))) : QJsonValue();
}

QJsonObject columnsToJson(Exchange &exchange, const QList<std::pair<QString, Column>> &columns,
                          Currency currency)
{
    QJsonObject object;
    for (const auto &[name, amount] : columns)
        object.insert(name, moneyOf(exchange, amount, currency));
    return object;
}

QJsonObject rowToJson(const EstimateRow &row, Exchange &exchange)
{
    for (const FxRate &rate : row.rates)
        exchange.note(rate);
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
            {u"workloads"_s, columnsToJson(exchange, row.workloads, row.currency)},
            {u"model_cost"_s, moneyOf(exchange, row.modelCost, row.currency)},
            {u"storage"_s, columnsToJson(exchange, row.storage, dollars)},
            {u"support"_s, moneyOf(exchange, row.support, dollars)},
            {u"seats"_s, moneyOf(exchange, row.seats, dollars)},
            {u"tax"_s, moneyOf(exchange, row.tax, dollars)},
            {u"total"_s, moneyOf(exchange, row.total, dollars)},
            {u"year_model_cost"_s, moneyOf(exchange, row.yearModelCost, row.currency)},
            {u"sensitivity"_s,
             QJsonObject{{u"minus_20_percent"_s, moneyOf(exchange, row.totalLess, dollars)},
                         {u"plus_20_percent"_s, moneyOf(exchange, row.totalMore, dollars)}}},
            {u"unknown"_s, QJsonArray::fromStringList(row.unknown)},
            {u"notes"_s, QJsonArray::fromStringList(row.notes)},
            {u"free_quotas"_s, single ? QJsonValue(freeQuotasToJson(first.vendor)) : QJsonValue()},
            {u"price"_s,
             QJsonObject{{u"source"_s, row.provenance.source},
                         {u"as_of"_s, row.provenance.asOf},
                         {u"confidence"_s, row.provenance.confidence}}}};
}

void printRows(Cli &cli, const QList<EstimateRow> &rows, Exchange &exchange)
{
    const auto cell = [&exchange](const Column &amount, Currency currency = Currency::usd()) {
        const Column shown = exchange.shown(amount, currency);
        return shown ? QString::fromLatin1(exactAmount(shown->rounded(2, Rounding::HalfUp))) : u"–"_s;
    };
    QList<QStringList> cells;
    for (const EstimateRow &row : rows) {
        for (const FxRate &rate : row.rates)
            exchange.note(rate);
        Decimal stored = 0;
        for (const auto &[name, amount] : row.storage)
            stored += amount.value_or(0);
        cells.append({row.candidate.parts.front().vendor, candidateName(row.candidate),
                      cell(row.modelCost, row.currency) + u' ' + exchange.shownIn(row.currency).code(),
                      cell(stored), cell(row.support), cell(row.seats), cell(row.tax), cell(row.total),
                      cell(row.totalLess), cell(row.totalMore), row.provenance.asOf,
                      (row.unknown + row.notes).join(u"; "_s)});
    }
    printTable(cli.out,
               {Texts::tr("Vendor"), Texts::tr("Model"), Texts::tr("Models"), Texts::tr("Storage"),
                Texts::tr("Support"), Texts::tr("Seats"), Texts::tr("Tax"), Texts::tr("Total"),
                Texts::tr("-20 %"), Texts::tr("+20 %"), Texts::tr("As of"), Texts::tr("Unknown or assumed")},
               cells, {2, 3, 4, 5, 6, 7, 8, 9});
    for (const FxRate &rate : exchange.used())
        cli.out << rateSentence(rate) << '\n';
    cli.out.flush();
}

/// The scenario that the ledger's own use of the last 30 days makes.
Result<QJsonObject> ownUse(const Cli &cli)
{
    const auto store = cli.openStore();
    return store ? lastThirtyDays(**store, dayOf(cli.now(), QTimeZone::utc()))
                 : Result<QJsonObject>(std::unexpected(store.error()));
}

int printTemplate(Cli &cli, const QString &name)
{
    QByteArray text = scenarioTemplate(name);
    if (name == OwnUse) {
        const auto own = ownUse(cli);
        if (!own)
            return cli.fail(own.error());
        text = QJsonDocument(*own).toJson(QJsonDocument::Indented);
    }
    if (text.isEmpty())
        return cli.badUsage(Texts::tr("--template is education, e-commerce, healthcare or last-30-days."));
    cli.out << QString::fromUtf8(text);
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

/// The ledger's own use, or a scenario's file.
Result<Scenario> scenarioNamed(const Cli &cli, const QString &name)
{
    if (name == OwnUse) {
        const auto own = ownUse(cli);
        return own ? readScenario(*own) : Result<Scenario>(std::unexpected(own.error()));
    }
    QFile file(name);
    if (const auto opened = openNamed(file); !opened)
        return std::unexpected(opened.error());
    const auto json = parseJsonObject(file.readAll(), name);
    return json ? readScenario(*json) : Result<Scenario>(std::unexpected(json.error()));
}

int estimateScenario(Cli &cli)
{
    if (cli.arguments.has(u"template"_s))
        return printTemplate(cli, cli.arguments.value(u"template"_s));
    const QString name = cli.arguments.word(0);
    const auto at = instantOf(cli);
    if (name.isEmpty() || !at)
        return at
            ? cli.badUsage(Texts::tr("An estimate needs a scenario's file, last-30-days, or --template."))
            : cli.badUsage(at.error());
    const auto scenario = scenarioNamed(cli, name);
    if (!scenario)
        return cli.fail(scenario.error());
    const auto book = openPriceBook(cli);
    if (!book)
        return cli.fail(book.error());
    auto exchange = Exchange::open(cli, *at);
    if (!exchange)
        return cli.failOn(exchange.error());
    const QList<EstimateRow> rows = estimate(*scenario, *book, bundledFacts(), *at,
                                             cli.arguments.values(u"vendor"_s), exchange->table());
    if (!cli.json) {
        printRows(cli, rows, *exchange);
        return 0;
    }
    QJsonArray array;
    for (const EstimateRow &row : rows)
        array.append(rowToJson(row, *exchange));
    QJsonArray rates;
    for (const FxRate &rate : exchange->used())
        rates.append(rateToJson(rate));
    const auto &currency = exchange->currency();
    return cli.print({{u"scenario"_s, scenario->id},
                      {u"prices_at"_s, toRfc3339(*at)},
                      {u"currency"_s, currency ? QJsonValue(currency->code()) : QJsonValue()},
                      {u"rates"_s, rates},
                      {u"rows"_s, array}});
}

} // namespace

QList<Command> estimateCommands()
{
    return {{u"estimate"_s,
             u"SCENARIO.json|last-30-days"_s,
             Texts::tr("What a workload would cost in a month, with every fee kind in its own column."),
             {u"estimate --template education > scenario.json"_s, u"estimate scenario.json"_s,
              u"estimate scenario.json --vendor openai --vendor google --month 2026-12 --json"_s,
              u"estimate last-30-days --currency CNY"_s},
             {{u"template"_s, u"NAME"_s,
               Texts::tr("print a scenario to edit: education, e-commerce, healthcare or last-30-days")},
              {u"vendor"_s, u"V"_s,
               Texts::tr("all models of this vendor instead of the scenario's; may be repeated")},
              {u"month"_s, u"YYYY-MM"_s, Texts::tr("at the prices of that month")},
              {u"currency"_s, u"C"_s, Texts::tr("every figure in that currency, by the rates of that day")},
              {u"price-list"_s, u"FILE"_s, Texts::tr("only the prices of that list")},
              {u"format"_s, u"F"_s, Texts::tr("the list's format")}},
             0,
             1,
             estimateScenario}};
}

} // namespace Costglass
