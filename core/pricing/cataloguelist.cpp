// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/catalogueparts.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

// Costglass's catalogue of facts: prices as vendors word them, each with source and day.

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

/// "glm-5.3 (cn)" is "glm-5.3" in the region cn; where "(global)" or no other variant exists, also the plain name.
void readAliases(const QList<PriceRow> &models, PriceList &list)
{
    QMap<std::pair<QString, QString>, int> variants;
    const auto plain = [](const QString &id) { return id.section(u" ("_s, 0, 0); };
    for (const PriceRow &model : models)
        ++variants[{model.vendor, plain(model.model)}];
    for (const PriceRow &model : models) {
        const QString name = plain(model.model);
        if (name == model.model)
            continue;
        const QString region = model.model.mid(name.size() + 2).chopped(1);
        if (region == u"global" || variants.value({model.vendor, name}) == 1)
            list.aliases.append({model.vendor, name, {}, model.model, {}});
        if (region.startsWith(u"until "))
            continue;
        list.aliases.append({model.vendor, name, region, model.model, {}});
        const QStringList parts = region.section(u' ', 0, 0).split(u'/');
        for (const QString &part : parts) {
            if (part != region)
                list.aliases.append({model.vendor, name, part, model.model, {}});
        }
    }
}

Result<Schedule> readSchedule(const QJsonObject &json, const QString &place)
{
    Schedule::Rule rule;
    rule.id = json.value(u"id"_s).toString();
    rule.zone = json.value(u"timezone"_s).toString().section(u' ', 0, 0).toLatin1();
    const QJsonArray windows
        = json.value(json.contains(u"windows_local"_s) ? u"windows_local"_s : u"windows_utc"_s).toArray();
    for (const QJsonValue &window : windows) {
        const auto from = parseClock(window.toArray().at(0).toString());
        const auto to = parseClock(window.toArray().at(1).toString());
        if (!from || !to)
            return listError(place, (from ? to : from).error().detail);
        rule.windows.append({*from, *to});
    }
    if (json.value(u"days"_s).toString().startsWith(u"Mon-Fri"))
        rule.weekdays = {1, 2, 3, 4, 5};
    rule.weekdaysFrom = QDate::fromString(json.value(u"weekend_rule_from"_s).toString(), Qt::ISODate);
    const QJsonArray holidays = json.value(u"holidays_2026"_s).toArray();
    for (const QJsonValue &holiday : holidays) {
        const QDate first = QDate::fromString(holiday.toString().section(u".."_s, 0, 0), Qt::ISODate);
        const QDate last = QDate::fromString(holiday.toString().section(u".."_s, 1), Qt::ISODate);
        if (!first.isValid() || !last.isValid())
            return listError(place, Texts::tr("“%1” is no range of days.").arg(holiday.toString()));
        rule.holidays.append({first, last.addDays(1)});
    }
    const auto schedule = Schedule::make(rule);
    return schedule ? schedule : Result<Schedule>(listError(place, schedule.error().detail));
}

} // namespace

Provenance catalogueProvenance(const QJsonObject &json, const QString &source)
{
    const QString own = json.value(u"source"_s).toArray().at(0).toString().trimmed();
    return {own.isEmpty() ? source : own, json.value(u"as_of"_s).toString(),
            json.value(u"confidence"_s).toString()};
}

Result<PriceList> readCatalogue(const QJsonObject &object, const QString &source)
{
    if (object.value(u"schema"_s).toString() != u"ai-fee-catalogue/1")
        return listError(u"schema"_s, Texts::tr("not a catalogue that this Costglass knows."));
    PriceList list;
    const QJsonArray hours = object.value(u"peak_and_service_tiers"_s).toArray();
    for (qsizetype i = 0; i < hours.size(); ++i) {
        const QJsonObject rule = hours[i].toObject();
        if (rule.value(u"kind"_s).toString() == u"service_tier")
            continue; // the models' own entries say which of them have it
        const auto schedule = readSchedule(rule, u"peak_and_service_tiers[%1]"_s.arg(i));
        if (!schedule)
            return std::unexpected(schedule.error());
        list.schedules.append(*schedule);
    }
    QList<PriceRow> read;
    const QJsonArray models = object.value(u"models"_s).toArray();
    for (qsizetype i = 0; i < models.size(); ++i) {
        const auto model = readCatalogueModel(models[i].toObject(), u"models[%1]"_s.arg(i), source, list);
        if (!model)
            return std::unexpected(model.error());
        read.append(*model);
    }
    readAliases(read, list);
    const QJsonArray others = object.value(u"non_token_prices"_s).toArray();
    for (qsizetype i = 0; i < others.size(); ++i) {
        const auto done
            = readCatalogueService(others[i].toObject(), u"non_token_prices[%1]"_s.arg(i), source, list);
        if (!done)
            return std::unexpected(done.error());
    }
    return list;
}

} // namespace Costglass
