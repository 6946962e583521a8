// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/catalogueparts.h"
#include "pricing/meters.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

// "models" is per million tokens; tiers that were seen stand as objects, those that follow a rule of the vendor as
// multipliers.

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

using Prices = QMap<QString, Decimal>; ///< by meter

/// One entry of "models" while it is read.
struct Entry
{
    QJsonObject json;
    QString place;
    PriceRow like; ///< what all rows of the entry share, and when they hold
    Prices base; ///< the price list's own figures
};

Result<Prices> pricesOf(const QJsonObject &object, const QString &place)
{
    static const QList<std::pair<QString, QString>> keys{{u"input"_s, u"input"_s},
                                                         {u"cached_input"_s, u"cached_input"_s},
                                                         {u"output"_s, u"output"_s},
                                                         {u"cache_write_5m"_s, u"cache_write_5m"_s},
                                                         {u"cache_write_1h"_s, u"cache_write_1h"_s}};
    Prices prices;
    for (const auto &[key, meter] : keys) {
        const auto price = listPrice(object, key, place);
        if (!price)
            return std::unexpected(price.error());
        if (*price)
            prices.insert(meter, **price);
    }
    const QJsonObject writes = object.value(u"cache_write"_s).toObject();
    for (auto it = writes.begin(); it != writes.end(); ++it) {
        const auto price = listPrice(writes, it.key(), place + u".cache_write"_s);
        if (!price)
            return std::unexpected(price.error());
        if (*price)
            prices.insert(u"cache_write_"_s + it.key(), **price);
    }
    return prices;
}

/// One row for each price, like \a row but for meter and price.
void addRows(const Prices &prices, PriceRow row, PriceList &list)
{
    for (auto price = prices.begin(); price != prices.end(); ++price) {
        row.meter = price.key();
        row.price = price.value();
        list.rows.append(row);
    }
}

/// A day without clock time means 00:00 UTC, as no vendor of the catalogue states a zone.
Result<std::optional<qint64>> instantOf(const QJsonValue &value, const QString &place)
{
    if (value.isNull() || value.isUndefined())
        return std::optional<qint64>();
    const QString text = value.toString();
    const auto instant = parseRfc3339(text.size() == 10 ? text + u"T00:00:00Z"_s : text);
    return instant ? Result<std::optional<qint64>>(*instant) : listError(place, instant.error().detail);
}

/// Earlier and later prices; the entry's own figures belong to the period whose prices they are.
Result<void> readPeriods(Entry &entry, PriceList &list)
{
    const QJsonArray periods = entry.json.value(u"price_periods"_s).toArray();
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const QJsonObject period = periods[i].toObject();
        const QString where = u"%1.price_periods[%2]"_s.arg(entry.place).arg(i);
        const auto prices = pricesOf(period, where);
        const auto from = instantOf(period.value(u"from"_s), where + u".from"_s);
        const auto until = instantOf(period.value(u"until"_s), where + u".until"_s);
        if (!prices || !from || !until)
            return std::unexpected(!prices ? prices.error() : !from ? from.error() : until.error());
        const auto differs = [&](const QString &meter) {
            return prices->contains(meter)
                && prices->value(meter) != entry.base.value(meter, Decimal::invalid());
        };
        if (!differs(u"input"_s) && !differs(u"output"_s) && !differs(u"cached_input"_s)) {
            entry.like.from = *from;
            entry.like.until = *until;
            continue;
        }
        PriceRow row = entry.like;
        row.from = *from;
        row.until = *until;
        // What writing cost is not told; where reading alone changed it was the same.
        Prices all = *prices;
        for (auto price = entry.base.begin(); price != entry.base.end(); ++price) {
            if (!differs(u"input"_s) && !all.contains(price.key()))
                all.insert(price.key(), price.value());
        }
        addRows(all, row, list);
    }
    return {};
}

Prices times(const Prices &prices, const Decimal &factor)
{
    Prices product;
    for (auto price = prices.begin(); price != prices.end(); ++price)
        product.insert(price.key(), price.value() * factor);
    return product;
}

/// Meters that the dearer list leaves out rise as input does: the vendors' tables that name them all agree with that.
Prices completed(Prices dearer, const Prices &base)
{
    const Decimal ratio = dearer.value(u"input"_s).dividedBy(base.value(u"input"_s), 12);
    const Prices rest = times(base, ratio);
    for (auto price = rest.begin(); price != rest.end() && ratio.isValid(); ++price) {
        if (!dearer.contains(price.key()))
            dearer.insert(price.key(), price.value());
    }
    return dearer;
}

Result<void> readRanges(const Entry &entry, const QJsonArray &tiers, const QString &place, PriceList &list)
{
    PriceRow row = entry.like;
    for (qsizetype i = 0; i < tiers.size(); ++i) {
        const QJsonObject tier = tiers[i].toObject();
        const QString where = u"%1.tiers[%2]"_s.arg(place).arg(i);
        const auto prices = pricesOf(tier, where);
        if (!prices)
            return std::unexpected(prices.error());
        if (row.threshold > 0)
            addRows(*prices, row, list);
        row.threshold = tier.value(u"up_to_input_tokens"_s).toInteger();
        if (row.threshold <= 0 && i + 1 < tiers.size())
            return listError(where, Texts::tr("a range without end before another one."));
    }
    return {};
}

Result<void> readLongContext(const Entry &entry, PriceList &list)
{
    const QString place = entry.place + u".long_context"_s;
    const QJsonObject rule = entry.json.value(u"long_context"_s).toObject();
    if (rule.isEmpty())
        return {};
    if (rule.contains(u"tiers"_s))
        return readRanges(entry, rule.value(u"tiers"_s).toArray(), place, list);
    PriceRow row = entry.like;
    row.threshold = rule.value(u"threshold_tokens"_s).toInteger();
    row.atThreshold = rule.value(u"rule"_s).toString() == u"whole_request_when_input_ge";
    if (row.threshold <= 0
        || (!row.atThreshold && rule.value(u"rule"_s).toString() != u"whole_request_when_input_gt"))
        return listError(place, Texts::tr("a boundary that Costglass does not know."));
    auto prices = pricesOf(rule, place);
    const QJsonObject multipliers = rule.value(u"multipliers"_s).toObject();
    for (auto it = multipliers.begin(); prices && it != multipliers.end(); ++it) {
        const auto factor = Decimal::fromJson(it.value());
        if (!factor)
            return listError(place + u".multipliers"_s, factor.error().detail);
        if (entry.base.contains(it.key()))
            prices->insert(it.key(), entry.base.value(it.key()) * *factor);
    }
    if (!prices)
        return std::unexpected(prices.error());
    // One figure for writing means the one kind of write that the entry has.
    const auto write = rule.value(u"cache_write"_s).isObject()
        ? std::optional<Decimal>()
        : listPrice(rule, u"cache_write"_s, place).value_or(std::nullopt);
    for (auto price = entry.base.begin(); write && price != entry.base.end(); ++price) {
        if (price.key().startsWith(u"cache_write_"))
            prices->insert(price.key(), *write);
    }
    addRows(completed(*prices, entry.base), row, list);
    return {};
}

Result<void> readTiers(const Entry &entry, PriceList &list)
{
    for (const Tier tier : {Tier::Batch, Tier::Flex, Tier::Priority}) {
        const QString name = tierName(tier);
        const auto prices = pricesOf(entry.json.value(name).toObject(), entry.place + u'.' + name);
        const auto told = listPrice(entry.json, name + u"_multiplier"_s, entry.place);
        if (!prices || !told)
            return std::unexpected(!prices ? prices.error() : told.error());
        PriceRow row = entry.like;
        row.tier = tier;
        addRows(*prices, row, list);
        // The same multiple of input and output is the multiple of what the tier's table leaves out.
        std::optional<Decimal> multiple = *told;
        const Decimal ofInput = prices->value(u"input"_s).dividedBy(entry.base.value(u"input"_s), 12);
        const Decimal ofOutput = prices->value(u"output"_s).dividedBy(entry.base.value(u"output"_s), 12);
        if (!multiple && !prices->isEmpty() && ofInput == ofOutput)
            multiple = ofInput;
        if (multiple)
            list.factors.append({row.vendor, row.model, tier, {}, *multiple, row.provenance});
    }
    return {};
}

void readResidency(const Entry &entry, PriceList &list)
{
    static const QHash<QString, QStringList> regions{{u"openai"_s, {u"us"_s, u"eu"_s}},
                                                     {u"anthropic"_s, {u"us"_s}}};
    const auto factor = Decimal::fromJson(entry.json.value(u"data_residency_multiplier"_s));
    if (!factor || entry.json.value(u"note"_s).toString().contains(u"already includes"))
        return;
    for (const QString &region : regions.value(entry.like.vendor))
        list.factors.append(
            {entry.like.vendor, entry.like.model, {}, region, *factor, entry.like.provenance});
}

/// Peak figures hold in the schedule's hours, off-peak ones otherwise.
Result<void> readBase(const Entry &entry, PriceList &list)
{
    PriceRow row = entry.like;
    const QJsonObject peak = entry.json.value(u"peak"_s).toObject();
    if (!peak.isEmpty()) {
        const auto offPeak
            = pricesOf(peak.value(u"off_peak"_s).toObject(), entry.place + u".peak.off_peak"_s);
        if (!offPeak)
            return std::unexpected(offPeak.error());
        addRows(*offPeak, row, list);
        row.schedule = peak.value(u"window_ref"_s).toString();
    }
    addRows(entry.base, row, list);
    return {};
}

} // namespace

Result<PriceRow> readCatalogueModel(const QJsonObject &json, const QString &place, const QString &source,
                                    PriceList &list)
{
    Entry entry{json, place, {}, {}};
    const auto currency = Currency::fromCode(json.value(u"currency"_s).toString());
    entry.like.vendor = canonicalVendor(json.value(u"vendor"_s).toString());
    entry.like.model = json.value(u"id"_s).toString();
    entry.like.provenance = catalogueProvenance(json, source);
    if (!currency || entry.like.vendor.isEmpty() || entry.like.model.isEmpty())
        return listError(place,
                         currency ? Texts::tr("a model needs vendor and id.") : currency.error().detail);
    if (json.value(u"unit"_s).toString() != u"per_1M_tokens")
        return listError(place + u".unit"_s, Texts::tr("prices of models are per_1M_tokens."));
    entry.like.currency = *currency;
    const auto base = pricesOf(json, place);
    if (!base)
        return std::unexpected(base.error());
    entry.base = *base;
    for (const auto &step : {+[](Entry &e, PriceList &l) { return readPeriods(e, l); },
                             +[](Entry &e, PriceList &l) { return readBase(e, l); },
                             +[](Entry &e, PriceList &l) { return readLongContext(e, l); },
                             +[](Entry &e, PriceList &l) { return readTiers(e, l); }}) {
        if (const auto done = step(entry, list); !done)
            return std::unexpected(done.error());
    }
    readResidency(entry, list);
    return entry.like;
}

} // namespace Costglass
