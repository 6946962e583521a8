// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

/// Shaped like LiteLLM's list, with figures that are easy to check by hand.
const QByteArray liteLlm = R"({
  "sample_spec": {"litellm_provider": "one of …", "input_cost_per_token": 0.0},
  "plain": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07,
    "cache_read_input_token_cost": 2.8e-09, "input_cost_per_token_batches": 7e-08, "output_cost_per_token_batches": 3e-07,
    "input_cost_per_token_priority": 3e-07, "regional_processing_uplift_multiplier_eu": 1.1},
  "azure/plain": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 2e-07, "output_cost_per_token": 8e-07},
  "claude": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
    "input_cost_per_token_above_200k_tokens": 6e-06, "output_cost_per_token_above_200k_tokens": 2.25e-05,
    "cache_creation_input_token_cost": 3.75e-06, "cache_creation_input_token_cost_above_1hr": 6e-06,
    "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05,
    "search_context_cost_per_query": {"search_context_size_low": 0.01, "search_context_size_medium": 0.02}},
  "xai/grok": {"litellm_provider": "xai", "mode": "chat", "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06,
    "input_cost_per_token_above_200k_tokens": 4e-06, "output_cost_per_token_above_200k_tokens": 1.2e-05},
  "dashscope/qwen": {"litellm_provider": "dashscope", "mode": "chat", "tiered_pricing": [
    {"range": [0, 32000.0], "input_cost_per_token": 1.2e-06, "output_cost_per_token": 6e-06},
    {"range": [32000.0, 128000.0], "input_cost_per_token": 2.4e-06, "output_cost_per_token": 1.2e-05}]},
  "painter": {"litellm_provider": "openai", "mode": "image_generation", "input_cost_per_image": 0.04},
  "reader": {"litellm_provider": "mistral", "mode": "ocr", "ocr_cost_per_page": 0.001},
  "hearer": {"litellm_provider": "openai", "mode": "audio_transcription", "input_cost_per_second": 0.0002833333333333333,
    "output_cost_per_second": 0.0},
  "talker": {"litellm_provider": "openai", "mode": "audio_speech", "input_cost_per_character": 1.5e-05},
  "nothing": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": null}
})";

QString costOf(const PriceList &list, const PriceQuery &query, const QList<Quantity> &use)
{
    PriceBook book;
    book.add(list);
    const auto priced = book.price(query, use);
    return priced && priced->cost ? priced->cost->toString() : u"unpriced"_s;
}

} // namespace

class TestPriceLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLiteLlm_data();
    void readsLiteLlm();
    void readsModelsDev();
    void readsOpenRouter();
    void catalogueKeepsItsConditions();
    void writesWhatItReads();
    void refusesWithThePlace_data();
    void refusesWithThePlace();
    void findsOutTheFormat();
};

void TestPriceLists::readsLiteLlm_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &vendor, const QString &model, const QString &tier,
                        const QString &region, const QString &use, const QString &expected) {
        QTest::addRow("%s %s %s %s", qPrintable(vendor), qPrintable(model), qPrintable(tier), qPrintable(use))
            << vendor << model << tier << region << use << expected;
    };
    row(u"openai"_s, u"plain"_s, {}, {}, u"input=1000,output=100"_s, u"0.00021"_s);
    row(u"openai"_s, u"plain"_s, {}, {}, u"cached_input=1"_s, u"0.0000000028"_s);
    row(u"openai"_s, u"plain"_s, {}, u"eu"_s, u"input=1000"_s, u"0.000165"_s);
    row(u"openai"_s, u"plain"_s, u"batch"_s, {}, u"input=1000,output=100"_s, u"0.0001"_s);
    row(u"openai"_s, u"plain"_s, u"batch"_s, {}, u"cached_input=1000"_s,
        u"0.0000014"_s); // half, by the list's rule
    row(u"openai"_s, u"plain"_s, u"priority"_s, {}, u"input=1000,output=100"_s,
        u"0.00036"_s); // output as standard
    row(u"openai"_s, u"azure/plain"_s, {}, {}, u"input=1000"_s, u"unpriced"_s);
    row(u"azure"_s, u"azure/plain"_s, {}, {}, u"input=1000"_s, u"0.0002"_s);
    row(u"azure"_s, u"plain"_s, {}, {}, u"input=1000"_s, u"0.0002"_s);
    row({}, u"plain"_s, {}, {}, u"input=1000"_s, u"0.00015"_s);
    row(u"anthropic"_s, u"claude"_s, {}, {}, u"input=200000,output=10"_s, u"0.60015"_s);
    row(u"anthropic"_s, u"claude"_s, {}, {}, u"input=200001,output=10"_s, u"1.200231"_s);
    row(u"anthropic"_s, u"claude"_s, {}, {}, u"cache_write_5m=1000,cache_write_1h=1000"_s, u"0.00975"_s);
    row(u"anthropic"_s, u"claude"_s, {}, {}, u"input=200000,cache_write_1h=1000"_s, u"1.212"_s);
    row(u"anthropic"_s, u"claude"_s, {}, {}, u"web_searches=3"_s, u"0.06"_s);
    row(u"xai"_s, u"grok"_s, {}, {}, u"input=199999"_s, u"0.399998"_s);
    row(u"xai"_s, u"grok"_s, {}, {}, u"input=200000"_s, u"0.8"_s);
    row(u"dashscope"_s, u"qwen"_s, {}, {}, u"input=32000,output=10"_s, u"0.03846"_s);
    row(u"alibaba"_s, u"qwen"_s, {}, {}, u"input=32001,output=10"_s, u"0.0769224"_s);
    row(u"dashscope"_s, u"qwen"_s, {}, {}, u"input=200000"_s, u"0.48"_s);
    row(u"openai"_s, u"painter"_s, {}, {}, u"images=3"_s, u"0.12"_s);
    row(u"mistral"_s, u"reader"_s, {}, {}, u"pages=7"_s, u"0.007"_s);
    row(u"openai"_s, u"hearer"_s, {}, {}, u"seconds=60"_s, u"0.016999999999999998"_s);
    row(u"openai"_s, u"talker"_s, {}, {}, u"characters=2350"_s, u"0.03525"_s);
    row(u"openai"_s, u"nothing"_s, {}, {}, u"input=1"_s, u"unpriced"_s);
    row(u"one of …"_s, u"sample_spec"_s, {}, {}, u"input=1"_s, u"unpriced"_s);
}

void TestPriceLists::readsLiteLlm()
{
    QFETCH(QString, vendor);
    QFETCH(QString, model);
    QFETCH(QString, tier);
    QFETCH(QString, region);
    QFETCH(QString, use);
    QFETCH(QString, expected);
    const auto list = readPriceList(liteLlm, PriceListFormat::LiteLlm, u"list"_s);
    QVERIFY(list);
    QList<Quantity> quantities;
    for (const QString &part : use.split(u','))
        quantities.append({part.section(u'=', 0, 0), Decimal::of(part.section(u'=', 1))});
    QCOMPARE(costOf(*list, {vendor, model, 0, *tierFromName(tier), region}, quantities), expected);
}

void TestPriceLists::readsModelsDev()
{
    const auto list = readPriceList(R"({
      "openai": {"id": "openai", "models": {"gpt": {"id": "gpt", "last_updated": "2026-08-01",
        "cost": {"input": 5, "output": 30, "cache_read": 0.5,
          "tiers": [{"input": 10, "output": 45, "cache_read": 1, "tier": {"type": "context", "size": 272000}}],
          "context_over_200k": {"input": 10, "output": 45}}}}},
      "google": {"models": {"gemini": {"cost": {"input": 2, "output": 12, "context_over_200k": {"input": 4, "output": 18}}},
        "free": {"id": "free"},
        "odd": {"cost": {"input": 1, "tiers": [{"input": 2, "tier": {"type": "moon", "size": 5}}]}}}}})",
                                    PriceListFormat::ModelsDev, u"api.json"_s);
    QVERIFY(list);
    const auto cost = [&](const QString &vendor, const QString &model, qint64 input) {
        return costOf(*list, {vendor, model}, {{u"input"_s, input}});
    };
    QCOMPARE(cost(u"openai"_s, u"gpt"_s, 272'000), u"1.36"_s);
    QCOMPARE(cost(u"openai"_s, u"gpt"_s, 272'001), u"2.72001"_s);
    QCOMPARE(cost(u"google"_s, u"gemini"_s, 200'000), u"0.4"_s);
    QCOMPARE(cost(u"gemini"_s, u"gemini"_s, 200'001), u"0.800004"_s);
    QCOMPARE(cost(u"google"_s, u"free"_s, 1), u"unpriced"_s);
    // Under a condition that nobody knows a model has no price at all, and the list says so.
    QCOMPARE(cost(u"google"_s, u"odd"_s, 1), u"unpriced"_s);
    QVERIFY(list->notes.join(u' ').contains(u"google.odd.tiers[0]"));
    QCOMPARE(list->rows.front().provenance.source, u"api.json"_s);
}

void TestPriceLists::readsOpenRouter()
{
    const auto list = readPriceList(R"({"data": [
      {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}},
      {"id": "meta/llama", "canonical_slug": "meta/llama-2026", "pricing": {"prompt": "0.0000001", "completion": "0.00000032",
        "request": "0.005", "image": "0", "internal_reasoning": "0", "input_cache_read": "0.00000001"}}]})",
                                    PriceListFormat::OpenRouter, u"models"_s);
    QVERIFY(list);
    QCOMPARE(list->notes.size(), 1);
    const QList<Quantity> use{
        {u"input"_s, 1000}, {u"output"_s, 100}, {u"requests"_s, 1}, {u"reasoning"_s, 50}};
    QCOMPARE(costOf(*list, {u"openrouter"_s, u"meta/llama"_s}, use), u"0.005132"_s);
    QCOMPARE(costOf(*list, {u"openrouter"_s, u"meta/llama-2026"_s}, use), u"0.005132"_s);
    QCOMPARE(costOf(*list, {u"openrouter"_s, u"openrouter/auto"_s}, use), u"unpriced"_s);
}

void TestPriceLists::catalogueKeepsItsConditions()
{
    const PriceList &list = bundledPrices();
    const qint64 now = *parseRfc3339(u"2026-11-24T12:00:00Z");
    const auto cost = [&](PriceQuery query, const QString &meter, qint64 amount) {
        query.at = query.at ? query.at : now;
        return costOf(list, query, {{meter, amount}});
    };
    // No cached rate is published: the input price. A cancelled increase is not in force.
    QCOMPARE(cost({u"openai"_s, u"gpt-5.5-pro"_s}, u"cached_input"_s, 1'000'000), u"30"_s);
    QCOMPARE(cost({u"anthropic"_s, u"claude-sonnet-5"_s}, u"input"_s, 1'000'000), u"2"_s);
    // Before its cut a model had another price; what writing to its cache cost then is not told.
    const qint64 july = *parseRfc3339(u"2026-07-15T00:00:00Z");
    QCOMPARE(cost({u"openai"_s, u"gpt-5.6-luna"_s, july}, u"input"_s, 100'000), u"0.1"_s);
    QCOMPARE(cost({u"openai"_s, u"gpt-5.6-luna"_s, july}, u"cache_write_30m"_s, 100'000), u"unpriced"_s);
    // The doubtful fast mode of an older model has no price; batch prices that the table leaves out are half.
    QCOMPARE(cost({u"anthropic"_s, u"claude-opus-4-8"_s, 0, Tier::Priority}, u"input"_s, 1), u"unpriced"_s);
    QCOMPARE(cost({u"openai"_s, u"gpt-5.5"_s, 0, Tier::Batch}, u"cached_input"_s, 1'000'000), u"0.5"_s);
    // What already contains the tenth for its region does not get it twice.
    QCOMPARE(cost({u"aws"_s, u"anthropic.claude-opus-5"_s, 0, Tier::Standard, u"regional"_s}, u"input"_s,
                  1'000'000),
             u"5.5"_s);
    QCOMPARE(cost({u"aws"_s, u"anthropic.claude-opus-5"_s}, u"input"_s, 1'000'000), u"5"_s);
    QCOMPARE(cost({u"zhipu"_s, u"glm-5.3"_s}, u"input"_s, 1'000'000), u"unpriced"_s);
    QCOMPARE(cost({u"zhipu"_s, u"glm-5.3"_s, 0, Tier::Standard, u"intl"_s}, u"input"_s, 1'000'000), u"1.4"_s);
    // Before the peak scheme began there was one price all day.
    const qint64 august = *parseRfc3339(u"2026-08-14T02:00:00Z");
    QCOMPARE(cost({u"deepseek"_s, u"deepseek-v4-pro"_s, august}, u"input"_s, 1'000'000), u"0.435"_s);
}

void TestPriceLists::writesWhatItReads()
{
    const PriceList &list = bundledPrices();
    const auto again = readPriceList(writePriceRows(list), u"file"_s);
    QVERIFY(again);
    QCOMPARE(writePriceRows(*again), writePriceRows(list));
    QCOMPARE(again->rows.size(), list.rows.size());
    QCOMPARE(again->schedules.front().rule(), list.schedules.front().rule());
}

void TestPriceLists::refusesWithThePlace_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, PriceListFormat format, const char *text, const QString &place) {
        QTest::newRow(name) << static_cast<int>(format) << QByteArray(text) << place;
    };
    row("no JSON", PriceListFormat::LiteLlm, "{\"a\":", u"byte"_s);
    row("empty", PriceListFormat::LiteLlm, "{}", u"litellm"_s);
    row("an array", PriceListFormat::LiteLlm, "[]", u"JSON object"_s);
    row("negative", PriceListFormat::LiteLlm,
        R"({"m": {"litellm_provider": "p", "input_cost_per_token": -1e-6}})", u"m.input_cost_per_token"_s);
    row("a word", PriceListFormat::LiteLlm,
        R"({"m": {"litellm_provider": "p", "input_cost_per_token": "cheap"}})", u"m.input_cost_per_token"_s);
    row("another list", PriceListFormat::ModelsDev,
        R"({"m": {"litellm_provider": "p", "input_cost_per_token": 1}})", u"m"_s);
    row("no id", PriceListFormat::OpenRouter, R"({"data": [{"pricing": {"prompt": "1"}}]})", u"data[0]"_s);
    row("another schema", PriceListFormat::Catalogue, R"({"schema": "ai-fee-catalogue/9"})", u"schema"_s);
    row("a currency", PriceListFormat::Catalogue,
        R"({"schema": "ai-fee-catalogue/1", "models": [{"vendor": "v", "id": "m", "currency": "$", "unit": "per_1M_tokens"}]})",
        u"models[0]"_s);
    row("a unit", PriceListFormat::Catalogue,
        R"({"schema": "ai-fee-catalogue/1", "models": [{"vendor": "v", "id": "m", "currency": "USD", "unit": "per_1K"}]})",
        u"models[0].unit"_s);
    row("overlapping rows", PriceListFormat::Rows,
        R"({"schema": "costglass-prices/1", "rows": [
          {"vendor": "v", "model": "m", "meter": "input", "price": "1", "per": "1000", "currency": "USD"},
          {"vendor": "v", "model": "m", "meter": "input", "price": "2", "per": "1000", "currency": "USD"}]})",
        u"v/m"_s);
    row("a row without unit", PriceListFormat::Rows,
        R"({"schema": "costglass-prices/1", "rows": [{"vendor": "v", "model": "m", "meter": "input", "price": "1", "currency": "USD"}]})",
        u"rows[0]"_s);
}

void TestPriceLists::refusesWithThePlace()
{
    QFETCH(int, format);
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const auto list = readPriceList(text, static_cast<PriceListFormat>(format), u"list"_s);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Format);
    QVERIFY2(list.error().detail.contains(place), qPrintable(list.error().detail));
}

void TestPriceLists::findsOutTheFormat()
{
    QCOMPARE(readPriceList(liteLlm, u"list"_s)->rows.size(),
             readPriceList(liteLlm, PriceListFormat::LiteLlm, u"list"_s)->rows.size());
    QVERIFY(readPriceList(bundledCatalogue(), u"list"_s));
    QCOMPARE(readPriceList(R"({"hello": "world"})", u"list"_s).error().kind, Error::Kind::Format);
}

QTEST_APPLESS_MAIN(TestPriceLists)
#include "tst_pricelists.moc"
