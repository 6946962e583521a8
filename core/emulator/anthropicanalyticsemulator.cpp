// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/anthropicemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySeconds = 24 * 3600;

const QStringList &dimensions()
{
    static const QStringList all{u"actor"_s,
                                 u"actor_type"_s,
                                 u"agent_id"_s,
                                 u"api_key_id"_s,
                                 u"claude_tag_category"_s,
                                 u"claude_tag_user_id"_s,
                                 u"context_window"_s,
                                 u"deployment_id"_s,
                                 u"environment_id"_s,
                                 u"inference_geo"_s,
                                 u"model"_s,
                                 u"organization_id"_s,
                                 u"product"_s,
                                 u"rbac_group_id"_s,
                                 u"service_tier"_s,
                                 u"session_id"_s,
                                 u"slack_channel_id"_s,
                                 u"speed"_s,
                                 u"user_profile_id"_s,
                                 u"workspace_id"_s};
    return all;
}

const QStringList &costDimensions()
{
    static const QStringList only{u"cost_type"_s, u"token_type"_s};
    return only;
}

/// Filters are arrays named after their dimension; an empty entry matches "none".
bool filteredOut(const Params &params, const AnthropicRow &row)
{
    const QList<QPair<QString, QString>> filters{{u"models"_s, u"model"_s},
                                                 {u"workspace_ids"_s, u"workspace_id"_s},
                                                 {u"api_key_ids"_s, u"api_key_id"_s},
                                                 {u"service_tiers"_s, u"service_tier"_s},
                                                 {u"inference_geos"_s, u"inference_geo"_s},
                                                 {u"context_windows"_s, u"context_window"_s},
                                                 {u"products"_s, u"product"_s},
                                                 {u"speeds"_s, u"speed"_s}};
    for (const auto &[name, group] : filters) {
        if (params.has(name) && !params.values(name).contains(anthropicGroupValue(row, group).toString()))
            return true;
    }
    return false;
}

QJsonObject groupObject(const AnthropicRow &row, const QStringList &groups, bool costs)
{
    QJsonObject group;
    for (const QString &name : costs ? dimensions() + costDimensions() : dimensions())
        group.insert(name, groups.contains(name) ? anthropicGroupValue(row, name) : QJsonValue());
    return group;
}

/// What is wrong with the filters whose values are enumerated; null when nothing is.
QString filterProblem(const Params &params)
{
    static const QMap<QString, QStringList> allowed{
        {u"actor_types"_s,
         {u"api_actor"_s, u"federated_actor"_s, u"service_account_actor"_s, u"user_actor"_s}},
        {u"context_windows"_s, {u"0-200k"_s, u"200k-1M"_s}},
        {u"inference_geos"_s, {u"global"_s, u"us"_s, u"not_available"_s}},
        {u"products"_s,
         {u"chat"_s, u"chat_cowork_unified"_s, u"claude_code"_s, u"claude_console"_s, u"claude_design"_s,
          u"claude_in_chrome"_s, u"claude_tag"_s, u"cowork"_s, u"managed_agents_api"_s,
          u"message_batches_api"_s, u"messages_api"_s, u"office_agent"_s}},
        {u"service_tiers"_s,
         {u"batch"_s, u"flex"_s, u"flex_discount"_s, u"priority"_s, u"priority_on_demand"_s, u"standard"_s}},
        {u"speeds"_s, {u"fast"_s, u"standard"_s}}};
    for (auto it = allowed.cbegin(); it != allowed.cend(); ++it) {
        for (const QString &value : params.values(it.key())) {
            if (!it->contains(value))
                return u"%1: \"%2\" is not one of %3"_s.arg(it.key(), value, it->join(u", "_s));
        }
    }
    constexpr qsizetype MostEntries = 100;
    for (const QString &name : {u"actor_ids"_s, u"api_key_ids"_s, u"models"_s, u"workspace_ids"_s}) {
        if (params.values(name).size() > MostEntries)
            return u"%1: at most 100 entries are allowed"_s.arg(name);
    }
    const bool byActor = params.values(u"group_by"_s).contains(u"actor"_s);
    return params.has(u"exclude_deleted_users"_s) && !byActor
        ? u"exclude_deleted_users: requires group_by[]=actor"_s
        : QString();
}

QJsonObject rowObject(const AnthropicRow &row, const QStringList &groups, bool costs)
{
    QJsonObject object{{u"starting_at"_s, toRfc3339(row.start)},
                       {u"ending_at"_s, toRfc3339(row.end)},
                       {u"group"_s, groupObject(row, groups, costs)}};
    if (costs) {
        const bool fanned = groups.contains(u"cost_type"_s) || groups.contains(u"token_type"_s);
        object.insert(u"cost"_s,
                      QJsonObject{{u"amount"_s, anthropicCents(row.nanos)},
                                  {u"currency"_s, u"USD"_s},
                                  {u"list_amount"_s, anthropicCents(row.nanos)},
                                  {u"requests"_s, fanned ? QJsonValue() : QJsonValue(row.use.requests)}});
        return object;
    }
    QJsonObject counts = anthropicCounts(row);
    counts.insert(u"total_tokens"_s, row.use.input + row.use.cacheRead + row.use.cacheWrite + row.use.output);
    counts.insert(u"requests"_s, row.use.requests);
    object.insert(u"usage"_s, counts);
    return object;
}

struct Asked
{
    qint64 start = 0;
    qint64 end = 0;
    bool bucketed = false;
    qint64 width = DaySeconds;
    int limit = 20;
    qint64 offset = 0;
    bool descending = true;
    bool byTime = false;
    QStringList groups;
    QStringList rowGroups; ///< groups without those that fan a row out
    QString problem;
};

void readRange(const Params &params, qint64 now, Asked &asked)
{
    const auto start = parseRfc3339(params.value(u"starting_at"_s));
    if (!start) {
        asked.problem = params.has(u"starting_at"_s) ? u"starting_at: Input should be a valid datetime"_s
                                                     : u"starting_at: Field required"_s;
        return;
    }
    asked.start = *start;
    asked.bucketed = params.has(u"time_bucket_width"_s);
    asked.end = qMin(now, *start + 31 * DaySeconds);
    if (params.has(u"ending_at"_s)) {
        const auto end = parseRfc3339(params.value(u"ending_at"_s));
        asked.end = end ? *end : 0;
    } else if (asked.bucketed) {
        asked.problem = u"ending_at: is required when time_bucket_width is set"_s;
    }
    const qint64 floor = QDate(2026, 1, 1).startOfDay(Qt::UTC).toSecsSinceEpoch();
    if (asked.start < floor || asked.start < now - 365 * DaySeconds)
        asked.problem
            = u"starting_at: must be within the last 365 days and not before 2026-01-01T00:00:00Z"_s;
    else if (asked.end <= asked.start)
        asked.problem = u"ending_at: must be after starting_at"_s;
    else if (asked.end - asked.start > 31 * DaySeconds)
        asked.problem = u"The range between starting_at and ending_at must not exceed 31 days"_s;
    const QString width = params.value(u"time_bucket_width"_s);
    asked.width = width == u"1h" ? 3600 : width == u"1m" ? 60 : DaySeconds;
    if (asked.bucketed && !QStringList{u"1d"_s, u"1h"_s, u"1m"_s}.contains(width))
        asked.problem = u"time_bucket_width: must be one of 1d, 1h, 1m"_s;
    else if (width == u"1m" && asked.end - asked.start > DaySeconds)
        asked.problem = u"The range must not exceed 24 hours with time_bucket_width 1m"_s;
}

void readShape(const Params &params, bool costs, Asked &asked)
{
    int counted = 0;
    for (const QString &group : params.values(u"group_by"_s)) {
        const bool free = costs && costDimensions().contains(group);
        if (!free && !dimensions().contains(group))
            asked.problem = u"group_by: \"%1\" is not a valid dimension"_s.arg(group);
        counted += free ? 0 : 1;
        asked.groups.append(group);
        if (!free)
            asked.rowGroups.append(group);
    }
    if (counted > 5)
        asked.problem = u"group_by: at most 5 dimensions are allowed"_s;
    bool valid = true;
    if (params.has(u"limit"_s))
        asked.limit = params.value(u"limit"_s).toInt(&valid);
    if (!valid || asked.limit < 1 || asked.limit > 1000)
        asked.problem = u"limit: must be between 1 and 1000"_s;
    const QString order = params.has(u"order"_s) ? params.value(u"order"_s) : u"desc"_s;
    if (order != u"asc" && order != u"desc")
        asked.problem = u"order: must be asc or desc"_s;
    asked.descending = order == u"desc";
    const QStringList orders = costs ? QStringList{u"amount"_s, u"list_amount"_s, u"time"_s}
                                     : QStringList{u"total_tokens"_s, u"output_tokens"_s,
                                                   u"uncached_input_tokens"_s, u"requests"_s, u"time"_s};
    const QString orderBy = params.has(u"order_by"_s) ? params.value(u"order_by"_s) : orders.first();
    if (!orders.contains(orderBy))
        asked.problem = u"order_by: must be one of %1"_s.arg(orders.join(u", "_s));
    asked.byTime = orderBy == u"time" && asked.bucketed;
    if (params.has(u"page"_s)) {
        const auto position = pagePosition(params.value(u"page"_s));
        if (!position)
            asked.problem = u"page: invalid page token"_s;
        asked.offset = position.value_or(0);
    }
}

QList<AnthropicRow> rowsOf(const World &world, const Params &params, const Asked &asked, bool costs)
{
    QList<AnthropicRow> rows;
    for (qint64 start = asked.start - asked.start % DaySeconds; start < asked.end; start += DaySeconds)
        rows += anthropicRows(world, start, costs);
    rows.removeIf([&params](const AnthropicRow &row) { return filteredOut(params, row); });
    // The world knows days: narrower buckets hold a day's use in its first one.
    for (AnthropicRow &row : rows) {
        row.start = asked.bucketed ? row.start : asked.start - asked.start % 3600;
        row.end = asked.bucketed ? row.start + asked.width : asked.end - asked.end % 3600;
    }
    rows.removeIf([&asked](const AnthropicRow &row) { return row.end <= asked.start; });
    return rows;
}

/// One row for each group in the order that was asked for: pages are cut between these.
QList<AnthropicRow> ordered(const QList<AnthropicRow> &all, const Asked &asked, bool costs)
{
    QList<AnthropicRow> rows = anthropicGrouped(all, asked.rowGroups);
    const auto weight = [costs](const AnthropicRow &row) {
        return costs ? row.nanos : row.use.input + row.use.cacheRead + row.use.cacheWrite + row.use.output;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const AnthropicRow &a, const AnthropicRow &b) {
        const qint64 left = asked.byTime ? a.start : weight(a);
        const qint64 right = asked.byTime ? b.start : weight(b);
        return asked.descending ? left > right : left < right;
    });
    return rows;
}

} // namespace

HttpReply AnthropicEmulator::analytics(const HttpRequest &request, bool costs) const
{
    if (!headerOf(request, "anthropic-beta")
             .replace(" ", "")
             .split(',')
             .contains("analytics-usage-cost-2026-08-24"))
        return invalid(
            request, u"anthropic-beta: this endpoint requires the header analytics-usage-cost-2026-08-24"_s);
    const Params params(request.url);
    Asked asked;
    readRange(params, m_world.now(), asked);
    readShape(params, costs, asked);
    if (asked.problem.isEmpty())
        asked.problem = filterProblem(params);
    if (!asked.problem.isEmpty())
        return invalid(request, asked.problem);
    const QList<AnthropicRow> parts = rowsOf(m_world, params, asked, costs);
    const QList<AnthropicRow> rows = ordered(parts, asked, costs);
    QHash<QString, QList<AnthropicRow>> fans;
    for (const AnthropicRow &part : anthropicGrouped(parts, asked.groups))
        fans[anthropicGroupKey(part, asked.rowGroups)].append(part);
    const qint64 next = qMin<qint64>(asked.offset + asked.limit, rows.size());
    QJsonArray data;
    for (qint64 i = asked.offset; i < next; ++i) {
        for (const AnthropicRow &row : std::as_const(fans[anthropicGroupKey(rows[i], asked.rowGroups)]))
            data.append(rowObject(row, asked.groups, costs));
    }
    const bool more = next < rows.size();
    const QJsonObject page{{u"data"_s, data},
                           {u"has_more"_s, more},
                           {u"next_page"_s, more ? QJsonValue(pageToken(next)) : QJsonValue()},
                           {u"data_refreshed_at"_s, toRfc3339(m_world.knownTo(vendor()))}};
    return jsonReply(request, 200, page, "request-id");
}

} // namespace Costglass
