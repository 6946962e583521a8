// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asking.h"

#include "emulator/googleemulator.h"
#include "engine/tokenbroker.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Google's contract as the sandbox serves it: what its documentation promises, asked without our own adapter.
class TestGoogle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsTradedForASignedAssertion();
    void badAssertions_data();
    void badAssertions();
    void needsATokenWithItsScope();
    void sumsAreTheBill();
    void daysAreOfTheZoneThatIsAsked();
    void creditsComeAsRecordsOrAsASum();
    void longQueriesAreNotDoneAtOnce();
    void pagesHoldAllRows();
    void dryRunTellsTheBytes();
    void capIsKept();
    void filterByService();
    void refusals_data();
    void refusals();
    void floatsAsBigQueryWritesThem();

private:
    HttpReply post(const QString &target, const QByteArray &type, const QByteArray &body,
                   const QByteArray &token = {}) const
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(u"http://127.0.0.1:1"_s + target);
        request.headers = {{"Content-Type", type}};
        if (!token.isEmpty())
            request.headers.append({"Authorization", "Bearer " + token});
        request.body = body;
        return m_emulator.handle(request);
    }
    HttpReply trade(const QByteArray &assertion) const
    {
        return post(u"/token"_s, "application/x-www-form-urlencoded",
                    "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                        + assertion);
    }
    QByteArray token(const QByteArray &scope = "https://www.googleapis.com/auth/bigquery") const
    {
        const auto assertion
            = googleAssertion(m_emulator.secret(), scope, QDateTime::currentSecsSinceEpoch());
        return Asking::bodyOf(trade(assertion.value())).value(u"access_token"_s).toString().toLatin1();
    }
    HttpReply query(const QString &sql, const QJsonObject &more = {}) const
    {
        QJsonObject body{{u"query"_s, sql}, {u"useLegacySql"_s, false}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return post(u"/projects/sandbox-billing/queries"_s, "application/json", QJsonDocument(body).toJson(),
                    token());
    }
    static QString cell(const HttpReply &reply, int row, int column)
    {
        return Asking::bodyOf(reply)[u"rows"_s][row][u"f"_s][column][u"v"_s].toString();
    }
    static QString from(const QString &days)
    {
        return u" FROM `sandbox-billing.billing_export.gcp_billing_export_v1_0123AB_4567CD_89EF01` WHERE "_s
            + days;
    }
    /// 17 November 2026 in US Pacific time, a Tuesday.
    const QString m_tuesday
        = u"_PARTITIONDATE >= '2026-11-17' AND usage_start_time >= '2026-11-17T08:00:00Z' AND "
          "usage_start_time < '2026-11-18T08:00:00Z'"_s;

    World m_world{World::DefaultSeed, Asking::Now};
    GoogleEmulator m_emulator{m_world};
};

void TestGoogle::tokenIsTradedForASignedAssertion()
{
    const auto assertion = googleAssertion(m_emulator.secret(), "https://www.googleapis.com/auth/bigquery",
                                           QDateTime::currentSecsSinceEpoch());
    const HttpReply reply = trade(assertion.value());
    QCOMPARE(reply.status, 200);
    const QJsonObject body = Asking::bodyOf(reply);
    QCOMPARE(body.value(u"token_type"_s).toString(), u"Bearer"_s);
    QCOMPARE(body.value(u"expires_in"_s).toInt(), 3599);
    QVERIFY(body.value(u"access_token"_s).toString().startsWith(u"ya29."_s));
    const QJsonObject key
        = QJsonDocument::fromJson(m_emulator.secretAt(QUrl(u"http://127.0.0.1:5/google"_s))).object();
    QCOMPARE(key.value(u"token_uri"_s).toString(), u"http://127.0.0.1:5/google/token"_s);
}

void TestGoogle::badAssertions_data()
{
    QTest::addColumn<QByteArray>("assertion");
    QTest::addColumn<QString>("description");
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QByteArray good = googleAssertion(m_emulator.secret(), "scope", now).value();
    QTest::newRow("cut") << good.left(good.lastIndexOf('.')) << u"Bad Request"_s;
    QTest::newRow("another signature")
        << good.left(good.lastIndexOf('.')) + '.' + QByteArray(342, 'A') << u"Invalid JWT Signature."_s;
    const QString timeframe
        = u"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
          "timeframe. Check your iat and exp values in the JWT claim."_s;
    QTest::newRow("a clock that is two hours behind")
        << googleAssertion(m_emulator.secret(), "scope", now - 7200).value() << timeframe;
    QTest::newRow("a clock that is two hours ahead")
        << googleAssertion(m_emulator.secret(), "scope", now + 7200).value() << timeframe;
    QJsonObject stranger = QJsonDocument::fromJson(m_emulator.secret()).object();
    stranger.insert(u"client_email"_s, u"nobody@example.com"_s);
    QTest::newRow("another account")
        << googleAssertion(QJsonDocument(stranger).toJson(), "scope", now).value()
        << u"Invalid grant: account not found"_s;
}

void TestGoogle::badAssertions()
{
    QFETCH(QByteArray, assertion);
    QFETCH(QString, description);
    const HttpReply reply = trade(assertion);
    QCOMPARE(reply.status, 400);
    QCOMPARE(Asking::bodyOf(reply).value(u"error"_s).toString(), u"invalid_grant"_s);
    QCOMPARE(Asking::bodyOf(reply).value(u"error_description"_s).toString(), description);
}

void TestGoogle::needsATokenWithItsScope()
{
    const QString path = u"/projects/sandbox-billing/queries"_s;
    const HttpReply none = post(path, "application/json", "{}");
    QCOMPARE(none.status, 401);
    QVERIFY(none.header("WWW-Authenticate").startsWith("Bearer"));
    QCOMPARE(post(path, "application/json", "{}", token().chopped(1)).status, 401);
    const HttpReply narrow
        = post(path, "application/json", "{}", token("https://www.googleapis.com/auth/drive"));
    QCOMPARE(narrow.status, 403);
    QCOMPARE(Asking::at(Asking::bodyOf(narrow), u"error/status"_s).toString(), u"PERMISSION_DENIED"_s);
}

void TestGoogle::sumsAreTheBill()
{
    qint64 costs = 0;
    qint64 credits = 0;
    for (const BillLine &line : m_world.bill(u"google"_s, QDate(2026, 11, 17)))
        (line.stream && !line.lineItem.isNull() ? credits : costs) += line.cost.nanos();
    QVERIFY(costs > 0 && credits < 0);
    const HttpReply reply = query(
        u"SELECT SUM(cost) AS cost, SUM(IFNULL((SELECT SUM(c.amount) FROM UNNEST(credits) c), 0)) AS credits, COUNT(*) AS n"_s
        + from(m_tuesday));
    QCOMPARE(reply.status, 200);
    const auto nanos
        = [](const QString &text) { return Money::parseRounded(text, Currency::usd())->nanos(); };
    QCOMPARE(nanos(cell(reply, 0, 0)), costs);
    QCOMPARE(nanos(cell(reply, 0, 1)), credits);
    QVERIFY(cell(reply, 0, 2).toInt() % 3 == 0); // three parts of each line
}

void TestGoogle::daysAreOfTheZoneThatIsAsked()
{
    const QString sql = u"SELECT DATE(usage_start_time%1) AS d, COUNT(*) AS n%2 GROUP BY d"_s;
    const HttpReply pacific = query(sql.arg(u", 'America/Los_Angeles'"_s, from(m_tuesday)));
    QCOMPARE(Asking::bodyOf(pacific).value(u"totalRows"_s).toString(), u"1"_s);
    QCOMPARE(cell(pacific, 0, 0), u"2026-11-17"_s);
    const HttpReply utc = query(sql.arg(QString(), from(m_tuesday))); // 19:00 Pacific is the next day in UTC
    QCOMPARE(Asking::bodyOf(utc).value(u"totalRows"_s).toString(), u"2"_s);
    QCOMPARE(cell(utc, 1, 0), u"2026-11-18"_s);
    QCOMPARE(cell(utc, 0, 1).toInt(), 2 * cell(utc, 1, 1).toInt());
}

void TestGoogle::creditsComeAsRecordsOrAsASum()
{
    const QString sql = u"SELECT service.id AS sid, ARRAY_CONCAT_AGG(credits) AS credits"_s + from(m_tuesday)
        + u" GROUP BY sid"_s;
    const HttpReply reply = query(sql);
    const QJsonValue field = Asking::bodyOf(reply)[u"schema"_s][u"fields"_s][1];
    QCOMPARE(field[u"type"_s].toString(), u"RECORD"_s);
    QCOMPARE(field[u"mode"_s].toString(), u"REPEATED"_s);
    const QJsonArray records = Asking::bodyOf(reply)[u"rows"_s][0][u"f"_s][1][u"v"_s].toArray();
    QVERIFY(!records.isEmpty());
    const QJsonValue first = records.first()[u"v"_s][u"f"_s];
    QCOMPARE(first[2][u"v"_s].toString(), u"FREE_TIER"_s);
    QVERIFY(first[4][u"v"_s].toString().startsWith(u'-'));
}

void TestGoogle::longQueriesAreNotDoneAtOnce()
{
    const QString sql = u"SELECT SUM(cost) AS cost"_s + from(u"_PARTITIONDATE >= '2026-01-01'"_s);
    const QJsonObject body = Asking::bodyOf(query(sql));
    QCOMPARE(body.value(u"jobComplete"_s).toBool(true), false);
    QVERIFY(!body.contains(u"rows"_s));
    const QString id = Asking::at(body, u"jobReference/jobId"_s).toString();
    const Asking::Headers login{{"Authorization", "Bearer " + token()}};
    const QString path = u"/projects/sandbox-billing/queries/"_s + id;
    const HttpReply done = Asking::ask(m_emulator, path + u"?location=US"_s, login);
    QCOMPARE(Asking::bodyOf(done).value(u"jobComplete"_s).toBool(), true);
    QVERIFY(cell(done, 0, 0).toDouble() > 0);
    QCOMPARE(Asking::ask(m_emulator, path + u"?location=EU"_s, login).status, 404);
    QCOMPARE(Asking::ask(m_emulator, path + u"x"_s, login).status, 404);
    const HttpReply job = Asking::ask(m_emulator, u"/projects/sandbox-billing/jobs/"_s + id, login);
    QCOMPARE(Asking::at(Asking::bodyOf(job), u"status/state"_s).toString(), u"DONE"_s);
}

void TestGoogle::pagesHoldAllRows()
{
    const QString sql = u"SELECT sku.id, cost"_s + from(m_tuesday);
    QJsonObject page = Asking::bodyOf(query(sql, {{u"maxResults"_s, 7}}));
    const int total = page.value(u"totalRows"_s).toString().toInt();
    const QString path
        = u"/projects/sandbox-billing/queries/"_s + Asking::at(page, u"jobReference/jobId"_s).toString();
    int rows = static_cast<int>(page.value(u"rows"_s).toArray().size());
    QCOMPARE(rows, 7);
    for (int asked = 0; page.contains(u"pageToken"_s) && asked < total; ++asked) {
        page = Asking::bodyOf(Asking::ask(
            m_emulator, path + u"?maxResults=7&pageToken="_s + page.value(u"pageToken"_s).toString(),
            {{"Authorization", "Bearer " + token()}}));
        rows += static_cast<int>(page.value(u"rows"_s).toArray().size());
    }
    QCOMPARE(rows, total);
}

void TestGoogle::dryRunTellsTheBytes()
{
    // 2 MB for each of the days from 15 to 24 November.
    const QJsonObject body = Asking::bodyOf(query(
        u"SELECT SUM(cost) AS cost"_s + from(u"_PARTITIONDATE >= '2026-11-15'"_s), {{u"dryRun"_s, true}}));
    QCOMPARE(body.value(u"totalBytesProcessed"_s).toString(), u"20000000"_s);
    QVERIFY(!body.contains(u"rows"_s));
}

void TestGoogle::capIsKept()
{
    const HttpReply reply = query(u"SELECT SUM(cost) AS cost"_s + from(u"_PARTITIONDATE >= '2026-11-15'"_s),
                                  {{u"maximumBytesBilled"_s, u"19999999"_s}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(Asking::bodyOf(reply)[u"error"_s][u"errors"_s][0][u"reason"_s].toString(),
             u"bytesBilledLimitExceeded"_s);
}

void TestGoogle::filterByService()
{
    const auto text = [](const QString &value) { return QJsonObject{{u"value"_s, value}}; };
    const QJsonObject parameter{
        {u"name"_s, u"svc"_s},
        {u"parameterType"_s,
         QJsonObject{{u"type"_s, u"ARRAY"_s}, {u"arrayType"_s, QJsonObject{{u"type"_s, u"STRING"_s}}}}},
        {u"parameterValue"_s, QJsonObject{{u"arrayValues"_s, QJsonArray{text(u"AEFD-7695-64FA"_s)}}}}};
    const HttpReply reply
        = query(u"SELECT service.description AS s, COUNT(*) AS n"_s
                    + from(m_tuesday + u" AND service.id IN UNNEST(@svc)"_s) + u" GROUP BY 1"_s,
                {{u"queryParameters"_s, QJsonArray{parameter}}});
    QCOMPARE(Asking::bodyOf(reply).value(u"totalRows"_s).toString(), u"1"_s);
    QCOMPARE(cell(reply, 0, 0), u"Gemini API"_s);
}

void TestGoogle::refusals_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    const QString table = from(m_tuesday);
    QTest::newRow("unknown column") << u"SELECT SUM(price) AS p"_s + table << 400 << u"invalidQuery"_s;
    QTest::newRow("not grouped") << u"SELECT sku.id, SUM(cost) AS c"_s + table << 400 << u"invalidQuery"_s;
    QTest::newRow("a join of credits")
        << u"SELECT SUM(cost) AS c FROM `t`, UNNEST(credits) AS c"_s << 400 << u"invalidQuery"_s;
    QTest::newRow("unknown parameter")
        << u"SELECT cost"_s + from(u"usage_start_time >= @t"_s) << 400 << u"invalidQuery"_s;
    QTest::newRow("no query") << u"DROP TABLE x"_s << 400 << u"invalidQuery"_s;
    QTest::newRow("another table") << u"SELECT cost FROM `sandbox-billing.billing_export.other`"_s << 404
                                   << u"notFound"_s;
}

void TestGoogle::refusals()
{
    QFETCH(QString, sql);
    const HttpReply reply = query(sql);
    QTEST(reply.status, "status");
    QTEST(Asking::bodyOf(reply)[u"error"_s][u"errors"_s][0][u"reason"_s].toString(), "reason");
}

void TestGoogle::floatsAsBigQueryWritesThem()
{
    QCOMPARE(googleFloat(3.25), u"3.25"_s);
    QCOMPARE(googleFloat(-24), u"-24.0"_s);
    QCOMPARE(googleFloat(0.00001), u"1.0E-5"_s);
    QCOMPARE(googleFloat(1763769600), u"1.7637696E9"_s);
}

QTEST_GUILESS_MAIN(TestGoogle)
#include "tst_google.moc"
