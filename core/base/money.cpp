// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/money.h"

#include <limits>

namespace Costglass {

namespace {

__extension__ using Int128 = __int128;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Money)
};

constexpr int NanoDecimals = 9;

std::unexpected<Error> notANumber(QStringView text)
{
    return failure(Error::Kind::Format, Texts::tr("“%1” is not an amount.").arg(text.left(40)));
}

std::unexpected<Error> tooLarge()
{
    return failure(Error::Kind::Overflow, Texts::tr("An amount is larger than Costglass can hold."));
}

bool fits(Int128 value)
{
    return value >= std::numeric_limits<qint64>::min() && value <= std::numeric_limits<qint64>::max();
}

/// Digits and exponent of a decimal text: value = ± digits × 10^exponent, digits without leading zeros.
struct Decimal
{
    bool negative = false;
    QByteArray digits;
    int exponent = 0;
};

Result<Decimal> readDecimal(QStringView text)
{
    Decimal decimal;
    const QStringView trimmed = text.trimmed();
    qsizetype i = 0;
    if (i < trimmed.size() && (trimmed[i] == u'-' || trimmed[i] == u'+'))
        decimal.negative = trimmed[i++] == u'-';
    bool point = false;
    bool anyDigit = false;
    for (; i < trimmed.size(); ++i) {
        const char16_t c = trimmed[i].unicode();
        if (c == u'.' && !point) {
            point = true;
        } else if (c >= u'0' && c <= u'9') {
            anyDigit = true;
            decimal.exponent -= point ? 1 : 0;
            if (c != u'0' || !decimal.digits.isEmpty())
                decimal.digits.append(static_cast<char>(c));
        } else {
            break;
        }
    }
    if (!anyDigit || trimmed.size() > 400)
        return notANumber(text);
    if (i < trimmed.size()) {
        bool valid = trimmed[i] == u'e' || trimmed[i] == u'E';
        const int exponent = valid ? trimmed.mid(i + 1).toInt(&valid) : 0;
        if (!valid || exponent < -400 || exponent > 400)
            return notANumber(text);
        decimal.exponent += exponent;
    }
    return decimal;
}

enum class Excess
{
    Refuse,
    RoundHalfEven
};

/// Cuts digits below 10⁻⁹ (exponent after the shift to nanos is negative) off \a decimal, rounding half to even.
bool roundedUp(QByteArray &digits, int dropped)
{
    const QByteArray cut = dropped >= digits.size() ? QByteArray(dropped - digits.size(), '0') + digits
                                                    : digits.right(dropped);
    digits = dropped >= digits.size() ? QByteArray() : digits.left(digits.size() - dropped);
    const bool odd = !digits.isEmpty() && (digits.back() - '0') % 2 == 1;
    if (cut[0] != '5')
        return cut[0] > '5';
    for (qsizetype i = 1; i < cut.size(); ++i) {
        if (cut[i] != '0')
            return true;
    }
    return odd;
}

Result<Money> toMoney(QStringView text, Currency currency, int shift, Excess excess)
{
    auto decimal = readDecimal(text);
    if (!decimal)
        return std::unexpected(decimal.error());
    while (decimal->digits.endsWith('0')) {
        decimal->digits.chop(1);
        ++decimal->exponent;
    }
    const int exponent = decimal->exponent + shift + NanoDecimals;
    bool up = false;
    if (exponent < 0 && !decimal->digits.isEmpty()) {
        if (excess == Excess::Refuse)
            return failure(Error::Kind::Format,
                           Texts::tr("“%1” has more than nine decimals.").arg(text.left(40)));
        up = roundedUp(decimal->digits, -exponent);
    }
    if (decimal->digits.size() + qMax(0, exponent) > 19 && !decimal->digits.isEmpty())
        return tooLarge();
    Int128 nanos = 0;
    for (const char digit : std::as_const(decimal->digits))
        nanos = nanos * 10 + (digit - '0');
    for (int i = 0; i < exponent && nanos != 0; ++i)
        nanos *= 10;
    nanos += up ? 1 : 0;
    if (decimal->negative)
        nanos = -nanos;
    if (!fits(nanos))
        return tooLarge();
    return Money::fromNanos(static_cast<qint64>(nanos), currency);
}

constexpr qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

} // namespace

Result<Currency> Currency::fromCode(QStringView code)
{
    std::array<char, 3> letters{};
    if (code.size() != 3)
        return failure(Error::Kind::Format, Texts::tr("“%1” is not a currency code.").arg(code.left(20)));
    for (qsizetype i = 0; i < 3; ++i) {
        const char16_t c = code[i].unicode();
        const bool lower = c >= u'a' && c <= u'z';
        if (!lower && !(c >= u'A' && c <= u'Z'))
            return failure(Error::Kind::Format, Texts::tr("“%1” is not a currency code.").arg(code));
        letters[static_cast<size_t>(i)] = static_cast<char>(lower ? c - u'a' + u'A' : c);
    }
    return Currency(letters);
}

Result<qint64> mulDivHalfEven(qint64 a, qint64 b, qint64 c)
{
    if (c == 0)
        return failure(Error::Kind::Config, Texts::tr("A figure was divided by zero."));
    const bool negative = (a < 0) != (b < 0) ? c > 0 : c < 0;
    const auto magnitude = [](qint64 value) { return value < 0 ? -Int128(value) : Int128(value); };
    const Int128 product = magnitude(a) * magnitude(b);
    const Int128 divisor = magnitude(c);
    Int128 quotient = product / divisor;
    const Int128 twice = (product % divisor) * 2;
    if (twice > divisor || (twice == divisor && quotient % 2 == 1))
        ++quotient;
    quotient = negative ? -quotient : quotient;
    if (!fits(quotient))
        return tooLarge();
    return static_cast<qint64>(quotient);
}

Result<Money> Money::parse(QStringView text, Currency currency)
{
    return toMoney(text, currency, 0, Excess::Refuse);
}

Result<Money> Money::parseRounded(QStringView text, Currency currency, int shift)
{
    return toMoney(text, currency, shift, Excess::RoundHalfEven);
}

Result<Money> Money::plus(Money other) const
{
    if (m_currency != other.m_currency)
        return failure(
            Error::Kind::Config,
            Texts::tr("%1 and %2 cannot be added.").arg(m_currency.code(), other.m_currency.code()));
    qint64 sum = 0;
    if (__builtin_add_overflow(m_nanos, other.m_nanos, &sum))
        return tooLarge();
    return Money(sum, m_currency);
}

Result<Money> Money::minus(Money other) const
{
    if (m_currency != other.m_currency)
        return failure(
            Error::Kind::Config,
            Texts::tr("%1 and %2 cannot be added.").arg(m_currency.code(), other.m_currency.code()));
    qint64 difference = 0;
    if (__builtin_sub_overflow(m_nanos, other.m_nanos, &difference))
        return tooLarge();
    return Money(difference, m_currency);
}

Result<Money> Money::negated() const
{
    return zero(m_currency).minus(*this);
}

Result<Money> Money::times(qint64 numerator, qint64 denominator) const
{
    const auto nanos = mulDivHalfEven(m_nanos, numerator, denominator);
    if (!nanos)
        return std::unexpected(nanos.error());
    return Money(*nanos, m_currency);
}

Result<Money> Money::rounded(int decimals) const
{
    const qint64 step = powerOfTen(NanoDecimals - qBound(0, decimals, NanoDecimals));
    const auto steps = mulDivHalfEven(m_nanos, 1, step);
    if (!steps)
        return std::unexpected(steps.error());
    return Money(*steps, m_currency).times(step);
}

QString Money::toDecimal() const
{
    const Int128 magnitude = m_nanos < 0 ? -Int128(m_nanos) : Int128(m_nanos);
    const auto whole = static_cast<quint64>(magnitude / NanosPerUnit);
    const auto fraction = static_cast<quint64>(magnitude % NanosPerUnit);
    QString decimals = QString::number(fraction).rightJustified(NanoDecimals, u'0');
    while (decimals.size() > 2 && decimals.endsWith(u'0'))
        decimals.chop(1);
    const QString sign = m_nanos < 0 ? QStringLiteral("-") : QString();
    return sign + QString::number(whole) + u'.' + decimals;
}

Result<FxRate> FxRate::parse(Currency from, Currency to, QStringView rate, const QString &date,
                             const QString &source)
{
    auto decimal = readDecimal(rate);
    if (!decimal)
        return std::unexpected(decimal.error());
    while (decimal->digits.endsWith('0')) {
        decimal->digits.chop(1);
        ++decimal->exponent;
    }
    const int length = static_cast<int>(decimal->digits.size());
    if (decimal->negative || length == 0 || length + qMax(0, decimal->exponent) > 18
        || decimal->exponent < -18)
        return failure(Error::Kind::Format, Texts::tr("“%1” is not an exchange rate.").arg(rate.left(40)));
    FxRate result(from, to);
    result.m_mantissa = decimal->digits.toLongLong() * powerOfTen(qMax(0, decimal->exponent));
    result.m_decimals = qMax(0, -decimal->exponent);
    result.m_text = rate.trimmed().toString();
    result.m_date = date;
    result.m_source = source;
    return result;
}

Result<FxRate> FxRate::cross(const FxRate &toFrom, const FxRate &toTo)
{
    if (toFrom.m_from != toTo.m_from || toFrom.m_date != toTo.m_date)
        return failure(Error::Kind::Config, Texts::tr("These rates do not belong together."));
    FxRate result(toFrom.m_to, toTo.m_to);
    // As many decimals as fit: 15 for most pairs, fewer where one unit is worth many thousands.
    constexpr int MostDecimals = 15;
    for (int decimals = MostDecimals; decimals >= 0; --decimals) {
        const int shift = decimals + toFrom.m_decimals - toTo.m_decimals;
        if (shift < 0 || shift > 18)
            continue;
        const auto mantissa = mulDivHalfEven(toTo.m_mantissa, powerOfTen(shift), toFrom.m_mantissa);
        if (!mantissa)
            continue;
        result.m_mantissa = *mantissa;
        result.m_decimals = decimals;
        while (result.m_decimals > 0 && result.m_mantissa % 10 == 0) {
            result.m_mantissa /= 10;
            --result.m_decimals;
        }
        QString text = QString::number(result.m_mantissa).rightJustified(result.m_decimals + 1, u'0');
        if (result.m_decimals > 0)
            text.insert(text.size() - result.m_decimals, u'.');
        result.m_text = text;
        result.m_date = toTo.m_date;
        result.m_source = toTo.m_source.isEmpty() ? toFrom.m_source : toTo.m_source;
        return result;
    }
    return failure(
        Error::Kind::Overflow,
        Texts::tr("The rate from %1 to %2 is out of range.").arg(toFrom.m_to.code(), toTo.m_to.code()));
}

bool FxRate::isSame(const FxRate &other) const
{
    return m_from == other.m_from && m_to == other.m_to && m_mantissa == other.m_mantissa
        && m_decimals == other.m_decimals;
}

Result<Money> FxRate::convert(Money amount) const
{
    const qint64 one = powerOfTen(m_decimals);
    const bool forth = amount.currency() == m_from;
    if (!forth && amount.currency() != m_to)
        return failure(Error::Kind::Config,
                       Texts::tr("There is no rate for %1.").arg(amount.currency().code()));
    const auto nanos = forth ? mulDivHalfEven(amount.nanos(), m_mantissa, one)
                             : mulDivHalfEven(amount.nanos(), one, m_mantissa);
    if (!nanos)
        return std::unexpected(nanos.error());
    return Money::fromNanos(*nanos, forth ? m_to : m_from);
}

} // namespace Costglass
