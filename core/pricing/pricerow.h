// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/decimal.h"
#include "pricing/schedule.h"

namespace Costglass {

/// The service class that a request was sent in.
enum class Tier : quint8
{
    Standard,
    Batch,
    Flex,
    Priority
};

QString tierName(Tier tier);
/// "standard" (also "default", "on_demand", ""), "batch", "flex", "priority" (also "fast"); nothing otherwise.
std::optional<Tier> tierFromName(QStringView name);

/// Whose word a price is: what the user entered stands above every list.
enum class PriceLayer : quint8
{
    List,
    Override
};

/// Where a price was read, and how sure it is.
struct Provenance
{
    QString source = {}; ///< address or file of the list
    QString asOf = {}; ///< day as the source tells it: "2026-10-13", "2026-10"
    QString confidence = {}; ///< in words: "official page copy", "aggregator", "override"
    bool operator==(const Provenance &) const = default;
};

/// meter × dimensions × tier × condition × validity → price: what \a per units of a meter cost, when and for whom.
struct PriceRow
{
    QString vendor = {}; ///< canonicalVendor() of the list's own name
    QString model = {}; ///< the vendor's id, exactly
    QString meter = {}; ///< "input", "cached_input", "images", …: see meters.h
    Tier tier = Tier::Standard;
    qint64 threshold = 0; ///< holds for the whole request when its prompt is longer than this many tokens
    bool atThreshold = false; ///< … or exactly as long (xAI)
    QString schedule = {}; ///< holds within that Schedule's hours only; null = always
    std::optional<qint64> from = {}; ///< Unix seconds, inclusive; nothing = as long as anybody knows
    std::optional<qint64> until = {}; ///< exclusive; nothing = until the next row
    Decimal price = {};
    qint64 per = 1'000'000;
    Currency currency = Currency::usd();
    Decimal minimum = {}; ///< smallest quantity that is billed
    Decimal block = {}; ///< quantities are counted in begun blocks of this size; 0 = exactly
    PriceLayer layer = PriceLayer::List;
    Provenance provenance = {};

    /// Twelve hexadecimal digits that tell this row from every other: what it says, where it was read, and since when
    /// it holds. The same row has the same id in every book, so that what was estimated with it can be looked up.
    QString id() const;
    /// Same meter under the same conditions: of such rows one holds at a time.
    bool sameKey(const PriceRow &other) const;
    bool holdsAt(qint64 at) const { return (!from || *from <= at) && (!until || at < *until); }
    bool reaches(const Decimal &prompt) const
    {
        return threshold == 0 || prompt > Decimal(threshold) || (atThreshold && prompt == Decimal(threshold));
    }
};

/// An adjustment of prices that are not listed by themselves: batch costs half, data residency a tenth more.
struct PriceFactor
{
    QString vendor = {};
    QString model = {}; ///< null = every model of the vendor; both null = every model of the list
    std::optional<Tier> tier = {}; ///< either a tier that has no row of its own …
    QString region = {}; ///< … or a region in which requests are processed, lower case
    Decimal factor = 1;
    Provenance provenance = {};
};

/// Another name that a list or vendor gives to exactly this model, perhaps only in one region.
struct PriceAlias
{
    QString vendor = {};
    QString name = {};
    QString region = {}; ///< lower case; null = in every region
    QString model = {};
    QString modelVendor = {}; ///< when it is another vendor's; null = the same
};

} // namespace Costglass
