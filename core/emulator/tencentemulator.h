// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QDateTime>

#include <functional>

namespace Costglass {

/// Tencent Cloud's billing service (2018-07-09) with its signature TC3-HMAC-SHA256: DescribeBillDetail by month,
/// DescribeAccountBalance, and its errors, which come with status 200. Beside models the bill holds a machine (CVM).
class TencentEmulator : public VendorEmulator
{
public:
    using Clock = std::function<qint64()>;

    /// Signatures carry the real time, whatever the world's: \a clock is what they are held against.
    explicit TencentEmulator(const World &world, Clock clock = QDateTime::currentSecsSinceEpoch)
        : m_world(world), m_clock(std::move(clock))
    {
    }

    QString vendor() const override { return QStringLiteral("tencent"); }
    HttpReply handle(const HttpRequest &request) const override;
    QByteArray secret() const override { return "sandboxTencentSecretKey000000001"; }
    QMap<QString, QString> settings() const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;
    QJsonArray balances() const override;

    /// A SecretId with the same SecretKey whose user has no policy.
    static QByteArray idWithoutPolicy();

private:
    struct Refusal
    {
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
