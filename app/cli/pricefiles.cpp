// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "engine/pricestore.h"
#include "pricing/bundledprices.h"
#include "pricing/meters.h"

#include <QFile>
#include <QJsonArray>

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
    return {{u"id"_s, row.id()},
            {u"source"_s, text(row.provenance.source)},
            {u"effective_from"_s, instantOrNull(row.from)},
            {u"as_of"_s, text(row.provenance.asOf)},
            {u"confidence"_s, text(row.provenance.confidence)}};
}

QJsonArray freeQuotasToJson(const QString &vendor)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    QJsonArray array;
    for (const FreeQuota &quota : bundledFacts().freeQuotas) {
        if (!vendor.isEmpty() && quota.vendor != canonicalVendor(vendor))
            continue;
        array.append(
            QJsonObject{{u"vendor"_s, quota.vendor},
                        {u"name"_s, quota.name},
                        {u"amount"_s, quota.amount ? QJsonValue(quota.amount->toString()) : QJsonValue()},
                        {u"currency"_s, quota.currency ? QJsonValue(quota.currency->code()) : QJsonValue()},
                        {u"unit"_s, text(quota.unit)},
                        {u"price"_s, text(quota.price)},
                        {u"terms"_s, text(quota.terms)},
                        {u"source"_s, text(quota.provenance.source)},
                        {u"as_of"_s, text(quota.provenance.asOf)}});
    }
    return array;
}

QJsonArray peakRulesToJson(const QList<Schedule> &schedules)
{
    QJsonArray array;
    for (const Schedule &schedule : schedules) {
        const Schedule::Rule &rule = schedule.rule();
        QJsonArray windows;
        for (const auto &[from, to] : rule.windows)
            windows.append(QJsonArray{from.toString(u"HH:mm"_s), to.toString(u"HH:mm"_s)});
        QJsonArray weekdays;
        for (const int day : rule.weekdays)
            weekdays.append(day);
        array.append(QJsonObject{{u"id"_s, rule.id},
                                 {u"zone"_s, QString::fromLatin1(rule.zone)},
                                 {u"windows"_s, windows},
                                 {u"weekdays"_s, weekdays}});
    }
    return array;
}

QString conditionOf(const PriceRow &row)
{
    PricedLine line;
    line.meter = row.meter;
    line.row = &row;
    return line.rule();
}

} // namespace Costglass
