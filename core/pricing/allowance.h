// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/decimal.h"

#include <QDate>
#include <QList>

namespace Costglass {

/// What is billed beyond a free part: max(0, used - free) (FK-03).
Decimal beyondFree(const Decimal &used, const Decimal &free);

/// Σ over days of what lies beyond the free part of each day (FK-07): averaging over a month first is wrong, as a
/// full day cannot use an empty day's free part.
Decimal dailyBeyondFree(const QList<Decimal> &days, const Decimal &freePerDay);

/// A credit or quota that was granted or bought and may expire (FK-03).
struct Grant
{
    QString name;
    Decimal amount;
    QDate expires; ///< first day on which nothing is left of it; null = never
    bool paid = false;
};

/// Which grant is used up first.
enum class GrantOrder
{
    FreeFirst, ///< OpenAI: what was given before what was bought, earlier expiry first among equals
    EarliestExpiry
};

struct GrantUse
{
    QList<Grant> left; ///< in the order given
    Decimal uncovered; ///< what no grant paid for
};

/// Pays \a amount on \a day out of \a grants; expired ones pay nothing.
GrantUse useGrants(QList<Grant> grants, const Decimal &amount, QDate day, GrantOrder order);

/// Until when a grant of \a days lasts: the day of the grant counts, so 90 days from 1 September end on 30 November.
QDate grantEnd(QDate granted, int days);

/// What a steady use leaves unused at the end: max(0, remaining - perDay × daysLeft).
Decimal wasted(const Decimal &remaining, const Decimal &perDay, const Decimal &daysLeft);

/// A month's spend if it goes on as in its first days, and on which day a cap is reached (FK-03), to 2 decimals.
struct CapForecast
{
    Decimal month;
    Decimal capDay;
};
CapForecast capForecast(const Decimal &spent, int daysElapsed, int daysInMonth, const Decimal &cap);

/// What a month of GiB-hours is: 730 hours by convention of the price lists (FK-07, FK-10).
constexpr int MonthHours = 730;

/// Bytes as binary gigabytes, exact to 12 decimals.
Decimal gibibytes(const Decimal &bytes);

/// The value that was only exceeded on \a ignored days: a service billed by its third-highest day ignores 2 (FK-16).
Decimal billingPeak(QList<Decimal> days, int ignored);

} // namespace Costglass
