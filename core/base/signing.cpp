// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/signing.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

#include <algorithm>

namespace Costglass {

namespace {

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

QByteArray timeText(qint64 now, const QString &format)
{
    return QDateTime::fromSecsSinceEpoch(now, Qt::UTC).toString(format).toLatin1();
}

QByteArray basicTime(qint64 now)
{
    return timeText(now, QStringLiteral("yyyyMMdd'T'hhmmss'Z'"));
}

/// A header's value for signing: trimmed, inner runs of blanks as one.
QByteArray canonicalValue(const QByteArray &value)
{
    QByteArray text = value.trimmed();
    while (text.contains("  "))
        text.replace("  ", " ");
    return text;
}

/// Query items percent-encoded and sorted by name, then value.
QByteArray canonicalQuery(const QUrl &url)
{
    QList<QPair<QByteArray, QByteArray>> items;
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    for (const QByteArray &item : query.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = equals < 0 ? item : item.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : item.mid(equals + 1);
        items.append({QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                      QByteArray::fromPercentEncoding(value).toPercentEncoding()});
    }
    std::sort(items.begin(), items.end());
    QByteArrayList parts;
    for (const auto &[name, value] : items)
        parts.append(name + '=' + value);
    return parts.join('&');
}

/// The path without dot segments and doubled slashes.
QByteArray normalPath(const QUrl &url)
{
    QByteArrayList kept;
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    for (const QByteArray &segment : path.split('/')) {
        if (segment == "..") {
            if (!kept.isEmpty())
                kept.removeLast();
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    const bool slash = path.endsWith('/') || path.endsWith("/.") || path.endsWith("/..");
    return kept.isEmpty() ? QByteArray("/") : '/' + kept.join('/') + (slash ? "/" : "");
}

QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

/// Header lines and their names, sorted, for a canonical request.
struct SignedHeaders
{
    QByteArray lines; ///< each with its line feed
    QByteArray names; ///< joined by ";"
};

SignedHeaders signedHeaders(const QMap<QByteArray, QByteArray> &headers)
{
    SignedHeaders result;
    QByteArrayList names;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it) {
        result.lines += it.key() + ':' + it.value() + '\n';
        names.append(it.key());
    }
    result.names = names.join(';');
    return result;
}

QByteArray canonicalRequest(const HttpRequest &request, const QByteArray &path, const SignedHeaders &headers)
{
    return request.method + '\n' + path + '\n' + canonicalQuery(request.url) + '\n' + headers.lines + '\n'
        + headers.names + '\n' + sha256(request.body);
}

/// The key that a day, a region and a service derive from a secret, link by link.
QByteArray derivedKey(QByteArray key, const QByteArrayList &links)
{
    for (const QByteArray &link : links)
        key = hmac(key, link);
    return key;
}

QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

Headers signAwsSigV4(const HttpRequest &request, const QByteArray &secret, qint64 now)
{
    const Auth &auth = request.auth;
    const QByteArray time = basicTime(now);
    const QByteArray day = time.left(8);
    QMap<QByteArray, QByteArray> headers{{"host", hostOf(request.url)}, {"x-amz-date", time}};
    Headers added{{"X-Amz-Date", time}};
    if (!auth.token.isEmpty()) {
        headers.insert("x-amz-security-token", auth.token);
        added.append({"X-Amz-Security-Token", auth.token});
    }
    for (const auto &[name, value] : request.headers) {
        QByteArray &known = headers[name.toLower()];
        known = known.isEmpty() ? canonicalValue(value) : known + ',' + canonicalValue(value);
    }
    const SignedHeaders names = signedHeaders(headers);
    const QByteArray scope = QByteArrayList{day, auth.region, auth.service, "aws4_request"}.join('/');
    const QByteArray path = normalPath(request.url).toPercentEncoding("/");
    const QByteArray toSign
        = "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n' + sha256(canonicalRequest(request, path, names));
    const QByteArray key = derivedKey("AWS4" + secret, {day, auth.region, auth.service, "aws4_request"});
    added.append({"Authorization",
                  "AWS4-HMAC-SHA256 Credential=" + auth.id + '/' + scope + ", SignedHeaders=" + names.names
                      + ", Signature=" + hmac(key, toSign).toHex()});
    return added;
}

Headers signTc3(const HttpRequest &request, const QByteArray &secret, qint64 now)
{
    const Auth &auth = request.auth;
    const QByteArray time = QByteArray::number(now);
    const QByteArray day = timeText(now, QStringLiteral("yyyy-MM-dd"));
    // The host is signed without its port: so does the vendor's own client.
    const SignedHeaders names
        = signedHeaders({{"content-type", canonicalValue(headerOf(request, "Content-Type"))},
                         {"host", request.url.host(QUrl::FullyEncoded).toLatin1()}});
    const QByteArray scope = day + '/' + auth.service + "/tc3_request";
    const QByteArray toSign
        = "TC3-HMAC-SHA256\n" + time + '\n' + scope + '\n' + sha256(canonicalRequest(request, "/", names));
    const QByteArray key = derivedKey("TC3" + secret, {day, auth.service, "tc3_request"});
    Headers added{{"X-TC-Timestamp", time}};
    if (!auth.token.isEmpty())
        added.append({"X-TC-Token", auth.token});
    added.append({"Authorization",
                  "TC3-HMAC-SHA256 Credential=" + auth.id + '/' + scope + ", SignedHeaders=" + names.names
                      + ", Signature=" + hmac(key, toSign).toHex()});
    return added;
}

Headers signAcs3(const HttpRequest &request, const QByteArray &secret, qint64 now, const QByteArray &nonce)
{
    const Auth &auth = request.auth;
    Headers added{{"x-acs-content-sha256", sha256(request.body)},
                  {"x-acs-date", timeText(now, QStringLiteral("yyyy-MM-dd'T'hh:mm:ss'Z'"))},
                  {"x-acs-signature-nonce", nonce}};
    if (!auth.token.isEmpty())
        added.append({"x-acs-security-token", auth.token});
    QMap<QByteArray, QByteArray> headers{{"host", hostOf(request.url)}};
    for (const auto &[name, value] : request.headers + added) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith("x-acs-") || (lower == "content-type" && !request.body.isEmpty()))
            headers.insert(lower, canonicalValue(value));
    }
    const SignedHeaders names = signedHeaders(headers);
    const QByteArray toSign
        = "ACS3-HMAC-SHA256\n" + sha256(canonicalRequest(request, normalPath(request.url), names));
    added.append({"Authorization",
                  "ACS3-HMAC-SHA256 Credential=" + auth.id + ",SignedHeaders=" + names.names
                      + ",Signature=" + hmac(secret, toSign).toHex()});
    return added;
}

Headers signVolcengine(const HttpRequest &request, const QByteArray &secret, qint64 now)
{
    const Auth &auth = request.auth;
    const QByteArray time = basicTime(now);
    const QByteArray day = time.left(8);
    QMap<QByteArray, QByteArray> headers{{"x-content-sha256", sha256(request.body)}, {"x-date", time}};
    if (!auth.token.isEmpty())
        headers.insert("x-security-token", auth.token);
    const SignedHeaders names = signedHeaders(headers);
    const QByteArray scope = QByteArrayList{day, auth.region, auth.service, "request"}.join('/');
    const QByteArray toSign = "HMAC-SHA256\n" + time + '\n' + scope + '\n'
        + sha256(canonicalRequest(request, normalPath(request.url), names));
    const QByteArray key = derivedKey(secret, {day, auth.region, auth.service, "request"});
    Headers added;
    for (auto it = headers.cbegin(); it != headers.cend(); ++it)
        added.append({it.key(), it.value()});
    added.append({"Authorization",
                  "HMAC-SHA256 Credential=" + auth.id + '/' + scope + ", SignedHeaders=" + names.names
                      + ", Signature=" + hmac(key, toSign).toHex()});
    return added;
}

} // namespace Costglass
