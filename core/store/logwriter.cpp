// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/logwriter.h"

#include "store/snapshotwriter.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace Costglass {

namespace {

/// Entries are kept in as many parts, by the first bits of their id: a batch rewrites only those that it touches.
constexpr int Parts = 256;
constexpr int PartShift = 56;
static_assert(std::endian::native == std::endian::little, "entries are stored as they are in memory");

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

quint64 tokensOf(const LogEntry &entry)
{
    return quint64(entry.input) + entry.cacheRead + entry.cacheWrite5m + entry.cacheWrite1h + entry.output;
}

/// Whether \a entry is to be believed rather than \a other; a total order, so that no order of reading matters.
bool outranks(const LogEntry &entry, const LogEntry &other)
{
    const auto key = [](const LogEntry &one) {
        return std::tuple(one.rank, one.cost != LogEntry::Unpriced, tokensOf(one), ~one.at, ~one.bucket);
    };
    return key(entry) > key(other);
}

bool byRequest(const LogEntry &entry, const LogEntry &other)
{
    return entry.request != other.request ? entry.request < other.request : outranks(entry, other);
}

bool sameIdentity(const LogEntry &entry, const LogEntry &other)
{
    return entry.id == other.id && entry.request == other.request;
}

QByteArray bytesOf(const std::vector<LogEntry> &entries)
{
    return QByteArray(reinterpret_cast<const char *>(entries.data()),
                      static_cast<qsizetype>(entries.size() * sizeof(LogEntry)));
}

std::vector<LogEntry> entriesOf(const QByteArray &bytes)
{
    std::vector<LogEntry> entries(static_cast<size_t>(bytes.size()) / sizeof(LogEntry));
    std::memcpy(entries.data(), bytes.constData(), entries.size() * sizeof(LogEntry));
    return entries;
}

/// The files that a batch read, as the snapshot's reply: what was read stays readable, the logs themselves do not.
QByteArray replyOf(const LogBatch &batch)
{
    QJsonArray files;
    for (const LogFile &file : batch.files)
        files.append(QJsonObject{{QStringLiteral("path"), file.path}, {QStringLiteral("read"), file.offset}});
    return QJsonDocument(QJsonObject{{QStringLiteral("files"), files}}).toJson(QJsonDocument::Compact);
}

} // namespace

std::vector<LogEntry> countedEntries(std::vector<LogEntry> entries)
{
    const auto isReplay = [](const LogEntry &entry) { return (entry.flags & LogEntry::Replay) != 0; };
    if (entries.size() < 2)
        return entries;
    if (std::all_of(entries.begin(), entries.end(), isReplay))
        return {*std::min_element(entries.begin(), entries.end(), outranks)};
    std::erase_if(entries, isReplay);
    std::sort(entries.begin(), entries.end(), byRequest);
    if (entries.back().request != 0)
        std::erase_if(entries, [](const LogEntry &entry) { return entry.request == 0; });
    entries.erase(std::unique(entries.begin(), entries.end(), sameIdentity), entries.end());
    return entries;
}

LogChange LogWriter::write(const LogBatch &batch)
{
    LogChange change;
    const std::vector<quint32> buckets = bucketIds(batch);
    std::array<std::vector<LogEntry>, Parts> parts;
    for (LogEntry entry : batch.entries) {
        entry.bucket = buckets[entry.bucket];
        parts[entry.id >> PartShift].push_back(entry);
    }
    for (int part = 0; part < Parts; ++part) {
        if (!parts[static_cast<size_t>(part)].empty())
            mergePart(batch, part, std::move(parts[static_cast<size_t>(part)]), change);
    }
    writeSums(batch);
    writeFiles(batch);
    writeDays(batch, change);
    Statement unpriced(m_database,
                       "SELECT DISTINCT coalesce(d.value, '–') FROM log_bucket b LEFT JOIN dimension_value d "
                       "ON d.id = b.model"
                       " WHERE b.account = ?1 AND b.unpriced > 0 ORDER BY 1");
    unpriced.with(batch.account);
    while (unpriced.step())
        change.unpriced.append(unpriced.text(0));
    return change;
}

std::vector<quint32> LogWriter::bucketIds(const LogBatch &batch)
{
    Statement add(m_database,
                  "INSERT INTO log_bucket (account, day, model, project, tier, kind)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                  " ON CONFLICT (account, day, model, project, tier) DO UPDATE SET kind = kind RETURNING id");
    // In an order of their own, so that reading with several threads gives the same ledger each time.
    std::vector<qsizetype> order(static_cast<size_t>(batch.buckets.size()));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&batch](qsizetype a, qsizetype b) {
        const auto key
            = [](const LogBucket &one) { return std::tie(one.day, one.project, one.model, one.tier); };
        return key(batch.buckets[a]) < key(batch.buckets[b]);
    });
    std::vector<quint32> ids(order.size());
    for (const qsizetype index : order) {
        const LogBucket &bucket = batch.buckets[index];
        add.with(batch.account, bucket.day.toJulianDay(), m_ids.idFor(bucket.model),
                 m_ids.idFor(bucket.project), m_ids.idFor(bucket.tier), static_cast<int>(batch.kind));
        add.step();
        ids[static_cast<size_t>(index)] = static_cast<quint32>(add.integer(0));
        add.reset();
    }
    return ids;
}

void LogWriter::mergePart(const LogBatch &batch, int part, std::vector<LogEntry> fresh, LogChange &change)
{
    Statement read(m_database, "SELECT entries FROM log_entries WHERE account = ?1 AND part = ?2");
    const std::vector<LogEntry> known
        = read.with(batch.account, part).step() ? entriesOf(read.blob(0)) : std::vector<LogEntry>();
    read.reset();
    std::sort(fresh.begin(), fresh.end(), [](const LogEntry &a, const LogEntry &b) {
        return a.id != b.id ? a.id < b.id : byRequest(a, b);
    });
    std::vector<LogEntry> merged;
    merged.reserve(known.size() + fresh.size());
    bool differs = false;
    auto old = known.begin();
    for (auto first = fresh.begin(); first != fresh.end();) {
        const auto last
            = std::find_if(first, fresh.end(), [first](const LogEntry &e) { return e.id != first->id; });
        const auto from
            = std::find_if(old, known.end(), [first](const LogEntry &e) { return e.id >= first->id; });
        const auto to
            = std::find_if(from, known.end(), [first](const LogEntry &e) { return e.id != first->id; });
        merged.insert(merged.end(), old, from);
        std::vector<LogEntry> group(first, last);
        group.insert(group.end(), from, to);
        group = countedEntries(std::move(group));
        if (!std::equal(group.begin(), group.end(), from, to)) {
            differs = true;
            std::for_each(from, to, [this](const LogEntry &entry) { count(entry, -1); });
            std::for_each(group.begin(), group.end(), [this](const LogEntry &entry) { count(entry, 1); });
            const int grown = static_cast<int>(group.size()) - static_cast<int>(to - from);
            change.added += qMax(0, grown);
            change.changed += grown > 0 ? 0 : 1;
        }
        merged.insert(merged.end(), group.begin(), group.end());
        first = last;
        old = to;
    }
    merged.insert(merged.end(), old, known.end());
    if (differs)
        Statement(m_database,
                  "INSERT OR REPLACE INTO log_entries (account, part, entries) VALUES (?1, ?2, ?3)")
            .with(batch.account, part, bytesOf(merged))
            .run();
}

void LogWriter::count(const LogEntry &entry, int sign)
{
    const bool priced = entry.cost != LogEntry::Unpriced;
    const Sums figures{1,
                       entry.input,
                       entry.cacheRead,
                       entry.cacheWrite5m,
                       entry.cacheWrite1h,
                       entry.output,
                       entry.webSearches,
                       priced ? 0 : 1,
                       priced ? entry.cost : 0};
    Sums &sums = m_sums[entry.bucket];
    for (size_t i = 0; i < figures.size(); ++i) {
        if (__builtin_add_overflow(sums[i], sign * figures[i], &sums[i]))
            throw StoreProblem{
                Error{Error::Kind::Overflow, Texts::tr("A sum is larger than Costglass can hold.")}};
    }
}

void LogWriter::writeSums(const LogBatch &batch)
{
    Statement update(
        m_database,
        "UPDATE log_bucket SET requests = requests + ?2, input = input + ?3,"
        " cache_read = cache_read + ?4, cache_write_5m = cache_write_5m + ?5,"
        " cache_write_1h = cache_write_1h + ?6, output = output + ?7,"
        " web_searches = web_searches + ?8, unpriced = unpriced + ?9, cost = cost + ?10, stale = 1"
        " WHERE id = ?1");
    for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it) {
        const Sums &f = *it;
        update.with(it.key(), f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8]).run();
    }
    // What the person says of the account holds for its past as well.
    Statement(m_database, "UPDATE log_bucket SET stale = 1, kind = ?2 WHERE account = ?1 AND kind <> ?2")
        .with(batch.account, static_cast<int>(batch.kind))
        .run();
}

void LogWriter::writeFiles(const LogBatch &batch)
{
    Statement write(
        m_database,
        "INSERT OR REPLACE INTO log_file (account, path, inode, size, changed_at, read_to, tail_hash,"
        " state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    for (const LogFile &file : batch.files) {
        write
            .with(batch.account, file.path, file.inode, file.size, file.changedAt, file.offset, file.tailHash,
                  file.state.isNull() ? QByteArray("") : file.state)
            .run();
    }
}

std::set<qint64> LogWriter::changedDays(const LogBatch &batch)
{
    std::set<qint64> days;
    Statement read(m_database, "SELECT DISTINCT day FROM log_bucket WHERE account = ?1 AND stale = 1");
    read.with(batch.account);
    while (read.step())
        days.insert(read.integer(0));
    return days;
}

Records LogWriter::recordsOf(const LogBatch &batch, qint64 from, qint64 to)
{
    Records records;
    std::set<QString> projects;
    Statement read(m_database,
                   "SELECT day, m.value, p.value, t.value, requests, input, cache_read, cache_write_5m,"
                   " cache_write_1h, output, web_searches, unpriced, cost FROM log_bucket b"
                   " LEFT JOIN dimension_value m ON m.id = b.model"
                   " LEFT JOIN dimension_value p ON p.id = b.project"
                   " LEFT JOIN dimension_value t ON t.id = b.tier"
                   " WHERE account = ?1 AND day >= ?2 AND day < ?3 AND requests > 0 ORDER BY b.id");
    read.with(batch.account, from, to);
    while (read.step()) {
        Usage usage;
        usage.day = QDate::fromJulianDay(read.integer(0));
        usage.periodStart = dayStart(usage.day, batch.zone);
        usage.periodEnd = dayStart(usage.day.addDays(1), batch.zone);
        usage.at.service = batch.service;
        usage.at.model = read.text(1);
        usage.at.project = read.text(2);
        usage.at.tier = read.text(3);
        usage.requests = read.integer(4);
        usage.input = read.integer(5);
        usage.cacheRead = read.integer(6);
        usage.cacheWrite5m = read.integer(7);
        usage.cacheWrite1h = read.integer(8);
        usage.output = read.integer(9);
        records.usage.append(usage);
        if (read.integer(10) > 0) {
            Usage searches;
            searches.day = usage.day;
            searches.periodStart = usage.periodStart;
            searches.periodEnd = usage.periodEnd;
            searches.at = usage.at;
            searches.quantity = read.integer(10);
            searches.unit = QStringLiteral("web_searches");
            records.usage.append(searches);
        }
        if (read.integer(11) < read.integer(4)) {
            Charge charge{usage.day, usage.periodStart, usage.periodEnd, usage.at, batch.kind};
            charge.cost = Money::fromNanos(
                valueOf(mulDivHalfEven(read.integer(12), 1, LogEntry::PicosPerNano)), batch.currency);
            records.charges.append(charge);
        }
        if (!usage.at.project.isNull() && projects.insert(usage.at.project).second)
            records.names.append(
                {Name::Of::Project, usage.at.project, QFileInfo(usage.at.project).fileName()});
    }
    return records;
}

/// One snapshot per stretch of changed days without a gap.
void LogWriter::writeDays(const LogBatch &batch, LogChange &change)
{
    const std::set<qint64> days = changedDays(batch);
    for (auto day = days.begin(); day != days.end();) {
        const qint64 from = *day;
        qint64 to = from;
        while (day != days.end() && *day == to) {
            ++day;
            ++to;
        }
        Snapshot snapshot;
        snapshot.account = batch.account;
        snapshot.feed = Feed::Costs;
        snapshot.days = {QDate::fromJulianDay(from), QDate::fromJulianDay(to)};
        snapshot.takenAt = batch.takenAt;
        if (change.snapshots == 0)
            snapshot.replies = {replyOf(batch)};
        snapshot.records = recordsOf(batch, from, to);
        const StoreChange stored = SnapshotWriter(m_database, m_ids).write(snapshot);
        ++change.snapshots;
        change.rows.snapshot = stored.snapshot;
        change.rows.added += stored.added;
        change.rows.changed += stored.changed;
        change.rows.removed += stored.removed;
    }
    Statement(m_database, "UPDATE log_bucket SET stale = 0 WHERE account = ?1 AND stale = 1")
        .with(batch.account)
        .run();
}

QList<LogFile> readLogFiles(Database &database, qint64 account)
{
    QList<LogFile> files;
    Statement read(database,
                   "SELECT path, inode, size, changed_at, read_to, tail_hash, state FROM log_file"
                   " WHERE account = ?1");
    read.with(account);
    while (read.step())
        files.append({read.text(0), read.integer(1), read.integer(2), read.integer(3), read.integer(4),
                      read.integer(5), read.blob(6)});
    return files;
}

} // namespace Costglass
