// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QDateTime>

#include <functional>

namespace Costglass {

/// Volcengine's billing service (2022-01-01) with its signature HMAC-SHA256: ListBillDetail by month and day,
/// QueryBalanceAcct, and their error bodies. A coupon pays a tenth of each line; beside Ark the bill holds a machine (ECS).
class VolcengineEmulator : public VendorEmulator
{
public:
    using Clock = std::function<qint64()>;

    /// Signatures carry the real time, whatever the world's: \a clock is what they are held against.
    explicit VolcengineEmulator(const World &world, Clock clock = QDateTime::currentSecsSinceEpoch)
        : m_world(world), m_clock(std::move(clock))
    {
    }

    QString vendor() const override { return QStringLiteral("volcengine"); }
    HttpReply handle(const HttpRequest &request) const override;
    QByteArray secret() const override { return "c2FuZGJveFZvbGNlbmdpbmVTZWNyZXRLZXk=="; }
    QMap<QString, QString> settings() const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

    /// An Access Key ID with the same secret whose user has no policy.
    static QByteArray keyWithoutPolicy();

private:
    struct Refusal
    {
        int status;
        QString code;
        QString message;
    };

    static HttpReply refuse(const HttpRequest &request, const Refusal &refusal);
    std::optional<Refusal> checkSignature(const HttpRequest &request) const;
    HttpReply bill(const HttpRequest &request, const QJsonObject &query) const;
    QJsonArray lines(QDate day) const;

    const World &m_world;
    Clock m_clock;
};

} // namespace Costglass
