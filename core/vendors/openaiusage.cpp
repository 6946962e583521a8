// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openaiadapter.h"
#include "vendors/reply.h"

#include <array>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenAi)
};

QString usageReport()
{
    return Texts::tr("The usage report");
}

/// One usage endpoint: its path, what it can be grouped by, and the measure that is no token count.
struct UsageKind
{
    const char *path;
    bool byPerson; ///< user_id and api_key_id
    bool byModel;
    bool byTier; ///< batch and service_tier
    bool countsRequests;
    const char *measure; ///< null = tokens only
    const char *unit;
};

// Web and file searches count model requests that the completions endpoint counts too, so theirs are not taken.
constexpr std::array usageKinds{
    UsageKind{"completions", true, true, true, true, nullptr, nullptr},
    UsageKind{"decisions", true, true, true, true, nullptr, nullptr},
    UsageKind{"embeddings", true, true, false, true, nullptr, nullptr},
    UsageKind{"moderations", true, true, false, true, nullptr, nullptr},
    UsageKind{"images", true, true, false, true, "images", "images"},
    UsageKind{"audio_speeches", true, true, false, true, "characters", "characters"},
    UsageKind{"audio_transcriptions", true, true, false, true, "seconds", "seconds"},
    UsageKind{"vector_stores", false, false, false, false, "usage_bytes", "bytes"},
    UsageKind{"code_interpreter_sessions", false, false, false, false, "num_sessions", "sessions"},
    UsageKind{"file_search_calls", true, false, false, false, "num_requests", "calls"},
    UsageKind{"web_search_calls", true, true, false, false, "num_requests", "calls"},
};

/// Reads counts of one row; the first that cannot be read makes the row unreadable.
class Counts
{
public:
    explicit Counts(const QJsonObject &row) : m_row(row) { }

    std::optional<qint64> at(const QString &member)
    {
        const auto count = useFromJson(m_row.value(member));
        m_valid = m_valid && count.has_value();
        return count ? *count : std::nullopt;
    }
    bool valid() const { return m_valid; }

private:
    const QJsonObject &m_row;
    bool m_valid = true;
};

/// OpenAI's input_tokens hold cached and cache-write tokens too; ours are disjoint classes. False when the counts
/// contradict each other.
bool readTokens(Counts &counts, Usage &usage)
{
    const auto input = counts.at(u"input_tokens"_s);
    const auto uncached = counts.at(u"input_uncached_tokens"_s);
    const auto written = counts.at(u"input_cache_write_tokens"_s);
    const auto written30m = counts.at(u"input_cache_write_30m_tokens"_s);
    usage.cacheRead = counts.at(u"input_cached_tokens"_s);
    usage.cacheWrite12h = counts.at(u"input_cache_write_12h_tokens"_s);
    usage.output = counts.at(u"output_tokens"_s);
    // The split by time to live is optional: what it leaves open is counted as the shortest.
    usage.cacheWrite30m = written ? std::optional(*written - usage.cacheWrite12h.value_or(0)) : written30m;
    const qint64 cached
        = usage.cacheRead.value_or(0) + usage.cacheWrite30m.value_or(0) + usage.cacheWrite12h.value_or(0);
    usage.input = uncached ? uncached : input ? std::optional(*input - cached) : std::nullopt;
    const bool adds = !input || !usage.input || *usage.input + cached == *input;
    return adds && usage.input.value_or(0) >= 0 && usage.cacheWrite30m.value_or(0) >= 0;
}

Result<Usage> readUsage(const UsageKind &kind, const OpenAiBucket &bucket, const QJsonObject &row)
{
    Usage usage;
    usage.day = bucket.day;
    usage.periodStart = bucket.start;
    usage.periodEnd = bucket.end;
    usage.at.service = QString::fromLatin1(kind.path);
    usage.at.project = idText(row.value(u"project_id"_s));
    usage.at.user = idText(row.value(u"user_id"_s));
    usage.at.key = idText(row.value(u"api_key_id"_s));
    usage.at.model = idText(row.value(u"model"_s));
    usage.at.tier = row.value(u"batch"_s).toBool() ? u"batch"_s : idText(row.value(u"service_tier"_s));
    Counts counts(row);
    const bool adds = readTokens(counts, usage);
    if (kind.countsRequests)
        usage.requests = counts.at(u"num_model_requests"_s);
    if (kind.measure) {
        usage.quantity = counts.at(QString::fromLatin1(kind.measure));
        usage.unit = QString::fromLatin1(kind.unit);
    }
    if (!counts.valid())
        return failure(Error::Kind::Format, Texts::tr("a count is not a whole number from 0 on."));
    if (!adds)
        return failure(Error::Kind::Format, Texts::tr("its token counts contradict each other."));
    return usage;
}

/// The next endpoint's first page, or nothing after the last.
std::optional<HttpRequest> nextKind(const FetchJob &job, int kind)
{
    return kind + 1 < static_cast<int>(usageKinds.size())
        ? std::optional(openAiUsageRequest(job, kind + 1, true))
        : std::nullopt;
}

} // namespace

HttpRequest openAiUsageRequest(const FetchJob &job, int kind, bool byPerson)
{
    const UsageKind &endpoint = usageKinds.at(static_cast<size_t>(kind));
    QList<QPair<QString, QString>> query{
        {u"start_time"_s, QString::number(dayStart(job.days.from, QTimeZone::utc()))},
        {u"end_time"_s, QString::number(dayStart(job.days.to, QTimeZone::utc()))},
        {u"bucket_width"_s, u"1d"_s},
        {u"limit"_s, u"31"_s}};
    QStringList groups{u"project_id"_s};
    if (endpoint.byPerson && byPerson)
        groups += {u"user_id"_s, u"api_key_id"_s};
    if (endpoint.byModel)
        groups += u"model"_s;
    if (endpoint.byTier)
        groups += {u"batch"_s, u"service_tier"_s};
    for (const QString &group : std::as_const(groups))
        query.append({u"group_by[]"_s, group});
    HttpRequest request = openAiGet(job, u"usage/"_s + QString::fromLatin1(endpoint.path), query);
    request.context.insert(u"kind"_s, kind);
    request.context.insert(u"byPerson"_s, endpoint.byPerson && byPerson);
    return request;
}

Result<Page> parseOpenAiUsage(const FetchJob &job, const HttpReply &reply)
{
    const int kind = reply.request.context.value(u"kind"_s).toInt();
    const UsageKind &endpoint = usageKinds.at(static_cast<size_t>(kind));
    Page page;
    if (reply.status == 400 && reply.request.context.value(u"byPerson"_s).toBool() && isFirstPage(reply)) {
        page.warnings.append(Texts::tr("OpenAI does not tell usage of “%1” by user and key.")
                                 .arg(QString::fromLatin1(endpoint.path)));
        page.next = openAiUsageRequest(job, kind, false);
        return page;
    }
    // Not every organisation has every endpoint; "decisions" is as new as autumn 2026.
    if (reply.status == 404 && kind > 0 && isFirstPage(reply)) {
        page.warnings.append(
            Texts::tr("OpenAI does not offer usage of “%1” here.").arg(QString::fromLatin1(endpoint.path)));
        page.next = nextKind(job, kind);
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(openAiError(reply, job.now));
    const auto object = readReply(reply, usageReport(), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto buckets = openAiBuckets(*object, usageReport());
    if (!buckets)
        return std::unexpected(buckets.error());
    for (const OpenAiBucket &bucket : *buckets) {
        for (const QJsonValue &row : bucket.results) {
            auto usage = readUsage(endpoint, bucket, row.toObject());
            if (!usage) {
                return failure(usage.error().kind,
                               Texts::tr("%1 has a row that cannot be read (%2, %3): %4")
                                   .arg(usageReport(), QString::fromLatin1(endpoint.path),
                                        bucket.day.toString(Qt::ISODate), usage.error().detail));
            }
            page.records.usage.append(*std::move(usage));
        }
    }
    const QString token = nextToken(*object);
    if (!token.isEmpty()) {
        const auto next = nextPage(reply.request, u"page"_s, token);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    } else {
        page.next = nextKind(job, kind);
    }
    return page;
}

} // namespace Costglass
