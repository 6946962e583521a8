// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "pricing/bundledprices.h"
#include "pricing/estimatetable.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const qint64 November = *parseRfc3339(u"2026-11-24T12:00:00Z");
const qint64 December = *parseRfc3339(u"2026-12-01T12:00:00Z");

Scenario scenarioOf(const QByteArray &text)
{
    return *readScenario(*parseJsonObject(text, u"scenario"_s));
}

QList<EstimateRow> rowsOf(const Scenario &scenario, qint64 at = November, const QStringList &vendors = {})
{
    PriceBook book;
    book.add(bundledPrices());
    return estimate(scenario, book, bundledFacts(), at, vendors);
}

EstimateRow rowOf(const QString &name, const QString &model)
{
    for (const EstimateRow &row : rowsOf(scenarioOf(scenarioTemplate(name)))) {
        if (row.candidate.parts.front().model == model)
            return row;
    }
    return {};
}

QString textOf(const std::optional<Decimal> &amount)
{
    return amount ? amount->rounded(8, Rounding::HalfUp).toString() : u"unknown"_s;
}

} // namespace

/// The templates' figures are those of the worked examples (S-ED, S-EC, S-HC).
class TestEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void education();
    void commerce();
    void healthcare();
    void datesMove();
    void hitsAndBoundariesMatter();
    void unknownIsNeverZero();
    void everyModelOfAVendor();
    void peakHoursStandApart();
    void figuresHaveLines();
    void seatsAgainstUse();
    void fileKeepsEverything();
    void tableToTakeAway();
    void refuses_data();
    void refuses();
};

void TestEstimate::education()
{
    const EstimateRow terra = rowOf(u"education"_s, u"gpt-6.1-terra"_s);
    QCOMPARE(textOf(terra.workloads[0].second), u"1435.896"_s);
    QCOMPARE(textOf(terra.workloads[1].second), u"235.62"_s);
    QCOMPARE(textOf(terra.modelCost), u"1671.516"_s);
    QCOMPARE(textOf(terra.storage[0].second), u"177"_s);
    QCOMPARE(textOf(terra.storage[1].second), u"7.999924"_s);
    QCOMPARE(textOf(terra.support), u"167.08643316"_s);
    QCOMPARE(textOf(terra.seats), u"2400"_s);
    QCOMPARE(textOf(terra.total), u"4423.60235716"_s); // platform 2023.60235716 and seats
    QCOMPARE(textOf(terra.yearModelCost), u"19213.31664"_s);
    // A fifth more requests: 1.2 × 1671.516 + 184.999924, of which 9 % support, and the seats.
    QCOMPARE(textOf(terra.totalMore), u"4787.99284516"_s);
    QCOMPARE(textOf(rowOf(u"education"_s, u"gpt-6-luna"_s).modelCost), u"170.9532"_s);
    const EstimateRow flash = rowOf(u"education"_s, u"deepseek-flash"_s);
    QCOMPARE(textOf(flash.modelCost), u"301.522848"_s);
    QVERIFY(flash.notes.join(u' ').contains(u"batch"));
}

void TestEstimate::commerce()
{
    const EstimateRow router = rowOf(u"e-commerce"_s, u"gpt-6-luna"_s);
    QCOMPARE(textOf(router.modelCost), u"2315.79"_s);
    const QList<EstimateRow> rows = rowsOf(scenarioOf(scenarioTemplate(u"e-commerce"_s)));
    const auto mix = std::find_if(rows.begin(), rows.end(),
                                  [](const EstimateRow &row) { return row.candidate.parts.size() == 2; });
    QVERIFY(mix != rows.end());
    QCOMPARE(textOf(mix->modelCost), u"5351.589"_s);
    QCOMPARE(textOf(mix->support), u"486.77301"_s);
    // Platform 5,897.024964 and 60 seats at 20.
    QCOMPARE(mix->total->rounded(5, Rounding::HalfUp).toString(), u"7097.02496"_s);
    QCOMPARE(textOf(rowOf(u"e-commerce"_s, u"gpt-6.1-terra"_s).modelCost), u"22554.45"_s);
    QCOMPARE(textOf(rowOf(u"e-commerce"_s, u"deepseek-flash"_s).modelCost), u"3735.4284"_s);
    QCOMPARE(textOf(router.yearModelCost), u"30028.077"_s);
    QVERIFY(std::is_sorted(rows.begin(), rows.end(),
                           [](const EstimateRow &a, const EstimateRow &b) { return *a.total < *b.total; }));
}

void TestEstimate::healthcare()
{
    const EstimateRow sonnet = rowOf(u"healthcare"_s, u"claude-sonnet-5-5"_s);
    QCOMPARE(textOf(sonnet.workloads[0].second), u"4855.158"_s);
    QCOMPARE(textOf(sonnet.workloads[1].second), u"924"_s);
    QCOMPARE(textOf(sonnet.support), u"5000"_s);
    QCOMPARE(textOf(sonnet.total), u"11600.158"_s); // platform 10800.158 and 40 seats at 20
    QCOMPARE(textOf(sonnet.yearModelCost), u"75514.3312"_s);
    QCOMPARE(textOf(rowOf(u"healthcare"_s, u"gpt-6.1-terra"_s).workloads[0].second), u"2427.579"_s);
}

void TestEstimate::datesMove()
{
    Scenario scenario = scenarioOf(scenarioTemplate(u"education"_s));
    scenario.candidates
        = {{{{u"google"_s, u"gemini-4-argon"_s, 1}}}, {{{u"openai"_s, u"gpt-6.1-terra"_s, 1}}}};
    const auto cost = [&](qint64 at, const QString &model) {
        for (const EstimateRow &row : rowsOf(scenario, at)) {
            if (row.candidate.parts.front().model == model)
                return *row.modelCost;
        }
        return Decimal::invalid();
    };
    QVERIFY(cost(December, u"gemini-4-argon"_s) == cost(November, u"gemini-4-argon"_s) * 2);
    QVERIFY(cost(December, u"gpt-6.1-terra"_s) == cost(November, u"gpt-6.1-terra"_s));
}

void TestEstimate::hitsAndBoundariesMatter()
{
    Scenario scenario = scenarioOf(scenarioTemplate(u"education"_s));
    scenario.candidates = {{{{u"openai"_s, u"gpt-6.1-terra"_s, 1}}}};
    scenario.workloads[0].hit = Decimal::of(u"0.30");
    // 396,000 × 3,200 × 0.30 more at 1 instead of 0.05 per million.
    QCOMPARE(textOf(rowsOf(scenario).front().workloads[0].second), u"1797.048"_s);
    scenario.workloads[0].tokensIn = 272'000;
    const Decimal within = *rowsOf(scenario).front().workloads[0].second;
    scenario.workloads[0].tokensIn = 272'001;
    QVERIFY(*rowsOf(scenario).front().workloads[0].second > within + within.dividedBy(2, 9));
}

void TestEstimate::unknownIsNeverZero()
{
    Scenario scenario = scenarioOf(scenarioTemplate(u"healthcare"_s));
    scenario.candidates
        = {{{{u"google"_s, u"gemini-4-argon"_s, 1}}}, {{{u"openai"_s, u"no-such-model"_s, 1}}}};
    for (const EstimateRow &row : rowsOf(scenario)) {
        QVERIFY(!row.total);
        QVERIFY(!row.modelCost);
        QVERIFY(!row.unknown.isEmpty());
    }
    // Seats of a plan without a published price; prices in another currency than the services'.
    scenario = scenarioOf(scenarioTemplate(u"education"_s));
    scenario.seatPlan = u"ChatGPT Enterprise / Edu"_s;
    QVERIFY(!rowsOf(scenario).front().total);
    QVERIFY(!rowOf(u"education"_s, u"glm-5.3-flash (cn)"_s).total);
    QCOMPARE(rowOf(u"education"_s, u"glm-5.3-flash (cn)"_s).currency, Currency::cny());
}

void TestEstimate::everyModelOfAVendor()
{
    const QList<EstimateRow> rows
        = rowsOf(scenarioOf(scenarioTemplate(u"education"_s)), November, {u"anthropic"_s});
    QVERIFY(rows.size() >= 12);
    for (const EstimateRow &row : rows)
        QCOMPARE(row.candidate.parts.front().vendor, u"anthropic"_s);
}

void TestEstimate::peakHoursStandApart()
{
    // 396,000 questions at off-peak prices: 506.88 M x 0.15 + 760.32 M x 0.003 + 178.2 M x 0.6 = 185.23296. In peak
    // hours all cost twice that, for 0.30 of them.
    const EstimateRow flash = rowOf(u"education"_s, u"deepseek-flash"_s);
    QCOMPARE(textOf(flash.peak), u"55.569888"_s);
    QCOMPARE(textOf(feeOf(flash, FeeKind::Tokens)), u"245.95296"_s); // 185.23296 and 60.72 of grading
    Decimal parts = 0;
    for (const FeeKind kind : feeKinds)
        parts += *feeOf(flash, kind);
    QVERIFY(parts == *flash.total);
    QVERIFY(rowOf(u"education"_s, u"gpt-6.1-terra"_s).peak.isZero());
    // An unknown part is no part at all.
    QVERIFY(!feeOf(rowOf(u"education"_s, u"no-such-model"_s), FeeKind::Tokens));
}

void TestEstimate::figuresHaveLines()
{
    const EstimateRow flash = rowOf(u"education"_s, u"deepseek-flash"_s);
    Decimal sum = 0;
    for (const EstimateLine &line : flash.lines) {
        sum += line.amount;
        QVERIFY(line.amount == (line.quantity * line.unitPrice).dividedBy(line.per, 12));
        QVERIFY(!line.provenance.source.isEmpty());
    }
    QVERIFY(sum == *flash.modelCost);
    const EstimateLine &first = flash.lines.front(); // 0.30 of 506.88 M, at 0.30 a million
    QCOMPARE(first.meter, u"input"_s);
    QCOMPARE(first.rule, u"schedule=deepseek-2026"_s);
    QCOMPARE(first.quantity.toString(), u"152064000"_s);
    QCOMPARE(textOf(first.amount), u"45.6192"_s);
    // Six turns of a conversation are one line of each meter: 22,350 x 0.55 x 40,000 x 30.
    const EstimateRow luna = rowOf(u"e-commerce"_s, u"gpt-6-luna"_s);
    QCOMPARE(luna.lines.size(), 3);
    QCOMPARE(luna.lines.front().quantity.toString(), u"14751000000"_s);
}

void TestEstimate::seatsAgainstUse()
{
    const EstimateRow terra = rowOf(u"education"_s, u"gpt-6.1-terra"_s);
    QCOMPARE(textOf(breakEvenVolume(*terra.modelCost, *terra.seats)), u"1.4358"_s); // 2400 / 1671.516
    QVERIFY(!breakEvenVolume(0, 2400));
}

void TestEstimate::fileKeepsEverything()
{
    for (const QString &name : {u"education"_s, u"e-commerce"_s, u"healthcare"_s}) {
        const Scenario scenario = scenarioOf(scenarioTemplate(name));
        const Scenario again = scenarioOf(writeScenario(scenario));
        // The same file but for the order and form of its lines.
        QJsonObject told = *parseJsonObject(scenarioTemplate(name), name);
        const QJsonObject written = *parseJsonObject(writeScenario(again), name);
        QCOMPARE(written.keys(), told.keys());
        for (const QString &key : told.keys()) {
            if (key != u"workloads" && key != u"peak_share")
                QCOMPARE(written.value(key), told.value(key));
        }
        QVERIFY(*rowsOf(again).front().total == *rowsOf(scenario).front().total);
    }
}

void TestEstimate::tableToTakeAway()
{
    Scenario scenario = scenarioOf(scenarioTemplate(u"education"_s));
    scenario.candidates
        = {{{{u"openai"_s, u"gpt-6.1-terra"_s, 1}}}, {{{u"zhipu"_s, u"glm-5.3-flash (cn)"_s, 1}}}};
    const QList<QByteArray> lines = estimateToCsv(rowsOf(scenario)).split('\n');
    QVERIFY(
        lines[0].startsWith("vendor,offer,list_currency,tokens,peak,storage,support,seats,tax,total_usd,"));
    QVERIFY2(lines[1].startsWith("openai,gpt-6.1-terra,USD,1671.516,0,184.999924,167.08643316,2400,0,"
                                 "4423.60235716,"),
             lines[1].constData());
    // What is unknown is empty, and the reason stands beside it.
    QVERIFY2(lines[2].contains(",,,,exchange rate of CNY,"), lines[2].constData());
}

void TestEstimate::refuses_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("into");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *change, const char *into, const QString &place) {
        QTest::newRow(name) << QByteArray(change) << QByteArray(into) << place;
    };
    row("another schema", "costglass-scenario/1", "other/1", u"schema"_s);
    row("a key misspelt", "\"hit\"", "\"hitt\"", u"workloads[0].hitt"_s);
    row("a share above one", "\"0.60\"", "\"1.60\"", u"workloads[0].hit"_s);
    row("a negative figure", "\"18000\"", "\"-1\"", u"workloads[0].per_day"_s);
    row("no number", "\"3200\"", "\"many\"", u"workloads[0].tokens_in"_s);
}

void TestEstimate::refuses()
{
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, into);
    QFETCH(QString, place);
    QByteArray text = scenarioTemplate(u"education"_s);
    text.replace(change, into);
    const auto scenario = readScenario(*parseJsonObject(text, u"scenario"_s));
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().kind, Error::Kind::Format);
    QVERIFY2(scenario.error().detail.startsWith(place), qPrintable(scenario.error().detail));
}

QTEST_APPLESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
