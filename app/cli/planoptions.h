// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"

namespace Costglass {

/// The plan that the options of "plan add" describe; Config for what they get wrong.
Result<Plan> readNewPlan(const Cli &cli);

/// \a plan with what the options of "plan edit" change: price, seats and tax from --from on, or from the next payment.
Result<Plan> readEditedPlan(const Cli &cli, Plan plan);

/// The options of both.
QList<OptionSpec> planOptions();

} // namespace Costglass
