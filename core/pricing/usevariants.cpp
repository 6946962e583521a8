// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/usevariants.h"

#include "pricing/allowance.h"

#include <algorithm>
#include <array>
#include <set>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

using MeterMoves = QList<std::pair<QString, QString>>;

constexpr std::array tiers{Tier::Standard, Tier::Batch, Tier::Flex, Tier::Priority};

/// How cached tokens get billed at another class: reads as plain input, writes too, each time to live as another.
const QList<MeterMoves> &cacheMoves()
{
    static const QString input = u"input"_s;
    static const MeterMoves reads{{u"cached_input"_s, input}};
    static const MeterMoves writes{{u"cache_write_5m"_s, input},
                                   {u"cache_write_30m"_s, input},
                                   {u"cache_write_1h"_s, input},
                                   {u"cache_write_12h"_s, input}};
    static const MeterMoves shorter{{u"cache_write_1h"_s, u"cache_write_5m"_s},
                                    {u"cache_write_12h"_s, u"cache_write_30m"_s}};
    static const MeterMoves longer{{u"cache_write_5m"_s, u"cache_write_1h"_s},
                                   {u"cache_write_30m"_s, u"cache_write_12h"_s}};
    static const QList<MeterMoves> moves{
        reads, writes, reads + writes, shorter, longer, shorter + longer, {{input, u"cached_input"_s}}};
    return moves;
}

UsePart changed(UsePart part, const UseVariant &variant)
{
    part.query.tier = variant.tier.value_or(part.query.tier);
    part.query.at = variant.at.value_or(part.query.at);
    if (variant.promptLength)
        part.query.promptLength = variant.promptLength;
    for (Quantity &quantity : part.use) {
        const auto move = std::find_if(variant.meters.cbegin(), variant.meters.cend(),
                                       [&quantity](const auto &one) { return one.first == quantity.meter; });
        if (move != variant.meters.cend())
            quantity.meter = move->second;
    }
    return part;
}

/// Just above each bound of long-context prices, and a short prompt.
std::set<qint64> promptLengths(const QList<PriceRow> &rows)
{
    std::set<qint64> lengths{0};
    for (const PriceRow &row : rows) {
        if (row.threshold > 0)
            lengths.insert(row.threshold + 1);
    }
    return lengths;
}

/// The last instant of each price and the first of the next, nearest to \a at first.
QList<qint64> instantsOfChange(const QList<PriceRow> &rows, qint64 at)
{
    std::set<qint64> changes;
    for (const PriceRow &row : rows) {
        for (const auto &bound : {row.from, row.until}) {
            if (bound)
                changes.insert({*bound - 1, *bound});
        }
    }
    QList<qint64> instants(changes.cbegin(), changes.cend());
    std::stable_sort(instants.begin(), instants.end(),
                     [at](qint64 a, qint64 b) { return std::abs(a - at) < std::abs(b - at); });
    return instants;
}

} // namespace

QString differenceReasonName(DifferenceReason reason)
{
    switch (reason) {
    case DifferenceReason::Tier:
        return u"tier"_s;
    case DifferenceReason::CacheClass:
        return u"cache class"_s;
    case DifferenceReason::LongContext:
        return u"long context"_s;
    case DifferenceReason::PriceChanged:
        return u"price changed"_s;
    case DifferenceReason::FreeQuota:
        return u"free quota"_s;
    case DifferenceReason::LateData:
        return u"late data"_s;
    case DifferenceReason::Rounding:
        return u"rounding"_s;
    case DifferenceReason::Credit:
        return u"credit"_s;
    case DifferenceReason::Tax:
        return u"tax"_s;
    case DifferenceReason::UnknownModel:
        return u"unknown model"_s;
    case DifferenceReason::Unexplained:
        return u"unexplained"_s;
    }
    Q_UNREACHABLE();
}

UsePart usePart(const QString &vendor, const Usage &usage)
{
    UsePart part;
    part.service = usage.at.service;
    part.query.vendor = vendor;
    part.query.model = usage.at.model.isNull() ? usage.at.service : usage.at.model;
    part.query.at = usage.periodStart != 0 ? usage.periodStart : dayStart(usage.day, QTimeZone::utc());
    part.query.tier = tierFromName(usage.at.tier).value_or(Tier::Standard);
    part.query.region = usage.at.region.toLower();
    Decimal prompt = 0;
    const auto add = [&part](const QString &meter, std::optional<qint64> amount) {
        if (amount.value_or(0) != 0)
            part.use.append({meter, *amount});
    };
    for (const auto &[meter, amount] : {std::pair(u"input"_s, usage.input),
                                        {u"cached_input"_s, usage.cacheRead},
                                        {u"cache_write_5m"_s, usage.cacheWrite5m},
                                        {u"cache_write_30m"_s, usage.cacheWrite30m},
                                        {u"cache_write_1h"_s, usage.cacheWrite1h},
                                        {u"cache_write_12h"_s, usage.cacheWrite12h}}) {
        add(meter, amount);
        prompt += amount.value_or(0);
    }
    add(u"output"_s, usage.output);
    part.ofTokens = !part.use.isEmpty();
    add(usage.unit, usage.quantity);
    const qint64 requests = usage.requests.value_or(0);
    part.query.promptLength = requests > 0 ? prompt.dividedBy(requests, 6) : Decimal(0);
    return part;
}

Result<PricedRequest> pricePart(const PriceBook &book, const UsePart &part)
{
    auto priced = book.price(part.query, part.use);
    if (priced && priced->unpriced == QStringList{u"bytes"_s} && part.use.size() == 1)
        priced = book.price(part.query, {{u"gib_days"_s, gibibytes(part.use.first().amount)}});
    return priced;
}

Result<std::optional<Decimal>> costOf(const PriceBook &book, const QList<UsePart> &parts, Currency currency)
{
    Decimal sum = 0;
    for (const UsePart &part : parts) {
        const auto priced = pricePart(book, part);
        if (!priced)
            return std::unexpected(priced.error());
        if (!priced->cost || (!priced->lines.empty() && priced->currency != currency))
            return std::optional<Decimal>();
        sum += *priced->cost;
    }
    return std::optional(sum);
}

Result<std::optional<Decimal>> costOf(const PriceBook &book, const QList<UsePart> &parts, Currency currency,
                                      const UseVariant &variant, const UsePart *only)
{
    QList<UsePart> varied;
    for (const UsePart &part : parts)
        varied.append(only && !part.sameClass(*only) ? part : changed(part, variant));
    return costOf(book, varied, currency);
}

QList<UseVariant> useVariants(const PriceBook &book, const QList<UsePart> &parts)
{
    QList<UseVariant> variants;
    if (parts.isEmpty())
        return variants;
    for (const Tier tier : tiers)
        variants.append({.reason = DifferenceReason::Tier, .tier = tier});
    for (const MeterMoves &moves : cacheMoves())
        variants.append({.reason = DifferenceReason::CacheClass, .meters = moves});
    const PriceQuery &query = parts.first().query;
    const QList<PriceRow> rows = book.rowsOf(query.vendor, query.model, query.region);
    for (const qint64 length : promptLengths(rows))
        variants.append({.reason = DifferenceReason::LongContext, .promptLength = Decimal(length)});
    for (const qint64 instant : instantsOfChange(rows, query.at))
        variants.append({.reason = DifferenceReason::PriceChanged, .at = instant});
    return variants;
}

} // namespace Costglass
