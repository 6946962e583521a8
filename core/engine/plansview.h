// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/balancestanding.h"

namespace Costglass {

/// One plan as it stands.
struct PlanLine
{
    Plan plan;
    std::optional<QDate> next; ///< payment
    Money perMonth = Money::zero(Currency::usd()); ///< all seats and tax; of what is paid once, the whole
    /// What the use that plans of this vendor cover would have cost at API prices in the month; nothing when unknown.
    std::optional<Money> worth;
    bool sharesWorth = false; ///< other plans of the vendor cover the same use
};

/// A payment to come.
struct PaymentAhead
{
    QDate day;
    QString plan;
    Money cost; ///< with tax
};

/// Everything that the Plans page shows.
struct PlansView
{
    static constexpr int DaysAhead = 35;

    QDate today;
    Month month{2000, 1}; ///< that worths are of
    QList<PlanLine> plans; ///< those that are paid next first, then what is over, newest first
    QList<BalanceStanding> standings;
    QList<PaymentAhead> payments; ///< of the DaysAhead days after today, in their order
    QList<Money> sums; ///< of the payments, one per currency
    int runningOut = 0; ///< balances and quotas that end within those days
};

/// Reads it; worths are those of \a month.
Result<PlansView> loadPlansView(Store &store, Month month, qint64 now);

} // namespace Costglass
