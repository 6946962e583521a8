// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/anthropicadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Anthropic)
};

/// Yesterday's costs.
FetchJob checkJob(FetchJob job)
{
    const QDate today = dayOf(job.now, QTimeZone::utc());
    job.feed = Feed::Costs;
    job.days = {today.addDays(-1), today};
    return job;
}

} // namespace

const VendorInfo &AnthropicAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"anthropic"_s;
        vendor.name = u"Anthropic"_s;
        vendor.colour = u"#D55E00"_s;
        vendor.baseUrl = QUrl(u"https://api.anthropic.com"_s);
        vendor.secretLabel = Texts::tr("Admin key");
        vendor.secretHint = u"sk-ant-admin01-…"_s;
        vendor.keySteps = Texts::tr(
            "Costs are only visible to an admin key. An admin of the organization makes one in the Claude "
            "Console → Settings → Admin keys. Individual accounts cannot have one.");
        vendor.keyPage = QUrl(u"https://console.anthropic.com/settings/admin-keys"_s);
        vendor.leastScope = Texts::tr(
            "An admin key of the organization. A Claude Enterprise key needs the scope read:analytics.");
        vendor.feeds = {Feed::Names, Feed::Costs, Feed::Usage};
        vendor.tools = {{u"web_search"_s, u"web_search"_s, u"Web search"_s}};
        vendor.dataLagHours = 4;
        // Late events and reconciliation move figures for about 30 days; the window costs one request a month.
        vendor.trailingDays = 30;
        vendor.pollMinutes = 120; // the analytics export is refreshed about every four hours
        return vendor;
    }();
    return info;
}

HttpRequest anthropicGet(const FetchJob &job, AnthropicFamily family, const QString &path,
                         const QList<QPair<QString, QString>> &query)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/v1/organizations/"_s + path, query);
    request.auth = {Auth::Scheme::Header, "x-api-key"};
    const bool analytics = family == AnthropicFamily::Analytics;
    request.headers.emplace_back("anthropic-version", analytics ? "2026-10-21" : "2023-06-01");
    if (analytics)
        request.headers.emplace_back("anthropic-beta", "analytics-usage-cost-2026-08-24");
    request.context.insert(u"family"_s, analytics ? u"analytics"_s : u"admin"_s);
    return request;
}

Error anthropicError(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    const QString code = errorText(reply, {u"details"_s, u"error_code"_s});
    if (code == u"organization_on_hold") {
        error.kind = Error::Kind::Permission;
        error.remedy
            = Texts::tr("Anthropic has put the organization on hold. See the Claude Console → Settings → "
                        "Billing; your history stays.");
    } else if (reply.status == 401 || reply.status == 403) {
        error.remedy
            = Texts::tr("Make an admin key (sk-ant-admin01-…) in the Claude Console → Settings → Admin "
                        "keys; a workspace's key cannot read costs. In Claude Enterprise the primary "
                        "owner makes a key with the scope read:analytics. Your history stays.");
    }
    if (reply.status == 529)
        error.detail = Texts::tr("Anthropic is overloaded.");
    return error;
}

bool anthropicLacksReport(const HttpReply &reply)
{
    const QString code = errorText(reply, {u"details"_s, u"error_code"_s});
    if (code == u"organization_on_hold")
        return false;
    return reply.status == 403 || reply.status == 404
        || (reply.status == 400 && code == u"organization_type_not_supported");
}

QDate anthropicAnalyticsFloor(qint64 now)
{
    // 365 days to the second, less a day for clocks that differ.
    const QDate yearAgo = dayOf(now, QTimeZone::utc()).addDays(-363);
    return std::max(QDate(2026, 1, 1), yearAgo);
}

QString anthropicTime(QDate day)
{
    return toRfc3339(dayStart(day, QTimeZone::utc()));
}

Result<Usage> anthropicUsage(const QJsonObject &counts, const QDate &day, qint64 start, qint64 end,
                             const Dimensions &at)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = start;
    usage.periodEnd = end;
    usage.at = at;
    usage.at.service = u"messages"_s;
    const QJsonObject written = counts.value(u"cache_creation"_s).toObject();
    const QList<QPair<std::optional<qint64> *, QJsonValue>> fields{
        {&usage.input, counts.value(u"uncached_input_tokens"_s)},
        {&usage.cacheRead, counts.value(u"cache_read_input_tokens"_s)},
        {&usage.cacheWrite5m, written.value(u"ephemeral_5m_input_tokens"_s)},
        {&usage.cacheWrite1h, written.value(u"ephemeral_1h_input_tokens"_s)},
        {&usage.output, counts.value(u"output_tokens"_s)},
        {&usage.requests, counts.value(u"requests"_s)},
    };
    for (const auto &[field, value] : fields) {
        const auto count = useFromJson(value);
        if (!count)
            return std::unexpected(count.error());
        *field = *count;
    }
    return usage;
}

Result<std::optional<Usage>> anthropicSearches(const QJsonObject &counts, const Usage &tokens)
{
    const auto searches
        = useFromJson(counts.value(u"server_tool_use"_s).toObject().value(u"web_search_requests"_s));
    if (!searches)
        return std::unexpected(searches.error());
    if (searches->value_or(0) == 0)
        return std::nullopt;
    Usage usage;
    usage.day = tokens.day;
    usage.periodStart = tokens.periodStart;
    usage.periodEnd = tokens.periodEnd;
    usage.at = tokens.at;
    usage.at.service = u"web_search"_s;
    usage.quantity = *searches;
    usage.unit = u"calls"_s;
    return usage;
}

HttpRequest AnthropicAdapter::firstRequest(const FetchJob &job) const
{
    if (job.feed != Feed::Costs && job.feed != Feed::Usage)
        return anthropicNamesRequest(job);
    const DateRange recent{std::max(job.days.from, anthropicAnalyticsFloor(job.now)), job.days.to};
    if (recent.isEmpty())
        return anthropicOlderRequest(job, job.days);
    HttpRequest request = anthropicAnalyticsRequest(job, recent);
    request.context.insert(u"first"_s, true);
    return request;
}

Result<Page> AnthropicAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    if (job.feed != Feed::Costs && job.feed != Feed::Usage)
        return parseAnthropicNames(job, reply);
    return reply.request.context.value(u"family"_s) == u"admin"_s ? parseAnthropicAdmin(job, reply)
                                                                  : parseAnthropicAnalytics(job, reply);
}

HttpRequest AnthropicAdapter::checkRequest(const FetchJob &job) const
{
    // "me" would prove the key but not that it reads reports; yesterday's costs prove both and are free.
    return anthropicAnalyticsRequest(checkJob(job), checkJob(job).days);
}

Result<KeyCheck> AnthropicAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const bool analytics = reply.request.context.value(u"family"_s) == u"analytics"_s;
    if (analytics && anthropicLacksReport(reply))
        return KeyCheck{{}, {}, anthropicAdminRequest(checkJob(job), checkJob(job).days)};
    if (reply.status != 200)
        return std::unexpected(anthropicError(reply, job.now));
    const QString what = Texts::tr("The cost report");
    const auto object = readReply(reply, what, job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto data = arrayOf(*object, u"data"_s, what);
    if (!data)
        return std::unexpected(data.error());
    return KeyCheck{
        Texts::tr("The key works: it reads the organization's costs."),
        {Texts::tr("An admin key may also change the organization. Keep it as you keep a password.")},
        {}};
}

} // namespace Costglass
