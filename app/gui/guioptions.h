// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"

#include <QSize>

namespace Costglass {

/// The window's command line, taken apart.
struct GuiOptions
{
    QString dataFolder; ///< empty = the default one
    bool demo = false;
    bool minimized = false;
    QString language;
    std::optional<qint64> now; ///< Unix seconds
    QString render; ///< a page to paint and quit; empty = none
    std::optional<Month> report; ///< a month's statement to write and quit
    QString out;
    std::optional<Month> month; ///< shown first
    QString theme; ///< "light", "dark"; empty = as chosen or the system's
    QSize size{1440, 900};
    double scale = 1;
    QString state; ///< "", "empty" or "error"
    QString paper = QStringLiteral("a4");
    bool timeStart = false;

    /// Whether no window is shown to anybody.
    bool isOffscreen() const { return !render.isEmpty() || report; }
};

/// Reads it; Config with what was not understood. "--help" and "--version" print and end the program.
Result<GuiOptions> readGuiOptions(const QStringList &words);

} // namespace Costglass
