// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const DateRange november = Month(2026, 11).range();

QDate nov(int day)
{
    return QDate(2026, 11, day);
}

Money usd(const QString &amount)
{
    return HandMadeLedger::money(amount);
}

Charge charge(QDate day, const QString &amount, const QString &model = u"gpt"_s, const QString &key = {})
{
    return HandMadeLedger::charge(day, amount, model, key);
}

QList<int> thresholds(const QList<Alert> &alerts)
{
    QList<int> percent;
    for (const Alert &alert : alerts)
        percent.append(alert.threshold);
    return percent;
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void percentIsRoundedDown();
    void countsOnlyItsOwnMoney();
    void failsWhereItIsAskedTo();
    void raisesOncePerCrossing();
    void remembersOverRestarts();
    void restatementRaisesNothingTwice();
    void newPeriodStartsAfresh();
    void raisesEveryThresholdThatOneSyncCrosses();
    void raisedAmountWarnsAnew();
    void loweredAmountDoesNot();
    void newBudgetOfAnOldNameWarnsAnew();
    void namesTheCause();
    void namesTheCauseOnAFirstDay();
    void namesNoCauseWhereNothingRose();

private:
    void spend(const QString &amount, int day = 10);
    QList<int> raise(QDate day = nov(20)) const;
    Budget addBudget(const QString &amount, const QMap<QString, QString> &scope = {});

    std::unique_ptr<HandMadeLedger> m_ledger;
    qint64 m_account = 0;
};

void TestAlerts::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
    m_account = m_ledger->addAccount(u"openai"_s);
}

/// November's whole spend, on one day, instead of what was said of November before.
void TestAlerts::spend(const QString &amount, int day)
{
    m_ledger->says(m_account, november, {charge(nov(day), amount)});
}

/// The thresholds that are newly crossed on \a day.
QList<int> TestAlerts::raise(QDate day) const
{
    const auto alerts = raiseAlerts(m_ledger->store(), HandMadeLedger::start(day) + 60);
    return alerts ? thresholds(*alerts) : QList<int>{-1};
}

Budget TestAlerts::addBudget(const QString &amount, const QMap<QString, QString> &scope)
{
    return *m_ledger->store().saveBudget({.name = u"All AI"_s, .amount = usd(amount), .scope = scope});
}

void TestAlerts::percentIsRoundedDown()
{
    addBudget(u"100"_s);
    const QList<QPair<QString, int>> cases{
        {u"99.999999999"_s, 99}, {u"100"_s, 100}, {u"0.999999999"_s, 0}, {u"79.99"_s, 79}, {u"250.5"_s, 250}};
    for (const auto &[amount, percent] : cases) {
        spend(amount);
        QCOMPARE(budgetStandings(m_ledger->store(), nov(20))->first().percent, percent);
        QCOMPARE(budgetStandings(m_ledger->store(), nov(20))->first().spent, usd(amount));
    }
    spend(u"-5"_s);
    QCOMPARE(budgetStandings(m_ledger->store(), nov(20))->first().percent, 0);
}

void TestAlerts::countsOnlyItsOwnMoney()
{
    addBudget(u"100"_s, {{u"model"_s, u"gpt"_s}});
    Charge plan = charge(nov(3), u"500"_s);
    plan.kind = ChargeKind::Equivalent;
    Charge yuan = charge(nov(4), u"700"_s);
    yuan.cost = HandMadeLedger::money(u"700"_s, Currency::cny());
    m_ledger->says(m_account, {QDate(2026, 10, 1), november.to},
                   {charge(nov(1), u"12"_s), charge(nov(2), u"90"_s, u"other"_s), plan, yuan,
                    charge(QDate(2026, 10, 31), u"1000"_s)});
    const BudgetStanding standing = budgetStandings(m_ledger->store(), nov(20))->first();
    QCOMPARE(standing.spent, usd(u"12"_s));
    QCOMPARE(standing.period, november);
}

void TestAlerts::failsWhereItIsAskedTo()
{
    Budget budget = addBudget(u"100"_s);
    budget.failAt = 90;
    QVERIFY(m_ledger->store().saveBudget(budget));
    spend(u"89.99"_s);
    QVERIFY(!budgetStandings(m_ledger->store(), nov(20))->first().fails());
    spend(u"90"_s);
    QVERIFY(budgetStandings(m_ledger->store(), nov(20))->first().fails());
}

void TestAlerts::raisesOncePerCrossing()
{
    addBudget(u"100"_s);
    spend(u"49.99"_s);
    QCOMPARE(raise(), QList<int>());
    spend(u"50"_s);
    QCOMPARE(raise(), QList<int>{50});
    QCOMPARE(raise(), QList<int>());
    spend(u"85"_s);
    QCOMPARE(raise(nov(21)), QList<int>{80});
    QCOMPARE(m_ledger->store().alerts(0)->size(), 2);
}

void TestAlerts::remembersOverRestarts()
{
    addBudget(u"100"_s);
    spend(u"55"_s);
    QCOMPARE(raise(), QList<int>{50});
    m_ledger->reopen();
    QCOMPARE(raise(), QList<int>());
}

void TestAlerts::restatementRaisesNothingTwice()
{
    addBudget(u"100"_s);
    spend(u"55"_s);
    QCOMPARE(raise(), QList<int>{50});
    spend(u"40"_s);
    QCOMPARE(raise(), QList<int>());
    spend(u"60"_s);
    QCOMPARE(raise(), QList<int>());
}

void TestAlerts::newPeriodStartsAfresh()
{
    addBudget(u"100"_s);
    spend(u"55"_s);
    QCOMPARE(raise(nov(30)), QList<int>{50});
    const QDate december(2026, 12, 1);
    QCOMPARE(raise(december), QList<int>());
    m_ledger->says(m_account, Month(2026, 12).range(), {charge(december, u"51"_s)});
    QCOMPARE(raise(december), QList<int>{50});
    QCOMPARE(m_ledger->store().alerts(0)->first().periodStart, december);
}

void TestAlerts::raisesEveryThresholdThatOneSyncCrosses()
{
    addBudget(u"100"_s);
    spend(u"85"_s);
    QCOMPARE(raise(), QList<int>({50, 80}));
    const QList<Alert> alerts = *m_ledger->store().alerts(0);
    for (const Alert &alert : alerts) {
        QCOMPARE(alert.spent, usd(u"85"_s));
        QCOMPARE(alert.causeDay, nov(10));
    }
}

void TestAlerts::raisedAmountWarnsAnew()
{
    Budget budget = addBudget(u"100"_s);
    spend(u"85"_s);
    QCOMPARE(raise(), QList<int>({50, 80}));
    budget.amount = usd(u"200"_s);
    QVERIFY(m_ledger->store().saveBudget(budget));
    QCOMPARE(raise(), QList<int>()); // 42 %
    spend(u"120"_s);
    QCOMPARE(raise(), QList<int>{50}); // the line lies at 100 now
    spend(u"165"_s);
    QCOMPARE(raise(), QList<int>{80});
    QCOMPARE(raise(), QList<int>());
}

void TestAlerts::loweredAmountDoesNot()
{
    Budget budget = addBudget(u"100"_s);
    spend(u"55"_s);
    QCOMPARE(raise(), QList<int>{50});
    budget.amount = usd(u"90"_s);
    QVERIFY(m_ledger->store().saveBudget(budget));
    QCOMPARE(raise(), QList<int>()); // 61 %
    budget.amount = usd(u"60"_s);
    QVERIFY(m_ledger->store().saveBudget(budget));
    QCOMPARE(raise(), QList<int>{80}); // 91 %
}

void TestAlerts::newBudgetOfAnOldNameWarnsAnew()
{
    const Budget old = addBudget(u"100"_s);
    spend(u"55"_s);
    QCOMPARE(raise(), QList<int>{50});
    QVERIFY(m_ledger->store().removeBudget(old.id));
    addBudget(u"100"_s);
    QCOMPARE(raise(), QList<int>{50});
}

/// Two dollars each day by one key, and on the 18th 61.20 more by another.
void TestAlerts::namesTheCause()
{
    addBudget(u"100"_s);
    QList<Charge> charges;
    for (int day = 1; day <= 20; ++day)
        charges.append(charge(nov(day), u"2"_s, u"gpt"_s, u"k2"_s));
    charges.append(charge(nov(18), u"61.20"_s, u"claude-opus-5.5"_s, u"k1"_s));
    m_ledger->says(m_account, november, charges);
    m_ledger->names(m_account, u"k1"_s, u"batch-eval"_s);
    QCOMPARE(raise(), QList<int>({50, 80, 100}));
    const Alert alert = m_ledger->store().alerts(0)->at(1);
    QCOMPARE(alert.causeModel, u"claude-opus-5.5"_s);
    QCOMPARE(alert.causeKey, u"batch-eval"_s);
    QCOMPARE(alert.causeDay, nov(18));
    QCOMPARE(alert.causeAmount, usd(u"61.20"_s));
    QCOMPARE(alertSentence(alert),
             u"All AI has passed 80 % of $100.00. Largest cause: claude-opus-5.5, +$61.20 on 18 Nov (key "
             u"“batch-eval”)."_s);
}

/// What is usual is known from the weeks before the period.
void TestAlerts::namesTheCauseOnAFirstDay()
{
    addBudget(u"100"_s);
    QList<Charge> charges;
    for (QDate day(2026, 10, 1); day <= nov(1); day = day.addDays(1)) {
        charges.append(charge(day, u"30"_s, u"steady"_s));
        charges.append(charge(day, day == nov(1) ? u"25"_s : u"5"_s, u"rising"_s));
    }
    m_ledger->says(m_account, {QDate(2026, 10, 1), nov(2)}, charges);
    QCOMPARE(raise(nov(1)), QList<int>{50});
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alert.causeModel, u"rising"_s);
    QCOMPARE(alert.causeAmount, usd(u"20"_s));
    QCOMPARE(alertSentence(alert),
             u"All AI has passed 50 % of $100.00. Largest cause: rising, +$20.00 on 1 Nov."_s);
}

void TestAlerts::namesNoCauseWhereNothingRose()
{
    addBudget(u"100"_s);
    QList<Charge> charges;
    for (QDate day(2026, 10, 1); day <= nov(20); day = day.addDays(1))
        charges.append(charge(day, u"3"_s));
    m_ledger->says(m_account, {QDate(2026, 10, 1), nov(21)}, charges);
    QCOMPARE(raise(), QList<int>{50});
    QCOMPARE(alertSentence(m_ledger->store().alerts(0)->first()), u"All AI has passed 50 % of $100.00."_s);
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
