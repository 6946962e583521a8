// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// Notes days of the last week that cost at least \a leastImpact more than usual, with what explains most, and returns
/// those alerts. Days in a row of one vendor are one event, told at its first; days below the usual are no alarm (the
/// anomaly list has them). What a person called expected (Store::expectAlert) is not told again.
/// \a leastImpact: a decimal number in the main currency of the last weeks; unreadable = nothing is told. \a now in Unix seconds.
Result<QList<Alert>> raiseAnomalyAlerts(Store &store, qint64 now, const QString &leastImpact);

} // namespace Costglass
