// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"
#include "pricing/feefacts.h"
#include "pricing/pricelist.h"

namespace Costglass {

/// The prices that commands work with: those built in and what the data folder keeps (imports and overrides), or
/// with --price-list that list alone.
Result<PriceBook> openPriceBook(const Cli &cli);

/// A list from a file, in the format that --format names or that it looks like.
Result<PriceList> readListFile(const Cli &cli, const QString &path);

/// {"amount":"0.0000000028","currency":"USD"}: every digit, and at least two decimals as Money has.
QByteArray exactAmount(const Decimal &amount);
QJsonObject exactMoney(const Decimal &amount, Currency currency);
/// {"id", "source", "effective_from", "as_of", "confidence"} of a row.
QJsonObject priceToJson(const PriceRow &row);
/// {"name", "amount", "currency", "unit", "price", "terms", …} of what the vendor gives free of charge.
QJsonArray freeQuotasToJson(const QString &vendor);
/// {"id", "zone", "windows", "weekdays"} of hours with prices of their own; no weekdays = every day.
QJsonArray peakRulesToJson(const QList<Schedule> &schedules);
/// "long_context>272000;schedule=deepseek-2026", or empty.
QString conditionOf(const PriceRow &row);

} // namespace Costglass
