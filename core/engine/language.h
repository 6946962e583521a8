// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Costglass {

/// Makes \a language ("en", "zh_CN"; empty = the system's) the one of all texts, figures and dates from now on.
/// May be called again to switch.
void useLanguage(const QString &language);

} // namespace Costglass
