// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QJsonObject>

namespace Costglass {

/// The metered use of the last 30 whole days before \a today (UTC) as a scenario ("costglass-scenario/1"): one workload for
/// each vendor's model, with the cache's and the batches' share, and no candidates, so that an estimate compares all
/// models. Where a vendor tells no requests, a thousand prompt tokens count as one: prices hold by the token. Use without
/// tokens (images, speech) is left out and named in "reasons". Config when there is nothing to estimate.
Result<QJsonObject> lastThirtyDays(Store &store, QDate today);

} // namespace Costglass
