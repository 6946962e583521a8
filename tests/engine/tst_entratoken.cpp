// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/emulatornetwork.h"
#include "engine/fetcher.h"
#include "vendors/registry.h"

#include <QNetworkRequest>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// An app's client secret on its way to a token: where it is traded, once for all requests, and what is said when it is
/// refused.
class TestEntraToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsTradedOnce();
    void refusals_data();
    void refusals();
    void cloudsHaveTheirLogins_data();
    void cloudsHaveTheirLogins();

private:
    class Recorder : public EmulatorNetwork
    {
    public:
        using EmulatorNetwork::EmulatorNetwork;
        QStringList asked;

    protected:
        QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                     QIODevice *outgoing) override
        {
            asked.append(request.url().path().section(u'/', -1));
            return EmulatorNetwork::createRequest(operation, request, outgoing);
        }
    };

    FetchJob job() const
    {
        FetchJob job;
        job.account.vendor = u"azure"_s;
        job.account.settings = m_network.settings(u"azure"_s);
        job.baseUrl = EmulatorNetwork::baseUrl(u"azure"_s);
        job.now = Now;
        return job;
    }
    Result<HttpReply> check(Fetcher &fetcher, const FetchJob &job, const QByteArray &secret)
    {
        std::optional<Result<HttpReply>> answer;
        fetcher.fetch(findVendor(u"azure")->checkRequest(job), secret, this,
                      [&answer](Result<HttpReply> reply) { answer = std::move(reply); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }

    static constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z
    World m_world{World::DefaultSeed, Now};
    Recorder m_network{m_world};
};

void TestEntraToken::secretIsTradedOnce()
{
    Fetcher fetcher(m_network);
    m_network.asked.clear();
    for (int i = 0; i < 2; ++i) {
        const auto reply = check(fetcher, job(), m_network.secret(u"azure"_s));
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(reply->status, 200);
        QVERIFY(findVendor(u"azure")->readCheck(job(), *reply));
    }
    QCOMPARE(m_network.asked, (QStringList{u"token"_s, u"query"_s, u"query"_s}));
}

void TestEntraToken::refusals_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("words");
    QTest::newRow("secret") << QString() << QByteArray("guess-of-a-secret") << u"AADSTS7000215"_s;
    QTest::newRow("app") << u"client_id"_s << QByteArray() << u"AADSTS700016"_s;
    QTest::newRow("tenant") << u"tenant_id"_s << QByteArray() << u"AADSTS90002"_s;
}

void TestEntraToken::refusals()
{
    QFETCH(QString, setting);
    QFETCH(QByteArray, secret);
    QFETCH(QString, words);
    FetchJob asked = job();
    if (!setting.isNull())
        asked.account.settings.insert(setting, u"somebody"_s);
    Fetcher fetcher(m_network);
    const auto reply = check(fetcher, asked, secret.isEmpty() ? m_network.secret(u"azure"_s) : secret);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::Auth);
    const QString sentence = errorSentence(reply.error());
    QVERIFY2(sentence.contains(words) && !sentence.contains(u"guess-of-a-secret"), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"tenant_id"), qPrintable(sentence));
}

void TestEntraToken::cloudsHaveTheirLogins_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("scope");
    QTest::newRow("Azure") << u"https://management.azure.com"_s << QString()
                           << u"https://login.microsoftonline.com/TENANT/oauth2/v2.0/token"_s
                           << QByteArray("https://management.azure.com/.default");
    QTest::newRow("US Government") << u"https://management.usgovcloudapi.net"_s << QString()
                                   << u"https://login.microsoftonline.us/TENANT/oauth2/v2.0/token"_s
                                   << QByteArray("https://management.usgovcloudapi.net/.default");
    QTest::newRow("China") << u"https://management.chinacloudapi.cn"_s << QString()
                           << u"https://login.chinacloudapi.cn/TENANT/oauth2/v2.0/token"_s
                           << QByteArray("https://management.chinacloudapi.cn/.default");
    QTest::newRow("a server of one's own") << u"http://127.0.0.1:8080/azure"_s << QString()
                                           << u"http://127.0.0.1:8080/azure/TENANT/oauth2/v2.0/token"_s
                                           << QByteArray("https://management.azure.com/.default");
    QTest::newRow("login_url") << u"https://management.azure.com"_s << u"https://login.example.com/"_s
                               << u"https://login.example.com/TENANT/oauth2/v2.0/token"_s
                               << QByteArray("https://management.azure.com/.default");
}

void TestEntraToken::cloudsHaveTheirLogins()
{
    QFETCH(QString, base);
    QFETCH(QString, setting);
    FetchJob asked;
    asked.account.settings
        = {{u"tenant_id"_s, u"TENANT"_s}, {u"client_id"_s, u"APP"_s}, {u"scope"_s, u"s"_s}};
    if (!setting.isNull())
        asked.account.settings.insert(u"login_url"_s, setting);
    asked.baseUrl = QUrl(base);
    const Auth auth = findVendor(u"azure")->firstRequest(asked).auth;
    QTEST(auth.tokenUrl.toString(), "token");
    QTEST(auth.scope, "scope");
    QCOMPARE(auth.id, "APP");
}

QTEST_GUILESS_MAIN(TestEntraToken)
#include "tst_entratoken.moc"
