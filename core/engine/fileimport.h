// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/rowsahead.h"
#include "store/store.h"

namespace Costglass {

/// What a person asks of an import.
struct FileImportWish
{
    QString file;
    QString format = {}; ///< id of a CostFileMap; empty = as its first line looks
    std::optional<QByteArray> map = {}; ///< a person's own map (vendors/costfilemap.h), instead of a format
    QString label = {}; ///< of the account; empty = the file's name without its folder
    bool dryRun = false; ///< says what would be done, and does nothing
    bool skipRefused = false; ///< takes in the other rows when some cannot be read
    qint64 now = 0; ///< Unix seconds
};

/// What an import did, or would do.
struct FileImport
{
    static constexpr qsizetype MostRefusedKept = 1000;

    QString format; ///< id of the map that read it
    qint64 read = 0; ///< rows below the first line
    qint64 refused = 0;
    QList<RefusedRow> refusedRows; ///< the first of them
    LoadChange change;
    QList<Total> totals; ///< what the rows cost, per kind and currency
    bool known = false; ///< the very same file is in already: nothing was added
    bool stored = false; ///< the ledger has it
};

/// Takes a file of costs into the ledger, into an account per vendor that has no log-in: all of it, in one
/// transaction, or nothing; a row that cannot be read keeps the whole file out unless skipRefused. The same content
/// is taken in once, whatever the file is called; a file for the same label replaces the rows of its days. Format: the file is not
/// understood; Config: the label belongs to another account.
Result<FileImport> importFile(Store &store, const FileImportWish &wish);

} // namespace Costglass
