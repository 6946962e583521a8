// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QByteArrayView>
#include <QDate>

namespace Costglass {

// Dates and figures as people, spreadsheets and clouds write them into files.

/// A date, or a date with a time of day, as it is written.
struct WrittenTime
{
    QDate date;
    std::optional<int> second; ///< of the day; nothing = a date alone
    std::optional<int> offset; ///< seconds east of UTC; nothing = not told
};

/// Reads "2024-10-01", "2024-10-01 00:00:00", "2024-10-01T00:00Z", "…+08:00", "… UTC", fractions of a second, and
/// month/day/year as in the USA ("5/1/25", "05/01/2025 13:30"). Nothing when it is none of these.
std::optional<WrittenTime> readWrittenTime(QByteArrayView text);

/// Reads an amount with what people put around it: currency signs, groups of three, a plus, parentheses for less
/// than nothing, an exponent. Digits beyond the ninth decimal are rounded half to even.
Result<Money> readWrittenMoney(QByteArrayView text, char decimalPoint, Currency currency);

/// The figure as plain decimal text without zeros at its end ("2.000" is "2"); null when it is none.
QString plainDecimal(QByteArrayView text, char decimalPoint);

} // namespace Costglass
