// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"
#include "handmade.h"

#include <QtTest>

#include <random>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr int Orders = 1000;
constexpr int Steps = 24;
const QDate firstDay(2026, 9, 1);
const DateRange months{QDate(2026, 9, 1), QDate(2027, 1, 1)};
const QList<int> thresholds{50, 80, 100};

/// What a person with pen and paper knows: spend by day in whole dollars, the budget and what was told.
class Paper
{
public:
    QMap<QDate, int> spent;
    int amount = 100;

    /// The alerts that a look on \a today owes, as "month threshold", and notes them.
    QStringList look(QDate today)
    {
        QStringList owed;
        for (const Month month : {Month::of(today).plus(-1), Month::of(today)}) {
            const int sum = sumOf(month);
            for (const int threshold : thresholds) {
                QList<int> &told = m_told[{month.toString(), threshold}];
                const bool isTold = std::any_of(told.begin(), told.end(),
                                                [&](int at) { return at * 100 >= threshold * amount; });
                if (sum * 100 < threshold * amount || isTold)
                    continue;
                told.append(sum);
                owed.append(u"%1 %2"_s.arg(month.toString()).arg(threshold));
            }
        }
        return owed;
    }

private:
    int sumOf(Month month) const
    {
        int sum = 0;
        for (auto day = spent.begin(); day != spent.end(); ++day)
            sum += Month::of(day.key()) == month ? day.value() : 0;
        return sum;
    }
    QMap<QPair<QString, int>, QList<int>> m_told;
};

} // namespace

/// A thousand random lives of a budget, against pen and paper: no alert twice, none missed.
class TestAlertOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAlertOnceInWhateverOrder();

private:
    void live(unsigned seed);
    int number(int most) { return std::uniform_int_distribution(0, most)(m_random); }
    void store(const Paper &paper);
    bool step(Paper &paper, QDate &today);

    std::mt19937 m_random;
    std::unique_ptr<HandMadeLedger> m_ledger;
    qint64 m_account = 0;
};

void TestAlertOrders::store(const Paper &paper)
{
    QList<Charge> charges;
    for (auto day = paper.spent.begin(); day != paper.spent.end(); ++day)
        charges.append(HandMadeLedger::charge(day.key(), QString::number(day.value()), u"gpt"_s));
    m_ledger->says(m_account, months, charges);
}

/// One of: a sync with a new or a late day, a restatement, a restart, a jump of the clock, a raised budget.
bool TestAlertOrders::step(Paper &paper, QDate &today)
{
    switch (number(6)) {
    case 0:
    case 1:
        paper.spent[today.addDays(-number(4))] += number(30);
        break;
    case 2:
        if (!paper.spent.isEmpty())
            paper.spent[paper.spent.keys().at(number(static_cast<int>(paper.spent.size()) - 1))] = number(40);
        break;
    case 3:
        m_ledger->reopen();
        return true;
    case 4:
        today = std::min(today.addDays(number(12)), QDate(2026, 12, 31));
        return true;
    case 5:
        today = std::max(today.addDays(-number(12)), firstDay.addMonths(1));
        return true;
    default: {
        paper.amount += number(25);
        Budget budget = m_ledger->store().budgets()->first();
        budget.amount = HandMadeLedger::money(QString::number(paper.amount));
        return m_ledger->store().saveBudget(budget).has_value();
    }
    }
    store(paper);
    return true;
}

void TestAlertOrders::live(unsigned seed)
{
    m_random.seed(seed);
    m_ledger = std::make_unique<HandMadeLedger>();
    m_account = m_ledger->addAccount(u"openai"_s);
    constexpr unsigned SeldomForecast = 10; // it takes its time
    Budget budget{.name = u"All AI"_s, .amount = HandMadeLedger::money(u"100"_s), .savedAt = 1};
    budget.forecastThresholds = seed % SeldomForecast == 0 ? thresholds : QList<int>();
    QVERIFY(m_ledger->store().saveBudget(budget));
    Paper paper;
    QDate today(2026, 10, 10);
    for (int i = 0; i < Steps; ++i) {
        QVERIFY(step(paper, today));
        const auto raised = raiseAlerts(m_ledger->store(), HandMadeLedger::start(today) + 60);
        QVERIFY(raised);
        QStringList told;
        for (const Alert &alert : *raised) {
            if (alert.kind == AlertKind::Actual)
                told.append(u"%1 %2"_s.arg(Month::of(alert.periodStart).toString()).arg(alert.threshold));
        }
        QCOMPARE(told, paper.look(today));
    }
    // However the forecast swung: once per month and threshold, again only for more money.
    QSet<QString> seen;
    const auto alerts = m_ledger->store().alerts(0);
    for (const Alert &alert : *alerts) {
        const QString what = u"%1 %2 %3 %4"_s.arg(alertKindName(alert.kind), alert.periodStart.toString())
                                 .arg(alert.threshold)
                                 .arg(alert.amount.toDecimal());
        QVERIFY2(!seen.contains(what), qPrintable(what));
        seen.insert(what);
    }
}

void TestAlertOrders::everyAlertOnceInWhateverOrder()
{
    for (unsigned seed = 1; seed <= Orders; ++seed) {
        live(seed);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"The order of seed %1."_s.arg(seed)));
    }
}

QTEST_GUILESS_MAIN(TestAlertOrders)
#include "tst_alertorders.moc"
