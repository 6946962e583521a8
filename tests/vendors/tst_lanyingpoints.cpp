// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/lanyingpoints.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Lanying's points by examples that were worked out by hand from its gateway's rules.
class TestLanyingPoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calls_data();
    void calls();
    void contentSecurityOff();
    void ownKey();
    void images();
    void speech();
    void derivedMultiplier();
    void counters();
    void periods_data();
    void periods();
    void tableCanBeEdited();
    void unknownModelHasNoPoints();
    void brokenTableSaysWhere();
};

void TestLanyingPoints::calls_data()
{
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("points");
    QTest::newRow("a short call counts one block") << qint64(1) << u"gpt-3.5-turbo"_s << u"1"_s;
    QTest::newRow("half a block") << qint64(1024) << u"gpt-4o-mini"_s << u"0.49"_s;
    QTest::newRow("one and a half are two") << qint64(3072) << u"gpt-4o"_s << u"16"_s;
    QTest::newRow("two and a half are two") << qint64(5120) << u"gpt-4o"_s << u"16"_s;
    QTest::newRow("embedding") << qint64(40'000) << u"text-embedding-3-small"_s << u"0.6"_s;
}

void TestLanyingPoints::calls()
{
    QFETCH(qint64, tokens);
    QFETCH(QString, model);
    QFETCH(QString, points);
    const Decimal multiplier = LanyingTable::bundled().multiplier(model);
    QCOMPARE(lanyingCallPoints(tokens, multiplier).toString(), points);
}

void TestLanyingPoints::contentSecurityOff()
{
    const Decimal reduced = lanyingWithoutContentSecurity(8);
    QCOMPARE(reduced.toString(), u"6.22"_s); // 6.224
    QCOMPARE(lanyingCallPoints(5120, reduced).toString(), u"12.44"_s);
    QCOMPARE(lanyingWithoutContentSecurity(Decimal::of(u"0.03")).toString(), u"0.02"_s); // 0.02334
    QCOMPARE(lanyingWithoutContentSecurity(Decimal::of(u"0.01")).toString(), u"0.0078"_s); // 0.00778
}

void TestLanyingPoints::ownKey()
{
    QCOMPARE(lanyingOwnKeyPoints(5120, true).toString(), u"0.44"_s);
    QVERIFY(lanyingOwnKeyPoints(5120, false).isZero());
}

void TestLanyingPoints::images()
{
    QCOMPARE((LanyingTable::bundled().image(u"dall-e-3"_s, u"hd_1792x1024"_s) * 2).toString(), u"320"_s);
}

void TestLanyingPoints::speech()
{
    QCOMPARE(lanyingTranscriptionPoints(61).toString(), u"7"_s);
    QCOMPARE(lanyingTranscriptionPoints(60).toString(), u"6"_s);
    QCOMPARE(lanyingSpeechPoints(250, LanyingTable::bundled().speech(u"tts-1"_s)).toString(), u"4.5"_s);
}

void TestLanyingPoints::derivedMultiplier()
{
    // $3 in and $15 out a million: 0.2222 + (0.00225 + 0.00375) ÷ 0.00075 × 7/9 = 0.2222 + 6.2222
    QCOMPARE(lanyingDerivedMultiplier(Decimal::of(u"0.003"), Decimal::of(u"0.015"), 7).toString(), u"6.44"_s);
    // ¥0.001 in and ¥0.002 out a thousand: 0.2222 + 0.00125 ÷ 0.00075 ÷ 9 = 0.2222 + 0.1852
    QCOMPARE(lanyingDerivedMultiplier(Decimal::of(u"0.001"), Decimal::of(u"0.002"), 1).toString(), u"0.41"_s);
}

void TestLanyingPoints::counters()
{
    QCOMPARE(lanyingCounter(34, 5600).toString(), u"34.56"_s);
}

void TestLanyingPoints::periods_data()
{
    QTest::addColumn<QDate>("startDate");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const QDate fifteenth(2026, 1, 15);
    QTest::newRow("the first ends at midnight in China")
        << fifteenth << u"2026-02-14T15:59:59Z"_s << u"2026-01-14T16:00:00Z"_s << u"2026-02-14T16:00:00Z"_s;
    QTest::newRow("and the second begins")
        << fifteenth << u"2026-02-14T16:00:00Z"_s << u"2026-02-14T16:00:00Z"_s << u"2026-03-14T16:00:00Z"_s;
    QTest::newRow("ten months on") << fifteenth << u"2026-11-24T12:00:00Z"_s << u"2026-11-14T16:00:00Z"_s
                                   << u"2026-12-14T16:00:00Z"_s;
    const QDate last(2026, 1, 31);
    QTest::newRow("clamped to the month's last day")
        << last << u"2026-03-01T00:00:00Z"_s << u"2026-02-27T16:00:00Z"_s << u"2026-03-30T16:00:00Z"_s;
    QTest::newRow("and back to the 31st")
        << last << u"2026-03-31T00:00:00Z"_s << u"2026-03-30T16:00:00Z"_s << u"2026-04-29T16:00:00Z"_s;
    QTest::newRow("without a start date: the calendar month")
        << QDate() << u"2026-11-30T16:00:00Z"_s << u"2026-11-30T16:00:00Z"_s << u"2026-12-31T16:00:00Z"_s;
}

void TestLanyingPoints::periods()
{
    QFETCH(QDate, startDate);
    QFETCH(QString, now);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const LanyingPeriod period = lanyingPeriod(startDate, parseRfc3339(now).value());
    QCOMPARE(toRfc3339(period.start), start);
    QCOMPARE(toRfc3339(period.end), end);
}

void TestLanyingPoints::tableCanBeEdited()
{
    const auto table = LanyingTable::parse(
        R"({"as_of":"2027-01","source":"our console","chat":[{"model":"gpt-4o","points":"7.5"}],"image":[],"speech":[]})");
    QVERIFY(table);
    QCOMPARE(lanyingCallPoints(2048, table->multiplier(u"gpt-4o"_s)).toString(), u"7.5"_s);
    QCOMPARE(table->source(), u"our console"_s);
    QVERIFY(!table->multiplier(u"gpt-4o-mini"_s).isValid());
}

void TestLanyingPoints::unknownModelHasNoPoints()
{
    QVERIFY(!lanyingCallPoints(2048, LanyingTable::bundled().multiplier(u"gpt-99"_s)).isValid());
}

void TestLanyingPoints::brokenTableSaysWhere()
{
    const auto table
        = LanyingTable::parse(R"({"chat":[{"model":"gpt-4o","points":"many"}],"image":[],"speech":[]})");
    QVERIFY(!table);
    QCOMPARE(table.error().kind, Error::Kind::Format);
    QVERIFY(table.error().detail.contains(u"gpt-4o"_s));
}

QTEST_GUILESS_MAIN(TestLanyingPoints)
#include "tst_lanyingpoints.moc"
