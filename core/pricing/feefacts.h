// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/ladder.h"
#include "pricing/pricerow.h"

#include <QJsonObject>

namespace Costglass {

/// A technical support plan: flat, or max(minimum, marginal tiers of the gross spend).
struct SupportPlan
{
    QString vendor;
    QString plan;
    std::optional<Decimal> flat; ///< per month; nothing with an empty ladder = the price is not published
    Decimal minimum;
    Ladder ladder;
    Provenance provenance;

    /// The month's fee on \a gross; nothing when unknown.
    std::optional<Decimal> fee(const Decimal &gross) const;
};

/// A plan that is paid by the seat.
struct SeatPlan
{
    QString vendor;
    QString plan;
    Currency currency = Currency::usd();
    std::optional<Decimal> monthly; ///< per seat; nothing = unknown or individual
    std::optional<Decimal> annualPerMonth;
    Decimal seatsMinimum;
    QString included; ///< in words
    Provenance provenance;
};

/// What costs nothing, for a while or always, and what comes after it (FK-03).
struct FreeQuota
{
    QString vendor = {};
    QString name = {};
    QString price = {}; ///< the list's name of the price that it lessens all the time; empty = of none
    std::optional<Decimal> amount = {}; ///< nothing = told in words, or not at all
    std::optional<Currency> currency = {}; ///< of a credit
    QString unit = {}; ///< of a quantity: "GiB", "tokens per model"
    QString terms = {}; ///< how long, when it is renewed, what comes after: in the catalogue's words
    Provenance provenance = {};
};

/// What paying beforehand costs or brings (FK-06).
struct PrepayOffer
{
    enum class Kind
    {
        Fee, ///< on top of what is paid in
        Bonus ///< credit beyond what is paid in
    };
    QString vendor = {};
    QString name = {};
    Kind kind = Kind::Fee;
    Ladder ladder; ///< the rate of the whole amount; empty = told as a range only
    Decimal minimum; ///< of a fee
    QString terms = {};
    Provenance provenance = {};

    /// The fee on, or the bonus for, one payment; nothing when no rate is told.
    std::optional<Decimal> on(const Decimal &payment) const;
};

/// Capacity that is paid for whether it is used or not (FK-10).
struct Commitment
{
    QString vendor = {};
    QString name = {};
    std::optional<Decimal> price; ///< nothing = not published
    Currency currency = Currency::usd();
    QString unit = {}; ///< "per PTU-hour"
    QString terms = {}; ///< smallest size, lengths, discounts
    Provenance provenance = {};
};

/// What a catalogue knows besides prices of quantities.
struct FeeFacts
{
    QList<SupportPlan> supportPlans;
    QList<SeatPlan> seatPlans;
    QList<FreeQuota> freeQuotas;
    QList<PrepayOffer> prepayOffers;
    QList<Commitment> commitments;

    const SupportPlan *supportPlan(const QString &vendor, const QString &plan) const;
    const SeatPlan *seatPlan(const QString &vendor, const QString &plan) const;
    /// What is always free of a listed price, if anything.
    const FreeQuota *freePart(const QString &vendor, const QString &price) const;
};

/// Reads "support_plans", "subscriptions", "free_quotas", "prepay" and "commitments" of a catalogue; Format with the place
/// where it is not understood.
Result<FeeFacts> readFeeFacts(const QJsonObject &catalogue);

} // namespace Costglass
