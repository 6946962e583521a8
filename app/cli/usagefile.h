// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"
#include "pricing/pricebook.h"

namespace Costglass {

/// Prices a file of requests line by line, whatever its size: one JSON object each, then one with the totals by
/// currency and the models without a price. With \a anyVendor a model that its vendor is not listed with is priced as
/// the only vendor in the book that has it: lists name vendors by their own words. The first line that is not understood ends it with its number.
int priceUsageFile(Cli &cli, const PriceBook &book, const QString &path, bool anyVendor);

} // namespace Costglass
