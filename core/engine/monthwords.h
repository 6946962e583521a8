// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

namespace Costglass {

// The words that Overview, tray, statement and command line share: translated, figures and dates in the default locale.

/// "$1,241.74 so far in November. Likely to end near $1,600.24, between $1,504.24 and $1,718.24."
QString monthHeadline(const MonthView &view);

/// How complete the figures are: "Complete to 23 Nov (UTC); 24 Nov is part of a day. Google Cloud AI runs about one
/// day behind."
QString monthCompleteness(const MonthView &view);

/// What the second line of a mover says: "18 Nov, key “batch-eval”"; empty when it is spread.
QString moverPlace(const Mover &mover);

/// Why a day stands out: "$61.20 more than usual: claude-opus-5.5, key “batch-eval”".
QString unusualText(const SpendAnomaly &anomaly);

/// "passed", "likely over on 28 Nov", "within": what a budget's period comes to.
QString outlookText(const BudgetStanding &standing);

/// "November 2026", "2026年11月"; without the year "November", "11月".
QString monthName(Month month, bool withYear);

/// "18 Nov", "11月18日".
QString dayName(QDate day);

/// An instant (Unix seconds) in local time, without the day when it is today's: "14:03", "18 Nov 14:03".
QString momentText(qint64 instant, qint64 now);

/// The name of a vendor for a person, by its id.
QString vendorName(const QString &vendor);

/// "billed", "estimated", "equivalent", "entered", translated.
QString kindText(ChargeKind kind);

} // namespace Costglass
