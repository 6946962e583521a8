// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "pricing/meters.h"
#include "pricing/pricelist.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

// Costglass's own shape: {"schema": "costglass-prices/1", "rows": […], "factors": […], "aliases": […],
// "schedules": […]}, every figure a decimal text, every instant RFC 3339, every day YYYY-MM-DD; what is not told is left out.

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject &object, const QString &key, std::optional<qint64> instant)
{
    if (instant)
        object.insert(key, toRfc3339(*instant));
}

void put(QJsonObject &object, const Provenance &provenance)
{
    put(object, u"source"_s, provenance.source);
    put(object, u"as_of"_s, provenance.asOf);
    put(object, u"confidence"_s, provenance.confidence);
}

QJsonObject factorToJson(const PriceFactor &factor)
{
    QJsonObject object{{u"factor"_s, factor.factor.toString()}};
    put(object, u"vendor"_s, factor.vendor);
    put(object, u"model"_s, factor.model);
    put(object, u"tier"_s, factor.tier ? tierName(*factor.tier) : QString());
    put(object, u"region"_s, factor.region);
    put(object, factor.provenance);
    return object;
}

QJsonObject aliasToJson(const PriceAlias &alias)
{
    QJsonObject object{{u"vendor"_s, alias.vendor}, {u"name"_s, alias.name}, {u"model"_s, alias.model}};
    put(object, u"region"_s, alias.region);
    put(object, u"model_vendor"_s, alias.modelVendor);
    return object;
}

QJsonObject scheduleToJson(const Schedule::Rule &rule)
{
    QJsonArray windows;
    for (const auto &[from, to] : rule.windows)
        windows.append(QJsonArray{from.toString(u"HH:mm"), to.toString(u"HH:mm")});
    QJsonArray weekdays;
    for (const int weekday : rule.weekdays)
        weekdays.append(weekday);
    QJsonArray holidays;
    for (const DateRange &days : rule.holidays)
        holidays.append(QJsonArray{days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate)});
    QJsonObject object{{u"id"_s, rule.id},
                       {u"zone"_s, QString::fromLatin1(rule.zone)},
                       {u"windows"_s, windows},
                       {u"weekdays"_s, weekdays},
                       {u"holidays"_s, holidays}};
    put(object, u"weekdays_from"_s, rule.weekdaysFrom.toString(Qt::ISODate));
    return object;
}

Provenance provenanceOf(const QJsonObject &object, const QString &source)
{
    return {object.value(u"source"_s).toString(source), object.value(u"as_of"_s).toString(),
            object.value(u"confidence"_s).toString()};
}

Result<std::optional<qint64>> instantOf(const QJsonObject &object, const QString &key, const QString &place)
{
    if (!object.contains(key))
        return std::optional<qint64>();
    const auto instant = parseRfc3339(object.value(key).toString());
    return instant ? Result<std::optional<qint64>>(*instant)
                   : listError(place + u'.' + key, instant.error().detail);
}

Result<PriceFactor> factorFromJson(const QJsonObject &object, const QString &source, const QString &place)
{
    const auto factor = listPrice(object, u"factor"_s, place);
    const auto tier = tierFromName(object.value(u"tier"_s).toString());
    if (!factor || !*factor || !tier)
        return !factor ? std::unexpected(factor.error())
                       : listError(place, Texts::tr("factor or tier is unknown."));
    return PriceFactor{object.value(u"vendor"_s).toString(),
                       object.value(u"model"_s).toString(),
                       object.contains(u"tier"_s) ? tier : std::nullopt,
                       object.value(u"region"_s).toString(),
                       **factor,
                       provenanceOf(object, source)};
}

Result<Schedule> scheduleFromJson(const QJsonObject &object, const QString &place)
{
    Schedule::Rule rule;
    rule.id = object.value(u"id"_s).toString();
    rule.zone = object.value(u"zone"_s).toString(u"UTC"_s).toLatin1();
    rule.weekdaysFrom = QDate::fromString(object.value(u"weekdays_from"_s).toString(), Qt::ISODate);
    const QJsonArray windows = object.value(u"windows"_s).toArray();
    for (const QJsonValue &window : windows) {
        const auto from = parseClock(window.toArray().at(0).toString());
        const auto to = parseClock(window.toArray().at(1).toString());
        if (!from || !to)
            return listError(place, (from ? to : from).error().detail);
        rule.windows.append({*from, *to});
    }
    const QJsonArray weekdays = object.value(u"weekdays"_s).toArray();
    for (const QJsonValue &weekday : weekdays)
        rule.weekdays.append(weekday.toInt());
    const QJsonArray holidays = object.value(u"holidays"_s).toArray();
    for (const QJsonValue &holiday : holidays) {
        const DateRange days{QDate::fromString(holiday.toArray().at(0).toString(), Qt::ISODate),
                             QDate::fromString(holiday.toArray().at(1).toString(), Qt::ISODate)};
        if (days.isEmpty())
            return listError(place, Texts::tr("a holiday without days."));
        rule.holidays.append(days);
    }
    const auto schedule = Schedule::make(rule);
    return schedule ? schedule : Result<Schedule>(listError(place, schedule.error().detail));
}

} // namespace

QJsonObject priceRowToJson(const PriceRow &row)
{
    QJsonObject object{{u"vendor"_s, row.vendor},
                       {u"model"_s, row.model},
                       {u"meter"_s, row.meter},
                       {u"price"_s, row.price.toString()},
                       {u"per"_s, QString::number(row.per)},
                       {u"currency"_s, row.currency.code()}};
    if (row.tier != Tier::Standard)
        object.insert(u"tier"_s, tierName(row.tier));
    if (row.threshold > 0)
        object.insert(row.atThreshold ? u"prompt_from"_s : u"prompt_above"_s, row.threshold);
    put(object, u"schedule"_s, row.schedule);
    put(object, u"from"_s, row.from);
    put(object, u"until"_s, row.until);
    put(object, u"minimum"_s, row.minimum.isZero() ? QString() : row.minimum.toString());
    put(object, u"block"_s, row.block.isZero() ? QString() : row.block.toString());
    put(object, u"layer"_s, row.layer == PriceLayer::Override ? u"override"_s : QString());
    put(object, row.provenance);
    return object;
}

Result<PriceRow> priceRowFromJson(const QJsonObject &object, const QString &source, const QString &place)
{
    PriceRow row;
    row.vendor = canonicalVendor(object.value(u"vendor"_s).toString());
    row.model = object.value(u"model"_s).toString();
    row.meter = object.value(u"meter"_s).toString();
    if (row.vendor.isEmpty() || row.model.isEmpty() || row.meter.isEmpty())
        return listError(place, Texts::tr("a row needs vendor, model and meter."));
    const auto tier = tierFromName(object.value(u"tier"_s).toString());
    const auto currency = Currency::fromCode(object.value(u"currency"_s).toString());
    const auto price = listPrice(object, u"price"_s, place);
    const auto per = Decimal::fromJson(object.value(u"per"_s));
    if (!tier || !currency || !price || !*price || !per || *per < Decimal(1) || !per->isWhole())
        return !price ? std::unexpected(price.error())
                      : listError(place, Texts::tr("tier, currency, price or per is missing or unknown."));
    row.tier = *tier;
    row.currency = *currency;
    row.price = **price;
    row.per = object.value(u"per"_s).toString().toLongLong();
    row.atThreshold = object.contains(u"prompt_from"_s);
    row.threshold = object.value(row.atThreshold ? u"prompt_from"_s : u"prompt_above"_s).toInteger();
    row.schedule = object.value(u"schedule"_s).toString();
    const auto from = instantOf(object, u"from"_s, place);
    const auto until = instantOf(object, u"until"_s, place);
    const auto minimum = listPrice(object, u"minimum"_s, place);
    const auto block = listPrice(object, u"block"_s, place);
    for (const Error *error : {from ? nullptr : &from.error(), until ? nullptr : &until.error(),
                               minimum ? nullptr : &minimum.error(), block ? nullptr : &block.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    row.from = *from;
    row.until = *until;
    row.minimum = minimum->value_or(0);
    row.block = block->value_or(0);
    row.layer = object.value(u"layer"_s).toString() == u"override" ? PriceLayer::Override : PriceLayer::List;
    row.provenance = provenanceOf(object, source);
    return row;
}

QByteArray writePriceRows(const PriceList &list)
{
    QJsonArray rows;
    for (const PriceRow &row : list.rows)
        rows.append(priceRowToJson(row));
    QJsonArray factors;
    for (const PriceFactor &factor : list.factors)
        factors.append(factorToJson(factor));
    QJsonArray aliases;
    for (const PriceAlias &alias : list.aliases)
        aliases.append(aliasToJson(alias));
    QJsonArray schedules;
    for (const Schedule &schedule : list.schedules)
        schedules.append(scheduleToJson(schedule.rule()));
    return QJsonDocument(QJsonObject{{u"schema"_s, u"costglass-prices/1"_s},
                                     {u"rows"_s, rows},
                                     {u"factors"_s, factors},
                                     {u"aliases"_s, aliases},
                                     {u"schedules"_s, schedules}})
        .toJson(QJsonDocument::Compact);
}

Result<PriceList> readPriceRows(const QJsonObject &object, const QString &source)
{
    if (object.value(u"schema"_s).toString() != u"costglass-prices/1"_s)
        return listError(u"schema"_s, Texts::tr("not a list that this Costglass wrote."));
    PriceList list;
    const auto each = [&object](const QString &key, const auto &read) -> Result<void> {
        const QJsonArray entries = object.value(key).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            if (const auto done = read(entries[i].toObject(), u"%1[%2]"_s.arg(key).arg(i)); !done)
                return std::unexpected(done.error());
        }
        return {};
    };
    const auto into = [](auto &target, auto &&value) -> Result<void> {
        if (!value)
            return std::unexpected(value.error());
        target.append(*value);
        return {};
    };
    const QList<Result<void>> steps{each(u"schedules"_s,
                                         [&](const QJsonObject &entry, const QString &place) {
                                             return into(list.schedules, scheduleFromJson(entry, place));
                                         }),
                                    each(u"rows"_s,
                                         [&](const QJsonObject &entry, const QString &place) {
                                             return into(list.rows, priceRowFromJson(entry, source, place));
                                         }),
                                    each(u"factors"_s, [&](const QJsonObject &entry, const QString &place) {
                                        return into(list.factors, factorFromJson(entry, source, place));
                                    })};
    for (const Result<void> &step : steps) {
        if (!step)
            return std::unexpected(step.error());
    }
    const QJsonArray aliases = object.value(u"aliases"_s).toArray();
    for (const QJsonValue &value : aliases) {
        const QJsonObject alias = value.toObject();
        list.aliases.append({alias.value(u"vendor"_s).toString(), alias.value(u"name"_s).toString(),
                             alias.value(u"region"_s).toString(), alias.value(u"model"_s).toString(),
                             alias.value(u"model_vendor"_s).toString()});
    }
    return list;
}

} // namespace Costglass
