// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/fxtable.h"
#include "base/http.h"
#include "store/store.h"

namespace Costglass {

/// The rates that are built in (European Central Bank) with those that the data folder keeps above them.
Result<FxTable> readFxRates(const QString &dataFolder);

/// Keeps \a rates in the data folder, above those that are there.
Result<void> keepFxRates(const QString &dataFolder, const FxTable &rates);

/// Asks a Frankfurter server (its base URL ends in /v1) for the rates of some days against the euro: its own form of
/// the European Central Bank's. FxTable::read() reads the reply.
HttpRequest fxRequest(const QUrl &base, QDate from, QDate to);

/// A summary in one currency: each day's sum of a row converted at that day's rate.
struct ConvertedSummary
{
    Summary summary;
    QList<FxRate> rates; ///< that were used, in the order of days
    std::optional<QDate> stale; ///< the newest rate's day, when sums of much later days had to use it
};

/// Answers \a query and converts it; Config when a rate is missing. No row is left out.
Result<ConvertedSummary> summaryIn(Store &store, const Query &query, Currency currency, const FxTable &rates);

} // namespace Costglass
