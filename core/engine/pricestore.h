// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricelist.h"

namespace Costglass {

/// What the data folder keeps of prices, imports and overrides; empty when there is nothing yet.
Result<PriceList> storedPrices(const QString &dataFolder);

/// Replaces it at once or not at all; only the owner may read it.
Result<void> storePrices(const QString &dataFolder, const PriceList &list);

/// The prices that are built in, and above them what the data folder keeps.
Result<PriceBook> openPriceBook(const QString &dataFolder);

} // namespace Costglass
