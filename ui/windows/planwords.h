// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/plansview.h"
#include "models/rowsmodel.h"

namespace Costglass {

// What the Plans page writes: its first line, the rows of its tables, and the words on its calendar.

/// "$899.00 and ¥1,999.00 of plans are due by 29 Dec; 2 balances end before."
QString plansSentence(const PlansView &view);
QString plansNote(const PlansView &view);

QStringList planColumns();
/// RawRole is the plan's id.
RowsModel::Row planRow(const PlanLine &line, QDate today);

QStringList standingColumns();
RowsModel::Row standingRow(const BalanceStanding &standing, QDate today);

/// The account that tells of it, or the plan.
QString standingSource(const BalanceStanding &standing);

/// "$300", "$19.99": without decimals where they say nothing.
QString shortAmount(Money amount);

} // namespace Costglass
