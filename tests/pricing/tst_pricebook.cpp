// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"
#include "pricing/listcomparison.h"
#include "pricing/usagebody.h"

#include <QJsonDocument>
#include <QtTest>

#include <rapidcheck.h>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

PriceRow row(const QString &meter, const QString &price)
{
    PriceRow made;
    made.vendor = u"acme"_s;
    made.model = u"one"_s;
    made.meter = meter;
    made.price = Decimal::of(price);
    return made;
}

QString costOf(const PriceBook &book, const QList<Quantity> &use, PriceQuery query = {u"acme"_s, u"one"_s})
{
    const auto priced = book.price(query, use);
    if (!priced)
        return errorKindName(priced.error().kind);
    return priced->cost ? priced->cost->toString() : u"unpriced: "_s + priced->unpriced.join(u',');
}

QList<Quantity> usageOf(const char *json, const PriceBook &book)
{
    return usageFromJson(QJsonDocument::fromJson(json).object(), book).value_or(QList<Quantity>());
}

QString textOf(const QList<Quantity> &use)
{
    QStringList parts;
    for (const Quantity &quantity : use)
        parts.append(quantity.meter + u'=' + quantity.amount.toString());
    return parts.join(u' ');
}

} // namespace

class TestPriceBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesBelowANanoExactly();
    void takesTheRowOfTheInstant();
    void guessesNothing();
    void takesTheInputPriceForWantOfACachedOne();
    void prefersTierThenLongPromptThenOverride();
    void countsReasoningWithinOutput();
    void billsBlocksAndMinimum();
    void resolvesAliasesExactly();
    void aliasHoldsUntilItsOwnPrices();
    void refusesAbsurdQuantities();
    void keepsCurrenciesApart();
    void totalIsTheSumOfItsLines();
    void moreUseNeverCostsLess();
    void readsVendorsOwnUsage_data();
    void readsVendorsOwnUsage();
    void refusesBrokenUsage();
    void holdsImplausibleChanges();
    void bundledPricesNameTheirSource();
    void knowsTheNamesThatVendorsReport_data();
    void knowsTheNamesThatVendorsReport();
    void everyBundledAliasLeadsToAPrice();
};

void TestPriceBook::pricesBelowANanoExactly()
{
    PriceBook book;
    book.add(row(u"cached_input"_s, u"0.0028"_s));
    QCOMPARE(costOf(book, {{u"cached_input"_s, 1}}), u"0.0000000028"_s);
    QCOMPARE(costOf(book, {{u"cached_input"_s, 1'000'000'000}}), u"2.8"_s);
}

void TestPriceBook::takesTheRowOfTheInstant()
{
    PriceBook book;
    PriceRow later = row(u"input"_s, u"4"_s);
    later.from = *parseRfc3339(u"2026-12-01T00:00:00Z");
    book.add(later);
    book.add(row(u"input"_s, u"2"_s));
    const auto at = [&](const char16_t *instant) {
        return costOf(book, {{u"input"_s, 1'000'000}}, {u"acme"_s, u"one"_s, *parseRfc3339(instant)});
    };
    QCOMPARE(at(u"2026-11-30T23:59:59Z"), u"2"_s);
    QCOMPARE(at(u"2026-12-01T00:00:00Z"), u"4"_s);
    PriceRow ended = row(u"output"_s, u"8"_s);
    ended.until = later.from;
    book.add(ended);
    QCOMPARE(costOf(book, {{u"output"_s, 5}}, {u"acme"_s, u"one"_s, *later.from}), u"unpriced: output"_s);
}

void TestPriceBook::guessesNothing()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    QCOMPARE(costOf(book, {{u"input"_s, 5}}, {u"acme"_s, u"One"_s}), u"unpriced: input"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 5}}, {u"acme"_s, u"one-latest"_s}), u"unpriced: input"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 5}, {u"images"_s, 1}}), u"unpriced: images"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 5}}, {u"acme"_s, u"one"_s, 0, Tier::Batch}), u"unpriced: input"_s);
    QCOMPARE(costOf(book, {{u"images"_s, 0}}), u"0"_s);
}

void TestPriceBook::takesTheInputPriceForWantOfACachedOne()
{
    PriceBook book;
    book.add(row(u"input"_s, u"30"_s));
    QCOMPARE(costOf(book, {{u"cached_input"_s, 1'000'000}}), u"30"_s);
    QCOMPARE(costOf(book, {{u"cache_write_1h"_s, 1'000'000}}), u"30"_s);
    // Where one kind of write is priced, another is unknown.
    book.add(row(u"cache_write_5m"_s, u"37.5"_s));
    QCOMPARE(costOf(book, {{u"cache_write"_s, 1'000'000}}), u"37.5"_s);
    QCOMPARE(costOf(book, {{u"cache_write_1h"_s, 1'000'000}}), u"unpriced: cache_write_1h"_s);
}

void TestPriceBook::prefersTierThenLongPromptThenOverride()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    PriceRow batch = row(u"input"_s, u"0.9"_s);
    batch.tier = Tier::Batch;
    book.add(batch);
    PriceRow longer = row(u"input"_s, u"4"_s);
    longer.threshold = 200'000;
    book.add(longer);
    book.add(PriceFactor{u"acme"_s, u"one"_s, Tier::Batch, {}, Decimal::of(u"0.5")});
    book.add(PriceFactor{u"acme"_s, {}, {}, u"eu"_s, Decimal::of(u"1.1")});
    const PriceQuery inBatch{u"acme"_s, u"one"_s, 0, Tier::Batch};
    QCOMPARE(costOf(book, {{u"input"_s, 200'000}}), u"0.4"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 200'001}}), u"0.800004"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 100'000}}, inBatch), u"0.09"_s);
    // 200,001 × 4 × 0.5: the batch price of short prompts is not that of long ones.
    QCOMPARE(costOf(book, {{u"input"_s, 200'001}}, inBatch), u"0.400002"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 100'000}}, {u"acme"_s, u"one"_s, 0, Tier::Standard, u"EU"_s}),
             u"0.22"_s);
    // What is read from a cache belongs to the prompt.
    QCOMPARE(costOf(book, {{u"input"_s, 1}, {u"cached_input"_s, 200'000}}), u"0.800004"_s);
    PriceRow own = row(u"input"_s, u"1"_s);
    own.layer = PriceLayer::Override;
    book.add(own);
    QCOMPARE(costOf(book, {{u"input"_s, 300'000}}), u"0.3"_s);
    const auto priced = book.price(inBatch, {{u"input"_s, 10}});
    QCOMPARE(priced->lines.front().rule(), u"tier=batch"_s);
}

void TestPriceBook::countsReasoningWithinOutput()
{
    PriceBook book;
    book.add(row(u"output"_s, u"10"_s));
    QCOMPARE(costOf(book, {{u"output"_s, 1000}, {u"reasoning"_s, 400}}), u"0.01"_s);
    book.add(row(u"reasoning"_s, u"20"_s));
    QCOMPARE(costOf(book, {{u"output"_s, 1000}, {u"reasoning"_s, 400}}), u"0.014"_s);
    QCOMPARE(costOf(book, {{u"output"_s, 1000}, {u"reasoning"_s, 1001}}), u"Format"_s);
}

void TestPriceBook::billsBlocksAndMinimum()
{
    PriceBook book;
    PriceRow audio = row(u"seconds"_s, u"0.0001"_s);
    audio.per = 1;
    audio.block = 60;
    audio.minimum = 120;
    book.add(audio);
    QCOMPARE(costOf(book, {{u"seconds"_s, 1}}), u"0.012"_s);
    QCOMPARE(costOf(book, {{u"seconds"_s, Decimal::of(u"120.5")}}), u"0.018"_s);
    QCOMPARE(costOf(book, {{u"seconds"_s, 0}}), u"0"_s);
}

void TestPriceBook::resolvesAliasesExactly()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    PriceRow china = row(u"input"_s, u"8"_s);
    china.model = u"one (cn)"_s;
    book.add(china);
    book.add(PriceAlias{u"acme"_s, u"one"_s, u"cn"_s, u"one (cn)"_s, {}});
    book.add(PriceAlias{u"acme"_s, u"two"_s, {}, u"one"_s, {}});
    book.add(PriceAlias{u"acme"_s, u"both"_s, {}, u"one"_s, {}});
    book.add(PriceAlias{u"acme"_s, u"both"_s, {}, u"one (cn)"_s, {}});
    const QList<Quantity> use{{u"input"_s, 1'000'000}};
    QCOMPARE(costOf(book, use, {u"acme"_s, u"one"_s, 0, Tier::Standard, u"CN"_s}), u"8"_s);
    QCOMPARE(costOf(book, use, {u"acme"_s, u"two"_s}), u"2"_s);
    QCOMPARE(costOf(book, use, {{}, u"one"_s}), u"2"_s);
    QCOMPARE(costOf(book, use, {u"acme"_s, u"both"_s}), u"unpriced: input"_s);
    QCOMPARE(costOf(book, use, {u"other"_s, u"one"_s}), u"unpriced: input"_s);
}

void TestPriceBook::aliasHoldsUntilItsOwnPrices()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    book.add(PriceAlias{u"acme"_s, u"one-2026-01-01"_s, {}, u"one"_s, {}});
    PriceRow own = row(u"input"_s, u"3"_s);
    own.model = u"one-2026-01-01"_s;
    own.from = *parseRfc3339(u"2026-11-24T00:00:00Z");
    book.add(own); // as a public list tells it
    const auto at = [&](qint64 instant) {
        return costOf(book, {{u"input"_s, 1'000'000}}, {u"acme"_s, own.model, instant});
    };
    QCOMPARE(at(*own.from - 1), u"2"_s);
    QCOMPARE(at(*own.from), u"3"_s);
}

void TestPriceBook::refusesAbsurdQuantities()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    QCOMPARE(costOf(book, {{u"input"_s, -1}}), u"Format"_s);
    QCOMPARE(costOf(book, {{u"input"_s, 1'000'000'000'000'001}}), u"Format"_s);
    QCOMPARE(costOf(book, {{u"input"_s, Decimal::invalid()}}), u"Format"_s);
}

void TestPriceBook::keepsCurrenciesApart()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    PriceRow yuan = row(u"output"_s, u"8"_s);
    yuan.currency = Currency::cny();
    book.add(yuan);
    QCOMPARE(costOf(book, {{u"input"_s, 5}, {u"output"_s, 5}}), u"Config"_s);
}

void TestPriceBook::totalIsTheSumOfItsLines()
{
    PriceBook book;
    book.add(bundledPrices());
    QVERIFY(rc::check("lines add up", [&book](quint32 input, quint32 cached, quint32 output) {
        const auto priced
            = book.price({u"openai"_s, u"gpt-6.1-terra"_s},
                         {{u"input"_s, input}, {u"cached_input"_s, cached}, {u"output"_s, output}});
        Decimal sum = 0;
        for (const PricedLine &line : priced->lines)
            sum += line.amount;
        RC_ASSERT(priced->lines.size() == 3u);
        RC_ASSERT(*priced->cost == sum);
    }));
}

void TestPriceBook::moreUseNeverCostsLess()
{
    PriceBook book;
    book.add(bundledPrices());
    QVERIFY(rc::check("monotone, also over boundaries", [&book](quint16 some, quint16 more) {
        const QString model
            = *rc::gen::element(u"gpt-6.1-sol"_s, u"claude-haiku-5-5"_s, u"grok-4.7"_s, u"qwen3-max"_s);
        const auto cost = [&](qint64 input) {
            return *book.price({{}, model}, {{u"input"_s, input * 10}})->cost;
        };
        RC_ASSERT(cost(some) <= cost(qint64(some) + more));
    }));
}

void TestPriceBook::readsVendorsOwnUsage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("meters");
    QTest::newRow("own meters") << QByteArray(R"({"input": 10, "output": "5", "images": null})")
                                << u"input=10 output=5"_s;
    QTest::newRow("openai chat")
        << QByteArray(R"({"prompt_tokens": 100, "completion_tokens": 30, "total_tokens": 130,
            "prompt_tokens_details": {"cached_tokens": 60, "audio_tokens": 5},
            "completion_tokens_details": {"reasoning_tokens": 10, "audio_tokens": 2}})")
        << u"input=35 cached_input=60 audio_input=5 output=28 audio_output=2 reasoning=10"_s;
    QTest::newRow("openai responses") << QByteArray(
        R"({"input_tokens": 100, "input_tokens_details": {"cached_tokens": 64}, "output_tokens": 7})")
                                      << u"input=36 cached_input=64 output=7"_s;
    QTest::newRow("deepseek") << QByteArray(
        R"({"prompt_tokens": 50, "prompt_cache_hit_tokens": 20, "prompt_cache_miss_tokens": 30, "completion_tokens": 4})")
                              << u"input=30 cached_input=20 output=4"_s;
    QTest::newRow("anthropic") << QByteArray(
        R"({"input_tokens": 10, "cache_read_input_tokens": 200, "cache_creation_input_tokens": 90,
            "cache_creation": {"ephemeral_5m_input_tokens": 60, "ephemeral_1h_input_tokens": 30}, "output_tokens": 8})")
                               << u"input=10 cached_input=200 cache_write_5m=60 cache_write_1h=30 output=8"_s;
    QTest::newRow("gemini") << QByteArray(
        R"({"promptTokenCount": 100, "cachedContentTokenCount": 40, "candidatesTokenCount": 20, "thoughtsTokenCount": 15,
            "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 90}, {"modality": "AUDIO", "tokenCount": 10}]})")
                            << u"input=50 cached_input=40 audio_input=10 output=35 reasoning=15"_s;
    QTest::newRow("bedrock") << QByteArray(
        R"({"inputTokens": 3, "cacheReadInputTokens": 9, "outputTokens": 1})")
                             << u"input=3 cached_input=9 output=1"_s;
}

void TestPriceBook::readsVendorsOwnUsage()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, meters);
    QCOMPARE(textOf(usageOf(body, PriceBook())), meters);
}

void TestPriceBook::refusesBrokenUsage()
{
    const PriceBook book;
    for (const char *body :
         {R"({"inptu": 3})", R"({"input": -3})", R"({"input": "many"})", R"({"input": [1]})",
          R"({"prompt_tokens": 5, "prompt_tokens_details": {"cached_tokens": 6}})"}) {
        const auto use = usageFromJson(QJsonDocument::fromJson(body).object(), book);
        QVERIFY2(!use, body);
        QCOMPARE(use.error().kind, Error::Kind::Format);
        QVERIFY(use.error().detail.startsWith(u"usage."));
    }
}

void TestPriceBook::holdsImplausibleChanges()
{
    PriceBook book;
    book.add(row(u"input"_s, u"2"_s));
    book.add(row(u"output"_s, u"8"_s));
    PriceRow sameInOtherWords = row(u"input"_s, u"0.002"_s);
    sameInOtherWords.per = 1000;
    PriceRow gone = row(u"images"_s, u"1"_s);
    gone.until = 50;
    PriceList list;
    list.rows = {sameInOtherWords, row(u"output"_s, u"16.1"_s), row(u"cached_input"_s, u"0.2"_s), gone};
    const ListComparison found = compareWithBook(list, book, 100);
    QCOMPARE(found.unchanged, 1);
    QCOMPARE(found.past, 1);
    QCOMPARE(found.held.size(), 1);
    QCOMPARE(found.held[0].before->price.toString(), u"8"_s);
    QCOMPARE(found.changes.size(), 1);
    // Nothing before the import is repriced.
    QCOMPARE(*found.changes[0].row.from, 100);
}

void TestPriceBook::bundledPricesNameTheirSource()
{
    const QList<PriceRow> &rows = bundledPrices().rows;
    QVERIFY(rows.size() > 600);
    for (const PriceRow &priced : rows) {
        QVERIFY2(!priced.provenance.source.isEmpty(), qPrintable(priced.model));
        QVERIFY2(!priced.provenance.asOf.isEmpty(), qPrintable(priced.model));
    }
}

/// A million tokens of input in short prompts on 24 November 2026, by the name that a contract reports; "–" = no price.
void TestPriceBook::knowsTheNamesThatVendorsReport_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("price");
    const auto add = [](const char *vendor, const char *name, const char *region, const char *price) {
        QTest::addRow("%s %s %s", vendor, name, region)
            << QString::fromLatin1(vendor) << QString::fromLatin1(name) << QString::fromLatin1(region)
            << QString::fromUtf8(price);
    };
    add("openai", "gpt-4o-2024-08-06", "", "2.5");
    add("openai", "gpt-5.5-2026-04-23", "", "5");
    add("anthropic", "claude-haiku-4-5-20251001", "", "1");
    add("anthropic", "claude-opus-4-6-20260205", "", "5");
    add("azure", "gpt-5-2025-08-07", "", "1.25");
    add("aws", "NovaLite", "us-east-1", "0.06");
    add("aws", "NovaPro", "us-west-2", "0.8");
    add("aws", "TitanEmbeddingV2", "eu-west-1", "0.02");
    add("aws", "Claude Opus 5.5", "us-west-2", "4");
    add("aws", "us.anthropic.claude-opus-5", "", "5.5");
    add("aws", "global.anthropic.claude-opus-5", "", "5");
    add("aws", "us.amazon.nova-lite-v1:0", "", "0.06");
    add("vertex_ai", "claude-sonnet-4-5@20250929", "", "3");
    // Dearer, or at a price that no row tells: nothing is taken for its likeness.
    add("openai", "gpt-4o-2024-05-13", "", "–");
    add("openai", "gpt-4o-2024-08-07", "", "–");
    add("openai", "GPT-4o-2024-08-06", "", "–");
    add("aws", "NovaLite", "eu-west-1", "–");
    add("aws", "NovaLite", "", "–");
    add("aws", "eu.amazon.nova-lite-v1:0", "", "–");
}

void TestPriceBook::knowsTheNamesThatVendorsReport()
{
    QFETCH(QString, vendor);
    QFETCH(QString, name);
    QFETCH(QString, region);
    PriceBook book;
    book.add(bundledPrices());
    const PriceQuery query{vendor,         name,   *parseRfc3339(u"2026-11-24T12:00:00Z"),
                           Tier::Standard, region, Decimal(1000)};
    const auto priced = book.price(query, {{u"input"_s, 1'000'000}});
    QVERIFY(priced);
    QTEST(priced->cost ? priced->cost->toString() : u"–"_s, "price");
}

void TestPriceBook::everyBundledAliasLeadsToAPrice()
{
    PriceBook book;
    book.add(bundledPrices());
    QVERIFY(bundledPrices().aliases.size() > 100);
    for (const PriceAlias &alias : bundledPrices().aliases)
        QVERIFY2(!book.rowsOf(alias.vendor, alias.name, alias.region).isEmpty(), qPrintable(alias.name));
}

QTEST_APPLESS_MAIN(TestPriceBook)
#include "tst_pricebook.moc"
