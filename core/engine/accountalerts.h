// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// Notes accounts that are newly in trouble at \a now (Unix seconds) and returns those alerts; notes as resolved those
/// whose trouble is over, so that the next one is told again (at most one a day and account).
///
/// Failing: a feed waits for a person. Stale: the figures are a day later than they should be, which is when the next
/// whole day has not come a day after its end and the vendor's lag. Paused accounts are left alone.
Result<QList<Alert>> raiseAccountAlerts(Store &store, qint64 now);

/// The same for \a troubles of those \a kinds, of whatever is their subject.
Result<QList<Alert>> noteTroubles(Store &store, const QList<AlertKind> &kinds, QList<Alert> troubles,
                                  qint64 now);

} // namespace Costglass
