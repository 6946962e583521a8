// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/alerts.h"
#include "samples/samplemonth.h"

namespace Costglass::Sample {

inline Charge charge(const QString &vendor, QDate day, Money cost)
{
    Charge charge{.day = day, .at = {}, .kind = ChargeKind::Billed, .cost = cost};
    charge.periodStart = dayStart(day, QTimeZone::utc());
    charge.periodEnd = dayStart(day.addDays(1), QTimeZone::utc());
    charge.at.model = vendor + QStringLiteral("-large");
    if (vendor == u"lanying")
        charge.kind = ChargeKind::Entered;
    return charge;
}

/// One vendor's October and November as one fetch; the vendor said that it is complete to the day before.
inline Snapshot fetched(qint64 account, qsizetype vendor)
{
    Snapshot snapshot;
    snapshot.account = account;
    snapshot.days = {QDate(2026, 10, 1), today.addDays(1)};
    snapshot.takenAt = now - 180;
    snapshot.completeTo = dayStart(today, QTimeZone::utc());
    snapshot.replies = {QByteArrayLiteral("{}")};
    QDate day = snapshot.days.from;
    for (const Money cost : moneys(octoberDays[vendor].cents + novemberDays[vendor].cents)) {
        snapshot.records.charges.append(charge(QString::fromLatin1(octoberDays[vendor].vendor), day, cost));
        day = day.addDays(1);
    }
    return snapshot;
}

/// Puts the sample month into a ledger, one account per vendor, with the budget "All AI" of $1,500 a month.
inline Result<void> fill(Store &store)
{
    for (qsizetype i = 0; i < octoberDays.size(); ++i) {
        const QString vendor = QString::fromLatin1(octoberDays[i].vendor);
        const auto account = store.addAccount({.vendor = vendor, .label = vendor});
        if (!account)
            return std::unexpected(account.error());
        const Snapshot snapshot = fetched(account->id, i);
        const auto stored = store.store(snapshot);
        if (!stored)
            return std::unexpected(stored.error());
        const auto noted = store.setFeedState({.account = account->id,
                                               .lastTriedAt = now - 180,
                                               .lastGoodAt = now - 180,
                                               .completeTo = snapshot.completeTo,
                                               .lastError = {}});
        if (!noted)
            return noted;
    }
    const auto budget = store.saveBudget({.name = QStringLiteral("All AI"), .amount = usd("1500")});
    if (!budget)
        return std::unexpected(budget.error());
    const auto alerts = raiseAlerts(store, now);
    return alerts ? Result<void>() : std::unexpected(alerts.error());
}

} // namespace Costglass::Sample
