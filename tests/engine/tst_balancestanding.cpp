// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/balancestanding.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What is left of balances and quotas, and until when.
class TestBalanceStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tellsWhenABalanceEnds();
    void topUpsAreNoNegativeUse();
    void oneReadingTellsNoPace();
    void toldBalancesGoByTheCosts();
    void countersGoAgainstWhatPlansInclude();
    void plansTellWhatNobodyCounts();
    void writesAmounts();

private:
    static constexpr qint64 Day = 24 * 3600;
    const qint64 m_now = HandMadeLedger::start(QDate(2026, 11, 24)) + 12 * 3600;

    void read(const Balance &balance)
    {
        Snapshot snapshot;
        snapshot.account = m_account;
        snapshot.feed = Feed::Balance;
        snapshot.takenAt = balance.at;
        snapshot.replies = {QByteArray::number(balance.at)};
        snapshot.records.balances = {balance};
        QVERIFY(m_ledger->store().store(snapshot));
    }
    Balance paid(qint64 at, const QString &amount, Balance::Of of = Balance::Of::Paid) const
    {
        return {.at = at, .name = u"balance"_s, .amount = HandMadeLedger::money(amount), .of = of};
    }
    Balance points(qint64 at, const QString &amount) const
    {
        return {.at = at,
                .name = u"message_count_quota"_s,
                .amount = HandMadeLedger::money(amount, Currency::none()),
                .of = Balance::Of::Used,
                .unit = u"AI points"_s,
                .decimals = 4,
                .periodStart = HandMadeLedger::start(QDate(2026, 11, 15)),
                .periodEnd = HandMadeLedger::start(QDate(2026, 12, 15))};
    }
    Plan lanyingPlan() const
    {
        return {.vendor = u"lanying"_s,
                .name = u"企业版"_s,
                .start = QDate(2026, 3, 15),
                .terms = {{.from = QDate(2026, 3, 15), .price = HandMadeLedger::money(u"99"_s)}},
                .included = {*parseQuota(u"10000 AI points"_s)}};
    }
    QList<BalanceStanding> standings() { return balanceStandings(m_ledger->store(), m_now).value(); }

    std::unique_ptr<HandMadeLedger> m_ledger;
    qint64 m_account = 0;
};

void TestBalanceStanding::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestBalanceStanding::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
    m_account = m_ledger->addAccount(u"deepseek"_s);
}

void TestBalanceStanding::tellsWhenABalanceEnds()
{
    read(paid(m_now - 10 * Day, u"100"_s));
    read(paid(m_now - 4 * Day, u"75"_s));
    read(paid(m_now, u"60"_s));
    const auto all = standings();
    QCOMPARE(all.size(), 1);
    QVERIFY(all.first().isBalance());
    QCOMPARE(*all.first().left, HandMadeLedger::money(u"60"_s));
    QCOMPARE(*all.first().dailyUse, HandMadeLedger::money(u"4"_s)); // 40 in 10 days
    QCOMPARE(*all.first().runsOut, QDate(2026, 12, 9)); // 15 days from 24 November at noon
    QVERIFY(all.first().runsOutEarly());
}

void TestBalanceStanding::topUpsAreNoNegativeUse()
{
    read(paid(m_now - 4 * Day, u"10"_s));
    read(paid(m_now - 2 * Day, u"4"_s));
    read(paid(m_now - Day, u"104"_s));
    read(paid(m_now, u"102"_s));
    // 6 and 2 in 4 days.
    QCOMPARE(*standings().first().dailyUse, HandMadeLedger::money(u"2"_s));
    QCOMPARE(*standings().first().runsOut, QDate(2027, 1, 14)); // 51 days on
}

void TestBalanceStanding::oneReadingTellsNoPace()
{
    read(paid(m_now - 3600, u"10"_s));
    QVERIFY(!standings().first().dailyUse);
    QVERIFY(!standings().first().runsOut);
    read(paid(m_now, u"9"_s)); // an hour tells nothing of a day
    QVERIFY(!standings().first().dailyUse);
    QCOMPARE(*standings().first().left, HandMadeLedger::money(u"9"_s));
}

void TestBalanceStanding::toldBalancesGoByTheCosts()
{
    read(paid(m_now, u"38.20"_s, Balance::Of::Told));
    QList<Charge> charges;
    for (QDate day(2026, 11, 1); day < QDate(2026, 11, 24); day = day.addDays(1))
        charges.append(HandMadeLedger::charge(day, u"1.91"_s, u"m"_s));
    m_ledger->says(m_account, {QDate(2026, 11, 1), QDate(2026, 11, 24)}, charges);
    QCOMPARE(*standings().first().dailyUse, HandMadeLedger::money(u"1.91"_s));
    QCOMPARE(*standings().first().runsOut, QDate(2026, 12, 14)); // 20 days on
}

void TestBalanceStanding::countersGoAgainstWhatPlansInclude()
{
    m_account = m_ledger->addAccount(u"lanying"_s);
    read(points(m_now - 4 * Day, u"4000"_s));
    read(points(m_now, u"8760.5"_s));
    QVERIFY(!standings().first().left); // nobody said how many there are
    QVERIFY(m_ledger->store().savePlan(lanyingPlan(), m_now));
    const auto all = standings();
    QCOMPARE(all.size(), 1);
    const BalanceStanding quota = all.first();
    QVERIFY(!quota.isBalance());
    const auto none = [](const QString &amount) { return HandMadeLedger::money(amount, Currency::none()); };
    QCOMPARE(*quota.used, none(u"8760.5"_s));
    QCOMPARE(*quota.included, none(u"10000"_s));
    QCOMPARE(*quota.left, none(u"1239.5"_s));
    QCOMPARE(*quota.dailyUse, none(u"1190.125"_s)); // 4760.5 in 4 days
    // 1239.5 last 1.04 days: to the 25th at about one, UTC, which is the 25th in Shanghai too.
    QCOMPARE(*quota.runsOut, QDate(2026, 11, 25));
    QCOMPARE(quota.period, (DateRange{QDate(2026, 11, 15), QDate(2026, 12, 15)}));
    QVERIFY(quota.runsOutEarly());
}

void TestBalanceStanding::plansTellWhatNobodyCounts()
{
    QVERIFY(m_ledger->store().savePlan(lanyingPlan(), m_now));
    const auto all = standings();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().name, u"企业版"_s);
    QVERIFY(!all.first().used);
    QCOMPARE(all.first().period, (DateRange{QDate(2026, 11, 15), QDate(2026, 12, 15)}));
}

void TestBalanceStanding::writesAmounts()
{
    QCOMPARE(amountText(HandMadeLedger::money(u"81.4"_s), {}), u"$81.40"_s);
    QCOMPARE(amountText(HandMadeLedger::money(u"10000"_s, Currency::none()), u"AI points"_s),
             u"10,000 AI points"_s);
    QCOMPARE(amountText(HandMadeLedger::money(u"1190.125"_s, Currency::none()), u"AI points"_s),
             u"1,190.12 AI points"_s);
}

QTEST_GUILESS_MAIN(TestBalanceStanding)
#include "tst_balancestanding.moc"
