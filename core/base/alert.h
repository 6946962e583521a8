// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QDate>
#include <QString>

#include <optional>

namespace Costglass {

/// What an alert is about.
enum class AlertKind
{
    Actual, ///< spend has reached a percentage of a budget
    Forecast, ///< spend is at least 80 % likely to reach it by the period's end
    Anomaly, ///< a day cost clearly more than usual
    Failing, ///< an account waits for a person: key, permission, a changed reply
    Stale, ///< an account's figures are older than its vendor's lag and a day
    Renewal, ///< a plan is paid again in a few days
    RunOut ///< a balance or quota is likely to be used up soon
};

enum class Severity
{
    Warning,
    Critical ///< money is gone or figures no longer come
};

/// One event that a person is told of once; kept for ever. An event of a budget is one crossing of one threshold in one
/// period, of an anomaly one day of one vendor, of an account one time of trouble, of a plan one payment, of a balance one
/// time of getting low.
struct Alert
{
    qint64 id = 0;
    AlertKind kind = AlertKind::Actual;
    qint64 budget = 0; ///< 0 = of no budget
    QString budgetName = {};
    QString subject = {}; ///< the anomaly's vendor, the account's label, the plan or balance; empty otherwise
    QDate periodStart
        = {}; ///< also the day of the anomaly or payment, or that on which the trouble was noticed
    QDate periodEnd = {}; ///< exclusive; invalid for alerts of before this was kept
    int threshold = 0; ///< percent of the budget; else 0
    Money spent = Money::zero(Currency::usd()); ///< so far in the period, or on the anomaly's day
    Money amount = Money::zero(Currency::usd()); ///< the budget, what is usual, or the payment
    std::optional<Money> forecast = {}; ///< what the period's end passes in 80 of 100 cases
    QString causeModel = {}; ///< what rose most; null when unknown
    QString causeKey = {}; ///< its API key's name or id
    QDate causeDay = {};
    std::optional<Money> causeAmount = {}; ///< by how much above its usual
    QString detail
        = {}; ///< of an account's or a balance's trouble: what happened, translated when it was noticed
    qint64 raisedAt = 0; ///< Unix seconds
    qint64 shownAt = 0; ///< when the desktop took it; 0 = not yet
    qint64 resolvedAt = 0; ///< when an account's trouble was over; 0 = not yet
    qint64 snoozedUntil = 0; ///< not told before this instant, and told again then; 0 = not snoozed

    bool expected = false; ///< a person said that such an anomaly (vendor, model, key) is no news

    /// Whether amounts say anything of it.
    bool ofMoney() const { return ofBudget() || kind == AlertKind::Anomaly || kind == AlertKind::Renewal; }
    bool ofBudget() const { return kind == AlertKind::Actual || kind == AlertKind::Forecast; }
    Severity severity() const;
    /// Whether the desktop is to be told at \a now: never shown, or snoozed since then and the time is over.
    bool isDue(qint64 now) const;
};

QString
alertKindName(AlertKind kind); ///< "actual", "forecast", "anomaly", "failing", "stale", "renewal", "run-out"
std::optional<AlertKind> alertKindFromName(QStringView name);
QString severityName(Severity severity); ///< "warning", "critical"

} // namespace Costglass
