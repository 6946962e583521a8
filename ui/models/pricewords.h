// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/estimatetable.h"

#include <QColor>

namespace Costglass {

// How prices and estimates are put in words, the same on every page.

/// "Tokens", "Peak hours", …
QString feeName(FeeKind kind);
/// The kind's colour, the same wherever it stands (Okabe–Ito).
QColor feeColour(FeeKind kind);
/// "cached input"; a vendor's own meters with blanks for underscores.
QString meterName(const QString &meter);
QString tierText(Tier tier);
/// PricedLine::rule() for a person: "peak hours, batch × 0.5"; empty for the plain price.
QString ruleText(const QString &rule);
/// The name of a workload or of something stored: those of the templates are translated.
QString partName(const QString &name);

/// What is paid: "$1,671.52".
QString amountText(const Decimal &amount, Currency currency);
/// What a unit costs, up to six decimals: "$0.0375".
QString priceText(const Decimal &price, Currency currency);
/// "152,064,000", up to four decimals.
QString quantityText(const Decimal &quantity);
/// "unknown": never 0 stands for it.
QString unknownText();

/// How old a price is that was read on \a asOf ("2026-10-13", "2026-10", …).
struct PriceAge
{
    QString text; ///< "6 weeks"
    bool old = false; ///< worth looking up again
};
PriceAge priceAge(const QString &asOf, QDate today);

} // namespace Costglass
