// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/balancekeeping.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Successive fetches of a balance in a real ledger: each sync derives the days since the reading before, and only those.
class TestBalanceKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void daysGrowAndNothingIsCountedTwice();
    void sameInstantAgain();
    void toldBalancesDeriveNothing();

private:
    static constexpr qint64 Start = 1795478400; // 2026-11-24T00:00:00Z
    static constexpr qint64 Hour = 3600;

    /// One fetch at \a at; the doubts that came with it.
    QStringList keep(qint64 at, const QString &amount, Balance::Of of = Balance::Of::Paid)
    {
        Snapshot snapshot;
        snapshot.account = m_account;
        snapshot.feed = Feed::Balance;
        snapshot.takenAt = at;
        snapshot.records.balances = {{.at = at,
                                      .name = u"topped_up_balance"_s,
                                      .amount = Money::parse(amount, Currency::cny()).value(),
                                      .of = of}};
        const auto doubts = addBalanceUse(*m_store, snapshot, QTimeZone::utc());
        const auto stored = m_store->store(snapshot);
        return doubts && stored ? *doubts : QStringList{u"not stored"_s};
    }
    /// "2026-11-24 Usage 5.50 CNY" of each day and category.
    QStringList days()
    {
        const auto summary = m_store->summary(
            {.days = {QDate(2026, 11, 1), QDate(2026, 12, 1)}, .by = {Dim::Day, Dim::Category}});
        QStringList lines;
        for (const SummaryRow &row : summary.value().rows)
            lines.append(row.keys.join(u' ') + u' ' + row.cost.value().toDecimal());
        lines.sort();
        return lines;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    qint64 m_account = 0;
};

void TestBalanceKeeping::init()
{
    m_store.reset();
    const QString folder = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    m_store = std::move(*Store::open(folder));
    m_account = m_store->addAccount({.vendor = u"deepseek"_s, .label = u"deepseek"_s}).value().id;
}

void TestBalanceKeeping::daysGrowAndNothingIsCountedTwice()
{
    QCOMPARE(keep(Start + 10 * Hour, u"110"_s), QStringList());
    QVERIFY(days().isEmpty());
    keep(Start + 12 * Hour, u"108"_s);
    QCOMPARE(days(), QStringList{u"2026-11-24 Usage 2.00"_s});
    // To 12:00 of the next day 6 are spent: half of them on each day.
    keep(Start + 36 * Hour, u"102"_s);
    QCOMPARE(days(), (QStringList{u"2026-11-24 Usage 5.00"_s, u"2026-11-25 Usage 3.00"_s}));
    // A top-up, and spend after it.
    keep(Start + 37 * Hour, u"202"_s);
    keep(Start + 38 * Hour, u"201.5"_s);
    QCOMPARE(days(),
             (QStringList{u"2026-11-24 Usage 5.00"_s, u"2026-11-25 Purchase 100.00"_s,
                          u"2026-11-25 Usage 3.50"_s}));
    QVERIFY(m_store->check()->isEmpty());
}

void TestBalanceKeeping::sameInstantAgain()
{
    keep(Start, u"10"_s);
    keep(Start + Hour, u"9"_s);
    keep(Start + Hour, u"9"_s);
    QCOMPARE(days(), QStringList{u"2026-11-24 Usage 1.00"_s});
    QCOMPARE(keep(Start + 2 * Hour, u"19.5"_s).size(), 1); // 10.50 is no round sum
}

void TestBalanceKeeping::toldBalancesDeriveNothing()
{
    keep(Start, u"10"_s, Balance::Of::Told);
    keep(Start + Hour, u"9"_s, Balance::Of::Told);
    QVERIFY(days().isEmpty());
    QCOMPARE(m_store->balances(m_account, 0)->size(), 2);
}

QTEST_GUILESS_MAIN(TestBalanceKeeping)
#include "tst_balancekeeping.moc"
