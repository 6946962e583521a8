// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/budgetstanding.h"
#include "engine/plannedspend.h"
#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 24);
const Currency usd = Currency::usd();
const QList<QPair<Dim, QString>> everything;

Plan plan(const QString &name, QDate start, const QString &price, PlanPeriod per = PlanPeriod::Month)
{
    return {.vendor = u"anthropic"_s,
            .name = name,
            .per = per,
            .start = start,
            .terms = {{.from = start, .price = HandMadeLedger::money(price)}}};
}

} // namespace

/// What plans cost is known: it is added to forecasts as it is, and is no spend that statistics look at.
class TestPlannedSpend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsPaymentsToTheForecast();
    void aYearlyPaymentIsNoSpike();
    void oldPlansDoNotLengthenTheHistory();
    void needsAWeekOfUse();
    void plansAloneAreExact();
    void followsTheScope();
    void budgetsSeePaymentsAhead();
    void otherCurrenciesStayApart();

private:
    void use(QDate from); ///< 10 a day up to yesterday
    void enter(const Plan &plan) { QVERIFY(m_ledger->store().savePlan(plan, m_now)); }
    std::optional<Forecast> forecast(const QList<QPair<Dim, QString>> &where = everything)
    {
        return forecastSpend(m_ledger->store(), where, usd, today).value();
    }
    static QString cents(Money money) { return money.rounded(2)->toDecimal(); }

    const qint64 m_now = HandMadeLedger::start(today) + 12 * 3600;
    std::unique_ptr<HandMadeLedger> m_ledger;
};

void TestPlannedSpend::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
}

void TestPlannedSpend::use(QDate from)
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    QList<Charge> charges;
    for (QDate day = from; day < today; day = day.addDays(1))
        charges.append(HandMadeLedger::charge(day, u"10"_s, u"m"_s));
    m_ledger->says(account, {from, today}, charges);
    m_ledger->isCompleteTo(account, today, m_now);
}

void TestPlannedSpend::addsPaymentsToTheForecast()
{
    use(QDate(2026, 9, 1));
    QCOMPARE(cents(forecast()->mean), u"300.00"_s); // 30 days of 10
    QVERIFY(!forecast()->planned);
    enter(plan(u"Max"_s, QDate(2026, 8, 11), u"100"_s));
    enter(plan(u"Pro"_s, QDate(2026, 8, 28), u"20"_s));
    const Forecast seen = *forecast();
    QCOMPARE(cents(seen.mean), u"420.00"_s); // 100 on the 11th and 20 on the 28th
    QCOMPARE(cents(seen.lower95), u"420.00"_s);
    QCOMPARE(cents(seen.upper95), u"420.00"_s);
    QCOMPARE(cents(seen.exceeded80), u"420.00"_s);
    QCOMPARE(cents(*seen.planned), u"120.00"_s);
    QVERIFY(seen.method.contains(u"payments of plans"_s));
    for (const DayForecast &day : seen.days)
        QCOMPARE(cents(day.mean), day.day == QDate(2026, 11, 28) ? u"30.00"_s : u"10.00"_s);
}

void TestPlannedSpend::aYearlyPaymentIsNoSpike()
{
    use(QDate(2026, 9, 1));
    enter(plan(u"Team"_s, QDate(2025, 11, 10), u"1200"_s, PlanPeriod::Year));
    QCOMPARE(cents(forecast()->mean), u"1500.00"_s);
    const DateRange november{QDate(2026, 11, 1), QDate(2026, 12, 1)};
    QVERIFY(spendAnomalies(m_ledger->store(), {.days = november, .currency = usd}, today)->isEmpty());
    // In the month after, nothing of it is left.
    const QDate later(2026, 12, 8);
    const auto december
        = forecastSpend(m_ledger->store(), Month(2026, 12).range(), everything, usd, later).value();
    QVERIFY(december);
    QVERIFY(december->mean.nanos() < HandMadeLedger::money(u"320"_s).nanos());
}

void TestPlannedSpend::oldPlansDoNotLengthenTheHistory()
{
    use(QDate(2026, 11, 1));
    enter(plan(u"Max"_s, QDate(2025, 1, 11), u"100"_s));
    // Two years without use before would pull the days ahead down.
    QCOMPARE(cents(forecast()->mean), u"400.00"_s);
}

void TestPlannedSpend::needsAWeekOfUse()
{
    use(QDate(2026, 11, 20));
    enter(plan(u"Max"_s, QDate(2025, 1, 11), u"100"_s));
    QVERIFY(!forecast());
}

void TestPlannedSpend::plansAloneAreExact()
{
    QVERIFY(!forecast());
    enter(plan(u"Max"_s, QDate(2025, 1, 11), u"100"_s));
    enter(plan(u"Pro"_s, QDate(2026, 8, 28), u"20"_s));
    const Forecast seen = *forecast();
    QCOMPARE(seen.mean, HandMadeLedger::money(u"120"_s));
    QCOMPARE(seen.lower80, seen.upper80);
    QCOMPARE(seen.days.size(), 7); // 24 … 30 November
}

void TestPlannedSpend::followsTheScope()
{
    use(QDate(2026, 9, 1));
    enter(plan(u"Max"_s, QDate(2026, 8, 11), u"100"_s));
    enter(plan(u"Pro"_s, QDate(2026, 8, 28), u"20"_s));
    QCOMPARE(cents(forecast({{Dim::Vendor, u"openai"_s}})->mean), u"300.00"_s);
    const auto planned = [this](const QList<QPair<Dim, QString>> &where) {
        const auto days
            = plannedPayments(m_ledger->store(), Month(2026, 11).range(), where, usd, today).value();
        QStringList lines;
        for (auto day = days.cbegin(); day != days.cend(); ++day)
            lines.append(QString::number(day.key().day()) + u':' + day->toDecimal());
        return lines.join(u' ');
    };
    QCOMPARE(planned({}), u"11:100.00 28:20.00"_s);
    QCOMPARE(planned({{Dim::Vendor, u"anthropic"_s}}), u"11:100.00 28:20.00"_s);
    QCOMPARE(planned({{Dim::Service, u"Pro"_s}}), u"28:20.00"_s);
    QCOMPARE(planned({{Dim::Service, u"Pro"_s}, {Dim::Service, u"Max"_s}}), u"11:100.00 28:20.00"_s);
    QCOMPARE(planned({{Dim::Kind, u"billed"_s}}), QString());
    QCOMPARE(planned({{Dim::Category, u"Purchase"_s}, {Dim::Vendor, u"openai"_s}}), QString());
    QCOMPARE(planned({{Dim::Model, QString()}}), u"11:100.00 28:20.00"_s);
}

void TestPlannedSpend::budgetsSeePaymentsAhead()
{
    use(QDate(2026, 9, 1));
    enter(plan(u"Max"_s, QDate(2026, 8, 11), u"100"_s));
    enter(plan(u"Pro"_s, QDate(2026, 8, 28), u"20"_s));
    QVERIFY(m_ledger->store().saveBudget({.name = u"All"_s, .amount = HandMadeLedger::money(u"400"_s)}));
    const BudgetStanding standing = budgetStandings(m_ledger->store(), today)->first();
    QCOMPARE(standing.spent, HandMadeLedger::money(u"330"_s)); // 23 days of 10 and the 100
    // 340 by today, 370 by the 27th, 400 with the payment of the 28th: passed on the day after.
    QCOMPARE(*standing.breachDay, QDate(2026, 11, 29));
}

void TestPlannedSpend::otherCurrenciesStayApart()
{
    use(QDate(2026, 9, 1));
    Plan yuan = plan(u"企业版"_s, QDate(2026, 8, 28), u"20"_s);
    yuan.terms.first().price = HandMadeLedger::money(u"1999"_s, Currency::cny());
    yuan.terms.first().tax = Money::zero(Currency::cny());
    enter(yuan);
    QCOMPARE(cents(forecast()->mean), u"300.00"_s);
    QCOMPARE(cents(*forecastSpend(m_ledger->store(), {}, Currency::cny(), today)->value().planned),
             u"1999.00"_s);
}

QTEST_GUILESS_MAIN(TestPlannedSpend)
#include "tst_plannedspend.moc"
