// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// A connector of Lanying's: the counters of the billing month, anchored on the 15th in UTC+8, which begin anew with each.
/// A day's use counts for the month in which the UTC day lies. An app's own server is at "/app": it proves a log-in.
class LanyingEmulator : public VendorEmulator
{
public:
    explicit LanyingEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("lanying"); }
    QByteArray secret() const override { return "operator-sandbox-5b2e90"; }
    QMap<QString, QString> settings() const override;
    HttpReply handle(const HttpRequest &request) const override;
    /// Nothing: counters tell neither bill nor use of a day.
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

private:
    /// Counted in the month so far; points in ten-thousandths.
    struct Counted
    {
        qint64 messages = 0;
        qint64 share = 0;
        qint64 self = 0;
    };
    Counted counted() const;
    QJsonObject counters() const;

    const World &m_world;
};

} // namespace Costglass
