// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// What is left of a prepaid account.
struct Prepaid
{
    Money granted;
    Money paid;
};

/// The vendors that tell nothing but a balance: DeepSeek (yuan), Moonshot (yuan, as in China) and SiliconFlow (dollars, as
/// abroad). A gift of 10 is used first; 100 are topped up at the start of each day that begins with less than 20 in all.
class PrepaidEmulator : public VendorEmulator
{
public:
    PrepaidEmulator(const World &world, const QString &vendor) : m_world(world), m_vendor(vendor) { }

    QString vendor() const override { return m_vendor; }
    QByteArray secret() const override;
    QMap<QString, QString> settings() const override;
    HttpReply handle(const HttpRequest &request) const override;
    /// Nothing: the contract tells neither bill nor use.
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

private:
    Prepaid left() const;
    HttpReply balance(const HttpRequest &request) const;

    const World &m_world;
    QString m_vendor;
};

} // namespace Costglass
