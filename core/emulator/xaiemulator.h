// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// xAI's Management API of one team: use in dollars by day and line of the bill, at most MostPoints figures in one reply,
/// and the prepaid credits, of which each month's spend is taken when the month is over.
class XaiEmulator : public VendorEmulator
{
public:
    static constexpr int MostPoints = 90; ///< a month of three lines is cut

    explicit XaiEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("xai"); }
    QByteArray secret() const override { return "xai-token-sandbox-9b1e07"; }
    QMap<QString, QString> settings() const override;
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    /// Nothing: the contract tells dollars.
    QJsonObject truth(const UseDay &) const override { return {}; }
    QJsonArray balances() const override;

private:
    HttpReply usage(const HttpRequest &request) const;
    QJsonArray series(const DateRange &days, bool &cut) const;
    Money prepaid() const; ///< in whole cents

    const World &m_world;
};

} // namespace Costglass
