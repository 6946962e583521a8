// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire.h"

namespace Costglass {

/// A mail server on loopback (RFC 5321, 4954, 3207) that checks the order of commands, takes one log-in, and keeps what
/// comes in.
class MailServer : public QTcpServer
{
public:
    MailServer() { listen(QHostAddress::LocalHost); }

    void useTls(const QSslCertificate &certificate, const QSslKey &key)
    {
        m_certificate = certificate;
        m_key = key;
    }
    bool implicitTls = false;
    bool offersStartTls = false;
    QByteArray refuses = {}; ///< a command that is answered with \a refusal
    QByteArray refusal = {};
    bool isMute = false;

    QUrl url(const QString &person, const QString &receivers) const
    {
        QUrl url;
        url.setScheme(implicitTls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
        url.setHost(QStringLiteral("localhost"));
        url.setPort(serverPort());
        url.setUserName(person, QUrl::DecodedMode);
        url.setQuery(QStringLiteral("to=") + receivers);
        return url;
    }

    QByteArray loggedIn; ///< user and password, parted by a blank
    QByteArray from;
    QByteArrayList to;
    QByteArray message; ///< head and body, as they came
    QByteArray plain; ///< what was said without TLS

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (!m_key.isNull()) {
            socket->setLocalCertificate(m_certificate);
            socket->setPrivateKey(m_key);
        }
        auto pending = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, pending] {
            *pending += socket->readAll();
            read(*socket, *pending);
        });
        if (implicitTls) {
            connect(socket, &QSslSocket::encrypted, this, [this, socket] { say(*socket, "220 mail.test"); });
            socket->startServerEncryption();
        } else {
            say(*socket, "220 mail.test");
        }
    }

private:
    void say(QSslSocket &socket, const QByteArray &line)
    {
        if (!isMute)
            socket.write(line + "\r\n");
    }

    void read(QSslSocket &socket, QByteArray &pending)
    {
        while (true) {
            const QByteArray end = m_inData ? "\r\n.\r\n" : "\r\n";
            const qsizetype at = pending.indexOf(end);
            if (at < 0)
                return;
            const QByteArray line = pending.left(at);
            pending.remove(0, at + end.size());
            if (!socket.isEncrypted())
                plain += line + '\n';
            if (m_inData) {
                m_inData = false;
                message = line;
                say(socket, "250 taken");
            } else {
                answer(socket, line);
            }
        }
    }

    void answer(QSslSocket &socket, const QByteArray &line)
    {
        const QByteArray command = line.toUpper();
        if (!refuses.isEmpty() && command.startsWith(refuses))
            return say(socket, refusal);
        if (command.startsWith("EHLO"))
            return say(socket,
                       "250-mail.test\r\n"
                           + QByteArray(offersStartTls && !socket.isEncrypted() ? "250-STARTTLS\r\n" : "")
                           + "250 AUTH PLAIN");
        if (command == "STARTTLS") {
            say(socket, "220 go on");
            return socket.startServerEncryption();
        }
        if (command.startsWith("AUTH PLAIN")) {
            m_inAuth = line.size() < 12;
            return m_inAuth ? say(socket, "334 ") : logIn(socket, line.mid(11));
        }
        if (m_inAuth) {
            m_inAuth = false;
            return logIn(socket, line);
        }
        if (command.startsWith("MAIL FROM:"))
            from = line.mid(10).split('>').first().mid(1);
        else if (command.startsWith("RCPT TO:"))
            to.append(line.mid(8).split('>').first().mid(1));
        else if (command == "DATA") {
            m_inData = true;
            return say(socket, "354 go on");
        } else if (command == "QUIT") {
            say(socket, "221 bye");
            return socket.disconnectFromHost();
        }
        say(socket, "250 well");
    }

    void logIn(QSslSocket &socket, const QByteArray &coded)
    {
        const QByteArrayList parts = QByteArray::fromBase64(coded).split('\0');
        loggedIn = parts.value(1) + ' ' + parts.value(2);
        say(socket, "235 welcome");
    }

    QSslCertificate m_certificate;
    QSslKey m_key;
    bool m_inData = false;
    bool m_inAuth = false;
};

} // namespace Costglass
