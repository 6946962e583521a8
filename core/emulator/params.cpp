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
    const QByteArray plain = QByteArray::fromBase64(token.mid(5).toLatin1());
    bool valid = token.startsWith(QStringLiteral("page_")) && plain.startsWith("cursor:");
    const qint64 position = plain.mid(7).toLongLong(&valid);
    return valid && position >= 0 ? std::optional(position) : std::nullopt;
}

QJsonValue jsonText(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

} // namespace Costglass
