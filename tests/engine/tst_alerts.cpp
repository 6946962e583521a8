// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"
#include "engine/alertwords.h"
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
    void lateDaysOfTheLastPeriodStillCount();
    void weeksBeginOnTheirDay();
    void forecastWarnsWhenItIsLikely();
    void forecastThatSwingsWarnsOnce();
    void forecastIsSilentOnceSpendIsThere();
    void forecastsEveryPeriod();
    void namesTheCause();
    void namesTheCauseOnAFirstDay();
    void namesNoCauseWhereNothingRose();

private:
    void spendDaily(int cents, QDate until = nov(10));
    QList<AlertKind> raiseKinds(QDate day) const;
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

/// The same amount each day from 1 October on, every day whole.
void TestAlerts::spendDaily(int cents, QDate until)
{
    QList<Charge> charges;
    for (QDate day(2026, 10, 1); day <= until; day = day.addDays(1)) {
        charges.append(charge(day, u"0"_s));
        charges.last().cost = Money::fromNanos(cents * Money::NanosPerUnit / 100, Currency::usd());
    }
    m_ledger->says(m_account, {QDate(2026, 10, 1), QDate(2026, 12, 31)}, charges);
}

QList<AlertKind> TestAlerts::raiseKinds(QDate day) const
{
    const auto alerts = raiseAlerts(m_ledger->store(), HandMadeLedger::start(day) + 60);
    QList<AlertKind> kinds;
    for (const Alert &alert : *alerts)
        kinds.append(alert.kind);
    return kinds;
}

/// 30 November's costs come on 2 December. A budget that was made since says nothing of November.
void TestAlerts::lateDaysOfTheLastPeriodStillCount()
{
    Budget budget = addBudget(u"100"_s);
    budget.savedAt = HandMadeLedger::start(nov(5));
    QVERIFY(m_ledger->store().saveBudget(budget));
    QVERIFY(m_ledger->store().saveBudget(
        {.name = u"Young"_s, .amount = usd(u"100"_s), .savedAt = HandMadeLedger::start(QDate(2026, 12, 1))}));
    spend(u"79"_s);
    QCOMPARE(raise(nov(30)), QList<int>({50, 50}));
    QCOMPARE(raise(QDate(2026, 12, 1)), QList<int>());
    m_ledger->says(m_account, november, {charge(nov(10), u"79"_s), charge(nov(30), u"22"_s)});
    QCOMPARE(raise(QDate(2026, 12, 2)), QList<int>({80, 100}));
    QCOMPARE(raise(QDate(2026, 12, 2)), QList<int>());
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alert.budgetName, u"All AI"_s);
    QCOMPARE(alert.periodStart, november.from);
    QVERIFY(alertSentence(alert).startsWith(u"All AI passed 100 % of $100.00 in the period up to 30 Nov."_s));
}

/// 1 November 2026 is a Sunday.
void TestAlerts::weeksBeginOnTheirDay()
{
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Week, nov(7)), (DateRange{nov(2), nov(9)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Week, nov(7), Qt::Sunday), (DateRange{nov(1), nov(8)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Week, nov(1), Qt::Sunday), (DateRange{nov(1), nov(8)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Week, nov(7), Qt::Saturday), (DateRange{nov(7), nov(14)}));
}

/// 10 a day makes 300 in November, without any doubt: ten days are spent, twenty to come.
void TestAlerts::forecastWarnsWhenItIsLikely()
{
    Budget budget = addBudget(u"310"_s);
    budget.thresholds.clear();
    budget.forecastThresholds = {90, 100};
    budget = *m_ledger->store().saveBudget(budget);
    spendDaily(1000);
    QCOMPARE(raise(nov(11)), QList<int>{90}); // 279
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alert.kind, AlertKind::Forecast);
    QCOMPARE(alert.spent, usd(u"100"_s));
    QCOMPARE(
        alertSentence(alert),
        u"All AI is likely to pass 90 % of $310.00 by 30 Nov: in 80 of 100 cases it comes to $300.00 or more."_s);
    QVERIFY(!alertAction(alert).isEmpty());
    m_ledger->reopen();
    QCOMPARE(raise(nov(11)), QList<int>());
    budget.amount = usd(u"290"_s);
    QVERIFY(m_ledger->store().saveBudget(budget));
    QCOMPARE(raise(nov(11)), QList<int>{100});
}

void TestAlerts::forecastThatSwingsWarnsOnce()
{
    Budget budget = addBudget(u"290"_s);
    budget.thresholds.clear();
    budget.forecastThresholds = {100};
    budget = *m_ledger->store().saveBudget(budget);
    spendDaily(1000);
    QCOMPARE(raise(nov(11)), QList<int>{100});
    spendDaily(900); // 270
    QCOMPARE(raise(nov(11)), QList<int>());
    spendDaily(1000);
    QCOMPARE(raise(nov(11)), QList<int>());
    budget.amount = usd(u"305"_s); // the last alert spoke of 300
    QVERIFY(m_ledger->store().saveBudget(budget));
    QCOMPARE(raise(nov(11)), QList<int>());
    spendDaily(1050); // 315
    QCOMPARE(raise(nov(11)), QList<int>{100});
    QCOMPARE(raise(nov(11)), QList<int>());
    spendDaily(1050, nov(30)); // December comes to 325.50
    QCOMPARE(raise(QDate(2026, 12, 1)), QList<int>{100});
}

void TestAlerts::forecastIsSilentOnceSpendIsThere()
{
    Budget budget = addBudget(u"95"_s);
    budget.thresholds = {100};
    budget.forecastThresholds = {100, 200};
    QVERIFY(m_ledger->store().saveBudget(budget));
    spendDaily(1000);
    // 100 of 95 are spent, 300 are likely: more than 190.
    QCOMPARE(raiseKinds(nov(11)), QList<AlertKind>({AlertKind::Actual, AlertKind::Forecast}));
    spendDaily(900); // 90 spent: no new forecast of what spend has crossed before
    QCOMPARE(raiseKinds(nov(11)), QList<AlertKind>());
}

/// 10 a day: 70 in a week, 920 in October to December; a year has no more than its last quarter here.
void TestAlerts::forecastsEveryPeriod()
{
    spendDaily(1000);
    const QList<QPair<BudgetPeriod, QString>> periods{
        {BudgetPeriod::Week, u"70"_s}, {BudgetPeriod::Quarter, u"920"_s}, {BudgetPeriod::Year, u"920"_s}};
    for (const auto &[period, comesTo] : periods) {
        const Budget budget{.name = budgetPeriodName(period), .amount = usd(u"1000"_s), .period = period};
        QVERIFY(m_ledger->store().saveBudget(budget));
    }
    const auto standings = budgetStandings(m_ledger->store(), nov(11));
    QCOMPARE(standings->size(), 3);
    for (const BudgetStanding &standing : *standings) {
        const auto expected = std::find_if(periods.begin(), periods.end(), [&](const auto &period) {
            return period.first == standing.budget.period;
        });
        QCOMPARE(standing.likely, usd(expected->second));
    }
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
