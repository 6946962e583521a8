// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/awssignature.h"

#include "emulator/digests.h"
#include "emulator/params.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

// Written from AWS's description of the canonical request, apart from the client's own signing, so that each proves the
// other.

namespace {

/// The parts of "AWS4-HMAC-SHA256 Credential=ID/DAY/REGION/SERVICE/aws4_request, SignedHeaders=a;b, Signature=HEX".
struct Claim
{
    QByteArrayList scope; ///< key id, day, region, service, "aws4_request"
    QByteArrayList headers;
    QByteArray signature;
};

std::optional<Claim> readClaim(const QByteArray &header)
{
    static const QRegularExpression shape(
        u"^AWS4-HMAC-SHA256 +Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$"_s);
    const auto match = shape.match(QString::fromLatin1(header));
    const Claim claim{match.captured(1).toLatin1().split('/'), match.captured(2).toLatin1().split(';'),
                      match.captured(3).toLatin1()};
    constexpr int ScopeParts = 5;
    const bool whole
        = match.hasMatch() && claim.scope.size() == ScopeParts && claim.scope.last() == "aws4_request";
    return whole ? std::optional(claim) : std::nullopt;
}

QByteArray sortedQuery(const QUrl &url)
{
    QByteArrayList items;
    for (const QByteArray &item : url.query(QUrl::FullyEncoded).toLatin1().split('&')) {
        if (!item.isEmpty())
            items.append(item.contains('=') ? item : item + '=');
    }
    std::sort(items.begin(), items.end());
    return items.join('&');
}

QByteArray signatureOf(const HttpRequest &request, const Claim &claim, const AwsLogin &login,
                       const QByteArray &prefix)
{
    QByteArray headers;
    for (const QByteArray &name : claim.headers)
        headers += name + ':' + signedHeader(request, name) + '\n';
    const QByteArray path = prefix + request.url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray canonical = request.method + '\n' + (path.isEmpty() ? "/" : path.toPercentEncoding("/"))
        + '\n' + sortedQuery(request.url) + '\n' + headers + '\n' + claim.headers.join(';') + '\n'
        + digest(request.body);
    const QByteArrayList scope = claim.scope.mid(1);
    const QByteArray text = "AWS4-HMAC-SHA256\n" + headerOf(request, "x-amz-date") + '\n' + scope.join('/')
        + '\n' + digest(canonical);
    QByteArray key = "AWS4" + login.secret;
    for (const QByteArray &link : scope)
        key = mac(key, link);
    return mac(key, text).toHex();
}

/// A signature is good for a quarter of an hour before and after its time.
std::optional<AwsRefusal> checkTime(const QByteArray &date, qint64 now)
{
    constexpr qint64 Tolerance = 15 * 60;
    const QString shape = u"yyyyMMdd'T'hhmmss'Z'"_s;
    QDateTime when = QDateTime::fromString(QString::fromLatin1(date), shape);
    when.setTimeSpec(Qt::UTC);
    if (!when.isValid())
        return AwsRefusal{
            u"IncompleteSignatureException"_s,
            u"Date must be in ISO-8601 'basic format'. Got '%1'."_s.arg(QString::fromLatin1(date))};
    const qint64 off = when.toSecsSinceEpoch() - now;
    if (qAbs(off) <= Tolerance)
        return std::nullopt;
    const QString server = QDateTime::fromSecsSinceEpoch(now, Qt::UTC).toString(shape);
    return AwsRefusal{u"InvalidSignatureException"_s,
                      off < 0 ? u"Signature expired: %1 is now earlier than %2 - 15 min."_s.arg(
                          QString::fromLatin1(date), server)
                              : u"Signature not yet current: %1 is still later than %2 + 15 min."_s.arg(
                                  QString::fromLatin1(date), server)};
}

} // namespace

std::optional<AwsRefusal> checkAwsSignature(const HttpRequest &request, const AwsLogin &login,
                                            QByteArray &keyId)
{
    const QByteArray header = headerOf(request, "Authorization");
    if (header.isEmpty())
        return AwsRefusal{u"MissingAuthenticationTokenException"_s, u"Missing Authentication Token"_s};
    const auto claim = readClaim(header);
    const QByteArray date = headerOf(request, "x-amz-date");
    if (!claim || !claim->headers.contains("host") || !claim->headers.contains("x-amz-date")
        || claim->scope[1] != date.left(8))
        return AwsRefusal{u"IncompleteSignatureException"_s,
                          u"The Authorization header is not whole or does not fit the request's date."_s};
    keyId = claim->scope[0];
    if (!login.keyIds.contains(keyId))
        return AwsRefusal{u"UnrecognizedClientException"_s,
                          u"The security token included in the request is invalid."_s};
    if (const auto late = checkTime(date, login.now))
        return late;
    if (claim->scope[2] != login.region)
        return AwsRefusal{u"InvalidSignatureException"_s,
                          u"Credential should be scoped to a valid region, not '%1'."_s.arg(
                              QString::fromLatin1(claim->scope[2]))};
    if (claim->scope[3] != login.service)
        return AwsRefusal{u"InvalidSignatureException"_s,
                          u"Credential should be scoped to correct service: '%1'."_s.arg(
                              QString::fromLatin1(login.service))};
    if (claim->signature != signatureOf(request, *claim, login, {})
        && claim->signature != signatureOf(request, *claim, login, login.prefix))
        return AwsRefusal{
            u"InvalidSignatureException"_s,
            u"The request signature we calculated does not match the signature you provided. Check "
            "your AWS Secret Access Key and signing method."_s};
    return std::nullopt;
}

} // namespace Costglass
