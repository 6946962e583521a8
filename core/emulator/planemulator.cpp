// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/planemulator.h"

#include "emulator/params.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Window = 5 * 3600;
constexpr qint64 DaySeconds = 24 * 3600;
constexpr qint64 WeekTokens = 40'000'000;
constexpr qint64 HoursTokens = 8'000'000;
constexpr qint64 WeekRequests = 15'000;
constexpr qint64 HoursRequests = 1'500;

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-request-id");
}

} // namespace

QByteArray PlanEmulator::secret() const
{
    return isZhipu() ? "sandboxzhipu.c7a1d0" : "sk-cp-sandbox-minimax-e44f";
}

qint64 PlanEmulator::used(const UseDay &use) const
{
    return isZhipu() ? use.input + use.cacheRead + use.cacheWrite + use.output : use.requests;
}

qint64 PlanEmulator::weekStart() const
{
    return dayStart(m_world.today().addDays(1 - m_world.today().dayOfWeek()), QTimeZone::utc());
}

qint64 PlanEmulator::hoursStart() const
{
    const qint64 midnight = dayStart(m_world.today(), QTimeZone::utc());
    return midnight + (m_world.now() - midnight) / Window * Window;
}

qint64 PlanEmulator::usedThisWeek() const
{
    qint64 sum = 0;
    for (QDate day = dayOf(weekStart(), QTimeZone::utc()); day <= m_world.today(); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(m_vendor, day))
            sum += used(use);
    }
    return sum;
}

qint64 PlanEmulator::usedInHours() const
{
    const qint64 elapsed = qMax<qint64>(1, m_world.now() - dayStart(m_world.today(), QTimeZone::utc()));
    qint64 sum = 0;
    for (const UseDay &use : m_world.use(m_vendor, m_world.today()))
        sum += used(use) * (m_world.now() - hoursStart()) / elapsed;
    return sum;
}

QJsonObject PlanEmulator::limits() const
{
    const auto limit = [](int unit, int number, qint64 whole, qint64 used, qint64 reset) {
        return QJsonObject{{u"type"_s, u"TOKENS_LIMIT"_s},
                           {u"unit"_s, unit},
                           {u"number"_s, number},
                           {u"usage"_s, whole},
                           {u"currentValue"_s, used},
                           {u"remaining"_s, qMax<qint64>(0, whole - used)},
                           {u"percentage"_s, qMin<qint64>(100, used * 100 / whole)},
                           {u"nextResetTime"_s, reset * 1000}};
    };
    const QJsonArray limits{limit(3, 5, HoursTokens, usedInHours(), hoursStart() + Window),
                            limit(6, 1, WeekTokens, usedThisWeek(), weekStart() + 7 * DaySeconds)};
    return {{u"code"_s, 200},
            {u"msg"_s, u"Operation successful"_s},
            {u"success"_s, true},
            {u"data"_s, QJsonObject{{u"limits"_s, limits}, {u"level"_s, u"pro"_s}}}};
}

QJsonObject PlanEmulator::remains() const
{
    const qint64 hours = usedInHours();
    const qint64 week = usedThisWeek();
    // The count is of what is left, as has been reported of this endpoint.
    const QJsonObject model{
        {u"model_name"_s, u"MiniMax-M2-sandbox"_s},
        {u"start_time"_s, hoursStart() * 1000},
        {u"end_time"_s, (hoursStart() + Window) * 1000},
        {u"remains_time"_s, (hoursStart() + Window - m_world.now()) * 1000},
        {u"current_interval_total_count"_s, HoursRequests},
        {u"current_interval_usage_count"_s, HoursRequests - hours},
        {u"current_interval_remaining_percent"_s, (HoursRequests - hours) * 100 / HoursRequests},
        {u"weekly_start_time"_s, weekStart() * 1000},
        {u"weekly_end_time"_s, (weekStart() + 7 * DaySeconds) * 1000},
        {u"current_weekly_total_count"_s, WeekRequests},
        {u"current_weekly_usage_count"_s, WeekRequests - week},
        {u"current_weekly_remaining_percent"_s, (WeekRequests - week) * 100 / WeekRequests}};
    return {{u"base_resp"_s, QJsonObject{{u"status_code"_s, 0}, {u"status_msg"_s, u"success"_s}}},
            {u"current_subscribe_title"_s, u"Pro"_s},
            {u"model_remains"_s, QJsonArray{model}}};
}

HttpReply PlanEmulator::handle(const HttpRequest &request) const
{
    const QString path
        = isZhipu() ? u"/api/monitor/usage/quota/limit"_s : u"/v1/api/openplatform/coding_plan/remains"_s;
    if (request.url.path() != path || request.method != "GET")
        return answer(request, 404, {{u"message"_s, u"Not Found"_s}});
    if (headerOf(request, "Authorization") == "Bearer " + secret())
        return answer(request, 200, isZhipu() ? limits() : remains());
    // Both refuse with status 200.
    if (isZhipu())
        return answer(request, 200,
                      {{u"code"_s, 401}, {u"msg"_s, u"token expired or incorrect"_s}, {u"success"_s, false}});
    const QJsonObject refusal{{u"status_code"_s, 1004}, {u"status_msg"_s, u"login fail"_s}};
    return answer(request, 200, {{u"base_resp"_s, refusal}});
}

QJsonArray PlanEmulator::balances() const
{
    const QString name = isZhipu() ? u"TOKENS_LIMIT 1w"_s : u"MiniMax-M2-sandbox weekly"_s;
    const QJsonObject amount{{u"amount"_s, QString::number(usedThisWeek()) + u".00"_s},
                             {u"currency"_s, u"XXX"_s},
                             {u"unit"_s, isZhipu() ? u"tokens"_s : u"requests"_s}};
    return {QJsonObject{{u"name"_s, name}, {u"amount"_s, amount}}};
}

} // namespace Costglass
