// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QList<Stream> anthropicStreams()
{
    const QString vendor = u"anthropic"_s;
    Stream batch = tokenStream(23, vendor, u"wrkspc_01Research"_s, u"apikey_01BatchEval"_s, {},
                               u"claude-opus-5-5"_s, 60, 4000, 0, 0, 800);
    batch.tier = u"batch"_s;
    batch.spike = 45;
    Stream code = tokenStream(21, vendor, u"wrkspc_01DevTeam"_s, u"apikey_01ClaudeCode"_s, {},
                              u"claude-opus-5-5"_s, 330, 9000, 700, 100, 600);
    code.late = true;
    Stream searches{
        25, vendor, u"web_search"_s, {}, u"apikey_01App"_s, {}, u"claude-sonnet-5-5"_s, u"standard"_s, 20};
    searches.meter = u"calls"_s;
    return {
        code,
        tokenStream(22, vendor, {}, u"apikey_01App"_s, {}, u"claude-sonnet-5-5"_s, 800, 3000, 500, 50, 300),
        batch, tokenStream(24, vendor, {}, {}, {}, u"claude-haiku-4-5"_s, 90, 1200, 0, 0, 400), searches};
}

} // namespace

VendorWorld anthropicWorld()
{
    VendorWorld world;
    world.vendor = u"anthropic"_s;
    world.streams = anthropicStreams();
    const QDate start(2024, 1, 1);
    world.prices = tokenPrices(u"claude-opus-5-5"_s, start, {u"4"_s, u"0.2"_s, u"5"_s, u"20"_s})
        + tokenPrices(u"claude-sonnet-5-5"_s, start, {u"2"_s, u"0.1"_s, u"2.5"_s, u"10"_s})
        + tokenPrices(u"claude-haiku-4-5"_s, start, {u"1"_s, u"0.1"_s, u"1.25"_s, u"5"_s})
        + QList<PriceRow>{worldPrice(u"claude-sonnet-5-5"_s, u"calls"_s, u"10"_s, 1000)};
    world.projects = {{u"wrkspc_01DevTeam"_s, u"Dev team"_s}, {u"wrkspc_01Research"_s, u"Research"_s}};
    world.keys = {{u"apikey_01ClaudeCode"_s, u"claude-code"_s, u"wrkspc_01DevTeam"_s},
                  {u"apikey_01App"_s, u"app"_s},
                  {u"apikey_01BatchEval"_s, u"batch-eval"_s, u"wrkspc_01Research"_s}};
    world.users = {{u"user_01Admin"_s, u"Admin"_s}};
    world.refreshSeconds = 4 * 3600;
    return world;
}

} // namespace Costglass
