// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// Adds to a fetch of balances what happened since the reading before: its days become those from that reading's on, and
/// its charges and usage all that the readings of those days tell (vendors/balanceuse.h). Doubts for the person are returned.
Result<QStringList> addBalanceUse(Store &store, Snapshot &snapshot, const QTimeZone &zone);

} // namespace Costglass
