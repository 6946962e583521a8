// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/catalogueparts.h"
#include "pricing/meters.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

/// "per 1000 calls" as a meter and how many of it the price is for.
std::optional<std::pair<QString, qint64>> unitOf(const QString &unit)
{
    static const QHash<QString, std::pair<QString, qint64>> units{
        {u"per GiB-day (binary GB)"_s, {u"gib_days"_s, 1}},
        {u"per GB-month"_s, {u"gb_months"_s, 1}},
        {u"per GiB-hour"_s, {u"gib_hours"_s, 1}},
        {u"per GB"_s, {u"gigabytes"_s, 1}},
        {u"per 1000 calls"_s, {u"calls"_s, 1000}},
        {u"per 1000 searches"_s, {u"calls"_s, 1000}},
        {u"per 1000 search queries"_s, {u"calls"_s, 1000}},
        {u"per 1000 grounded prompts"_s, {u"calls"_s, 1000}},
        {u"per 20-minute session"_s, {u"sessions"_s, 1}},
        {u"per container-hour"_s, {u"hours"_s, 1}},
        {u"per session-hour"_s, {u"hours"_s, 1}},
        {u"per 1M tokens per hour"_s, {u"token_hours"_s, 1'000'000}},
        {u"per 1M characters"_s, {u"characters"_s, 1'000'000}},
        {u"per second"_s, {u"seconds"_s, 1}},
        {u"per image"_s, {u"images"_s, 1}},
        {u"per page"_s, {u"pages"_s, 1}},
    };
    const auto found = units.constFind(unit);
    return found == units.cend() ? std::nullopt : std::optional(*found);
}

/// "5 minutes", or "… billed by the minute with a 5-minute minimum": the price also holds by the minute, and at least
/// for so many; 0 = it does not.
int leastMinutes(const QJsonObject &json)
{
    static const QRegularExpression words(u"(?:^|by the minute with a )(\\d+)[ -]minute(?:s$| minimum)"_s);
    const auto minimum = words.match(json.value(u"minimum"_s).toString());
    const auto billing = words.match(json.value(u"billing"_s).toString());
    return minimum.hasMatch() ? minimum.captured(1).toInt() : billing.captured(1).toInt();
}

/// The same price by the minute.
PriceRow byTheMinute(PriceRow row, int least)
{
    constexpr int HourMinutes = 60;
    constexpr int SessionMinutes = 20;
    row.per = row.meter == u"hours" ? HourMinutes : SessionMinutes;
    row.meter = u"minutes"_s;
    row.minimum = least;
    return row;
}

} // namespace

Result<void> readCatalogueService(const QJsonObject &json, const QString &place, const QString &source,
                                  PriceList &list)
{
    const auto currency = Currency::fromCode(json.value(u"currency"_s).toString());
    if (!currency)
        return listError(place, currency.error().detail);
    PriceRow row;
    row.vendor = canonicalVendor(json.value(u"vendor"_s).toString());
    row.model = json.value(u"name"_s).toString();
    row.currency = *currency;
    row.provenance = catalogueProvenance(json, source);
    const auto unit = unitOf(json.value(u"unit"_s).toString());
    const bool audio = json.value(u"unit"_s).toString() == u"per 1M audio tokens";
    const QList<std::pair<QString, QString>> keys = audio
        ? QList<std::pair<QString, QString>>{{u"price_in"_s, u"audio_input"_s},
                                             {u"price_out"_s, u"audio_output"_s}}
        : QList<std::pair<QString, QString>>{{u"price"_s, unit ? unit->first : QString()}};
    if (!audio && !unit) {
        list.notes.append(Texts::tr("%1 is told per “%2”, which is no price of a quantity.")
                              .arg(row.model, json.value(u"unit"_s).toString()));
        return {};
    }
    for (const auto &[key, meter] : keys) {
        const auto price = listPrice(json, key, place);
        if (!price)
            return std::unexpected(price.error());
        row.meter = meter;
        row.per = audio ? 1'000'000 : unit->second;
        row.price = price->value_or(Decimal::invalid());
        if (!*price)
            continue;
        list.rows.append(row);
        if (const int least = leastMinutes(json); least > 0)
            list.rows.append(byTheMinute(row, least));
    }
    return {};
}

} // namespace Costglass
