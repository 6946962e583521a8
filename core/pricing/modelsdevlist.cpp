// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/meters.h"
#include "pricing/pricelist.h"

#include <QJsonArray>
#include <QSet>

namespace Costglass {

using namespace Qt::StringLiterals;

// models.dev's api.json holds US dollars per million tokens, by provider and model: https://models.dev. A long prompt's
// prices stand in "tiers" ({"tier": {"type": "context", "size": N}, …}), in older lists in "context_over_200k".

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

Result<void> readRates(const QJsonObject &rates, const PriceRow &like, const QString &place, PriceList &list)
{
    static const QList<std::pair<QString, QString>> meters{{u"input"_s, u"input"_s},
                                                           {u"output"_s, u"output"_s},
                                                           {u"cache_read"_s, u"cached_input"_s},
                                                           {u"cache_write"_s, u"cache_write"_s},
                                                           {u"reasoning"_s, u"reasoning"_s},
                                                           {u"input_audio"_s, u"audio_input"_s},
                                                           {u"output_audio"_s, u"audio_output"_s}};
    for (const auto &[key, meter] : meters) {
        const auto price = listPrice(rates, key, place);
        if (!price)
            return std::unexpected(price.error());
        if (!*price)
            continue;
        PriceRow row = like;
        row.meter = meter;
        row.price = **price;
        list.rows.append(row);
    }
    return {};
}

Result<void> readModel(const QJsonObject &cost, PriceRow row, const QString &place, PriceList &list)
{
    if (const auto read = readRates(cost, row, place, list); !read)
        return read;
    row.atThreshold = row.vendor == u"xai";
    const QJsonArray tiers = cost.value(u"tiers"_s).toArray();
    for (qsizetype i = 0; i < tiers.size(); ++i) {
        const QJsonObject tier = tiers[i].toObject();
        const QJsonObject condition = tier.value(u"tier"_s).toObject();
        const QString where = u"%1.tiers[%2]"_s.arg(place).arg(i);
        row.threshold = condition.value(u"size"_s).toInteger(-1);
        if (condition.value(u"type"_s).toString(u"context"_s) != u"context" || row.threshold <= 0) {
            // Its plain prices alone would be wrong under that condition.
            list.rows.clear();
            list.notes.append(
                Texts::tr("%1: a price under a condition that Costglass does not know.").arg(where));
            return {};
        }
        if (const auto read = readRates(tier, row, where, list); !read)
            return read;
    }
    row.threshold = 200'000;
    const QJsonObject longer = cost.value(u"context_over_200k"_s).toObject();
    return tiers.isEmpty() ? readRates(longer, row, place + u".context_over_200k"_s, list) : Result<void>();
}

} // namespace

Result<PriceList> readModelsDev(const QJsonObject &object, const QString &source)
{
    PriceList list;
    QSet<std::pair<QString, QString>>
        seen; // one vendor may have several providers: its platforms abroad and at home
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue models = it.value().toObject().value(u"models"_s);
        if (!models.isObject())
            return listError(it.key(), Texts::tr("not a provider of models.dev's list."));
        const QJsonObject entries = models.toObject();
        for (auto model = entries.begin(); model != entries.end(); ++model) {
            PriceRow row;
            row.vendor = canonicalVendor(it.key());
            row.model = model.key();
            const std::pair id(row.vendor, row.model);
            if (seen.contains(id)) {
                list.notes.append(
                    Texts::tr("%1.%2 is there from another provider of the same vendor already.")
                        .arg(it.key(), model.key()));
                continue;
            }
            seen.insert(id);
            const QString updated = model.value().toObject().value(u"last_updated"_s).toString();
            row.provenance = {source, updated, Texts::tr("aggregator")};
            const QJsonObject cost = model.value().toObject().value(u"cost"_s).toObject();
            PriceList own;
            if (const auto read = readModel(cost, row, it.key() + u'.' + model.key(), own); !read)
                return std::unexpected(read.error());
            list.rows += own.rows;
            list.notes += own.notes;
        }
    }
    return list;
}

} // namespace Costglass
