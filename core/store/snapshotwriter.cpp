// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/snapshotwriter.h"

#include "store/bookkeeping.h"

#include <QCryptographicHash>

#include <zstd.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

constexpr int CompressionLevel = 3;

QByteArray compressed(const QByteArray &plain)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))),
                      Qt::Uninitialized);
    const size_t size = ZSTD_compress(packed.data(), static_cast<size_t>(packed.size()), plain.constData(),
                                      static_cast<size_t>(plain.size()), CompressionLevel);
    if (ZSTD_isError(size))
        throw StoreProblem{Error{Error::Kind::Storage, Texts::tr("A reply could not be compressed.")}};
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

qint64 firstDay(const Snapshot &snapshot)
{
    return snapshot.days.isEmpty() ? 0 : snapshot.days.from.toJulianDay();
}

qint64 endDay(const Snapshot &snapshot)
{
    return snapshot.days.isEmpty() ? 0 : snapshot.days.to.toJulianDay();
}

} // namespace

QString SnapshotWriter::hashOf(const QList<QByteArray> &replies)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &reply : replies) {
        hash.addData(QByteArray::number(reply.size()) + ':');
        hash.addData(reply);
    }
    return QString::fromLatin1(hash.result().toHex());
}

StoreChange SnapshotWriter::write(const Snapshot &snapshot)
{
    checkDays(snapshot);
    StoreChange change;
    const DaySums before = daySums(snapshot);
    change.snapshot = insertSnapshot(snapshot);
    writeNames(snapshot);
    writeBalances(m_database, snapshot.account, snapshot.records.balances);
    if (snapshot.days.isEmpty())
        return change;

    RowTable charges(m_database, RowTable::Of::Charges);
    RowTable usage(m_database, RowTable::Of::Usage);
    RollupBuilder rollups(m_ids.idFor(chargeCategoryName(ChargeCategory::Usage)));
    QList<LedgerRow> chargeRows;
    chargeRows.reserve(snapshot.records.charges.size());
    for (const Charge &charge : snapshot.records.charges) {
        chargeRows.append(charges.fromCharge(charge, m_ids));
        rollups.add(chargeRows.last());
    }
    QList<LedgerRow> usageRows;
    usageRows.reserve(snapshot.records.usage.size());
    for (const Usage &one : snapshot.records.usage) {
        usageRows.append(usage.fromUsage(one, m_ids));
        rollups.add(usageRows.last());
    }
    replaceRows(snapshot, charges, chargeRows, change);
    replaceRows(snapshot, usage, usageRows, change);
    if (change.added + change.changed + change.removed > 0)
        rollups.replace(m_database, snapshot.account, snapshot.feed, firstDay(snapshot), endDay(snapshot));
    noteRestatements(snapshot, change.snapshot, before, daySums(snapshot));
    return change;
}

void SnapshotWriter::checkDays(const Snapshot &snapshot) const
{
    const auto outside = [&snapshot](QDate day) {
        if (snapshot.days.contains(day))
            return;
        throw StoreProblem{Error{
            Error::Kind::Format,
            Texts::tr("The reply speaks of %1, which was not asked for.").arg(day.toString(Qt::ISODate))}};
    };
    for (const Charge &charge : snapshot.records.charges)
        outside(charge.day);
    for (const Usage &usage : snapshot.records.usage)
        outside(usage.day);
}

qint64 SnapshotWriter::insertSnapshot(const Snapshot &snapshot)
{
    const QString hash = hashOf(snapshot.replies);
    const int feed = static_cast<int>(snapshot.feed);
    // The same words as last time are kept once: the poller asks far more often than vendors have news.
    Statement last(m_database,
                   "SELECT coalesce(same_as, id), hash FROM snapshot WHERE account = ?1 AND feed = ?2"
                   " AND day_from = ?3 AND day_to = ?4 ORDER BY id DESC LIMIT 1");
    last.with(snapshot.account, feed, firstDay(snapshot), endDay(snapshot));
    std::optional<qint64> same;
    if (last.step() && last.text(1) == hash)
        same = last.integer(0);

    const qint64 rows = snapshot.records.charges.size() + snapshot.records.usage.size()
        + snapshot.records.names.size() + snapshot.records.balances.size();
    Statement(m_database,
              "INSERT INTO snapshot (account, feed, day_from, day_to, taken_at, complete_to, hash, same_as,"
              " requests, row_count) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)")
        .with(snapshot.account, feed, firstDay(snapshot), endDay(snapshot), snapshot.takenAt,
              snapshot.completeTo, hash, same, snapshot.requests, rows)
        .run();
    const qint64 id = m_database.lastId();
    if (!same) {
        Statement insert(m_database,
                         "INSERT INTO snapshot_reply (snapshot, position, body) VALUES (?1, ?2, ?3)");
        for (qsizetype i = 0; i < snapshot.replies.size(); ++i)
            insert.with(id, i, compressed(snapshot.replies[i])).run();
    }
    return id;
}

void SnapshotWriter::replaceRows(const Snapshot &snapshot, RowTable &table, const QList<LedgerRow> &rows,
                                 StoreChange &change)
{
    const qint64 from = firstDay(snapshot);
    const qint64 to = endDay(snapshot);
    QHash<QByteArray, QList<RowTable::Stored>> known;
    if (table.hasAny(snapshot.account, snapshot.feed, from, to)) {
        for (RowTable::Stored &stored : table.load(snapshot.account, snapshot.feed, from, to))
            known[stored.row.identityBytes()].append(stored);
    }
    // First what is there word for word, so that of equal buckets only those that differ count as changed.
    QList<const LedgerRow *> fresh;
    for (const LedgerRow &row : rows) {
        const auto same = known.isEmpty() ? known.end() : known.find(row.identityBytes());
        if (same != known.end()) {
            const auto match = std::find_if(same->cbegin(), same->cend(), [&row](const auto &stored) {
                return stored.row.sameFigures(row);
            });
            if (match != same->cend()) {
                same->erase(match);
                continue;
            }
        }
        fresh.append(&row);
    }
    for (const LedgerRow *row : std::as_const(fresh)) {
        const auto old = known.isEmpty() ? known.end() : known.find(row->identityBytes());
        if (old != known.end() && !old->isEmpty()) {
            table.remove(old->takeLast().id);
            ++change.changed;
        } else {
            ++change.added;
        }
        table.insert(snapshot.account, snapshot.feed, change.snapshot, *row);
    }
    for (const auto &gone : std::as_const(known)) {
        for (const RowTable::Stored &stored : gone) {
            table.remove(stored.id);
            ++change.removed;
        }
    }
}

void SnapshotWriter::writeNames(const Snapshot &snapshot)
{
    Statement insert(m_database,
                     "INSERT INTO name (account, of, id, name) VALUES (?1, ?2, ?3, ?4)"
                     " ON CONFLICT (of, id, account) DO UPDATE SET name = excluded.name");
    for (const Name &name : snapshot.records.names)
        insert.with(snapshot.account, static_cast<int>(name.of), name.id, name.name).run();
}

SnapshotWriter::DaySums SnapshotWriter::daySums(const Snapshot &snapshot)
{
    DaySums sums;
    if (snapshot.days.isEmpty() || snapshot.feed == Feed::Usage)
        return sums;
    Statement read(m_database,
                   "SELECT day, currency, sum(cost) FROM rollup_day WHERE dim = 0 AND day >= ?1 AND day < ?2"
                   " AND account = ?3 AND feed = ?4 AND kind >= 0 GROUP BY day, currency");
    read.with(firstDay(snapshot), endDay(snapshot), snapshot.account, static_cast<int>(snapshot.feed));
    while (read.step())
        sums[{read.integer(0), read.text(1)}] = read.integer(2);
    return sums;
}

QMap<qint64, qint64> SnapshotWriter::lastTaken(const Snapshot &snapshot, qint64 newId)
{
    QMap<qint64, qint64> taken;
    Statement read(
        m_database,
        "SELECT day_from, day_to, max(taken_at) FROM snapshot WHERE account = ?1 AND feed = ?2 AND id < ?3"
        " AND day_from < ?5 AND day_to > ?4 GROUP BY day_from, day_to");
    read.with(snapshot.account, static_cast<int>(snapshot.feed), newId, firstDay(snapshot), endDay(snapshot));
    while (read.step()) {
        for (qint64 day = qMax(read.integer(0), firstDay(snapshot));
             day < qMin(read.integer(1), endDay(snapshot)); ++day)
            taken[day] = qMax(taken.value(day), read.integer(2));
    }
    return taken;
}

void SnapshotWriter::noteRestatements(const Snapshot &snapshot, qint64 id, const DaySums &before,
                                      const DaySums &after)
{
    if (before == after)
        return;
    const QMap<qint64, qint64> taken = lastTaken(snapshot, id);
    QMap<QString, qint64> deltas;
    const QSet<QPair<qint64, QString>> keys = [&] {
        QSet<QPair<qint64, QString>> all(before.keyBegin(), before.keyEnd());
        return all.unite(QSet<QPair<qint64, QString>>(after.keyBegin(), after.keyEnd()));
    }();
    Statement insert(
        m_database,
        "INSERT INTO restatement (account, day, currency, before_nanos, after_nanos, noticed_at, snapshot)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7)");
    for (const auto &key : keys) {
        const qint64 old = before.value(key);
        const qint64 now = after.value(key);
        if (old == now || !taken.contains(key.first))
            continue;
        deltas[key.second] += now - old;
        // A day that had not ended when it was last told has grown; only an ended one is restated.
        const qint64 dayEnd = dayStart(QDate::fromJulianDay(key.first + 1), snapshot.zone);
        if (taken[key.first] >= dayEnd)
            insert.with(snapshot.account, key.first, key.second, old, now, snapshot.takenAt, id).run();
    }
    if (deltas.size() == 1) {
        Statement(m_database, "UPDATE snapshot SET delta_nanos = ?2, delta_currency = ?3 WHERE id = ?1")
            .with(id, deltas.first(), deltas.firstKey())
            .run();
    }
}

} // namespace Costglass
