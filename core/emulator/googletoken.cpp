// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/googleemulator.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr auto audience = "https://oauth2.googleapis.com/token";
constexpr auto email = "reader@sandbox-billing.iam.gserviceaccount.com";
constexpr qint64 Hour = 3600;
constexpr qint64 Skew = 300; ///< seconds that a client's clock may be ahead

/// The sandbox's own key: it opens nothing but the sample world.
constexpr auto privateKey = "-----BEGIN PRIVATE KEY-----\n"
                            "MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQDoOZi+bwXj0dHW\n"
                            "v89jB46K9yg46R9cSoBbcHl1ixiRbyF2SCroQZ8MpMoSq3Qhp0se8R559e7XJCbh\n"
                            "/UK4x5OeDVcfxHhz44Sgmk2KpENIdO2eTepyCPAhXUmTMesMSc0UJThwCAF0AOBC\n"
                            "6AmXlkbz4NwrTMSu5RzPCvn5AUz72OnUhEPj1Y2/V8e68FZJKM7+2z4vp0MrTfuR\n"
                            "hocH1qNq0DTcz38zsmTAxgmiaqv7mYemnR8U//Ze9aGO1mVBBSeHoYyJ9XzSqJuY\n"
                            "OlsRNWRkWLr2M7qa8yJBbvqvBX0rn3IYIZZAflAaIRoLFwRUdOMpZFBl1rle69pW\n"
                            "gVCOELpDAgMBAAECggEALdD/Q8MfxFznK5lYT090XhJ5SxEjcM/6FxBPxlMVG8xz\n"
                            "K6T9YilgOdxhSeGt3d3lwksMGj/dSXEGgtu2yEIH68zx/YCDy0l+JzmKRuo1pBv9\n"
                            "rZftw2XkCpEfLP1SRHBjF7BoPCI4NyzdEhY5nkC16vPYPGq++0qUrnyZ6PjKuX0o\n"
                            "F9T1JuOEyIjCC4TL367mjROORVqz+e018cO0M5jvmkAJvcr19bV1jVP0TuHqwT0F\n"
                            "7WrTgHzzCJuWIrpKJahvm4uQNY5H2hupKSraEAFyNEXeRmZGrOdkkN54JqkqO0P0\n"
                            "z2ilieci51fHVN2tiRDPisVg7G/IOBAIhLdvHsQLkQKBgQD52Ttr7+PGV0tGnRZ+\n"
                            "m9xqqCXS50PdvP+JT5kGcNf2eR242vhPEc/kmfTlMrdpn06nv6vmXMRunVjwfAwE\n"
                            "iL7l1DhWRevN09FlJ4AWV/IwbjCm8fgsj7VPAgNsZ26vBnbS67LTTNMzBK4n3uIu\n"
                            "IJSOTocFvCH9AP/jq2fzMVts3QKBgQDt8Uj7g8pETAXNBSoy0li96NKTdOB/wEAd\n"
                            "TQWoXCFCo9rf1jCa1dQuSY3VTaRCQimMvOn/Hk6L9mI7BqpJR2i4pzERLhdHAP0V\n"
                            "KWlipIXhrszBNlAf2//73rOkq23DpKj09H3egERXXMBOiqq2JzzcDNu2uqPQhncF\n"
                            "BwvTUfRBnwKBgDPvcwmp0QgupygjiUSCM5w8HbiseBAEtH2ffSi4ljvWy1XctpcB\n"
                            "FdzoH97w3u1mvxvhnOMCz5ZKwO0ka/8ZSc1OgvN0D2M2r6U+Q8LhPyfQD+70B2mD\n"
                            "6eVlfr6u9XQOfO61LfP8WT6Wr3j8PLnn7dly+2A2zj3gUlDKFY6Y6O9FAoGAXg1e\n"
                            "7NQ2MnLeZCDjgj01CLQr8E9lofmrHingz6DDIOVF0e6HPdzBxx4Z6zOKdwpSBCh0\n"
                            "Ufx3zckxIOXMj7SjR0IHGiRe3Rkd8Kxy1KP1q7R9iO3gFAfREoz/81ozw/6lLlYq\n"
                            "HrYSzXmDJkiXm/K8krqeaocx024jQ6B6Yyhk5T8CgYBr0ZUxfNeHH/20I0HHai3V\n"
                            "KlvEAgvJnJKsXnf5P1lout95jQvje8j0+PsLyt6oKLNGL3Lg2ZZE7xV2obFFEOcs\n"
                            "GzfEwxYKrY2btYeXrufzcBqXoXhsdCGIiQMp7Hs5UtcN8P/yY3WoPADGYqHOwNnW\n"
                            "CX4GEKdIPeA56lMzeNmorQ==\n"
                            "-----END PRIVATE KEY-----\n";

HttpReply refusal(const HttpRequest &request, const QString &error, const QString &description)
{
    return jsonReply(request, 400, {{u"error"_s, error}, {u"error_description"_s, description}},
                     "x-request-id");
}

bool isSigned(const QByteArray &data, const QByteArray &signature)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(privateKey, -1), BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto bytes
        = [](const QByteArray &text) { return reinterpret_cast<const unsigned char *>(text.constData()); };
    return key && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytes(signature), static_cast<size_t>(signature.size()),
                            bytes(data), static_cast<size_t>(data.size()))
        == 1;
}

QByteArray fromBase64Url(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

/// "ya29.<expiry><q or n>.<proof>": whether it may query stands in it, so that nothing needs to be remembered.
QByteArray tokenOf(const QByteArray &claims)
{
    return "ya29." + claims + '.'
        + QMessageAuthenticationCode::hash(claims, "costglass sandbox", QCryptographicHash::Sha256).toHex();
}

bool mayQuery(const QString &scopes)
{
    for (const QString &scope : scopes.split(u' ')) {
        const QString name = scope.section(u"/auth/"_s, 1);
        if (name == u"bigquery" || name == u"cloud-platform" || name == u"cloud-platform.read-only")
            return true;
    }
    return false;
}

/// Why Google refuses a set of claims; null when it does not.
QString problemOf(const QJsonObject &claims, qint64 now)
{
    const qint64 issued = claims.value(u"iat"_s).toInteger();
    const qint64 expires = claims.value(u"exp"_s).toInteger();
    if (claims.value(u"iss"_s).toString() != QLatin1StringView(email))
        return u"Invalid grant: account not found"_s;
    if (claims.value(u"aud"_s).toString() != QLatin1StringView(audience))
        return u"Invalid JWT: Failed audience check. The right audience is https://oauth2.googleapis.com/token"_s;
    if (issued > now + Skew || expires <= now || expires - issued > Hour || expires <= issued)
        return u"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."_s;
    return {};
}

} // namespace

QByteArray googleKey(const QUrl &tokenUri)
{
    const QJsonObject key{{u"type"_s, u"service_account"_s},
                          {u"project_id"_s, QLatin1StringView(googleProject)},
                          {u"private_key_id"_s, u"5a1d0b0c5a1d0b0c"_s},
                          {u"private_key"_s, QLatin1StringView(privateKey)},
                          {u"client_email"_s, QLatin1StringView(email)},
                          {u"client_id"_s, u"100000000000000000001"_s},
                          {u"token_uri"_s, tokenUri.toString()},
                          {u"universe_domain"_s, u"googleapis.com"_s}};
    return QJsonDocument(key).toJson(QJsonDocument::Compact);
}

HttpReply googleToken(const HttpRequest &request)
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    if (request.method != "POST"
        || !headerOf(request, "Content-Type").startsWith("application/x-www-form-urlencoded"))
        return refusal(request, u"invalid_request"_s, u"Bad Request"_s);
    const QString grant = form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded);
    if (grant != u"urn:ietf:params:oauth:grant-type:jwt-bearer")
        return refusal(request, u"unsupported_grant_type"_s, u"Invalid grant_type: "_s + grant);
    const QByteArrayList parts
        = form.queryItemValue(u"assertion"_s, QUrl::FullyDecoded).toLatin1().split('.');
    if (parts.size() != 3)
        return refusal(request, u"invalid_grant"_s, u"Bad Request"_s);
    const QJsonObject header = QJsonDocument::fromJson(fromBase64Url(parts[0])).object();
    const QJsonObject claims = QJsonDocument::fromJson(fromBase64Url(parts[1])).object();
    if (header.value(u"alg"_s) != u"RS256"_s || !isSigned(parts[0] + '.' + parts[1], fromBase64Url(parts[2])))
        return refusal(request, u"invalid_grant"_s, u"Invalid JWT Signature."_s);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString problem = problemOf(claims, now);
    if (!problem.isNull())
        return refusal(request, u"invalid_grant"_s, problem);
    const QString scopes = claims.value(u"scope"_s).toString();
    if (scopes.isEmpty())
        return refusal(request, u"invalid_scope"_s, u"Invalid OAuth scope or ID token audience provided."_s);
    const QByteArray token = tokenOf(QByteArray::number(now + Hour) + (mayQuery(scopes) ? 'q' : 'n'));
    return jsonReply(request, 200,
                     {{u"access_token"_s, QString::fromLatin1(token)},
                      {u"expires_in"_s, Hour - 1},
                      {u"token_type"_s, u"Bearer"_s}},
                     "x-request-id");
}

GoogleLogin checkGoogleLogin(const HttpRequest &request)
{
    const QByteArray header = headerOf(request, "Authorization");
    if (!header.startsWith("Bearer "))
        return GoogleLogin::Missing;
    const QByteArray token = header.mid(7).trimmed();
    const QByteArray claims = token.split('.').value(1);
    if (claims.isEmpty() || token != tokenOf(claims)
        || claims.chopped(1).toLongLong() <= QDateTime::currentSecsSinceEpoch())
        return GoogleLogin::Bad;
    return claims.endsWith('q') ? GoogleLogin::Good : GoogleLogin::LacksScope;
}

} // namespace Costglass
