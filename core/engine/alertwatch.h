// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/alarm.h"
#include "store/store.h"

#include <QSet>

namespace Costglass {

class DesktopNotifier;
class Engine;
class Webhooks;

/// Looks at budgets, days and accounts after every sync, notes what is new and tells it on the desktop and to the
/// webhooks. An alert counts as shown once the desktop has taken it: then never again (unless snoozed), and until then at
/// each look of the three days after it was raised; later it is history, not news. In quiet hours everything is held,
/// and what came in them is told together at their end.
class AlertWatch : public QObject
{
    Q_OBJECT

public:
    explicit AlertWatch(Engine &engine, QObject *parent = nullptr);
    ~AlertWatch() override;

    /// Looks now. finished() follows.
    void look();

Q_SIGNALS:
    void openRequested(); ///< the person pressed a notification
    void raised(const QList<Costglass::Alert> &alerts); ///< newly noted
    void finished(); ///< every alert of this look was told or cannot be now

private:
    struct Look
    {
        QList<Alert> raised;
        QList<Alert> due; ///< for the desktop
        std::optional<qint64> nextDue; ///< when a snooze ends
    };
    static Result<Look> lookAt(Store &store, qint64 now, const QString &leastAnomaly);
    void tell(const Result<Look> &look);
    void show(const QList<Alert> &alerts);
    void handleShown(const QList<Alert> &alerts, const Result<void> &result);
    void finishOne();

    Engine &m_engine;
    std::unique_ptr<DesktopNotifier> m_notifier;
    Webhooks *m_webhooks;
    Alarm m_alarm;
    QSet<qint64> m_taken; ///< given to the desktop by this program: what is under way is not shown twice
    qsizetype m_pending = 0;
};

} // namespace Costglass
