// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "pricing/bundledprices.h"
#include "pricing/estimate.h"

#include <QJsonArray>
#include <QtTest>

#include <algorithm>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const qint64 November = *parseRfc3339(u"2026-11-24T12:00:00Z");

template<typename T>
const T &named(const QList<T> &entries, const QString &name)
{
    const auto found
        = std::find_if(entries.cbegin(), entries.cend(), [&name](const T &one) { return one.name == name; });
    if (found == entries.cend())
        qFatal("the catalogue has no entry %s", qPrintable(name));
    return *found;
}

QString textOf(const std::optional<Decimal> &amount)
{
    return amount ? amount->rounded(6, Rounding::HalfUp).toString() : u"unknown"_s;
}

QString minutesOf(const QString &vendor, const QString &name, int minutes)
{
    PriceBook book;
    book.add(bundledPrices());
    const auto priced = book.price({vendor, name, November}, {{u"minutes"_s, minutes}});
    return textOf(priced ? priced->cost : std::nullopt);
}

} // namespace

/// The fees besides prices of quantities, as the catalogue tells them (FK-03, FK-06, FK-07, FK-10).
class TestFeeFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsRead();
    void freeQuotas();
    void payingBeforehand();
    void commitments();
    void containersByTheMinute();
    void freePartOfStoredData();
    void refuses_data();
    void refuses();
};

void TestFeeFacts::everyEntryIsRead()
{
    const auto catalogue = parseJsonObject(bundledCatalogue(), u"catalogue"_s);
    const auto size = [&](const QString &key) { return catalogue->value(key).toArray().size(); };
    const FeeFacts &facts = bundledFacts();
    QCOMPARE(facts.freeQuotas.size(), size(u"free_quotas"_s));
    QCOMPARE(facts.prepayOffers.size(), size(u"prepay"_s));
    QCOMPARE(facts.commitments.size(), size(u"commitments"_s));
    QCOMPARE(facts.supportPlans.size(), size(u"support_plans"_s));
    QVERIFY(size(u"free_quotas"_s) > 10);
}

void TestFeeFacts::freeQuotas()
{
    const FeeFacts &facts = bundledFacts();
    const FreeQuota &qwen = named(facts.freeQuotas, u"Model Studio free quota"_s);
    QCOMPARE(qwen.vendor, u"alibaba"_s); // the catalogue says qwen
    QCOMPARE(textOf(qwen.amount), u"1000000"_s);
    QCOMPARE(qwen.unit, u"tokens per model"_s);
    QVERIFY(qwen.terms.contains(u"90 days"));
    const FreeQuota &trial = named(facts.freeQuotas, u"Free trial"_s);
    QCOMPARE(textOf(trial.amount), u"300"_s);
    QCOMPARE(trial.currency, Currency::usd());
    QVERIFY(trial.terms.contains(u"no automatic charges"));
    // What is told in words alone is not taken for a figure, and not lost.
    const FreeQuota &gateway = named(facts.freeQuotas, u"Free models"_s);
    QVERIFY(!gateway.amount);
    QVERIFY(gateway.terms.contains(u"50 requests/day"));
    const FreeQuota &caps = named(facts.freeQuotas, u"Gemini API spend caps"_s);
    QVERIFY(caps.terms.contains(u"tier2 2000/month"));
    // Only what is always free lessens a price.
    QCOMPARE(textOf(facts.freePart(u"openai"_s, u"File search / vector store storage"_s)->amount), u"1"_s);
    QCOMPARE(textOf(facts.freePart(u"anthropic"_s, u"Code execution container"_s)->amount), u"1550"_s);
    QVERIFY(!facts.freePart(u"openai"_s, u"tts-1"_s));
    QVERIFY(!facts.freePart(u"openai"_s, {}));
}

void TestFeeFacts::payingBeforehand()
{
    const FeeFacts &facts = bundledFacts();
    const PrepayOffer &card = named(facts.prepayOffers, u"Card top-up fee"_s);
    QCOMPARE(card.kind, PrepayOffer::Kind::Fee);
    QCOMPARE(textOf(card.on(10)), u"0.8"_s); // 5.5 % would be 0.55
    QCOMPARE(textOf(card.on(100)), u"5.5"_s);
    QCOMPARE(textOf(card.on(0)), u"0"_s);
    const PrepayOffer &first
        = named(facts.prepayOffers, u"First top-up ladder, floor-tiered on the whole amount"_s);
    QCOMPARE(first.kind, PrepayOffer::Kind::Bonus);
    QCOMPARE(textOf(first.on(99)), u"0"_s);
    QCOMPARE(textOf(first.on(100)), u"5"_s);
    QCOMPARE(textOf(first.on(1000)), u"300"_s);
    QVERIFY(first.terms.contains(u"once per person"));
    // A range is no rate.
    QVERIFY(!named(facts.prepayOffers, u"Top-up bonus by single amount"_s).on(100));
}

void TestFeeFacts::commitments()
{
    const FeeFacts &facts = bundledFacts();
    const Commitment &year = named(facts.commitments, u"PTU global, 1-year reservation"_s);
    QCOMPARE(year.vendor, u"azure"_s);
    QCOMPARE(textOf(year.price), u"2652"_s);
    QCOMPARE(named(facts.commitments, u"PTU global, hourly"_s).terms, u"15 PTU"_s);
    const Commitment &plans = named(facts.commitments, u"SageMaker AI Savings Plans"_s);
    QVERIFY(!plans.price); // not published, and never 0
    QVERIFY(plans.terms.contains(u"1 year–3 years"));
    QVERIFY(named(facts.commitments, u"Reserved tier"_s).terms.contains(u"input_tpm 100000"));
}

void TestFeeFacts::containersByTheMinute()
{
    const QString small = u"Code interpreter / hosted shell container 1 GB"_s;
    QCOMPARE(minutesOf(u"openai"_s, small, 45), u"0.0675"_s);
    QCOMPARE(minutesOf(u"openai"_s, small, 2), u"0.0075"_s); // five minutes at least
    QCOMPARE(minutesOf(u"anthropic"_s, u"Code execution container"_s, 2), u"0.004167"_s);
    QCOMPARE(minutesOf(u"openai"_s, u"Container 4 GB"_s, 45), u"unknown"_s); // told by the session alone
}

void TestFeeFacts::freePartOfStoredData()
{
    QJsonObject json = *parseJsonObject(scenarioTemplate(u"education"_s), u"scenario"_s);
    QJsonObject vectors = std::as_const(json)[u"storage"_s][0].toObject();
    vectors.remove(u"free_gib"_s);
    json.insert(u"storage"_s, QJsonArray{vectors});
    json.insert(u"models"_s,
                QJsonArray{QJsonObject{{u"vendor"_s, u"openai"_s}, {u"model"_s, u"gpt-6.1-terra"_s}}});
    PriceBook book;
    book.add(bundledPrices());
    const auto row = estimate(*readScenario(json), book, bundledFacts(), November).first();
    QCOMPARE(textOf(row.storage[0].second), u"177"_s); // 59 of 60 GiB for 30 days at 0.10
    QVERIFY(row.notes.contains(u"1 GiB of “vectors” are free of charge"_s));
}

void TestFeeFacts::refuses_data()
{
    QTest::addColumn<QByteArray>("catalogue");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *catalogue, const QString &place) {
        QTest::newRow(name) << QByteArray(catalogue) << place;
    };
    row("a quota without name", R"({"free_quotas": [{"vendor": "acme"}]})", u"free_quotas[0]"_s);
    row("a strange currency", R"({"free_quotas": [{"vendor": "a", "name": "b", "currency": "gold"}]})",
        u"free_quotas[0]"_s);
    row("neither fee nor bonus", R"({"prepay": [{"vendor": "a", "name": "b", "type": "gift"}]})",
        u"prepay[0].type"_s);
    row("steps that fall",
        R"({"prepay": [{"vendor": "a", "type": "bonus", "tiers": [["200", "0.1"], ["100", "0.2"]]}]})",
        u"prepay[0].tiers[1]"_s);
    row("a negative price", R"({"commitments": [{"vendor": "a", "price": "-1"}]})",
        u"commitments[0].price"_s);
}

void TestFeeFacts::refuses()
{
    QFETCH(QByteArray, catalogue);
    QFETCH(QString, place);
    const auto facts = readFeeFacts(*parseJsonObject(catalogue, u"catalogue"_s));
    QVERIFY(!facts);
    QCOMPARE(facts.error().kind, Error::Kind::Format);
    QVERIFY2(facts.error().detail.startsWith(place), qPrintable(facts.error().detail));
}

QTEST_APPLESS_MAIN(TestFeeFacts)
#include "tst_feefacts.moc"
