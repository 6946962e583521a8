// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace Costglass {

/// A request's query as a server reads it: arrays come as name[]=a&name[]=b or as name=a&name=b.
class Params
{
public:
    explicit Params(const QUrl &url);

    bool has(const QString &name) const { return !values(name).isEmpty(); }
    QString value(const QString &name) const { return values(name).value(0); }
    QStringList values(const QString &name) const;

private:
    QList<QPair<QString, QString>> m_items;
};

/// The first header of that name, in whatever case; empty when there is none.
QByteArray headerOf(const HttpRequest &request, const QByteArray &name);

/// The request's path as its client wrote it: a proxy before the server names in X-Forwarded-Prefix the path under which
/// it serves it.
QString publicPath(const HttpRequest &request);

/// Whether \a signature is what \a signatureOf computes for the client's path, or for the one below the prefix, where its
/// client signs no other.
template<typename Signer>
bool isSigned(const HttpRequest &request, const QByteArray &signature, Signer signatureOf)
{
    return signature == signatureOf(publicPath(request)) || signature == signatureOf(request.url.path());
}

/// A header's value as signatures take it: trimmed; the host of the address where there is no Host.
QByteArray signedHeader(const HttpRequest &request, const QByteArray &name);

/// A reply with a JSON body and the header \a idName set to an id made of the request (as vendors give for support).
HttpReply jsonReply(const HttpRequest &request, int status, const QJsonObject &body,
                    const QByteArray &idName);

/// The text, or JSON's null for a null one.
QJsonValue jsonText(const QString &text);

/// An opaque page token for a position, and back; nothing when it is not one of ours.
QString pageToken(qint64 position);
std::optional<qint64> pagePosition(const QString &token);

/// Up to \a count elements of \a all from the one at \a from.
QJsonArray slice(const QJsonArray &all, qint64 from, qint64 count);

/// Thousands of tokens as the bills of Chinese clouds write them: 1125001 is "1125.001".
QString thousands(qint64 tokens);

/// Sums rows that agree in \a keyOf, in the order of their first appearance.
template<typename Row, typename Key, typename Add>
QList<Row> grouped(const QList<Row> &rows, Key keyOf, Add add)
{
    QList<Row> sums;
    QStringList keys;
    for (const Row &row : rows) {
        const QString key = keyOf(row);
        const qsizetype at = keys.indexOf(key);
        if (at < 0) {
            keys.append(key);
            sums.append(row);
        } else {
            add(sums[at], row);
        }
    }
    return sums;
}

} // namespace Costglass
