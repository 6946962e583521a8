// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/usagescenario.h"
#include "handmade.h"
#include "pricing/bundledprices.h"
#include "pricing/estimate.h"

#include <QJsonArray>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 24);

Usage useOf(QDate day, const QString &model, const QString &tier, std::optional<qint64> requests)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = HandMadeLedger::start(day);
    usage.periodEnd = HandMadeLedger::start(day.addDays(1));
    usage.at.service = u"completions"_s;
    usage.at.model = model;
    usage.at.tier = tier;
    usage.requests = requests;
    return usage;
}

Usage tokens(QDate day, const QString &model, const QString &tier, std::optional<qint64> requests,
             qint64 input, qint64 cached, qint64 output)
{
    Usage usage = useOf(day, model, tier, requests);
    usage.input = input;
    usage.cacheRead = cached;
    usage.output = output;
    return usage;
}

void store(HandMadeLedger &ledger, const QString &vendor, const QList<Usage> &used)
{
    Snapshot snapshot;
    snapshot.account = ledger.addAccount(vendor);
    snapshot.feed = Feed::Usage;
    snapshot.days = {today.addDays(-60), today.addDays(1)};
    snapshot.takenAt = HandMadeLedger::start(today);
    snapshot.replies = {"by hand"};
    snapshot.records.usage = used;
    QVERIFY(ledger.store().store(snapshot));
}

} // namespace

/// The ledger's own use as a scenario. On two days of the last 30:
///   openai   gpt-6.1-terra  3000 requests: 2 M input, 1 M cached, 0.3 M output; 1000 in batches: 1 M input, 0.1 M output
///   aws      NovaLite       requests not told: 0.6 M input, 0.06 M output
class TestUsageScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneWorkloadForEachModel();
    void estimatesWhatWasUsed();
    void sameModelOfTwoVendors();
    void nothingToEstimate();
};

void TestUsageScenario::oneWorkloadForEachModel()
{
    HandMadeLedger ledger;
    const QDate day(2026, 11, 10);
    const QString terra = u"gpt-6.1-terra"_s;
    Usage speech = useOf(day, u"whisper-1"_s, {}, 5);
    speech.quantity = 500;
    speech.unit = u"seconds"_s;
    store(ledger, u"openai"_s,
          {tokens(day, terra, u"default"_s, 3000, 2'000'000, 1'000'000, 300'000),
           tokens(today.addDays(-30), terra, u"batch"_s, 1000, 1'000'000, 0, 100'000),
           tokens(today.addDays(-31), terra, u"default"_s, 7, 7'000'000, 0, 7), // before
           tokens(today, terra, u"default"_s, 7, 7'000'000, 0, 7), // not over yet
           speech});
    store(ledger, u"aws"_s, {tokens(day, u"NovaLite"_s, {}, {}, 600'000, 0, 60'000)});
    const auto scenario = lastThirtyDays(ledger.store(), today);
    QVERIFY(scenario);
    const QJsonArray workloads = scenario->value(u"workloads"_s).toArray();
    QCOMPARE(workloads.size(), 2);
    QCOMPARE(workloads[0].toObject(),
             (QJsonObject{{u"name"_s, u"NovaLite"_s},
                          {u"per_day"_s, u"20"_s}, // 600 a month, of a thousand tokens each
                          {u"tokens_in"_s, u"1000"_s},
                          {u"tokens_out"_s, u"100"_s},
                          {u"hit"_s, u"0"_s},
                          {u"batchable"_s, u"0"_s}}));
    QCOMPARE(workloads[1].toObject(),
             (QJsonObject{{u"name"_s, terra},
                          {u"per_day"_s, u"133.333333"_s},
                          {u"tokens_in"_s, u"1000"_s},
                          {u"tokens_out"_s, u"100"_s},
                          {u"hit"_s, u"0.25"_s}, // 1 of 4 M
                          {u"batchable"_s, u"0.25"_s}})); // 1.1 of 4.4 M
    const QJsonArray reasons = scenario->value(u"reasons"_s).toArray();
    QVERIFY(reasons[0].toString().contains(u"2026-10-25"));
    QVERIFY(reasons[0].toString().contains(u"2026-11-23"));
    QVERIFY(reasons[1].toString().contains(u"whisper-1"));
}

void TestUsageScenario::estimatesWhatWasUsed()
{
    HandMadeLedger ledger;
    store(
        ledger, u"openai"_s,
        {tokens(QDate(2026, 11, 10), u"gpt-6.1-terra"_s, u"default"_s, 3000, 2'000'000, 1'000'000, 300'000)});
    const auto scenario = readScenario(*lastThirtyDays(ledger.store(), today));
    QVERIFY(scenario);
    PriceBook book;
    book.add(bundledPrices());
    const qint64 at = *parseRfc3339(u"2026-11-24T12:00:00Z");
    const QList<EstimateRow> rows = estimate(*scenario, book, bundledFacts(), at);
    QVERIFY(rows.size() > 80); // over all vendors
    const auto costWith = [&rows](const QString &model) {
        for (const EstimateRow &row : rows) {
            if (row.candidate.parts.first().model == model)
                return row.total->rounded(3, Rounding::HalfUp).toString();
        }
        return QString();
    };
    // 2 × 1 + 1 × 0.05 + 0.3 × 5, and with the other model 2 × 4 + 1 × 0.2 + 0.3 × 20.
    QCOMPARE(costWith(u"gpt-6.1-terra"_s), u"3.55"_s);
    QCOMPARE(costWith(u"claude-opus-5-5"_s), u"14.2"_s);
}

void TestUsageScenario::sameModelOfTwoVendors()
{
    HandMadeLedger ledger;
    const Usage used = tokens(QDate(2026, 11, 10), u"gpt-5"_s, {}, 10, 1000, 0, 100);
    store(ledger, u"openai"_s, {used});
    store(ledger, u"azure"_s, {used});
    const auto scenario = lastThirtyDays(ledger.store(), today);
    QVERIFY(scenario);
    QCOMPARE((*scenario)[u"workloads"_s][0][u"name"_s].toString(), u"azure/gpt-5"_s);
    QCOMPARE((*scenario)[u"workloads"_s][1][u"name"_s].toString(), u"openai/gpt-5"_s);
    QVERIFY(readScenario(*scenario));
}

void TestUsageScenario::nothingToEstimate()
{
    HandMadeLedger ledger;
    const auto scenario = lastThirtyDays(ledger.store(), today);
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().kind, Error::Kind::Config);
    QVERIFY(scenario.error().remedy.contains(u"sync"));
}

QTEST_GUILESS_MAIN(TestUsageScenario)
#include "tst_usagescenario.moc"
