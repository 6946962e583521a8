// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate start(2024, 1, 1);

/// The clouds of China bill yuan by days of UTC+8, and learn of use four times a day.
VendorWorld chinaWorld(const QString &vendor, const QList<Stream> &streams, const QList<PriceRow> &prices)
{
    constexpr int Hour = 3600;
    VendorWorld world;
    world.vendor = vendor;
    world.streams = streams;
    world.prices = prices;
    for (PriceRow &row : world.prices)
        row.currency = Currency::cny();
    world.refreshSeconds = 6 * Hour;
    world.zone = "Asia/Shanghai";
    return world;
}

Stream late(Stream stream)
{
    stream.late = true;
    return stream;
}

} // namespace

VendorWorld alibabaWorld()
{
    const QString vendor = u"alibaba"_s;
    const QString shop = u"llm-shop01"_s;
    const QString shopKey = u"1002001"_s;
    return chinaWorld(
        vendor,
        {late(tokenStream(221, vendor, shop, shopKey, {}, u"qwen-plus-sandbox"_s, 1500, 1200, 250, 0, 300)),
         tokenStream(222, vendor, u"llm-research"_s, u"1002002"_s, {}, u"qwen-max-sandbox"_s, 150, 3000, 0, 0,
                     700),
         tokenStream(223, vendor, shop, shopKey, {}, u"text-embedding-sandbox"_s, 5000, 250, 0, 0, 0)},
        tokenPrices(u"qwen-plus-sandbox"_s, start, {u"0.8"_s, u"0.16"_s, u"0"_s, u"2"_s})
            + tokenPrices(u"qwen-max-sandbox"_s, start, {u"2.4"_s, u"0.48"_s, u"0"_s, u"9.6"_s})
            + tokenPrices(u"text-embedding-sandbox"_s, start, {u"0.5"_s}));
}

VendorWorld tencentWorld()
{
    const QString vendor = u"tencent"_s;
    const QString shop = u"shop"_s;
    return chinaWorld(
        vendor,
        {late(tokenStream(231, vendor, shop, {}, {}, u"hunyuan-turbos-sandbox"_s, 900, 1400, 0, 0, 350)),
         tokenStream(232, vendor, u"research"_s, {}, {}, u"hunyuan-t1-sandbox"_s, 120, 2500, 200, 0, 900),
         tokenStream(233, vendor, shop, {}, {}, u"deepseek-r1-sandbox"_s, 200, 1800, 0, 0, 1100)},
        tokenPrices(u"hunyuan-turbos-sandbox"_s, start, {u"0.8"_s, u"0.2"_s, u"0"_s, u"2"_s})
            + tokenPrices(u"hunyuan-t1-sandbox"_s, start, {u"1"_s, u"0.25"_s, u"0"_s, u"4"_s})
            + tokenPrices(u"deepseek-r1-sandbox"_s, start, {u"4"_s, u"1"_s, u"0"_s, u"16"_s}));
}

VendorWorld volcengineWorld()
{
    const QString vendor = u"volcengine"_s;
    const QString shop = u"shop"_s;
    return chinaWorld(
        vendor,
        {late(tokenStream(241, vendor, shop, {}, {}, u"doubao-pro-sandbox"_s, 1200, 1300, 300, 0, 280)),
         tokenStream(242, vendor, u"research"_s, {}, {}, u"doubao-thinking-sandbox"_s, 100, 2800, 0, 0,
                     1200)},
        tokenPrices(u"doubao-pro-sandbox"_s, start, {u"0.8"_s, u"0.16"_s, u"0"_s, u"2"_s})
            + tokenPrices(u"doubao-thinking-sandbox"_s, start, {u"4"_s, u"0.8"_s, u"0"_s, u"16"_s}));
}

} // namespace Costglass
