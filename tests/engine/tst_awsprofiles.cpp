// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/awsprofiles.h"

#include "engine/fetcher.h"
#include "eventually.h"
#include "wire.h"

#include <QCryptographicHash>
#include <QDir>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Credentials where AWS's own tools keep them: files, environment and the token of aws sso.
class TestAwsProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysOfAProfile();
    void keysOfTheConfigFile();
    void environment();
    void namedFiles();
    void whatIsNotFollowed_data();
    void whatIsNotFollowed();
    void ssoThatHasExpired();
    void ssoIsTradedForARole();
    void signsARequest();
    void signsWithTheTokenBehindTheKey();

private:
    void write(const QString &name, const QByteArray &text);
    Result<AwsCredentials> read(const QByteArray &profile);
    static HttpRequest signedRequest(const QUrl &url);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Fetcher> m_fetcher;
};

namespace {

/// Leads every request to one server on loopback, keeping its path and headers.
class LedAside : public QNetworkAccessManager
{
public:
    explicit LedAside(const QUrl &server) : m_server(server) { }

    QUrl asked;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *data) override
    {
        asked = request.url();
        QNetworkRequest aside = request;
        QUrl url = m_server;
        url.setPath(asked.path());
        url.setQuery(asked.query());
        aside.setUrl(url);
        return QNetworkAccessManager::createRequest(operation, aside, data);
    }

private:
    QUrl m_server;
};

constexpr auto staticKeys = R"(
[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = default/secret+with=signs

# a remark
[team costs]
aws_access_key_id=ASIATEAM
aws_secret_access_key = team#secret
aws_session_token = token==
)";

} // namespace

void TestAwsProfiles::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QDir(m_home->path()).mkpath(u".aws/sso/cache"_s);
    qputenv("HOME", m_home->path().toUtf8());
    m_network = std::make_unique<QNetworkAccessManager>();
    m_fetcher = std::make_unique<Fetcher>(*m_network);
}

void TestAwsProfiles::cleanup()
{
    for (const char *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
                             "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"})
        qunsetenv(name);
}

void TestAwsProfiles::write(const QString &name, const QByteArray &text)
{
    QFile file(m_home->filePath(name));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
}

Result<AwsCredentials> TestAwsProfiles::read(const QByteArray &profile)
{
    AwsProfiles profiles(*m_fetcher);
    std::optional<Result<AwsCredentials>> answer;
    profiles.read(profile, this, [&](const Result<AwsCredentials> &read) { answer = read; });
    if (!eventually([&] { return answer.has_value(); }))
        return failure(Error::Kind::Timeout, u"no answer"_s);
    return *answer;
}

void TestAwsProfiles::keysOfAProfile()
{
    write(u".aws/credentials"_s, staticKeys);
    QCOMPARE(read("default")->id, "AKIADEFAULT");
    QCOMPARE(read("default")->secret, "default/secret+with=signs");
    QVERIFY(read("default")->token.isEmpty());
    QCOMPARE(read("team costs")->secret, "team#secret");
    QCOMPARE(read("team costs")->token, "token==");
}

void TestAwsProfiles::keysOfTheConfigFile()
{
    write(u".aws/config"_s,
          "[profile costs]\nregion = eu-west-1\naws_access_key_id = AKIACONFIG\naws_secret_access_key = s\n"
          "s3 =\n  max_concurrent_requests = 20\n");
    QCOMPARE(read("costs")->id, "AKIACONFIG");
    // Where both files have keys, those of the credentials file count.
    write(u".aws/credentials"_s, "[costs]\naws_access_key_id = AKIAOWN\naws_secret_access_key = t\n");
    QCOMPARE(read("costs")->id, "AKIAOWN");
    QCOMPARE(read("costs")->secret, "t");
}

void TestAwsProfiles::environment()
{
    QCOMPARE(read("env").error().kind, Error::Kind::Config);
    qputenv("AWS_ACCESS_KEY_ID", "AKIAENV");
    qputenv("AWS_SECRET_ACCESS_KEY", "env-secret");
    qputenv("AWS_SESSION_TOKEN", "env-token");
    QCOMPARE(read("env")->id, "AKIAENV");
    QCOMPARE(read("env")->secret, "env-secret");
    QCOMPARE(read("env")->token, "env-token");
    QCOMPARE(read("default").error().kind, Error::Kind::Config); // only who asks for it gets it
}

void TestAwsProfiles::namedFiles()
{
    write(u"mine"_s, "[costs]\naws_access_key_id = AKIAMINE\naws_secret_access_key = s\n");
    qputenv("AWS_SHARED_CREDENTIALS_FILE", m_home->filePath(u"mine"_s).toUtf8());
    QCOMPARE(read("costs")->id, "AKIAMINE");
}

void TestAwsProfiles::whatIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("word");
    QTest::newRow("a program") << "[profile costs]\ncredential_process = /bin/false\n"_ba << u"program"_s;
    QTest::newRow("a role")
        << "[profile costs]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = default\n"_ba << u"role"_s;
    QTest::newRow("half a key") << "[profile costs]\naws_access_key_id = AKIA\n"_ba << u"with keys"_s;
    QTest::newRow("no profile") << "[profile other]\nregion = x\n"_ba << u"“costs”"_s;
}

void TestAwsProfiles::whatIsNotFollowed()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, word);
    write(u".aws/config"_s, config);
    const auto answer = read("costs");
    QCOMPARE(answer.error().kind, Error::Kind::Config);
    QVERIFY2(answer.error().detail.contains(word), qPrintable(answer.error().detail));
    QVERIFY(!answer.error().remedy.isEmpty());
}

void TestAwsProfiles::ssoThatHasExpired()
{
    write(u".aws/config"_s,
          "[profile costs]\nsso_start_url = https://my.awsapps.com/start\nsso_region = eu-west-1\n"
          "sso_account_id = 111122223333\nsso_role_name = Reader\n");
    const auto never = read("costs");
    QCOMPARE(never.error().kind, Error::Kind::Auth);
    QVERIFY(never.error().remedy.contains(u"aws sso login --profile costs"_s));
    // The name of the token's file is the SHA-1 of the start address.
    const QByteArray name
        = QCryptographicHash::hash("https://my.awsapps.com/start", QCryptographicHash::Sha1).toHex();
    write(u".aws/sso/cache/%1.json"_s.arg(QString::fromLatin1(name)),
          R"({"accessToken":"sso-token","expiresAt":"2020-01-01T00:00:00UTC"})");
    QCOMPARE(read("costs").error().kind, Error::Kind::Auth);
}

void TestAwsProfiles::ssoIsTradedForARole()
{
    write(u".aws/config"_s,
          "[sso-session team]\nsso_start_url = https://my.awsapps.com/start\nsso_region = eu-west-1\n"
          "[profile costs]\nsso_session = team\nsso_account_id = 111122223333\nsso_role_name = Reader\n");
    const QByteArray name = QCryptographicHash::hash("team", QCryptographicHash::Sha1).toHex();
    write(u".aws/sso/cache/%1.json"_s.arg(QString::fromLatin1(name)),
          R"({"accessToken":"sso-token-9314","expiresAt":"2099-01-01T00:00:00Z"})");
    Wire server(Wire::says(Wire::reply(
        "200 OK",
        R"({"roleCredentials":{"accessKeyId":"ASIAROLE","secretAccessKey":"role-secret","sessionToken":"role-token","expiration":4070908800000}})")));
    LedAside network(server.url());
    m_fetcher = std::make_unique<Fetcher>(network);
    const auto answer = read("costs");
    QCOMPARE(answer->id, "ASIAROLE");
    QCOMPARE(answer->secret, "role-secret");
    QCOMPARE(answer->token, "role-token");
    QCOMPARE(network.asked.host(), u"portal.sso.eu-west-1.amazonaws.com"_s);
    QCOMPARE(network.asked.scheme(), u"https"_s);
    QVERIFY(server.requests.first().startsWith(
        "GET /federation/credentials?account_id=111122223333&role_name=Reader "));
    QVERIFY(server.requests.first().toLower().contains("x-amz-sso_bearer_token: sso-token-9314"));
    Wire refusing(Wire::says(Wire::reply("401 Unauthorized", "{}")));
    LedAside away(refusing.url());
    m_fetcher = std::make_unique<Fetcher>(away);
    QCOMPARE(read("costs").error().kind, Error::Kind::Auth);
    m_fetcher.reset();
}

HttpRequest TestAwsProfiles::signedRequest(const QUrl &url)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.body = "{}";
    request.auth.scheme = Auth::Scheme::AwsSigV4;
    request.auth.region = "us-east-1";
    request.auth.service = "ce";
    return request;
}

void TestAwsProfiles::signsARequest()
{
    write(u".aws/credentials"_s, staticKeys);
    Wire server(Wire::says(Wire::reply("200 OK", "{}")));
    HttpRequest request = signedRequest(server.url());
    request.auth.profile = "team costs";
    bool answered = false;
    m_fetcher->fetch(request, {}, this,
                     [&](const Result<HttpReply> &reply) { answered = reply.has_value(); });
    QVERIFY(eventually([&] { return answered; }));
    const QByteArray sent = server.requests.first();
    QVERIFY(sent.contains("Credential=ASIATEAM/"));
    QVERIFY(sent.toLower().contains("x-amz-security-token: token=="));
    QVERIFY(!sent.contains("team#secret"));
}

void TestAwsProfiles::signsWithTheTokenBehindTheKey()
{
    Wire server(Wire::says(Wire::reply("200 OK", R"({"echo":"t0ken-behind"})")));
    HttpRequest request = signedRequest(server.url());
    request.auth.id = "ASIATEMP";
    QByteArray body;
    m_fetcher->fetch(request, "the-secret\nt0ken-behind", this,
                     [&](const Result<HttpReply> &reply) { body = reply ? reply->body : "failed"; });
    QVERIFY(eventually([&] { return !body.isEmpty(); }));
    QVERIFY(server.requests.first().toLower().contains("x-amz-security-token: t0ken-behind\r\n"));
    QCOMPARE(body, R"({"echo":"[secret]"})");
}

QTEST_GUILESS_MAIN(TestAwsProfiles)
#include "tst_awsprofiles.moc"
