// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/cursoremulator.h"

#include "emulator/params.h"

#include <QJsonDocument>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySeconds = 24 * 3600;
constexpr qint64 NanosPerCent = Money::NanosPerUnit / 100;

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-request-id");
}

HttpReply refuse(const HttpRequest &request, int status, const QString &code, const QString &message)
{
    return answer(request, status, {{u"error"_s, code}, {u"message"_s, message}});
}

bool isIncluded(const Stream &stream)
{
    return stream.endpoint.startsWith(u"Included"_s);
}

/// The part of \a whole that the event number \a i of \a count brings; all parts add up to it.
qint64 part(qint64 whole, qint64 i, qint64 count)
{
    return whole * (i + 1) / count - whole * i / count;
}

} // namespace

QJsonArray CursorEmulator::eventsOf(QDate day) const
{
    QMap<int, qint64> costs;
    for (const BillLine &line : m_world.bill(vendor(), day))
        costs[line.stream->id] += line.cost.nanos();
    const qint64 begin = dayStart(day, QTimeZone::utc());
    const qint64 elapsed = std::min(DaySeconds, m_world.now() - begin);
    QList<QPair<qint64, QJsonObject>> events;
    for (const UseDay &use : m_world.use(vendor(), day)) {
        const bool included = isIncluded(*use.stream);
        for (qint64 i = 0; i < use.requests; ++i) {
            const double cents
                = double(part(costs.value(use.stream->id), i, use.requests)) / double(NanosPerCent);
            const QJsonObject tokens{{u"inputTokens"_s, part(use.input, i, use.requests)},
                                     {u"outputTokens"_s, part(use.output, i, use.requests)},
                                     {u"cacheReadTokens"_s, part(use.cacheRead, i, use.requests)},
                                     {u"cacheWriteTokens"_s, part(use.cacheWrite, i, use.requests)},
                                     {u"totalCents"_s, cents}};
            const qint64 at = (begin + elapsed * (i + 1) / (use.requests + 1)) * 1000 + use.stream->id;
            events.append({at,
                           {{u"timestamp"_s, QString::number(at)},
                            {u"userEmail"_s, use.stream->user},
                            {u"model"_s, use.stream->model},
                            {u"kind"_s, use.stream->endpoint},
                            {u"maxMode"_s, false},
                            {u"requestsCosts"_s, 1},
                            {u"isTokenBasedCall"_s, true},
                            {u"isChargeable"_s, !included},
                            {u"isHeadless"_s, false},
                            {u"tokenUsage"_s, tokens},
                            {u"cursorTokenFee"_s, 0},
                            {u"chargedCents"_s, included ? 0.0 : cents}}});
        }
    }
    std::ranges::sort(events, std::greater(), &QPair<qint64, QJsonObject>::first);
    QJsonArray array;
    for (const auto &[at, event] : std::as_const(events))
        array.append(event);
    return array;
}

HttpReply CursorEmulator::events(const HttpRequest &request) const
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const qint64 from = body.value(u"startDate"_s).toInteger(-1);
    const qint64 to = body.value(u"endDate"_s).toInteger(-1);
    const int page = body.value(u"page"_s).toInt(1);
    const int pageSize = body.value(u"pageSize"_s).toInt(10);
    if (from < 0 || to < from || page < 1 || pageSize < 1 || pageSize > 1000)
        return refuse(request, 400, u"Bad Request"_s, u"Invalid request body"_s);
    if (to - from > 30 * DaySeconds * 1000)
        return refuse(request, 400, u"Bad Request"_s, u"Date range cannot exceed 30 days"_s);
    QJsonArray all;
    const QDate first = qMax(m_world.firstDay(), dayOf(from / 1000, QTimeZone::utc()));
    for (QDate day = qMin(m_world.today(), dayOf(to / 1000, QTimeZone::utc())); day >= first;
         day = day.addDays(-1)) {
        for (const QJsonValue &event : eventsOf(day)) {
            const qint64 at = event[u"timestamp"_s].toString().toLongLong();
            if (at >= from && at <= to)
                all.append(event);
        }
    }
    const int count = static_cast<int>(all.size());
    const int pages = (count + pageSize - 1) / pageSize;
    QJsonArray shown;
    for (int i = (page - 1) * pageSize; i < qMin(count, page * pageSize); ++i)
        shown.append(all.at(i));
    return answer(request, 200,
                  {{u"totalUsageEventsCount"_s, count},
                   {u"pagination"_s,
                    QJsonObject{{u"numPages"_s, pages},
                                {u"currentPage"_s, page},
                                {u"pageSize"_s, pageSize},
                                {u"hasNextPage"_s, page < pages},
                                {u"hasPreviousPage"_s, page > 1}}},
                   {u"usageEvents"_s, shown}});
}

HttpReply CursorEmulator::handle(const HttpRequest &request) const
{
    const QByteArray login = headerOf(request, "Authorization");
    if (login != "Bearer " + secret() && login != "Basic " + (secret() + ':').toBase64())
        return refuse(request, 401, u"Unauthorized"_s, u"Invalid API key"_s);
    const QString path = request.url.path();
    if (path == u"/teams/members" && request.method == "GET") {
        QJsonArray members;
        for (const WorldName &user : vendorWorld(vendor()).users)
            members.append(QJsonObject{
                {u"email"_s, user.id}, {u"name"_s, user.name}, {u"role"_s, u"member"_s}, {u"id"_s, user.id}});
        return answer(request, 200, {{u"teamMembers"_s, members}});
    }
    if (path == u"/teams/filtered-usage-events" && request.method == "POST")
        return events(request);
    return refuse(request, 404, u"Not Found"_s, u"No such endpoint"_s);
}

QJsonObject CursorEmulator::truth(const BillLine &line) const
{
    const bool included = isIncluded(*line.stream);
    return {{u"service"_s, line.stream->endpoint},
            {u"model"_s, line.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"kind"_s, included ? u"equivalent"_s : u"billed"_s}};
}

QJsonObject CursorEmulator::truth(const UseDay &use) const
{
    return {{u"service"_s, use.stream->endpoint},
            {u"model"_s, use.stream->model},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()},
            {u"user"_s, use.stream->user}};
}

} // namespace Costglass
