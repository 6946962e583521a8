// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QObject>
#include <QThreadPool>
#include <QUrl>

#include <atomic>
#include <functional>

namespace Costglass {

/// One text by e-mail.
struct Mail
{
    QUrl
        server; ///< smtps://host[:465], or smtp://host[:587], where STARTTLS must follow; the user name in it
    QByteArray password; ///< empty = no log-in
    QString from; ///< addresses alone, as in "person@example.org"
    QStringList to;
    QString subject;
    QString text;
    qint64 date = 0; ///< Unix seconds
};

/// The message as it goes over the wire: RFC 5322 with encoded words (RFC 2047) and a UTF-8 text in Base64.
QByteArray mailMessage(const Mail &mail);

/// Sends mail by SMTP over TLS, in threads of its own. The server's certificate is verified always; only a server on this
/// computer may do without TLS.
class Mailer : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>;

    explicit Mailer(QObject *parent = nullptr);
    /// Stops what is under way; that is never answered.
    ~Mailer() override;

    /// Answers once, later; not at all when \a context is destroyed before. Network, Timeout, Tls, Server: later again;
    /// Auth (the log-in), Config (an address, or no TLS): never by itself.
    void send(const Mail &mail, QObject *context, const Done &done);

    /// A whole message may take this long.
    void setTimeout(int milliseconds) { m_timeoutMs = milliseconds; }

private:
    QThreadPool m_pool;
    std::atomic_bool m_stop = false;
    int m_timeoutMs = 60'000;
};

} // namespace Costglass
