// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/lanyingemulator.h"

#include "emulator/params.h"

#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PartsPerPoint = 10'000;
constexpr int AnchorDay = 15;

QString appId()
{
    return u"sandboxapp"_s;
}

HttpReply envelope(const HttpRequest &request, int code, const QJsonValue &data, const QString &message)
{
    return jsonReply(request, 200, {{u"code"_s, code}, {u"data"_s, data}, {u"message"_s, jsonText(message)}},
                     "x-request-id");
}

/// A counter as the connector keeps it: whole points, and ten-thousandths in its twin.
void putPoints(QJsonObject &counters, const QString &name, qint64 parts)
{
    counters.insert(name, parts / PartsPerPoint);
    counters.insert(name + u"_float"_s, parts % PartsPerPoint);
}

} // namespace

QMap<QString, QString> LanyingEmulator::settings() const
{
    return {{u"app_id"_s, appId()},
            {u"start_date"_s, u"2024-01-15"_s},
            {u"tier"_s, u"paid"_s},
            {u"included_points"_s, u"10000"_s}};
}

LanyingEmulator::Counted LanyingEmulator::counted() const
{
    constexpr int China = 8 * 3600;
    const QDate today = dayOf(m_world.now(), QTimeZone(China));
    QDate first(today.year(), today.month(), AnchorDay);
    if (first > today)
        first = first.addMonths(-1);
    Counted sum;
    for (QDate day = first; day <= m_world.today(); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(vendor(), day)) {
            // gpt-4o-mini counts 0.49 a block; on the customer's own key each block counts 0.22. Calls of the one are about
            // one block of 2048 tokens long, calls of the other about two.
            sum.messages += use.requests;
            if (use.stream->endpoint == u"share")
                sum.share += use.requests * 4900;
            else
                sum.self += use.requests * 2 * 2200;
        }
    }
    return sum;
}

QJsonObject LanyingEmulator::counters() const
{
    const Counted sum = counted();
    QJsonObject counters;
    if (sum.messages == 0)
        return counters;
    counters.insert(u"message_count"_s, sum.messages);
    putPoints(counters, u"message_count_quota_share"_s, sum.share);
    putPoints(counters, u"message_count_quota_self"_s, sum.self);
    putPoints(counters, u"message_count_quota"_s, sum.share + sum.self);
    return counters;
}

HttpReply LanyingEmulator::handle(const HttpRequest &request) const
{
    const QString path = request.url.path();
    const bool known = headerOf(request, "access-token") == secret();
    if (path == u"/app/user/list" && request.method == "GET") {
        const bool allowed = known && headerOf(request, "app_id") == appId().toLatin1();
        return allowed ? envelope(request, 200, QJsonArray{QJsonObject{{u"user_id"_s, 1}}}, {})
                       : envelope(request, 401, {}, u"unauthorized"_s);
    }
    if (path != u"/service/openai/get_message_limit_state" || request.method != "POST") {
        HttpReply nothing;
        nothing.status = path.startsWith(u"/service/"_s) ? 405 : 404;
        nothing.headers = {{"Content-Type", "text/html"}};
        nothing.body = "<title>Not Found</title>";
        nothing.request = request;
        return nothing;
    }
    if (!known)
        return envelope(request, 401, {}, u"bad authorization"_s);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    // An app that is not known has no counters.
    return envelope(request, 200, body.value(u"app_id"_s) == appId() ? counters() : QJsonObject(), {});
}

QJsonObject LanyingEmulator::truth(const BillLine &line) const
{
    Q_UNUSED(line);
    return {};
}

QJsonObject LanyingEmulator::truth(const UseDay &use) const
{
    Q_UNUSED(use);
    return {};
}

QJsonArray LanyingEmulator::balances() const
{
    const Counted sum = counted();
    const auto row = [](const QString &name, qint64 parts, const QString &unit) {
        const QString amount
            = Money::fromNanos(parts * (Money::NanosPerUnit / PartsPerPoint), Currency::none()).toDecimal();
        return QJsonObject{
            {u"name"_s, name},
            {u"amount"_s, QJsonObject{{u"amount"_s, amount}, {u"currency"_s, u"XXX"_s}, {u"unit"_s, unit}}}};
    };
    return {row(u"message_count"_s, sum.messages * PartsPerPoint, u"messages"_s),
            row(u"message_count_quota_share"_s, sum.share, u"AI points"_s),
            row(u"message_count_quota_self"_s, sum.self, u"AI points"_s)};
}

} // namespace Costglass
