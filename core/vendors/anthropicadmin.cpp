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

QString report()
{
    return Texts::tr("The cost and usage report");
}

struct Bucket
{
    QDate day;
    qint64 start = 0;
    qint64 end = 0;
};

Result<Charge> readCharge(const Bucket &bucket, const QJsonObject &row)
{
    const auto currency = Currency::fromCode(row.value(u"currency"_s).toString(u"USD"_s));
    if (!currency)
        return std::unexpected(currency.error());
    const auto amount = moneyFromJson(row.value(u"amount"_s), *currency, -2); // cents, as a decimal string
    if (!amount)
        return std::unexpected(amount.error());
    Charge charge;
    charge.day = bucket.day;
    charge.periodStart = bucket.start;
    charge.periodEnd = bucket.end;
    charge.at.service = idText(row.value(u"cost_type"_s));
    charge.at.model = idText(row.value(u"model"_s));
    charge.at.project = idText(row.value(u"workspace_id"_s));
    charge.at.tier = idText(row.value(u"service_tier"_s));
    charge.at.region = idText(row.value(u"inference_geo"_s));
    charge.description = idText(row.value(u"description"_s));
    charge.meter = idText(row.value(u"token_type"_s));
    charge.cost = *amount;
    if (charge.cost.isNegative())
        charge.category = ChargeCategory::Adjustment;
    return charge;
}

Result<void> readInto(const FetchJob &job, const Bucket &bucket, const QJsonObject &row, Records &records)
{
    if (job.feed == Feed::Costs) {
        auto charge = readCharge(bucket, row);
        if (!charge)
            return std::unexpected(charge.error());
        records.charges.append(*std::move(charge));
        return {};
    }
    Dimensions at;
    at.model = idText(row.value(u"model"_s));
    at.project = idText(row.value(u"workspace_id"_s));
    at.key = idText(row.value(u"api_key_id"_s));
    at.tier = idText(row.value(u"service_tier"_s));
    at.region = idText(row.value(u"inference_geo"_s));
    const auto usage = anthropicUsage(row, bucket.day, bucket.start, bucket.end, at);
    if (!usage)
        return std::unexpected(usage.error());
    const auto searches = anthropicSearches(row, *usage);
    if (!searches)
        return std::unexpected(searches.error());
    records.usage.append(*usage);
    if (*searches)
        records.usage.append(**searches);
    return {};
}

Result<void> readBucket(const FetchJob &job, const QJsonObject &object, Records &records)
{
    const auto start = parseRfc3339(object.value(u"starting_at"_s).toString());
    const auto end = parseRfc3339(object.value(u"ending_at"_s).toString());
    if (!start || !end)
        return std::unexpected(start ? end.error() : start.error());
    const auto results = arrayOf(object, u"results"_s, report());
    if (!results)
        return std::unexpected(results.error());
    const Bucket bucket{dayOf(*start, QTimeZone::utc()), *start, *end};
    for (const QJsonValue &row : *results) {
        const auto read = readInto(job, bucket, row.toObject(), records);
        if (!read) {
            return failure(read.error().kind,
                           Texts::tr("%1 has a row that cannot be read (%2): %3")
                               .arg(report(), bucket.day.toString(Qt::ISODate), read.error().detail));
        }
    }
    return {};
}

} // namespace

HttpRequest anthropicAdminRequest(const FetchJob &job, const DateRange &days)
{
    // Bounds must be midnights with a whole day between: a shorter range is refused.
    QList<QPair<QString, QString>> query{{u"starting_at"_s, anthropicTime(days.from)},
                                         {u"ending_at"_s, anthropicTime(days.to)},
                                         {u"bucket_width"_s, u"1d"_s},
                                         {u"limit"_s, u"31"_s}};
    const bool costs = job.feed == Feed::Costs;
    const QStringList groups = costs
        ? QStringList{u"workspace_id"_s, u"description"_s}
        : QStringList{u"api_key_id"_s, u"workspace_id"_s, u"model"_s, u"service_tier"_s, u"inference_geo"_s};
    for (const QString &group : groups)
        query.append({u"group_by[]"_s, group});
    return anthropicGet(job, AnthropicFamily::Admin, costs ? u"cost_report"_s : u"usage_report/messages"_s,
                        query);
}

HttpRequest anthropicOlderRequest(const FetchJob &job, const DateRange &days)
{
    HttpRequest request = anthropicAdminRequest(job, days);
    request.context.insert(u"older"_s, true);
    return request;
}

Result<Page> parseAnthropicAdmin(const FetchJob &job, const HttpReply &reply)
{
    const bool older = reply.request.context.value(u"older"_s).toBool();
    if (older && isFirstPage(reply) && anthropicLacksReport(reply)) {
        Page none;
        none.warnings.append(Texts::tr("Anthropic does not tell this organization's figures before %1.")
                                 .arg(anthropicAnalyticsFloor(job.now).toString(Qt::ISODate)));
        return none;
    }
    if (reply.status != 200)
        return std::unexpected(anthropicError(reply, job.now));
    const auto object = readReply(reply, report(), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto data = arrayOf(*object, u"data"_s, report());
    if (!data)
        return std::unexpected(data.error());
    Page page;
    for (const QJsonValue &bucket : *data) {
        const auto read = readBucket(job, bucket.toObject(), page.records);
        if (!read)
            return std::unexpected(read.error());
    }
    const QString token = nextToken(*object);
    if (!token.isEmpty()) {
        const auto next = nextPage(reply.request, u"page"_s, token);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    }
    return page;
}

} // namespace Costglass
