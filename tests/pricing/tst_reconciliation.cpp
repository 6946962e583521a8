// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "seededdifferences.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace SeededBill;

namespace {

QList<ReconciledLine> linesWithReason(const BillAndUse &known)
{
    const auto lines = reconcile(known, smallBook());
    if (!lines)
        qFatal("%s", qPrintable(lines.error().detail));
    QList<ReconciledLine> found;
    for (const ReconciledLine &line : *lines) {
        if (line.reason)
            found.append(line);
    }
    return found;
}

QString textOf(const std::optional<Money> &amount)
{
    return amount ? amount->toDecimal() : u"unknown"_s;
}

QString textOf(const char *amount)
{
    return amount ? QString::fromLatin1(amount) : u"unknown"_s;
}

} // namespace

class TestReconciliation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithACleanBill();
    void findsEachDiscrepancy_data();
    void findsEachDiscrepancy();
    void findsAllFortyAtOnce();
    void looksBehindTheVendorsRounding();
    void takesADifferenceOfAnOpenDayForLate();
    void tellsTheShareExplained();
    void sumsEachReason();
    void knowsNoPriceInAnotherCurrency();
    void knowsNoCostWhereNoUseIsTold();
    void leavesPurchasesOut();
};

void TestReconciliation::agreesWithACleanBill()
{
    QCOMPARE(linesWithReason(cleanMonth()).size(), 0);
    const auto lines = reconcile(cleanMonth(), smallBook());
    QCOMPARE(lines->size(), 5);
    // 14 days of 10.20 are the dearest line.
    QCOMPARE(lines->first().model, u"large"_s);
    QCOMPARE(lines->first().service, u"completions"_s);
    QCOMPARE(lines->first().days, 14);
    QCOMPARE(lines->first().span.from, october(15));
    QCOMPARE(lines->first().span.to, october(29));
    QCOMPARE(lines->first().billed.toDecimal(), u"142.80"_s);
    QCOMPARE(textOf(lines->first().computed), u"142.80"_s);
    QCOMPARE(textOf(lines->first().difference), u"0.00"_s);
}

void TestReconciliation::findsEachDiscrepancy_data()
{
    QTest::addColumn<int>("index");
    const QList<Seed> seeds = allSeeds();
    QCOMPARE(seeds.size(), 40);
    for (int i = 0; i < seeds.size(); ++i)
        QTest::newRow(seeds[i].name) << i;
}

void TestReconciliation::findsEachDiscrepancy()
{
    QFETCH(int, index);
    const Seed seed = allSeeds().at(index);
    BillAndUse known = cleanMonth();
    known.used += seed.used;
    known.billed += seed.billed;
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), 1);
    QCOMPARE(differenceReasonName(*found.first().reason), differenceReasonName(seed.reason));
    QCOMPARE(textOf(found.first().computed), textOf(seed.computed));
    QCOMPARE(textOf(found.first().difference), textOf(seed.difference));
    QCOMPARE(found.first().days, 1);
}

void TestReconciliation::findsAllFortyAtOnce()
{
    BillAndUse known = cleanMonth();
    QMap<QString, int> days;
    QMap<QString, Decimal> differences;
    const QList<Seed> seeds = allSeeds();
    for (const Seed &seed : seeds) {
        known.used += seed.used;
        known.billed += seed.billed;
        ++days[seed.place()];
        differences[seed.place()]
            += Decimal::of(QString::fromLatin1(seed.difference ? seed.difference : "0"));
    }
    int all = 0;
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), days.size());
    for (const ReconciledLine &line : found) {
        const QString place = (line.model.isNull() ? line.service : line.model) + u": "_s
            + differenceReasonName(*line.reason);
        QCOMPARE(line.days, days.value(place));
        if (line.difference)
            QCOMPARE(Decimal::fromMoney(*line.difference).toString(), differences.value(place).toString());
        all += line.days;
    }
    QCOMPARE(all, 40);
}

/// A vendor that bills in cents: twice 1.3086395 is 2.62.
void TestReconciliation::looksBehindTheVendorsRounding()
{
    BillAndUse known = cleanMonth();
    known.used.append(tokens(3, u"small"_s, 1'234'567, 345'678));
    known.billed.append(bill(3, u"small"_s, u"2.62"_s));
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), 1);
    QCOMPARE(differenceReasonName(*found.first().reason), u"tier"_s);
    QCOMPARE(textOf(found.first().difference), u"1.3113605"_s);
}

void TestReconciliation::takesADifferenceOfAnOpenDayForLate()
{
    BillAndUse known = cleanMonth();
    known.usedWhole = {{october(1), october(5)}};
    known.used.append(smallUse(5));
    known.billed.append(bill(5, u"small"_s, u"3.50"_s));
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), 1);
    QCOMPARE(differenceReasonName(*found.first().reason), u"late data"_s);
}

void TestReconciliation::tellsTheShareExplained()
{
    QVERIFY(!explainedShare({}));
    const auto line = [](const QString &difference, std::optional<Reason> reason) {
        return ReconciledLine{.difference = money(difference), .reason = reason};
    };
    const ReconciledLine unknown{.billed = money(u"4.00"_s), .reason = Reason::UnknownModel};
    QCOMPARE(explainedShare({line(u"0.00"_s, {}), line(u"3.00"_s, Reason::Tier)})->toString(), u"1"_s);
    // (3 + 4) of (3 + 4 + 1)
    QCOMPARE(explainedShare({line(u"3.00"_s, Reason::Tier), line(u"-1.00"_s, Reason::Unexplained), unknown})
                 ->toString(),
             u"0.875"_s);
    // 1 of 3, cut
    QCOMPARE(
        explainedShare({line(u"-1.00"_s, Reason::Credit), line(u"2.00"_s, Reason::Unexplained)})->toString(),
        u"0.333333"_s);
    const ReconciledLine yuan{.billed = money(u"1.00"_s, Currency::cny()), .reason = Reason::UnknownModel};
    QVERIFY(!explainedShare({unknown, yuan}));
}

void TestReconciliation::sumsEachReason()
{
    BillAndUse known = cleanMonth();
    for (const Seed &seed : ownSeeds()) {
        known.used += seed.used;
        known.billed += seed.billed;
    }
    const auto sums = reasonSums(linesWithReason(known));
    QCOMPARE(sums->size(), 2);
    QCOMPARE(sums->at(0).sum.toDecimal(), u"-10.75"_s); // 7.50 + 1.00 + 2.25 credited
    QCOMPARE(differenceReasonName(sums->at(0).reason), u"credit"_s);
    QCOMPARE(sums->at(1).sum.toDecimal(), u"2.35"_s); // 1.20 + 0.35 + 0.80 tax
    QCOMPARE(differenceReasonName(sums->at(1).reason), u"tax"_s);
}

void TestReconciliation::knowsNoPriceInAnotherCurrency()
{
    BillAndUse known;
    known.vendor = u"acme"_s;
    known.currency = Currency::cny();
    known.used = {smallUse(1)};
    known.billed = {{.day = october(1), .model = u"small"_s, .cost = money(u"21.00"_s, Currency::cny())}};
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), 1);
    QCOMPARE(*found.first().reason, Reason::UnknownModel);
    QCOMPARE(textOf(found.first().computed), u"unknown"_s);
    QCOMPARE(found.first().weight().toDecimal(), u"21.00"_s);
}

/// A correction of the same service, which needs no use, is another line.
void TestReconciliation::knowsNoCostWhereNoUseIsTold()
{
    BillAndUse known = cleanMonth();
    known.billed += {serviceBill(3, u"notebooks"_s, u"5.00"_s), serviceBill(4, u"notebooks"_s, u"6.00"_s),
                     serviceBill(5, u"notebooks"_s, u"0.25"_s, ChargeCategory::Adjustment)};
    const QList<ReconciledLine> found = linesWithReason(known);
    QCOMPARE(found.size(), 2);
    QCOMPARE(differenceReasonName(*found.first().reason), u"unexplained"_s);
    QCOMPARE(textOf(found.first().computed), u"unknown"_s);
    QCOMPARE(found.first().weight().toDecimal(), u"11.00"_s);
    QCOMPARE(textOf(found.last().difference), u"0.25"_s);
}

void TestReconciliation::leavesPurchasesOut()
{
    BillAndUse known = cleanMonth();
    known.billed.append(serviceBill(3, u"Top-up"_s, u"100.00"_s, ChargeCategory::Purchase));
    QCOMPARE(linesWithReason(known).size(), 0);
}

QTEST_GUILESS_MAIN(TestReconciliation)
#include "tst_reconciliation.moc"
