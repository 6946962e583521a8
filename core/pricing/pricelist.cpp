// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricelist.h"

#include "base/json.h"

#include <QHash>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceList)
};

/// Two rows of one list for the same thing, of which neither ends before the other begins.
Result<void> refuseOverlaps(const PriceList &list)
{
    QHash<QStringList, QList<const PriceRow *>> groups;
    for (const PriceRow &row : list.rows) {
        const QStringList key{row.vendor,
                              row.model,
                              row.meter,
                              tierName(row.tier),
                              QString::number(row.threshold * 2 + (row.atThreshold ? 1 : 0)),
                              row.schedule,
                              QString::number(static_cast<int>(row.layer))};
        QList<const PriceRow *> &group = groups[key];
        for (const PriceRow *other : std::as_const(group)) {
            const bool apart = (row.until && other->from && *row.until <= *other->from)
                || (other->until && row.from && *other->until <= *row.from)
                || (row.from != other->from && (!row.until || !other->until));
            if (!apart)
                return listError(row.vendor + u'/' + row.model,
                                 Texts::tr("has two prices for %1 at one time.").arg(row.meter));
        }
        group.append(&row);
    }
    return {};
}

Result<PriceList> parse(const QJsonObject &object, PriceListFormat format, const QString &source)
{
    switch (format) {
    case PriceListFormat::Catalogue:
        return readCatalogue(object, source);
    case PriceListFormat::LiteLlm:
        return readLiteLlm(object, source);
    case PriceListFormat::ModelsDev:
        return readModelsDev(object, source);
    case PriceListFormat::OpenRouter:
        return readOpenRouter(object, source);
    case PriceListFormat::Rows:
        return readPriceRows(object, source);
    }
    return PriceList();
}

Result<PriceList> checked(const QJsonObject &object, PriceListFormat format, const QString &source)
{
    auto list = parse(object, format, source);
    if (!list)
        return list;
    if (list->rows.isEmpty())
        return failure(
            Error::Kind::Format,
            Texts::tr("The list has no price in the format “%1”.").arg(priceListFormatName(format)),
            Texts::tr("Look whether it is the whole file, and whether --format names its shape."));
    const auto apart = refuseOverlaps(*list);
    return apart ? list : Result<PriceList>(std::unexpected(apart.error()));
}

std::optional<PriceListFormat> looksLike(const QJsonObject &object)
{
    const QString schema = object.value(u"schema").toString();
    if (schema.startsWith(u"ai-fee-catalogue/"))
        return PriceListFormat::Catalogue;
    if (schema.startsWith(u"costglass-prices/"))
        return PriceListFormat::Rows;
    if (object.value(u"data").isArray())
        return PriceListFormat::OpenRouter;
    for (const QJsonValue &value : object) {
        const QJsonObject entry = value.toObject();
        if (entry.contains(u"litellm_provider"))
            return PriceListFormat::LiteLlm;
        if (entry.value(u"models").isObject())
            return PriceListFormat::ModelsDev;
    }
    return std::nullopt;
}

const QList<std::pair<QString, PriceListFormat>> &formatNames()
{
    static const QList<std::pair<QString, PriceListFormat>> names{
        {u"catalogue"_s, PriceListFormat::Catalogue},
        {u"litellm"_s, PriceListFormat::LiteLlm},
        {u"models.dev"_s, PriceListFormat::ModelsDev},
        {u"openrouter"_s, PriceListFormat::OpenRouter},
        {u"rows"_s, PriceListFormat::Rows},
    };
    return names;
}

} // namespace

QString priceListFormatName(PriceListFormat format)
{
    for (const auto &[name, value] : formatNames()) {
        if (value == format)
            return name;
    }
    return {};
}

std::optional<PriceListFormat> priceListFormatFromName(QStringView name)
{
    for (const auto &[known, value] : formatNames()) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

Result<PriceList> readPriceList(const QByteArray &bytes, PriceListFormat format, const QString &source)
{
    const auto object = parseJsonObject(bytes, Texts::tr("The price list"));
    return object ? checked(*object, format, source) : Result<PriceList>(std::unexpected(object.error()));
}

Result<PriceList> readPriceList(const QByteArray &bytes, const QString &source)
{
    const auto object = parseJsonObject(bytes, Texts::tr("The price list"));
    if (!object)
        return std::unexpected(object.error());
    const auto format = looksLike(*object);
    if (!format)
        return failure(
            Error::Kind::Format, Texts::tr("The price list has the shape of none that Costglass knows."),
            Texts::tr("It reads its own catalogue and the lists of LiteLLM, models.dev and OpenRouter."));
    return checked(*object, *format, source);
}

std::unexpected<Error> listError(const QString &place, const QString &what)
{
    return failure(Error::Kind::Format, place + u": "_s + what,
                   Texts::tr("Nothing of the list was taken; correct it or leave that entry out."));
}

Result<std::optional<Decimal>> listPrice(const QJsonObject &object, const QString &key, const QString &place)
{
    const QJsonValue value = object.value(key);
    if (value.isNull() || value.isUndefined())
        return std::optional<Decimal>();
    const auto price = Decimal::fromJson(value);
    if (!price)
        return listError(place + u'.' + key, price.error().detail);
    if (price->isNegative())
        return listError(place + u'.' + key, Texts::tr("a price below zero."));
    return std::optional<Decimal>(*price);
}

} // namespace Costglass
