// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rollup.h"

namespace Costglass {

/// Stores one snapshot: keeps its replies, replaces exactly its window of rows, updates rollups, names and balances
/// and notes restated days. The caller holds the transaction.
class SnapshotWriter
{
public:
    SnapshotWriter(Database &database, DimensionIds &ids) : m_database(database), m_ids(ids) { }

    StoreChange write(const Snapshot &snapshot);

    // The steps of it, for who has the rows one by one (ledgerload.h).
    using DaySums = QMap<QPair<qint64, QString>, qint64>; ///< (Julian day, currency) → nanos
    qint64 insertSnapshot(const Snapshot &snapshot);
    void writeNames(const Snapshot &snapshot);
    DaySums daySums(const Snapshot &snapshot);
    void noteRestatements(const Snapshot &snapshot, qint64 id, const DaySums &before, const DaySums &after);
    /// Replies are hashed with their lengths, so that no two lists of replies look the same.
    static QString hashOf(const QList<QByteArray> &replies);

private:
    void checkDays(const Snapshot &snapshot) const;
    void replaceRows(const Snapshot &snapshot, RowTable &table, const QList<LedgerRow> &rows,
                     StoreChange &change);
    QMap<qint64, qint64> lastTaken(const Snapshot &snapshot, qint64 newId);

    Database &m_database;
    DimensionIds &m_ids;
};

} // namespace Costglass
