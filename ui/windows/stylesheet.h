// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/theme.h"

class QApplication;

namespace Costglass {

/// The one style sheet, made from a theme's colours. Widgets choose their looks by dynamic properties: "role" ("card",
/// "caption", "figure", "note", "heading", "small", "cardTitle", "segment", "chip", "banner", "rail") and "tone"
/// ("plain", "accent", "good", "warn", "bad"); buttons by "weight" ("primary", "normal", "quiet").
QString styleSheetFor(const Theme &theme);

/// Makes \a theme the application's: current theme, palette and style sheet. Fusion is the base on every desktop.
void applyTheme(QApplication &application, const Theme &theme);

/// The fonts, 13 px: Latin from the system's, Han glyphs in their Chinese shapes whatever the locale is.
void applyFonts(QApplication &application);

} // namespace Costglass
