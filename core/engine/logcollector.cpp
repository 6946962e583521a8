// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/logcollector.h"

#include "vendors/jsonscanner.h"

#include <sodium.h>

#include <limits>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// No request has that many tokens; a figure beyond is a broken line.
constexpr qint64 MostTokens = std::numeric_limits<quint32>::max();

quint32 narrowed(qint64 count)
{
    return static_cast<quint32>(qBound<qint64>(0, count, MostTokens));
}

QString textOf(const QByteArray &raw)
{
    return raw.isEmpty() ? QString()
                         : QString::fromUtf8(unescaped({raw.constData(), static_cast<size_t>(raw.size())}));
}

QByteArrayView viewOf(std::string_view text)
{
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

quint64 logHash(std::string_view bytes)
{
    static constexpr std::array<unsigned char, crypto_shorthash_KEYBYTES> key{'c', 'o', 's', 't', 'g',
                                                                              'l', 'a', 's', 's'};
    quint64 hash = 0;
    static_assert(sizeof hash == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash),
                     reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), key.data());
    return hash;
}

QDate LogCollector::dayOf(qint64 instant)
{
    if (instant < m_dayStart || instant >= m_dayEnd) {
        m_day = Costglass::dayOf(instant, m_zone);
        m_dayStart = dayStart(m_day, m_zone);
        m_dayEnd = dayStart(m_day.addDays(1), m_zone);
    }
    return m_day;
}

quint32 LogCollector::bucketOf(const LoggedRequest &request)
{
    const QDate day = dayOf(request.at);
    const Key key{viewOf(request.vendor).toByteArray(), viewOf(request.model).toByteArray(),
                  viewOf(request.project).toByteArray(), day.toJulianDay(), request.fast};
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    const auto index = static_cast<quint32>(m_buckets.size());
    m_known.insert(key, index);
    m_buckets.append({day, textOf(key.model), textOf(key.project), request.fast ? u"priority"_s : QString()});
    m_vendors.append(key.vendor.isEmpty() ? m_log.priceVendor() : textOf(key.vendor));
    return index;
}

void LogCollector::add(const LoggedRequest &request, std::string_view line, quint64 place)
{
    LogEntry entry;
    entry.id = request.id.empty() ? logHash(line) ^ place : logHash(request.id);
    entry.request = request.request.empty() ? 0 : logHash(request.request);
    entry.bucket = bucketOf(request);
    entry.at = narrowed(request.at);
    entry.rank = narrowed(request.rank);
    entry.input = narrowed(request.input);
    entry.cacheRead = narrowed(request.cacheRead);
    entry.cacheWrite5m = narrowed(request.cacheWrite5m);
    entry.cacheWrite1h = narrowed(request.cacheWrite1h);
    entry.output = narrowed(request.output);
    entry.webSearches
        = static_cast<quint16>(qMin<qint64>(request.webSearches, std::numeric_limits<quint16>::max()));
    entry.flags = request.replay ? LogEntry::Replay : quint16(0);
    if (request.cost)
        entry.cost = request.cost->nanos() * LogEntry::PicosPerNano;
    quint32 &recent = m_recent[entry.id % m_recent.size()];
    if (recent > 0) {
        LogEntry &last = m_entries[recent - 1];
        if (last.id == entry.id && last.request == entry.request && last.flags == entry.flags) {
            last = countedEntries({last, entry}).front();
            return;
        }
    }
    m_entries.push_back(entry);
    recent = static_cast<quint32>(m_entries.size());
}

void LogCollector::price(const LogPrices &prices)
{
    QList<PriceQuery> queries;
    for (qsizetype i = 0; i < m_buckets.size(); ++i)
        queries.append(prices.queryOf(m_vendors[i], m_buckets[i]));
    for (LogEntry &entry : m_entries) {
        if (entry.cost == LogEntry::Unpriced)
            entry.cost = prices.cost(queries[entry.bucket], entry);
    }
}

void LogCollector::moveTo(LogBatch &batch)
{
    const auto shift = static_cast<quint32>(batch.buckets.size());
    batch.buckets += m_buckets;
    batch.entries.reserve(batch.entries.size() + m_entries.size());
    for (LogEntry &entry : m_entries) {
        entry.bucket += shift;
        batch.entries.push_back(entry);
    }
    m_entries = {};
}

} // namespace Costglass
