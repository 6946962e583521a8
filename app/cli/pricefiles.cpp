// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "engine/pricestore.h"

#include <QFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

} // namespace

Result<PriceList> readListFile(const Cli &cli, const QString &path)
{
    QFile file(path);
    if (const auto opened = openNamed(file); !opened)
        return std::unexpected(opened.error());
    const QByteArray bytes = file.readAll();
    if (!cli.arguments.has(u"format"_s))
        return readPriceList(bytes, path);
    const auto format = priceListFormatFromName(cli.arguments.value(u"format"_s));
    if (!format)
        return failure(Error::Kind::Config,
                       Texts::tr("--format is catalogue, litellm, models.dev or openrouter."));
    return readPriceList(bytes, *format, path);
}

Result<PriceBook> openPriceBook(const Cli &cli)
{
    if (!cli.arguments.has(u"price-list"_s))
        return openPriceBook(cli.dataFolder());
    const auto list = readListFile(cli, cli.arguments.value(u"price-list"_s));
    if (!list)
        return std::unexpected(list.error());
    PriceBook book;
    book.add(*list);
    return book;
}

QByteArray exactAmount(const Decimal &amount)
{
    QByteArray text = amount.toLatin1();
    const qsizetype point = text.indexOf('.');
    if (point < 0)
        return text + ".00";
    return text.size() - point == 2 ? text + '0' : text;
}

QJsonObject exactMoney(const Decimal &amount, Currency currency)
{
    return {{u"amount"_s, QString::fromLatin1(exactAmount(amount))}, {u"currency"_s, currency.code()}};
}

QJsonObject priceToJson(const PriceRow &row)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    return {{u"source"_s, text(row.provenance.source)},
            {u"effective_from"_s, instantOrNull(row.from)},
            {u"as_of"_s, text(row.provenance.asOf)},
            {u"confidence"_s, text(row.provenance.confidence)}};
}

QString conditionOf(const PriceRow &row)
{
    PricedLine line;
    line.meter = row.meter;
    line.row = &row;
    return line.rule();
}

} // namespace Costglass
