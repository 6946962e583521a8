// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fetcher.h"

#include "base/redact.h"
#include "base/signing.h"
#include "engine/awsprofiles.h"
#include "engine/tokenbroker.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Fetcher)
};

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// Why an address may not be asked at all; nothing when it may.
std::optional<Error> refusal(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return Error{Error::Kind::Config, Texts::tr("The account's address is not a web address."),
                     Texts::tr("Write it like https://host/path.")};
    if (url.scheme() == u"http" && !isLoopback(url.host())) {
        return Error{
            Error::Kind::Config,
            Texts::tr("%1 would send the key unprotected over http; nothing was sent.").arg(url.host()),
            Texts::tr("Use the https address. Plain http is for this computer only.")};
    }
    return std::nullopt;
}

QString tlsReason(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Texts::tr("its certificate is signed by itself");
    case QSslError::CertificateExpired:
        return Texts::tr("its certificate has expired, or this computer's clock is wrong");
    case QSslError::CertificateNotYetValid:
        return Texts::tr("its certificate is not valid yet, or this computer's clock is wrong");
    case QSslError::HostNameMismatch:
        return Texts::tr("its certificate belongs to another host");
    default: // Qt has some thirty more, all of which mean the same to a person
        return Texts::tr("its certificate is not trusted");
    }
}

bool usesProxy(QNetworkAccessManager &network, const QUrl &url)
{
    QNetworkProxyFactory *factory = network.proxyFactory();
    const QNetworkProxy proxy
        = factory ? factory->queryProxy(QNetworkProxyQuery(url)).value(0) : network.proxy();
    return proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
}

/// The headers that log \a request in. Signatures carry the real time: the vendor compares it with its own clock.
Headers logIn(const HttpRequest &request, const QByteArray &secret)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    switch (request.auth.scheme) {
    case Auth::Scheme::None:
        return {};
    case Auth::Scheme::Bearer:
    case Auth::Scheme::GoogleServiceAccount:
    case Auth::Scheme::EntraClient:
        return {{"Authorization", "Bearer " + secret}};
    case Auth::Scheme::Header:
        return {{request.auth.header, secret}};
    case Auth::Scheme::Basic:
        return {{"Authorization", "Basic " + (request.auth.id + ':' + secret).toBase64()}};
    case Auth::Scheme::AwsSigV4:
        return signAwsSigV4(request, secret, now);
    case Auth::Scheme::Tc3:
        return signTc3(request, secret, now);
    case Auth::Scheme::Acs3:
        return signAcs3(request, secret, now, QUuid::createUuid().toByteArray(QUuid::Id128));
    case Auth::Scheme::Volcengine:
        return signVolcengine(request, secret, now);
    }
    Q_UNREACHABLE();
}

/// One request under way. It lives as long as its context and answers once.
class Exchange : public QObject
{
public:
    Exchange(QNetworkReply *reply, const HttpRequest &request, const QByteArray &secret,
             const FetchLimits &limits, QObject *context, Fetcher::Answer answer);
    ~Exchange() override;

private:
    void read();
    void finish();
    bool takeBody();
    void give(Result<HttpReply> result);
    Result<HttpReply> outcome();
    Error wireError(QNetworkReply::NetworkError error) const;
    void startTimer(QTimer &timer, int milliseconds, const QString &text);

    QPointer<QNetworkReply> m_reply;
    HttpRequest m_request;
    QByteArray m_secret;
    FetchLimits m_limits;
    Fetcher::Answer m_answer;
    QByteArray m_body;
    QStringList m_tlsReasons;
    QTimer m_connect;
    QTimer m_idle;
    QTimer m_whole;
};

Exchange::Exchange(QNetworkReply *reply, const HttpRequest &request, const QByteArray &secret,
                   const FetchLimits &limits, QObject *context, Fetcher::Answer answer)
    : QObject(context), m_reply(reply), m_request(request), m_secret(secret), m_limits(limits),
      m_answer(std::move(answer))
{
    reply->setParent(this);
    const QString host = request.url.host();
    startTimer(m_connect, limits.connectMs, Texts::tr("%1 does not answer.").arg(host));
    startTimer(m_whole, limits.wholeMs, Texts::tr("%1 took too long to answer.").arg(host));
    m_idle.setSingleShot(true);
    m_idle.setInterval(limits.idleMs);
    connect(&m_idle, &QTimer::timeout, this, [this, host] {
        give(failure(Error::Kind::Timeout, Texts::tr("%1 stopped answering.").arg(host)));
    });
    connect(reply, &QNetworkReply::requestSent, this, [this] {
        m_connect.stop();
        m_idle.start();
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_connect.stop();
        m_idle.start();
    });
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsReasons.append(tlsReason(error.error()));
    });
    connect(reply, &QNetworkReply::finished, this, &Exchange::finish);
}

Exchange::~Exchange()
{
    if (m_reply && m_reply->isRunning()) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void Exchange::startTimer(QTimer &timer, int milliseconds, const QString &text)
{
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, [this, text] { give(failure(Error::Kind::Timeout, text)); });
    timer.start(milliseconds);
}

/// Moves what has come into the body; false when that is more than it may hold. Qt unpacks as far as it is read, so
/// that a small body which unpacks to gigabytes stops at the limit too.
bool Exchange::takeBody()
{
    while (m_reply->bytesAvailable() > 0 && m_body.size() <= m_limits.maxBytes) {
        const QByteArray more = m_reply->read(m_limits.maxBytes + 1 - m_body.size());
        if (more.isEmpty())
            break;
        m_body += more;
    }
    return m_body.size() <= m_limits.maxBytes;
}

void Exchange::read()
{
    m_idle.start();
    if (takeBody())
        return;
    constexpr qint64 Megabyte = 1024 * 1024;
    give(failure(Error::Kind::Format,
                 Texts::tr("The reply of %1 is larger than %2 MB.")
                     .arg(m_request.url.host())
                     .arg(m_limits.maxBytes / Megabyte)));
}

void Exchange::finish()
{
    if (m_reply->isOpen())
        read();
    if (m_answer)
        give(outcome());
}

/// What kept the reply from coming, for a person.
Error Exchange::wireError(QNetworkReply::NetworkError error) const
{
    const QString host = m_request.url.host();
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Network, Texts::tr("%1 was not found.").arg(host)};
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Network, Texts::tr("%1 refused the connection.").arg(host)};
    case QNetworkReply::TimeoutError:
        return {Error::Kind::Timeout, Texts::tr("%1 does not answer.").arg(host)};
    default:
        break;
    }
    // Qt 6.4 reports most of a proxy's refusals as an unknown error.
    const bool proxy
        = error == QNetworkReply::UnknownNetworkError && usesProxy(*m_reply->manager(), m_request.url);
    if (proxy
        || (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError))
        return {Error::Kind::Network,
                Texts::tr("The proxy on the way to %1 does not let us through.").arg(host)};
    return {Error::Kind::Network, Texts::tr("The connection to %1 broke.").arg(host)};
}

Result<HttpReply> Exchange::outcome()
{
    const QString host = m_request.url.host();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_tlsReasons.isEmpty() || error == QNetworkReply::SslHandshakeFailedError) {
        m_tlsReasons.removeDuplicates();
        return failure(Error::Kind::Tls,
                       m_tlsReasons.isEmpty()
                           ? Texts::tr("No safe connection to %1 could be made.").arg(host)
                           : Texts::tr("No safe connection to %1: %2.").arg(host, m_tlsReasons.first()));
    }
    // A status with an error that is not the status' own: the body did not come whole, or cannot be unpacked.
    constexpr int FirstRefusal = 400;
    const bool broken = error == QNetworkReply::RemoteHostClosedError
        || error == QNetworkReply::TemporaryNetworkFailureError || error == QNetworkReply::UnknownNetworkError
        || error == QNetworkReply::ProtocolFailure
        || (status < FirstRefusal && error != QNetworkReply::NoError);
    if (status == 0 || broken)
        return std::unexpected(wireError(error));
    constexpr int NotModified = 304; // an answer to If-None-Match
    if (status >= 300 && status < FirstRefusal && status != NotModified) {
        const QUrl target
            = m_request.url.resolved(m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        return failure(
            Error::Kind::Network,
            Texts::tr("%1 redirects to %2; this was not followed, so that the key goes nowhere else.")
                .arg(host, target.host()),
            Texts::tr("Check the account's base address."));
    }
    HttpReply result;
    result.status = status;
    result.headers = m_reply->rawHeaderPairs();
    // Some vendors repeat the key that they refuse, some of them with status 200.
    constexpr qsizetype ShortestKey = 8;
    const QList<QByteArray> secrets{m_secret, m_request.auth.token};
    const bool echoed = std::any_of(secrets.begin(), secrets.end(), [this](const QByteArray &secret) {
        return secret.size() >= ShortestKey && m_body.contains(secret);
    });
    result.body = echoed || status >= FirstRefusal ? redact(m_body, secrets) : m_body;
    result.request = m_request;
    return result;
}

void Exchange::give(Result<HttpReply> result)
{
    if (!m_answer)
        return;
    const Fetcher::Answer answer = std::exchange(m_answer, nullptr);
    m_connect.stop();
    m_idle.stop();
    m_whole.stop();
    deleteLater();
    answer(std::move(result));
}

} // namespace

Fetcher::Fetcher(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent), m_network(network), m_tokens(std::make_unique<TokenBroker>(*this)),
      m_profiles(std::make_unique<AwsProfiles>(*this))
{
}

Fetcher::~Fetcher() = default;

void Fetcher::fetch(const HttpRequest &request, const QByteArray &secret, QObject *context, Answer answer)
{
    if (const auto error = refusal(request.url)) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), error] { answer(std::unexpected(*error)); },
            Qt::QueuedConnection);
        return;
    }
    if (!request.auth.profile.isEmpty()) {
        m_profiles->read(request.auth.profile, context,
                         [this, request, context, answer](const Result<AwsCredentials> &credentials) {
                             if (!credentials)
                                 return answer(std::unexpected(credentials.error()));
                             HttpRequest own = request;
                             own.auth.id = credentials->id;
                             own.auth.token = credentials->token;
                             send(own, credentials->secret, context, answer);
                         });
        return;
    }
    if (request.auth.scheme == Auth::Scheme::AwsSigV4) {
        const qsizetype end = secret.indexOf('\n'); // behind it is the token of temporary credentials
        HttpRequest own = request;
        own.auth.token = end < 0 ? QByteArray() : secret.mid(end + 1);
        return send(own, secret.left(end < 0 ? secret.size() : end), context, std::move(answer));
    }
    if (!TokenBroker::isNeededFor(request.auth.scheme))
        return send(request, secret, context, std::move(answer));
    m_tokens->token(
        request, secret, context, [this, request, secret, context, answer](const Result<QByteArray> &token) {
            if (!token)
                return answer(std::unexpected(token.error()));
            send(request, *token, context, [this, request, secret, answer](Result<HttpReply> reply) {
                if (reply && reply->status == 401)
                    m_tokens->forget(request.auth, secret);
                answer(std::move(reply));
            });
        });
}

void Fetcher::send(const HttpRequest &request, const QByteArray &secret, QObject *context, Answer answer)
{
    QNetworkRequest wire(request.url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Qt takes a connection that hangs in its handshake for the next try too, until it was unused for this long.
    wire.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, 1);
    // Qt's own check takes reports that pack well for bombs; maxBytes bounds them.
    wire.setDecompressedSafetyCheckThreshold(-1);
    wire.setRawHeader("User-Agent", "Costglass/" COSTGLASS_VERSION);
    wire.setRawHeader("Accept", "application/json");
    for (const auto &[name, value] : request.headers + logIn(request, secret))
        wire.setRawHeader(name, value);
    QNetworkReply *reply = nullptr;
    if (request.body.isEmpty()) {
        // Without a device: with an empty one Qt 6.4 never says that the request is sent, and gives GET a length.
        if (request.method != "GET")
            wire.setRawHeader("Content-Length", "0");
        reply = m_network.sendCustomRequest(wire, request.method, static_cast<QIODevice *>(nullptr));
    } else {
        reply = m_network.sendCustomRequest(wire, request.method, request.body);
    }
    new Exchange(reply, request, secret, m_limits, context, std::move(answer));
}

} // namespace Costglass
