// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/usevariants.h"

namespace Costglass {

/// What is known of one account's days.
struct BillAndUse
{
    QString vendor;
    Currency currency = Currency::usd(); ///< in which it bills
    QList<BilledSum> billed = {}; ///< purchases among them are left out: they are no use
    QList<Usage> used = {}; ///< services named as on the bill
    QList<DateRange> billedWhole = {}; ///< days whose bill changes no more
    QList<DateRange> usedWhole = {}; ///< days whose use changes no more
};

/// One service and model over the days with one reason.
struct ReconciledLine
{
    QString service = {}; ///< null = not told, or several
    QString model = {};
    Money billed = Money::zero(Currency::usd());
    std::optional<Money> computed = {}; ///< use × dated price; nothing = price or use is unknown
    std::optional<Money> difference = {}; ///< billed less computed
    std::optional<DifferenceReason> reason = {}; ///< nothing = there is no difference
    DateRange span = {}; ///< from the first to the last of its days
    int days = 0;

    /// What the reason stands for: the difference, or all that is billed where nothing was computed.
    Money weight() const { return difference.value_or(billed); }
};

/// Holds a bill to use × dated price: per model and day, each difference gets the first reason of which the price book
/// says the same amount, to the nano-unit; the days of one model with one reason make a line. A Format or Overflow
/// error is the price book's.
Result<QList<ReconciledLine>> reconcile(const BillAndUse &known, const PriceBook &book);

/// The sum of a reason's differences.
struct ReasonSum
{
    DifferenceReason reason;
    Money sum;
};
/// One per (reason, currency), in the order of the reasons.
Result<QList<ReasonSum>> reasonSums(const QList<ReconciledLine> &lines);

/// The share of all differences, by their amounts, that has another reason than `unexplained`: 0 … 1, cut to six
/// decimals; 1 without any difference, nothing without lines or when they are in several currencies.
std::optional<Decimal> explainedShare(const QList<ReconciledLine> &lines);

} // namespace Costglass
