// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// How a budget stands in the period that holds a day.
struct BudgetStanding
{
    Budget budget;
    DateRange period;
    Money spent = Money::zero(Currency::usd()); ///< billed, estimated and entered, in the budget's currency
    int percent = 0; ///< rounded down: 100 means that it is reached
    std::optional<QDate> breachDay; ///< when the forecast passes it; nothing: not expected to, or no forecast

    bool isPassed() const { return percent >= 100; }
    /// Whether "budget check" exits with 3.
    bool fails() const { return budget.failAt && percent >= *budget.failAt; }
};

/// Every budget in the period that holds \a day, in the order of their names.
Result<QList<BudgetStanding>> budgetStandings(Store &store, QDate day);

/// Notes each threshold of actual spend that is newly crossed at the instant \a now, with its cause, and returns those
/// alerts. A threshold is crossed once per budget and period, however often this is asked and whatever the vendor
/// restates; again only when the budget was raised so far that the spend of the last alert lay below the new line.
Result<QList<Alert>> raiseAlerts(Store &store, qint64 now);

/// The alert in words: "All AI has passed 80 % of $1,500.00. Largest cause: claude-opus-5.5, +$61.20 on 18 Nov (key
/// “batch-eval”)."
QString alertSentence(const Alert &alert);

} // namespace Costglass
