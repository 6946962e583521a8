// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/tokenbroker.h"

#include "base/json.h"
#include "engine/fetcher.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QJsonArray>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::TokenBroker)
};

// The audience is this constant even where the key's token_uri points elsewhere (google-auth-library does the same).
constexpr auto googleAudience = "https://oauth2.googleapis.com/token";
constexpr qint64 AssertionSeconds = 3600;
constexpr qint64 SafetySeconds = 60;

std::unexpected<Error> unreadableKey()
{
    return failure(Error::Kind::Config, Texts::tr("The service account's key cannot be read."),
                   Texts::tr("Paste the whole JSON file that Google Cloud gave for the key."));
}

QByteArray base64Url(const QByteArray &data)
{
    return data.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// RSASSA-PKCS1-v1_5 with SHA-256; empty when the key is no RSA key.
QByteArray signRs256(const QByteArray &pem, const QByteArray &data)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!key || EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA)
        return {};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(data.constData());
    const auto length = static_cast<size_t>(data.size());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, length) != 1)
        return {};
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                       length)
        != 1)
        return {};
    signature.resize(static_cast<qsizetype>(size));
    return signature;
}

HttpRequest formPost(const QUrl &url, const QList<QPair<QByteArray, QByteArray>> &fields)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    QByteArrayList parts;
    for (const auto &[name, value] : fields)
        parts.append(name + '=' + value.toPercentEncoding());
    request.body = parts.join('&');
    return request;
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// A key file may come from anyone: its token_uri must not carry what it signs to a stranger. Google's hosts are good,
/// and whoever gets the token anyway: the account's own host, or this computer when that is this computer.
bool mayTradeAt(const QUrl &place, const QUrl &asked)
{
    const QString host = place.host();
    const bool google = host == u"accounts.google.com" || host.endsWith(u".googleapis.com"_s);
    return (google && place.scheme() == u"https") || host == asked.host()
        || (isLoopback(host) && isLoopback(asked.host()));
}

/// The request that trades the secret for a token.
Result<HttpRequest> trade(const HttpRequest &asked, const QByteArray &secret)
{
    const Auth &auth = asked.auth;
    if (auth.scheme == Auth::Scheme::EntraClient) {
        return formPost(auth.tokenUrl,
                        {{"grant_type", "client_credentials"},
                         {"client_id", auth.id},
                         {"client_secret", secret},
                         {"scope", auth.scope}});
    }
    const auto assertion = googleAssertion(secret, auth.scope, QDateTime::currentSecsSinceEpoch());
    if (!assertion)
        return std::unexpected(assertion.error());
    const QJsonObject account = QJsonDocument::fromJson(secret).object();
    const QUrl place(
        account.value(QStringLiteral("token_uri")).toString(QString::fromLatin1(googleAudience)));
    if (!mayTradeAt(place, asked.url)) {
        return failure(Error::Kind::Config,
                       Texts::tr("The service account's key wants its tokens from %1; nothing was sent.")
                           .arg(place.host()),
                       Texts::tr("Download the key again from Google Cloud. Its token_uri is "
                                 "https://oauth2.googleapis.com/token."));
    }
    return formPost(
        place, {{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", *assertion}});
}

} // namespace

Result<QByteArray> googleAssertion(const QByteArray &serviceAccount, const QByteArray &scope, qint64 now)
{
    const QJsonObject account = QJsonDocument::fromJson(serviceAccount).object();
    const QString email = account.value(QStringLiteral("client_email")).toString();
    const QByteArray pem = account.value(QStringLiteral("private_key")).toString().toLatin1();
    if (email.isEmpty() || pem.isEmpty())
        return unreadableKey();
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("kid"), account.value(QStringLiteral("private_key_id"))}};
    const QJsonObject claims{{QStringLiteral("iss"), email},
                             {QStringLiteral("scope"), QString::fromLatin1(scope)},
                             {QStringLiteral("aud"), QString::fromLatin1(googleAudience)},
                             {QStringLiteral("iat"), now},
                             {QStringLiteral("exp"), now + AssertionSeconds}};
    const QByteArray text = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const QByteArray signature = signRs256(pem, text);
    if (signature.isEmpty())
        return unreadableKey();
    return text + '.' + base64Url(signature);
}

TokenBroker::TokenBroker(Fetcher &fetcher, QObject *parent) : QObject(parent), m_fetcher(fetcher) { }

bool TokenBroker::isNeededFor(Auth::Scheme scheme)
{
    return scheme == Auth::Scheme::GoogleServiceAccount || scheme == Auth::Scheme::EntraClient;
}

QByteArray TokenBroker::keyOf(const Auth &auth, const QByteArray &secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {auth.id, auth.scope, auth.tokenUrl.toEncoded(), secret})
        hash.addData(QByteArray::number(part.size()) + ':' + part);
    return hash.result();
}

void TokenBroker::token(const HttpRequest &asked, const QByteArray &secret, QObject *context, Answer answer)
{
    const QByteArray key = keyOf(asked.auth, secret);
    const Token known = m_tokens.value(key);
    const auto later = [context, answer](const Result<QByteArray> &result) {
        QMetaObject::invokeMethod(
            context, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    if (known.goodUntil > QDateTime::currentSecsSinceEpoch())
        return later(known.value);
    const auto request = trade(asked, secret);
    if (!request)
        return later(std::unexpected(request.error()));
    // The request carries the secret in its body already; the Fetcher keeps it out of what comes back.
    m_fetcher.fetch(*request, secret, context,
                    [this, key, answer = std::move(answer)](const Result<HttpReply> &reply) {
                        answer(reply ? keep(key, *reply) : std::unexpected(reply.error()));
                    });
}

void TokenBroker::forget(const Auth &auth, const QByteArray &secret)
{
    m_tokens.remove(keyOf(auth, secret));
}

Result<QByteArray> TokenBroker::keep(const QByteArray &key, const HttpReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 429 || reply.status >= 500) {
        return std::unexpected(
            Error{reply.status == 429 ? Error::Kind::RateLimited : Error::Kind::Server,
                  Texts::tr("The log-in service of %1 has trouble.").arg(reply.request.url.host()),
                  {},
                  retryAfterSeconds(reply, QDateTime::currentSecsSinceEpoch())});
    }
    const QByteArray value = body.value(QStringLiteral("access_token")).toString().toLatin1();
    if (reply.status == 200 && value.isEmpty())
        return failure(
            Error::Kind::Format,
            Texts::tr("The reply of the log-in service of %1 holds no token.").arg(reply.request.url.host()));
    if (reply.status != 200) {
        // invalid_grant and invalid_client carry a sentence of the vendor's own.
        const QString said = body.value(QStringLiteral("error_description")).toString().section(u'\n', 0, 0);
        return failure(
            Error::Kind::Auth,
            said.isEmpty() ? Texts::tr("The log-in was refused.")
                           : Texts::tr("The log-in was refused: %1").arg(said.left(200)),
            reply.request.url.path().endsWith(u"/oauth2/v2.0/token"_s)
                ? Texts::tr("Check tenant_id, client_id and the client secret, and that the secret has not "
                            "expired (Microsoft Entra ID → App registrations); your history stays.")
                : Texts::tr("Check the key, and that this computer's clock is right; your history stays."));
    }
    const qint64 lasts = body.value(QStringLiteral("expires_in")).toInteger(AssertionSeconds);
    m_tokens.insert(key, {value, QDateTime::currentSecsSinceEpoch() + lasts - SafetySeconds});
    return value;
}

} // namespace Costglass
