// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openaiadapter.h"

#include "vendors/reply.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenAi)
};

/// The scopes that a refusal names, "api.usage.read"; null when it speaks of something else than scopes.
QString missingScopes(const HttpReply &reply)
{
    static const QRegularExpression scopes(u"Missing scopes: ([\\w.]*\\w(?:, ?[\\w.]*\\w)*)"_s);
    const auto match = scopes.match(errorText(reply, {u"message"_s}));
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

const VendorInfo &OpenAiAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"openai"_s;
        vendor.name = u"OpenAI"_s;
        vendor.colour = u"#0072B2"_s;
        vendor.baseUrl = QUrl(u"https://api.openai.com/v1"_s);
        vendor.secretLabel = Texts::tr("Admin key");
        vendor.secretHint = u"sk-admin-…"_s;
        vendor.keySteps
            = Texts::tr("Costs are only visible to an admin key. An owner of the organization makes one at "
                        "platform.openai.com → Settings → Organization → Admin keys.");
        vendor.keyPage = QUrl(u"https://platform.openai.com/settings/organization/admin-keys"_s);
        vendor.leastScope
            = Texts::tr("Usage: read (api.usage.read). For names also: projects and users, read.");
        vendor.feeds = {Feed::Names, Feed::Costs, Feed::Usage};
        vendor.tools = {
            {u"vector_stores"_s, u"Vector storage"_s, u"File search / vector store storage"_s},
            {u"code_interpreter_sessions"_s, u"Code interpreter sessions"_s,
             u"Code interpreter / hosted shell container 1 GB"_s},
            {u"file_search_calls"_s, u"File search tool calls"_s, u"File search call (Responses API only)"_s},
            {u"web_search_calls"_s, u"Web search tool calls"_s, u"Web search (web_search, all models)"_s}};
        vendor.dataLagHours = 8;
        vendor.trailingDays = 3; // the day under way keeps growing and the last ones are still corrected
        vendor.pollMinutes = 60;
        return vendor;
    }();
    return info;
}

HttpRequest openAiGet(const FetchJob &job, const QString &path, const QList<QPair<QString, QString>> &query)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/organization/"_s + path, query);
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

Error openAiError(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    // A key of a project is answered 403, by some deployments 401, with the scope that it lacks.
    const QString scopes = missingScopes(reply);
    if (!scopes.isNull() && (reply.status == 401 || reply.status == 403)) {
        error.kind = Error::Kind::Permission;
        error.detail = Texts::tr("This key cannot read costs: it lacks the scope %1.").arg(scopes);
        error.remedy = Texts::tr("A project's key never can. Make an admin key at platform.openai.com → "
                                 "Settings → Organization → Admin keys with the permission to read usage; "
                                 "your history stays.");
    } else if (reply.status == 403) {
        error.remedy = Texts::tr("If the key is not an admin key (sk-admin-…), make one at "
                                 "platform.openai.com → Settings → Organization → Admin keys; your history "
                                 "stays.");
    } else if (reply.status == 429 && errorText(reply, {u"code"_s}) == u"insufficient_quota") {
        error.remedy
            = Texts::tr("Waiting does not help: the organization's credit or limit is used up. Raise it "
                        "at platform.openai.com → Settings → Organization → Billing; your history "
                        "stays.");
    } else if (error.kind == Error::Kind::Auth) {
        error.remedy = Texts::tr("Check that the whole admin key was pasted (sk-admin-…) and that it was not "
                                 "revoked; your history stays.");
    }
    return error;
}

Result<QList<OpenAiBucket>> openAiBuckets(const QJsonObject &page, const QString &what)
{
    const auto data = arrayOf(page, u"data"_s, what);
    if (!data)
        return std::unexpected(data.error());
    QList<OpenAiBucket> buckets;
    for (const QJsonValue &value : *data) {
        const QJsonObject object = value.toObject();
        const auto start = countFromJson(object.value(u"start_time"_s));
        const auto end = countFromJson(object.value(u"end_time"_s));
        const QDate day = start && *start ? dayOf(**start, QTimeZone::utc()) : QDate();
        if (!day.isValid() || !end)
            return failure(
                Error::Kind::Format,
                Texts::tr("%1 has a day without its time (entry %2).").arg(what).arg(buckets.size() + 1));
        // Older replies named the list in the singular.
        const QString member = object.contains(u"results"_s) ? u"results"_s : u"result"_s;
        const auto results = arrayOf(object, member, what);
        if (!results)
            return std::unexpected(results.error());
        constexpr qint64 DaySeconds = 24 * 3600;
        buckets.append({day, **start, end->value_or(**start + DaySeconds), *results});
    }
    return buckets;
}

HttpRequest OpenAiAdapter::firstRequest(const FetchJob &job) const
{
    switch (job.feed) {
    case Feed::Costs:
        return openAiCostsRequest(job, true);
    case Feed::Usage:
        return openAiUsageRequest(job, 0, true);
    case Feed::Names:
    case Feed::Balance:
    case Feed::Prices:
    case Feed::FxRates:
        return openAiNamesRequest(job);
    }
    Q_UNREACHABLE();
}

Result<Page> OpenAiAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    switch (job.feed) {
    case Feed::Costs:
        return parseOpenAiCosts(job, reply);
    case Feed::Usage:
        return parseOpenAiUsage(job, reply);
    case Feed::Names:
    case Feed::Balance:
    case Feed::Prices:
    case Feed::FxRates:
        return parseOpenAiNames(job, reply);
    }
    Q_UNREACHABLE();
}

HttpRequest OpenAiAdapter::checkRequest(const FetchJob &job) const
{
    // One day of costs is free and proves the very scope that all else needs. Yesterday's: a clock that is ahead would
    // ask for a day that has not begun.
    const QDate yesterday = dayOf(job.now, QTimeZone::utc()).addDays(-1);
    return openAiGet(
        job, u"costs"_s,
        {{u"start_time"_s, QString::number(dayStart(yesterday, QTimeZone::utc()))}, {u"limit"_s, u"1"_s}});
}

Result<KeyCheck> OpenAiAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    if (reply.status != 200)
        return std::unexpected(openAiError(reply, job.now));
    const auto page = readReply(reply, Texts::tr("The cost report"), job.now);
    if (!page)
        return std::unexpected(page.error());
    const auto buckets = openAiBuckets(*page, Texts::tr("The cost report"));
    if (!buckets)
        return std::unexpected(buckets.error());
    return KeyCheck{
        Texts::tr("The key works: it reads the organization's costs."),
        {Texts::tr(
            "An admin key may also change the organization. One with read permissions only is safer.")},
        {}};
}

} // namespace Costglass
