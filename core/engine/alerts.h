// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/budgetstanding.h"

namespace Costglass {

/// Notes each threshold that is newly crossed at the instant \a now, with its cause, and returns those alerts.
///
/// Actual spend crosses a threshold once per budget and period, however often this is asked and whatever the vendor
/// restates; also in the period before the present one, whose last days come late, if the budget was there by then.
/// A forecast crosses a threshold when spend is at least 80 % likely to reach it by the period's end, which is when the
/// 20 % quantile of the forecast reaches it (its 80 % range leaves 10 % below: its lower end would be 90 %). One that
/// swings around the line is told once per period, and not at all once spend itself was there.
/// Both warn again only when the budget was raised so far that the figure of the last alert lay below the new line.
Result<QList<Alert>> raiseAlerts(Store &store, qint64 now);

} // namespace Costglass
