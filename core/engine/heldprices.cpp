// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/heldprices.h"

#include "base/json.h"
#include "engine/datafile.h"
#include "engine/pricestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::HeldPrices)
};

constexpr auto FileName = "held-prices.json";

Result<HeldPrice> heldFromJson(const QJsonObject &object, const QString &place)
{
    const QString feed = object.value(u"feed"_s).toString();
    auto row = priceRowFromJson(object.value(u"row"_s).toObject(), feed, place + u".row"_s);
    if (!row)
        return std::unexpected(row.error());
    HeldPrice held{*row, feed};
    if (object.value(u"reason"_s).toString() == holdReasonName(HeldPrice::Reason::Clash))
        held.reason = HeldPrice::Reason::Clash;
    if (object.contains(u"before"_s)) {
        auto before = priceRowFromJson(object.value(u"before"_s).toObject(), {}, place + u".before"_s);
        if (!before)
            return std::unexpected(before.error());
        held.before = *before;
    }
    return held;
}

QJsonObject heldToJson(const HeldPrice &held)
{
    QJsonObject object{{u"feed"_s, held.feed},
                       {u"reason"_s, holdReasonName(held.reason)},
                       {u"row"_s, priceRowToJson(held.row)}};
    if (held.before)
        object.insert(u"before"_s, priceRowToJson(*held.before));
    return object;
}

Result<HeldPrices> parse(const QByteArray &bytes, const QString &name)
{
    const auto json = parseJsonObject(bytes, name);
    if (!json)
        return std::unexpected(json.error());
    HeldPrices prices;
    const QJsonArray held = json->value(u"held"_s).toArray();
    for (qsizetype i = 0; i < held.size(); ++i) {
        const auto one = heldFromJson(held[i].toObject(), u"held[%1]"_s.arg(i));
        if (!one)
            return std::unexpected(one.error());
        prices.held.append(*one);
    }
    const QJsonArray rejected = json->value(u"rejected"_s).toArray();
    for (const QJsonValue &id : rejected)
        prices.rejected.insert(id.toString());
    return prices;
}

/// Prices of the same thing, of which one can hold.
bool isRival(const HeldPrice &one, const HeldPrice &other)
{
    return one.row.sameKey(other.row);
}

/// The held ones with those ids; Config when one is not there.
Result<QList<HeldPrice>> chosen(const HeldPrices &prices, const QStringList &ids)
{
    QList<HeldPrice> found;
    for (const QString &id : ids) {
        const auto held = std::find_if(prices.held.cbegin(), prices.held.cend(),
                                       [&id](const HeldPrice &one) { return one.id() == id; });
        if (held == prices.held.cend())
            return failure(Error::Kind::Config, Texts::tr("No price with the id “%1” is held.").arg(id),
                           Texts::tr("“prices held” shows those that are."));
        found.append(*held);
    }
    return found;
}

} // namespace

Result<HeldPrices> readHeldPrices(const QString &dataFolder)
{
    QFile file(QDir(dataFolder).filePath(QString::fromLatin1(FileName)));
    if (!file.exists())
        return HeldPrices();
    if (!file.open(QFile::ReadOnly))
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be read.").arg(file.fileName()));
    const auto prices = parse(file.readAll(), file.fileName());
    if (!prices)
        return failure(
            Error::Kind::Storage, prices.error().detail,
            Texts::tr("%1 is damaged: put it aside and refresh the prices again.").arg(file.fileName()));
    return prices;
}

Result<void> writeHeldPrices(const QString &dataFolder, const HeldPrices &prices)
{
    QJsonArray held;
    for (const HeldPrice &one : prices.held)
        held.append(heldToJson(one));
    QStringList rejected(prices.rejected.cbegin(), prices.rejected.cend());
    rejected.sort();
    return writeDataFile(dataFolder, QString::fromLatin1(FileName),
                         QJsonDocument(QJsonObject{{u"schema"_s, u"costglass-held/1"_s},
                                                   {u"held"_s, held},
                                                   {u"rejected"_s, QJsonArray::fromStringList(rejected)}})
                             .toJson(QJsonDocument::Compact));
}

Result<QList<HeldPrice>> acceptHeldPrices(const QString &dataFolder, const QStringList &ids, qint64 now)
{
    auto prices = readHeldPrices(dataFolder);
    auto stored = storedPrices(dataFolder);
    if (!prices || !stored)
        return std::unexpected(prices ? stored.error() : prices.error());
    const auto taken = chosen(*prices, ids);
    if (!taken)
        return taken;
    for (auto one = taken->cbegin(); one != taken->cend(); ++one) {
        if (std::any_of(taken->cbegin(), one, [one](const HeldPrice &other) { return isRival(*one, other); }))
            return failure(Error::Kind::Config,
                           Texts::tr("%1 would get two prices for %2.").arg(one->row.model, one->row.meter),
                           Texts::tr("Accept one of them; the other is refused by that."));
        PriceRow row = one->row;
        row.from = row.from ? qMax(*row.from, now) : now;
        stored->rows.append(row);
    }
    prices->held.removeIf([&](const HeldPrice &held) {
        const bool decided = std::any_of(taken->cbegin(), taken->cend(),
                                         [&held](const HeldPrice &one) { return isRival(one, held); });
        if (decided && !ids.contains(held.id()))
            prices->rejected.insert(held.id());
        return decided;
    });
    const auto kept = storePrices(dataFolder, *stored);
    const auto noted = kept ? writeHeldPrices(dataFolder, *prices) : kept;
    return noted ? taken : Result<QList<HeldPrice>>(std::unexpected(noted.error()));
}

Result<QList<HeldPrice>> rejectHeldPrices(const QString &dataFolder, const QStringList &ids)
{
    auto prices = readHeldPrices(dataFolder);
    if (!prices)
        return std::unexpected(prices.error());
    const auto refused = chosen(*prices, ids);
    if (!refused)
        return refused;
    prices->held.removeIf([&ids](const HeldPrice &held) { return ids.contains(held.id()); });
    for (const QString &id : ids)
        prices->rejected.insert(id);
    const auto noted = writeHeldPrices(dataFolder, *prices);
    return noted ? refused : Result<QList<HeldPrice>>(std::unexpected(noted.error()));
}

} // namespace Costglass
