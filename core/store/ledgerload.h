// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/records.h"

#include <memory>

namespace Costglass {

class Database;
class DimensionIds;

/// A file whose rows are to stand in the ledger, in one account per vendor.
struct FileToLoad
{
    QString label; ///< of its accounts; the second vendor's is "LABEL (VENDOR)"
    QByteArray note; ///< what is kept in place of the file: names its content by a hash
    qint64 takenAt = 0; ///< Unix seconds
};

/// What loading a file did, in rows.
struct LoadChange
{
    qint64 added = 0;
    qint64 same = 0; ///< were there already
    qint64 removed = 0; ///< of the same accounts and days, which the file no longer has
    DateRange days; ///< from the file's first to its last
    QStringList accounts; ///< labels
    QStringList alsoTold; ///< labels of other accounts of those vendors with amounts on those days
};

/// A file that is in the ledger already.
struct LoadedFile
{
    QStringList accounts; ///< labels
    qint64 rows = 0;
};

/// A file's rows on their way into the ledger: one write transaction, row by row, undone unless commit() is called.
/// The rows replace what the file's accounts hold for the days from its first to its last. Memory does not grow with
/// the rows. Made by Store::load().
class LedgerLoad
{
public:
    ~LedgerLoad();
    LedgerLoad(const LedgerLoad &) = delete;
    LedgerLoad &operator=(const LedgerLoad &) = delete;

    /// A row is a charge, use, or a charge with its use; it counts once.
    Result<void> add(const QString &vendor, const std::optional<Charge> &charge,
                     const std::optional<Usage> &usage);
    void name(const QString &vendor, const Name &name);

    /// Replaces the days' rows and says what that changes; to be called once, after the last row.
    Result<LoadChange> finish();
    Result<void> commit();

private:
    friend class Store;
    class Private;
    LedgerLoad(Database &database, DimensionIds &ids, const FileToLoad &file); // throws within the room
    std::unique_ptr<Private> d;
};

/// The file with that note, when its rows are what the ledger holds for its days.
std::optional<LoadedFile> loadedFile(Database &database, const QByteArray &note);

} // namespace Costglass
