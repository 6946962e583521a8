// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/meters.h"
#include "pricing/pricelist.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

// LiteLLM's list holds US dollars per token, character, second …: https://docs.litellm.ai/docs/provider_registration/add_model_pricing
// A long prompt's price ("…_above_200k_tokens") holds for the whole request; so does each range of "tiered_pricing".
// Where flex or priority has no price of its own LiteLLM takes the standard one, and half of it for batches.

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

struct CostKey
{
    QString meter;
    qint64 per = 1;
};

const QHash<QString, CostKey> &costKeys()
{
    static const QHash<QString, CostKey> keys{
        {u"input_cost_per_token"_s, {u"input"_s}},
        {u"output_cost_per_token"_s, {u"output"_s}},
        {u"cache_read_input_token_cost"_s, {u"cached_input"_s}},
        {u"input_cost_per_token_cache_hit"_s, {u"cached_input"_s}},
        {u"cache_creation_input_token_cost"_s, {u"cache_write"_s}},
        {u"cache_creation_input_token_cost_above_1hr"_s, {u"cache_write_1h"_s}},
        {u"input_cost_per_audio_token"_s, {u"audio_input"_s}},
        {u"output_cost_per_audio_token"_s, {u"audio_output"_s}},
        {u"cache_read_input_audio_token_cost"_s, {u"cached_audio_input"_s}},
        {u"cache_creation_input_audio_token_cost"_s, {u"cache_write_audio"_s}},
        {u"input_cost_per_image_token"_s, {u"image_input"_s}},
        {u"output_cost_per_image_token"_s, {u"image_output"_s}},
        {u"input_cost_per_video_token"_s, {u"video_input"_s}},
        {u"output_cost_per_video_token"_s, {u"video_output"_s}},
        {u"output_cost_per_reasoning_token"_s, {u"reasoning"_s}},
        {u"citation_cost_per_token"_s, {u"citations"_s}},
        {u"output_cost_per_image"_s, {u"images"_s}},
        {u"input_cost_per_image"_s, {u"input_images"_s}},
        {u"input_cost_per_pixel"_s, {u"pixels"_s}},
        {u"input_cost_per_character"_s, {u"characters"_s}},
        {u"output_cost_per_character"_s, {u"output_characters"_s}},
        {u"input_cost_per_second"_s, {u"seconds"_s}},
        {u"output_cost_per_second"_s, {u"output_seconds"_s}},
        {u"output_cost_per_video_per_second"_s, {u"output_seconds"_s}},
        {u"input_cost_per_audio_per_second"_s, {u"input_audio_seconds"_s}},
        {u"input_cost_per_video_per_second"_s, {u"input_video_seconds"_s}},
        {u"input_cost_per_request"_s, {u"requests"_s}},
        {u"input_cost_per_query"_s, {u"queries"_s}},
        {u"ocr_cost_per_page"_s, {u"pages"_s}},
        {u"annotation_cost_per_page"_s, {u"annotation_pages"_s}},
        {u"code_interpreter_cost_per_session"_s, {u"sessions"_s}},
        {u"file_search_cost_per_1k_calls"_s, {u"file_searches"_s, 1000}},
        {u"file_search_cost_per_gb_per_day"_s, {u"gb_days"_s}},
        {u"vector_store_cost_per_gb_per_day"_s, {u"gb_days"_s}},
    };
    return keys;
}

/// "input_cost_per_token_above_200k_tokens_priority" taken apart into base, threshold and tier.
struct KeyParts
{
    QString base;
    qint64 threshold = 0;
    Tier tier = Tier::Standard;
};

KeyParts takeApart(const QString &key)
{
    static const QRegularExpression above(u"_above_(\\d+)(k?)_tokens"_s);
    static const QList<std::pair<QString, Tier>> suffixes{
        {u"_batches"_s, Tier::Batch}, {u"_flex"_s, Tier::Flex}, {u"_priority"_s, Tier::Priority}};
    KeyParts parts{key};
    for (const auto &[suffix, tier] : suffixes) {
        if (parts.base.endsWith(suffix) || parts.base.contains(suffix + u"_above_"_s)) {
            parts.tier = tier;
            parts.base.remove(suffix);
        }
    }
    const auto match = above.match(parts.base);
    if (match.hasMatch()) {
        parts.threshold = match.captured(1).toLongLong() * (match.captured(2).isEmpty() ? 1 : 1000);
        parts.base.remove(match.captured(0));
    }
    return parts;
}

/// What all rows of an entry share.
PriceRow rowOf(const QString &provider, const QString &model, const QString &source)
{
    PriceRow row;
    row.vendor = canonicalVendor(provider);
    row.model = model;
    row.provenance = {source, {}, Texts::tr("aggregator")};
    return row;
}

/// Prices per token are told per million; others for one.
void setPrice(PriceRow &row, const Decimal &price, qint64 per)
{
    const bool tokens = row.meter.contains(u"input") || row.meter.contains(u"output")
        || row.meter == u"reasoning" || row.meter.contains(u"cache") || row.meter == u"characters"
        || row.meter == u"citations";
    const bool single = row.meter == u"input_images" || row.meter.endsWith(u"seconds");
    row.per = per > 1 ? per : tokens && !single ? 1'000'000 : 1;
    row.price = per > 1 ? price : price * Decimal(row.per);
}

Result<void> readRanges(const QJsonArray &ranges, const PriceRow &like, const QString &place, PriceList &list)
{
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const QJsonObject range = ranges[i].toObject();
        const QJsonArray bounds = range.value(u"range"_s).toArray();
        if (bounds.size() != 2)
            continue; // ranges of something else than tokens, such as a search's results
        const QString where = u"%1.tiered_pricing[%2]"_s.arg(place).arg(i);
        for (auto it = range.begin(); it != range.end(); ++it) {
            const auto key = costKeys().constFind(it.key());
            if (key == costKeys().cend())
                continue;
            const auto price = listPrice(range, it.key(), where);
            if (!price)
                return std::unexpected(price.error());
            PriceRow row = like;
            row.meter = key->meter;
            row.threshold = bounds[0].toInteger(static_cast<qint64>(bounds[0].toDouble()));
            if (*price) {
                setPrice(row, **price, key->per);
                list.rows.append(row);
            }
        }
    }
    return {};
}

Result<void> readSearches(const QJsonObject &sizes, const PriceRow &like, const QString &place,
                          PriceList &list)
{
    static const QList<std::pair<QString, QString>> meters{
        {u"search_context_size_low"_s, u"web_searches_low"_s},
        {u"search_context_size_medium"_s, u"web_searches"_s},
        {u"search_context_size_high"_s, u"web_searches_high"_s}};
    for (const auto &[key, meter] : meters) {
        const auto price = listPrice(sizes, key, place + u".search_context_cost_per_query"_s);
        if (!price)
            return std::unexpected(price.error());
        PriceRow row = like;
        row.meter = meter;
        if (*price) {
            setPrice(row, **price, 1);
            list.rows.append(row);
        }
    }
    return {};
}

Result<void> readFactors(const QJsonObject &entry, const PriceRow &like, const QString &place,
                         PriceList &list)
{
    static const QString uplift = u"regional_processing_uplift_multiplier_"_s;
    PriceFactor factor{like.vendor, like.model, {}, {}, 1, like.provenance};
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        if (!it.key().startsWith(uplift))
            continue;
        const auto value = listPrice(entry, it.key(), place);
        if (!value)
            return std::unexpected(value.error());
        factor.region = it.key().mid(uplift.size());
        factor.factor = value->value_or(1);
        list.factors.append(factor);
    }
    // Of the vendor's own particulars only regions are prices here ("us": 1.1): "fast" is a mode of its own.
    const QJsonObject own = entry.value(u"provider_specific_entry"_s).toObject();
    for (auto it = own.begin(); it != own.end(); ++it) {
        const auto value = Decimal::fromJson(it.value());
        if (!value || it.key().size() != 2)
            continue;
        factor.region = it.key();
        factor.factor = *value;
        list.factors.append(factor);
    }
    return {};
}

/// Takes \a other for \a meter where the list prices only the former.
void preferPriced(PriceList &list, const QString &meter, const QString &other)
{
    const auto priced = [&](const QString &name) {
        return std::any_of(list.rows.cbegin(), list.rows.cend(),
                           [&](const PriceRow &row) { return row.meter == name && !row.price.isZero(); });
    };
    if (priced(meter) || !priced(other))
        return;
    list.rows.removeIf([&](const PriceRow &row) { return row.meter == meter; });
    for (PriceRow &row : list.rows) {
        if (row.meter == other)
            row.meter = meter;
    }
}

/// Lists price a whole thing by "input" or "output" alike: a picture made, a second spoken or heard.
void settleUnits(PriceList &list, const QString &mode)
{
    if (mode == u"image_generation" || mode == u"image_edit")
        preferPriced(list, u"images"_s, u"input_images"_s);
    preferPriced(list, u"seconds"_s, u"output_seconds"_s);
    preferPriced(list, u"characters"_s, u"output_characters"_s);
}

/// The entry's own prices, but for what its ranges price already.
Result<void> readCosts(const QString &name, const QJsonObject &entry, const PriceRow &like, PriceList &list)
{
    QSet<QString> ranged;
    for (const PriceRow &row : std::as_const(list.rows))
        ranged.insert(row.meter);
    QSet<QString> told;
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        const KeyParts parts = takeApart(it.key());
        const auto key = costKeys().constFind(parts.base);
        if (key == costKeys().cend())
            continue;
        const auto price = listPrice(entry, it.key(), name);
        if (!price)
            return std::unexpected(price.error());
        PriceRow row = like;
        row.meter = key->meter;
        row.tier = parts.tier;
        row.threshold = parts.threshold;
        row.atThreshold = parts.threshold > 0 && row.vendor == u"xai";
        const QString what = u"%1 %2 %3"_s.arg(row.meter, tierName(row.tier)).arg(row.threshold);
        if (!*price || told.contains(what) || (row.tier == Tier::Standard && ranged.contains(row.meter)))
            continue;
        told.insert(what); // two keys may tell one price
        setPrice(row, **price, key->per);
        list.rows.append(row);
    }
    return {};
}

Result<PriceList> readEntry(const QString &name, const QJsonObject &entry, const QString &source)
{
    const QString provider = entry.value(u"litellm_provider"_s).toString();
    const PriceRow like = rowOf(provider, name, source);
    PriceList list;
    if (const auto read = readRanges(entry.value(u"tiered_pricing"_s).toArray(), like, name, list); !read)
        return std::unexpected(read.error());
    if (const auto read = readCosts(name, entry, like, list); !read)
        return std::unexpected(read.error());
    settleUnits(list, entry.value(u"mode"_s).toString());
    const QJsonObject searches = entry.value(u"search_context_cost_per_query"_s).toObject();
    if (const auto read = readSearches(searches, like, name, list); !read)
        return std::unexpected(read.error());
    if (const auto read = readFactors(entry, like, name, list); !read)
        return std::unexpected(read.error());
    // "azure/gpt-4o" of the provider "azure" is also just "gpt-4o" there.
    if (name.startsWith(provider + u'/'))
        list.aliases.append({like.vendor, name.mid(provider.size() + 1), {}, name, {}});
    return list;
}

} // namespace

Result<PriceList> readLiteLlm(const QJsonObject &object, const QString &source)
{
    PriceList list;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"sample_spec")
            continue;
        if (!it.value().isObject())
            return listError(it.key(), Texts::tr("not an entry of LiteLLM's list."));
        const auto entry = readEntry(it.key(), it.value().toObject(), source);
        if (!entry)
            return std::unexpected(entry.error());
        list.rows += entry->rows;
        list.factors += entry->factors;
        list.aliases += entry->aliases;
    }
    const Provenance rule{source, {}, Texts::tr("rule of the list")};
    list.factors.append({{}, {}, Tier::Batch, {}, Decimal::of(u"0.5"), rule});
    list.factors.append({{}, {}, Tier::Flex, {}, 1, rule});
    list.factors.append({{}, {}, Tier::Priority, {}, 1, rule});
    return list;
}

} // namespace Costglass
