// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/allowance.h"

#include <algorithm>

namespace Costglass {

Decimal beyondFree(const Decimal &used, const Decimal &free)
{
    return larger(0, used - free);
}

Decimal dailyBeyondFree(const QList<Decimal> &days, const Decimal &freePerDay)
{
    Decimal sum = 0;
    for (const Decimal &day : days)
        sum += beyondFree(day, freePerDay);
    return sum;
}

GrantUse useGrants(QList<Grant> grants, const Decimal &amount, QDate day, GrantOrder order)
{
    QList<qsizetype> sequence;
    for (qsizetype i = 0; i < grants.size(); ++i)
        sequence.append(i);
    std::stable_sort(sequence.begin(), sequence.end(), [&](qsizetype a, qsizetype b) {
        const Grant &first = grants[a];
        const Grant &second = grants[b];
        if (order == GrantOrder::FreeFirst && first.paid != second.paid)
            return second.paid;
        return first.expires.isValid() && (!second.expires.isValid() || first.expires < second.expires);
    });
    Decimal open = amount;
    for (const qsizetype i : sequence) {
        Grant &grant = grants[i];
        if (grant.expires.isValid() && grant.expires <= day)
            continue;
        const Decimal used = smaller(open, grant.amount);
        grant.amount = grant.amount - used;
        open = open - used;
    }
    return {grants, open};
}

QDate grantEnd(QDate granted, int days)
{
    return granted.addDays(days);
}

Decimal wasted(const Decimal &remaining, const Decimal &perDay, const Decimal &daysLeft)
{
    return beyondFree(remaining, perDay * daysLeft);
}

CapForecast capForecast(const Decimal &spent, int daysElapsed, int daysInMonth, const Decimal &cap)
{
    return {(spent * Decimal(daysInMonth)).dividedBy(daysElapsed, 2),
            (cap * Decimal(daysElapsed)).dividedBy(spent, 2)};
}

Decimal gibibytes(const Decimal &bytes)
{
    return bytes.dividedBy(qint64(1) << 30, 12);
}

Decimal billingPeak(QList<Decimal> days, int ignored)
{
    std::sort(days.begin(), days.end(), [](const Decimal &a, const Decimal &b) { return a > b; });
    return days.value(ignored, Decimal(0));
}

} // namespace Costglass
