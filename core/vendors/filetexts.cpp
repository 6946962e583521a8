// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/filetexts.h"

#include <algorithm>
#include <array>

namespace Costglass {

namespace {

constexpr int HourSeconds = 3600;

/// Takes parts off the front of a text.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) { }

    bool atEnd() const { return m_text.isEmpty(); }
    char peek() const { return m_text.isEmpty() ? '\0' : m_text.front(); }
    bool take(char c)
    {
        if (peek() != c || atEnd())
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    /// A whole number of so many digits at most; -1 when there is none.
    int number(int mostDigits)
    {
        int value = 0;
        int digits = 0;
        for (; digits < mostDigits && peek() >= '0' && peek() <= '9'; ++digits) {
            value = value * 10 + (peek() - '0');
            m_text = m_text.sliced(1);
        }
        return digits > 0 ? value : -1;
    }
    void skipDigits()
    {
        while (number(9) >= 0) { }
    }
    bool rest(QByteArrayView word) const { return m_text == word; }

private:
    QByteArrayView m_text;
};

QDate readDate(Scanner &scan)
{
    const int first = scan.number(4);
    if (scan.take('-')) {
        const int month = scan.number(2);
        const int day = scan.take('-') ? scan.number(2) : -1;
        return first > 999 ? QDate(first, month, day) : QDate();
    }
    if (!scan.take('/'))
        return {};
    const int second = scan.number(2);
    const int third = scan.take('/') ? scan.number(4) : -1;
    if (first > 999) // 2024/10/01
        return QDate(first, second, third);
    return QDate(third >= 0 && third < 100 ? 2000 + third : third, first, second);
}

/// Seconds of the day from "13:30", "13:30:00", "13:30:00.25"; nothing when it is none.
std::optional<int> readClock(Scanner &scan)
{
    const int hour = scan.number(2);
    const int minute = scan.take(':') ? scan.number(2) : -1;
    int second = 0;
    if (scan.take(':')) {
        second = scan.number(2);
        if (scan.take('.'))
            scan.skipDigits();
    }
    const bool good = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    return good ? std::optional(hour * HourSeconds + minute * 60 + second) : std::nullopt;
}

/// What is left behind the clock: nothing, "Z", " UTC" or an offset like "+08:00". False when it is none of these.
bool readOffset(Scanner &scan, std::optional<int> &offset)
{
    if (scan.atEnd())
        return true;
    if (scan.rest("Z") || scan.rest("z") || scan.rest(" UTC") || scan.rest(" Z")) {
        offset = 0;
        return true;
    }
    scan.take(' ');
    const bool west = scan.peek() == '-';
    if (!scan.take('-') && !scan.take('+'))
        return false;
    const int hours = scan.number(2);
    scan.take(':');
    const int minutes = scan.atEnd() ? 0 : scan.number(2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !scan.atEnd())
        return false;
    offset = (west ? -1 : 1) * (hours * HourSeconds + minutes * 60);
    return true;
}

/// The figure without what people put around it; empty when the groups of three are none.
QByteArray bareFigure(QByteArrayView text, char decimalPoint)
{
    QByteArray bare;
    const char group = decimalPoint == '.' ? ',' : '.';
    bool negative = false;
    bool fraction = false;
    qsizetype sinceGroup = -1;
    for (const char c : text.trimmed()) {
        if (c == group && !fraction) {
            if (bare.isEmpty() || (sinceGroup >= 0 && sinceGroup != 3))
                return {};
            sinceGroup = 0;
            continue;
        }
        if (c == decimalPoint || c == 'e' || c == 'E') {
            if (sinceGroup >= 0 && sinceGroup != 3)
                return {};
            fraction = true;
            sinceGroup = -1;
        }
        if (c == '(')
            negative = true;
        else if (c == decimalPoint)
            bare.append('.');
        else if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E')
            bare.append(c);
        else if (static_cast<unsigned char>(c) < 0x80 && c != '$' && c != ')' && c != ' ')
            return {}; // letters and the like; a currency sign beyond ASCII is passed over
        sinceGroup += sinceGroup >= 0 && c >= '0' && c <= '9' ? 1 : 0;
    }
    if (sinceGroup >= 0 && sinceGroup != 3)
        return {};
    return negative ? '-' + bare : bare;
}

/// Digits with at most one point and at most one exponent.
bool isFigure(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto exponent = std::find_if(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
    const auto points = std::count(text.begin(), exponent, '.');
    const auto digits = std::count_if(text.begin(), exponent, isDigit);
    if (digits == 0 || points > 1 || digits + points != exponent - text.begin())
        return false;
    if (exponent == text.end())
        return true;
    auto power = exponent + 1;
    power += power != text.end() && (*power == '-' || *power == '+') ? 1 : 0;
    return power != text.end() && std::all_of(power, text.end(), isDigit);
}

} // namespace

std::optional<WrittenTime> readWrittenTime(QByteArrayView text)
{
    Scanner scan(text.trimmed());
    WrittenTime time;
    time.date = readDate(scan);
    if (!time.date.isValid())
        return std::nullopt;
    if (scan.atEnd())
        return time;
    if (!scan.take('T') && !scan.take(' '))
        return std::nullopt;
    time.second = readClock(scan);
    if (!time.second || !readOffset(scan, time.offset))
        return std::nullopt;
    return time;
}

Result<Money> readWrittenMoney(QByteArrayView text, char decimalPoint, Currency currency)
{
    // Nearly every figure is a few plain digits.
    qint64 nanos = 0;
    int decimals = -1;
    bool plain = !text.isEmpty() && text.size() <= 18 && decimalPoint == '.';
    const bool negative = plain && text.front() == '-';
    for (const char c : plain ? text.sliced(negative ? 1 : 0) : QByteArrayView()) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && (decimals < 9 || c == '0')) {
            if (decimals < 9)
                nanos = nanos * 10 + (c - '0');
            decimals += decimals >= 0 && decimals < 9 ? 1 : 0;
        } else {
            plain = false;
            break;
        }
    }
    const bool digits = plain && text.size() > (negative ? 1 : 0) + (decimals >= 0 ? 1 : 0);
    constexpr std::array<qint64, 10> scales{1'000'000'000, 100'000'000, 10'000'000, 1'000'000, 100'000,
                                            10'000,        1'000,       100,        10,        1};
    if (digits && !__builtin_mul_overflow(nanos, scales[static_cast<size_t>(qMax(decimals, 0))], &nanos))
        return Money::fromNanos(negative ? -nanos : nanos, currency);
    const QByteArray bare = bareFigure(text, decimalPoint);
    return Money::parseRounded(bare.isEmpty() ? QString::fromUtf8(text) : QString::fromLatin1(bare),
                               currency);
}

QString plainDecimal(QByteArrayView text, char decimalPoint)
{
    QByteArray bare = bareFigure(text, decimalPoint);
    if (bare.startsWith('+'))
        bare.remove(0, 1);
    if (!isFigure(bare))
        return {};
    if (bare.contains('.') && !bare.contains('e') && !bare.contains('E')) {
        while (bare.endsWith('0'))
            bare.chop(1);
        if (bare.endsWith('.'))
            bare.chop(1);
    }
    return QString::fromLatin1(bare.startsWith('.') ? '0' + bare : bare);
}

} // namespace Costglass
