// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

#include <zstd.h>

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

QDate dayAt(const Statement &row, int column)
{
    return row.integer(column) == 0 ? QDate() : QDate::fromJulianDay(row.integer(column));
}

Money moneyAt(const Statement &row, int amount, int currency)
{
    return Money::fromNanos(row.integer(amount), valueOf(Currency::fromCode(row.text(currency))));
}

QByteArray unpacked(const QByteArray &packed)
{
    const auto size = ZSTD_getFrameContentSize(packed.constData(), static_cast<size_t>(packed.size()));
    QByteArray plain;
    bool good = size != ZSTD_CONTENTSIZE_ERROR && size != ZSTD_CONTENTSIZE_UNKNOWN && size < (1ULL << 31);
    if (good) {
        plain.resize(static_cast<qsizetype>(size));
        good = ZSTD_decompress(plain.data(), size, packed.constData(), static_cast<size_t>(packed.size()))
            == size;
    }
    if (!good)
        throw StoreProblem{Error{Error::Kind::Storage, Texts::tr("A stored reply is damaged."), {}}};
    return plain;
}

/// The instants (Unix seconds) from which and before which those days are; an invalid end is open.
std::pair<qint64, qint64> instantsOf(const DateRange &days)
{
    return {days.from.isValid() ? dayStart(days.from, QTimeZone::utc()) : 0,
            days.to.isValid() ? dayStart(days.to, QTimeZone::utc()) : std::numeric_limits<qint64>::max()};
}

} // namespace

QList<SnapshotInfo> readSnapshots(Database &database, std::optional<qint64> account, const DateRange &taken,
                                  int limit)
{
    QList<SnapshotInfo> snapshots;
    const auto [from, to] = instantsOf(taken);
    Statement read(
        database,
        "SELECT id, account, feed, day_from, day_to, taken_at, complete_to, hash, requests, row_count,"
        " delta_nanos, delta_currency FROM snapshot WHERE (?1 IS NULL OR account = ?1) AND taken_at >= ?2"
        " AND taken_at < ?3 ORDER BY taken_at DESC, id DESC LIMIT ?4");
    read.with(account, from, to, limit);
    while (read.step()) {
        SnapshotInfo info;
        info.id = read.integer(0);
        info.account = read.integer(1);
        info.feed = static_cast<Feed>(read.integer(2));
        info.days = {dayAt(read, 3), dayAt(read, 4)};
        info.takenAt = read.integer(5);
        info.completeTo = read.maybeInteger(6);
        info.hash = read.text(7);
        info.requests = static_cast<int>(read.integer(8));
        info.rows = static_cast<int>(read.integer(9));
        if (!read.isNull(10))
            info.delta = moneyAt(read, 10, 11);
        snapshots.append(info);
    }
    return snapshots;
}

qint64 readRequests(Database &database, qint64 account, const DateRange &taken)
{
    const auto [from, to] = instantsOf(taken);
    Statement read(database,
                   "SELECT coalesce(sum(requests), 0) FROM snapshot WHERE account = ?1 AND taken_at >= ?2"
                   " AND taken_at < ?3");
    read.with(account, from, to).step();
    return read.integer(0);
}

QList<QByteArray> readReplies(Database &database, qint64 snapshot)
{
    Statement owner(database, "SELECT coalesce(same_as, id) FROM snapshot WHERE id = ?1");
    if (!owner.with(snapshot).step())
        throw StoreProblem{Error{Error::Kind::Config, Texts::tr("There is no snapshot %1.").arg(snapshot),
                                 Texts::tr("The list of snapshots shows which there are.")}};
    QList<QByteArray> replies;
    Statement read(database, "SELECT body FROM snapshot_reply WHERE snapshot = ?1 ORDER BY position");
    read.with(owner.integer(0));
    while (read.step())
        replies.append(unpacked(read.blob(0)));
    return replies;
}

QList<Restatement> readRestatements(Database &database, std::optional<qint64> account, QDate since)
{
    QList<Restatement> restatements;
    Statement read(
        database,
        "SELECT account, day, before_nanos, after_nanos, currency, noticed_at, snapshot FROM restatement"
        " WHERE (?1 IS NULL OR account = ?1) AND day >= ?2 ORDER BY noticed_at DESC, day DESC");
    read.with(account, since.isValid() ? since.toJulianDay() : 0);
    while (read.step()) {
        restatements.append({read.integer(0), QDate::fromJulianDay(read.integer(1)), moneyAt(read, 2, 4),
                             moneyAt(read, 3, 4), read.integer(5), read.integer(6)});
    }
    return restatements;
}

QList<DateRange> readCoverage(Database &database, qint64 account, Feed feed, int settleDays, int closesOn)
{
    QList<DateRange> ranges;
    Statement read(
        database,
        "SELECT day_from, day_to, taken_at FROM snapshot WHERE account = ?1 AND feed = ?2 AND day_from > 0"
        " ORDER BY day_from");
    read.with(account, static_cast<int>(feed));
    while (read.step()) {
        const QDate taken = QDateTime::fromSecsSinceEpoch(read.integer(2), Qt::UTC).date();
        DateRange range{dayAt(read, 0), std::min(dayAt(read, 1), taken.addDays(-settleDays))};
        if (closesOn
            > 0) // on that day of a month all before the month has closed, the day before all before the last
            range.to = std::min(range.to, Month::of(taken.addDays(1 - closesOn)).firstDay());
        if (range.isEmpty())
            continue;
        if (!ranges.isEmpty() && range.from <= ranges.last().to)
            ranges.last().to = std::max(ranges.last().to, range.to);
        else
            ranges.append(range);
    }
    return ranges;
}

DateRange readExtent(Database &database, bool withPlans)
{
    QByteArray rows = " FROM rollup_day WHERE dim = 0";
    if (!withPlans) {
        QByteArrayList plans;
        for (const Account &account : readAccounts(database)) {
            if (account.isPlans())
                plans.append(QByteArray::number(account.id));
        }
        rows += " AND account NOT IN (" + plans.join(',') + ')';
    }
    // Two subqueries, because SQLite finds one end at once but looks through all days for both together.
    Statement read(database,
                   ("SELECT (SELECT day" + rows + " ORDER BY day LIMIT 1), (SELECT day + 1" + rows
                    + " ORDER BY day DESC LIMIT 1)")
                       .constData());
    return read.step() && !read.isNull(0) ? DateRange{dayAt(read, 0), dayAt(read, 1)} : DateRange();
}

} // namespace Costglass
