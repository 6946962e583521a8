// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/mailer.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUuid>

#include <curl/curl.h>

#include <cstring>
#include <memory>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Mail)
};

/// Base64 in lines of 76 characters (RFC 2045, 6.8).
QByteArray foldedBase64(const QByteArray &bytes)
{
    constexpr qsizetype Line = 76;
    const QByteArray all = bytes.toBase64();
    QByteArray folded;
    for (qsizetype at = 0; at < all.size(); at += Line)
        folded += all.mid(at, Line) + "\r\n";
    return folded;
}

/// Words that a header may hold whatever their script: pieces of whole characters, none longer than 75 bytes.
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype Piece = 12; // characters: 48 bytes of UTF-8 at most
    QByteArrayList words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(Piece, text.size() - at);
        if (text[at + length - 1].isHighSurrogate() && length > 1)
            --length;
        words.append("=?UTF-8?B?" + text.mid(at, length).toUtf8().toBase64() + "?=");
        at += length;
    }
    return words.join("\r\n ");
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// What libcurl reads the message from.
struct Source
{
    QByteArray bytes;
    qsizetype at = 0;
};

size_t readMessage(char *to, size_t size, size_t count, void *source)
{
    auto *from = static_cast<Source *>(source);
    const auto length = std::min(static_cast<qsizetype>(size * count), from->bytes.size() - from->at);
    std::memcpy(to, from->bytes.constData() + from->at, static_cast<size_t>(length));
    from->at += length;
    return static_cast<size_t>(length);
}

int shallStop(void *stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<std::atomic_bool *>(stop) ? 1 : 0;
}

/// What the server or the way to it said, without its own words: they may hold the address or more.
Error mailError(CURLcode code, long reply, const QString &host)
{
    const QString answer = QString::number(reply);
    switch (code) {
    case CURLE_LOGIN_DENIED:
        return {Error::Kind::Auth, Texts::tr("The mail server %1 refused the log-in (%2).").arg(host, answer),
                Texts::tr("Check the user name and the password; many servers want a password made for one "
                          "program.")};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return {Error::Kind::Tls, Texts::tr("No trusted connection to the mail server %1.").arg(host),
                Texts::tr("Check its name and port, and that its certificate is trusted here.")};
    case CURLE_USE_SSL_FAILED:
        return {Error::Kind::Config, Texts::tr("The mail server %1 offers no TLS.").arg(host),
                Texts::tr("Nothing was sent. Use smtps:// with its port for TLS, mostly 465.")};
    case CURLE_OPERATION_TIMEDOUT:
        return {Error::Kind::Timeout, Texts::tr("The mail server %1 did not answer in time.").arg(host)};
    default:
        break;
    }
    if (reply >= 500)
        return {Error::Kind::Config,
                Texts::tr("The mail server %1 refused the message (%2).").arg(host, answer),
                Texts::tr("Check the addresses of sender and receiver.")};
    if (reply >= 400)
        return {Error::Kind::Server,
                Texts::tr("The mail server %1 cannot take the message now (%2).").arg(host, answer)};
    return {Error::Kind::Network, Texts::tr("The mail server %1 cannot be reached.").arg(host),
            Texts::tr("Check its name and port.")};
}

/// Certificates that are trusted besides the system's; empty = none.
QByteArray ownCertificates()
{
    QByteArray pem;
    for (const QSslCertificate &certificate : QSslConfiguration::defaultConfiguration().caCertificates())
        pem += certificate.toPem();
    return pem;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Names = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void setServer(CURL *curl, const Mail &mail, const QByteArray &certificates)
{
    QUrl server = mail.server;
    server.setUserInfo({});
    server.setQuery(QString());
    curl_easy_setopt(curl, CURLOPT_URL, server.toEncoded().constData());
    // As libcurl's own, an optional TLS would go on in plain text when somebody in between hides STARTTLS.
    curl_easy_setopt(curl, CURLOPT_USE_SSL, isLoopback(server.host()) ? CURLUSESSL_TRY : CURLUSESSL_ALL);
    if (!certificates.isEmpty()) {
        const curl_blob blob{const_cast<char *>(certificates.constData()),
                             static_cast<size_t>(certificates.size()), CURL_BLOB_COPY};
        curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &blob);
    }
    if (!mail.password.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME,
                         mail.server.userName(QUrl::FullyDecoded).toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail.password.constData());
    }
}

Result<void> deliver(const Mail &mail, const QByteArray &certificates, int timeoutMs, std::atomic_bool &stop)
{
    const Handle curl(curl_easy_init(), curl_easy_cleanup);
    curl_slist *list = nullptr;
    for (const QString &to : mail.to)
        list = curl_slist_append(list, to.toUtf8().constData());
    const Names receivers(list, curl_slist_free_all);
    Source source{mailMessage(mail)};
    setServer(curl.get(), mail, certificates);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(timeoutMs));
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, mail.from.toUtf8().constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, readMessage);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &source);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, shallStop);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    return std::unexpected(mailError(code, reply, mail.server.host()));
}

} // namespace

QByteArray mailMessage(const Mail &mail)
{
    const QByteArray host = mail.from.section(u'@', -1).toUtf8();
    QByteArray head;
    head += "Date: " + QDateTime::fromSecsSinceEpoch(mail.date, Qt::UTC).toString(Qt::RFC2822Date).toLatin1()
        + "\r\n";
    head += "From: Costglass <" + mail.from.toUtf8() + ">\r\n";
    head += "To: " + mail.to.join(u", "_s).toUtf8() + "\r\n";
    head += "Subject: " + encodedWords(mail.subject) + "\r\n";
    head += "Message-ID: <" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '@' + host + ">\r\n";
    // So that no absence note answers (RFC 3834).
    head += "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\n";
    return head + foldedBase64(mail.text.toUtf8());
}

Mailer::Mailer(QObject *parent) : QObject(parent)
{
    [[maybe_unused]] static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    constexpr int AtOnce = 4;
    m_pool.setMaxThreadCount(AtOnce);
}

Mailer::~Mailer()
{
    m_stop = true;
    m_pool.waitForDone();
}

void Mailer::send(const Mail &mail, QObject *context, const Done &done)
{
    m_pool.start([this, mail, certificates = ownCertificates(), guard = QPointer(context), done] {
        const Result<void> sent = deliver(mail, certificates, m_timeoutMs, m_stop);
        QMetaObject::invokeMethod(this, [guard, done, sent] {
            if (guard)
                done(sent);
        });
    });
}

} // namespace Costglass
