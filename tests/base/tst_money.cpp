// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/money.h"

#include <QtTest>

#include <limits>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Max = std::numeric_limits<qint64>::max();
constexpr qint64 Min = std::numeric_limits<qint64>::min();
} // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesExactly_data();
    void parsesExactly();
    void refuses_data();
    void refuses();
    void roundsVendorFigures_data();
    void roundsVendorFigures();
    void printsEveryDigit_data();
    void printsEveryDigit();
    void dividesHalfToEven_data();
    void dividesHalfToEven();
    void refusesMixedCurrencies();
    void refusesOverflow();
    void roundsToDecimals();
    void convertsBothWays();
    void refusesBadRates_data();
    void refusesBadRates();
    void readsCurrencies();
};

void TestMoney::parsesExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("whole") << u"12"_s << 12'000'000'000LL;
    QTest::newRow("cents") << u"12.34"_s << 12'340'000'000LL;
    QTest::newRow("nano") << u"0.000000001"_s << 1LL;
    QTest::newRow("negative") << u"-0.5"_s << -500'000'000LL;
    QTest::newRow("plus") << u"+1"_s << 1'000'000'000LL;
    QTest::newRow("leading zeros") << u"000.10"_s << 100'000'000LL;
    QTest::newRow("zeros beyond nine decimals") << u"1.500000000000"_s << 1'500'000'000LL;
    QTest::newRow("exponent") << u"1e-3"_s << 1'000'000LL;
    QTest::newRow("big exponent") << u"1.5E2"_s << 150'000'000'000LL;
    QTest::newRow("point first") << u".25"_s << 250'000'000LL;
    QTest::newRow("zero") << u"0"_s << 0LL;
    QTest::newRow("huge zero") << u"0e300"_s << 0LL;
    QTest::newRow("largest") << u"9223372036.854775807"_s << Max;
    QTest::newRow("smallest") << u"-9223372036.854775808"_s << Min;
}

void TestMoney::parsesExactly()
{
    QFETCH(QString, text);
    QFETCH(qint64, nanos);
    const auto money = Money::parse(text, Currency::usd());
    QVERIFY(money.has_value());
    QCOMPARE(money->nanos(), nanos);
}

void TestMoney::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("empty") << QString() << Error::Kind::Format;
    QTest::newRow("word") << u"abc"_s << Error::Kind::Format;
    QTest::newRow("comma") << u"1,000"_s << Error::Kind::Format;
    QTest::newRow("two points") << u"1.2.3"_s << Error::Kind::Format;
    QTest::newRow("sign only") << u"-"_s << Error::Kind::Format;
    QTest::newRow("nan") << u"NaN"_s << Error::Kind::Format;
    QTest::newRow("infinity") << u"inf"_s << Error::Kind::Format;
    QTest::newRow("hex") << u"0x10"_s << Error::Kind::Format;
    QTest::newRow("exponent without digits") << u"1e"_s << Error::Kind::Format;
    QTest::newRow("absurd exponent") << u"1e999999999"_s << Error::Kind::Format;
    QTest::newRow("ten decimals") << u"0.0000000001"_s << Error::Kind::Format;
    QTest::newRow("one nano too large") << u"9223372036.854775808"_s << Error::Kind::Overflow;
    QTest::newRow("far too large") << u"1e30"_s << Error::Kind::Overflow;
    QTest::newRow("long digits") << QString(300, u'9') << Error::Kind::Overflow;
}

void TestMoney::refuses()
{
    QFETCH(QString, text);
    QFETCH(Error::Kind, kind);
    const auto money = Money::parse(text, Currency::usd());
    QVERIFY(!money.has_value());
    QCOMPARE(money.error().kind, kind);
    QVERIFY(!money.error().detail.isEmpty());
}

void TestMoney::roundsVendorFigures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("shift");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("cents") << u"4218.507500"_s << -2 << 42'185'075'000LL;
    QTest::newRow("twelve decimals down") << u"0.123456789499"_s << 0 << 123'456'789LL;
    QTest::newRow("twelve decimals up") << u"0.123456789501"_s << 0 << 123'456'790LL;
    QTest::newRow("half to even stays") << u"0.0000000025"_s << 0 << 2LL;
    QTest::newRow("half to even rises") << u"0.0000000035"_s << 0 << 4LL;
    QTest::newRow("half of nothing") << u"0.0000000005"_s << 0 << 0LL;
    QTest::newRow("more than half") << u"0.00000000051"_s << 0 << 1LL;
    QTest::newRow("far below") << u"1e-30"_s << 0 << 0LL;
    QTest::newRow("negative half") << u"-0.0000000035"_s << 0 << -4LL;
    QTest::newRow("carry") << u"0.9999999999"_s << 0 << 1'000'000'000LL;
    QTest::newRow("cents of a nano") << u"0.00000005"_s << -2 << 0LL;
    QTest::newRow("binary noise") << u"0.060000000000000005"_s << 0 << 60'000'000LL;
}

void TestMoney::roundsVendorFigures()
{
    QFETCH(QString, text);
    QFETCH(int, shift);
    QFETCH(qint64, nanos);
    const auto money = Money::parseRounded(text, Currency::usd(), shift);
    QVERIFY(money.has_value());
    QCOMPARE(money->nanos(), nanos);
}

void TestMoney::printsEveryDigit_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QString>("text");
    QTest::newRow("contract's example") << 12'340'000'001LL << u"12.340000001"_s;
    QTest::newRow("two decimals at least") << 5'000'000'000LL << u"5.00"_s;
    QTest::newRow("zero") << 0LL << u"0.00"_s;
    QTest::newRow("negative nano") << -1LL << u"-0.000000001"_s;
    QTest::newRow("smallest") << Min << u"-9223372036.854775808"_s;
}

void TestMoney::printsEveryDigit()
{
    QFETCH(qint64, nanos);
    QFETCH(QString, text);
    QCOMPARE(Money::fromNanos(nanos, Currency::usd()).toDecimal(), text);
}

void TestMoney::dividesHalfToEven_data()
{
    QTest::addColumn<qint64>("a");
    QTest::addColumn<qint64>("b");
    QTest::addColumn<qint64>("c");
    QTest::addColumn<qint64>("quotient");
    QTest::newRow("down to even") << 1LL << 5LL << 2LL << 2LL;
    QTest::newRow("up to even") << 1LL << 7LL << 2LL << 4LL;
    QTest::newRow("negative") << -1LL << 5LL << 2LL << -2LL;
    QTest::newRow("negative divisor") << 1LL << 7LL << -2LL << -4LL;
    QTest::newRow("both negative") << -7LL << 1LL << -2LL << 4LL;
    QTest::newRow("beyond 64 bits between") << Max << 1'000'000LL << 1'000'000LL << Max;
    QTest::newRow("smallest") << Min << 3LL << 3LL << Min;
    QTest::newRow("price per million: 1234567 tokens at 2.50")
        << 2'500'000'000LL << 1'234'567LL << 1'000'000LL << 3'086'417'500LL;
}

void TestMoney::dividesHalfToEven()
{
    QFETCH(qint64, a);
    QFETCH(qint64, b);
    QFETCH(qint64, c);
    QFETCH(qint64, quotient);
    const auto result = mulDivHalfEven(a, b, c);
    QVERIFY(result.has_value());
    QCOMPARE(*result, quotient);
}

void TestMoney::refusesMixedCurrencies()
{
    const Money dollar = Money::fromNanos(1, Currency::usd());
    const Money yuan = Money::fromNanos(1, Currency::cny());
    QCOMPARE(dollar.plus(yuan).error().kind, Error::Kind::Config);
    QCOMPARE(dollar.minus(yuan).error().kind, Error::Kind::Config);
    QVERIFY(dollar.plus(yuan).error().detail.contains(u"CNY"_s));
}

void TestMoney::refusesOverflow()
{
    const Money largest = Money::fromNanos(Max, Currency::usd());
    const Money smallest = Money::fromNanos(Min, Currency::usd());
    const Money nano = Money::fromNanos(1, Currency::usd());
    QCOMPARE(largest.plus(nano).error().kind, Error::Kind::Overflow);
    QCOMPARE(smallest.minus(nano).error().kind, Error::Kind::Overflow);
    QCOMPARE(smallest.negated().error().kind, Error::Kind::Overflow);
    QCOMPARE(largest.times(2).error().kind, Error::Kind::Overflow);
    QCOMPARE(largest.rounded(0).error().kind, Error::Kind::Overflow);
    QCOMPARE(nano.times(1, 0).error().kind, Error::Kind::Config);
    QCOMPARE(*largest.plus(Money::fromNanos(-1, Currency::usd())),
             Money::fromNanos(Max - 1, Currency::usd()));
}

void TestMoney::roundsToDecimals()
{
    const auto rounded = [](qint64 nanos, int decimals) {
        return Money::fromNanos(nanos, Currency::usd()).rounded(decimals)->nanos();
    };
    QCOMPARE(rounded(1'245'000'000, 2), 1'240'000'000); // 1.245 → 1.24: to even
    QCOMPARE(rounded(1'255'000'000, 2), 1'260'000'000);
    QCOMPARE(rounded(-1'255'000'000, 2), -1'260'000'000);
    QCOMPARE(rounded(1'500'000'000, 0), 2'000'000'000);
    QCOMPARE(rounded(7, 9), 7);
}

void TestMoney::convertsBothWays()
{
    const auto rate = FxRate::parse(Currency::usd(), Currency::cny(), u"6.7379", u"2026-08-22"_s, u"ECB"_s);
    QVERIFY(rate.has_value());
    // 100 USD × 6.7379 = 673.79 CNY; 10 CNY ÷ 6.7379 = 1.484141943… USD
    QCOMPARE(rate->convert(Money::fromNanos(100'000'000'000, Currency::usd()))->toDecimal(), u"673.79"_s);
    QCOMPARE(rate->convert(Money::fromNanos(10'000'000'000, Currency::cny()))->toDecimal(), u"1.484141943"_s);
    const Currency euro = *Currency::fromCode(u"EUR");
    QCOMPARE(rate->convert(Money::zero(euro)).error().kind, Error::Kind::Config);
}

void TestMoney::refusesBadRates_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << u"0"_s;
    QTest::newRow("negative") << u"-1.1"_s;
    QTest::newRow("word") << u"one"_s;
    QTest::newRow("too many digits") << u"1.2345678901234567891"_s;
}

void TestMoney::refusesBadRates()
{
    QFETCH(QString, text);
    QVERIFY(!FxRate::parse(Currency::usd(), Currency::cny(), text, {}, {}).has_value());
}

void TestMoney::readsCurrencies()
{
    QCOMPARE(*Currency::fromCode(u"usd"), Currency::usd());
    QCOMPARE(Currency::fromCode(u"Cny")->code(), u"CNY"_s);
    QVERIFY(!Currency::fromCode(u"US"));
    QVERIFY(!Currency::fromCode(u"US1"));
    QVERIFY(!Currency::fromCode(u"DOLLAR"));
    QVERIFY(!Currency::fromCode(u"元元元"));
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
