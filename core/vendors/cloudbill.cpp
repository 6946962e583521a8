// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/cloudbill.h"

#include "vendors/reply.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

const QTimeZone &chinaZone()
{
    static const QTimeZone zone = zoneById("Asia/Shanghai").value_or(QTimeZone::utc());
    return zone;
}

Charge chinaCharge(QDate day)
{
    Charge charge;
    charge.day = day;
    charge.periodStart = dayStart(day, chinaZone());
    charge.periodEnd = dayStart(day.addDays(1), chinaZone());
    return charge;
}

std::optional<Money> optionalMoney(const QJsonValue &value, Currency currency)
{
    const auto money = moneyFromJson(value, currency);
    return money ? std::optional(*money) : std::nullopt;
}

QString joinedWords(const QStringList &texts)
{
    QStringList words = texts;
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u" · "_s);
}

void addBillLine(Records &records, Charge charge, TokenClass tokens, const QString &ownMeter)
{
    const auto count = tokenCount(charge.quantity, charge.unit);
    const bool counts = count && tokens != TokenClass::None;
    charge.meter = counts ? tokenMeter(tokens) : ownMeter;
    if (counts && *count > 0)
        addTokens(records, charge, tokens, *count);
    const bool used = std::any_of(charge.quantity.begin(), charge.quantity.end(),
                                  [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (!charge.cost.isZero() || used)
        records.charges.append(charge);
}

Result<std::optional<HttpRequest>> nextOffset(const HttpReply &reply, const QJsonValue &total,
                                              qsizetype lines)
{
    QJsonObject body = QJsonDocument::fromJson(reply.request.body).object();
    const qint64 told = body.value(u"Offset"_s).toInteger() + lines;
    const auto all = countFromJson(total);
    const bool more
        = all && all->value_or(-1) >= 0 ? told < **all : lines >= body.value(u"Limit"_s).toInteger();
    if (!more || lines == 0)
        return std::nullopt;
    body.insert(u"Offset"_s, told);
    auto next = followed(reply.request, QString::number(told));
    if (!next)
        return std::unexpected(next.error());
    next->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return *next;
}

} // namespace Costglass
