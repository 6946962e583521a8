// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertjson.h"

#include "base/dates.h"
#include "base/json.h"
#include "engine/alertwords.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue instantOrNull(qint64 instant)
{
    return instant > 0 ? QJsonValue(toRfc3339(instant)) : QJsonValue();
}

} // namespace

QJsonObject alertToJson(const Alert &alert)
{
    QJsonValue cause;
    if (alert.causeAmount)
        cause = QJsonObject{{u"model"_s, textOrNull(alert.causeModel)},
                            {u"key"_s, textOrNull(alert.causeKey)},
                            {u"day"_s, alert.causeDay.toString(Qt::ISODate)},
                            {u"amount"_s, moneyToJson(*alert.causeAmount)}};
    const auto ofBudget
        = [&alert](const QJsonValue &value) { return alert.ofBudget() ? value : QJsonValue(); };
    const auto ofMoney
        = [&](Money money) { return alert.ofMoney() ? QJsonValue(moneyToJson(money)) : QJsonValue(); };
    return {{u"id"_s, alert.id},
            {u"kind"_s, alertKindName(alert.kind)},
            {u"severity"_s, severityName(alert.severity())},
            {u"budget"_s, ofBudget(alert.budgetName)},
            {u"subject"_s, textOrNull(alert.subject)},
            {u"period_start"_s, alert.periodStart.toString(Qt::ISODate)},
            {u"threshold"_s, ofBudget(alert.threshold)},
            {u"spent"_s, ofMoney(alert.spent)},
            {u"amount"_s, ofMoney(alert.amount)},
            {u"likely_at_least"_s, alert.forecast ? QJsonValue(moneyToJson(*alert.forecast)) : QJsonValue()},
            {u"cause"_s, cause},
            {u"raised_at"_s, toRfc3339(alert.raisedAt)},
            {u"shown_at"_s, instantOrNull(alert.shownAt)},
            {u"snoozed_until"_s, instantOrNull(alert.snoozedUntil)},
            {u"resolved_at"_s, instantOrNull(alert.resolvedAt)},
            {u"text"_s, alertSentence(alert)},
            {u"action"_s, alertAction(alert)}};
}

} // namespace Costglass
