// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/openaiemulator.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySeconds = 24 * 3600;

/// Exactly the amount: a nano-exact figure of up to 15 digits is its double's shortest text.
double major(Money money)
{
    return money.toDecimal().toDouble();
}

QString unitOf(const BillLine &line)
{
    return !line.stream                   ? QString()
        : line.stream->meter.isNull()     ? u"tokens"_s
        : line.stream->meter == u"images" ? u"images"_s
                                          : QString();
}

QString lineItemOf(const BillLine &line)
{
    if (!line.stream)
        return line.lineItem;
    const bool service = line.stream->model.contains(u' ');
    const QString meter = line.meter == u"cached_input" ? u"cached input"_s
        : line.meter == u"cache_write"                  ? u"cache write"_s
                                                        : line.meter;
    return service ? line.stream->model : line.stream->model + u", "_s + meter;
}

} // namespace

HttpReply OpenAiEmulator::refuse(const HttpRequest &request, int status, const QString &message,
                                 const QString &param, const QString &code) const
{
    const QJsonObject error{{u"message"_s, message},
                            {u"type"_s, u"invalid_request_error"_s},
                            {u"param"_s, jsonText(param)},
                            {u"code"_s, jsonText(code)}};
    return jsonReply(request, status, {{u"error"_s, error}}, "x-request-id");
}

std::optional<HttpReply> OpenAiEmulator::checkLogin(const HttpRequest &request) const
{
    const QByteArray header = headerOf(request, "Authorization");
    if (!header.startsWith("Bearer "))
        return refuse(
            request, 401,
            u"You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth."_s);
    const QByteArray key = header.mid(7).trimmed();
    if (key == secret())
        return std::nullopt;
    if (key.startsWith("sk-proj-") || key.startsWith("sk-svcacct-")) {
        return refuse(
            request, 403,
            u"You have insufficient permissions for this operation. Missing scopes: api.usage.read. Check "
            u"that you have the "
            "correct role in your organization, and if you're using a restricted API key, that it has the necessary scopes."_s);
    }
    return refuse(
        request, 401,
        u"Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys."_s,
        {}, u"invalid_api_key"_s);
}

HttpReply OpenAiEmulator::handle(const HttpRequest &request) const
{
    if (const auto refusal = checkLogin(request))
        return *refusal;
    const QString path = request.url.path();
    if (request.method != "GET")
        return refuse(request, 405,
                      u"Not allowed to %1 on %2."_s.arg(QString::fromLatin1(request.method), path));
    if (path == u"/organization/costs")
        return costs(request);
    if (path.startsWith(u"/organization/usage/"_s))
        return usage(request, path.mid(20));
    if (path.startsWith(u"/organization/"_s))
        return directory(request, path.mid(14));
    return refuse(request, 404, u"Invalid URL (GET %1)"_s.arg(path));
}

std::variant<OpenAiEmulator::Window, OpenAiEmulator::Refusal>
OpenAiEmulator::readWindow(const Params &params, const QMap<QString, QPair<int, int>> &limits,
                           const QStringList &groups) const
{
    Window window;
    bool valid = false;
    window.start = params.value(u"start_time"_s).toLongLong(&valid);
    if (!valid)
        return Refusal{params.has(u"start_time"_s) ? u"Invalid type for 'start_time': expected an integer."_s
                                                   : u"Missing required parameter: 'start_time'."_s,
                       u"start_time"_s};
    window.end = m_world.now();
    if (params.has(u"end_time"_s))
        window.end = params.value(u"end_time"_s).toLongLong(&valid);
    if (!valid || window.end <= window.start)
        return Refusal{u"Invalid 'end_time': must be an integer after 'start_time'."_s, u"end_time"_s};
    const QString width = params.has(u"bucket_width"_s) ? params.value(u"bucket_width"_s) : u"1d"_s;
    if (!limits.contains(width))
        return Refusal{
            u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(width, limits.keys().join(u"', '"_s)),
            u"bucket_width"_s};
    window.width = width == u"1d" ? DaySeconds : width == u"1h" ? 3600 : 60;
    window.limit = limits[width].first;
    if (params.has(u"limit"_s))
        window.limit = params.value(u"limit"_s).toInt(&valid);
    if (!valid || window.limit < 1 || window.limit > limits[width].second)
        return Refusal{u"Invalid 'limit': must be an integer between 1 and %1."_s.arg(limits[width].second),
                       u"limit"_s};
    window.groups = params.values(u"group_by"_s);
    for (const QString &group : std::as_const(window.groups)) {
        if (!groups.contains(group))
            return Refusal{
                u"Invalid value: '%1'. Supported values are: '%2'."_s.arg(group, groups.join(u"', '"_s)),
                u"group_by"_s};
    }
    if (params.has(u"page"_s)) {
        const auto position = pagePosition(params.value(u"page"_s));
        if (!position)
            return Refusal{u"Invalid page token."_s, u"page"_s};
        window.offset = *position;
    }
    window.start -= window.start % window.width;
    return window;
}

HttpReply OpenAiEmulator::paged(const HttpRequest &request, const Window &window,
                                const std::function<QJsonArray(qint64, qint64)> &results) const
{
    QJsonArray buckets;
    qint64 start = window.start + window.offset * window.width;
    for (int i = 0; i < window.limit && start < window.end; ++i, start += window.width) {
        buckets.append(QJsonObject{{u"object"_s, u"bucket"_s},
                                   {u"start_time"_s, start},
                                   {u"end_time"_s, start + window.width},
                                   {u"results"_s, results(start, start + window.width)}});
    }
    const bool more = start < window.end;
    const QJsonObject page{
        {u"object"_s, u"page"_s},
        {u"data"_s, buckets},
        {u"has_more"_s, more},
        {u"next_page"_s, more ? QJsonValue(pageToken(window.offset + window.limit)) : QJsonValue()}};
    return jsonReply(request, 200, page, "x-request-id");
}

HttpReply OpenAiEmulator::costs(const HttpRequest &request) const
{
    const Params params(request.url);
    const auto read
        = readWindow(params, {{u"1d"_s, {7, 180}}},
                     {u"project_id"_s, u"line_item"_s, u"api_key_id"_s, u"user_id"_s, u"api_source"_s});
    if (const auto *refusal = std::get_if<Refusal>(&read))
        return refuse(request, 400, refusal->message, refusal->param);
    const Window &window = std::get<Window>(read);
    const auto has = [&window](const QString &group) { return window.groups.contains(group); };
    const QStringList projects = params.values(u"project_ids"_s);
    const QStringList keys = params.values(u"api_key_ids"_s);
    const QStringList items = params.values(u"line_items"_s);
    return paged(request, window, [&](qint64 start, qint64) {
        QList<BillLine> lines = m_world.bill(vendor(), dayOf(start, QTimeZone::utc()));
        lines.removeIf([&](const BillLine &line) {
            return (!projects.isEmpty() && (!line.stream || !projects.contains(line.stream->project)))
                || (!keys.isEmpty() && (!line.stream || !keys.contains(line.stream->key)))
                || (!items.isEmpty() && !items.contains(lineItemOf(line)));
        });
        const auto part = [&](const QString &group, const QString &value) {
            return has(group) ? value + (value.isNull() ? u"\x02"_s : u"\x01"_s) : QString();
        };
        lines = grouped(
            lines,
            [&](const BillLine &line) {
                return part(u"project_id"_s, line.stream ? line.stream->project : QString())
                    + part(u"line_item"_s, lineItemOf(line))
                    + part(u"api_key_id"_s, line.stream ? line.stream->key : QString())
                    + part(u"user_id"_s, line.stream ? line.stream->user : QString());
            },
            [](BillLine &sum, const BillLine &line) {
                sum.cost = *sum.cost.plus(line.cost);
                sum.quantity += line.quantity;
            });
        QJsonArray results;
        for (const BillLine &line : std::as_const(lines)) {
            const bool item = has(u"line_item"_s);
            const auto at = [&](const QString &group, const QString &value) {
                return has(group) ? jsonText(value) : QJsonValue();
            };
            results.append(QJsonObject{
                {u"object"_s, u"organization.costs.result"_s},
                {u"amount"_s, QJsonObject{{u"value"_s, major(line.cost)}, {u"currency"_s, u"usd"_s}}},
                {u"line_item"_s, item ? QJsonValue(lineItemOf(line)) : QJsonValue()},
                {u"project_id"_s, at(u"project_id"_s, line.stream ? line.stream->project : QString())},
                {u"api_key_id"_s, at(u"api_key_id"_s, line.stream ? line.stream->key : QString())},
                {u"user_id"_s, at(u"user_id"_s, line.stream ? line.stream->user : QString())},
                {u"api_source"_s, at(u"api_source"_s, u"unlabeled"_s)},
                {u"quantity"_s, item ? QJsonValue(static_cast<double>(line.quantity)) : QJsonValue()},
                {u"quantity_unit"_s, item ? jsonText(unitOf(line)) : QJsonValue()}});
        }
        return results;
    });
}

QJsonObject OpenAiEmulator::truth(const BillLine &line) const
{
    // The bill names a service only where a line is of no model.
    const bool tool = !line.stream || line.stream->model.contains(u' ');
    const QString service = line.stream ? line.stream->model : line.lineItem;
    return {{u"service"_s, tool ? jsonText(service) : QJsonValue()},
            {u"model"_s, tool ? QJsonValue() : jsonText(line.stream->model)},
            {u"project"_s, line.stream ? jsonText(line.stream->project) : QJsonValue()},
            {u"key"_s, line.stream ? jsonText(line.stream->key) : QJsonValue()}};
}

} // namespace Costglass
