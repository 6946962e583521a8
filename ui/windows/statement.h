// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

namespace Costglass {

struct StatementOptions
{
    QString paper = QStringLiteral("a4"); ///< or "letter"
};

/// Writes the month's statement as a PDF: vectors, selectable text, in the application's language, always in the light
/// theme. The file appears whole or not at all; Storage when it cannot be written, Config for an unknown paper.
Result<void> writeStatement(const MonthView &view, const QString &file, const StatementOptions &options);

} // namespace Costglass
