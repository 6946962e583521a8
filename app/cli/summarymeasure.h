// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/query.h"

namespace Costglass {

/// What "summary" ranks its rows by.
enum class Measure
{
    Cost,
    Tokens,
    Requests,
    UnitCost
};

std::optional<Measure> measureFromName(QStringView name); ///< "cost", "tokens", "requests", "unit-cost"

/// All tokens of a row; nothing when the vendor told none.
std::optional<qint64> tokensOf(const SummaryRow &row);

/// Cost per million tokens, half to even; nothing without cost or tokens.
std::optional<Money> unitCost(const SummaryRow &row);

/// Puts the largest first, unknown last; with a day, week or month in Query::by: in time order, the largest first in
/// each. A \a top above 0 keeps only the largest so many of all.
void rank(const Query &query, Measure measure, int top, QList<SummaryRow> &rows);

} // namespace Costglass
