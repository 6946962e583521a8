// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/webhookformat.h"
#include "eventually.h"
#include "mailserver.h"

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Nov24 = 1795521611; // 2026-11-24 12:00:11 UTC
const QByteArray password = "Zq81-maple Torrent";

Alert alertOf(const QString &name)
{
    return {.budget = 1,
            .budgetName = name,
            .periodStart = QDate(2026, 11, 1),
            .periodEnd = QDate(2026, 12, 1),
            .threshold = 100,
            .spent = *Money::parse(u"1520"_s, Currency::usd()),
            .amount = *Money::parse(u"1500"_s, Currency::usd()),
            .raisedAt = Nov24};
}

} // namespace

/// Against a mail server on loopback that knows the protocol.
class TestMailer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sendsOverTls_data();
    void sendsOverTls();
    void hasNoPasswordWithoutTls();
    void refusesStrangersCertificates();
    void saysWhatTheServerSaid_data();
    void saysWhatTheServerSaid();
    void givesUpInTime();
    void headersHoldAnyScript();
    void addressesAreChecked();

private:
    Result<void> send(const QList<Alert> &alerts = {}, int timeoutMs = 5000);
    QByteArray header(const QByteArray &name) const;

    TestCertificates m_certificates;
    std::unique_ptr<MailServer> m_server;
};

void TestMailer::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY2(m_certificates.make(), "openssl made no certificates");
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(m_certificates.certificate(u"ca"_s));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TestMailer::init()
{
    m_server = std::make_unique<MailServer>();
}

Result<void> TestMailer::send(const QList<Alert> &alerts, int timeoutMs)
{
    const WebhookAddress address{m_server->url(u"me@example.org"_s, u"me@example.org,team@example.org"_s),
                                 password};
    Mailer mailer;
    mailer.setTimeout(timeoutMs);
    std::optional<Result<void>> answer;
    mailer.send(webhookMail(address, alerts, Nov24), this,
                [&answer](const Result<void> &sent) { answer = sent; });
    if (!eventually([&answer] { return answer.has_value(); }, 20'000))
        return failure(Error::Kind::Overflow, u"never answered"_s);
    if (!*answer && errorSentence(answer->error()).contains(QLatin1StringView(password)))
        return failure(Error::Kind::Overflow, u"the password is in the error"_s);
    return *answer;
}

QByteArray TestMailer::header(const QByteArray &name) const
{
    for (const QByteArray &line : m_server->message.split('\n')) {
        if (line.startsWith(name + ": "))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}

void TestMailer::sendsOverTls_data()
{
    QTest::addColumn<bool>("implicit");
    QTest::newRow("from the start") << true;
    QTest::newRow("STARTTLS") << false;
}

void TestMailer::sendsOverTls()
{
    QFETCH(bool, implicit);
    m_server->useTls(m_certificates.certificate(u"good"_s), m_certificates.key(u"good"_s));
    m_server->implicitTls = implicit;
    m_server->offersStartTls = !implicit;
    const auto sent = send({alertOf(u"All AI"_s)});
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(errorSentence(sent.error())));
    QCOMPARE(m_server->loggedIn, "me@example.org " + password);
    QCOMPARE(m_server->from, "me@example.org");
    QCOMPARE(m_server->to, (QByteArrayList{"me@example.org", "team@example.org"}));
    QVERIFY(!m_server->plain.contains("AUTH"));
    QCOMPARE(header("Date"), "24 Nov 2026 12:00:11 +0000");
    QCOMPARE(header("Auto-Submitted"), "auto-generated");
    const qsizetype body = m_server->message.indexOf("\r\n\r\n") + 4;
    const QString text = QString::fromUtf8(QByteArray::fromBase64(m_server->message.mid(body)));
    QVERIFY(text.contains(u"All AI has passed 100 % of $1,500.00."));
}

/// Whoever stands in between and hides STARTTLS gets nothing; on this computer there is nobody in between.
void TestMailer::hasNoPasswordWithoutTls()
{
    const auto sent = send();
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(errorSentence(sent.error())));
    m_server->refuses = "STARTTLS";
    m_server->refusal = "454 not now";
    m_server->offersStartTls = true;
    m_server->loggedIn.clear();
    Mail mail = webhookMail({m_server->url(u"me@example.org"_s, u"me@example.org"_s), password}, {}, Nov24);
    mail.server.setHost(u"127.0.0.1.nip.invalid"_s); // no address of this computer
    std::optional<Result<void>> answer;
    Mailer mailer;
    mailer.send(mail, this, [&answer](const Result<void> &done) { answer = done; });
    QVERIFY(eventually([&answer] { return answer.has_value(); }, 20'000));
    QCOMPARE(answer->error().kind, Error::Kind::Network);
    QVERIFY(m_server->loggedIn.isEmpty());
}

void TestMailer::refusesStrangersCertificates()
{
    m_server->useTls(m_certificates.certificate(u"self"_s), m_certificates.key(u"self"_s));
    m_server->implicitTls = true;
    QCOMPARE(send().error().kind, Error::Kind::Tls);
    QVERIFY(m_server->loggedIn.isEmpty());
}

void TestMailer::saysWhatTheServerSaid_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<int>("kind");
    const auto row
        = [](const char *name, const QByteArray &command, const QByteArray &reply, Error::Kind kind) {
              QTest::newRow(name) << command << reply << static_cast<int>(kind);
          };
    row("wrong password", "AUTH", "535 5.7.8 no", Error::Kind::Auth);
    row("unknown receiver", "RCPT", "550 5.1.1 nobody here", Error::Kind::Config);
    row("busy", "MAIL", "451 4.3.2 later", Error::Kind::Server);
}

void TestMailer::saysWhatTheServerSaid()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, reply);
    QFETCH(int, kind);
    m_server->useTls(m_certificates.certificate(u"good"_s), m_certificates.key(u"good"_s));
    m_server->implicitTls = true;
    m_server->refuses = command;
    m_server->refusal = reply;
    const auto sent = send();
    QVERIFY(!sent);
    QCOMPARE(static_cast<int>(sent.error().kind), kind);
    QVERIFY(sent.error().detail.contains(QLatin1StringView(reply.left(3))));
    QVERIFY(m_server->message.isEmpty());
}

void TestMailer::givesUpInTime()
{
    m_server->isMute = true;
    QCOMPARE(send({}, 200).error().kind, Error::Kind::Timeout);
}

void TestMailer::headersHoldAnyScript()
{
    const QString subject = u"预算“全部 AI”已超过 80 %，主要原因是 claude-opus-5-5 😀"_s;
    const QByteArray message = mailMessage({.server = {},
                                            .password = {},
                                            .from = u"a@b.c"_s,
                                            .to = {u"d@e.f"_s},
                                            .subject = subject,
                                            .text = u"x"_s});
    const qsizetype from = message.indexOf("Subject: ") + 9;
    const QByteArray coded = message.mid(from, message.indexOf("\r\nMessage-ID") - from);
    QString read;
    for (const QByteArray &word : coded.split('\n')) {
        QVERIFY(word.trimmed().size() <= 75);
        QVERIFY(word.trimmed().startsWith("=?UTF-8?B?") && word.trimmed().endsWith("?="));
        read += QString::fromUtf8(QByteArray::fromBase64(word.trimmed().mid(10).chopped(2)));
    }
    QCOMPARE(read, subject);
}

void TestMailer::addressesAreChecked()
{
    for (const char *right :
         {"smtps://me%40b.c@mail.b.c?to=d@e.f", "smtp://me%40b.c@mail.b.c:587?to=d@e.f,g@h.i",
          "smtps://login@mail.b.c?from=me@b.c&to=d@e.f"})
        QVERIFY2(addressFromSecret(WebhookKind::Email, right).has_value(), right);
    for (const char *wrong : {"https://b.c/hook", "smtps://mail.b.c?to=d@e.f", "smtps://me%40b.c@mail.b.c",
                              "smtps://me%40b.c:secret@mail.b.c?to=d@e.f", "smtps://me%40b.c@mail.b.c?to=d",
                              "smtps://me%40b.c@mail.b.c?to=d@e.f%0D%0ARCPT", "smtps://me%40b.c?to=d@e.f"})
        QVERIFY2(!addressFromSecret(WebhookKind::Email, wrong), wrong);
    QVERIFY(!addressFromSecret(WebhookKind::Slack, "smtps://me%40b.c@mail.b.c?to=d@e.f"));
}

QTEST_GUILESS_MAIN(TestMailer)
#include "tst_mailer.moc"
