// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricelist.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

// OpenRouter's /api/v1/models holds US dollars per token, picture, request or search as decimal texts; "-1" marks a
// router whose price depends on where it leads: https://openrouter.ai/docs/api-reference/list-available-models

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

struct PriceKey
{
    QString key;
    QString meter;
    qint64 per;
};

const QList<PriceKey> &priceKeys()
{
    constexpr qint64 Million = 1'000'000;
    static const QList<PriceKey> keys{
        {u"prompt"_s, u"input"_s, Million},
        {u"completion"_s, u"output"_s, Million},
        {u"input_cache_read"_s, u"cached_input"_s, Million},
        {u"input_cache_write"_s, u"cache_write"_s, Million},
        {u"internal_reasoning"_s, u"reasoning"_s, Million},
        {u"audio"_s, u"audio_input"_s, Million},
        {u"request"_s, u"requests"_s, 1},
        {u"image"_s, u"input_images"_s, 1},
        {u"web_search"_s, u"web_searches"_s, 1},
    };
    return keys;
}

} // namespace

Result<PriceList> readOpenRouter(const QJsonObject &object, const QString &source)
{
    PriceList list;
    const QJsonArray models = object.value(u"data"_s).toArray();
    for (qsizetype i = 0; i < models.size(); ++i) {
        const QJsonObject model = models[i].toObject();
        const QString id = model.value(u"id"_s).toString();
        const QString place = u"data[%1]"_s.arg(i);
        const QJsonObject pricing = model.value(u"pricing"_s).toObject();
        if (id.isEmpty() || pricing.isEmpty())
            return listError(place, Texts::tr("a model without id or prices."));
        if (pricing.value(u"prompt"_s).toString().startsWith(u'-')) {
            list.notes.append(Texts::tr("%1 has no price of its own.").arg(id));
            continue;
        }
        for (const PriceKey &key : priceKeys()) {
            const auto price = listPrice(pricing, key.key, place + u".pricing"_s);
            if (!price)
                return std::unexpected(price.error());
            // A zero for reasoning means that it is in the output's price, not that it is free.
            if (!*price || (key.meter == u"reasoning" && (*price)->isZero()))
                continue;
            PriceRow row;
            row.vendor = u"openrouter"_s;
            row.model = id;
            row.meter = key.meter;
            row.per = key.per;
            row.price = **price * Decimal(key.per);
            row.provenance = {source, {}, Texts::tr("the vendor's own list")};
            list.rows.append(row);
        }
        const QString slug = model.value(u"canonical_slug"_s).toString();
        if (!slug.isEmpty() && slug != id)
            list.aliases.append({u"openrouter"_s, slug, {}, id, {}});
    }
    return list;
}

} // namespace Costglass
