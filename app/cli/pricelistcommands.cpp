// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "engine/pricestore.h"
#include "pricing/listcomparison.h"
#include "pricing/meters.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

int failed(Cli &cli, const Error &error)
{
    return error.kind == Error::Kind::Config ? cli.badUsage(error) : cli.fail(error);
}

QString priceText(const PriceRow &row)
{
    return QString::fromLatin1(exactAmount(row.price)) + u' ' + row.currency.code();
}

QJsonObject rowToJson(const PriceRow &row)
{
    const QString condition = conditionOf(row);
    QJsonObject object = priceToJson(row);
    object.insert(u"vendor"_s, row.vendor);
    object.insert(u"model"_s, row.model);
    object.insert(u"meter"_s, row.meter);
    object.insert(u"tier"_s, tierName(row.tier));
    object.insert(u"rule"_s, condition.isEmpty() ? QJsonValue() : QJsonValue(condition));
    object.insert(u"price"_s, exactMoney(row.price, row.currency));
    object.insert(u"per"_s, QString::number(row.per));
    object.insert(u"effective_to"_s, instantOrNull(row.until));
    return object;
}

QStringList rowCells(const PriceRow &row)
{
    return {row.vendor,
            row.model,
            row.meter,
            priceText(row),
            QString::number(row.per),
            conditionOf(row),
            row.from ? toRfc3339(*row.from) : u"–"_s,
            row.until ? toRfc3339(*row.until) : u"–"_s,
            row.provenance.asOf,
            row.provenance.confidence};
}

void printRows(Cli &cli, const QList<PriceRow> &rows)
{
    QList<QStringList> cells;
    for (const PriceRow &row : rows)
        cells.append(rowCells(row));
    printTable(cli.out,
               {Texts::tr("Vendor"), Texts::tr("Model"), Texts::tr("Meter"), Texts::tr("Price"),
                Texts::tr("Per"), Texts::tr("Rule"), Texts::tr("From"), Texts::tr("To"), Texts::tr("As of"),
                Texts::tr("Confidence")},
               cells, {3, 4});
}

QJsonArray rowsToJson(const QList<PriceRow> &rows)
{
    QJsonArray array;
    for (const PriceRow &row : rows)
        array.append(rowToJson(row));
    return array;
}

/// The standard prices of a model at an instant, by meter.
QJsonObject modelToJson(const PriceBook &book, const QString &vendor, const QString &model, qint64 at)
{
    QJsonObject prices;
    const PriceRow *first = nullptr;
    const QList<PriceRow> rows = book.rowsOf(vendor, model);
    for (const PriceRow &row : rows) {
        const PriceRow *holds = book.sameRow(row, at);
        if (!holds || row.tier != Tier::Standard || row.threshold > 0 || !row.schedule.isEmpty())
            continue;
        first = first ? first : holds;
        QJsonObject price = exactMoney(holds->price, holds->currency);
        price.insert(u"per"_s, QString::number(holds->per));
        if (!holds->minimum.isZero())
            price.insert(u"minimum"_s, holds->minimum.toString());
        prices.insert(row.meter, price);
    }
    QJsonObject object = first ? priceToJson(*first) : QJsonObject();
    object.insert(u"vendor"_s, vendor);
    object.insert(u"model"_s, model);
    object.insert(u"prices"_s, prices);
    object.insert(u"peak_rules"_s, peakRulesToJson(book.schedulesOf(vendor, model)));
    object.insert(u"free_quotas"_s, freeQuotasToJson(vendor));
    return object;
}

int list(Cli &cli)
{
    const auto book = openPriceBook(cli);
    if (!book)
        return failed(cli, book.error());
    const QString wanted = canonicalVendor(cli.arguments.value(u"vendor"_s));
    QJsonArray models;
    QList<QStringList> cells;
    for (const auto &[vendor, model] : book->models()) {
        if (!wanted.isEmpty() && vendor != wanted)
            continue;
        const QJsonObject object = modelToJson(*book, vendor, model, cli.now());
        models.append(object);
        const QJsonObject prices = object.value(u"prices"_s).toObject();
        QStringList row{vendor, model};
        for (const QString &meter : {u"input"_s, u"cached_input"_s, u"output"_s}) {
            const QJsonObject price = prices.value(meter).toObject();
            row.append(price.isEmpty() ? u"–"_s
                                       : price.value(u"amount"_s).toString() + u' '
                               + price.value(u"currency"_s).toString());
        }
        const QString rule = object[u"peak_rules"_s][0][u"id"_s].toString();
        cells.append(row
                     + QStringList{rule, object.value(u"as_of"_s).toString(),
                                   object.value(u"confidence"_s).toString()});
    }
    if (cli.json)
        return cli.print({{u"models"_s, models}});
    printTable(cli.out,
               {Texts::tr("Vendor"), Texts::tr("Model"), Texts::tr("Input per 1M"), Texts::tr("Cached"),
                Texts::tr("Output"), Texts::tr("Peak hours"), Texts::tr("As of"), Texts::tr("Confidence")},
               cells, {2, 3, 4});
    return 0;
}

int show(Cli &cli)
{
    const auto book = openPriceBook(cli);
    if (!book)
        return failed(cli, book.error());
    const QString model = cli.arguments.word(0);
    QList<PriceRow> rows;
    if (cli.arguments.has(u"vendor"_s)) {
        rows = book->rowsOf(cli.arguments.value(u"vendor"_s), model,
                            cli.arguments.value(u"region"_s).toLower());
    } else {
        for (const auto &[vendor, id] : book->models())
            rows += id == model ? book->rowsOf(vendor, id) : QList<PriceRow>();
    }
    const qint64 now = cli.now();
    if (!cli.arguments.has(u"history"_s)) {
        // What holds now and what is announced; of several rows for one thing only the one that counts.
        rows.removeIf([&](const PriceRow &row) {
            const PriceRow *holds = book->sameRow(row, now);
            const bool ahead = row.from && *row.from > now;
            return !ahead && !(row.holdsAt(now) && holds && holds->from == row.from);
        });
    }
    if (rows.isEmpty())
        return cli.fail(Error{Error::Kind::Config,
                              Texts::tr("There is no price for the model “%1”.").arg(model),
                              Texts::tr("Ids count exactly: “prices list” shows those that there are.")});
    if (cli.json)
        return cli.print({{u"model"_s, model}, {u"rows"_s, rowsToJson(rows)}});
    printRows(cli, rows);
    return 0;
}

QJsonArray changesToJson(const QList<PriceChange> &changes)
{
    QJsonArray array;
    for (const PriceChange &change : changes) {
        QJsonObject object = rowToJson(change.row);
        object.insert(u"before"_s,
                      change.before ? QJsonValue(exactMoney(change.before->price, change.before->currency))
                                    : QJsonValue());
        object.insert(u"before_per"_s,
                      change.before ? QJsonValue(QString::number(change.before->per)) : QJsonValue());
        array.append(object);
    }
    return array;
}

void printChanges(Cli &cli, const QList<PriceChange> &changes)
{
    QList<QStringList> cells;
    for (const PriceChange &change : changes)
        cells.append({change.row.vendor, change.row.model, change.row.meter, conditionOf(change.row),
                      change.before ? priceText(*change.before) : u"–"_s, priceText(change.row),
                      QString::number(change.row.per)});
    if (!cells.isEmpty())
        printTable(cli.out,
                   {Texts::tr("Vendor"), Texts::tr("Model"), Texts::tr("Meter"), Texts::tr("Rule"),
                    Texts::tr("Before"), Texts::tr("New"), Texts::tr("Per")},
                   cells, {4, 5, 6});
}

/// From when an import or override holds: now, or what --from says.
Result<qint64> startOf(const Cli &cli)
{
    if (!cli.arguments.has(u"from"_s))
        return cli.now();
    const QString text = cli.arguments.value(u"from"_s);
    const auto from = parseRfc3339(text.size() == 10 ? text + u"T00:00:00Z"_s : text);
    return from ? from : failure(Error::Kind::Config, from.error().detail);
}

int difference(Cli &cli)
{
    const auto book = openPriceBook(cli);
    const auto read = readListFile(cli, cli.arguments.word(0));
    if (!book || !read)
        return failed(cli, book ? read.error() : book.error());
    const ListComparison found = compareWithBook(*read, *book, cli.now());
    if (cli.json)
        return cli.print({{u"changed"_s, changesToJson(found.changes)},
                          {u"held"_s, changesToJson(found.held)},
                          {u"unchanged"_s, found.unchanged},
                          {u"past"_s, found.past}});
    printChanges(cli, found.changes + found.held);
    cli.out << Texts::tr("%n price(s) would not change.", nullptr, static_cast<int>(found.unchanged)) << '\n';
    cli.out.flush();
    return 0;
}

int import(Cli &cli)
{
    const auto book = openPriceBook(cli);
    auto stored = storedPrices(cli.dataFolder());
    const auto from = startOf(cli);
    const auto read = readListFile(cli, cli.arguments.word(0));
    for (const Error *error : std::initializer_list<const Error *>{
             book ? nullptr : &book.error(), stored ? nullptr : &stored.error(),
             from ? nullptr : &from.error(), read ? nullptr : &read.error()}) {
        if (error)
            return failed(cli, *error);
    }
    ListComparison found = compareWithBook(*read, *book, *from);
    if (cli.arguments.has(u"accept"_s)) {
        found.changes += found.held;
        found.held.clear();
    }
    for (const PriceChange &change : std::as_const(found.changes))
        stored->rows.append(change.row);
    // A rule for every vendor would also speak of those that the list does not know.
    for (const PriceFactor &factor : read->factors) {
        if (!factor.vendor.isEmpty())
            stored->factors.append(factor);
    }
    stored->aliases += read->aliases;
    stored->schedules += read->schedules;
    if (const auto done = storePrices(cli.dataFolder(), *stored); !done)
        return cli.fail(done.error());
    if (cli.json)
        return cli.print({{u"imported"_s, found.changes.size()},
                          {u"unchanged"_s, found.unchanged},
                          {u"past"_s, found.past},
                          {u"held"_s, changesToJson(found.held)},
                          {u"effective_from"_s, toRfc3339(*from)},
                          {u"notes"_s, QJsonArray::fromStringList(read->notes)}});
    cli.out << Texts::tr("%n price(s) were taken in.", nullptr, static_cast<int>(found.changes.size()))
            << '\n';
    if (!found.held.isEmpty()) {
        cli.out << Texts::tr("%n price(s) differ by more than twice and were left out; --accept takes them.",
                             nullptr, static_cast<int>(found.held.size()))
                << '\n';
        printChanges(cli, found.held);
    }
    cli.out.flush();
    return 0;
}

Result<PriceRow> readOverride(const Cli &cli, const PriceBook &book)
{
    const Arguments &arguments = cli.arguments;
    PriceRow row;
    row.vendor = canonicalVendor(arguments.value(u"vendor"_s));
    row.model = arguments.value(u"model"_s);
    row.meter = arguments.value(u"meter"_s);
    if (row.vendor.isEmpty() || row.model.isEmpty() || !book.hasMeter(row.meter))
        return failure(Error::Kind::Config,
                       Texts::tr("An override needs --vendor, --model and a known --meter."));
    const auto price = Decimal::parse(arguments.value(u"price"_s));
    const auto currency
        = Currency::fromCode(arguments.has(u"currency"_s) ? arguments.value(u"currency"_s) : u"USD"_s);
    const auto tier = tierFromName(arguments.value(u"tier"_s));
    bool whole = true;
    row.per = arguments.has(u"per"_s) ? arguments.value(u"per"_s).toLongLong(&whole) : 1'000'000;
    const auto from = startOf(cli);
    if (!price || price->isNegative() || !currency || !tier || !whole || row.per < 1)
        return failure(Error::Kind::Config,
                       Texts::tr("--price, --per, --currency or --tier is missing or unknown."));
    if (!from)
        return std::unexpected(from.error());
    row.price = *price;
    row.currency = *currency;
    row.tier = *tier;
    row.from = *from;
    row.layer = PriceLayer::Override;
    const QString note = arguments.value(u"note"_s);
    row.provenance = {note.isEmpty() ? Texts::tr("entered by hand") : note,
                      dayOf(cli.now(), QTimeZone::utc()).toString(Qt::ISODate), u"override"_s};
    return row;
}

int overridePrice(Cli &cli)
{
    const auto book = openPriceBook(cli);
    auto stored = storedPrices(cli.dataFolder());
    if (!book || !stored)
        return failed(cli, book ? stored.error() : book.error());
    const auto row = readOverride(cli, *book);
    if (!row)
        return cli.badUsage(row.error());
    stored->rows.append(*row);
    if (const auto done = storePrices(cli.dataFolder(), *stored); !done)
        return cli.fail(done.error());
    if (cli.json)
        return cli.print(rowToJson(*row));
    printRows(cli, {*row});
    return 0;
}

QList<OptionSpec> fileOptions()
{
    return {
        {u"format"_s, u"F"_s, Texts::tr("catalogue, litellm, models.dev or openrouter; else as it looks")}};
}

} // namespace

QList<Command> priceListCommands()
{
    const OptionSpec vendor{u"vendor"_s, u"V"_s, Texts::tr("only this vendor's")};
    const OptionSpec from{u"from"_s, u"T"_s, Texts::tr("from when it holds (now when nothing is said)")};
    return {
        {u"prices list"_s,
         {},
         Texts::tr("Every model with its present price."),
         {u"prices list --vendor openai"_s},
         {vendor},
         0,
         0,
         list},
        {u"prices show"_s,
         u"MODEL"_s,
         Texts::tr("Every price of a model, with conditions, dates and sources."),
         {u"prices show gemini-4-argon --history"_s, u"prices show glm-5.3 --vendor zhipu --region cn"_s},
         {vendor,
          {u"region"_s, u"R"_s, Texts::tr("the variant of that region")},
          {u"history"_s, {}, Texts::tr("also what no longer holds")}},
         1,
         1,
         show},
        {u"prices import"_s,
         u"FILE"_s,
         Texts::tr("Takes in a list of prices; nothing in the past is repriced."),
         {u"prices import model_prices_and_context_window.json --format litellm"_s},
         fileOptions()
             + QList<OptionSpec>{from,
                                 {u"accept"_s, {}, Texts::tr("also prices that changed by more than twice")}},
         1,
         1,
         import},
        {u"prices diff"_s,
         u"FILE"_s,
         Texts::tr("What an import of that list would change."),
         {u"prices diff api.json --format models.dev"_s},
         fileOptions(),
         1,
         1,
         difference},
        {u"prices override"_s,
         {},
         Texts::tr("A price of your own, above every list."),
         {u"prices override --vendor openai --model gpt-6.1-sol --meter input --price 1.80 --note \"contract 2026\""_s},
         {{u"vendor"_s, u"V"_s, Texts::tr("whose model it is")},
          {u"model"_s, u"M"_s, Texts::tr("its id, exactly as in the price list")},
          {u"meter"_s, u"METER"_s, Texts::tr("input, cached_input, output, images, …")},
          {u"price"_s, u"P"_s, Texts::tr("a decimal")},
          {u"per"_s, u"N"_s, Texts::tr("for how many of it (1000000 when nothing is said)")},
          {u"currency"_s, u"C"_s, Texts::tr("USD when nothing is said")},
          {u"tier"_s, u"TIER"_s, Texts::tr("standard, batch, flex or priority")},
          from,
          {u"note"_s, u"TEXT"_s, Texts::tr("where the price comes from")}},
         0,
         0,
         overridePrice}};
}

} // namespace Costglass
