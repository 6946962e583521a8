// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/openrouteremulator.h"

#include "base/json.h"
#include "emulator/params.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int ToldDays = 30;

HttpReply refuse(const HttpRequest &request, int status, const QString &message)
{
    const QJsonObject error{{u"code"_s, status}, {u"message"_s, message}};
    return jsonReply(request, status, {{u"error"_s, error}}, "x-request-id");
}

double major(Money money)
{
    return money.toDecimal().toDouble();
}

/// 10,000 credits were ever bought.
Money bought()
{
    return Money::fromNanos(10'000 * Money::NanosPerUnit, Currency::usd());
}

} // namespace

QJsonArray OpenRouterEmulator::activity(QDate from, QDate to) const
{
    QJsonArray rows;
    for (QDate day = from; day < to; day = day.addDays(1)) {
        QMap<int, qint64> costs;
        for (const BillLine &line : m_world.bill(vendor(), day))
            costs[line.stream->id] += line.cost.nanos();
        for (const UseDay &use : m_world.use(vendor(), day)) {
            const Money cost = Money::fromNanos(costs.value(use.stream->id), Currency::usd());
            rows.append(QJsonObject{{u"date"_s, day.toString(Qt::ISODate)},
                                    {u"model"_s, use.stream->model},
                                    {u"model_permaslug"_s, use.stream->model},
                                    {u"endpoint_id"_s, u"ep_%1"_s.arg(use.stream->id)},
                                    {u"provider_name"_s, use.stream->endpoint},
                                    {u"usage"_s, major(cost)},
                                    {u"byok_usage_inference"_s, 0},
                                    {u"requests"_s, use.requests},
                                    {u"prompt_tokens"_s, use.input},
                                    {u"completion_tokens"_s, use.output},
                                    {u"reasoning_tokens"_s, 0}});
        }
    }
    return rows;
}

Money OpenRouterEmulator::used(bool month) const
{
    qint64 nanos = 0;
    const QDate from = month ? Month::of(m_world.today()).firstDay() : m_world.firstDay();
    for (QDate day = from; day <= m_world.today(); day = day.addDays(1)) {
        for (const BillLine &line : m_world.bill(vendor(), day))
            nanos += line.cost.nanos();
    }
    return Money::fromNanos(nanos, Currency::usd());
}

QJsonObject OpenRouterEmulator::key(bool management) const
{
    // A management key makes no requests to models, so it has used nothing itself.
    return {{u"label"_s, u"sk-or-v1-san...box"_s},
            {u"limit"_s, QJsonValue()},
            {u"limit_remaining"_s, QJsonValue()},
            {u"limit_reset"_s, QJsonValue()},
            {u"usage"_s, management ? 0.0 : major(used(false))},
            {u"usage_monthly"_s, management ? 0.0 : major(used(true))},
            {u"byok_usage"_s, 0},
            {u"is_free_tier"_s, false},
            {u"is_management_key"_s, management},
            {u"is_provisioning_key"_s, management}};
}

HttpReply OpenRouterEmulator::handle(const HttpRequest &request) const
{
    const QByteArray login = headerOf(request, "Authorization");
    const bool management = login == "Bearer " + secret();
    if (!management && login != "Bearer " + ordinaryKey())
        return refuse(request, 401, login.isEmpty() ? u"No auth credentials found"_s : u"User not found."_s);
    const QString path = request.url.path();
    if (request.method != "GET")
        return refuse(request, 405, u"Method Not Allowed"_s);
    const auto reply = [&request](const QJsonValue &data) {
        return jsonReply(request, 200, {{u"data"_s, data}}, "x-request-id");
    };
    if (path == u"/key")
        return reply(key(management));
    if (path != u"/activity" && path != u"/credits")
        return refuse(request, 404, u"Not Found"_s);
    if (!management)
        return refuse(request, 403, u"Only management keys can perform this operation"_s);
    if (path == u"/credits")
        return reply(
            QJsonObject{{u"total_credits"_s, major(bought())}, {u"total_usage"_s, major(used(false))}});
    const QDate today = m_world.today();
    const Params params(request.url);
    if (!params.has(u"date"_s))
        return reply(activity(today.addDays(-ToldDays), today));
    const QDate day = QDate::fromString(params.value(u"date"_s), Qt::ISODate);
    if (!day.isValid() || day >= today || day < today.addDays(-ToldDays))
        return refuse(request, 400, u"Date must be within the last 30 completed UTC days"_s);
    return reply(activity(day, day.addDays(1)));
}

QJsonObject OpenRouterEmulator::truth(const BillLine &line) const
{
    if (line.day >= m_world.today())
        return {}; // only completed days are told
    return {{u"service"_s, line.stream->endpoint},
            {u"model"_s, line.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

QJsonObject OpenRouterEmulator::truth(const UseDay &use) const
{
    if (use.day >= m_world.today())
        return {};
    // The activity does not tell cached tokens apart.
    return {{u"service"_s, use.stream->endpoint},
            {u"model"_s, use.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"user"_s, QJsonValue()},
            {u"cached_tokens"_s, QJsonValue()},
            {u"cache_write_tokens"_s, QJsonValue()}};
}

QJsonArray OpenRouterEmulator::balances() const
{
    const Money left = bought().minus(used(false)).value_or(bought());
    return {QJsonObject{{u"name"_s, u"credits"_s}, {u"amount"_s, moneyToJson(left)}}};
}

} // namespace Costglass
