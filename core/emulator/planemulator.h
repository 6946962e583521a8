// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// The vendors that tell how much of a flat plan is used: Zhipu (tokens) and MiniMax (requests, of the older endpoint alone).
/// The week begins on Monday, UTC; of the day's use, what would be of five hours is that of a window of five.
class PlanEmulator : public VendorEmulator
{
public:
    PlanEmulator(const World &world, const QString &vendor) : m_world(world), m_vendor(vendor) { }

    QString vendor() const override { return m_vendor; }
    QByteArray secret() const override;
    HttpReply handle(const HttpRequest &request) const override;
    /// Nothing: the contract tells neither bill nor days.
    QJsonObject truth(const BillLine &) const override { return {}; }
    QJsonObject truth(const UseDay &) const override { return {}; }
    QJsonArray balances() const override;

private:
    bool isZhipu() const { return m_vendor == QStringLiteral("zhipu"); }
    qint64 used(const UseDay &use) const; ///< in what the plan counts
    qint64 usedThisWeek() const;
    qint64 usedInHours() const;
    qint64 weekStart() const; ///< Unix seconds
    qint64 hoursStart() const;
    QJsonObject limits() const;
    QJsonObject remains() const;

    const World &m_world;
    QString m_vendor;
};

} // namespace Costglass
