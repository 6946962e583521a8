// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/ladder.h"

namespace Costglass {

Decimal marginalCharge(const Ladder &ladder, const Decimal &amount)
{
    Decimal charge = 0;
    for (qsizetype i = 0; i < ladder.size() && amount > ladder[i].above; ++i) {
        const Decimal top = i + 1 < ladder.size() ? smaller(amount, ladder[i + 1].above) : amount;
        charge += (top - ladder[i].above) * ladder[i].rate;
    }
    return charge;
}

Decimal reachedRate(const Ladder &ladder, const Decimal &amount)
{
    Decimal rate = 0;
    for (const LadderStep &step : ladder)
        rate = amount >= step.above ? step.rate : rate;
    return rate;
}

Decimal bracketRate(const Ladder &ladder, const Decimal &amount)
{
    Decimal rate = 0;
    for (const LadderStep &step : ladder)
        rate = amount > step.above ? step.rate : rate;
    return rate;
}

Decimal billedQuantity(const Decimal &quantity, const Decimal &minimum, const Decimal &block)
{
    if (quantity.isZero())
        return quantity;
    const Decimal least = larger(quantity, minimum);
    return block.isZero() ? least : least.dividedBy(block, 0, Rounding::Up) * block;
}

Decimal supportFee(const Ladder &ladder, const Decimal &minimum, const Decimal &gross)
{
    return larger(minimum, marginalCharge(ladder, gross));
}

Decimal blended(const Decimal &base, const Decimal &share, const Decimal &otherFactor)
{
    return base * (share + (Decimal(1) - share) * otherFactor);
}

} // namespace Costglass
