// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/alerts.h"

#include <QObject>
#include <QSet>

namespace Costglass {

class DesktopNotifier;
class Engine;

/// Looks at the budgets after every sync, notes what is newly crossed and shows it on the desktop. An alert counts as
/// shown once the desktop has taken it: then never again, and until then at each look of the three days after it was
/// raised; later it is history, not news.
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
    void raised(const QList<Costglass::Alert> &alerts); ///< newly crossed
    void finished(); ///< every alert of this look was shown or cannot be

private:
    struct Look
    {
        QList<Alert> raised;
        QList<Alert> unshown;
    };
    void show(const Result<Look> &look);
    void showOne(const Alert &alert);
    void handleShown(qint64 alert, const Result<void> &result);
    void finishOne();

    Engine &m_engine;
    std::unique_ptr<DesktopNotifier> m_notifier;
    QSet<qint64> m_taken; ///< given to the desktop by this program: what is under way is not shown twice
    qsizetype m_pending = 0;
};

} // namespace Costglass
