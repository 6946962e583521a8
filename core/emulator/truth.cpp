// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/truth.h"

#include "base/json.h"
#include "base/records.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

/// The vendors' own words: OpenAI names a service only where a line is of no model, Anthropic calls it cost type.
QJsonObject chargeRow(const QString &vendor, const BillLine &line)
{
    const bool openAi = vendor == u"openai";
    const bool tool = openAi && (!line.stream || line.stream->model.contains(u' '));
    const bool search = !openAi && line.meter == u"calls";
    const QString service = tool ? (line.stream ? line.stream->model : line.lineItem)
        : openAi                 ? QString()
        : search                 ? u"web_search"_s
                                 : u"tokens"_s;
    const QString model = tool || search ? QString() : line.stream->model;
    return {{u"vendor"_s, vendor},
            {u"account"_s, vendor},
            {u"day"_s, line.day.toString(Qt::ISODate)},
            {u"service"_s, orNull(service)},
            {u"model"_s, orNull(model)},
            {u"project"_s, line.stream ? orNull(line.stream->project) : QJsonValue()},
            {u"key"_s, line.stream ? orNull(line.stream->key) : QJsonValue()},
            {u"kind"_s, chargeKindName(ChargeKind::Billed)},
            {u"cost"_s, moneyToJson(line.cost)}};
}

QJsonObject usageRow(const QString &vendor, const UseDay &use)
{
    const bool tokens = use.stream->meter.isNull();
    const auto count = [tokens](qint64 value) { return tokens ? QJsonValue(value) : QJsonValue(); };
    return {{u"vendor"_s, vendor},
            {u"account"_s, vendor},
            {u"day"_s, use.day.toString(Qt::ISODate)},
            {u"service"_s, use.stream->endpoint},
            {u"model"_s, orNull(use.stream->model)},
            {u"project"_s, orNull(use.stream->project)},
            {u"key"_s, orNull(use.stream->key)},
            {u"user"_s, orNull(use.stream->user)},
            {u"input_tokens"_s, count(use.input)},
            {u"cached_tokens"_s, count(use.cacheRead)},
            {u"cache_write_tokens"_s, count(use.cacheWrite)},
            {u"output_tokens"_s, count(use.output)},
            {u"requests"_s, count(use.requests)},
            {u"quantity"_s, tokens ? QJsonValue() : QJsonValue(use.quantity)},
            {u"unit"_s, orNull(use.stream->meter)}};
}

} // namespace

QJsonObject truthOf(const World &world)
{
    QJsonArray charges;
    QJsonArray usage;
    QJsonArray anomalies;
    for (QDate day = world.firstDay(); day <= world.today(); day = day.addDays(1)) {
        for (const QString &vendor : {u"openai"_s, u"anthropic"_s}) {
            for (const BillLine &line : world.bill(vendor, day))
                charges.append(chargeRow(vendor, line));
            for (const UseDay &use : world.use(vendor, day)) {
                usage.append(usageRow(vendor, use));
                if (world.isAnomaly(day) && use.stream->spike > 1)
                    anomalies.append(QJsonObject{{u"vendor"_s, vendor},
                                                 {u"day"_s, day.toString(Qt::ISODate)},
                                                 {u"key"_s, use.stream->key}});
            }
        }
    }
    QJsonArray restatements;
    for (const WorldRestatement &change : world.restatements()) {
        restatements.append(QJsonObject{{u"vendor"_s, change.vendor},
                                        {u"account"_s, change.vendor},
                                        {u"day"_s, change.day.toString(Qt::ISODate)},
                                        {u"before"_s, moneyToJson(change.before)},
                                        {u"after"_s, moneyToJson(change.after)},
                                        {u"at"_s, toRfc3339(change.at)}});
    }
    return {{u"charges"_s, charges},
            {u"usage"_s, usage},
            {u"balances"_s, QJsonArray()},
            {u"restatements"_s, restatements},
            {u"anomalies"_s, anomalies}};
}

} // namespace Costglass
