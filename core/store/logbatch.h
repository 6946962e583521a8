// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "store/snapshot.h"

#include <vector>

namespace Costglass {

/// How far a tool's log was read.
struct LogFile
{
    QString path;
    qint64 inode = 0;
    qint64 size = 0; ///< bytes at the last look
    qint64 changedAt = 0; ///< last modification, nanoseconds since 1970
    qint64 offset = 0; ///< bytes that are read and need no second reading
    qint64 tailHash = 0; ///< of the bytes before offset: whether it is still the same file
    QByteArray state; ///< what the tool's parser must know to read on

    bool operator==(const LogFile &) const = default;
};

/// A request as the ledger keeps it, so that what notes it again adds nothing: 64 bytes, stored as they are.
struct LogEntry
{
    static constexpr quint16 Replay = 1; ///< gives way to any other entry of the same id
    static constexpr qint64 Unpriced = -1;
    static constexpr qint64 PicosPerNano = 1000;

    quint64 id = 0; ///< hash of the response's id
    quint64 request = 0; ///< hash of the request's id; 0 = the id alone decides
    quint32 bucket = 0;
    quint32 at = 0; ///< Unix seconds
    quint32 rank = 0; ///< of two notes of one request the larger is believed
    quint32 input = 0;
    quint32 cacheRead = 0;
    quint32 cacheWrite5m = 0;
    quint32 cacheWrite1h = 0;
    quint32 output = 0;
    quint16 webSearches = 0;
    quint16 flags = 0;
    quint32 spare = 0;
    qint64 cost = Unpriced; ///< in 10⁻¹² units, so that sums of requests are exact before they are rounded

    bool operator==(const LogEntry &) const = default;
};
static_assert(sizeof(LogEntry) == 64);

/// What entries are summed up by.
struct LogBucket
{
    QDate day; ///< in the batch's zone
    QString model;
    QString project;
    QString tier; ///< null = standard

    bool operator==(const LogBucket &) const = default;
};

/// What a look at an account's logs brought.
struct LogBatch
{
    qint64 account = 0;
    ChargeKind kind = ChargeKind::Equivalent;
    QString service;
    Currency currency = Currency::usd();
    QTimeZone zone = QTimeZone::utc();
    qint64 takenAt = 0; ///< Unix seconds
    std::vector<LogEntry> entries; ///< bucket counts into buckets
    QList<LogBucket> buckets;
    QList<LogFile> files; ///< those that are read now, as far as they are
};

/// What storing a batch did.
struct LogChange
{
    StoreChange rows;
    int snapshots = 0;
    int added = 0; ///< requests that were new
    int changed = 0; ///< requests of which more is known now
    QStringList unpriced; ///< models of the account with use that has no price
};

/// Of entries with the same id, those that count, in the order of their request: sidechain replays give way to others,
/// notes without a request id belong to any other of their id, and of one request the note with the largest rank holds
/// (then the one with a price, the one with more tokens, the earliest). The order of \a entries does not matter.
std::vector<LogEntry> countedEntries(std::vector<LogEntry> entries);

} // namespace Costglass
