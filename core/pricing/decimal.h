// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QJsonValue>

#include <compare>

namespace Costglass {

/// How a division or a vendor cuts digits off.
enum class Rounding
{
    HalfEven, ///< 0.125 → 0.12, 0.375 → 0.38
    HalfUp, ///< 0.125 → 0.13, -0.125 → -0.13: halves leave zero
    Up, ///< 0.121 → 0.13: away from zero, as vendors count begun blocks
    Down ///< 0.129 → 0.12: towards zero
};

/// An exact decimal of up to 38 digits: prices per token lie below 10⁻⁹, so Money would round them. Sums and
/// products are exact; what does not fit makes the result invalid, and so everything computed from it.
class Decimal
{
public:
    __extension__ using Int128 = __int128;

    constexpr Decimal() = default;
    constexpr Decimal(qint64 whole) : m_digits(whole) { } // NOLINT: whole numbers are decimals

    /// Reads "12.5", "-3", "1.5e-07" exactly; anything else, or more than 30 digits, is a Format error.
    static Result<Decimal> parse(QStringView text);
    /// The same for figures that stand in the source code; invalid when \a text is no decimal.
    static Decimal of(QStringView text);
    /// A JSON string or number (by its shortest round-trip text); Format for anything else.
    static Result<Decimal> fromJson(const QJsonValue &value);
    static Decimal fromMoney(Money money) { return Decimal(money.nanos(), 9); }
    static Decimal invalid() { return Decimal(0, Bad); }

    bool isValid() const { return m_scale != Bad; }
    bool isZero() const { return isValid() && m_digits == 0; }
    bool isNegative() const { return isValid() && m_digits < 0; }
    bool isWhole() const { return *this == rounded(0, Rounding::Down); }

    Decimal operator+(const Decimal &other) const;
    Decimal operator-(const Decimal &other) const;
    Decimal operator*(const Decimal &other) const;
    Decimal operator-() const { return Decimal(0) - *this; }
    Decimal &operator+=(const Decimal &other) { return *this = *this + other; }

    /// This ÷ \a divisor, cut to \a decimals places; invalid when the divisor is zero.
    Decimal dividedBy(const Decimal &divisor, int decimals, Rounding rounding = Rounding::HalfUp) const;
    Decimal rounded(int decimals, Rounding rounding) const;
    /// This × 10^\a places: prices per token from prices per million are shifted by -6.
    Decimal shifted(int places) const;

    /// Invalid decimals equal nothing and have no order.
    std::partial_ordering operator<=>(const Decimal &other) const;
    bool operator==(const Decimal &other) const { return (*this <=> other) == 0; }

    /// All digits that matter: "12.5", "0.00000015", "-3"; "?" when invalid.
    QString toString() const;
    QByteArray toLatin1() const;
    /// Half to even at 10⁻⁹; Overflow when invalid or beyond what Money holds.
    Result<Money> toMoney(Currency currency) const;
    double toDouble() const; ///< for statistics and pixels only

private:
    static constexpr int Bad = -1;
    constexpr Decimal(Int128 digits, int scale) : m_digits(digits), m_scale(scale) { }
    Decimal trimmed() const;
    static bool align(Decimal &a, Decimal &b);

    Int128 m_digits = 0; ///< value = digits ÷ 10^scale
    int m_scale = 0;
};

Decimal smaller(const Decimal &a, const Decimal &b);
Decimal larger(const Decimal &a, const Decimal &b);

} // namespace Costglass
