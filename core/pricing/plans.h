// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/ladder.h"

namespace Costglass {

/// max(seats, minimum) × price (FK-05).
Decimal seatFee(const Decimal &seats, const Decimal &minimum, const Decimal &price);

/// The part of a fee for the days that are left of a cycle, to \a decimals (FK-04).
Decimal prorated(const Decimal &fee, const Decimal &daysLeft, const Decimal &daysInCycle, int decimals = 2);

/// One plan paid by the month or for a year at once.
struct AnnualOffer
{
    Decimal monthly; ///< a month's price when paid monthly
    Decimal annualPerMonth; ///< a month's price when a year is paid at once

    Decimal saving(const Decimal &seats) const; ///< of a whole year
    Decimal discount(int decimals = 4) const; ///< 1 - annual ÷ monthly
    Decimal breakEvenMonths(int decimals = 1) const; ///< months paid monthly that cost as much as the year
    int firstMonthAnnualWins() const;
    /// What annual payment loses on a seat that is left after \a months.
    Decimal lossWhenLeft(const Decimal &months) const;
    /// Expected saving of \a seats kept with a probability, otherwise left after \a months.
    Decimal expectedSaving(const Decimal &seats, const Decimal &kept, const Decimal &months) const;
    Decimal breakEvenProbability(const Decimal &months, int decimals = 4) const;
};

/// Use beyond what the seats include, at \a unit each: of all together, or of each by itself (FK-05).
Decimal pooledOverage(const QList<Decimal> &used, const Decimal &seats, const Decimal &perSeat,
                      const Decimal &unit);
Decimal unpooledOverage(const QList<Decimal> &used, const Decimal &perSeat, const Decimal &unit);

/// Credits of seats of several kinds, pooled up to a cap.
Decimal creditPool(const QList<std::pair<Decimal, Decimal>> &seatsAndCredits, const Decimal &cap);

// Prepaying (FK-06): a bonus b makes prices 1 ÷ (1 + b) of the list's; a discount d is a bonus of d ÷ (1 - d).

Decimal creditFor(const Decimal &pay, const Ladder &bonuses);
/// The factor on prices that a bonus amounts to, or a credit of which a part expires unused.
Decimal effectiveFactor(const Decimal &paid, const Decimal &usableCredit, int decimals = 4);
Decimal bonusOfDiscount(const Decimal &discount, int decimals = 4);
/// max(rate × credit, minimum), on top of the credit (OpenRouter).
Decimal topUpFee(const Decimal &credit, const Decimal &rate, const Decimal &minimum);

// Commitments (FK-10).

/// What an hour costs under a savings plan: the commitment is paid even when unused; \a onDemand is the hour's use at
/// list prices, \a discount the plan's.
Decimal committedHour(const Decimal &commitment, const Decimal &onDemand, const Decimal &discount);
/// The largest use that at least 1 - discount of the hours reach, times 1 - discount: the best commitment.
Decimal bestCommitment(const QList<Decimal> &hours, const Decimal &discount);
/// Share of the hours with at least that use, to \a decimals.
Decimal shareAtOrAbove(const QList<Decimal> &hours, const Decimal &use, int decimals = 4);
/// (upfront + hourly × hours) ÷ hours of a reserved instance.
Decimal reservedHourly(const Decimal &upfront, const Decimal &hourly, const Decimal &hours, int decimals = 4);
/// (a × input + output) ÷ (a + 1) for a:1 tokens.
Decimal blendedPrice(const Decimal &input, const Decimal &output, const Decimal &ratio, int decimals = 6);

} // namespace Costglass
