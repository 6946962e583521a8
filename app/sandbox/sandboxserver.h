// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/faults.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QHttpServer>
#include <QJsonObject>

namespace Costglass {

struct SandboxOptions
{
    quint16 port = 0; ///< 0 = any free one
    quint64 seed = World::DefaultSeed;
    qint64 now = 0;
    Faults faults = {};
    QStringList vendors = {}; ///< empty = all
};

/// The vendors' contracts on loopback, each below /VENDOR: for trying things out, and for tests with real sockets.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<SandboxServer>> start(const SandboxOptions &options);

    quint16 port() const { return m_port; }
    /// What "sandbox" prints first: port and accounts, everything that "account add" needs.
    QJsonObject readyLine() const;

private:
    explicit SandboxServer(const SandboxOptions &options);
    void answer(const QHttpServerRequest &request, QHttpServerResponder &&responder);
    HttpReply replyTo(const QHttpServerRequest &request) const;

    World m_world;
    Faults m_faults;
    std::vector<std::unique_ptr<VendorEmulator>> m_emulators;
    QHttpServer m_server;
    quint16 m_port = 0;
    int m_served = 0;
};

} // namespace Costglass
