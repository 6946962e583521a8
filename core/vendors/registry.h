// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Every vendor that Costglass speaks to, in the order in which the wizard shows them.
const QList<const VendorAdapter *> &allVendors();

/// The vendor with that id, or null.
const VendorAdapter *findVendor(QStringView id);

/// The id of the vendor that a person means by its id or name, in any case; the words themselves for a stranger.
QString vendorMeant(const QString &words);

/// The zone of that vendor's billing days; UTC for a stranger.
QTimeZone billingZone(QStringView vendor);

} // namespace Costglass
