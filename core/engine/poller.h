// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Costglass {

class Engine;

/// Keeps accounts fresh while the window runs: one timer for all, set to the moment when the first of them is due.
/// An account is due after its vendor's interval (± 10 %), after a transient failure in 1, 2, 4 … 60 minutes or when
/// the vendor allows; one whose log-in is refused waits until it is edited. Nothing wakes up in between.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(Engine &engine, QObject *parent = nullptr);

    void start();
    void stop();

    /// The instant at which the account is due next; nothing while it waits for a person.
    std::optional<qint64> dueAt(const Account &account, const QList<FeedState> &states) const;

private:
    void reschedule();
    void schedule(const QList<Account> &accounts, const QList<FeedState> &states);
    void poll();

    Engine &m_engine;
    QTimer m_timer;
    QHash<qint64, int> m_failures; ///< in a row, by account
    QStringList m_due;
    bool m_running = false;
};

} // namespace Costglass
