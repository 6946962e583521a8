// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "base/money.h"

#include <QList>
#include <QMap>

namespace Costglass {

/// The stretch of time after which a budget starts anew.
enum class BudgetPeriod
{
    Week,
    Month,
    Quarter,
    Year
};

/// A limit that a person sets on what a scope may cost in each period.
struct Budget
{
    qint64 id = 0;
    QString name = {};
    Money amount = Money::zero(Currency::usd());
    BudgetPeriod period = BudgetPeriod::Month;
    Qt::DayOfWeek weekStart = Qt::Monday; ///< of BudgetPeriod::Week
    QMap<QString, QString> scope = {}; ///< dimension name → value; empty = everything
    QList<int> thresholds = {50, 80, 100}; ///< percent of actual spend
    QList<int> forecastThresholds = {}; ///< percent that spend is at least 80 % likely to reach
    std::optional<int> failAt = {}; ///< percent at which "budget check" exits with 3
    qint64 savedAt
        = 0; ///< Unix seconds of the last change: late data of a period that ended before raise nothing;
    ///< 0 = unknown, no past period counts
};

/// The period that holds \a day; \a weekStart begins a week.
DateRange budgetPeriodAt(BudgetPeriod period, QDate day, Qt::DayOfWeek weekStart = Qt::Monday);

QString budgetPeriodName(BudgetPeriod period); ///< "week", "month", "quarter", "year"
std::optional<BudgetPeriod> budgetPeriodFromName(QStringView name);

} // namespace Costglass
