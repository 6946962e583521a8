// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Every vendor that Costglass speaks to, in the order in which the wizard shows them.
const QList<const VendorAdapter *> &allVendors();

/// The vendor with that id, or null.
const VendorAdapter *findVendor(QStringView id);

/// The zone of that vendor's billing days; UTC for a stranger.
QTimeZone billingZone(QStringView vendor);

} // namespace Costglass
