// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// ElevenLabs' subscription: credits of a month that begins on the 10th. It takes a key with the right to read the user, and
/// knows another without it.
class ElevenLabsEmulator : public VendorEmulator
{
public:
    explicit ElevenLabsEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("elevenlabs"); }
    QByteArray secret() const override { return "sk_sandbox_elevenlabs_18be"; }
    static QByteArray speechKey() { return "sk_sandbox_elevenlabs_speech_77"; }
    HttpReply handle(const HttpRequest &request) const override;
    /// Nothing: the contract tells neither bill nor days.
    QJsonObject truth(const BillLine &) const override { return {}; }
    QJsonObject truth(const UseDay &) const override { return {}; }
    QJsonArray balances() const override;

private:
    QDate periodStart() const;
    qint64 used() const; ///< credits of the period

    const World &m_world;
};

} // namespace Costglass
