// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sqlite.h"

namespace Costglass {

/// The schema that this program writes; it is kept in SQLite's user_version.
constexpr int SchemaVersion = 8;

/// Makes the folder (0700) and an empty file (0600) where there is none; throws when it cannot.
void prepareLedgerFile(const QString &folder, const QString &file);

/// Throws for a file that is no ledger or has a newer schema, reading its header only: the file is left untouched.
void checkLedgerFile(const QString &file);

/// Throws that \a file comes from a newer Costglass.
[[noreturn]] void refuseNewer(const QString &file);

/// Brings the schema up to date, step by step, each in a transaction of its own and after a backup beside the file.
void migrate(Database &database);

/// Writes a whole, consistent copy (0600); throws when \a file is there already.
void copyLedger(Database &database, const QString &file);

} // namespace Costglass
