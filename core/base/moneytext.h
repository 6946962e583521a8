// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QLocale>

namespace Costglass {

/// An amount for a person in \a locale's format, with no more digits than matter: two decimals, below a cent two
/// significant digits: "$1,284.10", "$0.0042", "−¥12.00". Never used where a program reads.
QString moneyText(Money money, const QLocale &locale = QLocale());

/// What a person types for an amount in \a locale's way, "1,250.50", as Money::parse() reads it: "1250.50".
QString plainAmount(QString text, const QLocale &locale = QLocale());

/// The currency's sign ("$", "¥", "€", else its code).
QString currencySign(Currency currency);

} // namespace Costglass
