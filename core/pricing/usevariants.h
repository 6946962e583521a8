// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"
#include "pricing/pricebook.h"

namespace Costglass {

/// Why a bill differs from use × dated price, in the order in which the reasons are tried.
enum class DifferenceReason
{
    Tier, ///< billed at another service tier
    CacheClass, ///< cached tokens billed as uncached ones, or at another time to live
    LongContext, ///< long-context prices where short ones hold, or the other way
    PriceChanged, ///< the price from before or after a change
    FreeQuota, ///< use that a free quota covers
    LateData, ///< one side is not whole yet
    Rounding, ///< within the step to which the vendor rounds
    Credit, ///< credits and refunds, lines of their own
    Tax, ///< taxes, lines of their own
    UnknownModel, ///< the price book has no price in the bill's currency
    Unexplained
};

/// "tier", "cache class", "long context", … as they stand in JSON.
QString differenceReasonName(DifferenceReason reason);

/// Metered use of one service, tier and region in one bucket, as the price book asks for it.
struct UsePart
{
    PriceQuery query;
    QString service;
    QList<Quantity> use;
    bool ofTokens = false;

    bool sameClass(const UsePart &other) const
    {
        return service == other.service && query.tier == other.query.tier
            && query.region == other.query.region;
    }
};

/// A bucket of a report says only how many requests it sums: each prompt counts as the average one, or as a short one
/// where the requests are not told. Use without model is priced by its service's name.
UsePart usePart(const QString &vendor, const Usage &usage);

/// Another way to price the same use.
struct UseVariant
{
    DifferenceReason reason;
    std::optional<Tier> tier = {};
    QList<std::pair<QString, QString>> meters = {}; ///< from, to: at whose price a meter's quantity is billed
    std::optional<Decimal> promptLength = {};
    std::optional<qint64> at = {};
};

/// One part's price. A store's bytes are priced by the GiB-day where the list has no price of bytes.
Result<PricedRequest> pricePart(const PriceBook &book, const UsePart &part);

/// What the parts cost, exactly; nothing when one has no price in that currency.
Result<std::optional<Decimal>> costOf(const PriceBook &book, const QList<UsePart> &parts, Currency currency);
/// The same with those parts priced another way that are of \a only's class; nullptr = all.
Result<std::optional<Decimal>> costOf(const PriceBook &book, const QList<UsePart> &parts, Currency currency,
                                      const UseVariant &variant, const UsePart *only);

/// The ways that the vendor could have priced the parts otherwise, likeliest first: other tiers, cache classes,
/// prompt lengths, and the instants around the changes of their prices, nearest first.
QList<UseVariant> useVariants(const PriceBook &book, const QList<UsePart> &parts);

} // namespace Costglass
