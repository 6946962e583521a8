// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/prepaidadapter.h"

namespace Costglass {

// What vendors have in common that tell how much of a flat plan is used.

/// A stretch of time after which a plan counts anew, in Unix seconds; 0 = not told.
struct QuotaWindow
{
    qint64 start = 0;
    qint64 end = 0;
};

/// Adds a count of \a unit, in whole numbers, to a page's balances: of Used, a change between two readings is use. Overflow
/// when it is more than Money holds.
Result<void> addCounter(Page &page, const FetchJob &job, const QString &name, qint64 count,
                        const QString &unit, Balance::Of of, const QuotaWindow &window);

/// What a key proves that reads a plan's counters; \a page is what it read.
KeyCheck planCheck(Page &&page);

} // namespace Costglass
