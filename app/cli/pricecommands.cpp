// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"
#include "usagefile.h"

#include "pricing/usagebody.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

struct Asked
{
    PriceQuery query;
    QList<Quantity> use;
};

Result<Asked> readQuestion(const Cli &cli, const PriceBook &book)
{
    const Arguments &arguments = cli.arguments;
    Asked asked{{arguments.value(u"vendor"_s), arguments.value(u"model"_s), cli.now()}, {}};
    if (asked.query.model.isEmpty() || !arguments.has(u"usage"_s))
        return failure(Error::Kind::Config, Texts::tr("A price needs --model and --usage, or --usage-file."));
    if (arguments.has(u"at"_s)) {
        const auto at = parseRfc3339(arguments.value(u"at"_s));
        if (!at)
            return failure(Error::Kind::Config, at.error().detail);
        asked.query.at = *at;
    }
    const auto tier = tierFromName(arguments.value(u"tier"_s));
    if (!tier)
        return failure(Error::Kind::Config, Texts::tr("--tier is standard, batch, flex or priority."));
    asked.query.tier = *tier;
    asked.query.region = arguments.value(u"region"_s);
    QJsonObject usage;
    for (const QString &word : arguments.values(u"usage"_s)) {
        for (const QString &part : word.split(u',', Qt::SkipEmptyParts)) {
            const QString key = part.section(u'=', 0, 0);
            if (!part.contains(u'=') || usage.contains(key))
                return failure(Error::Kind::Config,
                               Texts::tr("--usage is written KEY=N, each key once, not “%1”.").arg(part));
            usage.insert(key, part.section(u'=', 1));
        }
    }
    const auto use = usageFromJson(usage, book);
    if (!use)
        return failure(Error::Kind::Config, use.error().detail);
    asked.use = *use;
    return asked;
}

QJsonObject lineToJson(const PricedLine &line)
{
    const QString rule = line.rule();
    return {{u"meter"_s, line.meter},
            {u"quantity"_s, line.quantity.toString()},
            {u"unit_price"_s, exactMoney(line.unitPrice, line.row->currency)},
            {u"per"_s, QString::number(line.row->per)},
            {u"amount"_s, exactMoney(line.amount, line.row->currency)},
            {u"row"_s, line.row->id()},
            {u"rule"_s, rule.isEmpty() ? QJsonValue() : QJsonValue(rule)}};
}

void printText(Cli &cli, const PriceQuery &query, const PricedRequest &priced)
{
    QList<QStringList> rows;
    for (const PricedLine &line : priced.lines)
        rows.append({line.meter, line.quantity.toString(), QString::fromLatin1(exactAmount(line.unitPrice)),
                     QString::number(line.row->per), QString::fromLatin1(exactAmount(line.amount)),
                     line.rule()});
    printTable(cli.out,
               {Texts::tr("Meter"), Texts::tr("Quantity"), Texts::tr("Price"), Texts::tr("Per"),
                Texts::tr("Amount"), Texts::tr("Rule")},
               rows, {1, 2, 3, 4});
    if (priced.cost)
        cli.out << Texts::tr("Total: %1 %2")
                       .arg(QString::fromLatin1(exactAmount(*priced.cost)), priced.currency.code())
                << '\n';
    else if (!priced.modelKnown)
        cli.out << Texts::tr(
                       "There is no price for the model “%1”. “prices list” shows those that there are.")
                       .arg(query.model)
                << '\n';
    else
        cli.out << Texts::tr("There is no price for: %1.").arg(priced.unpriced.join(u", "_s)) << '\n';
    if (!priced.lines.empty()) {
        const Provenance &from = priced.lines.front().row->provenance;
        cli.out << Texts::tr("Price as of %1, %2: %3")
                       .arg(from.asOf.isEmpty() ? u"?"_s : from.asOf,
                            from.confidence.isEmpty() ? u"?"_s : from.confidence, from.source)
                << '\n';
    }
    cli.out.flush();
}

int price(Cli &cli)
{
    const auto book = openPriceBook(cli);
    if (!book)
        return book.error().kind == Error::Kind::Config ? cli.badUsage(book.error()) : cli.fail(book.error());
    if (cli.arguments.has(u"usage-file"_s))
        return priceUsageFile(cli, *book, cli.arguments.value(u"usage-file"_s),
                              cli.arguments.has(u"price-list"_s));
    const auto asked = readQuestion(cli, *book);
    if (!asked)
        return cli.badUsage(asked.error());
    const auto priced = book->price(asked->query, asked->use);
    if (!priced)
        return cli.badUsage(priced.error());
    if (!cli.json) {
        printText(cli, asked->query, *priced);
        return 0;
    }
    QJsonArray lines;
    for (const PricedLine &line : priced->lines)
        lines.append(lineToJson(line));
    QJsonArray unpriced;
    for (const QString &meter : priced->unpriced)
        unpriced.append(meter);
    return cli.print(
        {{u"cost"_s, priced->cost ? QJsonValue(exactMoney(*priced->cost, priced->currency)) : QJsonValue()},
         {u"lines"_s, lines},
         {u"price"_s,
          priced->lines.empty() ? QJsonValue() : QJsonValue(priceToJson(*priced->lines.front().row))},
         {u"unpriced"_s, unpriced},
         {u"peak_rules"_s, peakRulesToJson(book->schedulesOf(asked->query.vendor, asked->query.model))},
         {u"free_quotas"_s,
          asked->query.vendor.isEmpty() ? QJsonArray() : freeQuotasToJson(asked->query.vendor)}});
}

} // namespace

QList<Command> priceCommands()
{
    return {
        {u"price"_s,
         {},
         Texts::tr("What a request costs, or each request of a file."),
         {u"price --vendor openai --model gpt-6.1-sol --usage input=4000,cached_input=6000,output=1500"_s,
          u"price --vendor anthropic --model claude-opus-5-5 --tier batch --region us --usage input=1000000"_s,
          u"price --usage-file requests.jsonl --price-list model_prices_and_context_window.json"_s},
         {{u"vendor"_s, u"V"_s, Texts::tr("whose model it is")},
          {u"model"_s, u"M"_s, Texts::tr("its id, exactly as in the price list")},
          {u"at"_s, u"T"_s, Texts::tr("when the request began (now when nothing is said)")},
          {u"tier"_s, u"TIER"_s, Texts::tr("standard, batch, flex or priority")},
          {u"region"_s, u"R"_s, Texts::tr("where it is processed, like us or eu")},
          {u"usage"_s, u"KEY=N,…"_s,
           Texts::tr(
               "what was used: input (not cached), cached_input, cache_write_5m, cache_write_1h, output, "
               "images, characters, seconds, pages, requests, …; may be repeated")},
          {u"usage-file"_s, u"FILE"_s,
           Texts::tr("one JSON request a line: vendor, model, at, tier, region, usage")},
          {u"price-list"_s, u"FILE"_s, Texts::tr("only the prices of that list")},
          {u"format"_s, u"F"_s,
           Texts::tr("the list's format: catalogue, litellm, models.dev or openrouter")}},
         0,
         0,
         price}};
}

} // namespace Costglass
