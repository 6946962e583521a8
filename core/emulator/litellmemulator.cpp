// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/litellmemulator.h"

#include "base/json.h"
#include "emulator/params.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-litellm-call-id");
}

HttpReply refuse(const HttpRequest &request, int status, const QString &type, const QString &message)
{
    const QJsonObject error{{u"message"_s, message},
                            {u"type"_s, type},
                            {u"param"_s, u"None"_s},
                            {u"code"_s, QString::number(status)}};
    return answer(request, status, {{u"error"_s, error}});
}

/// What a stream used on a day, or all of them.
struct Sum
{
    UseDay use;
    qint64 nanos = 0;

    QJsonObject metrics() const
    {
        return {{u"spend"_s, Money::fromNanos(nanos, Currency::usd()).toDecimal().toDouble()},
                {u"prompt_tokens"_s, use.input + use.cacheRead + use.cacheWrite},
                {u"completion_tokens"_s, use.output},
                {u"cache_read_input_tokens"_s, use.cacheRead},
                {u"cache_creation_input_tokens"_s, use.cacheWrite},
                {u"total_tokens"_s, use.input + use.cacheRead + use.cacheWrite + use.output},
                {u"successful_requests"_s, use.requests},
                {u"failed_requests"_s, 0},
                {u"api_requests"_s, use.requests}};
    }
    void add(const Sum &other)
    {
        use.input += other.use.input;
        use.cacheRead += other.use.cacheRead;
        use.cacheWrite += other.use.cacheWrite;
        use.output += other.use.output;
        use.requests += other.use.requests;
        nanos += other.nanos;
    }
};

} // namespace

QJsonObject LiteLlmEmulator::day(QDate day) const
{
    QMap<int, qint64> costs;
    for (const BillLine &line : m_world.bill(vendor(), day))
        costs[line.stream->id] += line.cost.nanos();
    Sum all;
    QJsonObject models;
    for (const UseDay &use : m_world.use(vendor(), day)) {
        const Sum sum{use, costs.value(use.stream->id)};
        all.add(sum);
        models.insert(use.stream->model,
                      QJsonObject{{u"metrics"_s, sum.metrics()}, {u"metadata"_s, QJsonObject()}});
    }
    return {{u"date"_s, day.toString(Qt::ISODate)},
            {u"metrics"_s, all.metrics()},
            {u"breakdown"_s, QJsonObject{{u"models"_s, models}}}};
}

HttpReply LiteLlmEmulator::activity(const HttpRequest &request) const
{
    constexpr int Usual = 50;
    constexpr int Largest = 1000;
    const Params params(request.url);
    const QDate from = QDate::fromString(params.value(u"start_date"_s), Qt::ISODate);
    const QDate to = QDate::fromString(params.value(u"end_date"_s), Qt::ISODate);
    const int page = params.has(u"page"_s) ? params.value(u"page"_s).toInt() : 1;
    const int size = params.has(u"page_size"_s) ? params.value(u"page_size"_s).toInt() : Usual;
    if (!from.isValid() || !to.isValid())
        return refuse(request, 400, u"bad_request_error"_s, u"Please provide start_date and end_date"_s);
    if (page < 1 || size < 1 || size > Largest)
        return answer(request, 422, {{u"detail"_s, QJsonArray{u"page_size must be 1 to 1000"_s}}});
    QList<QDate> days;
    for (QDate day = qMin(to, m_world.today()); day >= qMax(from, m_world.firstDay()); day = day.addDays(-1))
        days.append(day);
    QJsonArray results;
    for (const QDate day : days.mid((page - 1) * size, size))
        results.append(this->day(day));
    const int pages = static_cast<int>((days.size() + size - 1) / size);
    return answer(
        request, 200,
        {{u"results"_s, results},
         {u"metadata"_s,
          QJsonObject{{u"page"_s, page}, {u"total_pages"_s, pages}, {u"has_more"_s, page < pages}}}});
}

Money LiteLlmEmulator::spent() const
{
    qint64 nanos = 0;
    for (QDate day = m_world.firstDay(); day <= m_world.today(); day = day.addDays(1)) {
        for (const BillLine &line : m_world.bill(vendor(), day))
            nanos += line.cost.nanos();
    }
    return Money::fromNanos(nanos, Currency::usd());
}

HttpReply LiteLlmEmulator::handle(const HttpRequest &request) const
{
    if (headerOf(request, "Authorization") != "Bearer " + secret())
        return refuse(request, 401, u"auth_error"_s,
                      u"Authentication Error, Invalid proxy server token passed."_s);
    const QString path = request.url.path();
    if (request.method == "GET" && path == u"/user/daily/activity")
        return activity(request);
    if (request.method != "GET" || path != u"/key/info")
        return answer(request, 404, {{u"detail"_s, u"Not Found"_s}});
    const QJsonObject info{{u"key_name"_s, u"sk-...3ac5"_s},
                           {u"spend"_s, spent().toDecimal().toDouble()},
                           {u"max_budget"_s, QJsonValue()},
                           {u"budget_duration"_s, QJsonValue()},
                           {u"user_id"_s, u"default_user_id"_s}};
    return answer(request, 200, {{u"key"_s, u"sk-...3ac5"_s}, {u"info"_s, info}});
}

QJsonObject LiteLlmEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, QJsonValue()},
            {u"model"_s, line.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"kind"_s, u"estimated"_s}};
}

QJsonObject LiteLlmEmulator::truth(const UseDay &use) const
{
    return {{u"service"_s, QJsonValue()},
            {u"model"_s, use.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"user"_s, QJsonValue()}};
}

QJsonArray LiteLlmEmulator::balances() const
{
    return {QJsonObject{{u"name"_s, u"spend"_s}, {u"amount"_s, moneyToJson(spent())}}};
}

} // namespace Costglass
