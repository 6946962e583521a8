// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/budgettone.h"

namespace Costglass {

Tone budgetTone(const BudgetStanding &standing)
{
    return standing.isPassed() ? Tone::Bad : standing.breachDay ? Tone::Warn : Tone::Good;
}

} // namespace Costglass
