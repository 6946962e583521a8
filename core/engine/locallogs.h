// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "engine/logprices.h"
#include "store/logbatch.h"
#include "vendors/locallog.h"

#include <QHash>

#include <atomic>

namespace Costglass {

/// The folders in which an account's logs lie: its own, those of the tool's environment variable, or the tool's usual
/// ones, as far as they exist. Config when the account names a folder that is not there.
Result<QStringList> logFolders(const LocalLog &log, const Account &account);

/// The logs below \a folders, each once.
QStringList findLogs(const LocalLog &log, const QStringList &folders);

/// What an account would read; Config when there is nothing.
Result<KeyCheck> checkLogs(const LocalLog &log, const Account &account);

/// One look at a tool's logs: reads what is new in them since the ledger last knew, with all cores. It blocks, so it
/// belongs into a thread; what it holds in memory does not grow with the logs.
class LocalLogs
{
public:
    /// \a dataFolder has the prices, \a known is what the ledger says of files; with \a again every file is read from
    /// its beginning.
    LocalLogs(const LocalLog &log, const QString &dataFolder, const QList<LogFile> &known, bool again);

    /// Adds the files to be read that are new or have changed.
    void look(const QStringList &files);
    /// The next batch of what they hold, account and kind still open; nothing when all is read. Storage when the data
    /// folder's prices are damaged.
    Result<std::optional<LogBatch>> next();
    /// Makes next() return soon, from another thread.
    void stop() { m_stop = true; }

    qint64 lines() const { return m_lines; } ///< lines parsed so far
    qint64 refused() const { return m_refused; } ///< of them, those that cannot be read

private:
    const LocalLog &m_log;
    QString m_dataFolder;
    std::optional<LogPrices> m_prices; ///< once there is something to price
    QHash<QString, LogFile> m_known;
    bool m_again;
    QList<LogFile> m_open; ///< files to read, in order
    std::atomic_bool m_stop = false;
    std::atomic<qint64> m_lines = 0;
    std::atomic<qint64> m_refused = 0;
};

} // namespace Costglass
