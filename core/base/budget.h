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
    Week, ///< from Monday
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
    QMap<QString, QString> scope = {}; ///< dimension name → value; empty = everything
    QList<int> thresholds = {50, 80, 100}; ///< percent of actual spend
    std::optional<int> failAt = {}; ///< percent at which "budget check" exits with 3
};

/// One crossing of one threshold in one period: raised once, kept for ever.
struct Alert
{
    qint64 id = 0;
    qint64 budget = 0;
    QString budgetName = {};
    QDate periodStart = {};
    int threshold = 0; ///< percent
    Money spent = Money::zero(Currency::usd());
    Money amount = Money::zero(Currency::usd());
    QString causeModel = {}; ///< what rose most; null when unknown
    QString causeKey = {}; ///< its API key's name or id
    QDate causeDay = {};
    std::optional<Money> causeAmount = {}; ///< by how much above its usual
    qint64 raisedAt = 0; ///< Unix seconds
    qint64 shownAt = 0; ///< when the desktop took it; 0 = not yet
};

/// The period that holds \a day.
DateRange budgetPeriodAt(BudgetPeriod period, QDate day);

QString budgetPeriodName(BudgetPeriod period); ///< "week", "month", "quarter", "year"
std::optional<BudgetPeriod> budgetPeriodFromName(QStringView name);

} // namespace Costglass
