// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace Costglass {

namespace {

/// A socket's path may be short only, so it stands for the folder by a hash.
QString socketFor(const QString &folder)
{
    const QByteArray hash
        = QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("costglass-") + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent), m_socket(socketFor(dataFolder)), m_lock(dataFolder + QStringLiteral("/window.lock"))
{
    m_lock.setStaleLockTime(0); // only a dead process lets go
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        delete m_server.nextPendingConnection();
        Q_EMIT raiseWanted();
    });
}

bool SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_socket);
        m_server.listen(m_socket);
        return true;
    }
    constexpr int PatienceMs = 2000;
    QLocalSocket other;
    other.connectToServer(m_socket);
    other.waitForConnected(PatienceMs);
    return false;
}

} // namespace Costglass
