// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// Mistral's Admin API: /usage of a month, by category, model and day, with its prices.
class MistralEmulator : public VendorEmulator
{
public:
    explicit MistralEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("mistral"); }
    QByteArray secret() const override { return "sandbox-mistral-admin-60f2"; }
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

private:
    QJsonObject month(const Month &month) const;

    const World &m_world;
};

} // namespace Costglass
