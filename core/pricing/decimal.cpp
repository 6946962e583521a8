// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/decimal.h"

#include "base/json.h"

#include <array>
#include <cmath>
#include <limits>

namespace Costglass {

namespace {

using Int128 = Decimal::Int128;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Decimal)
};

constexpr int MostDigits = 38;
constexpr int MostScale = 60;

constexpr std::array<Int128, MostDigits + 1> makePowers()
{
    std::array<Int128, MostDigits + 1> powers{};
    powers[0] = 1;
    for (size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}

constexpr auto powers = makePowers();

Int128 magnitude(Int128 value)
{
    return value < 0 ? -value : value;
}

/// value ÷ divisor with the remainder dealt with as told; both may be negative.
Int128 divide(Int128 value, Int128 divisor, Rounding rounding)
{
    const bool negative = (value < 0) != (divisor < 0);
    const Int128 over = magnitude(value);
    const Int128 by = magnitude(divisor);
    Int128 quotient = over / by;
    const Int128 rest = over % by;
    const Int128 missing = by - rest;
    switch (rounding) {
    case Rounding::HalfEven:
        quotient += rest > missing || (rest == missing && quotient % 2 == 1) ? 1 : 0;
        break;
    case Rounding::HalfUp:
        quotient += rest >= missing ? 1 : 0;
        break;
    case Rounding::Up:
        quotient += rest > 0 ? 1 : 0;
        break;
    case Rounding::Down:
        break;
    }
    return negative ? -quotient : quotient;
}

} // namespace

Result<Decimal> Decimal::parse(QStringView text)
{
    const auto refuse = [&text] {
        return failure(Error::Kind::Format, Texts::tr("“%1” is not a number.").arg(text.left(40)));
    };
    const QStringView source = text.trimmed();
    qsizetype i = 0;
    const bool negative = source.startsWith(u'-');
    i += negative || source.startsWith(u'+') ? 1 : 0;
    Int128 digits = 0;
    int scale = 0;
    bool point = false;
    bool anyDigit = false;
    for (; i < source.size(); ++i) {
        const char16_t c = source[i].unicode();
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            break;
        anyDigit = true;
        if (digits >= powers[30] || scale >= MostScale)
            return refuse();
        digits = digits * 10 + (c - u'0');
        scale += point ? 1 : 0;
    }
    if (!anyDigit)
        return refuse();
    if (i < source.size()) {
        bool valid = source[i] == u'e' || source[i] == u'E';
        const int exponent = valid ? source.mid(i + 1).toInt(&valid) : 0;
        if (!valid || exponent < -MostScale || exponent > MostDigits)
            return refuse();
        scale -= exponent;
    }
    const Decimal value = Decimal(negative ? -digits : digits, 0).shifted(-scale);
    if (!value.isValid())
        return refuse();
    return value;
}

Decimal Decimal::of(QStringView text)
{
    return parse(text).value_or(invalid());
}

Result<Decimal> Decimal::fromJson(const QJsonValue &value)
{
    // Counts are whole numbers, which doubles hold exactly up to 2⁵³: no text is needed for them.
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (number == std::floor(number) && std::abs(number) < 9e15)
            return Decimal(static_cast<qint64>(number));
    }
    const auto text = decimalText(value);
    if (!text)
        return failure(Error::Kind::Format, Texts::tr("A figure is neither a number nor a text."));
    return parse(*text);
}

Decimal Decimal::trimmed() const
{
    Decimal value = *this;
    // Most figures fit 64 bits, which divide many times faster than 128.
    if (value.m_digits == static_cast<qint64>(value.m_digits)) {
        auto digits = static_cast<qint64>(value.m_digits);
        for (; value.m_scale > 0 && digits % 10 == 0; --value.m_scale)
            digits /= 10;
        value.m_digits = digits;
        return value;
    }
    while (value.m_scale > 0 && value.m_digits % 10 == 0) {
        value.m_digits /= 10;
        --value.m_scale;
    }
    return value;
}

/// Brings both to the larger scale; false when the digits do not fit.
bool Decimal::align(Decimal &a, Decimal &b)
{
    Decimal &coarse = a.m_scale < b.m_scale ? a : b;
    const Decimal &fine = a.m_scale < b.m_scale ? b : a;
    const int places = fine.m_scale - coarse.m_scale;
    if (coarse.m_digits != 0
        && (places > MostDigits
            || __builtin_mul_overflow(coarse.m_digits, powers[static_cast<size_t>(places)],
                                      &coarse.m_digits)))
        return false;
    coarse.m_scale = fine.m_scale;
    return true;
}

Decimal Decimal::operator+(const Decimal &other) const
{
    if (!isValid() || !other.isValid())
        return invalid();
    Decimal a = *this;
    Decimal b = other;
    if (a.m_scale != b.m_scale && !align(a, b)) {
        a = trimmed();
        b = other.trimmed();
        if (!align(a, b))
            return invalid();
    }
    Decimal sum(0, a.m_scale);
    return __builtin_add_overflow(a.m_digits, b.m_digits, &sum.m_digits) ? invalid() : sum;
}

Decimal Decimal::operator-(const Decimal &other) const
{
    return *this + Decimal(-other.m_digits, other.m_scale);
}

Decimal Decimal::operator*(const Decimal &other) const
{
    if (!isValid() || !other.isValid())
        return invalid();
    Decimal product(0, m_scale + other.m_scale);
    if (!__builtin_mul_overflow(m_digits, other.m_digits, &product.m_digits) && product.m_scale <= MostScale)
        return product;
    const Decimal a = trimmed();
    const Decimal b = other.trimmed();
    product.m_scale = a.m_scale + b.m_scale;
    if (__builtin_mul_overflow(a.m_digits, b.m_digits, &product.m_digits) || product.m_scale > MostScale)
        return invalid();
    return product;
}

Decimal Decimal::dividedBy(const Decimal &divisor, int decimals, Rounding rounding) const
{
    if (!isValid() || !divisor.isValid() || divisor.m_digits == 0)
        return invalid();
    const Decimal a = trimmed();
    const Decimal b = divisor.trimmed();
    // digits(a) × 10^(decimals + scale(b) - scale(a)) ÷ digits(b) is the quotient in units of 10^-decimals.
    const int places = decimals + b.m_scale - a.m_scale;
    Int128 over = a.m_digits;
    Int128 by = b.m_digits;
    Int128 &grown = places >= 0 ? over : by;
    const int places10 = places >= 0 ? places : -places;
    if (a.m_digits == 0)
        return Decimal(0);
    if (places10 > MostDigits || __builtin_mul_overflow(grown, powers[static_cast<size_t>(places10)], &grown))
        return invalid();
    return Decimal(divide(over, by, rounding), decimals).trimmed();
}

Decimal Decimal::rounded(int decimals, Rounding rounding) const
{
    if (!isValid() || m_scale <= decimals)
        return *this;
    const int places = m_scale - decimals;
    if (places > MostDigits)
        return Decimal(0);
    return Decimal(divide(m_digits, powers[static_cast<size_t>(places)], rounding), decimals).trimmed();
}

Decimal Decimal::shifted(int places) const
{
    if (!isValid() || m_digits == 0)
        return *this;
    if (places <= 0 && m_scale - places <= MostScale)
        return Decimal(m_digits, m_scale - places);
    Decimal value = trimmed();
    value.m_scale -= places;
    if (value.m_scale > MostScale)
        return invalid();
    if (value.m_scale < 0) {
        if (-value.m_scale > MostDigits
            || __builtin_mul_overflow(value.m_digits, powers[static_cast<size_t>(-value.m_scale)],
                                      &value.m_digits))
            return invalid();
        value.m_scale = 0;
    }
    return value;
}

std::partial_ordering Decimal::operator<=>(const Decimal &other) const
{
    if (!isValid() || !other.isValid())
        return std::partial_ordering::unordered;
    if (m_scale == other.m_scale)
        return m_digits <=> other.m_digits;
    Decimal a = trimmed();
    Decimal b = other.trimmed();
    if (!align(a, b)) // one is too large to be written in the other's unit: it is the farther from zero
        return a.m_scale < b.m_scale ? a.m_digits <=> Int128(0) : Int128(0) <=> b.m_digits;
    return a.m_digits <=> b.m_digits;
}

QByteArray Decimal::toLatin1() const
{
    if (!isValid())
        return QByteArrayLiteral("?");
    std::array<char, static_cast<size_t>(2) * MostScale> buffer;
    size_t at = buffer.size();
    const Decimal value = trimmed();
    int place = 0;
    const auto put = [&](int digit) {
        if (place == value.m_scale && place > 0)
            buffer[--at] = '.';
        buffer[--at] = static_cast<char>('0' + digit);
        ++place;
    };
    Int128 upper = magnitude(value.m_digits);
    for (; upper > std::numeric_limits<qint64>::max(); upper /= 10)
        put(static_cast<int>(upper % 10));
    for (auto rest = static_cast<qint64>(upper); rest != 0 || place <= value.m_scale; rest /= 10)
        put(static_cast<int>(rest % 10));
    if (value.m_digits < 0)
        buffer[--at] = '-';
    return QByteArray(buffer.data() + at, static_cast<qsizetype>(buffer.size() - at));
}

QString Decimal::toString() const
{
    return QString::fromLatin1(toLatin1());
}

Result<Money> Decimal::toMoney(Currency currency) const
{
    return Money::parseRounded(isValid() ? toString() : QStringLiteral("1e30"), currency);
}

double Decimal::toDouble() const
{
    return isValid() ? static_cast<double>(m_digits) * std::pow(10.0, -m_scale) : std::nan("");
}

Decimal smaller(const Decimal &a, const Decimal &b)
{
    return b < a ? b : a;
}

Decimal larger(const Decimal &a, const Decimal &b)
{
    return b > a ? b : a;
}

} // namespace Costglass
