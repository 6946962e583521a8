// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/azureemulator.h"

#include "asking.h"

#include <QUrlQuery>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The emulator of Entra and Cost Management against its contract: what it refuses in which words, and that its figures
/// are the world's.
class TestAzure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesLogins_data();
    void refusesLogins();
    void wantsAToken();
    void wantsARole();
    void refusesQueries_data();
    void refusesQueries();
    void namesItsColumns();
    void pagesHoldTheBill();
    void filters();
    void months();
    void linksUnderItsPrefix();

private:
    HttpReply logIn(const QMap<QString, QString> &changes) const;
    QByteArray token(const QMap<QString, QString> &changes = {}) const;
    HttpReply post(const QJsonObject &body, const QString &target = {},
                   const Asking::Headers &more = {}) const;
    QString target() const;
    static QJsonObject query(const QString &from, const QString &to, const QStringList &groups = {},
                             const QString &granularity = u"Daily"_s);
    qint64 billed(QDate from, QDate to) const;

    World m_world{World::DefaultSeed, Asking::Now};
    AzureEmulator m_emulator{m_world};
};

/// A log-in with some fields changed; an empty value leaves a field out.
HttpReply TestAzure::logIn(const QMap<QString, QString> &changes) const
{
    QMap<QString, QString> fields{{u"grant_type"_s, u"client_credentials"_s},
                                  {u"client_id"_s, m_emulator.settings().value(u"client_id"_s)},
                                  {u"client_secret"_s, QString::fromLatin1(m_emulator.secret())},
                                  {u"scope"_s, u"https://management.azure.com/.default"_s},
                                  {u"tenant"_s, m_emulator.settings().value(u"tenant_id"_s)}};
    fields.insert(changes);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:1/"_s + fields.take(u"tenant"_s) + u"/oauth2/v2.0/token"_s);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    QByteArrayList parts;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        parts.append(it.key().toLatin1() + '=' + QUrl::toPercentEncoding(it.value()));
    request.body = parts.join('&');
    return m_emulator.handle(request);
}

QByteArray TestAzure::token(const QMap<QString, QString> &changes) const
{
    return Asking::bodyOf(logIn(changes)).value(u"access_token"_s).toString().toLatin1();
}

QString TestAzure::target() const
{
    return u'/' + m_emulator.settings().value(u"scope"_s)
        + u"/providers/Microsoft.CostManagement/query?api-version=2025-03-01"_s;
}

HttpReply TestAzure::post(const QJsonObject &body, const QString &where, const Asking::Headers &more) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(
        where.startsWith(u"http"_s) ? where : u"http://127.0.0.1:1"_s + (where.isNull() ? target() : where),
        QUrl::StrictMode);
    request.headers = Asking::Headers{{"Authorization", "Bearer " + token()}} + more;
    request.body = QJsonDocument(body).toJson();
    return m_emulator.handle(request);
}

QJsonObject TestAzure::query(const QString &from, const QString &to, const QStringList &groups,
                             const QString &granularity)
{
    QJsonArray grouping;
    for (const QString &name : groups)
        grouping.append(QJsonObject{{u"type"_s, u"Dimension"_s}, {u"name"_s, name}});
    const QJsonObject sum{{u"name"_s, u"Cost"_s}, {u"function"_s, u"Sum"_s}};
    return {{u"type"_s, u"ActualCost"_s},
            {u"timeframe"_s, u"Custom"_s},
            {u"timePeriod"_s, QJsonObject{{u"from"_s, from}, {u"to"_s, to}}},
            {u"dataset"_s,
             QJsonObject{{u"granularity"_s, granularity},
                         {u"aggregation"_s, QJsonObject{{u"totalCost"_s, sum}}},
                         {u"grouping"_s, grouping}}}};
}

qint64 TestAzure::billed(QDate from, QDate to) const
{
    qint64 sum = 0;
    for (QDate day = from; day < to; day = day.addDays(1))
        sum += Asking::billed(m_world, u"azure"_s, day);
    return sum;
}

void TestAzure::refusesLogins_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("code");
    QTest::newRow("secret") << u"client_secret"_s << u"guess"_s << 401 << u"invalid_client"_s << 7000215;
    QTest::newRow("app") << u"client_id"_s << u"somebody"_s << 400 << u"unauthorized_client"_s << 700016;
    QTest::newRow("tenant") << u"tenant"_s << u"elsewhere"_s << 400 << u"invalid_request"_s << 90002;
    QTest::newRow("grant") << u"grant_type"_s << u"password"_s << 400 << u"unsupported_grant_type"_s << 70003;
    QTest::newRow("scope") << u"scope"_s << u"openid"_s << 400 << u"invalid_scope"_s << 1002012;
}

void TestAzure::refusesLogins()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, code);
    const HttpReply reply = logIn({{field, value}});
    const QJsonObject body = Asking::bodyOf(reply);
    QTEST(reply.status, "status");
    QTEST(body.value(u"error"_s).toString(), "error");
    QCOMPARE(body.value(u"error_codes"_s).toArray(), QJsonArray{code});
    QVERIFY(body.value(u"error_description"_s).toString().startsWith(u"AADSTS%1: "_s.arg(code)));
}

void TestAzure::wantsAToken()
{
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:1"_s + target());
    QByteArray forged = token();
    forged[forged.size() - 1] = forged.endsWith('A') ? 'B' : 'A';
    for (const QByteArray &login : {QByteArray(), QByteArray("Bearer nothing"), "Bearer " + forged}) {
        request.headers = {{"Authorization", login}};
        const HttpReply reply = m_emulator.handle(request);
        QCOMPARE(reply.status, 401);
        QCOMPARE(Asking::at(Asking::bodyOf(reply), u"error/code"_s).toString(),
                 u"InvalidAuthenticationToken"_s);
        QVERIFY(reply.header("WWW-Authenticate").startsWith("Bearer "));
    }
}

void TestAzure::wantsARole()
{
    const QByteArray other
        = token({{u"client_id"_s, QString::fromLatin1(AzureEmulator::clientWithoutRole())}});
    QVERIFY(!other.isEmpty());
    const HttpReply reply = Asking::ask(m_emulator, target(), {{"Authorization", "Bearer " + other}}, "POST");
    QCOMPARE(reply.status, 403);
    QCOMPARE(Asking::at(Asking::bodyOf(reply), u"error/code"_s).toString(), u"AuthorizationFailed"_s);
}

void TestAzure::refusesQueries_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    const QString from = u"2026-11-01"_s;
    const QJsonObject good = query(from, u"2026-11-02"_s);
    QTest::newRow("dimension") << query(from, from, {u"Colour"_s}) << QString() << 400 << u"'Colour'"_s;
    QTest::newRow("three groups") << query(from, from, {u"ServiceName"_s, u"Meter"_s, u"ChargeType"_s})
                                  << QString() << 400 << u"at most two groupings"_s;
    QTest::newRow("32 days") << query(from, u"2026-12-02"_s) << QString() << 400 << u"too long"_s;
    QTest::newRow("backwards") << query(from, u"2026-10-02"_s) << QString() << 400 << u"timePeriod"_s;
    QTest::newRow("granularity") << query(from, from, {}, u"Hourly"_s) << QString() << 400 << u"'Hourly'"_s;
    QTest::newRow("nothing") << QJsonObject() << QString() << 400 << u"type"_s;
    QTest::newRow("version") << good << target().section(u'?', 0, 0) << 400 << u"api-version"_s;
    QTest::newRow("page") << good << target() + u"&$skiptoken=mine"_s << 400 << u"skiptoken"_s;
    QTest::newRow("scope") << good
                           << u"/subscriptions/other/providers/Microsoft.CostManagement/query?api-version=1"_s
                           << 404 << u"'other'"_s;
    QTest::newRow("operation") << good
                               << u"/subscriptions/other/providers/Microsoft.Nothing/query?api-version=1"_s
                               << 404 << u"not be found"_s;
}

void TestAzure::refusesQueries()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, target);
    QFETCH(QString, words);
    const HttpReply reply = post(body, target);
    QTEST(reply.status, "status");
    const QString message = Asking::at(Asking::bodyOf(reply), u"error/message"_s).toString();
    QVERIFY2(message.contains(words), qPrintable(message));
}

void TestAzure::namesItsColumns()
{
    const QJsonObject reply
        = Asking::bodyOf(post(query(u"2026-11-20"_s, u"2026-11-20T23:59:59Z"_s, {u"ServiceName"_s})));
    QStringList names;
    for (const QJsonValue &column : Asking::at(reply, u"properties/columns"_s).toArray())
        names.append(column[u"name"_s].toString() + u' ' + column[u"type"_s].toString());
    QCOMPARE(names,
             (QStringList{u"Cost Number"_s, u"UsageDate Number"_s, u"ServiceName String"_s,
                          u"Currency String"_s}));
    const QJsonArray rows = Asking::at(reply, u"properties/rows"_s).toArray();
    QCOMPARE(rows.size(), 3); // models, language, a machine
    QCOMPARE(rows.first().toArray().at(1), QJsonValue(20261120));
}

void TestAzure::pagesHoldTheBill()
{
    const QJsonObject body
        = query(u"2026-10-01T00:00:00Z"_s, u"2026-10-31T23:59:59Z"_s, {u"ServiceName"_s, u"Meter"_s});
    qint64 sum = 0;
    int pages = 0;
    QString next = target();
    for (; !next.isEmpty(); ++pages) {
        const QJsonObject reply = Asking::bodyOf(post(body, next));
        for (const QJsonValue &row : Asking::at(reply, u"properties/rows"_s).toArray())
            sum += moneyFromJson(row.toArray().at(0), Currency::usd()).value().nanos();
        next = Asking::at(reply, u"properties/nextLink"_s).toString();
    }
    QCOMPARE(pages, 3); // seven meters and a machine on 31 days
    QCOMPARE(sum, billed(QDate(2026, 10, 1), QDate(2026, 11, 1)) + 31 * 2'304'000'000);
}

void TestAzure::filters()
{
    QJsonObject body = query(u"2026-11-01"_s, u"2026-11-20"_s, {}, u"None"_s);
    QJsonObject dataset = body.value(u"dataset"_s).toObject();
    const auto in = [](const QString &name, const QString &value) {
        return QJsonObject{
            {u"dimensions"_s,
             QJsonObject{{u"name"_s, name}, {u"operator"_s, u"In"_s}, {u"values"_s, QJsonArray{value}}}}};
    };
    const QJsonObject models = in(u"ServiceName"_s, u"foundry models"_s); // case does not matter
    const QJsonObject language = in(u"ServiceName"_s, u"Cognitive Services"_s);
    dataset.insert(u"filter"_s, QJsonObject{{u"or"_s, QJsonArray{models, language}}});
    body.insert(u"dataset"_s, dataset);
    const QJsonArray rows = Asking::at(Asking::bodyOf(post(body)), u"properties/rows"_s).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(moneyFromJson(rows.first().toArray().at(0), Currency::usd()).value().nanos(),
             billed(QDate(2026, 11, 1), QDate(2026, 11, 21)));
    dataset.insert(u"filter"_s, QJsonObject{{u"and"_s, QJsonArray{models, language}}});
    body.insert(u"dataset"_s, dataset);
    QVERIFY(Asking::at(Asking::bodyOf(post(body)), u"properties/rows"_s).toArray().isEmpty());
}

void TestAzure::months()
{
    const QJsonObject reply = Asking::bodyOf(post(query(u"2026-09-01"_s, u"2026-10-31"_s, {}, u"Monthly"_s)));
    const QJsonArray rows = Asking::at(reply, u"properties/rows"_s).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().toArray().at(1).toString(), u"2026-09-01T00:00:00"_s);
}

void TestAzure::linksUnderItsPrefix()
{
    const QJsonObject body = query(u"2026-10-01"_s, u"2026-10-31"_s, {u"ServiceName"_s, u"Meter"_s});
    const HttpReply reply = post(body, {}, {{"Host", "127.0.0.1:8080"}, {"X-Forwarded-Prefix", "/azure"}});
    const QUrl link(Asking::at(Asking::bodyOf(reply), u"properties/nextLink"_s).toString());
    QCOMPARE(link.port(), 8080);
    QVERIFY(link.path().startsWith(u"/azure/subscriptions/"_s));
    QVERIFY(QUrlQuery(link).hasQueryItem(u"$skiptoken"_s));
}

QTEST_GUILESS_MAIN(TestAzure)
#include "tst_azure.moc"
