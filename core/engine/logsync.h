// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/locallogs.h"

#include <functional>
#include <thread>

namespace Costglass {

class Engine;

/// Reads an account's logs into the ledger: batch after batch, read in a thread of its own and stored in the ledger's.
/// Destroying it stops it; what is stored stays.
class LogSync : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        LogChange change; ///< of all batches
        qint64 lines = 0; ///< lines that tell of requests
        qint64 refused = 0; ///< of them, those that cannot be read
    };
    using Done = std::function<void(Result<Outcome>)>;

    LogSync(Engine &engine, const Account &account, QObject *parent = nullptr);
    ~LogSync() override;

    /// Reads what is new in the account's folders, or with \a again all of it; the answer comes once, later.
    void start(bool again, const Done &done);
    /// Reads these files as well as they are, whether or not they lie in the account's folders.
    void startWith(const QStringList &files, const Done &done);

Q_SIGNALS:
    void stored(); ///< a batch is in the ledger

private:
    void begin(const QList<LogFile> &known, bool again, const std::function<QStringList()> &find);
    void readNext();
    void store(Result<std::optional<LogBatch>> read);
    void add(const LogChange &change);

    Engine &m_engine;
    Account m_account;
    const LocalLog &m_log;
    std::unique_ptr<LocalLogs> m_logs;
    std::jthread m_reader;
    Done m_done;
    Outcome m_outcome;
    bool m_stored = false;
};

} // namespace Costglass
