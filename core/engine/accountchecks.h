// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/result.h"

#include <optional>

namespace Costglass {

/// Why an account may not be added as it is (vendor, name, address, settings), with what to do; nothing when it may.
std::optional<Error> checkAccountFields(const Account &account);

/// Why nothing may be done to an account of plans, which goes with them.
Error plansAccount(const Account &account);

/// Moves settings that are secrets themselves behind \a secret, each on a line of its own, so that the ledger never holds
/// them. Config when there is no secret that they could go with, or none is stored.
std::optional<Error> moveSecretSettings(Account &account, std::optional<QByteArray> &secret);

} // namespace Costglass
