// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"

namespace Costglass {

/// The statement that is asked for; paths are absolute.
struct ReportWish
{
    Month month;
    QString file = {};
    QString paper = {}; ///< "a4" or "letter"
    QString folder = {}; ///< data folder
    QString language = {}; ///< empty = the environment's
    std::optional<qint64> now = {};
};

struct ReportOutcome
{
    int exitCode = 0;
    std::optional<Error> error = {};
};

/// Lets the window's program, which can paint, write the PDF: it stands beside this one or in PATH. The file appears
/// whole or not at all. Its exit code and sentence are handed on.
ReportOutcome writeReport(const ReportWish &wish);

} // namespace Costglass
