// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/anthropicemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySeconds = 24 * 3600;

/// "Claude Opus 5 5 Usage - Input Tokens": what the bill calls a row.
QString descriptionOf(const AnthropicRow &row)
{
    if (row.costType == u"web_search")
        return u"Web Search Usage"_s;
    QStringList words = row.stream->model.split(u'-');
    for (QString &word : words)
        word[0] = word[0].toUpper();
    const QMap<QString, QString> kinds{
        {u"uncached_input_tokens"_s, u"Input Tokens"_s},
        {u"cache_read_input_tokens"_s, u"Input Tokens, Cache Read"_s},
        {u"cache_creation.ephemeral_5m_input_tokens"_s, u"Input Tokens, Cache Write"_s},
        {u"output_tokens"_s, u"Output Tokens"_s}};
    const QString batch = row.stream->tier == u"batch" ? u" - Batch"_s : QString();
    return words.join(u' ') + u" Usage"_s + batch + u" - "_s + kinds.value(row.tokenType);
}

QJsonObject costRow(const AnthropicRow &row, const QStringList &groups)
{
    const bool described = groups.contains(u"description"_s);
    const auto at
        = [&](const QString &group) { return described ? anthropicGroupValue(row, group) : QJsonValue(); };
    return {
        {u"amount"_s, anthropicCents(row.nanos)},
        {u"currency"_s, u"USD"_s},
        {u"cost_type"_s, at(u"cost_type"_s)},
        {u"description"_s, described ? QJsonValue(descriptionOf(row)) : QJsonValue()},
        {u"model"_s, at(u"model"_s)},
        {u"token_type"_s, at(u"token_type"_s)},
        {u"service_tier"_s, at(u"service_tier"_s)},
        {u"context_window"_s, at(u"context_window"_s)},
        {u"inference_geo"_s, at(u"inference_geo"_s)},
        {u"workspace_id"_s,
         groups.contains(u"workspace_id"_s) ? anthropicGroupValue(row, u"workspace_id"_s) : QJsonValue()}};
}

QJsonObject usageRow(const AnthropicRow &row, const QStringList &groups, const QStringList &allowed)
{
    QJsonObject object = anthropicCounts(row);
    for (const QString &group : allowed) {
        if (group != u"speed")
            object.insert(group, groups.contains(group) ? anthropicGroupValue(row, group) : QJsonValue());
    }
    return object;
}

bool filteredOut(const Params &params, const AnthropicRow &row)
{
    const QList<QPair<QString, QString>> filters{{u"models"_s, u"model"_s},
                                                 {u"workspace_ids"_s, u"workspace_id"_s},
                                                 {u"api_key_ids"_s, u"api_key_id"_s},
                                                 {u"service_tiers"_s, u"service_tier"_s},
                                                 {u"inference_geos"_s, u"inference_geo"_s},
                                                 {u"context_window"_s, u"context_window"_s},
                                                 {u"account_ids"_s, u"account_id"_s},
                                                 {u"service_account_ids"_s, u"service_account_id"_s},
                                                 {u"speeds"_s, u"speed"_s}};
    for (const auto &[name, group] : filters) {
        if (params.has(name) && !params.values(name).contains(anthropicGroupValue(row, group).toString()))
            return true;
    }
    return false;
}

} // namespace

HttpReply AnthropicEmulator::report(const HttpRequest &request, bool costs) const
{
    const Params params(request.url);
    const QStringList allowed = costs
        ? QStringList{u"workspace_id"_s, u"description"_s}
        : QStringList{u"account_id"_s,    u"api_key_id"_s, u"context_window"_s,
                      u"inference_geo"_s, u"model"_s,      u"service_account_id"_s,
                      u"service_tier"_s,  u"speed"_s,      u"workspace_id"_s};
    const auto start = parseRfc3339(params.value(u"starting_at"_s));
    if (!start)
        return invalid(request,
                       params.has(u"starting_at"_s) ? u"starting_at: Input should be a valid datetime"_s
                                                    : u"starting_at: Field required"_s);
    const QString width = params.has(u"bucket_width"_s) ? params.value(u"bucket_width"_s) : u"1d"_s;
    const QMap<QString, QPair<int, int>> limits = costs
        ? QMap<QString, QPair<int, int>>{{u"1d"_s, {7, 31}}}
        : QMap<QString, QPair<int, int>>{{u"1d"_s, {7, 31}}, {u"1h"_s, {24, 168}}, {u"1m"_s, {60, 1440}}};
    if (!limits.contains(width))
        return invalid(request,
                       u"bucket_width: Input should be one of %1"_s.arg(limits.keys().join(u", "_s)));
    const qint64 step = width == u"1d" ? DaySeconds : width == u"1h" ? 3600 : 60;
    const auto ending = params.has(u"ending_at"_s) ? parseRfc3339(params.value(u"ending_at"_s))
                                                   : Result<qint64>(m_world.now());
    const qint64 first = *start - *start % step;
    const qint64 end = ending ? *ending - *ending % step : 0;
    // Both bounds fall back to the start of their bucket, so a range within one day is empty.
    if (end <= first) {
        HttpReply reply = invalid(request, u"Invalid date range: ending date must be after starting date"_s);
        reply.headers.emplace_back("x-should-retry", "false");
        return reply;
    }
    bool valid = true;
    const int limit = params.has(u"limit"_s) ? params.value(u"limit"_s).toInt(&valid) : limits[width].first;
    if (!valid || limit < 1 || limit > limits[width].second)
        return invalid(request, u"limit: Input should be between 1 and %1"_s.arg(limits[width].second));
    const QStringList groups = params.values(u"group_by"_s);
    for (const QString &group : groups) {
        if (!allowed.contains(group))
            return invalid(request, u"group_by: Input should be one of %1"_s.arg(allowed.join(u", "_s)));
    }
    if (groups.contains(u"speed"_s)
        && !headerOf(request, "anthropic-beta").replace(" ", "").split(',').contains("fast-mode-2026-02-01"))
        return invalid(request, u"group_by: speed requires the anthropic-beta header fast-mode-2026-02-01"_s);
    const auto position
        = params.has(u"page"_s) ? pagePosition(params.value(u"page"_s)) : std::optional<qint64>(0);
    if (!position)
        return invalid(request, u"page: Invalid page token"_s);

    const QStringList keys = groups.contains(u"description"_s)
        ? groups + QStringList{u"cost_type"_s, u"token_type"_s, u"model"_s, u"service_tier"_s}
        : groups;
    QJsonArray buckets;
    qint64 at = first + *position * step;
    for (; at < end && buckets.size() < limit; at += step) {
        QList<AnthropicRow> rows
            = at % DaySeconds == 0 ? anthropicRows(m_world, at, costs) : QList<AnthropicRow>();
        if (!costs) // the cost report has no filters
            rows.removeIf([&params](const AnthropicRow &row) { return filteredOut(params, row); });
        QJsonArray results;
        for (const AnthropicRow &row : anthropicGrouped(rows, keys))
            results.append(costs ? costRow(row, groups) : usageRow(row, groups, allowed));
        buckets.append(QJsonObject{{u"starting_at"_s, toRfc3339(at)},
                                   {u"ending_at"_s, toRfc3339(at + step)},
                                   {u"results"_s, results}});
    }
    const bool more = at < end;
    const QJsonObject page{{u"data"_s, buckets},
                           {u"has_more"_s, more},
                           {u"next_page"_s, more ? QJsonValue(pageToken(*position + limit)) : QJsonValue()}};
    return jsonReply(request, 200, page, "request-id");
}

HttpReply AnthropicEmulator::directory(const HttpRequest &request, const QString &path) const
{
    if (path == u"me")
        return jsonReply(request, 200,
                         {{u"id"_s, anthropicOrganizationId()},
                          {u"type"_s, u"organization"_s},
                          {u"name"_s, u"Example Org"_s}},
                         "request-id");
    const QMap<QString, QList<WorldName>> lists{{u"workspaces"_s, vendorWorld(vendor()).projects},
                                                {u"api_keys"_s, vendorWorld(vendor()).keys},
                                                {u"users"_s, vendorWorld(vendor()).users},
                                                {u"invites"_s, {}}};
    if (!lists.contains(path))
        return refuse(request, 404, u"not_found_error"_s, u"Not Found"_s);
    const Params params(request.url);
    bool valid = true;
    const int limit = params.has(u"limit"_s) ? params.value(u"limit"_s).toInt(&valid) : 20;
    if (!valid || limit < 1 || limit > 1000)
        return invalid(request, u"limit: Input should be between 1 and 1000"_s);
    const bool oldVersion = headerOf(request, "anthropic-version") == "2023-06-01";
    const QList<WorldName> &names = *lists.find(path);
    qsizetype first = 0;
    if (params.has(u"after_id"_s)) {
        while (first < names.size() && names[first].id != params.value(u"after_id"_s))
            ++first;
        ++first;
    }
    QJsonArray data;
    for (qsizetype i = first; i < names.size() && data.size() < limit; ++i) {
        const WorldName &name = names[i];
        QJsonObject object{{u"id"_s, name.id},
                           {u"type"_s,
                            path == u"workspaces"  ? u"workspace"_s
                                : path == u"users" ? u"user"_s
                                                   : u"api_key"_s},
                           {u"name"_s, name.name},
                           {u"created_at"_s, u"2024-01-01T00:00:00Z"_s}};
        if (path == u"api_keys") {
            object.insert(u"status"_s, u"active"_s);
            object.insert(u"partial_key_hint"_s, u"sk-ant-api03-…%1"_s.arg(name.id.right(4)));
            object.insert(
                u"scope"_s,
                QJsonObject{{u"type"_s, u"workspace"_s}, {u"workspace_id"_s, jsonText(name.parent)}});
            if (oldVersion) // later ones tell it in the scope alone
                object.insert(u"workspace_id"_s, jsonText(name.parent));
        } else if (path == u"users") {
            object.insert(u"email"_s, name.id + u"@example.com"_s);
            object.insert(u"role"_s, u"admin"_s);
        } else {
            object.insert(u"archived_at"_s, QJsonValue());
            object.insert(u"display_color"_s, u"#6C5BB9"_s);
        }
        data.append(object);
    }
    const QJsonObject list{{u"data"_s, data},
                           {u"has_more"_s, first + data.size() < names.size()},
                           {u"first_id"_s, data.isEmpty() ? QJsonValue() : data.first().toObject()[u"id"_s]},
                           {u"last_id"_s, data.isEmpty() ? QJsonValue() : data.last().toObject()[u"id"_s]}};
    return jsonReply(request, 200, list, "request-id");
}

} // namespace Costglass
