// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/alert.h"

namespace Costglass {

// An alert in words, for notification, list, report, command line and webhook alike.

/// A few words: "Budget “All AI”: 80 %", "Account “production”".
QString alertTitle(const Alert &alert);

/// What happened and why: "All AI has passed 80 % of $1,500.00. Largest cause: claude-opus-5.5, +$61.20 on 18 Nov (key
/// “batch-eval”)."
QString alertSentence(const Alert &alert);

/// The one thing to do about it: "See what the key “batch-eval” does, or raise the budget."
QString alertAction(const Alert &alert);

} // namespace Costglass
