// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"
#include "vendors/focusfile.h"

namespace Costglass {

enum class ExportFormat
{
    Csv, ///< charges and use in one table
    Json, ///< {"period":{…},"charges":[…],"usage":[…]}, keys as everywhere on the command line
    Focus ///< charges alone: FOCUS has no row without money
};
std::optional<ExportFormat> exportFormatFromName(QStringView name); ///< "csv", "json", "focus"

struct FileExportWish
{
    DateRange days;
    ExportFormat format = ExportFormat::Csv;
    FocusVersion focusVersion = FocusVersion::V1_2;
    QString file; ///< written whole or not at all; one that is there is replaced
};

/// How many records were written.
struct FileExport
{
    qint64 charges = 0;
    qint64 usage = 0;
};

/// Writes the ledger's records of those days into a file, one by one. Storage: the file cannot be written.
Result<FileExport> exportFile(Store &store, const FileExportWish &wish);

} // namespace Costglass
