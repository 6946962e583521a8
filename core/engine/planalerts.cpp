// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/planalerts.h"

#include "engine/accountalerts.h"
#include "engine/balancestanding.h"
#include "engine/monthwords.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Alerts)
};

/// What is paid again, and not just once later.
bool recurs(const Plan &plan)
{
    return plan.per != PlanPeriod::Once && plan.charged;
}

Result<QList<Alert>> raiseRenewals(Store &store, qint64 now)
{
    const auto plans = store.plans();
    if (!plans)
        return std::unexpected(plans.error());
    const QDate today = dayOf(now, QTimeZone::utc());
    QList<Alert> raised;
    for (const Plan &plan : *plans) {
        const auto next = recurs(plan) ? nextRenewal(plan, today) : std::nullopt;
        if (!next || today.daysTo(*next) > RenewalDaysAhead)
            continue;
        const auto payments = renewalsOf(plan, {*next, next->addDays(1)});
        const auto whole = payments ? payments->first().cost.plus(payments->first().tax)
                                    : std::unexpected(payments.error());
        if (!whole)
            return std::unexpected(whole.error());
        Alert alert{.kind = AlertKind::Renewal, .subject = plan.name, .periodStart = *next, .raisedAt = now};
        alert.spent = Money::zero(whole->currency());
        alert.amount = *whole;
        const auto fresh = store.recordAlert(alert);
        if (!fresh)
            return std::unexpected(fresh.error());
        if (*fresh)
            raised.append(alert);
    }
    return raised;
}

Result<QList<Alert>> raiseRunOuts(Store &store, qint64 now)
{
    const auto standings = balanceStandings(store, now);
    if (!standings)
        return std::unexpected(standings.error());
    const QDate today = dayOf(now, QTimeZone::utc());
    QList<Alert> low;
    for (const BalanceStanding &one : *standings) {
        if (one.account.paused || !one.runsOutEarly() || today.daysTo(*one.runsOut) > RunOutDaysAhead)
            continue;
        Alert alert{.kind = AlertKind::RunOut, .periodStart = today, .raisedAt = now};
        alert.subject = Texts::tr("%1: %2", "account, its balance").arg(one.account.label, one.name);
        alert.detail = Texts::tr("%1 are left and likely to end on %2")
                           .arg(amountText(*one.left, one.unit), dayName(*one.runsOut));
        low.append(alert);
    }
    return noteTroubles(store, {AlertKind::RunOut}, low, now);
}

} // namespace

Result<QList<Alert>> raisePlanAlerts(Store &store, qint64 now)
{
    auto renewals = raiseRenewals(store, now);
    const auto runOuts = raiseRunOuts(store, now);
    if (!renewals || !runOuts)
        return std::unexpected(renewals ? runOuts.error() : renewals.error());
    return *renewals + *runOuts;
}

Result<std::optional<qint64>> nextRenewalAlert(Store &store, qint64 now)
{
    const auto plans = store.plans();
    if (!plans)
        return std::unexpected(plans.error());
    std::optional<qint64> next;
    for (const Plan &plan : *plans) {
        // One that is near enough has been told of.
        const auto day = recurs(plan)
            ? nextRenewal(plan, dayOf(now, QTimeZone::utc()).addDays(RenewalDaysAhead))
            : std::nullopt;
        if (!day)
            continue;
        const qint64 at = dayStart(day->addDays(-RenewalDaysAhead), QTimeZone::utc());
        next = std::min(at, next.value_or(at));
    }
    return next;
}

} // namespace Costglass
