// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Costglass {

/// How long a writer waits for another one.
constexpr int LedgerPatienceMs = 10'000;

/// The right to write the ledger, held while it lives: an advisory lock on ledger.lock beside it, which the kernel
/// gives back when its holder dies, in whatever way. The holder names itself in the file. The constructor waits up
/// to LedgerPatienceMs, then throws a StoreProblem that says who holds it.
class LedgerLock
{
public:
    explicit LedgerLock(const QString &ledgerFile);
    ~LedgerLock();
    LedgerLock(const LedgerLock &) = delete;
    LedgerLock &operator=(const LedgerLock &) = delete;

private:
    int m_handle = -1;
};

/// "sqlite3 (process 4711)": another process that holds a lock on the ledger or its side files, from /proc/locks;
/// empty when none is found. The files are not opened: closing them would drop SQLite's own locks.
QString ledgerHolder(const QString &ledgerFile);

} // namespace Costglass
