// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QLockFile>

namespace Costglass {

/// One window per data folder: the first holds a lock there and listens; a second asks it to come to the front.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True when this is the first; false when another has the folder and was asked to show itself.
    bool claim();

Q_SIGNALS:
    void raiseWanted();

private:
    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Costglass
