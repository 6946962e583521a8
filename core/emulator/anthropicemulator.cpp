// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/anthropicemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

QString anthropicOrganizationId()
{
    return u"01234567-0000-4000-8000-000000000001"_s;
}

namespace {

/// Use without a key is a person's, in the Console.
QJsonObject actor(const Stream &stream)
{
    if (!stream.key.isNull())
        return {{u"type"_s, u"api_actor"_s}, {u"api_key_id"_s, stream.key}};
    return {{u"type"_s, u"user_actor"_s},
            {u"user_id"_s, u"user_01Admin"_s},
            {u"email_address"_s, u"user_01Admin@example.com"_s},
            {u"name"_s, u"Admin"_s},
            {u"deleted"_s, false}};
}

} // namespace

HttpReply AnthropicEmulator::refuse(const HttpRequest &request, int status, const QString &type,
                                    const QString &message) const
{
    HttpReply reply = jsonReply(request, status, {}, "request-id");
    const QString id = QString::fromLatin1(reply.header("request-id"));
    const QJsonObject body{{u"type"_s, u"error"_s},
                           {u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, message}}},
                           {u"request_id"_s, id}};
    return jsonReply(request, status, body, "request-id");
}

HttpReply AnthropicEmulator::invalid(const HttpRequest &request, const QString &message) const
{
    return refuse(request, 400, u"invalid_request_error"_s, message);
}

std::optional<HttpReply> AnthropicEmulator::checkLogin(const HttpRequest &request) const
{
    const QByteArray version = headerOf(request, "anthropic-version");
    if (version.isEmpty())
        return invalid(request, u"anthropic-version: header is required"_s);
    if (version != "2023-06-01" && version != "2026-10-21")
        return invalid(
            request, u"anthropic-version: \"%1\" is not a valid version"_s.arg(QString::fromLatin1(version)));
    const QByteArray bearer = headerOf(request, "Authorization");
    const QByteArray key = headerOf(request, "x-api-key").isEmpty() && bearer.startsWith("Bearer ")
        ? bearer.mid(7)
        : headerOf(request, "x-api-key");
    if (key == secret())
        return std::nullopt;
    return refuse(request, 401, u"authentication_error"_s, u"invalid x-api-key"_s);
}

HttpReply AnthropicEmulator::handle(const HttpRequest &request) const
{
    if (const auto refusal = checkLogin(request))
        return *refusal;
    const QString path = request.url.path();
    const QString prefix = u"/v1/organizations/"_s;
    if (request.method != "GET" || !path.startsWith(prefix))
        return refuse(request, 404, u"not_found_error"_s, u"Not Found"_s);
    const QString rest = path.mid(prefix.size());
    if (rest == u"analytics/cost" || rest == u"analytics/usage")
        return analytics(request, rest == u"analytics/cost");
    if (rest == u"cost_report" || rest == u"usage_report/messages")
        return report(request, rest == u"cost_report");
    return directory(request, rest);
}

QJsonValue anthropicGroupValue(const AnthropicRow &row, const QString &group)
{
    const auto text = [](const QString &value) { return value.isNull() ? QJsonValue() : QJsonValue(value); };
    if (group == u"actor_type")
        return row.stream->key.isNull() ? u"user_actor"_s : u"api_actor"_s;
    if (group == u"actor")
        return actor(*row.stream);
    if (group == u"organization_id")
        return anthropicOrganizationId();
    if (group == u"workspace_id")
        return text(row.stream->project);
    if (group == u"api_key_id")
        return text(row.stream->key);
    if (group == u"model")
        return row.costType == u"web_search" ? QJsonValue() : QJsonValue(row.stream->model);
    if (group == u"service_tier")
        return row.costType == u"web_search" ? QJsonValue() : QJsonValue(row.stream->tier);
    if (group == u"inference_geo")
        return row.costType == u"web_search" ? QJsonValue() : QJsonValue(u"global"_s);
    if (group == u"context_window")
        return row.costType == u"web_search" ? QJsonValue() : QJsonValue(u"0-200k"_s);
    if (group == u"speed")
        return u"standard"_s;
    if (group == u"product")
        return row.stream->tier == u"batch" ? u"message_batches_api"_s : u"messages_api"_s;
    if (group == u"cost_type")
        return text(row.costType);
    return group == u"token_type" ? text(row.tokenType) : QJsonValue();
}

QList<AnthropicRow> anthropicRows(const World &world, qint64 start, bool costs)
{
    constexpr qint64 DaySeconds = 24 * 3600;
    const QString vendor = u"anthropic"_s;
    const QDate day = dayOf(start, QTimeZone::utc());
    QList<AnthropicRow> rows;
    const QList<UseDay> uses = world.use(vendor, day);
    if (costs) {
        static const QMap<QString, QString> types{
            {u"input"_s, u"uncached_input_tokens"_s},
            {u"cached_input"_s, u"cache_read_input_tokens"_s},
            {u"cache_write"_s, u"cache_creation.ephemeral_5m_input_tokens"_s},
            {u"output"_s, u"output_tokens"_s}};
        for (const BillLine &line : world.bill(vendor, day)) {
            const bool tokens = types.contains(line.meter);
            UseDay use; // a request is counted with its input, once
            for (const UseDay &other : uses) {
                if (other.stream == line.stream && line.meter == u"input")
                    use.requests = other.requests;
            }
            rows.append({start, start + DaySeconds, line.stream, tokens ? u"tokens"_s : u"web_search"_s,
                         types.value(line.meter), line.cost.nanos(), use});
        }
        return rows;
    }
    for (UseDay use : uses) {
        if (!use.stream->meter.isNull())
            use.requests = 0; // searches happen within requests that are counted already
        rows.append({start, start + DaySeconds, use.stream, {}, {}, 0, use});
    }
    return rows;
}

QString anthropicGroupKey(const AnthropicRow &row, const QStringList &groups)
{
    QStringList values{QString::number(row.start)};
    for (const QString &group : groups) {
        const QJsonValue value = anthropicGroupValue(row, group);
        values.append(value.isNull()         ? u"\x02"_s
                          : value.isObject() ? value[u"type"_s].toString() + value[u"api_key_id"_s].toString()
                                             : value.toString());
    }
    return values.join(u'\x1f');
}

QList<AnthropicRow> anthropicGrouped(const QList<AnthropicRow> &rows, const QStringList &groups)
{
    return grouped(
        rows, [&groups](const AnthropicRow &row) { return anthropicGroupKey(row, groups); },
        [](AnthropicRow &sum, const AnthropicRow &row) {
            sum.nanos += row.nanos;
            sum.use.requests += row.use.requests;
            sum.use.input += row.use.input;
            sum.use.cacheRead += row.use.cacheRead;
            sum.use.cacheWrite += row.use.cacheWrite;
            sum.use.output += row.use.output;
            sum.use.quantity += row.use.quantity;
        });
}

QString anthropicCents(qint64 nanos)
{
    // A cent is 10⁷ nanos, so cents have at most seven decimals.
    constexpr qint64 NanosPerCent = 10'000'000;
    const qint64 magnitude = qAbs(nanos);
    QString decimals = QString::number(magnitude % NanosPerCent).rightJustified(7, u'0');
    while (decimals.size() > 2 && decimals.endsWith(u'0'))
        decimals.chop(1);
    return (nanos < 0 ? u"-"_s : QString()) + QString::number(magnitude / NanosPerCent) + u'.' + decimals;
}

QJsonObject anthropicCounts(const AnthropicRow &row)
{
    return {{u"uncached_input_tokens"_s, row.use.input},
            {u"cache_read_input_tokens"_s, row.use.cacheRead},
            {u"cache_creation"_s,
             QJsonObject{{u"ephemeral_5m_input_tokens"_s, row.use.cacheWrite},
                         {u"ephemeral_1h_input_tokens"_s, 0}}},
            {u"output_tokens"_s, row.use.output},
            {u"server_tool_use"_s, QJsonObject{{u"web_search_requests"_s, row.use.quantity}}}};
}

QJsonObject AnthropicEmulator::truth(const BillLine &line) const
{
    const bool search = line.meter == u"calls";
    return {{u"service"_s, search ? u"web_search"_s : u"tokens"_s},
            {u"model"_s, search ? QJsonValue() : jsonText(line.stream->model)},
            {u"project"_s, jsonText(line.stream->project)},
            {u"key"_s, jsonText(line.stream->key)}};
}

QJsonObject AnthropicEmulator::truth(const UseDay &use) const
{
    return {{u"service"_s, use.stream->endpoint},
            {u"model"_s, jsonText(use.stream->model)},
            {u"project"_s, jsonText(use.stream->project)},
            {u"key"_s, jsonText(use.stream->key)},
            {u"user"_s, jsonText(use.stream->user)}};
}

} // namespace Costglass
