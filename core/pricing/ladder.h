// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/decimal.h"

#include <QList>

namespace Costglass {

/// Rates that change with the amount: each rate holds from its bound on.
struct LadderStep
{
    Decimal above;
    Decimal rate;
};

/// Ascending steps; the first begins at 0.
using Ladder = QList<LadderStep>;

/// Σ part of \a amount within each step × its rate: egress, support fees, tax-like tiers (FK-07, FK-09).
Decimal marginalCharge(const Ladder &ladder, const Decimal &amount);

/// The rate of the highest step that \a amount reaches, for the whole amount: bonus ladders (FK-06). 0 below the first.
Decimal reachedRate(const Ladder &ladder, const Decimal &amount);

/// The rate of the step that holds \a amount, where a bound belongs to the step below: brackets of users (FK-16).
Decimal bracketRate(const Ladder &ladder, const Decimal &amount);

/// What is billed of \a quantity: at least \a minimum, in begun blocks of \a block (0 = exactly) (FK-02, FK-07).
Decimal billedQuantity(const Decimal &quantity, const Decimal &minimum, const Decimal &block);

/// max(minimum, marginal charge): support plans (FK-09), on the gross amount.
Decimal supportFee(const Ladder &ladder, const Decimal &minimum, const Decimal &gross);

/// base × (share + (1 - share) × otherFactor): peak and off-peak, a cache's hits, a batchable part (FK-08).
Decimal blended(const Decimal &base, const Decimal &share, const Decimal &otherFactor);

} // namespace Costglass
