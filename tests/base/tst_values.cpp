// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/account.h"
#include "base/http.h"
#include "base/json.h"
#include "base/records.h"
#include "base/redact.h"

#include <QJsonArray>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// JSON money, headers, redaction, names: the small values that every room passes on.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJsonMoney_data();
    void readsJsonMoney();
    void readsCounts();
    void refusesBrokenJson_data();
    void refusesBrokenJson();
    void printsJsonMoney();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void hidesSecrets_data();
    void hidesSecrets();
    void keepsWhatIsNoSecret();
    void namesComeBack();
    void errorsSayWhatToDo();
};

void TestValues::readsJsonMoney_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("amount");
    QTest::newRow("number") << R"(12.3456)"_ba << u"12.3456"_s;
    QTest::newRow("string") << R"("2.25")"_ba << u"2.25"_s;
    QTest::newRow("shortest round trip") << R"(0.1)"_ba << u"0.10"_s;
    QTest::newRow("string with more digits than a double has")
        << R"("1234567890.123456789")"_ba << u"1234567890.123456789"_s;
    QTest::newRow("small number") << R"(1.5e-7)"_ba << u"0.00000015"_s;
    QTest::newRow("negative") << R"(-3)"_ba << u"-3.00"_s;
    QTest::newRow("null") << R"(null)"_ba << QString();
    QTest::newRow("object") << R"({})"_ba << QString();
    QTest::newRow("word") << R"("free")"_ba << QString();
}

void TestValues::readsJsonMoney()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, amount);
    const QJsonValue value = QJsonDocument::fromJson("[" + json + "]").array().at(0);
    const auto money = moneyFromJson(value, Currency::usd());
    QCOMPARE(money.has_value(), !amount.isNull());
    if (money)
        QCOMPARE(money->toDecimal(), amount);
    else
        QCOMPARE(money.error().kind, Error::Kind::Format);
}

void TestValues::readsCounts()
{
    QCOMPARE(**countFromJson(QJsonValue(41152.0)), 41152);
    QCOMPARE(**countFromJson(QJsonValue(u"9007199254740993"_s)), 9007199254740993);
    QCOMPARE(**countFromJson(QJsonValue(qint64(9007199254740993))), 9007199254740993);
    QVERIFY(!countFromJson(QJsonValue())->has_value());
    QVERIFY(!countFromJson(QJsonValue(1.5)));
    QVERIFY(!countFromJson(QJsonValue(u"many"_s)));
    QVERIFY(!countFromJson(QJsonValue(1e300)));
}

void TestValues::refusesBrokenJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("truncated") << R"({"data":[1,2)"_ba;
    QTest::newRow("garbage") << "<html>502</html>"_ba;
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("ten megabytes deep") << QByteArray(10'000'000, '[');
}

void TestValues::refusesBrokenJson()
{
    QFETCH(QByteArray, bytes);
    const auto object = parseJsonObject(bytes, u"The cost report"_s);
    QVERIFY(!object.has_value());
    QCOMPARE(object.error().kind, Error::Kind::Format);
    QVERIFY(object.error().detail.startsWith(u"The cost report"_s));
    QVERIFY(object.error().detail.size() < 200);
}

void TestValues::printsJsonMoney()
{
    const QJsonObject json = moneyToJson(*Money::parse(u"12.340000001", Currency::usd()));
    QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact),
             R"({"amount":"12.340000001","currency":"USD"})"_ba);
}

void TestValues::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << "retry-after"_ba
                             << "17"_ba << 17;
    QTest::newRow("date") << "Retry-After"_ba
                          << "Tue, 24 Nov 2026 08:01:30 GMT"_ba << 90;
    QTest::newRow("date in the past") << "Retry-After"_ba
                                      << "Tue, 24 Nov 2026 07:00:00 GMT"_ba << 0;
    QTest::newRow("milliseconds") << "retry-after-ms"_ba
                                  << "1500"_ba << 2;
    QTest::newRow("a year") << "Retry-After"_ba
                            << "31536000"_ba << 86400;
    QTest::newRow("negative") << "Retry-After"_ba
                              << "-5"_ba << -1;
    QTest::newRow("word") << "Retry-After"_ba
                          << "soon"_ba << -1;
    QTest::newRow("none") << "x-other"_ba
                          << "1"_ba << -1;
}

void TestValues::readsRetryAfter()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    HttpReply reply;
    reply.headers.append({name, value});
    constexpr qint64 Now = 1795507200; // 2026-11-24 08:00:00 UTC
    QCOMPARE(retryAfterSeconds(reply, Now).value_or(-1), seconds);
}

void TestValues::hidesSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("given") << "the pass-word 1 is here"_ba;
    QTest::newRow("percent-encoded") << "https://x/?q=pass-word%201"_ba;
    QTest::newRow("base64") << QByteArray("Basic ") + QByteArray("pass-word 1").toBase64();
    QTest::newRow("OpenAI") << "Incorrect API key provided: sk-admin-abcDEF123456."_ba;
    QTest::newRow("Anthropic") << "x-api-key: sk-ant-admin01-abcDEF123456"_ba;
    QTest::newRow("bearer") << "Authorization: Bearer abcDEF123456"_ba;
    QTest::newRow("query") << "GET https://x/y?a=1&key=abcDEF123456&b=2"_ba;
}

void TestValues::hidesSecrets()
{
    QFETCH(QByteArray, text);
    const QByteArray safe = redact(text, {"pass-word 1"});
    QVERIFY2(safe.contains("[secret]"), safe.constData());
    for (const QByteArray &piece :
         {"pass-word"_ba, "pass-word%201"_ba, "abcDEF123456"_ba, QByteArray("pass-word 1").toBase64()})
        QVERIFY2(!safe.contains(piece), safe.constData());
}

void TestValues::keepsWhatIsNoSecret()
{
    const QByteArray plain = "项目 proj_alpha: task-force at 12.34, Bearer of news, key=\n";
    QCOMPARE(redact(plain), plain);
    QCOMPARE(redactUrl(QUrl(u"https://user:pw@api.example.com/v1/costs?start_time=1&limit=7#top"_s)),
             u"https://api.example.com/v1/costs?start_time=1&limit=7"_s);
}

void TestValues::namesComeBack()
{
    for (const Feed feed :
         {Feed::Costs, Feed::Usage, Feed::Balance, Feed::Names, Feed::Prices, Feed::FxRates})
        QCOMPARE(*feedFromName(feedName(feed)), feed);
    for (const ChargeKind kind :
         {ChargeKind::Billed, ChargeKind::Estimated, ChargeKind::Equivalent, ChargeKind::Entered})
        QCOMPARE(*chargeKindFromName(chargeKindName(kind)), kind);
    for (const SecretPlace place : {SecretPlace::Keyring, SecretPlace::Vault, SecretPlace::Environment})
        QCOMPARE(*secretPlaceFromName(secretPlaceName(place)), place);
    QVERIFY(!feedFromName(u"cost"));
    QCOMPARE(secretVariable(u"side projects-2é"_s), u"COSTGLASS_SECRET_SIDE_PROJECTS_2_"_s);
}

void TestValues::errorsSayWhatToDo()
{
    using Kind = Error::Kind;
    const QList<std::pair<Kind, int>> codes{
        {Kind::Auth, 4},    {Kind::Permission, 4}, {Kind::Keychain, 4}, {Kind::RateLimited, 5},
        {Kind::Network, 5}, {Kind::Timeout, 5},    {Kind::Server, 5},   {Kind::Tls, 5},
        {Kind::Format, 6},  {Kind::Storage, 7},    {Kind::Overflow, 7}, {Kind::Config, 7}};
    for (const auto &[kind, code] : codes) {
        QCOMPARE(errorExitCode(kind), code);
        QCOMPARE(*errorKindFromName(errorKindName(kind)), kind);
        QVERIFY(errorRemedy({kind, u"It did not work."_s}).size() > 20);
    }
    const Error own{Kind::Auth, u"The key was refused."_s, u"Make a new one."_s};
    QCOMPARE(errorSentence(own), u"The key was refused. Make a new one."_s);
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
