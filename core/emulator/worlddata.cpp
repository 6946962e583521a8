// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

qint64 balanceLeft(const World &world, const QString &vendor)
{
    constexpr qint64 Paid = 1'000'000;
    qint64 left = Paid * Money::NanosPerUnit;
    for (QDate day = world.firstDay(); day <= world.today().addDays(1); day = day.addDays(1)) {
        for (const BillLine &line : world.bill(vendor, day))
            left -= line.cost.nanos();
    }
    return left;
}

Stream tokenStream(int id, const QString &vendor, const QString &project, const QString &key,
                   const QString &user, const QString &model, int perDay, int inputPer, int cachedPermille,
                   int writtenPermille, int outputPer)
{
    const bool openAi = vendor == u"openai";
    Stream stream{id,   vendor, openAi ? u"completions"_s : u"messages"_s, project, key,
                  user, model,  openAi ? u"default"_s : u"standard"_s,     perDay};
    stream.inputPer = inputPer;
    stream.cachedPermille = cachedPermille;
    stream.writtenPermille = writtenPermille;
    stream.outputPer = outputPer;
    return stream;
}

PriceRow worldPrice(const QString &model, const QString &meter, const QString &price, qint64 per, QDate from)
{
    PriceRow row;
    row.model = model;
    row.meter = meter;
    row.from = from.startOfDay(Qt::UTC).toSecsSinceEpoch();
    row.price = Decimal::of(price);
    row.per = per;
    return row;
}

QList<PriceRow> tokenPrices(const QString &model, QDate from, const QStringList &prices)
{
    constexpr qint64 Million = 1'000'000;
    const QStringList meters{u"input"_s, u"cached_input"_s, u"cache_write"_s, u"output"_s};
    QList<PriceRow> rows;
    for (qsizetype i = 0; i < prices.size(); ++i)
        rows.append(worldPrice(model, meters[i], prices[i], Million, from));
    return rows;
}

const QList<VendorWorld> &vendorWorlds()
{
    static const QList<VendorWorld> worlds{
        openAiWorld(),   anthropicWorld(), awsWorld(),         googleWorld(),  azureWorld(),
        alibabaWorld(),  tencentWorld(),   volcengineWorld(),  lanyingWorld(), openRouterWorld(),
        deepSeekWorld(), moonshotWorld(),  siliconFlowWorld(), gitHubWorld(),  cursorWorld(),
        liteLlmWorld(),  xaiWorld(),       elevenLabsWorld(),  mistralWorld(), zhipuWorld(),
        miniMaxWorld(),
    };
    return worlds;
}

const VendorWorld &vendorWorld(const QString &vendor)
{
    for (const VendorWorld &world : vendorWorlds()) {
        if (world.vendor == vendor)
            return world;
    }
    static const VendorWorld none;
    return none;
}

} // namespace Costglass
