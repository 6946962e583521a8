// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountalerts.h"
#include "engine/alertwords.h"
#include "engine/anomalyalerts.h"
#include "engine/quiethours.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

QDate nov(int day)
{
    return QDate(2026, 11, day);
}

qint64 noonOf(QDate day)
{
    return HandMadeLedger::start(day) + 12 * 3600;
}

} // namespace

/// Alerts that are not of budgets: unusual days and accounts in trouble.
class TestAlertKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void unusualDaysAreToldOnce();
    void smallOnesAreNot();
    void daysInARowAreOne();
    void expectedOnesAreNotToldAgain();
    void failingAccountsAreToldUntilTheyAreMended();
    void staleAccountsAreToldADayLate();
    void pausedAccountsAreLeftAlone();
    void quietHoursEnd();

private:
    void spend(const QMap<QDate, int> &more);
    QList<QDate> raiseAnomalies(QDate today, const QString &least = u"50"_s);
    QList<AlertKind> raiseAccounts(qint64 now);
    void fail(qint64 at, const std::optional<Error> &error);

    std::unique_ptr<HandMadeLedger> m_ledger;
    qint64 m_account = 0;
};

void TestAlertKinds::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestAlertKinds::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
    m_account = m_ledger->addAccount(u"openai"_s);
}

/// 30 a day since August, and what \a more says on its days by the key “batch”.
void TestAlertKinds::spend(const QMap<QDate, int> &more)
{
    QList<Charge> charges;
    for (QDate day(2026, 8, 3); day < nov(30); day = day.addDays(1)) {
        charges.append(HandMadeLedger::charge(day, u"20"_s, u"small"_s, u"app"_s));
        charges.append(HandMadeLedger::charge(day, u"10"_s, u"large"_s, u"app"_s));
        if (more.contains(day))
            charges.append(HandMadeLedger::charge(day, QString::number(more[day]), u"large"_s, u"batch"_s));
    }
    m_ledger->says(m_account, {QDate(2026, 8, 3), nov(30)}, charges);
}

QList<QDate> TestAlertKinds::raiseAnomalies(QDate today, const QString &least)
{
    QList<QDate> days;
    const auto alerts = raiseAnomalyAlerts(m_ledger->store(), noonOf(today), least);
    for (const Alert &alert : *alerts)
        days.append(alert.periodStart);
    return days;
}

QList<AlertKind> TestAlertKinds::raiseAccounts(qint64 now)
{
    QList<AlertKind> kinds;
    const auto alerts = raiseAccountAlerts(m_ledger->store(), now);
    for (const Alert &alert : *alerts)
        kinds.append(alert.kind);
    return kinds;
}

void TestAlertKinds::unusualDaysAreToldOnce()
{
    spend({{nov(18), 200}});
    QCOMPARE(raiseAnomalies(nov(20)), QList<QDate>{nov(18)});
    QCOMPARE(raiseAnomalies(nov(20)), QList<QDate>());
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alert.kind, AlertKind::Anomaly);
    QCOMPARE(alert.subject, u"openai"_s);
    QCOMPARE(alert.spent, HandMadeLedger::money(u"230"_s));
    QCOMPARE(alertSentence(alert),
             u"OpenAI cost $230.00 on 18 Nov, where $30.00 is usual. Largest cause: large, +$200.00 on 18 "
             u"Nov (key "
             u"“batch”)."_s);
    QCOMPARE(alertAction(alert), u"See what the key “batch” did."_s);
    spend({}); // restated away, and back
    QCOMPARE(raiseAnomalies(nov(20)), QList<QDate>());
    spend({{nov(18), 210}});
    m_ledger->reopen();
    QCOMPARE(raiseAnomalies(nov(21)), QList<QDate>());
    QCOMPARE(m_ledger->store().alerts(0)->size(), 1);
}

void TestAlertKinds::smallOnesAreNot()
{
    spend({{nov(18), 200}});
    QCOMPARE(raiseAnomalies(nov(20), u"500"_s), QList<QDate>());
    QCOMPARE(raiseAnomalies(nov(20), QString()), QList<QDate>());
    QCOMPARE(raiseAnomalies(nov(28), u"50"_s), QList<QDate>()); // history by now
    QCOMPARE(raiseAnomalies(nov(25), u"50"_s), QList<QDate>{nov(18)});
}

void TestAlertKinds::daysInARowAreOne()
{
    spend({{nov(18), 200}});
    QCOMPARE(raiseAnomalies(nov(19)), QList<QDate>{nov(18)});
    spend({{nov(18), 200}, {nov(19), 260}});
    QCOMPARE(raiseAnomalies(nov(20)), QList<QDate>());
    spend({{nov(18), 200}, {nov(19), 260}, {nov(24), 400}});
    QCOMPARE(raiseAnomalies(nov(25)), QList<QDate>{nov(24)});
}

void TestAlertKinds::expectedOnesAreNotToldAgain()
{
    spend({{nov(10), 200}});
    QCOMPARE(raiseAnomalies(nov(12)), QList<QDate>{nov(10)});
    QVERIFY(m_ledger->store().expectAlert(m_ledger->store().alerts(0)->first().id));
    spend({{nov(10), 200}, {nov(20), 300}});
    QCOMPARE(raiseAnomalies(nov(21)), QList<QDate>());
}

/// The state of the costs feed at \a at: whole to that day, or failed.
void TestAlertKinds::fail(qint64 at, const std::optional<Error> &error)
{
    FeedState state;
    state.account = m_account;
    state.lastTriedAt = at;
    state.lastGoodAt = error ? at - 3600 : at;
    state.completeTo = HandMadeLedger::start(dayOf(at, QTimeZone::utc()));
    state.lastError = error;
    QVERIFY(m_ledger->store().setFeedState(state));
}

void TestAlertKinds::failingAccountsAreToldUntilTheyAreMended()
{
    const Error refused{Error::Kind::Auth, u"OpenAI refused the key."_s, u"Make a new one."_s};
    fail(noonOf(nov(10)), Error{Error::Kind::Network, u"No network."_s}); // goes over by itself
    QCOMPARE(raiseAccounts(noonOf(nov(10))), QList<AlertKind>());
    fail(noonOf(nov(10)), refused);
    QCOMPARE(raiseAccounts(noonOf(nov(10))), QList<AlertKind>{AlertKind::Failing});
    const Alert alert = m_ledger->store().alerts(0)->first();
    QCOMPARE(alertSentence(alert), u"“openai” gets no figures: OpenAI refused the key. Make a new one."_s);
    m_ledger->reopen();
    fail(noonOf(nov(11)), refused);
    QCOMPARE(raiseAccounts(noonOf(nov(11))), QList<AlertKind>());
    QCOMPARE(raiseAccounts(noonOf(nov(3))), QList<AlertKind>()); // the clock was set back
    fail(noonOf(nov(12)), {});
    QCOMPARE(raiseAccounts(noonOf(nov(12))), QList<AlertKind>());
    QCOMPARE(m_ledger->store().alerts(0)->first().resolvedAt, noonOf(nov(12)));
    fail(noonOf(nov(20)), refused);
    QCOMPARE(raiseAccounts(noonOf(nov(20))), QList<AlertKind>{AlertKind::Failing});
}

/// OpenAI's figures lag 8 hours. Those of the 10th are whole; the 11th ends at 12 Nov 0:00, is expected at 8:00 and a
/// day late at 13 Nov 8:00.
void TestAlertKinds::staleAccountsAreToldADayLate()
{
    m_ledger->isCompleteTo(m_account, nov(11), noonOf(nov(12)));
    const qint64 late = HandMadeLedger::start(nov(13)) + 8 * 3600;
    QCOMPARE(raiseAccounts(late), QList<AlertKind>());
    QCOMPARE(raiseAccounts(late + 1), QList<AlertKind>{AlertKind::Stale});
    QCOMPARE(alertSentence(m_ledger->store().alerts(0)->first()), u"“openai” has no figures after 10 Nov."_s);
    m_ledger->isCompleteTo(m_account, nov(12), noonOf(nov(14))); // a day came, still late
    QCOMPARE(raiseAccounts(HandMadeLedger::start(nov(15))), QList<AlertKind>());
    m_ledger->isCompleteTo(m_account, nov(15), noonOf(nov(15)));
    QCOMPARE(raiseAccounts(noonOf(nov(15))), QList<AlertKind>());
    QCOMPARE(raiseAccounts(noonOf(nov(18))), QList<AlertKind>{AlertKind::Stale});
}

void TestAlertKinds::pausedAccountsAreLeftAlone()
{
    m_ledger->isCompleteTo(m_account, nov(1), noonOf(nov(1)));
    QCOMPARE(raiseAccounts(noonOf(nov(10))), QList<AlertKind>{AlertKind::Stale});
    Account account = m_ledger->store().accounts()->first();
    account.paused = true;
    QVERIFY(m_ledger->store().updateAccount(account));
    QCOMPARE(raiseAccounts(noonOf(nov(11))), QList<AlertKind>());
    QVERIFY(m_ledger->store().alerts(0)->first().resolvedAt > 0);
}

void TestAlertKinds::quietHoursEnd()
{
    const auto at = [](int day, int hour, int minute) {
        return QDateTime(nov(day), QTime(hour, minute)).toSecsSinceEpoch(); // local time
    };
    const QTime night(22, 0);
    const QTime morning(7, 30);
    QCOMPARE(quietUntil(night, morning, at(10, 21, 59)), std::nullopt);
    QCOMPARE(quietUntil(night, morning, at(10, 22, 0)), at(11, 7, 30));
    QCOMPARE(quietUntil(night, morning, at(11, 7, 29)), at(11, 7, 30));
    QCOMPARE(quietUntil(night, morning, at(11, 7, 30)), std::nullopt);
    QCOMPARE(quietUntil(morning, night, at(11, 12, 0)), at(11, 22, 0));
    QCOMPARE(quietUntil(morning, night, at(11, 23, 0)), std::nullopt);
    QCOMPARE(quietUntil(night, night, at(11, 22, 0)), std::nullopt);
    QCOMPARE(quietUntil(QTime(), morning, at(11, 1, 0)), std::nullopt);
}

QTEST_GUILESS_MAIN(TestAlertKinds)
#include "tst_alertkinds.moc"
