// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/plans.h"

#include "pricing/allowance.h"

#include <algorithm>

namespace Costglass {

namespace {

const Decimal one = 1;
const Decimal yearMonths = 12;

} // namespace

Decimal seatFee(const Decimal &seats, const Decimal &minimum, const Decimal &price)
{
    return larger(seats, minimum) * price;
}

Decimal prorated(const Decimal &fee, const Decimal &daysLeft, const Decimal &daysInCycle, int decimals)
{
    return (fee * daysLeft).dividedBy(daysInCycle, decimals);
}

Decimal AnnualOffer::saving(const Decimal &seats) const
{
    return seats * yearMonths * (monthly - annualPerMonth);
}

Decimal AnnualOffer::discount(int decimals) const
{
    return (monthly - annualPerMonth).dividedBy(monthly, decimals);
}

Decimal AnnualOffer::breakEvenMonths(int decimals) const
{
    return (yearMonths * annualPerMonth).dividedBy(monthly, decimals);
}

int AnnualOffer::firstMonthAnnualWins() const
{
    return static_cast<int>((yearMonths * annualPerMonth).dividedBy(monthly, 0, Rounding::Up).toDouble());
}

Decimal AnnualOffer::lossWhenLeft(const Decimal &months) const
{
    return yearMonths * annualPerMonth - monthly * months;
}

Decimal AnnualOffer::expectedSaving(const Decimal &seats, const Decimal &kept, const Decimal &months) const
{
    return seats * (kept * saving(1) - (one - kept) * lossWhenLeft(months));
}

Decimal AnnualOffer::breakEvenProbability(const Decimal &months, int decimals) const
{
    return lossWhenLeft(months).dividedBy(saving(1) + lossWhenLeft(months), decimals);
}

Decimal pooledOverage(const QList<Decimal> &used, const Decimal &seats, const Decimal &perSeat,
                      const Decimal &unit)
{
    Decimal sum = 0;
    for (const Decimal &user : used)
        sum += user;
    return beyondFree(sum, seats * perSeat) * unit;
}

Decimal unpooledOverage(const QList<Decimal> &used, const Decimal &perSeat, const Decimal &unit)
{
    return dailyBeyondFree(used, perSeat) * unit;
}

Decimal creditPool(const QList<std::pair<Decimal, Decimal>> &seatsAndCredits, const Decimal &cap)
{
    Decimal pool = 0;
    for (const auto &[seats, credit] : seatsAndCredits)
        pool += seats * credit;
    return smaller(cap, pool);
}

Decimal creditFor(const Decimal &pay, const Ladder &bonuses)
{
    return pay * (one + reachedRate(bonuses, pay));
}

Decimal effectiveFactor(const Decimal &paid, const Decimal &usableCredit, int decimals)
{
    return paid.dividedBy(usableCredit, decimals);
}

Decimal bonusOfDiscount(const Decimal &discount, int decimals)
{
    return discount.dividedBy(one - discount, decimals);
}

Decimal topUpFee(const Decimal &credit, const Decimal &rate, const Decimal &minimum)
{
    return larger(rate * credit, minimum);
}

Decimal committedHour(const Decimal &commitment, const Decimal &onDemand, const Decimal &discount)
{
    return commitment + beyondFree(onDemand, commitment.dividedBy(one - discount, 12));
}

Decimal bestCommitment(const QList<Decimal> &hours, const Decimal &discount)
{
    Decimal best = 0;
    for (const Decimal &use : hours)
        best = shareAtOrAbove(hours, use, 12) >= one - discount ? larger(best, use) : best;
    return best * (one - discount);
}

Decimal shareAtOrAbove(const QList<Decimal> &hours, const Decimal &use, int decimals)
{
    const auto count
        = std::count_if(hours.begin(), hours.end(), [&use](const Decimal &hour) { return hour >= use; });
    return Decimal(count).dividedBy(hours.size(), decimals);
}

Decimal reservedHourly(const Decimal &upfront, const Decimal &hourly, const Decimal &hours, int decimals)
{
    return (upfront + hourly * hours).dividedBy(hours, decimals);
}

Decimal blendedPrice(const Decimal &input, const Decimal &output, const Decimal &ratio, int decimals)
{
    return (ratio * input + output).dividedBy(ratio + one, decimals);
}

} // namespace Costglass
