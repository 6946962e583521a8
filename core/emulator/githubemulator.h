// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Costglass {

/// GitHub's billing reports of one organisation: usage by day and product (Actions among them, which is no AI), AI credits
/// and premium requests by model for a year, month or day. It takes an owner's token and knows another that is no owner's.
class GitHubEmulator : public VendorEmulator
{
public:
    explicit GitHubEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("github"); }
    QByteArray secret() const override { return "github_pat_sandbox_owner_52c0"; }
    static QByteArray memberToken() { return "github_pat_sandbox_member_91ab"; }
    QMap<QString, QString> settings() const override;
    HttpReply handle(const HttpRequest &request) const override;
    QJsonObject truth(const BillLine &line) const override;
    /// Nothing: the reports tell money and credits, neither tokens nor requests.
    QJsonObject truth(const UseDay &) const override { return {}; }

private:
    QJsonArray usage(QDate from, QDate to) const;
    QJsonArray byModel(QDate from, QDate to, bool credits) const;

    const World &m_world;
};

} // namespace Costglass
