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

/// What a catalogue knows besides prices of quantities.
struct FeeFacts
{
    QList<SupportPlan> supportPlans;
    QList<SeatPlan> seatPlans;

    const SupportPlan *supportPlan(const QString &vendor, const QString &plan) const;
    const SeatPlan *seatPlan(const QString &vendor, const QString &plan) const;
};

/// Reads "support_plans" and "subscriptions" of a catalogue; Format with the place where it is not understood.
Result<FeeFacts> readFeeFacts(const QJsonObject &catalogue);

} // namespace Costglass
