// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/azurequery.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// Microsoft Entra's client-credentials log-in and Azure Cost Management's query (api-version 2025-03-01) over a subscription
/// of the sample world, with nextLink paging and their error bodies. Beside the world's AI services the bill holds what
/// Costglass leaves out unless it is to count everything: a virtual machine.
class AzureEmulator : public VendorEmulator
{
public:
    explicit AzureEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("azure"); }
    HttpReply handle(const HttpRequest &request) const override;
    QByteArray secret() const override { return "sandbox8Q~client-secret-of-the-sample-app"; }
    QMap<QString, QString> settings() const override;
    QJsonObject truth(const BillLine &line) const override;
    /// Nothing: meters say how much of a unit was used, not how many tokens a unit is.
    QJsonObject truth(const UseDay &use) const override;

    /// An app with the same secret that has no role on the scope.
    static QByteArray clientWithoutRole();

private:
    QList<AzureCost> costs(QDate day) const;
    HttpReply token(const HttpRequest &request, const QString &tenant) const;
    HttpReply query(const HttpRequest &request) const;

    const World &m_world;
};

} // namespace Costglass
