// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"
#include "pricing/pricetable.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const qint64 November = *parseRfc3339(u"2026-11-24T12:00:00Z");
const qint64 December = *parseRfc3339(u"2026-12-01T12:00:00Z");

const PriceBook &book()
{
    static const PriceBook bundled = [] {
        PriceBook fresh;
        fresh.add(bundledPrices());
        return fresh;
    }();
    return bundled;
}

ModelPrices pricesOf(const QString &model, qint64 at = November, const TokenMix &mix = {},
                     Tier tier = Tier::Standard)
{
    for (const ModelPrices &prices :
         modelPrices(book(), bundledFacts(), bundledModelFacts(), at, mix, tier)) {
        if (prices.model == model)
            return prices;
    }
    return {};
}

QString textOf(const std::optional<Decimal> &amount)
{
    return amount ? amount->toString() : u"unknown"_s;
}

} // namespace

/// The table of prices against the vendors' lists as the catalogue copied them.
class TestPriceTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classes();
    void mixes();
    void tiers();
    void peakHours();
    void history();
    void ahead();
};

void TestPriceTable::classes()
{
    const ModelPrices terra = pricesOf(u"gpt-6.1-terra"_s);
    QCOMPARE(textOf(terra.input), u"1"_s);
    QCOMPARE(textOf(terra.cached), u"0.05"_s);
    QCOMPARE(textOf(terra.write), u"1.25"_s); // for 30 minutes; 12 hours cost 2.5
    QCOMPARE(textOf(terra.output), u"5"_s);
    QCOMPARE(terra.longFrom, 272'000);
    QCOMPARE(terra.cacheFrom, 1024);
    QVERIFY(!terra.context); // the list does not tell it
    QCOMPARE(pricesOf(u"gpt-6-luna"_s).context, 1'050'000);
    // A class that the list does not price is unknown, also where use of it would cost another one's price.
    QCOMPARE(textOf(pricesOf(u"gemini-4-carbon"_s).cached), u"unknown"_s);
    QCOMPARE(pricesOf(u"qwen3.7-plus"_s).freeQuota, u"1000000 tokens per model, 90 days (Singapore)"_s);
}

void TestPriceTable::mixes()
{
    QCOMPARE(textOf(pricesOf(u"gemini-4-argon"_s).blended), u"4"_s); // (3 × 2 + 10) ÷ 4
    QCOMPARE(textOf(pricesOf(u"gemini-4-argon"_s, December).blended), u"8"_s);
    // 2 at 1, 6 cached at 0.05, 2 written at 5, of 10.
    QCOMPARE(textOf(pricesOf(u"gpt-6.1-terra"_s, November, {2, 6, 2}).blended), u"1.23"_s);
    QVERIFY(!pricesOf(u"gpt-6.1-terra"_s, November, {0, 0, 0}).blended);
    QVERIFY(!pricesOf(u"text-embedding-3-small"_s).blended); // it writes nothing
    QCOMPARE(textOf(pricesOf(u"text-embedding-3-small"_s, November, {1, 0, 0}).blended), u"0.02"_s);
    QCOMPARE(textOf(pricesOf(u"glm-4.5-flash"_s).blended), u"0"_s); // free of charge
}

void TestPriceTable::tiers()
{
    const ModelPrices batch = pricesOf(u"gpt-6.1-terra"_s, November, {}, Tier::Batch);
    QCOMPARE(textOf(batch.input), u"0.5"_s);
    QCOMPARE(textOf(batch.output), u"2.5"_s);
    QCOMPARE(batch.tiers, (QList<Tier>{Tier::Standard, Tier::Batch, Tier::Flex, Tier::Priority}));
    // By a factor of 0.5 where the list has no row.
    QCOMPARE(textOf(pricesOf(u"gemini-4-argon"_s, November, {}, Tier::Batch).input), u"1"_s);
}

void TestPriceTable::peakHours()
{
    // 02:00 UTC on that Tuesday lies in the peak: the table still shows the quiet price, with the factor beside it.
    const ModelPrices flash = pricesOf(u"deepseek-flash"_s, *parseRfc3339(u"2026-11-24T02:00:00Z"));
    QCOMPARE(textOf(flash.input), u"0.15"_s);
    QCOMPARE(textOf(flash.peakFactor), u"2"_s);
    QCOMPARE(flash.peak->id, u"deepseek-2026"_s);
    QVERIFY(!pricesOf(u"gpt-6.1-terra"_s).peakFactor);
}

void TestPriceTable::history()
{
    const QList<PriceStep> cached
        = priceHistory(book(), u"anthropic"_s, u"claude-sonnet-5-5"_s, u"cached_input"_s);
    QCOMPARE(cached.size(), 2);
    QCOMPARE(cached[0].from, *parseRfc3339(u"2026-09-28T00:00:00Z"));
    QCOMPARE(textOf(cached[0].price), u"0.2"_s);
    QCOMPARE(cached[1].from, *parseRfc3339(u"2026-10-07T00:00:00Z"));
    QCOMPARE(textOf(cached[1].price), u"0.1"_s);
    // Written again without a change, it is one step.
    QCOMPARE(priceHistory(book(), u"anthropic"_s, u"claude-sonnet-5-5"_s, u"input"_s).size(), 1);
    const QList<PriceStep> argon = priceHistory(book(), u"google"_s, u"gemini-4-argon"_s, u"output"_s);
    QCOMPARE(argon.size(), 2);
    QVERIFY(!argon[0].from);
    QCOMPARE(textOf(argon[1].price), u"20"_s);
    QVERIFY(priceHistory(book(), u"google"_s, u"no-such-model"_s, u"input"_s).isEmpty());
}

void TestPriceTable::ahead()
{
    const QList<PriceChangeAhead> changes = changesAhead(book(), November);
    QStringList models;
    for (const PriceChangeAhead &change : changes)
        models.append(change.model);
    QCOMPARE(models,
             (QStringList{u"gemini-4-argon"_s, u"gemini-4-carbon"_s, u"gemini-3.8-flash"_s,
                          u"gemini-3.7-flash"_s, u"gemini-3.6-flash"_s}));
    QCOMPARE(changes[0].at, *parseRfc3339(u"2026-12-01T00:00:00Z"));
    QCOMPARE(changes[0].changes.size(), 3);
    QCOMPARE(textOf(changes[0].changes[0].before), u"2"_s);
    QCOMPARE(textOf(changes[0].changes[0].after), u"4"_s);
    QCOMPARE(changesAhead(book(), December).size(), 3); // in January
}

QTEST_APPLESS_MAIN(TestPriceTable)
#include "tst_pricetable.moc"
