// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QDateTime>
#include <QSet>

#include <functional>

namespace Costglass {

/// Alibaba Cloud's BSS OpenAPI (2017-12-14) with its signature ACS3-HMAC-SHA256: DescribeInstanceBill by day and billing
/// item, QueryAccountBalance, and their error bodies. Beside Model Studio the bill holds a machine (ECS).
class AlibabaEmulator : public VendorEmulator
{
public:
    using Clock = std::function<qint64()>;

    /// Signatures carry the real time, whatever the world's: \a clock is what they are held against.
    explicit AlibabaEmulator(const World &world, Clock clock = QDateTime::currentSecsSinceEpoch)
        : m_world(world), m_clock(std::move(clock))
    {
    }

    QString vendor() const override { return QStringLiteral("alibaba"); }
    HttpReply handle(const HttpRequest &request) const override;
    QByteArray secret() const override { return "sandboxAccessKeySecretAlibaba1"; }
    QMap<QString, QString> settings() const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

    /// An AccessKey with the same secret whose user has no policy.
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
    HttpReply bill(const HttpRequest &request) const;
    HttpReply balance(const HttpRequest &request) const;
    QJsonArray items(QDate day, const QString &product) const;

    const World &m_world;
    Clock m_clock;
    mutable QSet<QByteArray> m_nonces; ///< none may come twice
};

} // namespace Costglass
