// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/balanceuse.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What successive balances and counters tell, in figures that were worked out by hand.
class TestBalanceUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallIsSpend();
    void riseIsTopUp();
    void unevenRiseIsDoubted();
    void grantedCredit();
    void debtGoesOn();
    void currenciesStayApart();
    void spreadOverDays();
    void daysOfTheVendor();
    void untilMidnightIsTheDayBefore();
    void onlyTheDaysAsked();
    void counterOfMoney();
    void counterOfAnotherKey();
    void counterOfPoints();
    void fallenCounterBeganAnew();
    void newPeriodAlthoughHigher();
    void toldIsNotCounted();
    void doubtsAreToldOnce();
    void firstReadingTellsNothing();

private:
    static constexpr qint64 Day = 24 * 3600;
    static constexpr qint64 Start = 1795478400; // 2026-11-24T00:00:00Z

    static Balance reading(qint64 at, const QString &amount, Balance::Of of = Balance::Of::Paid,
                           const QString &name = u"topped_up_balance"_s, Currency currency = Currency::cny())
    {
        return {.at = at, .name = name, .amount = Money::parse(amount, currency).value(), .of = of};
    }
    static Balance points(qint64 at, const QString &amount, qint64 periodStart)
    {
        return {.at = at,
                .name = u"message_count_quota_share"_s,
                .amount = Money::parse(amount, Currency::none()).value(),
                .of = Balance::Of::Used,
                .unit = u"AI points"_s,
                .decimals = 4,
                .periodStart = periodStart,
                .periodEnd = periodStart + 30 * Day};
    }
    static BalanceUse use(const QList<Balance> &readings, const QTimeZone &zone = QTimeZone::utc(),
                          const DateRange &days = {QDate(2026, 1, 1), QDate(2027, 1, 1)})
    {
        return useBetween(readings, days, zone).value();
    }
    /// "2026-11-24 estimated Usage 5.50 CNY" of each charge.
    static QStringList shown(const BalanceUse &use)
    {
        QStringList lines;
        for (const Charge &charge : use.records.charges) {
            lines.append(QStringList{charge.day.toString(Qt::ISODate), chargeKindName(charge.kind),
                                     chargeCategoryName(charge.category), charge.cost.toDecimal(),
                                     charge.cost.currency().code()}
                             .join(u' '));
        }
        for (const Usage &one : use.records.usage)
            lines.append(
                QStringList{one.day.toString(Qt::ISODate), QString::number(*one.quantity), one.unit}.join(
                    u' '));
        return lines;
    }
};

void TestBalanceUse::fallIsSpend()
{
    const BalanceUse derived = use(
        {reading(Start, u"110"_s), reading(Start + 3600, u"104.5"_s), reading(Start + 7200, u"104.25"_s)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 estimated Usage 5.75 CNY"_s});
    QCOMPARE(derived.records.charges.first().description, u"topped_up_balance"_s);
    QCOMPARE(derived.records.charges.first().periodEnd, Start + Day);
    QVERIFY(derived.doubts.isEmpty());
}

void TestBalanceUse::riseIsTopUp()
{
    const BalanceUse derived
        = use({reading(Start, u"4.5"_s), reading(Start + 3600, u"104.5"_s), reading(Start + 7200, u"100"_s)});
    QCOMPARE(
        shown(derived),
        (QStringList{u"2026-11-24 estimated Usage 4.50 CNY"_s, u"2026-11-24 billed Purchase 100.00 CNY"_s}));
    QVERIFY(derived.doubts.isEmpty());
}

void TestBalanceUse::unevenRiseIsDoubted()
{
    const BalanceUse derived = use({reading(Start, u"4.5"_s), reading(Start + 3600, u"103.87"_s)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 billed Purchase 99.37 CNY"_s});
    QCOMPARE(derived.doubts.size(), 1);
    QVERIFY(derived.doubts.first().contains(u"99.37 CNY"_s));
}

void TestBalanceUse::grantedCredit()
{
    const auto granted = [](qint64 at, const QString &amount) {
        return reading(at, amount, Balance::Of::Granted, u"granted_balance"_s);
    };
    const BalanceUse given = use({granted(Start, u"0"_s), granted(Start + 60, u"10.5"_s)});
    QVERIFY(shown(given).isEmpty() && given.doubts.isEmpty());
    const BalanceUse spent = use({granted(Start, u"10"_s), granted(Start + 60, u"8"_s)});
    QCOMPARE(shown(spent), QStringList{u"2026-11-24 estimated Usage 2.00 CNY"_s});
    QVERIFY(spent.doubts.isEmpty());
    const BalanceUse gone = use({granted(Start, u"10"_s), granted(Start + 60, u"0"_s)});
    QCOMPARE(shown(gone), QStringList{u"2026-11-24 estimated Usage 10.00 CNY"_s});
    QCOMPARE(gone.doubts.size(), 1);
}

void TestBalanceUse::debtGoesOn()
{
    const BalanceUse derived = use({reading(Start, u"1.5"_s), reading(Start + 60, u"-2.25"_s)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 estimated Usage 3.75 CNY"_s});
}

void TestBalanceUse::currenciesStayApart()
{
    const auto dollars = [](qint64 at, const QString &amount) {
        return reading(at, amount, Balance::Of::Paid, u"topped_up_balance"_s, Currency::usd());
    };
    const BalanceUse derived = use({reading(Start, u"10"_s), dollars(Start, u"20"_s),
                                    reading(Start + 60, u"9"_s), dollars(Start + 60, u"17.5"_s)});
    QCOMPARE(
        shown(derived),
        (QStringList{u"2026-11-24 estimated Usage 1.00 CNY"_s, u"2026-11-24 estimated Usage 2.50 USD"_s}));
}

void TestBalanceUse::spreadOverDays()
{
    // From 18:00 of the 24th to 06:00 of the 27th are 60 hours: 6, 24, 24 and 6 of them take 1, 4, 4 and 1.
    const BalanceUse derived
        = use({reading(Start + Day * 3 / 4, u"10"_s), reading(Start + 3 * Day + Day / 4, u"0"_s)});
    QCOMPARE(
        shown(derived),
        (QStringList{u"2026-11-24 estimated Usage 1.00 CNY"_s, u"2026-11-25 estimated Usage 4.00 CNY"_s,
                     u"2026-11-26 estimated Usage 4.00 CNY"_s, u"2026-11-27 estimated Usage 1.00 CNY"_s}));
    // A nano-unit over three days is on one of them, not on none and not on three.
    const BalanceUse tiny = use({reading(Start, u"0.000000001"_s), reading(Start + 3 * Day, u"0"_s)});
    QCOMPARE(tiny.records.charges.size(), 1);
    QCOMPARE(tiny.records.charges.first().cost.nanos(), 1);
}

void TestBalanceUse::daysOfTheVendor()
{
    // 16:00 UTC is midnight in China.
    const QTimeZone china(8 * 3600);
    const BalanceUse derived
        = use({reading(Start + 14 * 3600, u"10"_s), reading(Start + 18 * 3600, u"6"_s)}, china);
    QCOMPARE(
        shown(derived),
        (QStringList{u"2026-11-24 estimated Usage 2.00 CNY"_s, u"2026-11-25 estimated Usage 2.00 CNY"_s}));
}

void TestBalanceUse::untilMidnightIsTheDayBefore()
{
    const BalanceUse derived = use({reading(Start, u"10"_s), reading(Start + Day, u"6"_s)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 estimated Usage 4.00 CNY"_s});
}

void TestBalanceUse::onlyTheDaysAsked()
{
    const BalanceUse derived = use({reading(Start, u"10"_s), reading(Start + 2 * Day, u"6"_s)},
                                   QTimeZone::utc(), {QDate(2026, 11, 25), QDate(2026, 11, 27)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-25 estimated Usage 2.00 CNY"_s});
}

void TestBalanceUse::counterOfMoney()
{
    const auto used = [](qint64 at, const QString &amount) {
        return reading(at, amount, Balance::Of::Used, u"usage"_s, Currency::usd());
    };
    const BalanceUse derived = use({used(Start, u"118.8"_s), used(Start + 60, u"119.22"_s)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 estimated Usage 0.42 USD"_s});
}

void TestBalanceUse::counterOfAnotherKey()
{
    const auto used = [](qint64 at, const QString &amount) {
        return reading(at, amount, Balance::Of::Used, u"usage"_s, Currency::usd());
    };
    const BalanceUse derived = use({used(Start, u"118.8"_s), used(Start + 60, u"3"_s)});
    QVERIFY(shown(derived).isEmpty());
    QCOMPARE(derived.doubts.size(), 1);
}

void TestBalanceUse::counterOfPoints()
{
    const BalanceUse derived
        = use({points(Start, u"34.56"_s, Start - Day), points(Start + 60, u"36.0001"_s, Start - Day)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-24 14401 0.0001 AI points"_s});
    QCOMPARE(derived.records.usage.first().at.service, u"message_count_quota_share"_s);
    QVERIFY(!derived.records.usage.first().requests);
    Balance before = points(Start, u"12"_s, Start - Day);
    before.unit = u"messages"_s;
    before.decimals = 0;
    Balance after = before;
    after.at += 60;
    after.amount = Money::parse(u"19", Currency::none()).value();
    const BalanceUse messages = use({before, after});
    QCOMPARE(shown(messages), QStringList{u"2026-11-24 7 messages"_s});
    QCOMPARE(messages.records.usage.first().requests, std::optional<qint64>(7));
}

void TestBalanceUse::fallenCounterBeganAnew()
{
    // The period began at midnight of the 25th: 6 points in the 6 hours since, nothing before.
    const BalanceUse derived = use({points(Start + Day - 3600, u"900"_s, Start - 29 * Day),
                                    points(Start + Day + 6 * 3600, u"6"_s, Start + Day)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-25 60000 0.0001 AI points"_s});
    // A period that is not as the account says: what the counter shows was used since.
    const BalanceUse other
        = use({points(Start, u"900"_s, Start - Day), points(Start + 60, u"6"_s, Start - Day)});
    QCOMPARE(shown(other), QStringList{u"2026-11-24 60000 0.0001 AI points"_s});
}

void TestBalanceUse::newPeriodAlthoughHigher()
{
    const BalanceUse derived = use({points(Start + Day - 3600, u"2"_s, Start - 29 * Day),
                                    points(Start + Day + 6 * 3600, u"6"_s, Start + Day)});
    QCOMPARE(shown(derived), QStringList{u"2026-11-25 60000 0.0001 AI points"_s});
}

void TestBalanceUse::toldIsNotCounted()
{
    QVERIFY(shown(use({reading(Start, u"10"_s, Balance::Of::Told),
                       reading(Start + 60, u"5"_s, Balance::Of::Told)}))
                .isEmpty());
}

void TestBalanceUse::doubtsAreToldOnce()
{
    const BalanceUse derived
        = use({reading(Start, u"4.5"_s), reading(Start + 60, u"103.87"_s), reading(Start + 120, u"103"_s)});
    QVERIFY(derived.doubts.isEmpty());
    QCOMPARE(derived.records.charges.size(), 2);
}

void TestBalanceUse::firstReadingTellsNothing()
{
    QVERIFY(use({}).records.isEmpty());
    QVERIFY(use({reading(Start, u"110"_s)}).records.isEmpty());
}

QTEST_GUILESS_MAIN(TestBalanceUse)
#include "tst_balanceuse.moc"
