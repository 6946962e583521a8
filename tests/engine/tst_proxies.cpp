// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/proxies.h"
#include "fetching.h"

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fetching.prepare(); }
    void init() { m_fetching.begin(); }
    void cleanup() { m_fetching.end(); }

    void goesThroughProxies_data();
    void goesThroughProxies();
    void saysThatTheProxyRefuses_data();
    void saysThatTheProxyRefuses();
    void readsProxiesFromTheEnvironment();
    void logsNoSecret();

private:
    Fetching m_fetching;
};

void TestProxies::goesThroughProxies_data()
{
    QTest::addColumn<bool>("socks");
    QTest::newRow("SOCKS5") << true;
    QTest::newRow("HTTP") << false;
}

void TestProxies::goesThroughProxies()
{
    QFETCH(bool, socks);
    Wire server(Wire::says(Wire::reply("200 OK", "{}")));
    server.useTls(m_fetching.certificates.certificate(u"good"_s), m_fetching.certificates.key(u"good"_s));
    TinyProxy proxy(socks ? TinyProxy::Kind::Socks5 : TinyProxy::Kind::Connect, server.serverPort());
    m_fetching.network->setProxy(QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                                               u"127.0.0.1"_s, proxy.serverPort()));
    const auto reply = m_fetching.ask(bearer(QUrl(u"https://api.vendor.test/v1/costs"_s)));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    // The proxy looks the name up, and sees no more than the name.
    QCOMPARE(proxy.asked, QByteArrayList{"api.vendor.test:443"});
    QVERIFY(!proxy.heard.contains(Secret));
    QVERIFY(!proxy.heard.contains("Authorization: Bearer"));
    QVERIFY(server.requests.value(0).contains(QByteArray("Authorization: Bearer ") + Secret));
}

void TestProxies::saysThatTheProxyRefuses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("log-in") << QByteArray(
        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
    QTest::newRow("forbidden") << QByteArray("403 Forbidden");
    QTest::newRow("bad gateway") << QByteArray("502 Bad Gateway");
    QTest::newRow("none there") << QByteArray();
}

void TestProxies::saysThatTheProxyRefuses()
{
    QFETCH(QByteArray, status);
    TinyProxy proxy(TinyProxy::Kind::Connect, 1);
    proxy.refusal = status;
    const quint16 port = proxy.serverPort();
    if (status.isEmpty())
        proxy.close();
    m_fetching.network->setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
    const auto reply = m_fetching.ask(bearer(QUrl(u"https://api.vendor.test/"_s)));
    QCOMPARE(kindOf(reply), Error::Kind::Network);
    QCOMPARE(reply.error().detail, u"The proxy on the way to api.vendor.test does not let us through."_s);
}

void TestProxies::readsProxiesFromTheEnvironment()
{
    Wire server(Wire::says(Wire::reply("200 OK", "{}")));
    server.useTls(m_fetching.certificates.certificate(u"good"_s), m_fetching.certificates.key(u"good"_s));
    TinyProxy socks(TinyProxy::Kind::Socks5, server.serverPort());
    TinyProxy http(TinyProxy::Kind::Connect, server.serverPort());
    m_fetching.network->setProxyFactory(new ProxyFactory);
    const auto cleared = qScopeGuard([] {
        for (const char *name : {"ALL_PROXY", "https_proxy", "no_proxy"})
            qunsetenv(name);
    });
    const HttpRequest request = bearer(QUrl(u"https://api.vendor.test/"_s));

    qputenv("ALL_PROXY", "socks5h://127.0.0.1:" + QByteArray::number(socks.serverPort()));
    QVERIFY(m_fetching.ask(request));
    QCOMPARE(socks.asked.size(), 1);

    // This computer's own addresses are never taken to a proxy.
    QVERIFY(m_fetching.ask(bearer(server.url())));
    QCOMPARE(socks.asked.size(), 1);

    // Hosts that are excepted are asked directly; this one is not found without the proxy.
    qputenv("no_proxy", "intranet.test,.vendor.test");
    QCOMPARE(kindOf(m_fetching.ask(request)), Error::Kind::Network);
    QCOMPARE(socks.asked.size(), 1);
    qunsetenv("no_proxy");

    // A proxy for the protocol goes before that for all.
    m_fetching.network->clearConnectionCache();
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(http.serverPort()));
    QVERIFY(m_fetching.ask(request));
    QCOMPARE(http.asked.size(), 1);
    QCOMPARE(socks.asked.size(), 1);
}

void TestProxies::logsNoSecret()
{
    // The log of all that went before, with every category on.
    QVERIFY(LogTrap::text().size() > 0);
    QVERIFY(!LogTrap::text().contains(Secret));
    QVERIFY(!LogTrap::text().contains(QByteArray(Secret).toBase64()));
}

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
