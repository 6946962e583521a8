// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/schedule.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsHours_data();
    void knowsItsHours();
    void refuses();
    void readsClocks();
};

namespace {

bool within(const Schedule::Rule &rule, const QString &instant)
{
    return Schedule::make(rule)->contains(*parseRfc3339(instant));
}

} // namespace

void TestSchedule::knowsItsHours_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("instant");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *name, const QByteArray &zone, const QString &from, const QString &to,
                        const QString &instant,
                        bool inside) { QTest::newRow(name) << zone << from << to << instant << inside; };
    row("start counts", "UTC", u"09:00"_s, u"12:00"_s, u"2026-11-24T09:00:00Z"_s, true);
    row("end does not", "UTC", u"09:00"_s, u"12:00"_s, u"2026-11-24T12:00:00Z"_s, false);
    row("before midnight", "UTC", u"16:30"_s, u"00:30"_s, u"2026-11-24T23:59:59Z"_s, true);
    row("after midnight", "UTC", u"16:30"_s, u"00:30"_s, u"2026-11-25T00:29:59Z"_s, true);
    row("over midnight, ended", "UTC", u"16:30"_s, u"00:30"_s, u"2026-11-25T00:30:00Z"_s, false);
    row("until the day's end", "UTC", u"22:00"_s, u"24:00"_s, u"2026-11-24T23:30:00Z"_s, true);
    row("all day", "UTC", u"00:00"_s, u"24:00"_s, u"2026-11-24T13:00:00Z"_s, true);
    row("Beijing has no summer time", "Asia/Shanghai", u"09:00"_s, u"12:00"_s, u"2026-07-24T01:00:00Z"_s,
        true);
    // New York leaves summer time on 2026-11-01 at 06:00Z: 09:00 there is 13:00Z before and 14:00Z after.
    row("summer time", "America/New_York", u"09:00"_s, u"10:00"_s, u"2026-10-31T13:30:00Z"_s, true);
    row("winter time", "America/New_York", u"09:00"_s, u"10:00"_s, u"2026-11-02T13:30:00Z"_s, false);
    // The hour from 01:00 to 02:00 comes twice that night, and both are 01:30 on the wall.
    row("first of two hours", "America/New_York", u"01:00"_s, u"02:00"_s, u"2026-11-01T05:30:00Z"_s, true);
    row("second of two hours", "America/New_York", u"01:00"_s, u"02:00"_s, u"2026-11-01T06:30:00Z"_s, true);
    // On 2026-03-08 the clock goes from 02:00 to 03:00 at 07:00Z: a window within the gap never opens.
    row("skipped hour", "America/New_York", u"02:00"_s, u"03:00"_s, u"2026-03-08T07:00:00Z"_s, false);
}

void TestSchedule::knowsItsHours()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, instant);
    QFETCH(bool, inside);
    const Schedule::Rule rule{u"test"_s, zone, {{*parseClock(from), *parseClock(to)}}};
    QCOMPARE(within(rule, instant), inside);
}

void TestSchedule::refuses()
{
    QCOMPARE(Schedule::make({u"x"_s, "Mars/Olympus", {{QTime(9, 0), QTime(12, 0)}}}).error().kind,
             Error::Kind::Config);
    QVERIFY(!Schedule::make({u"x"_s, "UTC", {}}));
    QVERIFY(!Schedule::make({u"x"_s, "UTC", {{QTime(9, 0), QTime(12, 0)}}, {8}}));
}

void TestSchedule::readsClocks()
{
    QCOMPARE(*parseClock(u"16:30"), QTime(16, 30));
    QCOMPARE(*parseClock(u"24:00"), QTime(0, 0));
    for (const char16_t *text : {u"", u"9", u"25:00", u"12:60", u"noon"})
        QVERIFY(!parseClock(text));
    // A window that began on a Friday evening still counts in Saturday's first hours; Saturday's own does not open.
    const Schedule::Rule nights{u"nights"_s, "UTC", {{QTime(22, 0), QTime(2, 0)}}, {1, 2, 3, 4, 5}};
    QVERIFY(within(nights, u"2026-11-28T01:00:00Z"_s));
    QVERIFY(!within(nights, u"2026-11-28T23:00:00Z"_s));
    const Schedule::Rule holiday{u"h"_s, "UTC", {{QTime(9, 0), QTime(12, 0)}},
                                 {},     {},    {{QDate(2026, 10, 1), QDate(2026, 10, 8)}}};
    QVERIFY(!within(holiday, u"2026-10-07T10:00:00Z"_s));
    QVERIFY(within(holiday, u"2026-10-08T10:00:00Z"_s));
}

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
