// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/xaiemulator.h"

#include "base/json.h"
#include "emulator/params.h"

#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NanosPerCent = Money::NanosPerUnit / 100;

HttpReply answer(const HttpRequest &request, int status, const QJsonObject &body)
{
    return jsonReply(request, status, body, "x-request-id");
}

HttpReply refuse(const HttpRequest &request, int status, const QString &code, const QString &error)
{
    return answer(request, status, {{u"code"_s, code}, {u"error"_s, error}});
}

/// How the bill calls a line.
QString lineName(const BillLine &line)
{
    const QString meter = line.meter == u"input" ? u"prompt text tokens"_s
        : line.meter == u"cached_input"          ? u"cached prompt text tokens"_s
                                                 : u"completion text tokens"_s;
    return line.stream->model + u' ' + meter;
}

/// The day of "2026-11-24 00:00:00", when its time is \a time.
QDate dayAt(const QJsonValue &value, const QString &time)
{
    const QString text = value.toString();
    return text.mid(10) == time ? QDate::fromString(text.left(10), Qt::ISODate) : QDate();
}

} // namespace

QMap<QString, QString> XaiEmulator::settings() const
{
    return {{u"team_id"_s, u"5f3f7c0e-sandbox"_s}};
}

QJsonArray XaiEmulator::series(const DateRange &days, bool &cut) const
{
    QMap<QString, QJsonArray> lines;
    int points = 0;
    for (QDate day = days.from; day < days.to; day = day.addDays(1)) {
        for (const BillLine &line : m_world.bill(vendor(), day)) {
            cut = ++points > MostPoints;
            if (cut)
                break;
            lines[lineName(line)].append(
                QJsonObject{{u"timestamp"_s, day.toString(Qt::ISODate) + u"T00:00:00Z"_s},
                            {u"values"_s, QJsonArray{line.cost.toDecimal().toDouble()}}});
        }
    }
    QJsonArray all;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        all.append(QJsonObject{{u"group"_s, QJsonArray{it.key()}}, {u"dataPoints"_s, it.value()}});
    return all;
}

HttpReply XaiEmulator::usage(const HttpRequest &request) const
{
    const QJsonObject asked
        = QJsonDocument::fromJson(request.body).object().value(u"analyticsRequest"_s).toObject();
    const QJsonObject range = asked.value(u"timeRange"_s).toObject();
    const QDate from = dayAt(range.value(u"startTime"_s), u" 00:00:00"_s);
    const QDate last = dayAt(range.value(u"endTime"_s), u" 23:59:59"_s);
    const QJsonValue sum = asked.value(u"values"_s).toArray().at(0);
    const bool valid = from.isValid() && last >= from && asked.value(u"timeUnit"_s) == u"TIME_UNIT_DAY"_s
        && sum[u"name"_s] == u"usd"_s && sum[u"aggregation"_s] == u"AGGREGATION_SUM"_s
        && asked.value(u"groupBy"_s) == QJsonArray{u"description"_s}
        && range.value(u"timezone"_s) == u"Etc/GMT"_s;
    if (!valid)
        return refuse(request, 400, u"Client specified an invalid argument"_s,
                      u"Invalid analytics request."_s);
    bool cut = false;
    const QJsonArray told
        = series({qMax(from, m_world.firstDay()), qMin(last, m_world.today()).addDays(1)}, cut);
    return answer(request, 200, {{u"timeSeries"_s, told}, {u"limitReached"_s, cut}});
}

Money XaiEmulator::prepaid() const
{
    constexpr qint64 BoughtCents = 2'000'000;
    qint64 nanos = 0;
    const QDate posted = Month::of(m_world.today()).firstDay();
    for (QDate day = m_world.firstDay(); day < posted; day = day.addDays(1)) {
        for (const BillLine &line : m_world.bill(vendor(), day))
            nanos += line.cost.nanos();
    }
    return Money::fromNanos((BoughtCents - nanos / NanosPerCent) * NanosPerCent, Currency::usd());
}

HttpReply XaiEmulator::handle(const HttpRequest &request) const
{
    if (headerOf(request, "Authorization") != "Bearer " + secret())
        return refuse(request, 401, u"Unauthenticated"_s, u"Invalid management key."_s);
    const QString root = u"/v1/billing/teams/"_s + settings().value(u"team_id"_s);
    const QString path = request.url.path();
    if (path == root + u"/usage"_s && request.method == "POST")
        return usage(request);
    if (path != root + u"/prepaid/balance"_s || request.method != "GET")
        return refuse(request, 404, u"Some requested entity was not found"_s, u"Team not found."_s);
    // What the team has stands as a negative figure.
    const QJsonObject total{{u"val"_s, QString::number(-prepaid().nanos() / NanosPerCent)}};
    return answer(request, 200, {{u"total"_s, total}, {u"changes"_s, QJsonArray()}});
}

QJsonObject XaiEmulator::truth(const BillLine &line) const
{
    return {{u"service"_s, lineName(line)},
            {u"model"_s, QJsonValue()},
            {u"project"_s, QJsonValue()},
            {u"key"_s, QJsonValue()}};
}

QJsonArray XaiEmulator::balances() const
{
    return {QJsonObject{{u"name"_s, u"prepaid_balance"_s}, {u"amount"_s, moneyToJson(prepaid())}}};
}

} // namespace Costglass
