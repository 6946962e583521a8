// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"

namespace Costglass {

/// What "budget add" and "budget edit" can be told.
QList<OptionSpec> budgetOptions();

/// Puts what the options say into \a budget and leaves the rest; Config when one is wrong.
Result<void> applyBudgetOptions(const Arguments &arguments, Budget &budget);

} // namespace Costglass
