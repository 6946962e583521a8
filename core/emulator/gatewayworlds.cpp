// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate start(2024, 1, 1);

/// Gateways and prepaid vendors know one service; \a provider is where OpenRouter sends a request.
Stream gatewayStream(int id, const QString &vendor, const QString &provider, const QString &model, int perDay,
                     int inputPer, int outputPer)
{
    Stream stream = tokenStream(id, vendor, {}, {}, {}, model, perDay, inputPer, 0, 0, outputPer);
    stream.endpoint = provider;
    return stream;
}

/// Prices per million of input and output; what is never used costs nothing.
QList<PriceRow> gatewayPrices(const QString &model, const QString &input, const QString &output,
                              Currency currency)
{
    QList<PriceRow> rows = tokenPrices(model, start, {input, u"0"_s, u"0"_s, output});
    for (PriceRow &row : rows)
        row.currency = currency;
    return rows;
}

} // namespace

VendorWorld openRouterWorld()
{
    const QString vendor = u"openrouter"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.streams
        = {gatewayStream(701, vendor, u"Anthropic"_s, u"anthropic/claude-sonnet-5.5"_s, 30, 2500, 400),
           gatewayStream(702, vendor, u"Google"_s, u"anthropic/claude-sonnet-5.5"_s, 10, 2500, 400),
           gatewayStream(703, vendor, u"DeepInfra"_s, u"meta-llama/llama-4-maverick"_s, 200, 900, 150)};
    world.prices = gatewayPrices(u"anthropic/claude-sonnet-5.5"_s, u"2"_s, u"10"_s, Currency::usd())
        + gatewayPrices(u"meta-llama/llama-4-maverick"_s, u"0.15"_s, u"0.6"_s, Currency::usd());
    return world;
}

VendorWorld deepSeekWorld()
{
    VendorWorld world;
    world.vendor = u"deepseek"_s;
    world.streams = {gatewayStream(711, world.vendor, u"chat"_s, u"deepseek-chat-sandbox"_s, 400, 1500, 300)};
    world.prices = gatewayPrices(u"deepseek-chat-sandbox"_s, u"2"_s, u"3"_s, Currency::cny());
    return world;
}

VendorWorld moonshotWorld()
{
    VendorWorld world;
    world.vendor = u"moonshot"_s;
    world.streams = {gatewayStream(721, world.vendor, u"chat"_s, u"kimi-sandbox"_s, 120, 4000, 500)};
    world.prices = gatewayPrices(u"kimi-sandbox"_s, u"4"_s, u"16"_s, Currency::cny());
    return world;
}

VendorWorld siliconFlowWorld()
{
    VendorWorld world;
    world.vendor = u"siliconflow"_s;
    world.streams = {gatewayStream(731, world.vendor, u"chat"_s, u"qwen-sandbox"_s, 300, 1200, 250)};
    world.prices = gatewayPrices(u"qwen-sandbox"_s, u"0.5"_s, u"1.5"_s, Currency::usd());
    return world;
}

VendorWorld lanyingWorld()
{
    // Metered in points that have no price: nothing here is ever billed.
    VendorWorld world;
    world.vendor = u"lanying"_s;
    world.streams = {gatewayStream(741, world.vendor, u"share"_s, u"gpt-4o-mini"_s, 150, 1500, 300),
                     gatewayStream(742, world.vendor, u"self"_s, u"gpt-4o"_s, 40, 3000, 400)};
    return world;
}

} // namespace Costglass
