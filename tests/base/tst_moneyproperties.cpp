// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/money.h"

#include <rapidcheck.h>

#include <QString>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

Money dollars(qint64 nanos)
{
    return Money::fromNanos(nanos, Currency::usd());
}

bool roundTripsThroughText()
{
    return rc::check("what is printed reads back as the same amount", [](qint64 nanos) {
        const auto read = Money::parse(dollars(nanos).toDecimal(), Currency::usd());
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->nanos() == nanos);
    });
}

bool centsAreAHundredth()
{
    return rc::check("a shift of -2 divides by one hundred", [](int whole) {
        const auto money = Money::parseRounded(QString::number(whole), Currency::usd(), -2);
        RC_ASSERT(money.has_value());
        RC_ASSERT(money->nanos() == qint64(whole) * 10'000'000);
    });
}

bool sumsAreExactOrRefused()
{
    return rc::check("a sum is exact or an overflow, and subtraction undoes it", [](qint64 a, qint64 b) {
        const auto sum = dollars(a).plus(dollars(b));
        qint64 expected = 0;
        const bool overflows = __builtin_add_overflow(a, b, &expected);
        RC_ASSERT(sum.has_value() != overflows);
        if (sum) {
            RC_ASSERT(sum->nanos() == expected);
            RC_ASSERT(sum->minus(dollars(b))->nanos() == a);
        }
    });
}

bool divisionIsNearest()
{
    return rc::check("a × b ÷ c is the nearest whole number, ties to even", [](qint32 a, qint32 b) {
        const qint64 c
            = *rc::gen::suchThat(rc::gen::arbitrary<qint32>(), [](qint32 value) { return value != 0; });
        const auto quotient = mulDivHalfEven(a, b, c);
        RC_ASSERT(quotient.has_value());
        const qint64 product = qint64(a) * b;
        const qint64 twiceRest = 2 * qAbs(product - *quotient * c);
        RC_ASSERT(twiceRest <= qAbs(c));
        RC_ASSERT(twiceRest != qAbs(c) || *quotient % 2 == 0);
    });
}

bool roundingIsIdempotent()
{
    return rc::check("rounding twice is rounding once, and moves by half a step at most",
                     [](qint32 high, quint16 low) {
                         const Money money = dollars(qint64(high) * 65536 + low);
                         const int decimals = *rc::gen::inRange(0, 10);
                         const auto once = money.rounded(decimals);
                         RC_ASSERT(once.has_value());
                         RC_ASSERT(once->rounded(decimals)->nanos() == once->nanos());
                         qint64 step = 1;
                         for (int i = decimals; i < 9; ++i)
                             step *= 10;
                         RC_ASSERT(2 * qAbs(once->nanos() - money.nanos()) <= step);
                     });
}

bool conversionComesBack()
{
    return rc::check(
        "converting there and back loses at most what the rate's rounding can lose", [](qint32 nanos) {
            const int hundredths = *rc::gen::inRange(100, 100000);
            const QString text = QString::number(hundredths / 100) + u'.'
                + QString::number(hundredths % 100).rightJustified(2, u'0');
            const auto rate
                = FxRate::parse(Currency::usd(), Currency::cny(), text, u"2026-11-20"_s, u"ECB"_s);
            RC_ASSERT(rate.has_value());
            const auto there = rate->convert(dollars(nanos));
            RC_ASSERT(there.has_value());
            RC_ASSERT(qAbs(rate->convert(*there)->nanos() - nanos) <= 1);
        });
}

} // namespace

int main()
{
    const bool passed[] = {roundTripsThroughText(), centsAreAHundredth(),   sumsAreExactOrRefused(),
                           divisionIsNearest(),     roundingIsIdempotent(), conversionComesBack()};
    for (const bool one : passed) {
        if (!one)
            return 1;
    }
    return 0;
}
