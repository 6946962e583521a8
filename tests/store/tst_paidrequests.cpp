// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What requests that cost money leave in the ledger, and how few of them a bill needs that closes by the month.
class TestPaidRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsUpToTheMost();
    void countsByMonthAndAccount();
    void survivesARestart();
    void monthsClose_data();
    void monthsClose();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    qint64 m_account = 0;
};

void TestPaidRequests::init()
{
    static int round = 0;
    m_store.reset();
    m_store = std::move(*Store::open(m_folder.filePath(QString::number(++round))));
    m_account = m_store->addAccount({.vendor = u"aws"_s, .label = u"cloud"_s})->id;
}

void TestPaidRequests::countsUpToTheMost()
{
    const Month november(2026, 11);
    QCOMPARE(*m_store->paidRequests(m_account, november), 0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(*m_store->countPaidRequest(m_account, november, 3));
    QVERIFY(!*m_store->countPaidRequest(m_account, november, 3));
    QCOMPARE(*m_store->paidRequests(m_account, november), 3); // what was refused is not counted
    QVERIFY(*m_store->countPaidRequest(m_account, november, 4));
}

void TestPaidRequests::countsByMonthAndAccount()
{
    const qint64 other = m_store->addAccount({.vendor = u"aws"_s, .label = u"other"_s})->id;
    QVERIFY(*m_store->countPaidRequest(m_account, Month(2026, 11), 1));
    QVERIFY(*m_store->countPaidRequest(m_account, Month(2026, 12), 1));
    QVERIFY(*m_store->countPaidRequest(other, Month(2026, 11), 1));
    QCOMPARE(*m_store->paidRequests(m_account, Month(2026, 11)), 1);
    QCOMPARE(*m_store->paidRequests(m_account, Month(2025, 11)), 0);
}

void TestPaidRequests::survivesARestart()
{
    const QString folder = m_folder.filePath(u"kept"_s);
    m_store.reset();
    m_store = std::move(*Store::open(folder));
    const qint64 account = m_store->addAccount({.vendor = u"aws"_s, .label = u"cloud"_s})->id;
    QVERIFY(*m_store->countPaidRequest(account, Month(2026, 11), 9));
    m_store.reset();
    m_store = std::move(*Store::open(folder));
    QCOMPARE(*m_store->paidRequests(account, Month(2026, 11)), 1);
}

void TestPaidRequests::monthsClose_data()
{
    QTest::addColumn<QDate>("taken");
    QTest::addColumn<QDate>("settledTo");
    QTest::newRow("within the month") << QDate(2026, 11, 24) << QDate(2026, 11, 1);
    QTest::newRow("on the ninth") << QDate(2026, 12, 9) << QDate(2026, 11, 1);
    QTest::newRow("on the tenth") << QDate(2026, 12, 10) << QDate(2026, 12, 1);
    QTest::newRow("later") << QDate(2027, 1, 5) << QDate(2026, 12, 1);
}

/// October and November are told in one walk; a month is settled once the tenth of the next has come.
void TestPaidRequests::monthsClose()
{
    QFETCH(QDate, taken);
    Snapshot snapshot;
    snapshot.account = m_account;
    snapshot.days = {QDate(2026, 10, 1), qMin(taken.addDays(1), QDate(2026, 12, 20))};
    snapshot.takenAt = dayStart(taken, QTimeZone::utc()) + 3600;
    snapshot.replies = {"{}"};
    QVERIFY(m_store->store(snapshot));
    const auto closed = m_store->coverage(m_account, Feed::Costs, 5, 10);
    QCOMPARE(closed->size(), 1);
    QCOMPARE(closed->first().from, QDate(2026, 10, 1));
    QTEST(closed->first().to, "settledTo");
}

QTEST_GUILESS_MAIN(TestPaidRequests)
#include "tst_paidrequests.moc"
