// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/forecast.h"
#include "engine/budgetstanding.h"
#include "engine/spendanomalies.h"

namespace Costglass {

/// One vendor's line of a month: the table of Overview and of the statement.
struct VendorLine
{
    QString vendor;
    ChargeKind kind = ChargeKind::Billed;
    Money cost = Money::zero(Currency::usd());
    std::optional<Money> previous; ///< the same days of the month before (whole month when the month is over)
    QList<Money> daily; ///< one per day of the month up to its last or today
    QList<Money> recent; ///< the last 33 days up to the month's last or today
    std::optional<QDate> completeTo; ///< last whole day that all of its accounts have
};

/// What changed most against the days before.
struct Mover
{
    QString vendor;
    QString model;
    QString project; ///< its name or id; null when it is spread
    QString key; ///< likewise
    std::optional<QDate> day; ///< where most of it fell on one day
    Money change = Money::zero(Currency::usd());
};

/// Everything that Overview and the month's statement show, from one pass over the ledger: one query, many views.
/// Sums are in one currency; amounts in others or of other kinds than billed, estimated and entered stand in \a apart.
struct MonthView
{
    Month month{2000, 1};
    QDate today;
    Currency currency = Currency::usd();
    bool isOver = false; ///< the month lies wholly in the past
    Money total = Money::zero(Currency::usd());
    std::optional<Money> previousSameDays;
    QList<VendorLine> vendors; ///< dearest first
    QList<Total> apart;
    QList<Money> previousDaily; ///< the month before, one per day
    QList<QPair<Month, QMap<QString, Money>>> months; ///< 12 up to this one, oldest first, each by vendor
    std::optional<Forecast> forecast; ///< nothing: month over or too little history
    int forecastDaysMissing = 0; ///< how many of the days that a forecast needs are not there
    QList<Mover> movers;
    QList<SpendAnomaly> unusual; ///< whole days of the month that stand out
    QList<BudgetStanding> budgets;
    QList<Alert> alerts; ///< newest first
    std::optional<QDate> completeTo; ///< last whole day that every account has, paused ones left aside
    std::optional<QDate> newestWholeDay; ///< last whole day that the freshest vendor has
    std::optional<QTimeZone> zone; ///< of those vendors' days, when all have the same
    QList<QPair<QString, QDate>> late; ///< vendors behind the others, with their last whole day
    int restatedDays = 0; ///< in this month
    std::optional<Money> restatedBy;
    int accounts = 0;
    std::optional<qint64> lastSync; ///< Unix seconds
};

/// Reads it. \a now in Unix seconds. The currency is that of the largest sum of the month.
Result<MonthView> loadMonthView(Store &store, Month month, qint64 now);

} // namespace Costglass
