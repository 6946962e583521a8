// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// Cursor's Admin API of a team: members and usage events, newest first, in pages, of at most 30 days a request. The key
/// comes as bearer or as the user of Basic. Events of the kind "Included in Business" are charged nothing.
class CursorEmulator : public VendorEmulator
{
public:
    explicit CursorEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("cursor"); }
    QByteArray secret() const override { return "crsr_sandbox_7fd20e41"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

private:
    HttpReply events(const HttpRequest &request) const;
    /// The events of a day, newest first.
    QJsonArray eventsOf(QDate day) const;

    const World &m_world;
};

} // namespace Costglass
