// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/syncplan.h"

#include <algorithm>

namespace Costglass {

namespace {

bool isSettled(const QList<DateRange> &settled, QDate day)
{
    return std::any_of(settled.begin(), settled.end(),
                       [day](const DateRange &range) { return range.contains(day); });
}

/// The stretch of \a days from its first to its last day that is not settled.
DateRange unsettled(DateRange days, const QList<DateRange> &settled)
{
    while (!days.isEmpty() && isSettled(settled, days.from))
        days.from = days.from.addDays(1);
    while (!days.isEmpty() && isSettled(settled, days.to.addDays(-1)))
        days.to = days.to.addDays(-1);
    return days;
}

} // namespace

QList<PlannedJob> planJobs(const VendorInfo &vendor, const QMap<Feed, QList<DateRange>> &settled,
                           bool namesKnown, const SyncOptions &options, qint64 now)
{
    const auto wanted = [&](Feed feed) {
        return vendor.feeds.contains(feed) && (options.feeds.isEmpty() || options.feeds.contains(feed));
    };
    QList<PlannedJob> jobs;
    if (wanted(Feed::Names) && (options.full || !namesKnown))
        jobs.append({Feed::Names, {}});
    if (wanted(Feed::Balance))
        jobs.append({Feed::Balance, {}});

    const QDate today = dayOf(now, zoneById(vendor.billingZone).value_or(QTimeZone::utc()));
    const Month oldest = std::max(options.since.value_or(Month::of(today).plus(-FirstSyncMonths)),
                                  Month::of(today).plus(-vendor.historyMonths));
    const DateRange all{oldest.firstDay(), today.addDays(1)};
    const QList<Month> months = monthsNewestFirst(all);
    for (qsizetype newest = 0; newest < months.size(); newest += vendor.monthsPerJob) {
        const Month first = months.at(qMin(newest + vendor.monthsPerJob, months.size()) - 1);
        for (const Feed feed : {Feed::Costs, Feed::Usage}) {
            if (!wanted(feed))
                continue;
            const DateRange days = DateRange{first.firstDay(), months.at(newest).range().to}.intersected(all);
            const DateRange open = options.full ? days : unsettled(days, settled.value(feed));
            if (!open.isEmpty())
                jobs.append({feed, open});
        }
    }
    return jobs;
}

} // namespace Costglass
