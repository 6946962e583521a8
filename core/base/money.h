// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <array>
#include <compare>

namespace Costglass {

/// An ISO 4217 code of three capital letters. Any such code is taken: a vendor may bill in a new one.
class Currency
{
public:
    /// Reads "usd" or "USD"; anything but three ASCII letters is a Format error.
    static Result<Currency> fromCode(QStringView code);
    static constexpr Currency usd() { return Currency({'U', 'S', 'D'}); }
    static constexpr Currency cny() { return Currency({'C', 'N', 'Y'}); }
    /// ISO 4217's code for amounts that are no money: points, messages.
    static constexpr Currency none() { return Currency({'X', 'X', 'X'}); }

    QString code() const { return QString::fromLatin1(m_code.data(), 3); }
    auto operator<=>(const Currency &) const = default;

private:
    constexpr explicit Currency(std::array<char, 3> code) : m_code(code) { }
    std::array<char, 3> m_code;
};

/// a × b ÷ c in 128 bits, rounded half to even; Overflow when the quotient leaves 64 bits, Config when c is 0.
/// mulDivHalfEven(1, 5, 2) is 2, (1, 7, 2) is 4, (-1, 5, 2) is -2.
Result<qint64> mulDivHalfEven(qint64 a, qint64 b, qint64 c);

/// An exact amount: whole 10⁻⁹ units of one currency. It holds up to ± 9.2 · 10⁹ units.
class Money
{
public:
    static constexpr qint64 NanosPerUnit = 1'000'000'000;

    static constexpr Money fromNanos(qint64 nanos, Currency currency) { return Money(nanos, currency); }
    static constexpr Money zero(Currency currency) { return Money(0, currency); }

    /// Reads a plain or exponent decimal ("12.34", "-0.5", "1e-3") exactly. More than nine decimals that are
    /// not zeros, other characters or no digit: Format; too large: Overflow.
    static Result<Money> parse(QStringView text, Currency currency);

    /// The same for a vendor's figure: digits beyond the ninth decimal are rounded half to even. \a shift moves
    /// the decimal point first, so cents are read with shift -2: parseRounded("4218.5075", usd, -2) is 42.185075.
    static Result<Money> parseRounded(QStringView text, Currency currency, int shift = 0);

    qint64 nanos() const { return m_nanos; }
    Currency currency() const { return m_currency; }
    bool isZero() const { return m_nanos == 0; }
    bool isNegative() const { return m_nanos < 0; }

    /// Sums are checked: mixed currencies are a Config error, too large sums an Overflow.
    Result<Money> plus(Money other) const;
    Result<Money> minus(Money other) const;
    /// Overflow only for the most negative amount.
    Result<Money> negated() const;
    /// This × numerator ÷ denominator, half to even.
    Result<Money> times(qint64 numerator, qint64 denominator = 1) const;
    /// Rounded half to even to that many decimals (0…9): for a person's eye or a vendor's own rounding.
    Result<Money> rounded(int decimals) const;

    /// All digits that matter and at least two decimals: "12.34", "0.000000001", "-5.00". Never a rounding.
    QString toDecimal() const;

    bool operator==(const Money &) const = default;

private:
    constexpr Money(qint64 nanos, Currency currency) : m_nanos(nanos), m_currency(currency) { }

    qint64 m_nanos;
    Currency m_currency;
};

/// One unit of \a from costs \a rate units of \a to: an exact decimal, with its day and where it was read.
class FxRate
{
public:
    /// Reads a positive decimal with at most 18 significant digits; otherwise Format.
    static Result<FxRate> parse(Currency from, Currency to, QStringView rate, const QString &date,
                                const QString &source);

    /// The rate between the two other currencies of two rates of the same first one and day: euro to dollar and euro to
    /// yuan give dollar to yuan, half to even at the last of up to 15 decimals.
    static Result<FxRate> cross(const FxRate &toFrom, const FxRate &toTo);

    Currency from() const { return m_from; }
    Currency to() const { return m_to; }
    QString date() const { return m_date; }
    QString source() const { return m_source; }
    QString rateText() const { return m_text; }
    bool isSame(const FxRate &other) const; ///< the same currencies at the same rate

    /// Converts either way, half to even at 10⁻⁹; an amount of neither currency is a Config error.
    Result<Money> convert(Money amount) const;

private:
    FxRate(Currency from, Currency to) : m_from(from), m_to(to) { }

    Currency m_from;
    Currency m_to;
    qint64 m_mantissa = 0;
    int m_decimals = 0;
    QString m_text;
    QString m_date;
    QString m_source;
};

} // namespace Costglass
