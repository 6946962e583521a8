// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/chartdata.h"
#include "pricing/estimatetable.h"
#include "pricing/pricetable.h"

namespace Costglass {

/// The offers as bars below each other, cheapest first, their fee kinds as parts; those beyond \a most are left out, and
/// an offer with something unknown has no bar but the reason.
ChartData offersChart(const QList<EstimateRow> &rows, int most);

/// API against seats over the volume: \a perDay requests make the offer's model cost. Empty without seats or cost.
ChartData seatsChart(const EstimateRow &row, const Decimal &perDay);

/// A price from a year before \a now to half a year after it, as steps; a dashed line is what is announced.
ChartData historyChart(const QList<PriceStep> &steps, qint64 now);

} // namespace Costglass
