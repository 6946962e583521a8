// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwatch.h"
#include "engine/engine.h"
#include "engine/settings.h"
#include "engine/simplestores.h"
#include "engine/webhooks.h"
#include "handmade.h"
#include "receivers.h"
#include "wire.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Nov24 = 1795521611; // 2026-11-24 12:00:11 UTC
constexpr qint64 Minute = 60;

Alert alertOf(const QString &name)
{
    return {.budget = 1,
            .budgetName = name,
            .periodStart = QDate(2026, 11, 1),
            .periodEnd = QDate(2026, 12, 1),
            .threshold = 100,
            .spent = HandMadeLedger::money(u"1520"_s),
            .amount = HandMadeLedger::money(u"1500"_s),
            .causeModel = u"claude <opus> & more"_s,
            .causeKey = u"batch-eval"_s,
            .causeDay = QDate(2026, 11, 18),
            .causeAmount = HandMadeLedger::money(u"61.20"_s),
            .raisedAt = Nov24};
}

/// One run of the program over a ledger, at one instant.
class Program
{
public:
    Program(const QString &folder, qint64 now, std::shared_ptr<WebhookAddress> address)
        : m_engine(std::move(*Engine::open({.dataFolder = folder, .now = now}))), m_webhooks(*m_engine)
    {
        auto memory = std::make_unique<MemoryStore>();
        if (address)
            memory->write(u"webhook:team"_s, addressToSecret(*address), &m_webhooks,
                          [](const Result<void> &) {});
        m_engine->secrets().setStore(SecretPlace::Keyring, std::move(memory));
        m_engine->fetcher().setLimits({.connectMs = 2000, .idleMs = 300, .wholeMs = 3000});
    }

    /// As after a sync.
    bool look()
    {
        AlertWatch watch(*m_engine);
        QSignalSpy finished(&watch, &AlertWatch::finished);
        watch.look();
        return finished.count() == 1 || finished.wait();
    }
    bool deliver()
    {
        QSignalSpy finished(&m_webhooks, &Webhooks::finished);
        m_webhooks.deliver();
        return finished.count() == 1 || finished.wait();
    }
    Result<void> test(const Webhook &webhook)
    {
        std::optional<Result<void>> answer;
        m_webhooks.test(webhook, [&answer](const Result<void> &sent) { answer = sent; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); })
            ? *answer
            : failure(Error::Kind::Timeout, u"test"_s);
    }

private:
    std::unique_ptr<Engine> m_engine;
    Webhooks m_webhooks;
};

} // namespace

/// Against servers on loopback that check what the vendors' own receivers check.
class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signaturesAreThePublishedOnes();
    void everyKindIsTaken_data();
    void everyKindIsTaken();
    void chatsReadWhatAPersonNeeds();
    void longTextsAreCutBetweenCharacters();
    void allThatIsDueGoesAsOne();
    void temporaryFailuresAreTriedAgain();
    void waitsDoubleUntilItGivesUp();
    void refusalsAreDeadLetters_data();
    void refusalsAreDeadLetters();
    void hangingAndRedirectsLoseNothing();
    void tlsIsVerified();
    void snoozedAlertsWait();
    void quietHoursHoldAndTellTogether();
    void keepsItsSecrets();
    void addressesAreChecked();

private:
    void start(WebhookKind kind, const Wire::Script &script);
    Delivery delivery() const { return m_ledger->store().deliveries()->last(); }
    std::unique_ptr<Program> program(qint64 now = Nov24 + 1)
    {
        return std::make_unique<Program>(m_ledger->folder(), now, m_address);
    }

    TestCertificates m_certificates;
    std::unique_ptr<LogTrap> m_log;
    std::unique_ptr<HandMadeLedger> m_ledger;
    std::unique_ptr<Wire> m_server;
    std::shared_ptr<WebhookAddress> m_address;
    Webhook m_webhook;
};

void TestWebhooks::initTestCase()
{
    m_log = std::make_unique<LogTrap>();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY2(m_certificates.make(), "openssl made no certificates");
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(m_certificates.certificate(u"ca"_s));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestWebhooks::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
    m_server.reset();
    m_address = std::make_shared<WebhookAddress>();
}

/// A webhook of that kind and one alert that it is owed.
void TestWebhooks::start(WebhookKind kind, const Wire::Script &script)
{
    m_server = std::make_unique<Wire>(script);
    *m_address = {m_server->url(u"/hook?access_token="_s + QString::fromLatin1(token)), secret};
    m_webhook = *m_ledger->store().addWebhook({.name = u"team"_s, .kind = kind});
    Alert alert = alertOf(u"All AI"_s);
    QVERIFY(*m_ledger->store().recordAlert(alert));
}

/// Reckoned with Python's hmac module for 2026-11-24T12:00:11Z.
void TestWebhooks::signaturesAreThePublishedOnes()
{
    const WebhookAddress address{QUrl(u"https://oapi.example/robot/send?access_token=abc"_s), secret};
    const HttpRequest ding = webhookRequest(WebhookKind::DingTalk, address, {}, Nov24);
    QCOMPARE(ding.url.toEncoded(),
             QByteArray("https://oapi.example/robot/send?access_token=abc&timestamp=1795521611000"
                        "&sign=zK2DUt0VahdIN3DKDeDXzxj%2Bsi%2FSx%2FA8MLB7MdibeRA%3D"));
    const HttpRequest feishu = webhookRequest(WebhookKind::Feishu, address, {}, Nov24);
    QCOMPARE(feishu.url, address.url);
    const QJsonObject body = QJsonDocument::fromJson(feishu.body).object();
    QCOMPARE(body[u"timestamp"_s].toString(), u"1795521611"_s);
    QCOMPARE(body[u"sign"_s].toString(), u"XcfWQ7qis4KfKhRi9+BMVgLwkthdeY4cGsMjApnznts="_s);
    // Without a secret nothing pretends to be signed.
    const WebhookAddress open{address.url};
    QVERIFY(!webhookRequest(WebhookKind::DingTalk, open, {}, Nov24).url.query().contains(u"sign"));
    QCOMPARE(webhookRequest(WebhookKind::Generic, open, {}, Nov24).headers.size(), 1);
}

void TestWebhooks::everyKindIsTaken_data()
{
    QTest::addColumn<int>("kind");
    QList<WebhookKind> kinds = allWebhookKinds();
    kinds.removeOne(WebhookKind::Email); // tst_mailer
    for (const WebhookKind kind : std::as_const(kinds))
        QTest::newRow(qPrintable(webhookKindName(kind))) << static_cast<int>(kind);
}

void TestWebhooks::everyKindIsTaken()
{
    QFETCH(int, kind);
    const auto one = static_cast<WebhookKind>(kind);
    start(one, [one](QTcpSocket &socket, const QByteArray &request) {
        const QString fault = faultOf(one, request);
        socket.write(fault.isEmpty() ? takenBy(one) : Wire::reply("400 Bad Request", fault.toUtf8()));
    });
    const auto running = program();
    QVERIFY(running->deliver());
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(faultOf(one, m_server->requests.first()), QString());
    QCOMPARE(delivery().deliveredAt, Nov24 + 1);
    QVERIFY(running->deliver()); // once
    QCOMPARE(m_server->requests.size(), 1);
    QVERIFY(running->test(m_webhook));
    QCOMPARE(faultOf(one, m_server->requests.last()), QString());
}

void TestWebhooks::chatsReadWhatAPersonNeeds()
{
    start(WebhookKind::Slack, Wire::says(takenBy(WebhookKind::Slack)));
    QVERIFY(program()->deliver());
    QCOMPARE(
        jsonOf(m_server->requests.first())[u"text"_s].toString(),
        u"Budget “All AI”: 100 %\nAll AI has passed 100 % of $1,500.00. Largest cause: claude &lt;opus&gt; "
        u"&amp; "
        u"more, +$61.20 on 18 Nov (key “batch-eval”).\nSee what the key “batch-eval” does, or raise the budget."_s);
    const WebhookAddress address{QUrl(u"https://hook.example/"_s), secret};
    const QJsonObject generic
        = QJsonDocument::fromJson(
              webhookRequest(WebhookKind::Generic, address, {alertOf(u"X"_s)}, Nov24).body)
              .object();
    QCOMPARE(generic[u"event"_s].toString(), u"alerts"_s);
    QCOMPARE(generic[u"sent_at"_s].toString(), u"2026-11-24T12:00:11Z"_s);
    const QJsonObject alert = generic[u"alerts"_s][0].toObject();
    QCOMPARE(alert[u"kind"_s].toString(), u"actual"_s);
    QCOMPARE(alert[u"severity"_s].toString(), u"critical"_s);
    QCOMPARE(alert[u"spent"_s][u"amount"_s].toString(), u"1520.00"_s);
}

void TestWebhooks::longTextsAreCutBetweenCharacters()
{
    const WebhookAddress address{QUrl(u"https://hook.example/"_s)};
    const QList<Alert> many(100, alertOf(u"预算"_s));
    for (int shift = 0; shift < 3; ++shift) {
        QList<Alert> alerts = many;
        alerts.first().budgetName.prepend(QString(shift, u'x'));
        const QJsonObject body
            = QJsonDocument::fromJson(webhookRequest(WebhookKind::WeCom, address, alerts, Nov24).body)
                  .object();
        const QString text = body[u"text"_s][u"content"_s].toString();
        QVERIFY(text.toUtf8().size() <= 2048);
        QVERIFY(text.toUtf8().size() > 1990);
        QVERIFY(text.endsWith(u'…'));
        QVERIFY(!text.contains(QChar::ReplacementCharacter));
    }
}

void TestWebhooks::allThatIsDueGoesAsOne()
{
    start(WebhookKind::Generic, Wire::says(takenBy(WebhookKind::Generic)));
    Alert second = alertOf(u"Evals"_s);
    second.budget = 2;
    QVERIFY(*m_ledger->store().recordAlert(second));
    QVERIFY(program()->deliver());
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(jsonOf(m_server->requests.first())[u"alerts"_s].toArray().size(), 2);
}

/// The server fails once; the program is started anew meanwhile.
void TestWebhooks::temporaryFailuresAreTriedAgain()
{
    int asked = 0;
    start(WebhookKind::Generic, [&asked](QTcpSocket &socket, const QByteArray &) {
        socket.write(++asked == 1 ? Wire::reply("503 Unavailable", {}) : takenBy(WebhookKind::Generic));
    });
    QVERIFY(program()->deliver());
    const Delivery failed = delivery();
    QVERIFY(failed.isPending());
    QCOMPARE(failed.tries, 1);
    QVERIFY(failed.problem.contains(u"503"));
    QVERIFY(failed.dueAt > Nov24 + 1 + 40 && failed.dueAt <= Nov24 + 1 + Minute);
    QVERIFY(program(failed.dueAt - 1)->deliver());
    QCOMPARE(asked, 1);
    QVERIFY(program(failed.dueAt)->deliver());
    QCOMPARE(asked, 2);
    QCOMPARE(delivery().deliveredAt, failed.dueAt);
    QVERIFY(delivery().problem.isEmpty());
}

void TestWebhooks::waitsDoubleUntilItGivesUp()
{
    const auto serverFailed = std::unexpected(Error{Error::Kind::Server, u"It failed."_s});
    Delivery delivery{.id = 1};
    QList<qint64> minutes;
    for (int i = 0; i < 11; ++i) {
        delivery = afterTry(delivery, serverFailed, 0, 0);
        minutes.append(delivery.dueAt / Minute);
        QVERIFY(delivery.isPending());
    }
    QCOMPARE(minutes, QList<qint64>({1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60}));
    delivery = afterTry(delivery, serverFailed, 77, 0);
    QCOMPARE(delivery.givenUpAt, 77);
    QCOMPARE(delivery.tries, 12);
    QVERIFY(!delivery.isPending());

    QCOMPARE(afterTry({}, serverFailed, 0, 1).dueAt, 48); // jitter: a fifth earlier at most
    Error busy{Error::Kind::RateLimited, u"Busy."_s};
    busy.retryAfter = 900;
    QCOMPARE(afterTry({}, std::unexpected(busy), 0, 0).dueAt, 900);
    const Delivery locked = afterTry({}, std::unexpected(Error{Error::Kind::Keychain, u"Locked."_s}), 0, 0);
    QCOMPARE(locked.tries, 0);
    QVERIFY(locked.isPending());
}

void TestWebhooks::refusalsAreDeadLetters_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<bool>("isDead");
    const auto row = [](const char *name, WebhookKind kind, const QByteArray &reply, bool isDead) {
        QTest::newRow(name) << static_cast<int>(kind) << reply << isDead;
    };
    row("no such hook", WebhookKind::Slack, Wire::reply("404 Not Found", "no_service"), true);
    row("slack is busy", WebhookKind::Slack, Wire::reply("429 Too Many Requests", {}, "Retry-After: 30\r\n"),
        false);
    row("feishu signature", WebhookKind::Feishu,
        Wire::reply("200 OK", R"({"code":19021,"msg":"sign match fail"})"), true);
    row("feishu is busy", WebhookKind::Feishu,
        Wire::reply("200 OK", R"({"code":11232,"msg":"frequency limited"})"), false);
    row("feishu's older answer", WebhookKind::Feishu,
        Wire::reply("200 OK", R"({"StatusCode":19001,"StatusMessage":"invalid"})"), true);
    row("dingtalk signature", WebhookKind::DingTalk,
        Wire::reply("200 OK", R"({"errcode":310000,"errmsg":"sign not match"})"), true);
    row("dingtalk is busy", WebhookKind::DingTalk,
        Wire::reply("200 OK", R"({"errcode":130101,"errmsg":"send too fast"})"), false);
    row("wecom address", WebhookKind::WeCom,
        Wire::reply("200 OK", R"({"errcode":93000,"errmsg":"invalid webhook url"})"), true);
    row("wecom is busy", WebhookKind::WeCom,
        Wire::reply("200 OK", R"({"errcode":45009,"errmsg":"api freq out of limit"})"), false);
    row("another server", WebhookKind::WeCom, Wire::reply("200 OK", "<html>hello</html>"), true);
}

void TestWebhooks::refusalsAreDeadLetters()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, reply);
    QFETCH(bool, isDead);
    start(static_cast<WebhookKind>(kind), Wire::says(reply));
    QVERIFY(program()->deliver());
    const Delivery after = delivery();
    QCOMPARE(after.givenUpAt, isDead ? Nov24 + 1 : 0);
    QCOMPARE(after.deliveredAt, 0);
    QVERIFY(!after.problem.isEmpty());
    QVERIFY(program(Nov24 + 24 * 3600)->deliver());
    QCOMPARE(m_server->requests.size(), isDead ? 1 : 2);
}

void TestWebhooks::hangingAndRedirectsLoseNothing()
{
    Wire elsewhere(Wire::says(takenBy(WebhookKind::Generic)));
    const QByteArray redirect
        = Wire::reply("307 Temporary Redirect", {}, "Location: " + elsewhere.url().toEncoded() + "\r\n");
    bool hangs = true;
    start(WebhookKind::Generic, [&](QTcpSocket &socket, const QByteArray &) {
        if (!hangs)
            socket.write(redirect);
    });
    QVERIFY(program()->deliver());
    QVERIFY(delivery().isPending());
    QCOMPARE(delivery().tries, 1);
    hangs = false;
    QVERIFY(program(Nov24 + 10 * Minute)->deliver());
    QVERIFY(delivery().isPending());
    QCOMPARE(delivery().tries, 2);
    QVERIFY(elsewhere.requests.isEmpty());
}

void TestWebhooks::tlsIsVerified()
{
    start(WebhookKind::Generic, Wire::says(takenBy(WebhookKind::Generic)));
    m_server->useTls(m_certificates.certificate(u"self"_s), m_certificates.key(u"self"_s));
    m_address->url = m_server->url(u"/hook"_s);
    QVERIFY(program()->deliver());
    QVERIFY(delivery().isPending());
    QVERIFY(m_server->requests.isEmpty());
    m_server->useTls(m_certificates.certificate(u"good"_s), m_certificates.key(u"good"_s));
    QVERIFY(program(Nov24 + 10 * Minute)->deliver());
    QCOMPARE(m_server->requests.size(), 1);
    QVERIFY(delivery().deliveredAt > 0);
}

void TestWebhooks::snoozedAlertsWait()
{
    start(WebhookKind::Generic, Wire::says(takenBy(WebhookKind::Generic)));
    const qint64 id = m_ledger->store().alerts(0)->first().id;
    QVERIFY(m_ledger->store().snoozeAlert(id, Nov24 + 3600));
    QVERIFY(program()->deliver());
    QVERIFY(m_server->requests.isEmpty());
    QVERIFY(program(Nov24 + 3600)->deliver());
    QCOMPARE(m_server->requests.size(), 1);
}

/// From an hour before noon of the test's day to an hour after it, in local time.
void TestWebhooks::quietHoursHoldAndTellTogether()
{
    start(WebhookKind::Generic, Wire::says(takenBy(WebhookKind::Generic)));
    const QDateTime here = QDateTime::fromSecsSinceEpoch(Nov24);
    Settings(m_ledger->folder()).setQuietHours(here.addSecs(-3600).time(), here.addSecs(3600).time());
    QVERIFY(program(Nov24 + 1)->look());
    Alert second = alertOf(u"Evals"_s);
    second.budget = 2;
    QVERIFY(*m_ledger->store().recordAlert(second));
    QVERIFY(program(Nov24 + 1800)->look());
    QVERIFY(m_server->requests.isEmpty());
    QVERIFY(program(Nov24 + 3601)->look());
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(jsonOf(m_server->requests.first())[u"alerts"_s].toArray().size(), 2);
}

/// Neither address nor secret is in any file of the data folder or in any log, whatever goes wrong.
void TestWebhooks::keepsItsSecrets()
{
    start(WebhookKind::DingTalk, [](QTcpSocket &socket, const QByteArray &request) {
        socket.write(Wire::reply("500 Oops", request)); // echoes everything
    });
    m_log.reset();
    m_log = std::make_unique<LogTrap>();
    const auto running = program();
    QVERIFY(running->deliver());
    QCOMPARE(m_server->requests.size(), 1);
    QVERIFY(m_server->requests.first().contains(token));
    QVERIFY(!LogTrap::text().isEmpty());
    QVERIFY(!LogTrap::text().contains(secret));
    QVERIFY(!delivery().problem.toUtf8().contains(token));
    QDirIterator files(m_ledger->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(token) && !bytes.contains(secret), qPrintable(file.fileName()));
        ++count;
    }
    QVERIFY(count > 0);
}

void TestWebhooks::addressesAreChecked()
{
    for (const char *wrong :
         {"", "hooks.example/x", "http://hooks.example/x", "ftp://hooks.example/x",
          "https://user:pass@hooks.example/x", "https://", R"({"url":"http://hooks.example/"})"})
        QVERIFY2(!addressFromSecret(WebhookKind::Slack, wrong), wrong);
    for (const char *right : {"https://hooks.example/x?y=z", "http://127.0.0.1:8123/api/webhook/x\n",
                              "http://localhost/x", "http://[::1]/x"})
        QVERIFY2(addressFromSecret(WebhookKind::Slack, right).has_value(), right);
    const WebhookAddress address{QUrl(u"https://hooks.example/a%2Fb?key=c%2Bd"_s), "s\"e cret"};
    const auto back = addressFromSecret(WebhookKind::Generic, addressToSecret(address));
    QCOMPARE(back->url.toEncoded(), QByteArray("https://hooks.example/a%2Fb?key=c%2Bd"));
    QCOMPARE(back->secret, address.secret);
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
