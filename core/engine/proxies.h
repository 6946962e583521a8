// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxyFactory>

namespace Costglass {

/// The system's proxy, else ALL_PROXY (http:// or socks5://) but for what NO_PROXY excepts; this computer's own
/// addresses are asked directly.
class ProxyFactory : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace Costglass
