// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// OpenRouter's reports: /activity of the last 30 completed UTC days, /credits and /key. It takes a management key and, for
/// /key alone, an ordinary one.
class OpenRouterEmulator : public VendorEmulator
{
public:
    explicit OpenRouterEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("openrouter"); }
    QByteArray secret() const override { return "sk-or-v1-sandbox-manage-64d1"; }
    static QByteArray ordinaryKey() { return "sk-or-v1-sandbox-ordinary-a07c"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

private:
    QJsonArray activity(QDate from, QDate to) const;
    /// Used since the world began, in US dollars; of the calendar month with \a month.
    Money used(bool month) const;
    QJsonObject key(bool management) const;

    const World &m_world;
};

} // namespace Costglass
