// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/prepaidemulator.h"

#include "base/json.h"
#include "emulator/params.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// How a vendor's contract names things.
struct Contract
{
    QString path;
    QString granted;
    QString paid;
    Currency currency;
};

Contract contractOf(const QString &vendor)
{
    if (vendor == u"deepseek")
        return {u"/user/balance"_s, u"granted_balance"_s, u"topped_up_balance"_s, Currency::cny()};
    if (vendor == u"moonshot")
        return {u"/v1/users/me/balance"_s, u"voucher_balance"_s, u"cash_balance"_s, Currency::cny()};
    return {u"/v1/user/info"_s, u"balance"_s, u"chargeBalance"_s, Currency::usd()};
}

HttpReply refuse(const HttpRequest &request, int status, const QString &message)
{
    const QJsonObject error{{u"message"_s, message}, {u"type"_s, u"invalid_request_error"_s}};
    return jsonReply(request, status, {{u"error"_s, error}, {u"message"_s, message}}, "x-request-id");
}

Money whole(qint64 units, Currency currency)
{
    return Money::fromNanos(units * Money::NanosPerUnit, currency);
}

} // namespace

QByteArray PrepaidEmulator::secret() const
{
    return "sk-sandbox-" + m_vendor.toLatin1() + "-7d41c09a";
}

QMap<QString, QString> PrepaidEmulator::settings() const
{
    return m_vendor == u"moonshot" ? QMap<QString, QString>{{u"region"_s, u"cn"_s}}
                                   : QMap<QString, QString>();
}

Prepaid PrepaidEmulator::left() const
{
    const Currency currency = contractOf(m_vendor).currency;
    qint64 granted = whole(10, currency).nanos();
    qint64 paid = 0;
    for (QDate day = m_world.firstDay(); day <= m_world.today(); day = day.addDays(1)) {
        if (granted + paid < whole(20, currency).nanos())
            paid += whole(100, currency).nanos();
        qint64 spent = 0;
        for (const BillLine &line : m_world.bill(m_vendor, day))
            spent += line.cost.nanos();
        const qint64 free = std::min(spent, granted);
        granted -= free;
        paid -= spent - free;
    }
    return {Money::fromNanos(granted, currency), Money::fromNanos(paid, currency)};
}

HttpReply PrepaidEmulator::handle(const HttpRequest &request) const
{
    const QByteArray login = headerOf(request, "Authorization");
    if (login != "Bearer " + secret())
        return refuse(request, 401, u"Invalid Authentication"_s);
    if (request.url.path() != contractOf(m_vendor).path)
        return refuse(request, 404, u"The requested resource was not found"_s);
    if (request.method != "GET")
        return refuse(request, 405, u"Method Not Allowed"_s);
    return balance(request);
}

HttpReply PrepaidEmulator::balance(const HttpRequest &request) const
{
    const Prepaid now = left();
    const QString granted = now.granted.toDecimal();
    const QString paid = now.paid.toDecimal();
    const Money sum = now.granted.plus(now.paid).value_or(now.paid);
    if (m_vendor == u"deepseek") {
        const QJsonObject info{{u"currency"_s, now.paid.currency().code()},
                               {u"total_balance"_s, sum.toDecimal()},
                               {u"granted_balance"_s, granted},
                               {u"topped_up_balance"_s, paid}};
        return jsonReply(request, 200,
                         {{u"is_available"_s, !sum.isNegative()}, {u"balance_infos"_s, QJsonArray{info}}},
                         "x-request-id");
    }
    if (m_vendor == u"moonshot") {
        // Numbers: nano-exact figures of up to 15 digits are their double's shortest text.
        const QJsonObject data{{u"available_balance"_s, sum.toDecimal().toDouble()},
                               {u"voucher_balance"_s, granted.toDouble()},
                               {u"cash_balance"_s, paid.toDouble()}};
        return jsonReply(request, 200,
                         {{u"code"_s, 0}, {u"data"_s, data}, {u"scode"_s, u"0x0"_s}, {u"status"_s, true}},
                         "x-request-id");
    }
    const QJsonObject data{{u"id"_s, u"sandbox"_s},    {u"name"_s, u"Sandbox"_s},
                           {u"isAdmin"_s, false},      {u"balance"_s, granted},
                           {u"chargeBalance"_s, paid}, {u"totalBalance"_s, sum.toDecimal()},
                           {u"status"_s, u"normal"_s}, {u"email"_s, u"sandbox@example.com"_s}};
    return jsonReply(request, 200,
                     {{u"code"_s, 20000}, {u"message"_s, u"OK"_s}, {u"status"_s, true}, {u"data"_s, data}},
                     "x-request-id");
}

QJsonObject PrepaidEmulator::truth(const BillLine &line) const
{
    Q_UNUSED(line);
    return {};
}

QJsonObject PrepaidEmulator::truth(const UseDay &use) const
{
    Q_UNUSED(use);
    return {};
}

QJsonArray PrepaidEmulator::balances() const
{
    const Contract contract = contractOf(m_vendor);
    const Prepaid now = left();
    return {QJsonObject{{u"name"_s, contract.granted}, {u"amount"_s, moneyToJson(now.granted)}},
            QJsonObject{{u"name"_s, contract.paid}, {u"amount"_s, moneyToJson(now.paid)}}};
}

} // namespace Costglass
