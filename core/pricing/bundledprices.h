// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/feefacts.h"
#include "pricing/pricelist.h"

namespace Costglass {

/// The catalogue that is built in, as it was read from the vendors: bytes in PriceListFormat::Catalogue.
QByteArray bundledCatalogue();

/// The prices of bundledCatalogue(), read once, with the further names that vendors report for the same models: dated
/// snapshots, ids of clouds, names on AWS's bill where the region has the row's price.
const PriceList &bundledPrices();

/// Its support plans and subscriptions.
const FeeFacts &bundledFacts();

} // namespace Costglass
