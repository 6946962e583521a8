// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tableroles.h"

#include <QColor>
#include <QPalette>

namespace Costglass {

/// The colours of every page, of the PDF and of the tray. Text and muted are ≥ 4.5 : 1 on surface and background.
struct Theme
{
    QColor background;
    QColor surface; ///< cards
    QColor line; ///< borders
    QColor grid; ///< of charts
    QColor text;
    QColor muted;
    QColor accent;
    QColor accentSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor good;
    QColor goodSoft;
    QColor forecast; ///< days to come
    bool dark = false;

    static const Theme &light();
    static const Theme &darkTheme();
    QPalette
    palette() const; ///< every role set, disabled texts too: Fusion's own dark check boxes are invisible
};

/// The theme that the application shows now; light until setCurrentTheme(). For painting code and style sheets.
const Theme &currentTheme();
void setCurrentTheme(const Theme &theme);

/// The colour of text or a bar of that tone.
QColor toneColour(Tone tone, const Theme &theme);

/// The stable colour of a vendor, by its id; a grey for an unknown one.
QColor vendorColour(const QString &vendor);

} // namespace Costglass
