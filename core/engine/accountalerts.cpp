// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountalerts.h"

#include "engine/accountstate.h"
#include "engine/monthwords.h"

#include <algorithm>

namespace Costglass {

namespace {

/// The trouble of an account as an alert; nothing when it has none.
std::optional<Alert> troubleOf(const AccountState &state, qint64 now)
{
    if (state.account.paused)
        return std::nullopt;
    Alert alert{.subject = state.account.label, .periodStart = dayOf(now, QTimeZone::utc()), .raisedAt = now};
    if (state.needsPerson()) {
        alert.kind = AlertKind::Failing;
        alert.detail = errorSentence(*state.error());
        return alert;
    }
    if (!state.isLate(now))
        return std::nullopt;
    alert.kind = AlertKind::Stale;
    alert.detail = dayName(*state.lastWholeDay);
    return alert;
}

/// The alerts of those kinds whose trouble is not known to be over.
Result<QList<Alert>> openAlerts(Store &store, const QList<AlertKind> &kinds)
{
    auto alerts = store.alerts(0);
    if (alerts)
        alerts->removeIf(
            [&kinds](const Alert &alert) { return !kinds.contains(alert.kind) || alert.resolvedAt != 0; });
    return alerts;
}

} // namespace

Result<QList<Alert>> noteTroubles(Store &store, const QList<AlertKind> &kinds, QList<Alert> troubles,
                                  qint64 now)
{
    const auto open = openAlerts(store, kinds);
    if (!open)
        return std::unexpected(open.error());
    const auto isSame
        = [](const Alert &a, const Alert &b) { return a.kind == b.kind && a.subject == b.subject; };
    for (const Alert &alert : *open) {
        const bool goesOn = std::any_of(troubles.begin(), troubles.end(),
                                        [&](const Alert &trouble) { return isSame(trouble, alert); });
        if (goesOn) {
            troubles.removeIf([&](const Alert &trouble) { return isSame(trouble, alert); });
            continue;
        }
        if (const auto resolved = store.markAlertResolved(alert.id, now); !resolved)
            return std::unexpected(resolved.error());
    }
    QList<Alert> raised;
    for (Alert &trouble : troubles) {
        const auto fresh = store.recordAlert(trouble);
        if (!fresh)
            return std::unexpected(fresh.error());
        if (*fresh)
            raised.append(trouble);
    }
    return raised;
}

Result<QList<Alert>> raiseAccountAlerts(Store &store, qint64 now)
{
    const auto states = accountStates(store);
    if (!states)
        return std::unexpected(states.error());
    QList<Alert> troubles;
    for (const AccountState &state : *states) {
        if (const auto trouble = troubleOf(state, now))
            troubles.append(*trouble);
    }
    return noteTroubles(store, {AlertKind::Failing, AlertKind::Stale}, troubles, now);
}

} // namespace Costglass
