// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/params.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrlQuery>

namespace Costglass {

Params::Params(const QUrl &url) : m_items(QUrlQuery(url).queryItems(QUrl::FullyDecoded)) { }

QStringList Params::values(const QString &name) const
{
    QStringList values;
    for (const auto &[key, value] : m_items) {
        if (key == name || key == name + QStringLiteral("[]"))
            values.append(value);
    }
    return values;
}

QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    HttpReply carrier; // for its look-up of headers
    carrier.headers = request.headers;
    return carrier.header(name);
}

QString publicPath(const HttpRequest &request)
{
    return QString::fromLatin1(headerOf(request, "X-Forwarded-Prefix")) + request.url.path();
}

QByteArray signedHeader(const HttpRequest &request, const QByteArray &name)
{
    QByteArray value = headerOf(request, name);
    if (name == "host" && value.isEmpty()) {
        value = request.url.host().toLatin1();
        if (request.url.port() > 0)
            value += ':' + QByteArray::number(request.url.port());
    }
    return value.simplified();
}

HttpReply jsonReply(const HttpRequest &request, int status, const QJsonObject &body, const QByteArray &idName)
{
    const QByteArray id
        = QCryptographicHash::hash(request.url.toEncoded(), QCryptographicHash::Sha1).toHex().left(24);
    HttpReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}, {idName, "req_" + id}};
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    reply.request = request;
    return reply;
}

QString pageToken(qint64 position)
{
    const QByteArray plain = "cursor:" + QByteArray::number(position);
    return QStringLiteral("page_") + QString::fromLatin1(plain.toBase64());
}

std::optional<qint64> pagePosition(const QString &token)
{
    constexpr qint64 Farthest = 10'000'000;
    bool valid = false;
    const qint64 position = QByteArray::fromBase64(token.mid(5).toLatin1()).mid(7).toLongLong(&valid);
    // Only the very token that was given out is one: its text is compared, not its parts.
    const bool ours = valid && position >= 0 && position <= Farthest && token == pageToken(position);
    return ours ? std::optional(position) : std::nullopt;
}

QJsonValue jsonText(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

QJsonArray slice(const QJsonArray &all, qint64 from, qint64 count)
{
    QJsonArray some;
    for (qint64 i = from; i < qMin<qint64>(from + count, all.size()); ++i)
        some.append(all.at(static_cast<int>(i)));
    return some;
}

QString thousands(qint64 tokens)
{
    constexpr qint64 Thousand = 1000;
    return QString::number(tokens / Thousand) + u'.'
        + QString::number(tokens % Thousand).rightJustified(3, u'0');
}

} // namespace Costglass
