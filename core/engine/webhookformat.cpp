// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/webhookformat.h"

#include "base/dates.h"
#include "engine/alertjson.h"
#include "engine/alertwords.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Webhooks)
};

QByteArray hmac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

/// What a chat shows: of each alert its title, what happened and what to do.
QString chatText(const QList<Alert> &alerts)
{
    if (alerts.isEmpty())
        return Texts::tr("Costglass can reach you here. This is a test.");
    QStringList paragraphs;
    for (const Alert &alert : alerts)
        paragraphs.append(alertTitle(alert) + u'\n' + alertSentence(alert) + u'\n' + alertAction(alert));
    return paragraphs.join(u"\n\n"_s);
}

/// At most as long as the strictest chat takes (WeCom's 2,048 bytes), cut between characters.
QString clipped(const QString &text)
{
    constexpr qsizetype Most = 2000;
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= Most)
        return text;
    qsizetype end = Most;
    const auto continues = [&bytes](qsizetype at) { return (static_cast<uchar>(bytes[at]) & 0xC0) == 0x80; };
    while (continues(end))
        --end;
    return QString::fromUtf8(bytes.first(end)) + u'…';
}

QJsonArray arrayOf(const QList<Alert> &alerts)
{
    QJsonArray array;
    for (const Alert &alert : alerts)
        array.append(alertToJson(alert));
    return array;
}

QString worstOf(const QList<Alert> &alerts)
{
    const bool isCritical = std::any_of(alerts.begin(), alerts.end(), [](const Alert &alert) {
        return alert.severity() == Severity::Critical;
    });
    return severityName(isCritical ? Severity::Critical : Severity::Warning);
}

QJsonObject bodyOf(WebhookKind kind, const QList<Alert> &alerts, qint64 now)
{
    const QString text = chatText(alerts);
    switch (kind) {
    case WebhookKind::Generic:
        return {{u"event"_s, alerts.isEmpty() ? u"test"_s : u"alerts"_s},
                {u"sent_at"_s, toRfc3339(now)},
                {u"text"_s, text},
                {u"alerts"_s, arrayOf(alerts)}};
    case WebhookKind::Slack: {
        QString escaped = clipped(text);
        escaped.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
        return {{u"text"_s, escaped}};
    }
    case WebhookKind::Feishu:
        return {{u"msg_type"_s, u"text"_s}, {u"content"_s, QJsonObject{{u"text"_s, clipped(text)}}}};
    case WebhookKind::DingTalk:
    case WebhookKind::WeCom:
        return {{u"msgtype"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"content"_s, clipped(text)}}}};
    case WebhookKind::HomeAssistant:
        return {{u"title"_s, alerts.size() == 1 ? alertTitle(alerts.first()) : u"Costglass"_s},
                {u"message"_s, text},
                {u"severity"_s, worstOf(alerts)},
                {u"alerts"_s, arrayOf(alerts)}};
    case WebhookKind::Email:
        break; // is no HTTP
    }
    Q_UNREACHABLE();
}

QUrl signedForDingTalk(const QUrl &url, const QByteArray &secret, qint64 now)
{
    const QByteArray timestamp = QByteArray::number(now * 1000);
    const QByteArray sign = hmac(secret, timestamp + '\n' + secret).toBase64();
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    query
        += (query.isEmpty() ? "timestamp=" : "&timestamp=") + timestamp + "&sign=" + sign.toPercentEncoding();
    QUrl result = url;
    result.setQuery(QString::fromLatin1(query));
    return result;
}

void signForFeishu(QJsonObject &body, const QByteArray &secret, qint64 now)
{
    const QByteArray timestamp = QByteArray::number(now);
    body.insert(u"timestamp"_s, QString::fromLatin1(timestamp));
    body.insert(u"sign"_s, QString::fromLatin1(hmac(timestamp + '\n' + secret, {}).toBase64()));
}

Error refused(const QString &code)
{
    return {Error::Kind::Config, Texts::tr("The webhook refused the message (%1).").arg(code),
            Texts::tr("Compare its address with the one that the chat shows, then remove the webhook and add "
                      "it again.")};
}

/// What an HTTP status says; nothing when it is 2xx.
std::optional<Error> statusError(const HttpReply &reply, qint64 now)
{
    constexpr int TooMany = 429;
    constexpr int TooLate = 408;
    if (reply.status >= 200 && reply.status < 300)
        return std::nullopt;
    const QString code = QString::number(reply.status);
    if (reply.status == TooMany)
        return Error{Error::Kind::RateLimited,
                     Texts::tr("The webhook asks for fewer messages."),
                     {},
                     retryAfterSeconds(reply, now)};
    if (reply.status >= 500 || reply.status == TooLate)
        return Error{Error::Kind::Server, Texts::tr("The webhook's server failed (%1).").arg(code)};
    return refused(code);
}

/// The codes with which a chat answers 200 and takes nothing: 0 is well.
struct ChatCodes
{
    QStringList keys; ///< where the code stands, first that is there
    QList<int> busy; ///< later again
    QList<int> unsign; ///< the signature or its time
};

ChatCodes codesOf(WebhookKind kind)
{
    switch (kind) {
    case WebhookKind::Feishu: // 9499, 11232: too many messages; 19021: signature or its time
        return {{u"code"_s, u"StatusCode"_s}, {9499, 11232}, {19021}};
    case WebhookKind::DingTalk: // 130101, 660026: too many messages; 310000: the robot's security settings
        return {{u"errcode"_s}, {-1, 130101, 660026}, {310000}};
    case WebhookKind::WeCom: // 45009: too many messages
        return {{u"errcode"_s}, {-1, 45009}, {}};
    case WebhookKind::Generic:
    case WebhookKind::Slack:
    case WebhookKind::HomeAssistant:
    case WebhookKind::Email:
        return {};
    }
    Q_UNREACHABLE();
}

QString senderOf(const QUrl &url)
{
    const QString from = QUrlQuery(url).queryItemValue(u"from"_s, QUrl::FullyDecoded);
    return from.isEmpty() ? url.userName(QUrl::FullyDecoded) : from;
}

QStringList receiversOf(const QUrl &url)
{
    return QUrlQuery(url).queryItemValue(u"to"_s, QUrl::FullyDecoded).split(u',', Qt::SkipEmptyParts);
}

/// Nothing that could end a line of SMTP or a header, and a host behind the @.
bool isMailAddress(const QString &address)
{
    static const QRegularExpression shape(uR"(^[^\s<>,;:@"]+@[^\s<>,;:@"]+$)"_s);
    return shape.match(address).hasMatch();
}

bool isMailServer(const QUrl &url)
{
    const QStringList to = receiversOf(url);
    return (url.scheme() == u"smtps" || url.scheme() == u"smtp") && url.password().isEmpty()
        && isMailAddress(senderOf(url)) && !to.isEmpty() && std::all_of(to.begin(), to.end(), isMailAddress);
}

bool isWebAddress(const QUrl &url)
{
    const bool isLoopback = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback);
    return isSafe && url.userInfo().isEmpty();
}

} // namespace

QByteArray addressToSecret(const WebhookAddress &address)
{
    return QJsonDocument(QJsonObject{{u"url"_s, address.url.toString(QUrl::FullyEncoded)},
                                     {u"secret"_s, QString::fromUtf8(address.secret)}})
        .toJson(QJsonDocument::Compact);
}

Result<WebhookAddress> addressFromSecret(WebhookKind kind, const QByteArray &secret)
{
    WebhookAddress address;
    if (secret.trimmed().startsWith('{')) {
        const QJsonObject object = QJsonDocument::fromJson(secret).object();
        address.url = QUrl(object[u"url"_s].toString(), QUrl::StrictMode);
        address.secret = object[u"secret"_s].toString().toUtf8();
    } else {
        address.url = QUrl(QString::fromUtf8(secret.trimmed()), QUrl::StrictMode);
    }
    const QUrl &url = address.url;
    const bool isWhole = url.isValid() && !url.host().isEmpty();
    if (kind == WebhookKind::Email && !(isWhole && isMailServer(url)))
        return failure(
            Error::Kind::Config, Texts::tr("The e-mail has no server and addresses that can be used."),
            Texts::tr("Write them like smtps://you%40example.org@mail.example.org?to=you@example.org; "
                      "the password is the secret."));
    if (kind != WebhookKind::Email && !(isWhole && isWebAddress(url)))
        return failure(Error::Kind::Config, Texts::tr("The webhook has no address that can be used."),
                       Texts::tr("Write it like https://host/path; plain http is for this computer only."));
    return address;
}

HttpRequest webhookRequest(WebhookKind kind, const WebhookAddress &address, const QList<Alert> &alerts,
                           qint64 now)
{
    HttpRequest request;
    request.method = "POST";
    request.url = address.url;
    request.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    QJsonObject body = bodyOf(kind, alerts, now);
    const bool isSigned = !address.secret.isEmpty();
    if (isSigned && kind == WebhookKind::Feishu)
        signForFeishu(body, address.secret, now);
    if (isSigned && kind == WebhookKind::DingTalk)
        request.url = signedForDingTalk(address.url, address.secret, now);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (isSigned && kind == WebhookKind::Generic)
        request.headers.append(
            {"X-Costglass-Signature", "sha256=" + hmac(address.secret, request.body).toHex()});
    return request;
}

Mail webhookMail(const WebhookAddress &address, const QList<Alert> &alerts, qint64 now)
{
    const QString subject = alerts.size() == 1 ? alertTitle(alerts.first())
        : alerts.isEmpty()                     ? Texts::tr("Costglass can reach you here. This is a test.")
                           : Texts::tr("Costglass: %n alert(s)", nullptr, static_cast<int>(alerts.size()));
    return {.server = address.url,
            .password = address.secret,
            .from = senderOf(address.url),
            .to = receiversOf(address.url),
            .subject = subject,
            .text = chatText(alerts),
            .date = now};
}

Result<void> readWebhookReply(WebhookKind kind, const HttpReply &reply, qint64 now)
{
    if (const auto error = statusError(reply, now))
        return std::unexpected(*error);
    const ChatCodes codes = codesOf(kind);
    if (codes.keys.isEmpty())
        return {};
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    for (const QString &key : codes.keys) {
        if (!answer.contains(key))
            continue;
        const int code = answer[key].toInt(1);
        if (code == 0)
            return {};
        if (codes.busy.contains(code))
            return failure(Error::Kind::RateLimited, Texts::tr("The webhook asks for fewer messages."));
        if (codes.unsign.contains(code))
            return failure(Error::Kind::Auth, Texts::tr("The webhook refused the signature (%1).").arg(code),
                           Texts::tr("Compare the signing secret and the bot's security settings (keywords, "
                                     "addresses), and this computer's clock."));
        return std::unexpected(refused(QString::number(code)));
    }
    return failure(Error::Kind::Format, Texts::tr("The webhook gave an answer that is not of its kind."),
                   Texts::tr("Check that the address belongs to the kind that you chose."));
}

} // namespace Costglass
