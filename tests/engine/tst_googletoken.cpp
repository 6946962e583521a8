// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/emulatornetwork.h"
#include "engine/fetcher.h"
#include "vendors/registry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// A service account's key on its way to a token: where it may be traded, and what is said when it is refused.
class TestGoogleToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyIsTradedWhereTheAccountIs();
    void strangersGetNothing_data();
    void strangersGetNothing();
    void unreadableKey();

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
            asked.append(request.url().host() + request.url().path());
            return EmulatorNetwork::createRequest(operation, request, outgoing);
        }
    };

    Result<HttpReply> check(const QByteArray &secret)
    {
        const VendorAdapter &google = *findVendor(u"google");
        FetchJob job;
        job.account.vendor = u"google"_s;
        job.account.settings = m_network.settings(u"google"_s);
        job.baseUrl = EmulatorNetwork::baseUrl(u"google"_s);
        job.now = Now;
        m_network.asked.clear();
        std::optional<Result<HttpReply>> answer;
        Fetcher fetcher(m_network);
        fetcher.fetch(google.checkRequest(job), secret, this,
                      [&answer](Result<HttpReply> reply) { answer = std::move(reply); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }
    QByteArray keyFor(const QString &tokenUri) const
    {
        QJsonObject key = QJsonDocument::fromJson(m_network.secret(u"google"_s)).object();
        key.insert(u"token_uri"_s, tokenUri);
        return QJsonDocument(key).toJson();
    }

    static constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z
    World m_world{World::DefaultSeed, Now};
    Recorder m_network{m_world};
};

void TestGoogleToken::keyIsTradedWhereTheAccountIs()
{
    const auto reply = check(m_network.secret(u"google"_s));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, 200);
    QCOMPARE(m_network.asked,
             (QStringList{u"google.sandbox.invalid/token"_s,
                          u"google.sandbox.invalid/projects/sandbox-billing/queries"_s}));
}

void TestGoogleToken::strangersGetNothing_data()
{
    QTest::addColumn<QString>("tokenUri");
    QTest::newRow("a stranger") << u"https://example.com/token"_s;
    QTest::newRow("a name that looks like Google's") << u"https://oauth2.googleapis.com.example.com/token"_s;
    QTest::newRow("this computer, for an account elsewhere") << u"http://127.0.0.1:9/token"_s;
    QTest::newRow("Google without TLS") << u"http://oauth2.googleapis.com/token"_s;
}

void TestGoogleToken::strangersGetNothing()
{
    QFETCH(QString, tokenUri);
    const auto reply = check(keyFor(tokenUri));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::Config);
    QVERIFY(reply.error().detail.contains(QUrl(tokenUri).host()));
    QVERIFY2(m_network.asked.isEmpty(), "nothing is sent");
}

void TestGoogleToken::unreadableKey()
{
    for (const QByteArray &secret :
         {QByteArray("AIza-no-json"), QByteArray(R"({"client_email":"a@b","private_key":"x"})")}) {
        const auto reply = check(secret);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Config);
        QVERIFY(m_network.asked.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestGoogleToken)
#include "tst_googletoken.moc"
