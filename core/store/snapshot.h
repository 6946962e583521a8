// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

namespace Costglass {

/// One finished fetch, ready to be stored. Names and balances have no days: their range is empty.
struct Snapshot
{
    qint64 account = 0;
    Feed feed = Feed::Costs;
    DateRange days;
    QTimeZone zone = QTimeZone::utc(); ///< of the days
    qint64 takenAt = 0; ///< Unix seconds
    std::optional<qint64> completeTo; ///< Unix seconds, where the vendor told it
    QList<QByteArray> replies; ///< the raw bodies in order, already redacted
    int requests = 0;
    Records records;
};

/// What storing one did to the ledger. Counted are charges and usage buckets by their identity (day, period,
/// dimensions, kind, category, description, meter, unit).
struct StoreChange
{
    qint64 snapshot = 0;
    int added = 0;
    int changed = 0;
    int removed = 0;
};

/// A stored snapshot without its replies.
struct SnapshotInfo
{
    qint64 id = 0;
    qint64 account = 0;
    Feed feed = Feed::Costs;
    DateRange days;
    qint64 takenAt = 0;
    std::optional<qint64> completeTo;
    QString hash; ///< SHA-256 of the raw replies, hex
    int requests = 0;
    int rows = 0;
    std::optional<Money> delta; ///< by how much it changed the sum of days that were known before
};

/// A past day whose sum a later snapshot changed.
struct Restatement
{
    qint64 account = 0;
    QDate day;
    Money before;
    Money after;
    qint64 noticedAt = 0;
    qint64 snapshot = 0;
};

} // namespace Costglass
