// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/jobfetch.h"

#include "eventually.h"
#include "vendors/reply.h"
#include "wire.h"

#include <QNetworkAccessManager>
#include <QSet>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Secret = "Zq81-maple-Torrent-5521";
constexpr qint64 Now = 1795521600; // 2026-11-24 12:00:00 UTC

/// A vendor with a one-line contract: {"next": "…"} names the path of the next page.
class PlainVendor : public VendorAdapter
{
public:
    const VendorInfo &info() const override { return vendor; }
    HttpRequest firstRequest(const FetchJob &job) const override
    {
        HttpRequest request;
        request.url = job.baseUrl;
        request.auth.scheme = Auth::Scheme::Bearer;
        return request;
    }
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override
    {
        const auto body = readReply(reply, u"The report"_s, job.now);
        if (!body)
            return std::unexpected(body.error());
        Page page;
        if (body->contains(u"next"_s)) {
            page.next = reply.request;
            page.next->url.setPath(body->value(u"next"_s).toString());
        }
        return page;
    }
    HttpRequest checkRequest(const FetchJob &job) const override { return firstRequest(job); }
    Result<KeyCheck> readCheck(const FetchJob &, const HttpReply &) const override { return KeyCheck(); }

    VendorInfo vendor;
};

const QByteArray &fine()
{
    static const QByteArray reply = Wire::reply("200 OK", "{}");
    return reply;
}

/// Answers one after the other; the last goes on for ever.
Wire::Script inTurn(const QByteArrayList &replies)
{
    return [replies, turn = 0](QTcpSocket &socket, const QByteArray &) mutable {
        const QByteArray reply = replies.at(qMin<qsizetype>(turn++, replies.size() - 1));
        socket.write(reply);
    };
}

} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void triesAgainAfterPassingTrouble_data();
    void triesAgainAfterPassingTrouble();
    void asksOnceWhereAgainIsNoUse_data();
    void asksOnceWhereAgainIsNoUse();
    void givesUpInTheEnd();
    void asksForGarbledRepliesOnceMore();
    void asksNoPaidQuestionTwice();
    void countsTriesByPage();
    void waitsTwiceAsLongEachTime();
    void waitsByChance();
    void obeysRetryAfter_data();
    void obeysRetryAfter();
    void takesTheVendorsAdvice_data();
    void takesTheVendorsAdvice();
    void leavesLongWaitsToThePoller();
    void keepsTheVendorsGap();
    void stopsWhenDestroyed();
    void keepsTheSecretOutOfSnapshots();

private:
    std::unique_ptr<JobFetch> job(const Wire &server);
    Result<JobResult> run(JobFetch &fetch);
    Result<JobResult> run(const Wire &server);

    PlainVendor m_vendor;
    QElapsedTimer m_sinceLast;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Fetcher> m_fetcher;
};

void TestRetry::init()
{
    m_vendor.vendor = {};
    m_sinceLast.invalidate();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_fetcher = std::make_unique<Fetcher>(*m_network);
    m_fetcher->setLimits({.retrySecondMs = 2});
}

void TestRetry::cleanup()
{
    m_fetcher.reset();
    m_network.reset();
}

std::unique_ptr<JobFetch> TestRetry::job(const Wire &server)
{
    FetchJob job;
    job.account.id = 7;
    job.feed = Feed::Costs;
    job.days = {QDate(2026, 11, 1), QDate(2026, 11, 25)};
    job.baseUrl = server.url();
    job.now = Now;
    return std::make_unique<JobFetch>(*m_fetcher, m_vendor, job, Secret, m_sinceLast, nullptr);
}

Result<JobResult> TestRetry::run(JobFetch &fetch)
{
    std::optional<Result<JobResult>> result;
    fetch.start([&](Result<JobResult> done) { result = std::move(done); });
    if (!eventually([&] { return result.has_value(); }, 20'000))
        return failure(Error::Kind::Overflow, u"never done"_s);
    return *result;
}

Result<JobResult> TestRetry::run(const Wire &server)
{
    const auto fetch = job(server);
    return run(*fetch);
}

void TestRetry::triesAgainAfterPassingTrouble_data()
{
    QTest::addColumn<QByteArray>("trouble");
    QTest::newRow("429") << Wire::reply("429 Too Many Requests", "");
    QTest::newRow("500") << Wire::reply("500 Internal Server Error", "");
    QTest::newRow("529") << Wire::reply("529 Overloaded", "");
    QTest::newRow("504") << Wire::reply("504 Gateway Timeout", "");
    QTest::newRow("garbage") << Wire::reply("200 OK", "<html>Sign in to the hotel's network</html>");
    QTest::newRow("cut off") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\n{\"ne");
}

void TestRetry::triesAgainAfterPassingTrouble()
{
    QFETCH(QByteArray, trouble);
    m_fetcher->setLimits({.idleMs = 200, .retrySecondMs = 2});
    Wire server(inTurn({trouble, fine()}));
    const auto result = run(server);
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->snapshot.requests, 2);
    QCOMPARE(result->snapshot.replies, QByteArrayList{"{}"});
    QCOMPARE(result->snapshot.account, 7);
    QCOMPARE(result->snapshot.takenAt, Now);
}

void TestRetry::asksOnceWhereAgainIsNoUse_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("kind");
    QTest::newRow("401") << QByteArray("401 Unauthorized") << int(Error::Kind::Auth);
    QTest::newRow("403") << QByteArray("403 Forbidden") << int(Error::Kind::Permission);
    QTest::newRow("404") << QByteArray("404 Not Found") << int(Error::Kind::Config);
}

void TestRetry::asksOnceWhereAgainIsNoUse()
{
    QFETCH(QByteArray, status);
    QFETCH(int, kind);
    Wire server(inTurn({Wire::reply(status, "{}"), fine()}));
    const auto result = run(server);
    QVERIFY(!result);
    QCOMPARE(int(result.error().kind), kind);
    QCOMPARE(server.requests.size(), 1);
}

void TestRetry::givesUpInTheEnd()
{
    Wire server(Wire::says(Wire::reply("503 Service Unavailable", "")));
    const auto fetch = job(server);
    const auto result = run(*fetch);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Server);
    QCOMPARE(server.requests.size(), 5);
    QCOMPARE(fetch->requests(), 5);
}

void TestRetry::asksForGarbledRepliesOnceMore()
{
    Wire server(Wire::says(Wire::reply("200 OK", "{\"data\":")));
    const auto result = run(server);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Format);
    QCOMPARE(server.requests.size(), 2);
}

void TestRetry::asksNoPaidQuestionTwice()
{
    m_vendor.vendor.requestPrice = *Money::parse(u"0.01"_s, Currency::usd());
    Wire server(Wire::says(Wire::reply("200 OK", "{\"data\":")));
    QVERIFY(!run(server));
    QCOMPARE(server.requests.size(), 1);
}

void TestRetry::countsTriesByPage()
{
    const QByteArray busy = Wire::reply("429 Too Many Requests", "");
    Wire server(inTurn(
        {busy, busy, busy, busy, Wire::reply("200 OK", R"({"next":"/2"})"), busy, busy, busy, busy, fine()}));
    const auto result = run(server);
    QVERIFY(result);
    QCOMPARE(result->snapshot.requests, 10);
    QCOMPARE(result->snapshot.replies.size(), 2);
    QVERIFY(server.requests.last().startsWith("GET /2 "));
}

void TestRetry::waitsTwiceAsLongEachTime()
{
    constexpr int Second = 80;
    m_fetcher->setLimits({.retrySecondMs = Second});
    const QByteArray failed = Wire::reply("500 Internal Server Error", "");
    Wire server(inTurn({failed, failed, failed, failed, fine()}));
    QVERIFY(run(server));
    QCOMPARE(server.arrivals.size(), 5);
    // Half a second, less a quarter of it by chance and Qt's twentieth for coarse timers; then twice as long each time.
    double least = 0.5 * 0.75 * 0.95 * Second;
    for (qsizetype i = 1; i < server.arrivals.size(); ++i) {
        QCOMPARE_GE(server.arrivals.at(i) - server.arrivals.at(i - 1), qint64(least) - 1);
        least *= 2;
    }
}

void TestRetry::waitsByChance()
{
    const QList<int> longest{500, 1000, 2000, 4000, 8000, 8000};
    for (int tries = 0; tries < longest.size(); ++tries) {
        QSet<int> waits;
        for (int i = 0; i < 200; ++i)
            waits.insert(JobFetch::backOff(tries));
        QCOMPARE_GT(waits.size(), 20);
        QCOMPARE_LE(*std::max_element(waits.begin(), waits.end()), longest.at(tries));
        QCOMPARE_GE(*std::min_element(waits.begin(), waits.end()), longest.at(tries) * 3 / 4);
    }
}

void TestRetry::obeysRetryAfter_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("headers");
    const QByteArray date = "Date: Tue, 24 Nov 2026 12:00:00 GMT\r\n";
    QTest::newRow("seconds") << QByteArray("429 Too Many Requests") << QByteArray("Retry-After: 12\r\n");
    QTest::newRow("date") << QByteArray("429 Too Many Requests")
                          << date + "Retry-After: Tue, 24 Nov 2026 12:00:12 GMT\r\n";
    QTest::newRow("of 503") << QByteArray("503 Service Unavailable") << QByteArray("retry-after: 12\r\n");
}

void TestRetry::obeysRetryAfter()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, headers);
    constexpr int Second = 20;
    m_fetcher->setLimits({.retrySecondMs = Second});
    Wire server(inTurn({Wire::reply(status, "", headers), fine()}));
    QVERIFY(run(server));
    QCOMPARE_GE(server.arrivals.at(1) - server.arrivals.at(0), qint64(12 * Second * 0.95) - 1);
}

void TestRetry::takesTheVendorsAdvice_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("advice");
    QTest::addColumn<int>("requests");
    QTest::newRow("no use after all") << QByteArray("500 Internal Server Error") << QByteArray("false") << 1;
    QTest::newRow("a range that stays wrong") << QByteArray("400 Bad Request") << QByteArray("false") << 1;
    QTest::newRow("a refusal that passes") << QByteArray("404 Not Found") << QByteArray("true") << 2;
    QTest::newRow("a lock that timed out") << QByteArray("409 Conflict") << QByteArray() << 2;
}

void TestRetry::takesTheVendorsAdvice()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, advice);
    QFETCH(int, requests);
    const QByteArray header = advice.isEmpty() ? advice : "x-should-retry: " + advice + "\r\n";
    Wire server(inTurn({Wire::reply(status, "{}", header), fine()}));
    QCOMPARE(run(server).has_value(), requests == 2);
    QCOMPARE(server.requests.size(), requests);
}

void TestRetry::leavesLongWaitsToThePoller()
{
    Wire patient(inTurn({Wire::reply("429 Too Many Requests", "", "Retry-After: 30\r\n"), fine()}));
    QVERIFY(run(patient));
    QCOMPARE(patient.requests.size(), 2);

    Wire long_(Wire::says(Wire::reply("429 Too Many Requests", "", "Retry-After: 31\r\n")));
    const auto result = run(long_);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::RateLimited);
    QCOMPARE(result.error().retryAfter, std::optional(31));
    QCOMPARE(long_.requests.size(), 1);
}

void TestRetry::keepsTheVendorsGap()
{
    m_vendor.vendor.requestGapMs = 120;
    Wire server(inTurn(
        {Wire::reply("200 OK", R"({"next":"/2"})"), Wire::reply("500 Internal Server Error", ""), fine()}));
    QVERIFY(run(server));
    QVERIFY(run(server)); // the account's next job
    QCOMPARE(server.arrivals.size(), 4);
    for (qsizetype i = 1; i < server.arrivals.size(); ++i)
        QCOMPARE_GE(server.arrivals.at(i) - server.arrivals.at(i - 1), qint64(120 * 0.95) - 5);
}

void TestRetry::stopsWhenDestroyed()
{
    m_fetcher->setLimits({.retrySecondMs = 200});
    Wire server(Wire::says(Wire::reply("500 Internal Server Error", "")));
    auto fetch = job(server);
    bool done = false;
    fetch->start([&](const Result<JobResult> &) { done = true; });
    QVERIFY(eventually([&] { return !server.requests.isEmpty(); }));
    fetch.reset(); // while its reply is under way, or in the tenth of a second before it tries again
    m_fetcher->setLimits({.retrySecondMs = 20});
    Wire other(Wire::says(Wire::reply("500 Internal Server Error", "")));
    QVERIFY(!run(other)); // its waits are longer than the one that was broken off
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(!done);
}

void TestRetry::keepsTheSecretOutOfSnapshots()
{
    Wire server(Wire::says(Wire::reply("200 OK", QByteArray(R"({"you":")") + Secret + R"("})")));
    const auto result = run(server);
    QVERIFY(result);
    QCOMPARE(result->snapshot.replies, QByteArrayList{R"({"you":"[secret]"})"});
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
