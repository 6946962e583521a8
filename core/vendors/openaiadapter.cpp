// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openaiadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenAi)
};

QString adminKeyRemedy()
{
    return Texts::tr(
        "Make an admin key at platform.openai.com → Settings → Organization → Admin keys with the permission "
        "to read usage; your history stays.");
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
    const bool scope = reply.status == 403 || reply.body.contains("Missing scopes");
    if (scope && (reply.status == 401 || reply.status == 403)) {
        error.kind = Error::Kind::Permission;
        error.detail = Texts::tr("This key cannot read costs.");
        error.remedy = adminKeyRemedy();
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
        if (!start || !end || !*start)
            return failure(
                Error::Kind::Format,
                Texts::tr("%1 has a day without its time (entry %2).").arg(what).arg(buckets.size() + 1));
        // Older replies named the list in the singular.
        const QString member = object.contains(u"results"_s) ? u"results"_s : u"result"_s;
        const auto results = arrayOf(object, member, what);
        if (!results)
            return std::unexpected(results.error());
        constexpr qint64 DaySeconds = 24 * 3600;
        buckets.append(
            {dayOf(**start, QTimeZone::utc()), **start, end->value_or(**start + DaySeconds), *results});
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
    // One day of costs is free and proves the very scope that all else needs.
    const qint64 today = dayStart(dayOf(job.now, QTimeZone::utc()), QTimeZone::utc());
    return openAiGet(job, u"costs"_s, {{u"start_time"_s, QString::number(today)}, {u"limit"_s, u"1"_s}});
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
            "An admin key may also change the organization. One with read permissions only is safer.")}};
}

} // namespace Costglass
