// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

class QSocketNotifier;

namespace Costglass {

/// Tells when something is written below accounts' log folders, by inotify: nothing wakes up while nothing happens.
class LogWatch : public QObject
{
    Q_OBJECT

public:
    explicit LogWatch(QObject *parent = nullptr);
    ~LogWatch() override;

    /// From now on watches these folders, by account, with all below them.
    void watch(const QMap<qint64, QStringList> &folders);
    /// Whether all folders of the account are watched; the kernel's number of watches is limited.
    bool covers(qint64 account) const { return m_covered.contains(account); }

Q_SIGNALS:
    void changed(qint64 account);

private:
    bool add(const QString &folder, qint64 account);
    bool addTree(const QString &folder, qint64 account);
    void handleEvents();

    struct Watch
    {
        QString folder;
        QSet<qint64> accounts;
    };

    int m_handle = -1;
    QSocketNotifier *m_notifier = nullptr;
    QHash<int, Watch> m_watches; ///< by inotify's descriptor
    QMap<qint64, QStringList> m_folders;
    QSet<qint64> m_covered;
};

} // namespace Costglass
