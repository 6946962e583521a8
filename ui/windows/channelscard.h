// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/webhooks.h"
#include "windows/widgets.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace Costglass {

/// Where alerts go beside this computer: the webhooks and e-mail, what became of their messages, and a form to add one.
class ChannelsCard : public Card
{
    Q_OBJECT

public:
    explicit ChannelsCard(Engine &engine, QWidget *parent = nullptr);

    void refresh();

private:
    QWidget *makeForm();
    WebhookKind kind() const;
    void showFields(QFormLayout &layout);
    Result<WebhookAddress> readAddress() const;
    QWidget *makeRow(const Webhook &webhook, const QList<Delivery> &deliveries);
    void fillList(const QList<Webhook> &webhooks, const QList<Delivery> &deliveries);
    void save();
    void say(const QString &text);
    void tell(const Result<void> &result, const QString &done);

    Engine &m_engine;
    Webhooks m_webhooks;
    QVBoxLayout *m_list;
    QWidget *m_form;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_address;
    QLineEdit *m_server; ///< these three of e-mail alone
    QLineEdit *m_person;
    QLineEdit *m_to;
    QLineEdit *m_secret;
    QLabel *m_message;
};

} // namespace Costglass
