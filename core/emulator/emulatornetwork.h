// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QNetworkAccessManager>

namespace Costglass {

/// Answers requests to https://VENDOR.sandbox.invalid from the emulators, in the process and without any socket:
/// the sample data of the window, and a fast peer for tests. Anything else is refused.
class EmulatorNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit EmulatorNetwork(const World &world, QObject *parent = nullptr);

    /// The base address of a vendor's emulator and the log-in that it takes.
    static QUrl baseUrl(const QString &vendor);
    QByteArray secret(const QString &vendor) const;
    QMap<QString, QString> settings(const QString &vendor) const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    const VendorEmulator *emulatorAt(const QString &host) const;

    std::vector<std::unique_ptr<VendorEmulator>> m_emulators;
};

} // namespace Costglass
