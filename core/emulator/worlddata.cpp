// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QDate rotation(2026, 9, 15);

Stream tokens(int id, const QString &vendor, const QString &project, const QString &key, const QString &user,
              const QString &model, int perDay, int inputPer, int cachedPermille, int writtenPermille,
              int outputPer)
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
    Stream oldKey = tokens(1, vendor, support, u"key_support2025"_s, u"user_Ops"_s, u"gpt-6.1-sol"_s, 1500,
                           2000, 600, 0, 250);
    oldKey.to = rotation;
    oldKey.late = true;
    Stream newKey = tokens(1, vendor, support, u"key_support2026"_s, u"user_Ops"_s, u"gpt-6.1-sol"_s, 1500,
                           2000, 600, 0, 250);
    newKey.from = rotation;
    newKey.late = true;
    Stream batch = tokens(3, vendor, shop, u"key_shopBatch"_s, u"user_Shop"_s, u"gpt-6.1-terra"_s, 5000, 700,
                          0, 0, 120);
    batch.tier = u"batch"_s;
    Stream legacy = tokens(4, vendor, u"proj_LegacySearch"_s, u"key_legacy"_s, u"user_Shop"_s, u"gpt-5.5"_s,
                           400, 1500, 300, 0, 200);
    legacy.to = QDate(2026, 7, 1);
    Stream embeddings = tokens(5, vendor, shop, u"key_shop"_s, u"user_Shop"_s, u"text-embedding-3-small"_s,
                               20'000, 300, 0, 0, 0);
    embeddings.endpoint = u"embeddings"_s;
    Stream moderation = tokens(6, vendor, support, u"key_supportTools"_s, u"user_Ops"_s,
                               u"omni-moderation-latest"_s, 1500, 120, 0, 0, 0);
    moderation.endpoint = u"moderations"_s;
    Stream decisions = tokens(7, vendor, research, u"key_research"_s, u"user_Research"_s, u"gpt-6.1-terra"_s,
                              60, 900, 0, 0, 40);
    decisions.endpoint = u"decisions"_s;
    decisions.from = QDate(2026, 9, 1);
    return {oldKey,
            newKey,
            tokens(2, vendor, research, u"key_research"_s, u"user_Research"_s, u"gpt-6-astra"_s, 200, 6000,
                   200, 50, 900),
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

QList<Stream> anthropicStreams()
{
    const QString vendor = u"anthropic"_s;
    Stream batch = tokens(23, vendor, u"wrkspc_01Research"_s, u"apikey_01BatchEval"_s, {},
                          u"claude-opus-5-5"_s, 60, 4000, 0, 0, 800);
    batch.tier = u"batch"_s;
    batch.spike = 45;
    Stream code = tokens(21, vendor, u"wrkspc_01DevTeam"_s, u"apikey_01ClaudeCode"_s, {},
                         u"claude-opus-5-5"_s, 330, 9000, 700, 100, 600);
    code.late = true;
    Stream searches{
        25, vendor, u"web_search"_s, {}, u"apikey_01App"_s, {}, u"claude-sonnet-5-5"_s, u"standard"_s, 20};
    searches.meter = u"calls"_s;
    return {code,
            tokens(22, vendor, {}, u"apikey_01App"_s, {}, u"claude-sonnet-5-5"_s, 800, 3000, 500, 50, 300),
            batch, tokens(24, vendor, {}, {}, {}, u"claude-haiku-4-5"_s, 90, 1200, 0, 0, 400), searches};
}

} // namespace

QList<Stream> worldStreams()
{
    return openAiStreams() + anthropicStreams();
}

PriceBook worldPrices()
{
    PriceBook book;
    const auto add
        = [&book](const QString &model, const QString &meter, const QString &price, qint64 per, QDate from) {
              book.add({model, meter, from, *Money::parse(price, Currency::usd()), per});
          };
    const QDate start(2024, 1, 1);
    const QDate change(2026, 6, 1);
    constexpr qint64 Million = 1'000'000;
    const auto model = [&](const QString &name, QDate from, const QStringList &prices) {
        const QStringList meters{u"input"_s, u"cached_input"_s, u"cache_write"_s, u"output"_s};
        for (qsizetype i = 0; i < prices.size(); ++i)
            add(name, meters[i], prices[i], Million, from);
    };
    model(u"gpt-6.1-sol"_s, start, {u"2.5"_s, u"0.125"_s, u"3.125"_s, u"12"_s});
    model(u"gpt-6.1-sol"_s, change, {u"2"_s, u"0.1"_s, u"2.5"_s, u"10"_s});
    model(u"gpt-6.1-terra"_s, start, {u"1"_s, u"0.05"_s, u"1.25"_s, u"5"_s});
    model(u"gpt-6-astra"_s, start, {u"4"_s, u"0.4"_s, u"5"_s, u"16"_s});
    model(u"gpt-5.5"_s, start, {u"1.25"_s, u"0.125"_s, u"1.25"_s, u"10"_s});
    add(u"text-embedding-3-small"_s, u"input"_s, u"0.02"_s, Million, start);
    add(u"gpt-image-1"_s, u"images"_s, u"0.042"_s, 1, start);
    add(u"tts-1"_s, u"characters"_s, u"15"_s, Million, start);
    add(u"whisper-1"_s, u"seconds"_s, u"0.0001"_s, 1, start);
    add(u"Vector storage"_s, u"bytes"_s, u"0.1"_s, qint64(1) << 30, start);
    add(u"Code interpreter sessions"_s, u"sessions"_s, u"0.03"_s, 1, start);
    add(u"File search tool calls"_s, u"calls"_s, u"2.5"_s, 1000, start);
    add(u"Web search tool calls"_s, u"calls"_s, u"10"_s, 1000, start);
    model(u"claude-opus-5-5"_s, start, {u"4"_s, u"0.2"_s, u"5"_s, u"20"_s});
    model(u"claude-sonnet-5-5"_s, start, {u"2"_s, u"0.1"_s, u"2.5"_s, u"10"_s});
    model(u"claude-haiku-4-5"_s, start, {u"1"_s, u"0.1"_s, u"1.25"_s, u"5"_s});
    add(u"claude-sonnet-5-5"_s, u"calls"_s, u"10"_s, 1000, start);
    return book;
}

QList<WorldName> worldProjects(const QString &vendor)
{
    if (vendor == u"anthropic")
        return {{u"wrkspc_01DevTeam"_s, u"Dev team"_s}, {u"wrkspc_01Research"_s, u"Research"_s}};
    return {{u"proj_SupportBot"_s, u"Support bot"_s},
            {u"proj_Research"_s, u"Research"_s},
            {u"proj_ShopAssistant"_s, u"Shop assistant"_s},
            {u"proj_LegacySearch"_s, u"Legacy search"_s}};
}

QList<WorldName> worldKeys(const QString &vendor)
{
    if (vendor == u"anthropic") {
        return {{u"apikey_01ClaudeCode"_s, u"claude-code"_s, u"wrkspc_01DevTeam"_s},
                {u"apikey_01App"_s, u"app"_s},
                {u"apikey_01BatchEval"_s, u"batch-eval"_s, u"wrkspc_01Research"_s}};
    }
    return {{u"key_support2025"_s, u"support-2025"_s, u"proj_SupportBot"_s},
            {u"key_support2026"_s, u"support-2026"_s, u"proj_SupportBot"_s},
            {u"key_supportTools"_s, u"support-tools"_s, u"proj_SupportBot"_s},
            {u"key_research"_s, u"research"_s, u"proj_Research"_s},
            {u"key_shop"_s, u"shop"_s, u"proj_ShopAssistant"_s},
            {u"key_shopBatch"_s, u"shop-batch"_s, u"proj_ShopAssistant"_s},
            {u"key_legacy"_s, u"legacy"_s, u"proj_LegacySearch"_s}};
}

QList<WorldName> worldUsers(const QString &vendor)
{
    if (vendor == u"anthropic")
        return {{u"user_01Admin"_s, u"Admin"_s}};
    return {
        {u"user_Ops"_s, u"Operations"_s}, {u"user_Research"_s, u"Research"_s}, {u"user_Shop"_s, u"Shop"_s}};
}

} // namespace Costglass
