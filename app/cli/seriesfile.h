// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace Costglass {

/// One column of a CSV file, row by row, with where its times put it.
struct SeriesFile
{
    /// What the first column holds. Zoneless times are taken as they stand; with offsets they are instants.
    enum class Times
    {
        None, ///< anything else: rows count as neighbours
        Local,
        Instants
    };

    QString column;
    QStringList columns; ///< all that could have been chosen
    std::vector<double> values; ///< one per row; NaN = missing
    QList<qint64> times; ///< Unix seconds per row; empty with Times::None
    Times kind = Times::None;
    bool hasClock = false; ///< some time is not midnight
    QList<int> lines; ///< of the file, per row, from 1
};

/// Reads a CSV file with a header: times or other labels in the first column, numbers in the others; comma,
/// semicolon or tab apart; an empty cell, NA, NaN and null are missing. \a column chooses by name or, from 1,
/// by number; without it the first is taken. Errors (Config for the file and the column, Format for its
/// content) name the line.
Result<SeriesFile> readSeriesFile(const QString &path, const QString &column);

} // namespace Costglass
