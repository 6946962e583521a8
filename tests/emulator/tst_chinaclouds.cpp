// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/alibabaemulator.h"
#include "emulator/tencentemulator.h"
#include "emulator/volcengineemulator.h"

#include "asking.h"
#include "base/signing.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Who signs, and when.
struct Login
{
    QByteArray id = {}; ///< empty = the emulator's own
    QByteArray secret = {};
    qint64 late = 0; ///< seconds
};

/// The emulators of Alibaba Cloud, Tencent Cloud and Volcengine against their contracts: signatures (made by the client's
/// code, checked by the emulators' own), refusals in the vendors' words, and figures that are the world's.
class TestChinaClouds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesLogins_data();
    void refusesLogins();
    void refusesChangedRequests_data();
    void refusesChangedRequests();
    void noncesAreUsedOnce();
    void signsUnderItsPrefix_data();
    void signsUnderItsPrefix();
    void refusesQueries_data();
    void refusesQueries();
    void alibabaTellsADay();
    void alibabaPages();
    void tencentTellsAMonth();
    void volcengineTellsAMonth();
    void balances();
    void daysAreChinas();

private:
    /// Signed as the vendor's client does. For Alibaba \a what is the action and \a body the query.
    HttpRequest signedRequest(const QString &vendor, const QString &what, const QByteArray &body,
                              const Login &login = {}, const QString &prefix = {}) const;
    HttpReply ask(const QString &vendor, const QString &what, const QByteArray &body,
                  const Login &login = {}) const;
    /// A good request for the bill of 20 November.
    HttpRequest goodRequest(const QString &vendor, const Login &login = {}, const QString &prefix = {}) const;
    const VendorEmulator &emulator(const QString &vendor) const;
    static QString codeOf(const HttpReply &reply);
    static void eachVendor();
    static qint64 nanos(const QJsonValue &amount)
    {
        return moneyFromJson(amount, Currency::cny()).value_or(Money::zero(Currency::cny())).nanos();
    }
    qint64 billed(const QString &vendor, const DateRange &days) const;

    World m_world{World::DefaultSeed, Asking::Now};
    AlibabaEmulator m_alibaba{m_world, [] { return Asking::Now; }};
    TencentEmulator m_tencent{m_world, [] { return Asking::Now; }};
    VolcengineEmulator m_volcengine{m_world, [] { return Asking::Now; }};
    mutable int m_nonce = 0;
};

const VendorEmulator &TestChinaClouds::emulator(const QString &vendor) const
{
    if (vendor == u"alibaba")
        return m_alibaba;
    return vendor == u"tencent" ? static_cast<const VendorEmulator &>(m_tencent) : m_volcengine;
}

HttpRequest TestChinaClouds::signedRequest(const QString &vendor, const QString &what, const QByteArray &body,
                                           const Login &login, const QString &prefix) const
{
    const VendorEmulator &server = emulator(vendor);
    const QByteArray secret = login.secret.isEmpty() ? server.secret() : login.secret;
    const qint64 time = Asking::Now + login.late;
    HttpRequest request;
    request.method = "POST";
    request.auth.id = login.id.isEmpty() ? server.settings().first().toLatin1() : login.id;
    request.auth.region = "cn-north-1";
    request.auth.service = "billing";
    const QString base = u"http://127.0.0.1:1"_s + prefix + u"/"_s;
    if (vendor == u"alibaba") {
        request.url = QUrl(base + u'?' + QString::fromLatin1(body));
        request.headers = {{"x-acs-action", what.toLatin1()}, {"x-acs-version", "2017-12-14"}};
        request.headers += signAcs3(request, secret, time, QByteArray::number(++m_nonce));
    } else if (vendor == u"tencent") {
        request.url = QUrl(base);
        request.headers = {{"Content-Type", "application/json"},
                           {"X-TC-Action", what.toLatin1()},
                           {"X-TC-Version", "2018-07-09"}};
        request.body = body;
        request.headers += signTc3(request, secret, time);
    } else {
        request.url = QUrl(base + u"?Action="_s + what + u"&Version=2022-01-01"_s);
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        request.headers += signVolcengine(request, secret, time);
    }
    // The server no longer sees the path under which a proxy serves it.
    request.url.setPath(u"/"_s);
    if (!prefix.isEmpty())
        request.headers.append(qMakePair(QByteArray("X-Forwarded-Prefix"), prefix.toLatin1()));
    return request;
}

HttpReply TestChinaClouds::ask(const QString &vendor, const QString &what, const QByteArray &body,
                               const Login &login) const
{
    return emulator(vendor).handle(signedRequest(vendor, what, body, login));
}

HttpRequest TestChinaClouds::goodRequest(const QString &vendor, const Login &login,
                                         const QString &prefix) const
{
    if (vendor == u"alibaba")
        return signedRequest(vendor, u"DescribeInstanceBill"_s,
                             "BillingCycle=2026-11&BillingDate=2026-11-20&Granularity=DAILY", login, prefix);
    if (vendor == u"tencent")
        return signedRequest(vendor, u"DescribeBillDetail"_s, R"({"Month":"2026-11","Limit":1,"Offset":0})",
                             login, prefix);
    return signedRequest(vendor, u"ListBillDetail"_s,
                         R"({"BillPeriod":"2026-11","Limit":1,"Offset":0,"GroupPeriod":1})", login, prefix);
}

/// The code of a refusal, wherever the vendor puts it; "Success" for an Alibaba reply that is none.
QString TestChinaClouds::codeOf(const HttpReply &reply)
{
    const QJsonObject body = Asking::bodyOf(reply);
    const QString wrapped = Asking::at(body, u"Response/Error/Code"_s).toString()
        + Asking::at(body, u"ResponseMetadata/Error/Code"_s).toString();
    return wrapped.isEmpty() ? body.value(u"Code"_s).toString() : wrapped;
}

void TestChinaClouds::eachVendor()
{
    QTest::addColumn<QString>("vendor");
    for (const QString &vendor : {u"alibaba"_s, u"tencent"_s, u"volcengine"_s})
        QTest::newRow(qPrintable(vendor)) << vendor;
}

qint64 TestChinaClouds::billed(const QString &vendor, const DateRange &days) const
{
    qint64 sum = 0;
    for (QDate day = days.from; day < days.to; day = day.addDays(1))
        sum += Asking::billed(m_world, vendor, day);
    return sum;
}

void TestChinaClouds::refusesLogins_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray own;
    const auto row = [](const char *name, const QString &vendor, const QByteArray &id,
                        const QByteArray &secret, int late, int status, const QString &code) {
        QTest::newRow(qPrintable(vendor + u' ' + QString::fromLatin1(name)))
            << vendor << id << secret << late << status << code;
    };
    const QString alibaba = u"alibaba"_s;
    row("good", alibaba, own, own, 0, 200, u"Success"_s);
    row("stranger", alibaba, "LTAIother", own, 0, 404, u"InvalidAccessKeyId.NotFound"_s);
    row("other secret", alibaba, own, "guess", 0, 400, u"SignatureDoesNotMatch"_s);
    row("late", alibaba, own, own, -901, 400, u"InvalidTimeStamp.Expired"_s);
    row("just in time", alibaba, own, own, -899, 200, u"Success"_s);
    row("no policy", alibaba, AlibabaEmulator::keyWithoutPolicy(), own, 0, 403, u"NoPermission"_s);
    const QString tencent = u"tencent"_s;
    row("good", tencent, own, own, 0, 200, {});
    row("stranger", tencent, "AKIDother", own, 0, 200, u"AuthFailure.SecretIdNotFound"_s);
    row("other secret", tencent, own, "guess", 0, 200, u"AuthFailure.SignatureFailure"_s);
    row("late", tencent, own, own, -301, 200, u"AuthFailure.SignatureExpire"_s);
    row("just in time", tencent, own, own, 299, 200, {});
    row("no policy", tencent, TencentEmulator::idWithoutPolicy(), own, 0, 200,
        u"UnauthorizedOperation.CamNoAuth"_s);
    const QString volcengine = u"volcengine"_s;
    row("good", volcengine, own, own, 0, 200, {});
    row("stranger", volcengine, "AKLTother", own, 0, 401, u"InvalidAccessKey"_s);
    row("other secret", volcengine, own, "guess", 0, 401, u"SignatureDoesNotMatch"_s);
    row("early", volcengine, own, own, 901, 400, u"InvalidTimestamp"_s);
    row("no policy", volcengine, VolcengineEmulator::keyWithoutPolicy(), own, 0, 403, u"AccessDenied"_s);
}

void TestChinaClouds::refusesLogins()
{
    QFETCH(QString, vendor);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, secret);
    QFETCH(int, late);
    const HttpReply reply = emulator(vendor).handle(goodRequest(vendor, {id, secret, late}));
    QTEST(reply.status, "status");
    QTEST(codeOf(reply), "code");
}

void TestChinaClouds::refusesChangedRequests_data()
{
    eachVendor();
}

void TestChinaClouds::refusesChangedRequests()
{
    QFETCH(QString, vendor);
    HttpRequest longer = goodRequest(vendor);
    longer.body += ' ';
    QVERIFY(codeOf(emulator(vendor).handle(longer)).contains(u"Signature"));
    HttpRequest bare = goodRequest(vendor);
    bare.headers.removeIf([](const auto &header) { return header.first == "Authorization"; });
    QVERIFY(!codeOf(emulator(vendor).handle(bare)).isEmpty());
    HttpRequest elsewhere = goodRequest(vendor);
    elsewhere.url.setHost(u"localhost"_s);
    // Volcengine's own client does not sign the host.
    QCOMPARE(codeOf(emulator(vendor).handle(elsewhere)).contains(u"Signature"), vendor != u"volcengine");
}

void TestChinaClouds::noncesAreUsedOnce()
{
    const HttpRequest request = goodRequest(u"alibaba"_s);
    QCOMPARE(m_alibaba.handle(request).status, 200);
    QCOMPARE(codeOf(m_alibaba.handle(request)), u"SignatureNonceUsed"_s);
}

void TestChinaClouds::signsUnderItsPrefix_data()
{
    eachVendor();
}

void TestChinaClouds::signsUnderItsPrefix()
{
    QFETCH(QString, vendor);
    const HttpReply reply = emulator(vendor).handle(goodRequest(vendor, {}, u'/' + vendor));
    QCOMPARE(reply.status, 200);
    QCOMPARE(codeOf(reply), vendor == u"alibaba" ? u"Success"_s : QString());
}

void TestChinaClouds::refusesQueries_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString bill = u"DescribeInstanceBill"_s;
    QTest::newRow("alibaba month") << u"alibaba"_s << bill << QByteArray("Granularity=DAILY")
                                   << u"MissingBillingCycle"_s;
    QTest::newRow("alibaba day of another month")
        << u"alibaba"_s << bill << QByteArray("BillingCycle=2026-11&BillingDate=2026-10-31&Granularity=DAILY")
        << u"InvalidParameter"_s;
    QTest::newRow("alibaba page size")
        << u"alibaba"_s << bill << QByteArray("BillingCycle=2026-11&MaxResults=301") << u"InvalidParameter"_s;
    QTest::newRow("alibaba page") << u"alibaba"_s << bill << QByteArray("BillingCycle=2026-11&NextToken=mine")
                                  << u"InvalidParameter"_s;
    QTest::newRow("alibaba action") << u"alibaba"_s << u"DropDatabase"_s << QByteArray()
                                    << u"InvalidAction.NotFound"_s;
    const QString detail = u"DescribeBillDetail"_s;
    QTest::newRow("tencent month") << u"tencent"_s << detail << QByteArray(R"({"Limit":1,"Offset":0})")
                                   << u"MissingParameter"_s;
    QTest::newRow("tencent page size")
        << u"tencent"_s << detail << QByteArray(R"({"Month":"2026-11","Limit":301,"Offset":0})")
        << u"InvalidParameterValue"_s;
    QTest::newRow("tencent action") << u"tencent"_s << u"Pay"_s << QByteArray("{}") << u"InvalidAction"_s;
    const QString list = u"ListBillDetail"_s;
    QTest::newRow("volcengine month")
        << u"volcengine"_s << list << QByteArray(R"({"Limit":1,"GroupPeriod":1})") << u"InvalidParameter"_s;
    QTest::newRow("volcengine page size")
        << u"volcengine"_s << list << QByteArray(R"({"BillPeriod":"2026-11","Limit":0,"GroupPeriod":1})")
        << u"InvalidParameter"_s;
    QTest::newRow("volcengine action")
        << u"volcengine"_s << u"Pay"_s << QByteArray("{}") << u"InvalidActionOrVersion"_s;
}

void TestChinaClouds::refusesQueries()
{
    QFETCH(QString, vendor);
    QFETCH(QString, what);
    QFETCH(QByteArray, body);
    QTEST(codeOf(ask(vendor, what, body)), "code");
}

void TestChinaClouds::alibabaTellsADay()
{
    const QByteArray query
        = "BillingCycle=2026-11&BillingDate=2026-11-20&Granularity=DAILY&IsBillingItem=true&MaxResults=300";
    const auto items = [this](const QByteArray &asked) {
        return Asking::at(Asking::bodyOf(ask(u"alibaba"_s, u"DescribeInstanceBill"_s, asked)),
                          u"Data/Items"_s)
            .toArray();
    };
    const QJsonArray models = items(query + "&ProductCode=sfm");
    QCOMPARE(models.size(), 6); // three classes of tokens, two, and one
    qint64 sum = 0;
    for (const QJsonValue &item : models) {
        QCOMPARE(item[u"BillingDate"_s].toString(), u"2026-11-20"_s);
        sum += nanos(item[u"PretaxAmount"_s]);
    }
    QCOMPARE(sum, Asking::billed(m_world, u"alibaba"_s, QDate(2026, 11, 20)));
    QCOMPARE(items(query).size(), 7); // and a machine
}

void TestChinaClouds::alibabaPages()
{
    QStringList instances;
    QByteArray token;
    int pages = 0;
    do {
        const QByteArray query
            = "BillingCycle=2026-11&BillingDate=2026-11-20&Granularity=DAILY&MaxResults=3&ProductCode=sfm"
            + (token.isEmpty() ? QByteArray() : "&NextToken=" + token.toPercentEncoding());
        const QJsonObject reply = Asking::bodyOf(ask(u"alibaba"_s, u"DescribeInstanceBill"_s, query));
        for (const QJsonValue &item : Asking::at(reply, u"Data/Items"_s).toArray())
            instances.append(item[u"InstanceID"_s].toString());
        token = Asking::at(reply, u"Data/NextToken"_s).toString().toLatin1();
        ++pages;
    } while (!token.isEmpty());
    QCOMPARE(pages, 2);
    QCOMPARE(instances.size(), 6);
    QCOMPARE(instances.removeDuplicates(), 0);
    QVERIFY(instances.contains(u"text_token;1002001;llm-shop01;qwen-plus-sandbox;cached_input_token;api"_s));
}

void TestChinaClouds::tencentTellsAMonth()
{
    qint64 models = 0;
    qint64 machine = 0;
    qint64 told = 0;
    qint64 total = 1;
    for (int pages = 0; told < total; ++pages) {
        QVERIFY(pages < 3);
        const QJsonObject query{
            {u"Month"_s, u"2026-10"_s}, {u"Limit"_s, 200}, {u"Offset"_s, told}, {u"NeedRecordNum"_s, 1}};
        const QJsonObject reply
            = Asking::bodyOf(ask(u"tencent"_s, u"DescribeBillDetail"_s, QJsonDocument(query).toJson()));
        total = Asking::at(reply, u"Response/Total"_s).toInteger();
        const QJsonArray lines = Asking::at(reply, u"Response/DetailSet"_s).toArray();
        told += lines.size();
        for (const QJsonValue &line : lines)
            (line[u"BusinessCode"_s] == u"p_cvm"_s ? machine : models)
                += nanos(line[u"ComponentSet"_s][0][u"RealCost"_s]);
    }
    QCOMPARE(total, 31 * 8); // seven classes of tokens and a machine
    QCOMPARE(models, billed(u"tencent"_s, Month(2026, 10).range()));
    QCOMPARE(machine, 31 * 2'880'000'000);
}

void TestChinaClouds::volcengineTellsAMonth()
{
    const auto lines = [this](const QByteArray &products) {
        const QByteArray query
            = R"({"BillPeriod":"2026-10","Limit":300,"Offset":0,"GroupPeriod":1,"NeedRecordNum":1)" + products
            + '}';
        return Asking::at(Asking::bodyOf(ask(u"volcengine"_s, u"ListBillDetail"_s, query)), u"Result/List"_s)
            .toArray();
    };
    const QJsonArray ark = lines(R"(,"Product":["ark","ark_bd"])");
    QCOMPARE(ark.size(), 31 * 5);
    qint64 sum = 0;
    for (const QJsonValue &line : ark) {
        sum += nanos(line[u"DiscountBillAmount"_s]);
        QCOMPARE(nanos(line[u"CouponAmount"_s]) + nanos(line[u"PayableAmount"_s]),
                 nanos(line[u"DiscountBillAmount"_s]));
    }
    QCOMPARE(sum, billed(u"volcengine"_s, Month(2026, 10).range()));
    QCOMPARE(lines({}).size(), 31 * 6); // and a machine
}

void TestChinaClouds::balances()
{
    // A million was paid; the bills of all days are off it.
    const auto left = [this](const QString &vendor) {
        return 1'000'000'000'000'000 - billed(vendor, {m_world.firstDay(), QDate(2026, 11, 25)});
    };
    const QString told = Asking::at(Asking::bodyOf(ask(u"alibaba"_s, u"QueryAccountBalance"_s, {})),
                                    u"Data/AvailableAmount"_s)
                             .toString();
    QVERIFY2(told.contains(u','), qPrintable(told));
    QCOMPARE(nanos(QString(told).remove(u',')), left(u"alibaba"_s));
    const QJsonObject cents = Asking::bodyOf(ask(u"tencent"_s, u"DescribeAccountBalance"_s, "{}"));
    QCOMPARE(Asking::at(cents, u"Response/RealBalance"_s).toInteger(), left(u"tencent"_s) / 10'000'000);
    const QJsonObject yuan = Asking::bodyOf(ask(u"volcengine"_s, u"QueryBalanceAcct"_s, "{}"));
    QCOMPARE(nanos(Asking::at(yuan, u"Result/AvailableBalance"_s)), left(u"volcengine"_s));
}

void TestChinaClouds::daysAreChinas()
{
    // At 23:00 UTC the next day is seven hours old in China, one refresh of the bill.
    const World evening(World::DefaultSeed, Asking::Now + 11 * 3600);
    QVERIFY(Asking::billed(evening, u"volcengine"_s, QDate(2026, 11, 25)) > 0);
    QCOMPARE(Asking::billed(m_world, u"volcengine"_s, QDate(2026, 11, 25)), 0);
}

QTEST_GUILESS_MAIN(TestChinaClouds)
#include "tst_chinaclouds.moc"
