// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricelist.h"

#include <QSet>

namespace Costglass {

/// A list with the name of the feed that it came from.
struct FeedList
{
    QString feed;
    PriceList list;
};

/// A price of a feed that a person decides on.
struct HeldPrice
{
    enum class Reason
    {
        Jump, ///< more than twice or less than half of what holds
        Clash ///< the feeds tell different prices
    };
    PriceRow row; ///< as it would be taken in
    QString feed;
    Reason reason = Reason::Jump;
    std::optional<PriceRow> before = {}; ///< what holds

    /// The same for the same price of the same thing from the same feed, whenever it is read.
    QString id() const;
};

QString holdReasonName(HeldPrice::Reason reason); ///< "jump", "clash"

/// What feeds would change. Nothing of it lies in the past: a row holds from the given instant on.
struct GateResult
{
    QList<PriceRow> taken; ///< on which all feeds that tell it agree
    QList<HeldPrice> held;
    QList<PriceFactor> factors; ///< of models that had no price before, so that no past is repriced
    QList<PriceAlias> aliases; ///< names that led to nothing before
    qsizetype unchanged = 0;
    qsizetype past = 0; ///< rows that had ended
    qsizetype rejected = 0; ///< what a person has refused before
};

/// Lets through what is plausible and undisputed. \a rejected holds ids of HeldPrice that stay out.
GateResult passGate(const QList<FeedList> &feeds, const PriceBook &book, qint64 from,
                    const QSet<QString> &rejected = {});

} // namespace Costglass
