// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/proxies.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace Costglass {

namespace {

/// Whether NO_PROXY excepts \a host: "*", or a list of domains that hold with all below them.
bool isExcepted(const QString &host)
{
    const QString list = qEnvironmentVariable("no_proxy", qEnvironmentVariable("NO_PROXY"));
    const QStringList domains = list.split(u',', Qt::SkipEmptyParts);
    return std::any_of(domains.begin(), domains.end(), [&host](const QString &entry) {
        QString domain = entry.trimmed();
        if (domain.startsWith(u'.'))
            domain.remove(0, 1);
        return domain == u"*" || host.compare(domain, Qt::CaseInsensitive) == 0
            || host.endsWith(u'.' + domain, Qt::CaseInsensitive);
    });
}

} // namespace

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    if (host == u"localhost" || QHostAddress(host).isLoopback())
        return {QNetworkProxy::NoProxy};
    const QList<QNetworkProxy> system = systemProxyForQuery(query);
    if (!system.isEmpty() && system.first().type() != QNetworkProxy::NoProxy)
        return system;
    const QUrl all(qEnvironmentVariable("ALL_PROXY", qEnvironmentVariable("all_proxy")));
    if (all.host().isEmpty() || isExcepted(host))
        return {QNetworkProxy::NoProxy};
    constexpr int SocksPort = 1080;
    constexpr int HttpPort = 8080;
    const bool socks = all.scheme().startsWith(u"socks");
    const int port = all.port(socks ? SocksPort : HttpPort);
    return {QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, all.host(),
                          static_cast<quint16>(port), all.userName(), all.password())};
}

} // namespace Costglass
