// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetching.h"

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fetching.prepare(); }
    void init() { m_fetching.begin(); }
    void cleanup() { m_fetching.end(); }

    void sendsHeaderAndBearer();
    void asksAsWrittenAndNoMore();
    void trustsTheTrusted();
    void takesWhatPacksWell();
    void waitsForSlowReplies_data();
    void waitsForSlowReplies();
    void cancelsAtOnce();
    void contextMayGoInTheAnswer();
    void everyStatusIsAReply_data();
    void everyStatusIsAReply();
    void hidesAnEchoedSecret();
    void logsNoSecret();

private:
    Fetching m_fetching;
};

void TestFetcher::sendsHeaderAndBearer()
{
    Wire server(Wire::says(Wire::reply("200 OK", "{}", "X-Request-Id: r1\r\n")));
    const auto first = m_fetching.ask(bearer(server.url()));
    QVERIFY(first);
    QCOMPARE(first->status, 200);
    QCOMPARE(first->body, "{}");
    QCOMPARE(first->header("x-request-id"), "r1");
    QVERIFY(server.requests.value(0).contains(QByteArray("\r\nAuthorization: Bearer ") + Secret + "\r\n"));

    HttpRequest request;
    request.url = server.url();
    request.headers = {{"anthropic-version", "2023-06-01"}};
    request.auth = {Auth::Scheme::Header, "x-api-key"};
    request.context = {{u"page"_s, 3}};
    const auto second = m_fetching.ask(request);
    QVERIFY(second);
    QVERIFY(server.requests.value(1).contains(QByteArray("\r\nx-api-key: ") + Secret + "\r\n"));
    QVERIFY(server.requests.value(1).contains("\r\nanthropic-version: 2023-06-01\r\n"));
    QVERIFY(!server.requests.value(1).contains("Authorization"));
    QCOMPARE(second->request.context, request.context);
}

void TestFetcher::asksAsWrittenAndNoMore()
{
    Wire server(Wire::says(Wire::reply("200 OK", "{}", "Set-Cookie: session=1; Path=/\r\n")));
    const auto first = m_fetching.ask(
        bearer(server.url(u"/v1/costs?group_by%5B%5D=line_item&at=2026-01-01T00%3A00%3A00Z"_s)));
    QVERIFY(first);
    QVERIFY(server.requests.value(0).startsWith(
        "GET /v1/costs?group_by%5B%5D=line_item&at=2026-01-01T00%3A00%3A00Z HTTP/1.1\r\n"));
    QVERIFY(!server.requests.value(0).contains("Content-Length"));

    HttpRequest post = bearer(server.url(u"/query"_s));
    post.method = "POST";
    post.headers = {{"Content-Type", "application/json"}};
    post.body = R"({"q":1})";
    QVERIFY(m_fetching.ask(post));
    QVERIFY(server.requests.value(1).startsWith("POST /query HTTP/1.1\r\n"));
    QTRY_VERIFY(server.received.endsWith("\r\n\r\n{\"q\":1}"));
    QVERIFY(!server.received.contains("Cookie"));
    post.body.clear();
    QVERIFY(m_fetching.ask(post));
    QVERIFY(server.requests.value(2).contains("\r\nContent-Length: 0\r\n"));
}

void TestFetcher::trustsTheTrusted()
{
    Wire server(Wire::says(Wire::reply("200 OK", "{}")));
    server.useTls(m_fetching.certificates.certificate(u"good"_s), m_fetching.certificates.key(u"good"_s));
    const auto reply = m_fetching.ask(bearer(server.url()));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, 200);
}

void TestFetcher::takesWhatPacksWell()
{
    // 20 MB of the same bucket over and over shrink to far less than a fortieth: no bomb, below our own limit.
    const QByteArray body = '['
        + QByteArray(R"({"amount":{"value":0.06,"currency":"usd"},"line_item":null},)").repeated(350'000)
        + "0]";
    Wire server(
        Wire::says(Wire::reply("200 OK", qCompress(body, 9).mid(4), "Content-Encoding: deflate\r\n")));
    const auto reply = m_fetching.ask(bearer(server.url()));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->body.size(), body.size());
}

void TestFetcher::waitsForSlowReplies_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("GET") << QByteArray("GET");
    QTest::newRow("POST") << QByteArray("POST");
}

void TestFetcher::waitsForSlowReplies()
{
    // Once the request is sent, only idle and whole time count: a report may take a vendor half a minute.
    QFETCH(QByteArray, method);
    Wire server([](QTcpSocket &socket, const QByteArray &) {
        QTimer::singleShot(600, &socket, [&socket] { socket.write(Wire::reply("200 OK", "{}")); });
    });
    m_fetching.fetcher->setLimits({.connectMs = 200});
    HttpRequest request = bearer(server.url());
    request.method = method;
    const auto reply = m_fetching.ask(request);
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
}

void TestFetcher::cancelsAtOnce()
{
    Wire server([](QTcpSocket &, const QByteArray &) {});
    auto context = std::make_unique<QObject>();
    bool answered = false;
    m_fetching.fetcher->fetch(bearer(server.url()), Secret, context.get(),
                              [&](const Result<HttpReply> &) { answered = true; });
    QTRY_COMPARE(server.requests.size(), 1);
    context.reset();
    QTRY_COMPARE(server.open, 0);
    QVERIFY(!answered);

    // Before anything was sent, and for a request that is refused before it is sent.
    for (const QUrl &url : {server.url(), QUrl(u"http://api.vendor.test/"_s)}) {
        context = std::make_unique<QObject>();
        m_fetching.fetcher->fetch(bearer(url), Secret, context.get(),
                                  [&](const Result<HttpReply> &) { answered = true; });
        context.reset();
    }
    QVERIFY(m_fetching.ask(bearer(QUrl())).error().kind == Error::Kind::Config); // lets the event loop run
    QVERIFY(!answered);
}

void TestFetcher::contextMayGoInTheAnswer()
{
    Wire quick(Wire::says(Wire::reply("200 OK", "{}")));
    Wire silent([](QTcpSocket &, const QByteArray &) {});
    Wire large(Wire::says(Wire::reply("200 OK", QByteArray(4096, ' '))));
    FetchLimits limits;
    limits.idleMs = 50;
    limits.maxBytes = 1024;
    m_fetching.fetcher->setLimits(limits);
    for (const Wire *server : {&quick, &silent, &large}) {
        auto *context = new QObject;
        bool answered = false;
        m_fetching.fetcher->fetch(bearer(server->url()), Secret, context,
                                  [&, context](const Result<HttpReply> &) {
                                      answered = true;
                                      delete context;
                                  });
        QTRY_VERIFY(answered);
    }
}

void TestFetcher::everyStatusIsAReply_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    for (const char *status :
         {"200 OK", "204 No Content", "304 Not Modified", "400 Bad Request", "403 Forbidden", "404 Not Found",
          "429 Too Many Requests", "500 Internal Server Error", "503 Service Unavailable", "529 Overloaded"})
        QTest::newRow(status) << QByteArray(status) << QByteArray("Retry-After: 7\r\n");
    QTest::newRow("401 Bearer") << QByteArray("401 Unauthorized")
                                << QByteArray("WWW-Authenticate: Bearer\r\n");
    QTest::newRow("401 Basic") << QByteArray("401 Unauthorized")
                               << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n");
    QTest::newRow("401 bare") << QByteArray("401 Unauthorized") << QByteArray();
}

void TestFetcher::everyStatusIsAReply()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    const bool empty = status.startsWith("204") || status.startsWith("304");
    const QByteArray body = empty ? "" : R"({"error":{"message":"words"}})";
    Wire server(Wire::says(Wire::reply(status, body, headers)));
    const auto reply = m_fetching.ask(bearer(server.url()));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, status.left(3).toInt());
    QCOMPARE(reply->body, body);
    QCOMPARE(reply->header("retry-after"), headers.contains("Retry") ? "7" : "");
    QCOMPARE(server.requests.size(), 1);
}

void TestFetcher::hidesAnEchoedSecret()
{
    const QByteArray body
        = QByteArray(R"({"error":{"message":"Incorrect API key provided: )") + Secret + R"(."}})";
    Wire server(Wire::says(Wire::reply("401 Unauthorized", body)));
    const auto reply = m_fetching.ask(bearer(server.url()));
    QVERIFY(reply);
    QCOMPARE(reply->body, R"({"error":{"message":"Incorrect API key provided: [secret]."}})");
}

void TestFetcher::logsNoSecret()
{
    // The log of all that went before, with every category on.
    QVERIFY(LogTrap::text().size() > 0);
    QVERIFY(!LogTrap::text().contains(Secret));
    QVERIFY(!LogTrap::text().contains(QByteArray(Secret).toBase64()));
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
