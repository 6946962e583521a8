// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// How many days before a plan is paid again, or a balance is likely to end, one is told.
constexpr int RenewalDaysAhead = 3;
constexpr int RunOutDaysAhead = 7;

/// Notes payments of running plans that come within RenewalDaysAhead, each once, and balances and quotas that are likely to
/// end within RunOutDaysAhead and before they begin anew, each once until it lasts longer again; returns the new ones.
Result<QList<Alert>> raisePlanAlerts(Store &store, qint64 now);

/// When the next payment is to be told of; nothing when there is none.
Result<std::optional<qint64>> nextRenewalAlert(Store &store, qint64 now);

} // namespace Costglass
