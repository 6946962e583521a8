// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// How a budget stands in one of its periods.
struct BudgetStanding
{
    Budget budget;
    DateRange period;
    Money spent = Money::zero(Currency::usd()); ///< billed, estimated and entered, in the budget's currency
    int percent = 0; ///< rounded down: 100 means that it is reached
    std::optional<QDate> breachDay
        = {}; ///< when the forecast passes it; nothing: not expected to, or no forecast
    /// What the period's end passes in 80 of 100 cases (the forecast's 20 % quantile); nothing without a forecast.
    std::optional<Money> likely = {};

    bool isPassed() const { return percent >= 100; }
    /// Whether "budget check" exits with 3.
    bool fails() const { return budget.failAt && percent >= *budget.failAt; }
};

/// Every budget in the period that holds \a day, in the order of their names.
Result<QList<BudgetStanding>> budgetStandings(Store &store, QDate day);

/// What a budget's \a period has come to so far; without outlook.
Result<BudgetStanding> standingIn(Store &store, const Budget &budget, const DateRange &period);

/// floor(100 × spent ÷ amount), at most a million; spending back is 0.
int percentOf(Money spent, Money amount);

/// The budget's scope as a question asks for it.
QList<QPair<Dim, QString>> conditionsOf(const Budget &budget);

} // namespace Costglass
