// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"
#include "pricing/pricebook.h"

namespace Costglass {

/// Prices a file of requests line by line, whatever its size: one JSON object each, then one with the totals by
/// currency and the models without a price. The first line that is not understood ends it with its number.
int priceUsageFile(Cli &cli, const PriceBook &book, const QString &path);

} // namespace Costglass
