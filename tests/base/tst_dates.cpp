// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/budget.h"
#include "base/dates.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreHalfOpen();
    void monthsKnowTheirDays();
    void refusesWrongMonthsAndDays_data();
    void refusesWrongMonthsAndDays();
    void listsMonthsNewestFirst();
    void daysFollowTheZone_data();
    void daysFollowTheZone();
    void midnightMayBeSkipped();
    void refusesUnknownZones();
    void readsInstants_data();
    void readsInstants();
    void budgetPeriods();
};

void TestDates::rangesAreHalfOpen()
{
    const DateRange november = Month(2026, 11).range();
    QCOMPARE(november.days(), 30);
    QVERIFY(november.contains(QDate(2026, 11, 30)));
    QVERIFY(!november.contains(QDate(2026, 12, 1)));
    const DateRange late{QDate(2026, 11, 25), QDate(2026, 12, 5)};
    QCOMPARE(november.intersected(late), (DateRange{QDate(2026, 11, 25), QDate(2026, 12, 1)}));
    QVERIFY(november.intersected(Month(2027, 1).range()).isEmpty());
    QVERIFY((DateRange{QDate(2026, 2, 2), QDate(2026, 2, 1)}).isEmpty());
    QVERIFY(DateRange().isEmpty());
}

void TestDates::monthsKnowTheirDays()
{
    QCOMPARE(Month(2028, 2).days(), 29);
    QCOMPARE(Month(2026, 2).lastDay(), QDate(2026, 2, 28));
    QCOMPARE(Month(2026, 12).plus(1), Month(2027, 1));
    QCOMPARE(Month(2026, 1).plus(-1).toString(), u"2025-12"_s);
    QCOMPARE(*Month::parse(u"2026-11"), Month(2026, 11));
    QVERIFY(Month(2026, 9) < Month(2026, 10));
}

void TestDates::refusesWrongMonthsAndDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("thirteenth") << u"2026-13"_s;
    QTest::newRow("word") << u"November"_s;
    QTest::newRow("short") << u"2026-1"_s;
    QTest::newRow("empty") << QString();
}

void TestDates::refusesWrongMonthsAndDays()
{
    QFETCH(QString, text);
    QCOMPARE(Month::parse(text).error().kind, Error::Kind::Config);
    QCOMPARE(parseDay(text).error().kind, Error::Kind::Config);
    QVERIFY(!parseDay(u"2026-02-29"));
    QCOMPARE(*parseDay(u"2028-02-29"), QDate(2028, 2, 29));
}

void TestDates::listsMonthsNewestFirst()
{
    const QList<Month> months = monthsNewestFirst({QDate(2026, 9, 30), QDate(2026, 12, 1)});
    QCOMPARE(months, (QList<Month>{Month(2026, 11), Month(2026, 10), Month(2026, 9)}));
    QVERIFY(monthsNewestFirst({}).isEmpty());
}

void TestDates::daysFollowTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("hours");
    // Daylight saving in 2026: Europe 29 March and 25 October, America 8 March and 1 November; China has none.
    QTest::newRow("UTC") << "UTC"_ba << QDate(2026, 11, 24) << u"2026-11-24T00:00:00Z"_s << 24;
    QTest::newRow("Berlin in spring")
        << "Europe/Berlin"_ba << QDate(2026, 3, 29) << u"2026-03-28T23:00:00Z"_s << 23;
    QTest::newRow("Berlin in autumn")
        << "Europe/Berlin"_ba << QDate(2026, 10, 25) << u"2026-10-24T22:00:00Z"_s << 25;
    QTest::newRow("Pacific in spring")
        << "America/Los_Angeles"_ba << QDate(2026, 3, 8) << u"2026-03-08T08:00:00Z"_s << 23;
    QTest::newRow("Pacific in autumn")
        << "America/Los_Angeles"_ba << QDate(2026, 11, 1) << u"2026-11-01T07:00:00Z"_s << 25;
    QTest::newRow("Shanghai") << "Asia/Shanghai"_ba << QDate(2026, 11, 24) << u"2026-11-23T16:00:00Z"_s << 24;
}

void TestDates::daysFollowTheZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(QString, start);
    QFETCH(int, hours);
    const QTimeZone place = *zoneById(zone);
    const qint64 begin = dayStart(day, place);
    QCOMPARE(toRfc3339(begin), start);
    QCOMPARE(dayStart(day.addDays(1), place) - begin, hours * 3600);
    QCOMPARE(dayOf(begin, place), day);
    QCOMPARE(dayOf(begin - 1, place), day.addDays(-1));
}

void TestDates::midnightMayBeSkipped()
{
    // In Santiago the clock goes from 00:00 to 01:00 on Sunday 6 September 2026: that day begins at 04:00 UTC.
    const QTimeZone santiago = *zoneById("America/Santiago");
    QCOMPARE(toRfc3339(dayStart(QDate(2026, 9, 6), santiago)), u"2026-09-06T04:00:00Z"_s);
}

void TestDates::refusesUnknownZones()
{
    QCOMPARE(zoneById("Mars/Olympus").error().kind, Error::Kind::Config);
}

void TestDates::readsInstants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("UTC") << u"2026-11-24T08:00:00Z"_s << 1795507200LL;
    QTest::newRow("offset") << u"2026-11-24T16:00:00+08:00"_s << 1795507200LL;
    QTest::newRow("fraction") << u"2026-11-24T08:00:00.999Z"_s << 1795507200LL;
    QTest::newRow("no offset") << u"2026-11-24T08:00:00"_s << -1LL;
    QTest::newRow("day only") << u"2026-11-24"_s << -1LL;
    QTest::newRow("impossible") << u"2026-02-30T08:00:00Z"_s << -1LL;
    QTest::newRow("empty") << QString() << -1LL;
}

void TestDates::readsInstants()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto instant = parseRfc3339(text);
    if (seconds < 0) {
        QCOMPARE(instant.error().kind, Error::Kind::Format);
        return;
    }
    QVERIFY(instant.has_value());
    QCOMPARE(*instant, seconds);
    QCOMPARE(toRfc3339(*instant), u"2026-11-24T08:00:00Z"_s);
}

void TestDates::budgetPeriods()
{
    const QDate tuesday(2026, 11, 24);
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Week, tuesday),
             (DateRange{QDate(2026, 11, 23), QDate(2026, 11, 30)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Month, tuesday),
             (DateRange{QDate(2026, 11, 1), QDate(2026, 12, 1)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Quarter, tuesday),
             (DateRange{QDate(2026, 10, 1), QDate(2027, 1, 1)}));
    QCOMPARE(budgetPeriodAt(BudgetPeriod::Year, tuesday), (DateRange{QDate(2026, 1, 1), QDate(2027, 1, 1)}));
    QCOMPARE(*budgetPeriodFromName(u"quarter"), BudgetPeriod::Quarter);
    QVERIFY(!budgetPeriodFromName(u"fortnight"));
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
