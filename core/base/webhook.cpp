// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/webhook.h"

namespace Costglass {

QList<WebhookKind> allWebhookKinds()
{
    return {WebhookKind::Generic, WebhookKind::Slack,         WebhookKind::Feishu, WebhookKind::DingTalk,
            WebhookKind::WeCom,   WebhookKind::HomeAssistant, WebhookKind::Email};
}

QString webhookKindName(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Generic:
        return QStringLiteral("generic");
    case WebhookKind::Slack:
        return QStringLiteral("slack");
    case WebhookKind::Feishu:
        return QStringLiteral("feishu");
    case WebhookKind::DingTalk:
        return QStringLiteral("dingtalk");
    case WebhookKind::WeCom:
        return QStringLiteral("wecom");
    case WebhookKind::HomeAssistant:
        return QStringLiteral("homeassistant");
    case WebhookKind::Email:
        return QStringLiteral("email");
    }
    Q_UNREACHABLE();
}

std::optional<WebhookKind> webhookKindFromName(QStringView name)
{
    for (const WebhookKind kind : allWebhookKinds()) {
        if (name == webhookKindName(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace Costglass
