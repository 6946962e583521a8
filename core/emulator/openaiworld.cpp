// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate rotation(2026, 9, 15);

Stream metered(int id, const QString &endpoint, const QString &project, const QString &key,
               const QString &user, const QString &model, int perDay, const QString &meter)
{
    Stream stream{id, u"openai"_s, endpoint, project, key, user, model, u"default"_s, perDay};
    stream.meter = meter;
    return stream;
}

QList<Stream> openAiStreams()
{
    const QString vendor = u"openai"_s;
    const QString support = u"proj_SupportBot"_s;
    const QString research = u"proj_Research"_s;
    const QString shop = u"proj_ShopAssistant"_s;
    Stream oldKey = tokenStream(1, vendor, support, u"key_support2025"_s, u"user_Ops"_s, u"gpt-6.1-sol"_s,
                                1500, 2000, 600, 0, 250);
    oldKey.to = rotation;
    oldKey.late = true;
    Stream newKey = tokenStream(1, vendor, support, u"key_support2026"_s, u"user_Ops"_s, u"gpt-6.1-sol"_s,
                                1500, 2000, 600, 0, 250);
    newKey.from = rotation;
    newKey.late = true;
    Stream batch = tokenStream(3, vendor, shop, u"key_shopBatch"_s, u"user_Shop"_s, u"gpt-6.1-terra"_s, 5000,
                               700, 0, 0, 120);
    batch.tier = u"batch"_s;
    Stream legacy = tokenStream(4, vendor, u"proj_LegacySearch"_s, u"key_legacy"_s, u"user_Shop"_s,
                                u"gpt-5.5"_s, 400, 1500, 300, 0, 200);
    legacy.to = QDate(2026, 7, 1);
    Stream embeddings = tokenStream(5, vendor, shop, u"key_shop"_s, u"user_Shop"_s,
                                    u"text-embedding-3-small"_s, 20'000, 300, 0, 0, 0);
    embeddings.endpoint = u"embeddings"_s;
    Stream moderation = tokenStream(6, vendor, support, u"key_supportTools"_s, u"user_Ops"_s,
                                    u"omni-moderation-latest"_s, 1500, 120, 0, 0, 0);
    moderation.endpoint = u"moderations"_s;
    Stream decisions = tokenStream(7, vendor, research, u"key_research"_s, u"user_Research"_s,
                                   u"gpt-6.1-terra"_s, 60, 900, 0, 0, 40);
    decisions.endpoint = u"decisions"_s;
    decisions.from = QDate(2026, 9, 1);
    return {oldKey,
            newKey,
            tokenStream(2, vendor, research, u"key_research"_s, u"user_Research"_s, u"gpt-6-astra"_s, 200,
                        6000, 200, 50, 900),
            batch,
            legacy,
            embeddings,
            moderation,
            decisions,
            metered(8, u"images"_s, shop, u"key_shop"_s, u"user_Shop"_s, u"gpt-image-1"_s, 25, u"images"_s),
            metered(9, u"audio_speeches"_s, support, u"key_supportTools"_s, u"user_Ops"_s, u"tts-1"_s, 40'000,
                    u"characters"_s),
            metered(10, u"audio_transcriptions"_s, support, u"key_supportTools"_s, u"user_Ops"_s,
                    u"whisper-1"_s, 3000, u"seconds"_s),
            metered(11, u"vector_stores"_s, support, {}, {}, u"Vector storage"_s, 1, u"bytes"_s),
            metered(12, u"code_interpreter_sessions"_s, research, {}, {}, u"Code interpreter sessions"_s, 8,
                    u"sessions"_s),
            metered(13, u"file_search_calls"_s, support, u"key_supportTools"_s, u"user_Ops"_s,
                    u"File search tool calls"_s, 100, u"calls"_s),
            metered(14, u"web_search_calls"_s, research, u"key_research"_s, u"user_Research"_s,
                    u"Web search tool calls"_s, 60, u"calls"_s)};
}

QList<PriceRow> prices()
{
    const QDate start(2024, 1, 1);
    const QDate change(2026, 6, 1);
    constexpr qint64 Million = 1'000'000;
    return tokenPrices(u"gpt-6.1-sol"_s, start, {u"2.5"_s, u"0.125"_s, u"3.125"_s, u"12"_s})
        + tokenPrices(u"gpt-6.1-sol"_s, change, {u"2"_s, u"0.1"_s, u"2.5"_s, u"10"_s})
        + tokenPrices(u"gpt-6.1-terra"_s, start, {u"1"_s, u"0.05"_s, u"1.25"_s, u"5"_s})
        + tokenPrices(u"gpt-6-astra"_s, start, {u"4"_s, u"0.4"_s, u"5"_s, u"16"_s})
        + tokenPrices(u"gpt-5.5"_s, start, {u"1.25"_s, u"0.125"_s, u"1.25"_s, u"10"_s})
        + QList<PriceRow>{worldPrice(u"text-embedding-3-small"_s, u"input"_s, u"0.02"_s, Million),
                          worldPrice(u"gpt-image-1"_s, u"images"_s, u"0.042"_s, 1),
                          worldPrice(u"tts-1"_s, u"characters"_s, u"15"_s, Million),
                          worldPrice(u"whisper-1"_s, u"seconds"_s, u"0.0001"_s, 1),
                          worldPrice(u"Vector storage"_s, u"bytes"_s, u"0.1"_s, qint64(1) << 30),
                          worldPrice(u"Code interpreter sessions"_s, u"sessions"_s, u"0.03"_s, 1),
                          worldPrice(u"File search tool calls"_s, u"calls"_s, u"2.5"_s, 1000),
                          worldPrice(u"Web search tool calls"_s, u"calls"_s, u"10"_s, 1000)};
}

} // namespace

VendorWorld openAiWorld()
{
    VendorWorld world;
    world.vendor = u"openai"_s;
    world.streams = openAiStreams();
    world.prices = prices();
    world.projects = {{u"proj_SupportBot"_s, u"Support bot"_s},
                      {u"proj_Research"_s, u"Research"_s},
                      {u"proj_ShopAssistant"_s, u"Shop assistant"_s},
                      {u"proj_LegacySearch"_s, u"Legacy search"_s}};
    world.keys = {{u"key_support2025"_s, u"support-2025"_s, u"proj_SupportBot"_s},
                  {u"key_support2026"_s, u"support-2026"_s, u"proj_SupportBot"_s},
                  {u"key_supportTools"_s, u"support-tools"_s, u"proj_SupportBot"_s},
                  {u"key_research"_s, u"research"_s, u"proj_Research"_s},
                  {u"key_shop"_s, u"shop"_s, u"proj_ShopAssistant"_s},
                  {u"key_shopBatch"_s, u"shop-batch"_s, u"proj_ShopAssistant"_s},
                  {u"key_legacy"_s, u"legacy"_s, u"proj_LegacySearch"_s}};
    world.users = {
        {u"user_Ops"_s, u"Operations"_s}, {u"user_Research"_s, u"Research"_s}, {u"user_Shop"_s, u"Shop"_s}};
    world.quarterCredit = Money::fromNanos(-7'500'000'000, Currency::usd());
    return world;
}

} // namespace Costglass
