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
    return Texts::tr("The analytics report");
}

/// One request spans 31 days at most.
constexpr int LongestSpan = 31;

struct Row
{
    QDate day;
    qint64 start = 0;
    qint64 end = 0;
    QJsonObject group;
    Dimensions at;
};

Result<Row> readRow(const QJsonObject &object)
{
    const auto start = parseRfc3339(object.value(u"starting_at"_s).toString());
    const auto end = parseRfc3339(object.value(u"ending_at"_s).toString());
    if (!start || !end)
        return std::unexpected(start ? end.error() : start.error());
    Row row;
    row.start = *start;
    row.end = *end;
    row.day = dayOf(*start, QTimeZone::utc());
    row.group = object.value(u"group"_s).toObject();
    row.at.model = idText(row.group.value(u"model"_s));
    row.at.project = idText(row.group.value(u"workspace_id"_s));
    row.at.key = idText(row.group.value(u"api_key_id"_s));
    row.at.tier = idText(row.group.value(u"service_tier"_s));
    row.at.region = idText(row.group.value(u"inference_geo"_s));
    return row;
}

Result<Charge> readCharge(const Row &row, const QJsonObject &cost)
{
    const auto currency = Currency::fromCode(cost.value(u"currency"_s).toString(u"USD"_s));
    if (!currency)
        return std::unexpected(currency.error());
    // Both amounts are decimal strings in cents.
    const auto amount = moneyFromJson(cost.value(u"amount"_s), *currency, -2);
    if (!amount)
        return std::unexpected(amount.error());
    Charge charge;
    charge.day = row.day;
    charge.periodStart = row.start;
    charge.periodEnd = row.end;
    charge.at = row.at;
    charge.at.service = idText(row.group.value(u"cost_type"_s));
    charge.meter = idText(row.group.value(u"token_type"_s));
    charge.cost = *amount;
    const auto list = moneyFromJson(cost.value(u"list_amount"_s), *currency, -2);
    if (list)
        charge.list = *list;
    if (charge.cost.isNegative())
        charge.category = ChargeCategory::Adjustment;
    return charge;
}

Result<void> readInto(const FetchJob &job, const QJsonObject &object, Records &records)
{
    const auto row = readRow(object);
    if (!row)
        return std::unexpected(row.error());
    if (job.feed == Feed::Costs) {
        auto charge = readCharge(*row, object.value(u"cost"_s).toObject());
        if (!charge)
            return std::unexpected(charge.error());
        records.charges.append(*std::move(charge));
        return {};
    }
    const QJsonObject counts = object.value(u"usage"_s).toObject();
    const auto usage = anthropicUsage(counts, row->day, row->start, row->end, row->at);
    if (!usage)
        return std::unexpected(usage.error());
    const auto searches = anthropicSearches(counts, *usage);
    if (!searches)
        return std::unexpected(searches.error());
    records.usage.append(*usage);
    if (*searches)
        records.usage.append(**searches);
    return {};
}

/// What follows when a span has been read: the next span, or the days that only the admin family holds.
std::optional<HttpRequest> afterSpan(const FetchJob &job, QDate read)
{
    if (read < job.days.to)
        return anthropicAnalyticsRequest(job, {read, job.days.to});
    const DateRange older{job.days.from, std::min(job.days.to, anthropicAnalyticsFloor(job.now))};
    return older.isEmpty() ? std::nullopt : std::optional(anthropicOlderRequest(job, older));
}

} // namespace

HttpRequest anthropicAnalyticsRequest(const FetchJob &job, const DateRange &days)
{
    const QDate end = std::min(days.to, days.from.addDays(LongestSpan));
    QList<QPair<QString, QString>> query{{u"starting_at"_s, anthropicTime(days.from)},
                                         {u"ending_at"_s, anthropicTime(end)},
                                         {u"time_bucket_width"_s, u"1d"_s}};
    QStringList groups{u"model"_s, u"workspace_id"_s, u"api_key_id"_s, u"service_tier"_s, u"inference_geo"_s};
    const bool costs = job.feed == Feed::Costs;
    if (costs)
        groups += {u"cost_type"_s, u"token_type"_s};
    for (const QString &group : std::as_const(groups))
        query.append({u"group_by[]"_s, group});
    query.append({{u"limit"_s, u"1000"_s}, {u"order_by"_s, u"time"_s}, {u"order"_s, u"asc"_s}});
    HttpRequest request = anthropicGet(job, AnthropicFamily::Analytics,
                                       costs ? u"analytics/cost"_s : u"analytics/usage"_s, query);
    request.context.insert(u"spanEnd"_s, end);
    return request;
}

Result<Page> parseAnthropicAnalytics(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    // An organisation without this API answers 403 or 404, or 400 with its own code: the older reports serve it,
    // from the start, so that no day is told twice.
    if (reply.request.context.value(u"first"_s).toBool() && anthropicLacksReport(reply)) {
        page.next = anthropicAdminRequest(job, job.days);
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(anthropicError(reply, job.now));
    const auto object = readReply(reply, report(), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto data = arrayOf(*object, u"data"_s, report());
    if (!data)
        return std::unexpected(data.error());
    for (qsizetype i = 0; i < data->size(); ++i) {
        const auto read = readInto(job, data->at(i).toObject(), page.records);
        if (!read) {
            return failure(read.error().kind,
                           Texts::tr("%1 has a row that cannot be read (entry %2): %3")
                               .arg(report())
                               .arg(i + 1)
                               .arg(read.error().detail));
        }
    }
    const auto refreshed = parseRfc3339(object->value(u"data_refreshed_at"_s).toString());
    if (refreshed)
        page.completeTo = *refreshed;
    const QString token = nextToken(*object);
    if (!token.isEmpty()) {
        const auto next = nextPage(reply.request, u"page"_s, token);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
        page.next->context.remove(u"first"_s);
    } else {
        page.next = afterSpan(job, reply.request.context.value(u"spanEnd"_s).toDate());
    }
    return page;
}

} // namespace Costglass
