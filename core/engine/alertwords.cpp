// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwords.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Alerts)
};

QString percentText(int percent)
{
    return QLocale().toString(percent);
}

/// How far the spend of a budget has come.
QString passedText(const Alert &alert)
{
    const QString percent = percentText(alert.threshold);
    const QString amount = moneyText(alert.amount);
    const bool isOver
        = alert.periodEnd.isValid() && alert.raisedAt >= dayStart(alert.periodEnd, QTimeZone::utc());
    if (isOver)
        return Texts::tr("%1 passed %2 % of %3 in the period up to %4.")
            .arg(alert.budgetName, percent, amount, dayName(alert.periodEnd.addDays(-1)));
    return Texts::tr("%1 has passed %2 % of %3.").arg(alert.budgetName, percent, amount);
}

QString happenedText(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Actual:
        return passedText(alert);
    case AlertKind::Forecast:
        return Texts::tr("%1 is likely to pass %2 % of %3 by %4: in 80 of 100 cases it comes to %5 or more.")
            .arg(alert.budgetName, percentText(alert.threshold), moneyText(alert.amount),
                 dayName(alert.periodEnd.addDays(-1)), moneyText(alert.forecast.value_or(alert.spent)));
    case AlertKind::Anomaly:
        return alert.subject.isEmpty()
            ? Texts::tr("%1 cost %2 in all, where %3 is usual.")
                  .arg(dayName(alert.periodStart), moneyText(alert.spent), moneyText(alert.amount))
            : Texts::tr("%1 cost %2 on %3, where %4 is usual.")
                  .arg(vendorName(alert.subject), moneyText(alert.spent), dayName(alert.periodStart),
                       moneyText(alert.amount));
    case AlertKind::Failing:
        return Texts::tr("“%1” gets no figures: %2").arg(alert.subject, alert.detail);
    case AlertKind::Stale:
        return Texts::tr("“%1” has no figures after %2.").arg(alert.subject, alert.detail);
    case AlertKind::Renewal:
        return Texts::tr("“%1” is paid again on %2: %3.")
            .arg(alert.subject, dayName(alert.periodStart), moneyText(alert.amount));
    case AlertKind::RunOut:
        return Texts::tr("“%1” is running low: %2.").arg(alert.subject, alert.detail);
    }
    Q_UNREACHABLE();
}

} // namespace

QString alertTitle(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Actual:
        return Texts::tr("Budget “%1”: %2 %").arg(alert.budgetName, percentText(alert.threshold));
    case AlertKind::Forecast:
        return Texts::tr("Budget “%1”: %2 % likely").arg(alert.budgetName, percentText(alert.threshold));
    case AlertKind::Anomaly:
        return Texts::tr("Unusual spend on %1").arg(dayName(alert.periodStart));
    case AlertKind::Failing:
    case AlertKind::Stale:
        return Texts::tr("Account “%1”").arg(alert.subject);
    case AlertKind::Renewal:
        return Texts::tr("Plan “%1”").arg(alert.subject);
    case AlertKind::RunOut:
        return Texts::tr("Balance “%1”").arg(alert.subject);
    }
    Q_UNREACHABLE();
}

QString alertSentence(const Alert &alert)
{
    const QString happened = happenedText(alert);
    if (!alert.causeAmount)
        return happened;
    const QString amount = moneyText(*alert.causeAmount);
    const QString cause = alert.causeKey.isEmpty()
        ? Texts::tr("Largest cause: %1, +%2 on %3.").arg(alert.causeModel, amount, dayName(alert.causeDay))
        : Texts::tr("Largest cause: %1, +%2 on %3 (key “%4”).")
              .arg(alert.causeModel, amount, dayName(alert.causeDay), alert.causeKey);
    return Texts::tr("%1 %2", "what happened, what caused it").arg(happened, cause);
}

QString alertAction(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Actual:
    case AlertKind::Forecast:
        return alert.causeKey.isEmpty()
            ? Texts::tr("Look at what rose, or raise the budget.")
            : Texts::tr("See what the key “%1” does, or raise the budget.").arg(alert.causeKey);
    case AlertKind::Anomaly:
        return alert.causeKey.isEmpty() ? Texts::tr("Look at what rose on that day.")
                                        : Texts::tr("See what the key “%1” did.").arg(alert.causeKey);
    case AlertKind::Failing:
        return Texts::tr("Mend the account; what is missing is fetched then.");
    case AlertKind::Stale:
        return Texts::tr("Sync once more; if nothing comes, test the account.");
    case AlertKind::Renewal:
        return Texts::tr("Cancel it at the vendor before that day if it is no longer needed.");
    case AlertKind::RunOut:
        return Texts::tr("Top it up, or use less.");
    }
    Q_UNREACHABLE();
}

} // namespace Costglass
