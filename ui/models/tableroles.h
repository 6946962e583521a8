// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace Costglass {

/// What a state or a figure is about; always with words, never by colour alone.
enum class Tone
{
    Plain,
    Accent,
    Good,
    Warn,
    Bad
};

/// What a cell holds besides its text.
enum TableRole
{
    RawRole = Qt::UserRole, ///< a number or a date, for sorting and tests
    ColourRole, ///< QColor of a square before the text
    PointsRole, ///< QList<double>: a sparkline instead of text, in ColourRole's colour
    ChipRole, ///< int of a Tone: the text stands on a chip
    ToneRole, ///< int of a Tone: the text's colour
    StrongRole, ///< bool: in bold
    NoteRole ///< QString after the text, muted
};

} // namespace Costglass
