// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "engine/simplestores.h"
#include "engine/wire.h"
#include "windows/channelscard.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// A person sends alerts to a chat, tries it, learns that one did not get there, and takes it away again.
class TestChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsTestsAndRemoves();
    void asksForMailInItsOwnWords();
    void saysWhatIsWrong();
    void showsDeadLetters();

private:
    template<typename Widget>
    Widget *find(const QString &name) const
    {
        return m_card->findChild<Widget *>(name);
    }
    QPushButton *button(const QString &accessibleName) const
    {
        const auto buttons = m_card->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *one) {
            return one->accessibleName() == accessibleName;
        });
        return found == buttons.end() ? nullptr : *found;
    }
    QString message() const { return find<QLabel>(u"channelMessage"_s)->text(); }
    void fill(const QString &name, const QString &address);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ChannelsCard> m_card;
};

void TestChannels::init()
{
    m_card.reset();
    m_engine.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.dataFolder = m_folder->filePath(u"data"_s);
    m_engine = std::move(*Engine::open(options));
    m_engine->secrets().setStore(SecretPlace::Keyring, std::make_unique<MemoryStore>());
    m_card = std::make_unique<ChannelsCard>(*m_engine);
}

void TestChannels::fill(const QString &name, const QString &address)
{
    find<QPushButton>(u"addWebhook"_s)->click();
    find<QLineEdit>(u"webhookName"_s)->setText(name);
    auto *kind = find<QComboBox>(u"webhookKind"_s);
    kind->setCurrentIndex(kind->findText(u"Slack"_s));
    find<QLineEdit>(u"webhookAddress"_s)->setText(address);
    find<QPushButton>(u"saveWebhook"_s)->click();
}

void TestChannels::addsTestsAndRemoves()
{
    Wire slack(Wire::says(Wire::reply("200 OK", "ok")));
    QCOMPARE(find<QLineEdit>(u"webhookAddress"_s)->echoMode(), QLineEdit::Password);
    fill(u"team"_s, slack.url(u"/services/T0"_s).toString());
    QTRY_VERIFY(button(u"Test team"_s));
    QVERIFY(find<QLineEdit>(u"webhookAddress"_s)->text().isEmpty());
    button(u"Test team"_s)->click();
    QTRY_COMPARE(message(), u"“team” has taken the test message."_s);
    QCOMPARE(slack.requests.size(), 1);
    button(u"Remove team"_s)->click();
    QTRY_VERIFY(!button(u"Test team"_s));
}

void TestChannels::asksForMailInItsOwnWords()
{
    find<QPushButton>(u"addWebhook"_s)->click();
    auto *kind = find<QComboBox>(u"webhookKind"_s);
    kind->setCurrentIndex(kind->findText(u"E-mail"_s));
    m_card->show();
    QVERIFY(!find<QLineEdit>(u"webhookAddress"_s)->isVisible());
    QVERIFY(find<QLineEdit>(u"mailServer"_s)->isVisible());
    find<QLineEdit>(u"webhookName"_s)->setText(u"me"_s);
    find<QLineEdit>(u"mailServer"_s)->setText(u"mail.example.org:587"_s);
    find<QLineEdit>(u"mailPerson"_s)->setText(u"someone"_s); // no address
    find<QPushButton>(u"saveWebhook"_s)->click();
    QVERIFY(message().startsWith(u"The e-mail has no server and addresses"));
    find<QLineEdit>(u"mailPerson"_s)->setText(u"me+ai@example.org"_s);
    find<QLineEdit>(u"webhookSecret"_s)->setText(u"pass word"_s);
    find<QPushButton>(u"saveWebhook"_s)->click();
    QTRY_VERIFY(button(u"Test me"_s));
    std::optional<Result<QByteArray>> kept;
    m_engine->secrets()
        .at(SecretPlace::Keyring)
        .read(u"webhook:me"_s, this, [&kept](const Result<QByteArray> &secret) { kept = secret; });
    QTRY_VERIFY(kept);
    const auto address = addressFromSecret(WebhookKind::Email, kept->value());
    QVERIFY(address);
    QCOMPARE(address->url.scheme(), u"smtp"_s); // 587 goes on with STARTTLS
    QCOMPARE(address->secret, "pass word");
    const Mail mail = webhookMail(*address, {}, 0);
    QCOMPARE(mail.from, u"me+ai@example.org"_s);
    QCOMPARE(mail.to, QStringList{u"me+ai@example.org"_s});
}

void TestChannels::saysWhatIsWrong()
{
    fill(u"team"_s, u"http://chat.example/T0"_s);
    QVERIFY(message().contains(u"https://host/path"));
    fill(QString(), u"https://chat.example/T0"_s);
    QVERIFY(message().startsWith(u"The channel needs a name."));
    QVERIFY(!button(u"Test team"_s));
}

void TestChannels::showsDeadLetters()
{
    fill(u"team"_s, u"https://chat.example/T0"_s);
    QTRY_VERIFY(button(u"Test team"_s));
    const auto store = std::move(*Store::open(m_engine->dataFolder()));
    Alert alert{.budgetName = u"All AI"_s, .periodStart = QDate(2026, 11, 1), .threshold = 80, .raisedAt = 1};
    QVERIFY(*store->recordAlert(alert));
    Delivery delivery = store->deliveries()->first();
    delivery.tries = 1;
    delivery.givenUpAt = 2;
    delivery.problem = u"The webhook refused the message (404)."_s;
    QVERIFY(store->saveDelivery(delivery));
    m_card->refresh();
    const auto isShown = [this] {
        const auto labels = m_card->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text()
                == u"team: Slack. 1 alert(s) could not be delivered: The webhook refused the message (404)."_s;
        });
    };
    QTRY_VERIFY(isShown());
}

QTEST_MAIN(TestChannels)
#include "tst_channels.moc"
