// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/faults.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Trouble on demand: as often as asked for, and the same each time.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneByDefault();
    void asOftenAsAsked();
    void sameEachTime();
    void certainIsCertain_data();
    void certainIsCertain();
    void waits();
    void refuses_data();
    void refuses();
};

void TestFaults::noneByDefault()
{
    Faults none = *Faults::parse({});
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(none.next(), Faults::Kind::None);
    QCOMPARE(none.delayMs(), 0);
}

void TestFaults::asOftenAsAsked()
{
    Faults faults = *Faults::parse(u"429:0.1, 500:0.05,drop:0.02,stall:0.01,truncate:0.01,garbage:0.01"_s);
    QMap<Faults::Kind, int> seen;
    constexpr int Draws = 100'000;
    for (int i = 0; i < Draws; ++i)
        ++seen[faults.next()];
    // Six standard deviations of a binomial draw.
    const QList<std::pair<Faults::Kind, double>> expected{
        {Faults::Kind::TooMany, 0.1}, {Faults::Kind::Failure, 0.05},  {Faults::Kind::Drop, 0.02},
        {Faults::Kind::Stall, 0.01},  {Faults::Kind::Truncate, 0.01}, {Faults::Kind::Garbage, 0.01},
        {Faults::Kind::None, 0.8}};
    for (const auto &[kind, probability] : expected) {
        const double spread = 6 * std::sqrt(Draws * probability * (1 - probability));
        QVERIFY2(std::abs(seen[kind] - Draws * probability) < spread,
                 qPrintable(QString::number(seen[kind])));
    }
}

void TestFaults::sameEachTime()
{
    const QString spec = u"429:0.3,drop:0.3"_s;
    Faults one = *Faults::parse(spec);
    Faults two = *Faults::parse(spec);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(one.next(), two.next());
}

void TestFaults::certainIsCertain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Faults::Kind>("kind");
    QTest::newRow("429") << u"429"_s << Faults::Kind::TooMany;
    QTest::newRow("500") << u"500"_s << Faults::Kind::Failure;
    QTest::newRow("drop") << u"drop"_s << Faults::Kind::Drop;
    QTest::newRow("stall") << u"stall"_s << Faults::Kind::Stall;
    QTest::newRow("truncate") << u"truncate"_s << Faults::Kind::Truncate;
    QTest::newRow("garbage") << u"garbage"_s << Faults::Kind::Garbage;
}

void TestFaults::certainIsCertain()
{
    QFETCH(QString, name);
    QFETCH(Faults::Kind, kind);
    Faults faults = *Faults::parse(name + u":1"_s);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(faults.next(), kind);
}

void TestFaults::waits()
{
    Faults slow = *Faults::parse(u"slow:50ms"_s);
    QCOMPARE(slow.delayMs(), 50);
    QCOMPARE(slow.next(), Faults::Kind::None);
}

void TestFaults::refuses_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *spec : {"fire:0.1", "429", "429:", "429:lots", "429:-0.1", "429:1.1", "429:nan",
                             "429:0.6,500:0.6", "slow:50", "slow:-5ms", "slow:ms", "429=0.1"})
        QTest::newRow(spec) << QString::fromLatin1(spec);
}

void TestFaults::refuses()
{
    QFETCH(QString, spec);
    const auto faults = Faults::parse(spec);
    QVERIFY(!faults);
    QCOMPARE(faults.error().kind, Error::Kind::Config);
    // It names what was not understood and shows how to write it.
    QVERIFY(faults.error().detail.contains(spec.section(u',', -1)));
    QVERIFY(faults.error().remedy.contains(u"429:0.1"_s));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
