// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/proxies.h"

#include <QHostAddress>
#include <QUrl>

namespace Costglass {

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    if (host == u"localhost" || QHostAddress(host).isLoopback())
        return {QNetworkProxy::NoProxy};
    const QList<QNetworkProxy> system = systemProxyForQuery(query);
    if (!system.isEmpty() && system.first().type() != QNetworkProxy::NoProxy)
        return system;
    const QUrl all(qEnvironmentVariable("ALL_PROXY", qEnvironmentVariable("all_proxy")));
    if (all.host().isEmpty())
        return {QNetworkProxy::NoProxy};
    constexpr int SocksPort = 1080;
    constexpr int HttpPort = 8080;
    const bool socks = all.scheme().startsWith(u"socks");
    const int port = all.port(socks ? SocksPort : HttpPort);
    return {QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, all.host(),
                          static_cast<quint16>(port), all.userName(), all.password())};
}

} // namespace Costglass
