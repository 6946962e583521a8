// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/balancekeeping.h"

#include "vendors/balanceuse.h"

#include <algorithm>

namespace Costglass {

Result<QStringList> addBalanceUse(Store &store, Snapshot &snapshot, const QTimeZone &zone)
{
    const auto before = store.balances(snapshot.account, snapshot.takenAt);
    if (!before)
        return std::unexpected(before.error());
    qint64 last = 0;
    for (const Balance &balance : *before) {
        if (balance.of != Balance::Of::Told && balance.at < snapshot.takenAt)
            last = std::max(last, balance.at);
    }
    if (last == 0)
        return QStringList();
    const DateRange days{dayOf(last, zone), dayOf(snapshot.takenAt, zone).addDays(1)};
    auto readings = store.balances(snapshot.account, dayStart(days.from, zone));
    if (!readings)
        return std::unexpected(readings.error());
    readings->removeIf([&](const Balance &balance) { return balance.at == snapshot.takenAt; });
    readings->append(snapshot.records.balances);
    std::ranges::stable_sort(*readings, {}, &Balance::at); // the clock may have been set back
    auto use = useBetween(*readings, days, zone);
    if (!use)
        return std::unexpected(use.error());
    snapshot.days = days;
    snapshot.records.append(std::move(use->records));
    return use->doubts;
}

} // namespace Costglass
