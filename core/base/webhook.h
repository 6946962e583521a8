// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"

namespace Costglass {

/// Whose format a webhook speaks.
enum class WebhookKind
{
    Generic, ///< JSON, signed with HMAC-SHA256
    Slack,
    Feishu, ///< also Lark
    DingTalk,
    WeCom,
    HomeAssistant,
    Email ///< a message by SMTP over TLS
};

/// An address that is told of every alert. The address is itself a secret: whoever has it can post. So it is kept with
/// the signing secret where \a secretPlace says, and never here.
struct Webhook
{
    qint64 id = 0; ///< of the ledger; 0 = not stored yet
    QString name = {}; ///< the person's own, unique
    WebhookKind kind = WebhookKind::Generic;
    SecretPlace secretPlace = SecretPlace::Keyring;
};

/// One alert on its way to one webhook.
struct Delivery
{
    qint64 id = 0;
    qint64 alert = 0;
    qint64 webhook = 0;
    QString webhookName = {};
    int tries = 0;
    qint64 dueAt = 0; ///< when to try next, Unix seconds
    qint64 deliveredAt = 0; ///< 0 = not yet
    qint64 givenUpAt = 0; ///< a dead letter since then; 0 = not given up
    QString problem = {}; ///< of the last try, for a person; never holds the address

    bool isPending() const { return deliveredAt == 0 && givenUpAt == 0; }
};

QString webhookKindName(
    WebhookKind kind); ///< "generic", "slack", "feishu", "dingtalk", "wecom", "homeassistant", "email"
std::optional<WebhookKind> webhookKindFromName(QStringView name);
QList<WebhookKind> allWebhookKinds();

} // namespace Costglass
