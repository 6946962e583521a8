// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

#include <QStringList>

namespace Costglass {

/// What successive balances and counters of an account tell.
struct BalanceUse
{
    Records records; ///< charges and usage only
    QStringList doubts; ///< translated: what could also have been otherwise, for the person to look at
};

/// What happened between readings, as one bucket per day of \a days (in \a zone) and balance. A fall of a balance is an
/// estimated charge of category Usage, a rise of a paid one a billed Purchase on its day; a rise of a money counter is an
/// estimated charge, one of another counter is usage. What happened between two readings is spread evenly over the time
/// between them. A counter that fell began anew: what it shows was used since. \a readings are in the order of time and may
/// reach further back than \a days; doubts are told of the newest reading alone, so that each is told once.
Result<BalanceUse> useBetween(const QList<Balance> &readings, const DateRange &days, const QTimeZone &zone);

} // namespace Costglass
