// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/truth.h"

#include "base/json.h"
#include "base/records.h"
#include "emulator/params.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QJsonObject chargeRow(const VendorEmulator &emulator, const BillLine &line)
{
    QJsonObject row = emulator.truth(line);
    row.insert(u"vendor"_s, emulator.vendor());
    row.insert(u"account"_s, emulator.vendor());
    row.insert(u"day"_s, line.day.toString(Qt::ISODate));
    if (!row.contains(u"kind"_s)) // the emulator knows what its contract tells
        row.insert(u"kind"_s, chargeKindName(ChargeKind::Billed));
    row.insert(u"cost"_s, moneyToJson(line.cost));
    return row;
}

QJsonObject usageRow(const VendorEmulator &emulator, const UseDay &use)
{
    const bool tokens = use.stream->meter.isNull();
    const auto count = [tokens](qint64 value) { return tokens ? QJsonValue(value) : QJsonValue(); };
    QJsonObject row = emulator.truth(use);
    row.insert(u"vendor"_s, emulator.vendor());
    row.insert(u"account"_s, emulator.vendor());
    row.insert(u"day"_s, use.day.toString(Qt::ISODate));
    const QList<QPair<QString, QJsonValue>> counts{{u"input_tokens"_s, count(use.input)},
                                                   {u"cached_tokens"_s, count(use.cacheRead)},
                                                   {u"cache_write_tokens"_s, count(use.cacheWrite)},
                                                   {u"output_tokens"_s, count(use.output)},
                                                   {u"requests"_s, count(use.requests)}};
    for (const auto &[member, value] : counts) {
        if (!row.contains(member))
            row.insert(member, value);
    }
    row.insert(u"quantity"_s, tokens ? QJsonValue() : QJsonValue(use.quantity));
    row.insert(u"unit"_s, jsonText(use.stream->meter));
    return row;
}

} // namespace

QJsonObject truthOf(const World &world)
{
    const auto emulators = makeEmulators(world);
    QJsonArray charges;
    QJsonArray usage;
    QJsonArray anomalies;
    // East of Greenwich the next day may have begun.
    for (QDate day = world.firstDay(); day <= world.today().addDays(1); day = day.addDays(1)) {
        for (const auto &emulator : emulators) {
            const QString vendor = emulator->vendor();
            for (const BillLine &line : world.bill(vendor, day)) {
                if (!emulator->truth(line).isEmpty())
                    charges.append(chargeRow(*emulator, line));
            }
            for (const UseDay &use : world.use(vendor, day)) {
                if (emulator->truth(use).isEmpty())
                    continue;
                usage.append(usageRow(*emulator, use));
                if (world.isAnomaly(day) && use.stream->spike > 1)
                    anomalies.append(QJsonObject{{u"vendor"_s, vendor},
                                                 {u"day"_s, day.toString(Qt::ISODate)},
                                                 {u"key"_s, use.stream->key}});
            }
        }
    }
    QJsonArray balances;
    for (const auto &emulator : emulators) {
        for (const QJsonValue &value : emulator->balances()) {
            QJsonObject row = value.toObject();
            row.insert(u"vendor"_s, emulator->vendor());
            row.insert(u"account"_s, emulator->vendor());
            balances.append(row);
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
            {u"balances"_s, balances},
            {u"restatements"_s, restatements},
            {u"anomalies"_s, anomalies}};
}

} // namespace Costglass
