// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/dimensions.h"
#include "store/logbatch.h"

#include <QHash>

#include <array>
#include <set>

namespace Costglass {

/// Stores a batch of logged requests: counts each once, keeps buckets of them, and writes the days that changed as a
/// snapshot. The caller holds the transaction.
class LogWriter
{
public:
    LogWriter(Database &database, DimensionIds &ids) : m_database(database), m_ids(ids) { }

    LogChange write(const LogBatch &batch);

private:
    /// Requests, input, cache read, writes of 5 minutes and an hour, output, web searches, unpriced requests, cost.
    using Sums = std::array<qint64, 9>;

    std::vector<quint32> bucketIds(const LogBatch &batch);
    void mergePart(const LogBatch &batch, int part, std::vector<LogEntry> fresh, LogChange &change);
    void count(const LogEntry &entry, int sign);
    void writeSums(const LogBatch &batch);
    void writeFiles(const LogBatch &batch);
    std::set<qint64> changedDays(const LogBatch &batch);
    Records recordsOf(const LogBatch &batch, qint64 from, qint64 to);
    void writeDays(const LogBatch &batch, LogChange &change);

    Database &m_database;
    DimensionIds &m_ids;
    QHash<quint32, Sums> m_sums; ///< what buckets gain or lose
};

QList<LogFile> readLogFiles(Database &database, qint64 account);

} // namespace Costglass
