// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/channelscard.h"

#include "engine/engine.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QUrlQuery>

#include <algorithm>

namespace Costglass {

namespace {

QString kindText(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Generic:
        return ChannelsCard::tr("Any program (JSON)");
    case WebhookKind::Slack:
        return ChannelsCard::tr("Slack");
    case WebhookKind::Feishu:
        return ChannelsCard::tr("Feishu or Lark");
    case WebhookKind::DingTalk:
        return ChannelsCard::tr("DingTalk");
    case WebhookKind::WeCom:
        return ChannelsCard::tr("WeCom");
    case WebhookKind::HomeAssistant:
        return ChannelsCard::tr("Home Assistant");
    case WebhookKind::Email:
        return ChannelsCard::tr("E-mail");
    }
    Q_UNREACHABLE();
}

QLineEdit *makeSecretField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

} // namespace

ChannelsCard::ChannelsCard(Engine &engine, QWidget *parent)
    : Card(tr("Where else alerts go"), parent), m_engine(engine), m_webhooks(engine), m_list(new QVBoxLayout),
      m_form(makeForm()), m_message(new WrappedLabel(QStringLiteral("note")))
{
    setObjectName(QStringLiteral("channels"));
    body()->addLayout(m_list);
    body()->addWidget(m_form);
    body()->addWidget(m_message);
    m_message->setObjectName(QStringLiteral("channelMessage"));
    QPushButton *add = makeButton(tr("Add channel"), Weight::Quiet);
    add->setObjectName(QStringLiteral("addWebhook"));
    setCorner(add);
    connect(add, &QPushButton::clicked, this, [this] {
        say({});
        m_form->show();
        m_name->setFocus();
    });
    m_form->hide();
    say({});
    refresh();
}

QWidget *ChannelsCard::makeForm()
{
    auto *form = new QWidget;
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("webhookName"));
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("webhookKind"));
    for (const WebhookKind kind : allWebhookKinds())
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_address = makeSecretField(QStringLiteral("webhookAddress"));
    m_secret = makeSecretField(QStringLiteral("webhookSecret"));
    m_server = new QLineEdit;
    m_server->setObjectName(QStringLiteral("mailServer"));
    m_server->setPlaceholderText(QStringLiteral("mail.example.org"));
    m_server->setToolTip(tr("With TLS on port 465; name:587 begins in plain text and goes on with TLS"));
    m_person = new QLineEdit;
    m_person->setObjectName(QStringLiteral("mailPerson"));
    m_person->setPlaceholderText(QStringLiteral("you@example.org"));
    m_to = new QLineEdit;
    m_to->setObjectName(QStringLiteral("mailTo"));
    m_to->setPlaceholderText(tr("the same"));
    layout->addRow(tr("N&ame"), m_name);
    layout->addRow(tr("&Kind"), m_kind);
    layout->addRow(tr("A&ddress"), m_address);
    layout->addRow(tr("Mail &server"), m_server);
    layout->addRow(tr("Your e-&mail address"), m_person);
    layout->addRow(tr("Send &to"), m_to);
    layout->addRow(tr("Signing se&cret"), m_secret);
    connect(m_kind, &QComboBox::currentIndexChanged, form, [this, layout] { showFields(*layout); });
    showFields(*layout);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), Weight::Normal);
    QPushButton *save = makeButton(tr("Save"), Weight::Primary);
    save->setObjectName(QStringLiteral("saveWebhook"));
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addRow(buttons);
    connect(cancel, &QPushButton::clicked, form, &QWidget::hide);
    connect(save, &QPushButton::clicked, this, &ChannelsCard::save);
    return form;
}

WebhookKind ChannelsCard::kind() const
{
    return static_cast<WebhookKind>(m_kind->currentData().toInt());
}

void ChannelsCard::showFields(QFormLayout &layout)
{
    const bool isMail = kind() == WebhookKind::Email;
    layout.setRowVisible(m_address, !isMail);
    for (QLineEdit *field : {m_server, m_person, m_to})
        layout.setRowVisible(field, isMail);
    if (auto *label = qobject_cast<QLabel *>(layout.labelForField(m_secret)))
        label->setText(isMail ? tr("Pass&word") : tr("Signing se&cret"));
    m_secret->setToolTip(isMail ? tr("Many mail servers want one that was made for one program")
                                : tr("What signs the messages, where the receiver asks for it"));
}

Result<WebhookAddress> ChannelsCard::readAddress() const
{
    if (kind() != WebhookKind::Email)
        return addressFromSecret(kind(), m_address->text().toUtf8());
    constexpr int StartTlsPort = 587;
    QUrl url(QStringLiteral("smtps://") + m_server->text().trimmed());
    if (url.port() == StartTlsPort)
        url.setScheme(QStringLiteral("smtp"));
    const QString person = m_person->text().trimmed();
    const QString to = m_to->text().trimmed();
    url.setUserName(person, QUrl::DecodedMode);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("to"), to.isEmpty() ? person : to);
    url.setQuery(query);
    return addressFromSecret(kind(), url.toEncoded());
}

void ChannelsCard::refresh()
{
    m_engine.ledger().run(
        this,
        [](Store &store) {
            return std::pair(store.webhooks().value_or(QList<Webhook>()),
                             store.deliveries().value_or(QList<Delivery>()));
        },
        [this](const std::pair<QList<Webhook>, QList<Delivery>> &there) {
            fillList(there.first, there.second);
        });
}

void ChannelsCard::fillList(const QList<Webhook> &webhooks, const QList<Delivery> &deliveries)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (webhooks.isEmpty()) {
        auto *empty = new WrappedLabel(QStringLiteral("note"));
        empty->setText(tr("Nowhere yet. E-mail, a chat or a program of yours can be told too."));
        m_list->addWidget(empty);
    }
    for (const Webhook &webhook : webhooks) {
        QList<Delivery> own = deliveries;
        own.removeIf([&webhook](const Delivery &delivery) { return delivery.webhook != webhook.id; });
        m_list->addWidget(makeRow(webhook, own));
    }
}

QWidget *ChannelsCard::makeRow(const Webhook &webhook, const QList<Delivery> &deliveries)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto last = std::find_if(deliveries.rbegin(), deliveries.rend(), [](const Delivery &delivery) {
        return delivery.deliveredAt == 0 && !delivery.problem.isEmpty();
    });
    const auto dead = std::count_if(deliveries.begin(), deliveries.end(),
                                    [](const Delivery &delivery) { return delivery.givenUpAt > 0; });
    auto *label = new WrappedLabel(QString());
    QString text = tr("%1: %2", "name, kind").arg(webhook.name, kindText(webhook.kind));
    if (dead > 0)
        text = tr("%1. %n alert(s) could not be delivered: %2", nullptr, static_cast<int>(dead))
                   .arg(text, last->problem);
    else if (last != deliveries.rend())
        text = tr("%1. The last alert is tried again: %2").arg(text, last->problem);
    label->setText(text);
    layout->addWidget(label, 1);
    QPushButton *test = makeButton(tr("Test"), Weight::Quiet);
    QPushButton *remove = makeButton(tr("Remove"), Weight::Quiet);
    test->setAccessibleName(tr("Test %1").arg(webhook.name));
    remove->setAccessibleName(tr("Remove %1").arg(webhook.name));
    layout->addWidget(test);
    layout->addWidget(remove);
    connect(test, &QPushButton::clicked, this, [this, webhook] {
        say(tr("Sending …"));
        m_webhooks.test(webhook, [this, webhook](const Result<void> &sent) {
            tell(sent, tr("“%1” has taken the test message.").arg(webhook.name));
        });
    });
    connect(remove, &QPushButton::clicked, this, [this, webhook] {
        m_webhooks.remove(webhook, [this](const Result<void> &removed) {
            tell(removed, {});
            refresh();
        });
    });
    return row;
}

void ChannelsCard::save()
{
    const Webhook webhook{.name = m_name->text().trimmed(), .kind = kind()};
    auto address = readAddress();
    if (webhook.name.isEmpty())
        address = failure(Error::Kind::Config, tr("The channel needs a name."),
                          tr("Any will do, for example “team”."));
    if (!address)
        return say(errorSentence(address.error()));
    address->secret = m_secret->text().trimmed().toUtf8();
    m_webhooks.add(webhook, *address, [this](const Result<Webhook> &added) {
        if (!added)
            return say(errorSentence(added.error()));
        m_form->hide();
        for (QLineEdit *field : {m_name, m_address, m_server, m_person, m_to, m_secret})
            field->clear();
        say(tr("“%1” is told of every new alert.").arg(added->name));
        refresh();
    });
}

void ChannelsCard::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void ChannelsCard::tell(const Result<void> &result, const QString &done)
{
    say(result ? done : errorSentence(result.error()));
}

} // namespace Costglass
