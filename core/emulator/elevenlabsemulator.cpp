// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/elevenlabsemulator.h"

#include "emulator/params.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnchorDay = 10;
constexpr qint64 Limit = 500'000;

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "request-id");
}

HttpReply refuse(const HttpRequest &request, int status, const QString &why, const QString &message)
{
    return answer(request, status, {{u"detail"_s, QJsonObject{{u"status"_s, why}, {u"message"_s, message}}}});
}

} // namespace

QDate ElevenLabsEmulator::periodStart() const
{
    const QDate today = m_world.today();
    const QDate start(today.year(), today.month(), AnchorDay);
    return start > today ? start.addMonths(-1) : start;
}

qint64 ElevenLabsEmulator::used() const
{
    qint64 credits = 0;
    for (QDate day = periodStart(); day <= m_world.today(); day = day.addDays(1)) {
        for (const UseDay &use : m_world.use(vendor(), day))
            credits += use.quantity;
    }
    return credits;
}

HttpReply ElevenLabsEmulator::handle(const HttpRequest &request) const
{
    const QByteArray key = headerOf(request, "xi-api-key");
    if (key != secret() && key != speechKey())
        return refuse(request, 401, u"invalid_api_key"_s, u"Invalid API key"_s);
    if (request.url.path() != u"/user/subscription" || request.method != "GET")
        return answer(request, 404, {{u"detail"_s, u"Not Found"_s}});
    if (key != secret())
        return refuse(
            request, 401, u"missing_permissions"_s,
            u"The API key you used is missing the permission user_read to execute this operation."_s);
    return answer(
        request, 200,
        {{u"tier"_s, u"pro"_s},
         {u"status"_s, u"active"_s},
         {u"character_count"_s, used()},
         {u"character_limit"_s, Limit},
         {u"max_credit_limit_extension"_s, 0},
         {u"can_extend_character_limit"_s, true},
         {u"next_character_count_reset_unix"_s, dayStart(periodStart().addMonths(1), QTimeZone::utc())},
         {u"currency"_s, u"usd"_s},
         {u"current_overage"_s, QJsonObject{{u"amount"_s, u"0"_s}, {u"currency"_s, u"usd"_s}}},
         {u"billing_period"_s, u"monthly_period"_s},
         {u"character_refresh_period"_s, u"monthly_period"_s},
         {u"next_invoice"_s, QJsonObject{{u"amount_due_cents"_s, 9900}}},
         {u"has_open_invoices"_s, false}});
}

QJsonArray ElevenLabsEmulator::balances() const
{
    const QJsonObject amount{{u"amount"_s, QString::number(used()) + u".00"_s},
                             {u"currency"_s, u"XXX"_s},
                             {u"unit"_s, u"credits"_s}};
    return {QJsonObject{{u"name"_s, u"character_count"_s}, {u"amount"_s, amount}}};
}

} // namespace Costglass
