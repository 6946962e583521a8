// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate start(2024, 1, 1);

/// Something that is charged by the piece; \a service is what the vendor's bill calls it.
Stream meteredStream(int id, const QString &vendor, const QString &service, const QString &model,
                     const QString &meter, int perDay)
{
    Stream stream = tokenStream(id, vendor, {}, {}, {}, model, perDay, 0, 0, 0, 0);
    stream.endpoint = service;
    stream.meter = meter;
    return stream;
}

} // namespace

VendorWorld gitHubWorld()
{
    const QString vendor = u"github"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.streams = {meteredStream(901, vendor, u"Copilot"_s, u"Claude Sonnet 5.5"_s, u"ai-credits"_s, 900),
                     meteredStream(902, vendor, u"Copilot"_s, u"GPT-6.1"_s, u"ai-credits"_s, 400),
                     meteredStream(903, vendor, u"Copilot"_s, u"Copilot Business"_s, u"seats"_s, 40)};
    world.streams[1].late = true;
    world.prices = {worldPrice(u"Claude Sonnet 5.5"_s, u"ai-credits"_s, u"0.01"_s, 1),
                    worldPrice(u"GPT-6.1"_s, u"ai-credits"_s, u"0.01"_s, 1),
                    worldPrice(u"Copilot Business"_s, u"seats"_s, u"0.633333333"_s, 1)};
    return world;
}

VendorWorld cursorWorld()
{
    const QString vendor = u"cursor"_s;
    const QString included = u"Included in Business"_s;
    const QString charged = u"Usage-based"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.users
        = {{u"robin@sandbox.invalid"_s, u"Robin"_s, {}}, {u"sascha@sandbox.invalid"_s, u"Sascha"_s, {}}};
    const auto stream = [&](int id, const QString &kind, int user, const QString &model, int perDay) {
        Stream one
            = tokenStream(id, vendor, {}, {}, world.users[user].id, model, perDay, 18'000, 600, 100, 900);
        one.endpoint = kind;
        return one;
    };
    world.streams
        = {stream(911, included, 0, u"composer-2"_s, 6), stream(912, charged, 0, u"composer-2"_s, 3),
           stream(913, charged, 1, u"claude-5.5-sonnet-thinking"_s, 4)};
    world.streams[2].late = true;
    world.prices = tokenPrices(u"composer-2"_s, start, {u"1.25"_s, u"0.125"_s, u"1.25"_s, u"10"_s})
        + tokenPrices(u"claude-5.5-sonnet-thinking"_s, start, {u"3"_s, u"0.3"_s, u"3.75"_s, u"15"_s});
    return world;
}

VendorWorld liteLlmWorld()
{
    const QString vendor = u"litellm"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.streams
        = {tokenStream(921, vendor, {}, {}, {}, u"azure/gpt-6.1-sandbox"_s, 90, 3000, 250, 0, 350),
           tokenStream(922, vendor, {}, {}, {}, u"bedrock/claude-sandbox"_s, 25, 9000, 500, 100, 800)};
    world.prices = tokenPrices(u"azure/gpt-6.1-sandbox"_s, start, {u"1.5"_s, u"0.15"_s, u"0"_s, u"9"_s})
        + tokenPrices(u"bedrock/claude-sandbox"_s, start, {u"3"_s, u"0.3"_s, u"3.75"_s, u"15"_s});
    return world;
}

VendorWorld xaiWorld()
{
    const QString vendor = u"xai"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.streams = {tokenStream(931, vendor, {}, {}, {}, u"grok-5-sandbox"_s, 60, 4000, 300, 0, 700)};
    world.prices = tokenPrices(u"grok-5-sandbox"_s, start, {u"2"_s, u"0.5"_s, u"0"_s, u"10"_s});
    return world;
}

VendorWorld elevenLabsWorld()
{
    VendorWorld world;
    world.vendor = u"elevenlabs"_s;
    world.streams
        = {meteredStream(941, world.vendor, u"speech"_s, u"eleven_v4_sandbox"_s, u"characters"_s, 9'000)};
    return world;
}

VendorWorld mistralWorld()
{
    const QString vendor = u"mistral"_s;
    VendorWorld world;
    world.vendor = vendor;
    world.streams = {tokenStream(951, vendor, {}, {}, {}, u"mistral-large-sandbox"_s, 80, 2200, 150, 0, 500),
                     tokenStream(952, vendor, {}, {}, {}, u"codestral-sandbox"_s, 150, 1500, 0, 0, 200)};
    world.prices = tokenPrices(u"mistral-large-sandbox"_s, start, {u"2"_s, u"0.2"_s, u"0"_s, u"6"_s})
        + tokenPrices(u"codestral-sandbox"_s, start, {u"0.3"_s, u"0.03"_s, u"0"_s, u"0.9"_s});
    return world;
}

VendorWorld zhipuWorld()
{
    VendorWorld world;
    world.vendor = u"zhipu"_s;
    world.streams = {tokenStream(961, world.vendor, {}, {}, {}, u"glm-sandbox"_s, 120, 20'000, 500, 0, 800)};
    return world;
}

VendorWorld miniMaxWorld()
{
    VendorWorld world;
    world.vendor = u"minimax"_s;
    world.streams
        = {tokenStream(971, world.vendor, {}, {}, {}, u"minimax-sandbox"_s, 900, 8'000, 500, 0, 600)};
    return world;
}

} // namespace Costglass
