// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/plan.h"

#include <QTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

Money usd(const QString &amount)
{
    return *Money::parse(amount, Currency::usd());
}

Plan plan(QDate start, const QString &price, PlanPeriod per = PlanPeriod::Month, qint64 seats = 1)
{
    return {.vendor = u"openai"_s,
            .name = u"ChatGPT Business"_s,
            .per = per,
            .start = start,
            .terms = {{.from = start, .price = usd(price), .seats = seats}}};
}

QStringList daysOf(const Plan &plan, const DateRange &days)
{
    QStringList texts;
    const auto renewals = renewalsOf(plan, days);
    for (const Renewal &renewal : *renewals)
        texts.append(renewal.day.toString(Qt::ISODate) + u' ' + renewal.cost.toDecimal());
    return texts;
}

} // namespace

/// When plans are paid, and how much.
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewsOnTheLastDayOfShorterMonths();
    void renewsYearly();
    void stopsAtItsEnd();
    void keepsWhatWasChargedBeforeAChange();
    void mayChangeThePast();
    void mayStartOnAnotherDay();
    void chargesCreditsTaxesAndSeats();
    void tellsThePriceByTheMonth();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void readsQuotas();
};

void TestPlan::renewsOnTheLastDayOfShorterMonths()
{
    QCOMPARE(daysOf(plan(QDate(2026, 1, 31), u"20"_s), {QDate(2026, 1, 1), QDate(2026, 6, 1)}),
             QStringList({u"2026-01-31 20.00"_s, u"2026-02-28 20.00"_s, u"2026-03-31 20.00"_s,
                          u"2026-04-30 20.00"_s, u"2026-05-31 20.00"_s}));
    const Plan leap = plan(QDate(2027, 12, 31), u"20"_s);
    QCOMPARE(daysOf(leap, {QDate(2028, 2, 1), QDate(2028, 3, 1)}), QStringList(u"2028-02-29 20.00"_s));
    // The period of a payment ends where the next one begins.
    const Renewal february
        = renewalsOf(plan(QDate(2026, 1, 31), u"20"_s), {QDate(2026, 2, 1), QDate(2026, 3, 1)})->first();
    QCOMPARE(february.until, QDate(2026, 3, 31));
}

void TestPlan::renewsYearly()
{
    const Plan yearly = plan(QDate(2024, 2, 29), u"240"_s, PlanPeriod::Year);
    QCOMPARE(daysOf(yearly, {QDate(2024, 1, 1), QDate(2029, 1, 1)}),
             QStringList({u"2024-02-29 240.00"_s, u"2025-02-28 240.00"_s, u"2026-02-28 240.00"_s,
                          u"2027-02-28 240.00"_s, u"2028-02-29 240.00"_s}));
    QCOMPARE(nextRenewal(yearly, QDate(2026, 2, 28)), QDate(2027, 2, 28));
}

void TestPlan::stopsAtItsEnd()
{
    Plan ended = plan(QDate(2026, 9, 3), u"25"_s);
    ended.end = QDate(2026, 11, 3);
    QCOMPARE(daysOf(ended, {QDate(2026, 1, 1), QDate(2027, 1, 1)}),
             QStringList({u"2026-09-03 25.00"_s, u"2026-10-03 25.00"_s}));
    QCOMPARE(nextRenewal(ended, QDate(2026, 10, 3)), std::nullopt);
    QVERIFY(isRunning(ended, QDate(2026, 11, 2)));
    QVERIFY(!isRunning(ended, QDate(2026, 11, 3)));
    QVERIFY(!isRunning(plan(QDate(2026, 9, 3), u"25"_s, PlanPeriod::Once), QDate(2026, 9, 3)));
    QCOMPARE(nextRenewal(plan(QDate(2026, 9, 3), u"25"_s, PlanPeriod::Once), QDate(2026, 9, 3)),
             std::nullopt);
}

void TestPlan::keepsWhatWasChargedBeforeAChange()
{
    Plan team = plan(QDate(2026, 9, 3), u"25"_s, PlanPeriod::Month, 10);
    changeTerms(team, {.from = QDate(2026, 11, 3), .price = usd(u"30"_s), .seats = 12});
    const DateRange autumn{QDate(2026, 9, 1), QDate(2026, 12, 5)};
    // 10 × 25 twice, then 12 × 30.
    QCOMPARE(daysOf(team, autumn),
             QStringList({u"2026-09-03 250.00"_s, u"2026-10-03 250.00"_s, u"2026-11-03 360.00"_s,
                          u"2026-12-03 360.00"_s}));
    changeTerms(team, {.from = QDate(2026, 12, 1), .price = usd(u"30"_s), .seats = 9});
    QCOMPARE(daysOf(team, autumn).last(), u"2026-12-03 270.00"_s);
    QCOMPARE(daysOf(team, autumn)[2], u"2026-11-03 360.00"_s);
}

void TestPlan::mayChangeThePast()
{
    Plan team = plan(QDate(2026, 9, 3), u"25"_s);
    changeTerms(team, {.from = QDate(2026, 11, 3), .price = usd(u"30"_s)});
    changeTerms(team, {.from = QDate(2026, 9, 3), .price = usd(u"20"_s)});
    QCOMPARE(daysOf(team, {QDate(2026, 9, 1), QDate(2026, 12, 1)}),
             QStringList({u"2026-09-03 20.00"_s, u"2026-10-03 20.00"_s, u"2026-11-03 20.00"_s}));
}

void TestPlan::mayStartOnAnotherDay()
{
    Plan team = plan(QDate(2026, 9, 3), u"25"_s);
    changeTerms(team, {.from = QDate(2026, 11, 3), .price = usd(u"30"_s)});
    moveStart(team, QDate(2026, 8, 20));
    QCOMPARE(daysOf(team, {QDate(2026, 8, 1), QDate(2026, 12, 1)}),
             QStringList({u"2026-08-20 25.00"_s, u"2026-09-20 25.00"_s, u"2026-10-20 25.00"_s,
                          u"2026-11-20 30.00"_s}));
    moveStart(team, QDate(2026, 10, 9));
    QCOMPARE(daysOf(team, {QDate(2026, 8, 1), QDate(2026, 12, 1)}),
             QStringList({u"2026-10-09 25.00"_s, u"2026-11-09 30.00"_s}));
    moveStart(team, QDate(2026, 11, 15));
    QCOMPARE(daysOf(team, {QDate(2026, 8, 1), QDate(2026, 12, 1)}), QStringList(u"2026-11-15 30.00"_s));
    QVERIFY(!planProblem(team));
}

void TestPlan::chargesCreditsTaxesAndSeats()
{
    const DateRange november{QDate(2026, 11, 1), QDate(2026, 12, 1)};
    Plan team = plan(QDate(2026, 11, 3), u"25"_s, PlanPeriod::Month, 12);
    team.terms.first().tax = usd(u"57"_s); // 19 % of 300
    const auto charges = chargesOf(team, november).value();
    QCOMPARE(charges.size(), 2);
    QCOMPARE(charges[0].cost, usd(u"300"_s));
    QCOMPARE(charges[0].kind, ChargeKind::Entered);
    QCOMPARE(charges[0].category, ChargeCategory::Purchase);
    QCOMPARE(charges[0].at.service, u"ChatGPT Business"_s);
    QCOMPARE(charges[0].quantity, u"12"_s);
    QCOMPARE(charges[0].unit, u"seats"_s);
    QCOMPARE(toRfc3339(charges[0].periodStart), u"2026-11-03T00:00:00Z"_s);
    QCOMPARE(toRfc3339(charges[0].periodEnd), u"2026-12-03T00:00:00Z"_s);
    QCOMPARE(charges[1].cost, usd(u"57"_s));
    QCOMPARE(charges[1].category, ChargeCategory::Tax);

    Plan credit = plan(QDate(2026, 11, 9), u"100"_s, PlanPeriod::Once);
    credit.category = ChargeCategory::Credit;
    QCOMPARE(chargesOf(credit, november)->first().cost, usd(u"-100"_s));
    QCOMPARE(chargesOf(credit, november)->first().category, ChargeCategory::Credit);

    Plan invoice = plan(QDate(2026, 11, 9), u"100"_s, PlanPeriod::Once);
    invoice.invoice = u"INV-7"_s;
    QCOMPARE(chargesOf(invoice, november)->first().description, u"INV-7"_s);
    invoice.charged = false;
    QVERIFY(chargesOf(invoice, november)->isEmpty());
}

void TestPlan::tellsThePriceByTheMonth()
{
    QCOMPARE(pricePerMonth(plan(QDate(2026, 11, 3), u"25"_s, PlanPeriod::Month, 12), QDate(2026, 11, 3)),
             usd(u"300"_s));
    QCOMPARE(pricePerMonth(plan(QDate(2026, 11, 3), u"200"_s, PlanPeriod::Year), QDate(2026, 11, 3)),
             usd(u"16.666666667"_s));
}

void TestPlan::refusesWhatCannotBe_data()
{
    QTest::addColumn<Plan>("wrong");
    const QDate day(2026, 11, 3);
    const Plan good = plan(day, u"20"_s);
    QVERIFY(!planProblem(good));
    const auto row = [&good](const char *name, auto spoil) {
        Plan wrong = good;
        spoil(wrong);
        QTest::newRow(name) << wrong;
    };
    row("no name", [](Plan &wrong) { wrong.name = u"  "_s; });
    row("no vendor", [](Plan &wrong) { wrong.vendor.clear(); });
    row("no day", [](Plan &wrong) { wrong.start = QDate(); });
    row("absurd day", [](Plan &wrong) { wrong.start = wrong.terms.first().from = QDate(26, 11, 3); });
    row("ends at once", [day](Plan &wrong) { wrong.end = day; });
    row("nothing", [](Plan &wrong) { wrong.terms.first().price = usd(u"0"_s); });
    row("negative", [](Plan &wrong) { wrong.terms.first().price = usd(u"-5"_s); });
    row("negative tax", [](Plan &wrong) { wrong.terms.first().tax = usd(u"-1"_s); });
    row("no seats", [](Plan &wrong) { wrong.terms.first().seats = 0; });
    row("too much", [](Plan &wrong) {
        wrong.terms.first().price = usd(u"9000000000"_s);
        wrong.terms.first().seats = 2;
    });
    row("two currencies", [day](Plan &wrong) {
        changeTerms(wrong,
                    {.from = day.addMonths(1),
                     .price = *Money::parse(u"20", Currency::cny()),
                     .tax = Money::zero(Currency::cny())});
    });
    row("no price", [](Plan &wrong) { wrong.terms.clear(); });
}

void TestPlan::refusesWhatCannotBe()
{
    QFETCH(Plan, wrong);
    const auto problem = planProblem(wrong);
    QVERIFY(problem);
    QVERIFY(!problem->detail.isEmpty());
}

void TestPlan::readsQuotas()
{
    const PlanQuota points = parseQuota(u" 10000  AI points"_s).value();
    QCOMPARE(points.amount.nanos(), 10'000 * Money::NanosPerUnit);
    QCOMPARE(points.unit, u"AI points"_s);
    QCOMPARE(quotaText(points), u"10000 AI points"_s);
    QCOMPARE(quotaText(*parseQuota(u"0.50 TB"_s)), u"0.5 TB"_s);
    for (const QString &wrong : {u"10000"_s, u"points"_s, u"many points"_s, u"-1 points"_s, u""_s})
        QCOMPARE(parseQuota(wrong).error().kind, Error::Kind::Config);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
