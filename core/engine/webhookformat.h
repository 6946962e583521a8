// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/alert.h"
#include "base/http.h"
#include "base/result.h"
#include "base/webhook.h"
#include "engine/mailer.h"

namespace Costglass {

// What each kind of webhook is sent and how it answers, as pure functions.

/// Where a webhook is and what signs its messages: both secret.
struct WebhookAddress
{
    QUrl url = {};
    QByteArray secret = {}; ///< empty = messages are not signed
};

/// As it is kept in a secret store: JSON with "url" and "secret".
QByteArray addressToSecret(const WebhookAddress &address);
/// Reads that, or the bare address. Config when it is none that \a kind can use: https, or plain http to this computer;
/// for e-mail smtps://PERSON@HOST?to=ADDRESS,… (or smtp://, with STARTTLS), "from" in the query where the person is no
/// address, and the password as the secret.
Result<WebhookAddress> addressFromSecret(WebhookKind kind, const QByteArray &secret);

/// The request that tells of \a alerts, or with none of them that a test came through. \a now in Unix seconds: of the
/// vendor's clock, since signatures carry it.
///
/// Generic: {"event":"alerts"|"test","sent_at","text","alerts":[…]} with X-Costglass-Signature: sha256=HEX, the
/// HMAC-SHA256 of the body under the secret. Slack: {"text"} with &, < and > escaped
/// (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). Feishu/Lark: {"msg_type","content":{"text"}}
/// with timestamp and sign, the Base64 HMAC-SHA256 of nothing under "TIMESTAMP\nSECRET"
/// (open.feishu.cn, custom bot guide). DingTalk: {"msgtype","text":{"content"}}; timestamp in milliseconds and sign, the
/// Base64 HMAC-SHA256 of "TIMESTAMP\nSECRET" under the secret, in the query (open.dingtalk.com, custom robot security).
/// WeCom: {"msgtype","text":{"content"}}, at most 2,048 bytes (developer.work.weixin.qq.com/document/path/91770). Home
/// Assistant: {"title","message","severity","alerts":[…]} (home-assistant.io, webhook trigger).
HttpRequest webhookRequest(WebhookKind kind, const WebhookAddress &address, const QList<Alert> &alerts,
                           qint64 now);

/// The same by e-mail, for an address of that kind.
Mail webhookMail(const WebhookAddress &address, const QList<Alert> &alerts, qint64 now);

/// Whether the message was taken. RateLimited, Server: later again; Auth (the signature), Config: never by itself. Only
/// Home Assistant cannot say that an address is wrong: it answers 200 to everybody.
Result<void> readWebhookReply(WebhookKind kind, const HttpReply &reply, qint64 now);

} // namespace Costglass
