// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/budgetstanding.h"
#include "models/tableroles.h"

namespace Costglass {

/// How a budget looks on every page and in the statement: bad when passed, warning when likely to be passed.
Tone budgetTone(const BudgetStanding &standing);

} // namespace Costglass
