// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwords.h"
#include "engine/planalerts.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

qint64 noonOf(QDate day)
{
    return HandMadeLedger::start(day) + 12 * 3600;
}

QDate nov(int day)
{
    return QDate(2026, 11, day);
}

} // namespace

/// Payments ahead and balances that end are told early, and once.
class TestPlanAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tellsEachPaymentOnce();
    void leavesAloneWhatIsPaidOnce();
    void tellsABalanceUntilItIsToppedUp();

private:
    QStringList raise(QDate day)
    {
        QStringList sentences;
        const auto raised = raisePlanAlerts(m_ledger->store(), noonOf(day));
        for (const Alert &alert : *raised)
            sentences.append(alertSentence(alert));
        return sentences;
    }
    Plan plan(PlanPeriod per) const
    {
        return {.vendor = u"openai"_s,
                .name = u"Team"_s,
                .per = per,
                .start = nov(5),
                .terms = {{.from = nov(5), .price = HandMadeLedger::money(u"25"_s), .seats = 12}}};
    }

    std::unique_ptr<HandMadeLedger> m_ledger;
};

void TestPlanAlerts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestPlanAlerts::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
}

void TestPlanAlerts::tellsEachPaymentOnce()
{
    QVERIFY(m_ledger->store().savePlan(plan(PlanPeriod::Month), noonOf(nov(24))));
    QCOMPARE(*nextRenewalAlert(m_ledger->store(), noonOf(nov(24))),
             std::optional(HandMadeLedger::start(QDate(2026, 12, 2))));
    QVERIFY(raise(QDate(2026, 12, 1)).isEmpty());
    QCOMPARE(raise(QDate(2026, 12, 2)), QStringList(u"“Team” is paid again on 5 Dec: $300.00."_s));
    m_ledger->reopen();
    QVERIFY(raise(QDate(2026, 12, 3)).isEmpty());
    QVERIFY(raise(QDate(2026, 12, 5)).isEmpty());
    QCOMPARE(*nextRenewalAlert(m_ledger->store(), noonOf(QDate(2026, 12, 2))),
             std::optional(HandMadeLedger::start(QDate(2027, 1, 2))));
    QCOMPARE(raise(QDate(2027, 1, 4)).size(), 1);
}

void TestPlanAlerts::leavesAloneWhatIsPaidOnce()
{
    Plan record = plan(PlanPeriod::Month);
    record.charged = false;
    QVERIFY(m_ledger->store().savePlan(record, noonOf(nov(1))));
    Plan once = plan(PlanPeriod::Once);
    once.name = u"Books"_s;
    QVERIFY(m_ledger->store().savePlan(once, noonOf(nov(1))));
    QVERIFY(raise(nov(4)).isEmpty());
    QVERIFY(!*nextRenewalAlert(m_ledger->store(), noonOf(nov(1))));
}

void TestPlanAlerts::tellsABalanceUntilItIsToppedUp()
{
    const qint64 account = m_ledger->addAccount(u"deepseek"_s);
    const auto read = [&](QDate day, const QString &amount) {
        Snapshot snapshot;
        snapshot.account = account;
        snapshot.feed = Feed::Balance;
        snapshot.takenAt = noonOf(day);
        snapshot.replies = {QByteArray::number(snapshot.takenAt)};
        snapshot.records.balances = {{.at = snapshot.takenAt,
                                      .name = u"balance"_s,
                                      .amount = HandMadeLedger::money(amount),
                                      .of = Balance::Of::Paid}};
        QVERIFY(m_ledger->store().store(snapshot));
    };
    read(nov(10), u"120"_s);
    read(nov(20), u"20"_s); // 10 a day: two days are left
    QCOMPARE(raise(nov(20)),
             QStringList(u"“deepseek: balance” is running low: $20.00 are left and likely to "
                         "end on 22 Nov."_s));
    QVERIFY(raise(nov(20)).isEmpty());
    read(nov(21), u"510"_s);
    QVERIFY(raise(nov(21)).isEmpty());
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alert.resolvedAt, noonOf(nov(21)));
    read(nov(23), u"5"_s);
    QCOMPARE(raise(nov(23)).size(), 1); // anew
}

QTEST_GUILESS_MAIN(TestPlanAlerts)
#include "tst_planalerts.moc"
