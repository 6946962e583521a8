// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/webhook.h"
#include "wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

// Receivers of webhooks as the vendors' own check what comes in.

using namespace Costglass;
using namespace Qt::StringLiterals;

inline const QByteArray token = "T0KEN-in-the-address";
inline const QByteArray secret = "SEC-test-secret";

inline QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

inline QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

inline QUrlQuery queryOf(const QByteArray &request)
{
    return QUrlQuery(QUrl::fromEncoded(request.split(' ').value(1)));
}

inline QJsonObject jsonOf(const QByteArray &request)
{
    return QJsonDocument::fromJson(bodyOf(request)).object();
}

/// By the algorithm, as RFC 2104 and the vendors' pages have it.
inline QByteArray hmac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

inline bool isNow(qint64 seconds)
{
    return std::abs(seconds - QDateTime::currentSecsSinceEpoch()) <= 60;
}

/// What the vendors' receivers check, in words; empty = they take it.
inline QString faultOf(WebhookKind kind, const QByteArray &request)
{
    const QJsonObject body = jsonOf(request);
    if (!request.startsWith("POST ") || !headerOf(request, "Content-Type").startsWith("application/json"))
        return u"no JSON post"_s;
    switch (kind) {
    case WebhookKind::Generic:
        return headerOf(request, "X-Costglass-Signature") != "sha256=" + hmac(secret, bodyOf(request)).toHex()
            ? u"signature"_s
            : body[u"alerts"_s].isArray() && body[u"text"_s].isString() ? QString()
                                                                        : u"shape"_s;
    case WebhookKind::Slack:
        return body.keys() == QStringList{u"text"_s} && body[u"text"_s].isString() ? QString() : u"shape"_s;
    case WebhookKind::Feishu: {
        const QByteArray time = body[u"timestamp"_s].toString().toLatin1();
        if (!isNow(time.toLongLong()))
            return u"time"_s;
        if (body[u"sign"_s].toString().toLatin1() != hmac(time + '\n' + secret, {}).toBase64())
            return u"signature"_s;
        return body[u"msg_type"_s] == u"text"_s && body[u"content"_s][u"text"_s].isString() ? QString()
                                                                                            : u"shape"_s;
    }
    case WebhookKind::DingTalk: {
        const QUrlQuery query = queryOf(request);
        const QByteArray time = query.queryItemValue(u"timestamp"_s).toLatin1();
        const QByteArray sign = query.queryItemValue(u"sign"_s, QUrl::FullyDecoded).toLatin1();
        if (!isNow(time.toLongLong() / 1000))
            return u"time"_s;
        if (sign != hmac(secret, time + '\n' + secret).toBase64()
            || query.queryItemValue(u"access_token"_s).isEmpty())
            return u"signature"_s;
        return body[u"msgtype"_s] == u"text"_s && body[u"text"_s][u"content"_s].isString() ? QString()
                                                                                           : u"shape"_s;
    }
    case WebhookKind::WeCom:
        return body[u"msgtype"_s] == u"text"_s && !body[u"text"_s][u"content"_s].toString().isEmpty()
            ? QString()
            : u"shape"_s;
    case WebhookKind::HomeAssistant:
        return body[u"title"_s].isString() && body[u"message"_s].isString() ? QString() : u"shape"_s;
    case WebhookKind::Email:
        break; // is no HTTP
    }
    Q_UNREACHABLE();
}

inline QByteArray takenBy(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Feishu:
        return Wire::reply("200 OK", R"({"code":0,"data":{},"msg":"success"})");
    case WebhookKind::DingTalk:
    case WebhookKind::WeCom:
        return Wire::reply("200 OK", R"({"errcode":0,"errmsg":"ok"})");
    case WebhookKind::Slack:
        return Wire::reply("200 OK", "ok");
    case WebhookKind::Generic:
        return Wire::reply("204 No Content", {});
    case WebhookKind::HomeAssistant:
        return Wire::reply("200 OK", {});
    case WebhookKind::Email:
        break;
    }
    Q_UNREACHABLE();
}
