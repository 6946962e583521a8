// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/pricerefresh.h"
#include "engine/pricestore.h"
#include "fetching.h"

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const qint64 Monday = *parseRfc3339(u"2026-11-23T12:00:00Z");
const qint64 Tuesday = *parseRfc3339(u"2026-11-24T12:00:00Z");

/// LiteLLM's shape: "one" and "two" of acme at so many dollars a million.
QByteArray liteLlm(const QByteArray &one, const QByteArray &two)
{
    return R"({"one": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": )" + one
        + R"(e-6}, "two": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": )" + two
        + "e-6}}";
}

QByteArray modelsDev(const QByteArray &one)
{
    return R"({"acme": {"models": {"one": {"cost": {"input": )" + one + "}}}}}";
}

/// A server that has one list, with an ETag, and answers 304 to whoever has it.
class ListServer : public Wire
{
public:
    ListServer()
        : Wire([this](QTcpSocket &socket, const QByteArray &request) {
              const bool known = !etag.isEmpty() && request.contains("\r\nIf-None-Match: " + etag + "\r\n");
              socket.write(known ? Wire::reply("304 Not Modified", {}, "ETag: " + etag + "\r\n")
                                 : Wire::reply(status, body,
                                               etag.isEmpty() ? QByteArray() : "ETag: " + etag + "\r\n"));
          })
    {
    }

    QByteArray status = "200 OK";
    QByteArray body;
    QByteArray etag;
};

QString statusOf(const FeedOutcome &outcome)
{
    switch (outcome.status) {
    case FeedOutcome::Status::Read:
        return u"read"_s;
    case FeedOutcome::Status::NotModified:
        return u"not modified"_s;
    case FeedOutcome::Status::Failed:
        return errorKindName(outcome.error->kind);
    }
    return {};
}

} // namespace

/// Refreshing the price book from lists on loopback servers.
class TestPriceRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fetching.prepare(); }
    void init();
    void cleanup() { m_fetching.end(); }

    void takesWhatIsNew();
    void repricesNothingInThePast();
    void asksForAChangedListOnly();
    void comparesWithTheListThatDidNotChange();
    void holdsAJump();
    void holdsAClash();
    void acceptsOneOfTwo();
    void refusesForGood();
    void oneFeedMayFail_data();
    void oneFeedMayFail();
    void cancelsAtOnce();
    void damagedDecisionsAreKept();

private:
    Result<RefreshOutcome> refresh(qint64 now);
    QString priceAt(const QString &model, qint64 at);

    Fetching m_fetching;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ListServer> m_liteLlm;
    std::unique_ptr<ListServer> m_modelsDev;
};

void TestPriceRefresh::init()
{
    m_fetching.begin();
    m_folder = std::make_unique<QTemporaryDir>();
    m_liteLlm = std::make_unique<ListServer>();
    m_modelsDev = std::make_unique<ListServer>();
    m_liteLlm->body = liteLlm("2", "5");
    m_modelsDev->body = modelsDev("2");
}

Result<RefreshOutcome> TestPriceRefresh::refresh(qint64 now)
{
    PriceRefresh run(*m_fetching.fetcher, m_folder->path(), now, nullptr);
    std::optional<Result<RefreshOutcome>> outcome;
    run.start({{u"litellm"_s, PriceListFormat::LiteLlm, m_liteLlm->url()},
               {u"models.dev"_s, PriceListFormat::ModelsDev, m_modelsDev->url()}},
              [&outcome](Result<RefreshOutcome> result) { outcome = std::move(result); });
    if (!eventually([&] { return outcome.has_value(); }, 20'000))
        return failure(Error::Kind::Timeout, u"never done"_s);
    return *outcome;
}

/// Dollars for a million tokens of input; "–" = no price.
QString TestPriceRefresh::priceAt(const QString &model, qint64 at)
{
    const auto book = openPriceBook(m_folder->path());
    const auto priced = book->price({u"acme"_s, model, at}, {{u"input"_s, 1'000'000}});
    return priced && priced->cost ? priced->cost->toString() : u"–"_s;
}

void TestPriceRefresh::takesWhatIsNew()
{
    const auto outcome = refresh(Monday);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->gate.taken.size(), 2); // "one" once, though two feeds tell it
    QVERIFY(outcome->gate.held.isEmpty());
    QCOMPARE(priceAt(u"one"_s, Monday), u"2"_s);
    QCOMPARE(priceAt(u"two"_s, Monday), u"5"_s);
    const auto book = openPriceBook(m_folder->path());
    const Provenance provenance = book->rowsOf(u"acme"_s, u"two"_s).first().provenance;
    QCOMPARE(provenance.source, m_liteLlm->url().toString());
    QCOMPARE(provenance.asOf, u"2026-11-23"_s);
}

void TestPriceRefresh::repricesNothingInThePast()
{
    QVERIFY(refresh(Monday));
    m_liteLlm->body = liteLlm("3", "5");
    m_modelsDev->body = modelsDev("3");
    const auto outcome = refresh(Tuesday);
    QVERIFY(outcome);
    QCOMPARE(outcome->gate.taken.size(), 1);
    QCOMPARE(outcome->gate.unchanged, 1);
    QCOMPARE(priceAt(u"one"_s, Tuesday - 1), u"2"_s);
    QCOMPARE(priceAt(u"one"_s, Tuesday), u"3"_s);
    QCOMPARE(priceAt(u"one"_s, Monday - 1), u"–"_s); // before anybody told it
}

void TestPriceRefresh::asksForAChangedListOnly()
{
    m_liteLlm->etag = "\"v1\"";
    QVERIFY(refresh(Monday));
    QVERIFY(!m_liteLlm->requests.value(0).contains("If-None-Match"));
    const auto again = refresh(Tuesday);
    QVERIFY(again);
    QVERIFY(m_liteLlm->requests.value(1).contains("\r\nIf-None-Match: \"v1\"\r\n"));
    QCOMPARE(statusOf(again->feeds[0]), u"not modified"_s);
    QCOMPARE(statusOf(again->feeds[1]), u"read"_s); // it tells no ETag
    QVERIFY(again->gate.taken.isEmpty());
    m_liteLlm->etag = "\"v2\"";
    m_liteLlm->body = liteLlm("2", "6");
    const auto changed = refresh(Tuesday);
    QVERIFY(changed);
    QCOMPARE(statusOf(changed->feeds[0]), u"read"_s);
    QCOMPARE(priceAt(u"two"_s, Tuesday), u"6"_s);
}

void TestPriceRefresh::comparesWithTheListThatDidNotChange()
{
    m_liteLlm->etag = "\"v1\"";
    QVERIFY(refresh(Monday));
    m_modelsDev->body = modelsDev("3");
    const auto outcome = refresh(Tuesday);
    QVERIFY(outcome);
    QCOMPARE(statusOf(outcome->feeds[0]), u"not modified"_s);
    QCOMPARE(outcome->gate.held.size(), 1);
    QCOMPARE(outcome->gate.held[0].reason, HeldPrice::Reason::Clash);
    QCOMPARE(outcome->gate.held[0].feed, u"models.dev"_s);
    QCOMPARE(priceAt(u"one"_s, Tuesday), u"2"_s);
}

void TestPriceRefresh::holdsAJump()
{
    QVERIFY(refresh(Monday));
    m_liteLlm->body = liteLlm("2", "10.000001");
    const auto outcome = refresh(Tuesday);
    QVERIFY(outcome);
    QCOMPARE(outcome->gate.held.size(), 1);
    QCOMPARE(outcome->gate.held[0].reason, HeldPrice::Reason::Jump);
    QCOMPARE(outcome->gate.held[0].row.price.toString(), u"10.000001"_s);
    QCOMPARE(outcome->gate.held[0].before->price.toString(), u"5"_s);
    QCOMPARE(priceAt(u"two"_s, Tuesday), u"5"_s);
    // Just twice is a change like any other; the held one is gone with its list.
    m_liteLlm->body = liteLlm("2", "10");
    QVERIFY(refresh(Tuesday));
    QCOMPARE(priceAt(u"two"_s, Tuesday), u"10"_s);
    QVERIFY(readHeldPrices(m_folder->path())->held.isEmpty());
    m_liteLlm->body = liteLlm("2", "4.999999");
    QCOMPARE(refresh(Tuesday + 60)->gate.held.size(), 1);
}

void TestPriceRefresh::holdsAClash()
{
    m_modelsDev->body = modelsDev("2.5");
    const auto outcome = refresh(Monday);
    QVERIFY(outcome);
    QCOMPARE(outcome->gate.taken.size(), 1); // "two", that one feed alone tells
    QCOMPARE(outcome->gate.held.size(), 2);
    QCOMPARE(priceAt(u"one"_s, Monday), u"–"_s);
}

void TestPriceRefresh::acceptsOneOfTwo()
{
    m_modelsDev->body = modelsDev("2.5");
    QVERIFY(refresh(Monday));
    const QList<HeldPrice> held = readHeldPrices(m_folder->path())->held;
    QCOMPARE(held.size(), 2);
    // Not both, and nothing that is not there.
    const auto both = acceptHeldPrices(m_folder->path(), {held[0].id(), held[1].id()}, Tuesday);
    QVERIFY(!both);
    QCOMPARE(both.error().kind, Error::Kind::Config);
    QVERIFY(!acceptHeldPrices(m_folder->path(), {u"000000000000"_s}, Tuesday));
    QCOMPARE(priceAt(u"one"_s, Tuesday), u"–"_s);
    QCOMPARE(held[1].feed, u"models.dev"_s);
    QVERIFY(acceptHeldPrices(m_folder->path(), {held[1].id()}, Tuesday));
    QCOMPARE(priceAt(u"one"_s, Tuesday), u"2.5"_s);
    QCOMPARE(priceAt(u"one"_s, Tuesday - 1), u"–"_s);
    // The other feed's price is refused by that: it does not come up again.
    const auto again = refresh(Tuesday + 60);
    QVERIFY(again);
    QVERIFY(again->gate.held.isEmpty());
    QCOMPARE(again->gate.rejected, 1);
    QCOMPARE(priceAt(u"one"_s, Tuesday + 60), u"2.5"_s);
}

void TestPriceRefresh::refusesForGood()
{
    QVERIFY(refresh(Monday));
    m_liteLlm->body = liteLlm("2", "50");
    QVERIFY(refresh(Tuesday));
    const QString id = readHeldPrices(m_folder->path())->held.value(0).id();
    QVERIFY(rejectHeldPrices(m_folder->path(), {id}));
    const auto again = refresh(Tuesday + 60);
    QVERIFY(again);
    QVERIFY(again->gate.held.isEmpty());
    QCOMPARE(priceAt(u"two"_s, Tuesday + 60), u"5"_s);
    m_liteLlm->body = liteLlm("2", "60"); // another price is another question
    QCOMPARE(refresh(Tuesday + 120)->gate.held.size(), 1);
}

void TestPriceRefresh::oneFeedMayFail_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("cut off") << QByteArray("200 OK") << liteLlm("3", "6").chopped(9) << u"Format"_s;
    QTest::newRow("another shape") << QByteArray("200 OK") << QByteArray(R"({"models": []})") << u"Format"_s;
    QTest::newRow("a negative price") << QByteArray("200 OK") << liteLlm("3", "-6") << u"Format"_s;
    QTest::newRow("a page for people") << QByteArray("200 OK") << QByteArray("<html></html>") << u"Format"_s;
    QTest::newRow("too large") << QByteArray("200 OK") << liteLlm("3", "6") + QByteArray(5000, ' ')
                               << u"Format"_s;
    QTest::newRow("server's fault") << QByteArray("503 Service Unavailable") << QByteArray() << u"Server"_s;
    QTest::newRow("too many") << QByteArray("429 Too Many Requests") << QByteArray() << u"RateLimited"_s;
    QTest::newRow("unasked 304") << QByteArray("304 Not Modified") << QByteArray() << u"Server"_s;
}

void TestPriceRefresh::oneFeedMayFail()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    FetchLimits limits;
    limits.maxBytes = 4000;
    m_fetching.fetcher->setLimits(limits);
    m_liteLlm->status = status;
    m_liteLlm->body = body;
    m_liteLlm->etag.clear();
    const auto outcome = refresh(Monday);
    QVERIFY(outcome);
    QTEST(statusOf(outcome->feeds[0]), "outcome");
    // Nothing of it is in the book, and the other feed is.
    QCOMPARE(priceAt(u"two"_s, Monday), u"–"_s);
    QCOMPARE(priceAt(u"one"_s, Monday), u"2"_s);
    // A damaged list is not taken for the last one read.
    m_liteLlm->status = "200 OK";
    m_liteLlm->body = liteLlm("2", "5");
    QVERIFY(refresh(Tuesday));
    QVERIFY(!m_liteLlm->requests.value(1).contains("If-None-Match"));
    QCOMPARE(priceAt(u"two"_s, Tuesday), u"5"_s);
}

void TestPriceRefresh::cancelsAtOnce()
{
    bool done = false;
    {
        PriceRefresh run(*m_fetching.fetcher, m_folder->path(), Monday, nullptr);
        run.start({{u"litellm"_s, PriceListFormat::LiteLlm, m_liteLlm->url()}},
                  [&done](const Result<RefreshOutcome> &) { done = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!done);
    QCOMPARE(priceAt(u"one"_s, Monday), u"–"_s);
}

void TestPriceRefresh::damagedDecisionsAreKept()
{
    QFile file(m_folder->filePath(u"held-prices.json"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("{\"held\": [{}]}");
    file.close();
    const auto outcome = refresh(Monday);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Storage);
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), "{\"held\": [{}]}");
    QCOMPARE(priceAt(u"one"_s, Monday), u"–"_s);
}

QTEST_GUILESS_MAIN(TestPriceRefresh)
#include "tst_pricerefresh.moc"
