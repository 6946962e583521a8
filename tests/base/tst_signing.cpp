// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/signing.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Signatures against vectors that were computed elsewhere: AWS's public key pair, and requests captured from the
/// vendors' own clients.
class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awsCostExplorer();
    void awsSessionToken();
    void awsPublicSuite_data();
    void awsPublicSuite();
    void tencent();
    void alibaba();
    void volcengine();

private:
    static QByteArray header(const Headers &headers, const QByteArray &name);
    static HttpRequest costExplorer();
    static constexpr qint64 Morning = 1795496400; // 2026-11-24T05:00:00Z
};

QByteArray TestSigning::header(const Headers &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpRequest TestSigning::costExplorer()
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://ce.us-east-1.amazonaws.com"_s);
    request.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage"}};
    request.body
        = R"({"TimePeriod":{"Start":"2026-11-01","End":"2026-11-24"},"Granularity":"DAILY","Metrics":["UnblendedCost"]})";
    request.auth.scheme = Auth::Scheme::AwsSigV4;
    request.auth.id = "AKIDEXAMPLE";
    request.auth.region = "us-east-1";
    request.auth.service = "ce";
    return request;
}

void TestSigning::awsCostExplorer()
{
    constexpr qint64 Midnight = 1795478400; // 2026-11-24T00:00:00Z
    const Headers headers
        = signAwsSigV4(costExplorer(), "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Midnight);
    QCOMPARE(header(headers, "X-Amz-Date"), "20261124T000000Z");
    QCOMPARE(header(headers, "Authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/us-east-1/ce/aws4_request, "
             "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
             "Signature=d73e638aabc03b36d6c5bf3362c5f06afb4fa027ae4eac7dc394cef840197bcf");
}

void TestSigning::awsSessionToken()
{
    constexpr qint64 Midnight = 1795478400;
    HttpRequest request = costExplorer();
    request.auth.token = "TESTSESSIONTOKEN";
    const Headers headers = signAwsSigV4(request, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Midnight);
    QCOMPARE(header(headers, "X-Amz-Security-Token"), "TESTSESSIONTOKEN");
    QVERIFY(header(headers, "Authorization")
                .endsWith("Signature=530ec96e076e76cf7bd04256fd82bf57fe965e64cb871cc9f3a298a7809af777"));
}

void TestSigning::awsPublicSuite_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("signature");

    // From the public test suite of Signature Version 4 (service "service", 30 August 2015).
    QTest::newRow("get-vanilla") << QByteArray(
        "GET") << u"/"_s << QByteArray("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    QTest::newRow("post-vanilla") << QByteArray(
        "POST") << u"/"_s << QByteArray("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    QTest::newRow("get-vanilla-query-order-key-case")
        << QByteArray("GET") << u"/?Param2=value2&Param1=value1"_s
        << QByteArray("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
}

void TestSigning::awsPublicSuite()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, signature);
    HttpRequest request;
    request.method = method;
    request.url = QUrl(u"https://example.amazonaws.com"_s + target);
    request.auth.id = "AKIDEXAMPLE";
    request.auth.region = "us-east-1";
    request.auth.service = "service";
    constexpr qint64 Noon = 1440938160; // 2015-08-30T12:36:00Z
    const Headers headers = signAwsSigV4(request, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Noon);
    QCOMPARE(header(headers, "Authorization").right(64), signature);
}

void TestSigning::tencent()
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://billing.tencentcloudapi.com:8443/"_s); // the port is not signed
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"Month":"2026-11","Offset":0,"Limit":100,"NeedRecordNum":1})";
    request.auth.id = "AKIDTESTID";
    request.auth.service = "billing";
    const Headers headers = signTc3(request, "TestSecretKey01", Morning);
    QCOMPARE(header(headers, "X-TC-Timestamp"), "1795496400");
    QCOMPARE(header(headers, "Authorization"),
             "TC3-HMAC-SHA256 Credential=AKIDTESTID/2026-11-24/billing/tc3_request, "
             "SignedHeaders=content-type;host, "
             "Signature=be59c91619f8c75df9334a009718592cc694ff40f536ef2709cdffd69c83ae6a");
}

void TestSigning::alibaba()
{
    HttpRequest request;
    request.method = "POST";
    request.url
        = QUrl(u"https://business.aliyuncs.com/?ProductCode=sfm&BillingCycle=2026-11&BillingDate=2026-11-23"
               "&Granularity=DAILY&IsBillingItem=true&MaxResults=300"_s);
    request.headers = {{"x-acs-action", "DescribeInstanceBill"}, {"x-acs-version", "2017-12-14"}};
    request.auth.id = "LTAITESTID";
    const Headers headers = signAcs3(request, "TestSecretKey02", Morning, "b8ff03a2a4ddd51c696df18bb5bd850d");
    QCOMPARE(header(headers, "Authorization"),
             "ACS3-HMAC-SHA256 "
             "Credential=LTAITESTID,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;"
             "x-acs-signature-nonce;x-acs-version,"
             "Signature=6e8d3129617e7e7303e6296a63dfbae3a12afb0f31fee6decb421a92f5c9d90e");
}

void TestSigning::volcengine()
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://billing.volcengineapi.com/?Action=ListBillDetail&Version=2022-01-01"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"BillPeriod":"2026-11","Limit":300,"Offset":0,"GroupPeriod":1})";
    request.auth.id = "AKLTTESTID";
    request.auth.region = "cn-north-1";
    request.auth.service = "billing";
    const Headers headers = signVolcengine(request, "TestSecretKey03", Morning);
    QCOMPARE(header(headers, "Authorization"),
             "HMAC-SHA256 Credential=AKLTTESTID/20261124/cn-north-1/billing/request, "
             "SignedHeaders=x-content-sha256;x-date, "
             "Signature=914fb009982780c639d7a0d6828eb1358fa69c035c9303fdc878e1364f05498a");
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
