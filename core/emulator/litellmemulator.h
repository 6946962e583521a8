// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// A LiteLLM proxy: /user/daily/activity in pages of days, and /key/info. It takes the key of a proxy admin.
class LiteLlmEmulator : public VendorEmulator
{
public:
    explicit LiteLlmEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("litellm"); }
    QByteArray secret() const override { return "sk-sandbox-litellm-admin-3ac5"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

private:
    QJsonObject day(QDate day) const;
    HttpReply activity(const HttpRequest &request) const;
    Money spent() const; ///< since the world began

    const World &m_world;
};

} // namespace Costglass
