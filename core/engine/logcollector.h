// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/logprices.h"
#include "vendors/locallog.h"

#include <QHash>

#include <array>

namespace Costglass {

/// What one thread gathers from logs: requests as ledger entries and the buckets that they fall into.
class LogCollector
{
public:
    LogCollector(const LocalLog &log, const QTimeZone &zone) : m_log(log), m_zone(zone) { }

    /// Takes a request in; \a line stands for its identity where it has none of its own. Notes of one request that follow
    /// each other closely become one entry at once.
    void add(const LoggedRequest &request, std::string_view line, quint64 place);
    /// Sets the cost of every entry whose tool did not tell it.
    void price(const LogPrices &prices);
    /// Adds what was gathered to \a batch.
    void moveTo(LogBatch &batch);

    size_t size() const { return m_entries.size(); }

private:
    quint32 bucketOf(const LoggedRequest &request);
    QDate dayOf(qint64 instant);

    struct Key
    {
        QByteArray vendor;
        QByteArray model;
        QByteArray project;
        qint64 day;
        bool fast;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.vendor, key.model, key.project, key.day, key.fast);
        }
    };

    const LocalLog &m_log;
    QTimeZone m_zone;
    std::vector<LogEntry> m_entries;
    std::array<quint32, 1024> m_recent{}; ///< by id: one more than the entry's index; 0 = none
    QList<LogBucket> m_buckets;
    QStringList m_vendors; ///< of the buckets: whose prices hold
    QHash<Key, quint32> m_known;
    QDate m_day; ///< the day that lies from m_dayStart to before m_dayEnd
    qint64 m_dayStart = 0;
    qint64 m_dayEnd = 0;
};

/// SipHash-2-4 under a fixed key: the same on every machine, as it stands in the ledger.
quint64 logHash(std::string_view bytes);

} // namespace Costglass
