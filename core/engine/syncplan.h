// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/syncrun.h"

namespace Costglass {

/// One job of a pass: a feed over days (none for names and balances).
struct PlannedJob
{
    Feed feed = Feed::Costs;
    DateRange days;

    bool operator==(const PlannedJob &) const = default;
};

/// How far back a first sync goes: the month of today and the twelve before it.
constexpr int FirstSyncMonths = 12;

/// The jobs of one account, newest month first, names before all; VendorInfo::monthsPerJob go together. Months are asked
/// for from their first to their last day that is not settled; \a settled holds per feed the days that need not be asked again (Store::coverage with
/// the vendor's trailing days). Days are the vendor's billing days, today included. \a namesKnown leaves names out.
QList<PlannedJob> planJobs(const VendorInfo &vendor, const QMap<Feed, QList<DateRange>> &settled,
                           bool namesKnown, const SyncOptions &options, qint64 now);

} // namespace Costglass
