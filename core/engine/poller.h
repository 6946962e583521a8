// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/logwatch.h"
#include "engine/syncrun.h"
#include "store/store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Costglass {

class Engine;

/// Keeps accounts fresh while the window runs: one timer for all, set to the moment when the first of them is due.
/// An account is due after its vendor's interval (± 10 %); after a transient failure in 1, 2, 4 … 60 minutes, but not
/// before the vendor allows. One whose log-in is refused, or that cannot be stored, waits for a person. Nothing wakes
/// up in between, and nothing while the network is gone.
/// A tool's logs are read at the start and whenever something is written to them.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(Engine &engine, QObject *parent = nullptr);

    void start();
    void stop();

    /// The instant at which the account is due next; nothing while it waits for a person.
    std::optional<qint64> dueAt(const Account &account, const QList<FeedState> &states) const;

    /// The instant to which the timer is set; nothing while it is off.
    std::optional<qint64> wakesAt() const { return m_wakesAt; }

private Q_SLOTS:
    void handleSleep(bool begins);

private:
    /// How an account's last pass of this run of the program ended.
    struct Last
    {
        qint64 at = 0;
        int failures = 0; ///< transient ones in a row
        std::optional<Error::Kind> problem;
    };

    void note(const QList<AccountOutcome> &outcomes);
    void look();
    void watchLogs(const QList<Account> &accounts);
    void handleLogWritten(qint64 account);
    void schedule(const QList<Account> &accounts, const QList<FeedState> &states);

    Engine &m_engine;
    QTimer m_timer;
    LogWatch m_watch;
    QTimer m_logTimer; ///< gathers what is written in a short while into one pass
    QSet<qint64> m_written; ///< accounts whose logs were written to since their last pass
    std::optional<qint64> m_wakesAt;
    QHash<qint64, Last> m_last; ///< by account
    qint64 m_startedAt = 0;
    bool m_running = false;
};

} // namespace Costglass
