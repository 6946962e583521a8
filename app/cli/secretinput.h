// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"

namespace Costglass {

/// The secret that the arguments speak of: of --secret-env's variable, typed without being shown, or piped in. Empty for
/// the environment, which is read each time; Config when none comes.
Result<QByteArray> secretFor(Cli &cli, SecretPlace place);

} // namespace Costglass
