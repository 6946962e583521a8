// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/decimal.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExactly_data();
    void readsExactly();
    void refuses_data();
    void refuses();
    void rounds_data();
    void rounds();
    void divides();
    void becomesInvalidRatherThanWrong();
    void becomesMoney();
    void addsLikeIntegers();
    void survivesText();
};

void TestDecimal::readsExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    QTest::newRow("whole") << u"12"_s << u"12"_s;
    QTest::newRow("per token") << u"1.5e-07"_s << u"0.00000015"_s;
    QTest::newRow("third of a double") << u"3.3333333333333335e-05"_s << u"0.000033333333333333335"_s;
    QTest::newRow("negative") << u"-0.50"_s << u"-0.5"_s;
    QTest::newRow("trailing zeros") << u"4.00"_s << u"4"_s;
    QTest::newRow("exponent up") << u"1.25E3"_s << u"1250"_s;
    QTest::newRow("zero") << u"0.000"_s << u"0"_s;
}

void TestDecimal::readsExactly()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto value = Decimal::parse(text);
    QVERIFY(value);
    QCOMPARE(value->toString(), printed);
}

void TestDecimal::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-", ".", "abc", "1,5", "1.2.3", "1e", "1e999", "0x10", "NaN", "1 2"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("more digits than fit") << QString(40, u'9');
}

void TestDecimal::refuses()
{
    QFETCH(QString, text);
    const auto value = Decimal::parse(text);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, Error::Kind::Format);
}

void TestDecimal::rounds_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &value, Rounding rounding, const QString &expected) {
        QTest::newRow(name) << value << static_cast<int>(rounding) << expected;
    };
    row("half to even, down", u"0.125"_s, Rounding::HalfEven, u"0.12"_s);
    row("half to even, up", u"0.375"_s, Rounding::HalfEven, u"0.38"_s);
    row("half up", u"0.125"_s, Rounding::HalfUp, u"0.13"_s);
    row("half up, negative", u"-0.125"_s, Rounding::HalfUp, u"-0.13"_s);
    row("up", u"0.121"_s, Rounding::Up, u"0.13"_s);
    row("down", u"0.129"_s, Rounding::Down, u"0.12"_s);
    row("nothing to round", u"0.1"_s, Rounding::Up, u"0.1"_s);
}

void TestDecimal::rounds()
{
    QFETCH(QString, value);
    QFETCH(int, rounding);
    QFETCH(QString, expected);
    QCOMPARE(Decimal::of(value).rounded(2, static_cast<Rounding>(rounding)).toString(), expected);
}

void TestDecimal::divides()
{
    QCOMPARE(Decimal(1).dividedBy(3, 4).toString(), u"0.3333"_s);
    QCOMPARE(Decimal(2).dividedBy(3, 4).toString(), u"0.6667"_s);
    QCOMPARE(Decimal(-1).dividedBy(8, 2).toString(), u"-0.13"_s);
    QCOMPARE(Decimal(-1).dividedBy(8, 2, Rounding::HalfEven).toString(), u"-0.12"_s);
    QCOMPARE(Decimal::of(u"0.5").dividedBy(Decimal::of(u"0.004"), 0).toString(), u"125"_s);
    QVERIFY(!Decimal(1).dividedBy(0, 2).isValid());
}

void TestDecimal::becomesInvalidRatherThanWrong()
{
    const Decimal huge = Decimal::of(u"123456789012345678901234567891");
    QVERIFY(huge.isValid());
    QVERIFY(!(huge * huge).isValid());
    QVERIFY(!(huge * huge + 1).isValid());
    QVERIFY(!(Decimal::of(u"nonsense") == Decimal::of(u"nonsense")));
    QVERIFY(huge > Decimal::of(u"0.000000000000000000000000000001"));
    QVERIFY(-huge < Decimal::of(u"0.000000000000000000000000000001"));
}

void TestDecimal::becomesMoney()
{
    QCOMPARE(Decimal::of(u"0.0000000025").toMoney(Currency::usd())->nanos(), 2);
    QCOMPARE(Decimal::of(u"0.0000000035").toMoney(Currency::usd())->nanos(), 4);
    QCOMPARE(Decimal(1'000'000'000'000).toMoney(Currency::usd()).error().kind, Error::Kind::Overflow);
    QCOMPARE(Decimal::invalid().toMoney(Currency::usd()).error().kind, Error::Kind::Overflow);
}

void TestDecimal::addsLikeIntegers()
{
    QVERIFY(rc::check("sums and products of scaled integers", [](qint32 a, qint32 b) {
        const Decimal left = Decimal(a).shifted(-3);
        const Decimal right = Decimal(b).shifted(-5);
        RC_ASSERT((left + right).toString() == Decimal(qint64(a) * 100 + b).shifted(-5).toString());
        RC_ASSERT((left * right).toString() == Decimal(qint64(a) * b).shifted(-8).toString());
        RC_ASSERT((left - left).isZero());
        RC_ASSERT((left < right) == (qint64(a) * 100 < b));
    }));
}

void TestDecimal::survivesText()
{
    QVERIFY(rc::check("text reads back as the same number", [](qint64 digits) {
        const Decimal value = Decimal(digits).shifted(-static_cast<int>(*rc::gen::inRange(0, 20)));
        RC_ASSERT(Decimal::parse(value.toString()).value_or(Decimal::invalid()) == value);
    }));
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
