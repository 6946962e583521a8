// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/budget.h"

namespace Costglass {

DateRange budgetPeriodAt(BudgetPeriod period, QDate day, Qt::DayOfWeek weekStart)
{
    switch (period) {
    case BudgetPeriod::Week: {
        constexpr int Week = 7;
        const QDate first = day.addDays(-((day.dayOfWeek() - weekStart + Week) % Week));
        return {first, first.addDays(Week)};
    }
    case BudgetPeriod::Month:
        return Month::of(day).range();
    case BudgetPeriod::Quarter: {
        const QDate first(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
        return {first, first.addMonths(3)};
    }
    case BudgetPeriod::Year:
        return {QDate(day.year(), 1, 1), QDate(day.year() + 1, 1, 1)};
    }
    Q_UNREACHABLE();
}

QString budgetPeriodName(BudgetPeriod period)
{
    switch (period) {
    case BudgetPeriod::Week:
        return QStringLiteral("week");
    case BudgetPeriod::Month:
        return QStringLiteral("month");
    case BudgetPeriod::Quarter:
        return QStringLiteral("quarter");
    case BudgetPeriod::Year:
        return QStringLiteral("year");
    }
    Q_UNREACHABLE();
}

std::optional<BudgetPeriod> budgetPeriodFromName(QStringView name)
{
    for (const BudgetPeriod period :
         {BudgetPeriod::Week, BudgetPeriod::Month, BudgetPeriod::Quarter, BudgetPeriod::Year}) {
        if (name == budgetPeriodName(period))
            return period;
    }
    return std::nullopt;
}

} // namespace Costglass
