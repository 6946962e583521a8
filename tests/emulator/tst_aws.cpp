// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/awsemulator.h"

#include "asking.h"
#include "base/signing.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The Cost Explorer emulator against its contract: what it refuses in which words, and that its figures are the world's.
class TestAws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownSignature();
    void refusesLogins_data();
    void refusesLogins();
    void signsUnderItsPrefix();
    void refusesQueries_data();
    void refusesQueries();
    void days();
    void groupsByTwo();
    void totalWithoutGroups();
    void recordTypes();
    void filters_data();
    void filters();
    void accountsAndTags();
    void months();
    void pages();
    void refusesOtherPages();
    void saysWhoAsks();
    void countsWhatItCharges();

private:
    HttpRequest signedRequest(const QByteArray &body, const QByteArray &service = "ce",
                              const QByteArray &type = "application/x-amz-json-1.1") const;
    HttpReply post(const QJsonObject &body) const;
    static QJsonObject query(const QString &from, const QString &to, const QStringList &groups = {});
    static qint64 nanos(const QJsonValue &metrics);
    static qint64 total(const QJsonObject &page);
    qint64 billed(QDate from, QDate to) const;

    World m_world{World::DefaultSeed, Asking::Now};
    AwsEmulator m_emulator{m_world, [] { return Asking::Now; }};
};

namespace {

constexpr auto KeyId = "AKIASANDBOX20261124";
constexpr auto Secret = "sandboxSecret/wJalrXUtnFEMIbPxRfiCYKEY01";

QString typeOf(const HttpReply &reply)
{
    return Asking::bodyOf(reply)[u"__type"_s].toString();
}

} // namespace

HttpRequest TestAws::signedRequest(const QByteArray &body, const QByteArray &service,
                                   const QByteArray &type) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:1/"_s);
    request.headers = {{"Content-Type", type}};
    if (service == "ce")
        request.headers.append(
            qMakePair(QByteArray("X-Amz-Target"), QByteArray("AWSInsightsIndexService.GetCostAndUsage")));
    request.body = body;
    request.auth.id = KeyId;
    request.auth.region = "us-east-1";
    request.auth.service = service;
    request.headers += signAwsSigV4(request, Secret, Asking::Now);
    return request;
}

HttpReply TestAws::post(const QJsonObject &body) const
{
    return m_emulator.handle(signedRequest(QJsonDocument(body).toJson()));
}

QJsonObject TestAws::query(const QString &from, const QString &to, const QStringList &groups)
{
    QJsonArray groupBy;
    for (const QString &key : groups)
        groupBy.append(QJsonObject{{u"Type"_s, u"DIMENSION"_s}, {u"Key"_s, key}});
    return {{u"TimePeriod"_s, QJsonObject{{u"Start"_s, from}, {u"End"_s, to}}},
            {u"Granularity"_s, u"DAILY"_s},
            {u"Metrics"_s, QJsonArray{u"UnblendedCost"_s, u"UsageQuantity"_s}},
            {u"GroupBy"_s, groupBy}};
}

/// The cost in nanos; ten decimals, of which the last is 0.
qint64 TestAws::nanos(const QJsonValue &metrics)
{
    const auto money = Money::parse(metrics[u"UnblendedCost"_s][u"Amount"_s].toString(), Currency::usd());
    return money ? money->nanos() : -1;
}

qint64 TestAws::total(const QJsonObject &page)
{
    qint64 sum = 0;
    for (const QJsonValue &day : page[u"ResultsByTime"_s].toArray()) {
        for (const QJsonValue &group : day[u"Groups"_s].toArray())
            sum += nanos(group[u"Metrics"_s]);
    }
    return sum;
}

qint64 TestAws::billed(QDate from, QDate to) const
{
    qint64 sum = 0;
    for (QDate day = from; day < to; day = day.addDays(1))
        sum += Asking::billed(m_world, u"aws"_s, day);
    return sum;
}

void TestAws::knownSignature()
{
    // The contract's known answer: a day in November, the key pair of AWS's public test suite.
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"https://ce.us-east-1.amazonaws.com/"_s);
    request.body
        = R"({"TimePeriod":{"Start":"2026-11-01","End":"2026-11-24"},"Granularity":"DAILY","Metrics":["UnblendedCost"]})";
    request.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage"},
                       {"X-Amz-Date", "20261124T000000Z"},
                       {"Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/us-east-1/ce/aws4_request, "
                        "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
                        "Signature=d73e638aabc03b36d6c5bf3362c5f06afb4fa027ae4eac7dc394cef840197bcf"}};
    constexpr qint64 Midnight = 1795478400; // 2026-11-24T00:00:00Z
    const AwsLogin login{
        {"AKIDEXAMPLE"}, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "ce", "/aws", Midnight};
    QByteArray keyId;
    QVERIFY(!checkAwsSignature(request, login, keyId));
    QCOMPARE(keyId, "AKIDEXAMPLE");
    request.body.append(' ');
    QCOMPARE(checkAwsSignature(request, login, keyId).value().code, u"InvalidSignatureException"_s);
}

void TestAws::refusesLogins_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("late");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("words");
    const QString id = QString::fromLatin1(KeyId);
    const QString secret = QString::fromLatin1(Secret);
    const QString signature = u"InvalidSignatureException"_s;
    QTest::newRow("stranger") << u"AKIASTRANGER"_s << secret << u"us-east-1"_s << 0
                              << u"UnrecognizedClientException"_s
                              << u"token included in the request is invalid"_s;
    QTest::newRow("other secret") << id << u"guess"_s << u"us-east-1"_s << 0 << signature
                                  << u"does not match"_s;
    QTest::newRow("other region") << id << secret << u"eu-central-1"_s << 0 << signature << u"valid region"_s;
    QTest::newRow("slow clock") << id << secret << u"us-east-1"_s << -901 << signature
                                << u"Signature expired"_s;
    QTest::newRow("fast clock") << id << secret << u"us-east-1"_s << 901 << signature << u"not yet current"_s;
    QTest::newRow("just in time") << id << secret << u"us-east-1"_s << -899 << QString() << QString();
    QTest::newRow("no rights") << u"AKIASANDBOXNORIGHTS"_s << secret << u"us-east-1"_s << 0
                               << u"AccessDeniedException"_s
                               << u"not authorized to perform: ce:GetCostAndUsage"_s;
}

void TestAws::refusesLogins()
{
    QFETCH(QString, id);
    QFETCH(QString, secret);
    QFETCH(QString, region);
    QFETCH(int, late);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:1/"_s);
    request.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage"}};
    request.body = QJsonDocument(query(u"2026-11-01"_s, u"2026-11-02"_s)).toJson();
    request.auth.id = id.toLatin1();
    request.auth.region = region.toLatin1();
    request.auth.service = "ce";
    request.headers += signAwsSigV4(request, secret.toLatin1(), Asking::Now + late);
    const HttpReply reply = m_emulator.handle(request);
    QTEST(typeOf(reply), "type");
    QFETCH(QString, words);
    QCOMPARE(reply.status, words.isEmpty() ? 200 : 400);
    QVERIFY(Asking::bodyOf(reply)[u"message"_s].toString().contains(words));
    QVERIFY(!reply.header("x-amzn-requestid").isEmpty());
    QCOMPARE(reply.header("content-type"), "application/x-amz-json-1.1");
}

void TestAws::signsUnderItsPrefix()
{
    // The client signs the path that it sees; the sandbox takes its part of it away.
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:1/aws/"_s);
    request.headers = {{"X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage"}};
    request.body = QJsonDocument(query(u"2026-11-01"_s, u"2026-11-02"_s)).toJson();
    request.auth.id = KeyId;
    request.auth.region = "us-east-1";
    request.auth.service = "ce";
    request.headers += signAwsSigV4(request, Secret, Asking::Now);
    request.url.setPath(u"/"_s);
    QCOMPARE(m_emulator.handle(request).status, 200);
}

void TestAws::refusesQueries_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("type");
    const QString invalid = u"ValidationException"_s;
    const auto period = [](const QString &start, const QString &end) {
        return QJsonValue(QJsonObject{{u"Start"_s, start}, {u"End"_s, end}});
    };
    const auto group = [](const QString &type, const QString &key) {
        return QJsonObject{{u"Type"_s, type}, {u"Key"_s, key}};
    };
    const QJsonObject service = group(u"DIMENSION"_s, u"SERVICE"_s);
    QTest::newRow("no period") << u"TimePeriod"_s << QJsonValue() << invalid;
    QTest::newRow("end first") << u"TimePeriod"_s << period(u"2026-11-02"_s, u"2026-11-02"_s) << invalid;
    QTest::newRow("no date") << u"TimePeriod"_s << period(u"2026-11"_s, u"2026-12"_s) << invalid;
    QTest::newRow("too old") << u"TimePeriod"_s << period(u"2025-09-30"_s, u"2025-10-02"_s) << invalid;
    QTest::newRow("oldest") << u"TimePeriod"_s << period(u"2025-10-01"_s, u"2025-10-02"_s) << QString();
    QTest::newRow("future") << u"TimePeriod"_s << period(u"2026-11-25"_s, u"2026-11-26"_s) << invalid;
    QTest::newRow("granularity") << u"Granularity"_s << QJsonValue(u"WEEKLY"_s) << invalid;
    QTest::newRow("hourly") << u"Granularity"_s << QJsonValue(u"HOURLY"_s) << u"AccessDeniedException"_s;
    QTest::newRow("no metric") << u"Metrics"_s << QJsonValue(QJsonArray()) << invalid;
    QTest::newRow("forecast's metric")
        << u"Metrics"_s << QJsonValue(QJsonArray{u"UNBLENDED_COST"_s}) << invalid;
    QTest::newRow("three groups") << u"GroupBy"_s << QJsonValue(QJsonArray{service, service, service})
                                  << invalid;
    QTest::newRow("group type") << u"GroupBy"_s << QJsonValue(QJsonArray{group(u"KEY"_s, u"SERVICE"_s)})
                                << invalid;
    QTest::newRow("group key") << u"GroupBy"_s << QJsonValue(QJsonArray{group(u"DIMENSION"_s, u"MODEL"_s)})
                               << invalid;
    QTest::newRow("empty filter") << u"Filter"_s << QJsonValue(QJsonObject()) << invalid;
    QTest::newRow("filter of one") << u"Filter"_s
                                   << QJsonValue(QJsonObject{{u"And"_s, QJsonArray{QJsonObject()}}})
                                   << invalid;
    QTest::newRow("page") << u"NextPageToken"_s << QJsonValue(u"mine"_s) << u"InvalidNextTokenException"_s;
}

void TestAws::refusesQueries()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject body = query(u"2026-11-01"_s, u"2026-11-02"_s);
    body.insert(member, value);
    QTEST(typeOf(post(body)), "type");
}

void TestAws::days()
{
    const QJsonArray results
        = Asking::bodyOf(post(query(u"2026-10-30"_s, u"2026-11-26"_s)))[u"ResultsByTime"_s].toArray();
    QCOMPARE(results.size(), 27); // End is exclusive; tomorrow may be asked for
    QCOMPARE(results[0][u"TimePeriod"_s][u"Start"_s].toString(), u"2026-10-30"_s);
    QCOMPARE(results[0][u"TimePeriod"_s][u"End"_s].toString(), u"2026-10-31"_s);
    QVERIFY(!results[0][u"Estimated"_s].toBool()); // October closed on the tenth
    QVERIFY(results[2][u"Estimated"_s].toBool());
    QCOMPARE(results[26][u"Total"_s][u"UnblendedCost"_s][u"Amount"_s].toString(), u"0.0000000000"_s);
}

void TestAws::groupsByTwo()
{
    const QJsonObject page
        = Asking::bodyOf(post(query(u"2026-11-17"_s, u"2026-11-18"_s, {u"SERVICE"_s, u"USAGE_TYPE"_s})));
    // A machine for 24 hours is no AI and stands beside the world's own lines.
    constexpr qint64 Machine = 249'600'000;
    QCOMPARE(total(page), billed(QDate(2026, 11, 17), QDate(2026, 11, 18)) + Machine);
    const QJsonArray groups = page[u"ResultsByTime"_s][0][u"Groups"_s].toArray();
    QMap<QString, QJsonValue> byType;
    for (const QJsonValue &group : groups)
        byType.insert(group[u"Keys"_s][0].toString() + u'|' + group[u"Keys"_s][1].toString(),
                      group[u"Metrics"_s]);
    QCOMPARE(byType.size(), groups.size());
    QCOMPARE(page[u"ResultsByTime"_s][0][u"Total"_s].toObject(), QJsonObject());
    const QJsonValue hours = byType.value(u"Amazon SageMaker|USW2-Host:ml.g5.xlarge"_s);
    QCOMPARE(hours[u"UsageQuantity"_s][u"Unit"_s].toString(), u"Hrs"_s);
    // A unit of the Marketplace is a million tokens: $20 each for output.
    const QJsonValue output
        = byType.value(u"Claude Opus 5.5 (Amazon Bedrock Edition)|USW2-MP:USW2_OutputTokenCount-Units"_s);
    QCOMPARE(output[u"UsageQuantity"_s][u"Unit"_s].toString(), u"N/A"_s);
    const auto millions = Money::parse(output[u"UsageQuantity"_s][u"Amount"_s].toString(), Currency::usd());
    QCOMPARE(nanos(output), millions.value().times(20).value().nanos());
    // Two accounts use the same model in the same region: one group.
    QVERIFY(byType.contains(u"Amazon Bedrock|USE1-NovaLite-input-tokens"_s));
    QVERIFY(byType.contains(u"Amazon Bedrock|USE1-NovaPro-input-tokens-batch"_s));
}

void TestAws::totalWithoutGroups()
{
    const QJsonObject page = Asking::bodyOf(post(query(u"2026-11-17"_s, u"2026-11-18"_s)));
    QCOMPARE(page[u"ResultsByTime"_s][0][u"Groups"_s].toArray().size(), 0);
    constexpr qint64 Machine = 249'600'000;
    QCOMPARE(nanos(page[u"ResultsByTime"_s][0][u"Total"_s]),
             billed(QDate(2026, 11, 17), QDate(2026, 11, 18)) + Machine);
}

void TestAws::recordTypes()
{
    const QJsonObject page
        = Asking::bodyOf(post(query(u"2026-10-01"_s, u"2026-10-02"_s, {u"SERVICE"_s, u"RECORD_TYPE"_s})));
    QMap<QString, qint64> sums;
    for (const QJsonValue &group : page[u"ResultsByTime"_s][0][u"Groups"_s].toArray())
        sums[group[u"Keys"_s][1].toString()] += nanos(group[u"Metrics"_s]);
    QCOMPARE(sums.keys(), (QStringList{u"Credit"_s, u"Support"_s, u"Tax"_s, u"Usage"_s}));
    QCOMPARE(sums.value(u"Credit"_s), -12'500'000'000);
    QCOMPARE(sums.value(u"Support"_s), 29'000'000'000);
    QCOMPARE(sums.value(u"Tax"_s), 7'610'000'000);
}

void TestAws::filters_data()
{
    QTest::addColumn<QJsonObject>("filter");
    QTest::addColumn<QStringList>("types");
    const auto types = [](const QJsonArray &values) {
        return QJsonObject{
            {u"Dimensions"_s, QJsonObject{{u"Key"_s, u"RECORD_TYPE"_s}, {u"Values"_s, values}}}};
    };
    const QJsonObject bedrock{
        {u"Dimensions"_s,
         QJsonObject{{u"Key"_s, u"SERVICE"_s}, {u"Values"_s, QJsonArray{u"Amazon Bedrock"_s}}}}};
    QTest::newRow("one") << types({u"Tax"_s}) << QStringList{u"Tax"_s};
    QTest::newRow("not") << QJsonObject{{u"Not"_s, types({u"Tax"_s, u"Support"_s})}}
                         << QStringList{u"Credit"_s, u"Usage"_s};
    QTest::newRow("and") << QJsonObject{{u"And"_s, QJsonArray{bedrock, types({u"Credit"_s, u"Tax"_s})}}}
                         << QStringList{u"Credit"_s};
    QTest::newRow("or") << QJsonObject{{u"Or"_s, QJsonArray{types({u"Support"_s}), types({u"Tax"_s})}}}
                        << QStringList{u"Support"_s, u"Tax"_s};
}

void TestAws::filters()
{
    QFETCH(QJsonObject, filter);
    QJsonObject body = query(u"2026-10-01"_s, u"2026-10-02"_s, {u"RECORD_TYPE"_s});
    body.insert(u"Filter"_s, filter);
    QStringList found;
    for (const QJsonValue &group : Asking::bodyOf(post(body))[u"ResultsByTime"_s][0][u"Groups"_s].toArray())
        found.append(group[u"Keys"_s][0].toString());
    QTEST(found, "types");
}

void TestAws::accountsAndTags()
{
    QJsonObject body = query(u"2026-11-17"_s, u"2026-11-18"_s, {u"LINKED_ACCOUNT"_s});
    const QJsonObject page = Asking::bodyOf(post(body));
    QCOMPARE(page[u"DimensionValueAttributes"_s][1][u"Value"_s].toString(), u"444455556666"_s);
    QCOMPARE(page[u"DimensionValueAttributes"_s][1][u"Attributes"_s][u"description"_s].toString(), u"Shop"_s);
    body.insert(u"GroupBy"_s, QJsonArray{QJsonObject{{u"Type"_s, u"TAG"_s}, {u"Key"_s, u"team"_s}}});
    const QJsonArray tagged = Asking::bodyOf(post(body))[u"ResultsByTime"_s][0][u"Groups"_s].toArray();
    QCOMPARE(tagged.size(), 2);
    QCOMPARE(tagged[0][u"Keys"_s][0].toString(), u"team$"_s);
    QCOMPARE(tagged[1][u"Keys"_s][0].toString(), u"team$research"_s);
}

void TestAws::months()
{
    QJsonObject body = query(u"2026-09-10"_s, u"2026-11-01"_s);
    body.insert(u"Granularity"_s, u"MONTHLY"_s);
    const QJsonArray results = Asking::bodyOf(post(body))[u"ResultsByTime"_s].toArray();
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0][u"TimePeriod"_s][u"End"_s].toString(), u"2026-10-01"_s);
    constexpr qint64 Machine = 249'600'000;
    constexpr qint64 SupportAndTax = 36'610'000'000;
    QCOMPARE(nanos(results[1][u"Total"_s]),
             billed(QDate(2026, 10, 1), QDate(2026, 11, 1)) + 31 * Machine + SupportAndTax);
}

void TestAws::pages()
{
    QJsonObject body = query(u"2025-11-01"_s, u"2026-11-25"_s, {u"SERVICE"_s, u"USAGE_TYPE"_s});
    qint64 sum = 0;
    int pages = 0;
    do {
        const QJsonObject page = Asking::bodyOf(post(body));
        int groups = 0;
        for (const QJsonValue &day : page[u"ResultsByTime"_s].toArray())
            groups += static_cast<int>(day[u"Groups"_s].toArray().size());
        sum += total(page);
        ++pages;
        body.remove(u"NextPageToken"_s);
        QVERIFY(groups > 0 && groups <= AwsQuery::PageGroups);
        if (page.contains(u"NextPageToken"_s)) {
            QCOMPARE(groups, AwsQuery::PageGroups);
            body.insert(u"NextPageToken"_s, page[u"NextPageToken"_s]);
        }
    } while (body.contains(u"NextPageToken"_s));
    QCOMPARE_GT(pages, 1);
    // 389 days of a machine; support and tax of the months from November to November.
    constexpr qint64 Machine = 249'600'000;
    constexpr qint64 SupportAndTax = 36'610'000'000;
    QCOMPARE(sum, billed(QDate(2025, 11, 1), QDate(2026, 11, 25)) + 389 * Machine + 13 * SupportAndTax);
}

void TestAws::refusesOtherPages()
{
    QJsonObject body = query(u"2025-11-01"_s, u"2026-11-25"_s, {u"SERVICE"_s, u"USAGE_TYPE"_s});
    const QJsonValue token = Asking::bodyOf(post(body))[u"NextPageToken"_s];
    body.insert(u"Metrics"_s, QJsonArray{u"UnblendedCost"_s});
    body.insert(u"NextPageToken"_s, token);
    QCOMPARE(typeOf(post(body)), u"RequestChangedException"_s);
}

void TestAws::saysWhoAsks()
{
    const QByteArray form = "application/x-www-form-urlencoded";
    const HttpReply reply
        = m_emulator.handle(signedRequest("Action=GetCallerIdentity&Version=2011-06-15", "sts", form));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.contains("<Account>111122223333</Account>"));
    QVERIFY(m_emulator.handle(signedRequest("Action=AssumeRole&Version=2011-06-15", "sts", form))
                .body.contains("<Code>InvalidAction</Code>"));
    const HttpReply wrong
        = m_emulator.handle(signedRequest("Action=GetCallerIdentity&Version=2011-06-15", "ce", form));
    QCOMPARE(wrong.status, 403);
    QVERIFY(wrong.body.contains("<Code>SignatureDoesNotMatch</Code>"));
}

void TestAws::countsWhatItCharges()
{
    const AwsEmulator emulator(m_world, [] { return Asking::Now; });
    const QByteArray body = QJsonDocument(query(u"2026-11-01"_s, u"2026-11-02"_s)).toJson();
    for (int i = 0; i < 13; ++i)
        QCOMPARE(emulator.handle(signedRequest(body)).status, 200);
    emulator.handle(signedRequest("Action=GetCallerIdentity&Version=2011-06-15", "sts",
                                  "application/x-www-form-urlencoded"));
    HttpRequest refused = signedRequest(body);
    refused.body.append(' ');
    QCOMPARE(emulator.handle(refused).status, 400);
    const QJsonObject told = Asking::bodyOf(Asking::ask(emulator, u"/requests"_s, {}));
    QCOMPARE(told[u"requests"_s].toInt(), 13);
    QCOMPARE(told[u"cost"_s][u"amount"_s].toString(), u"0.13"_s);
}

QTEST_GUILESS_MAIN(TestAws)
#include "tst_aws.moc"
