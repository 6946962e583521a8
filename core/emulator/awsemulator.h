// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/awsquery.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QDateTime>

#include <atomic>
#include <functional>

namespace Costglass {

/// Cost Explorer's GetCostAndUsage (JSON 1.1) and STS's GetCallerIdentity (query protocol) with their signature, checks
/// and error bodies (botocore 1.43.67). Beside the world's AI services the bill holds what Costglass leaves out unless
/// it is to count everything: a virtual machine, support and tax. GET /requests tells what a client's requests cost.
class AwsEmulator : public VendorEmulator
{
public:
    using Clock = std::function<qint64()>;

    /// Signatures carry the real time, whatever the world's: \a clock is what they are held against.
    explicit AwsEmulator(const World &world, Clock clock = QDateTime::currentSecsSinceEpoch)
        : m_world(world), m_clock(std::move(clock))
    {
    }

    QString vendor() const override { return QStringLiteral("aws"); }
    QByteArray secret() const override { return "sandboxSecret/wJalrXUtnFEMIbPxRfiCYKEY01"; }
    QMap<QString, QString> settings() const override;
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

    /// All that the bill of a day holds.
    QList<AwsCost> costs(QDate day) const;

private:
    HttpReply identify(const HttpRequest &request) const;
    HttpReply costAndUsage(const HttpRequest &request) const;

    const World &m_world;
    Clock m_clock;
    mutable std::atomic<qint64> m_requests = 0; ///< that AWS would charge
};

} // namespace Costglass
