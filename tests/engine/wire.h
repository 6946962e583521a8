// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

namespace Costglass {

/// A server on loopback that reads one request at a time as bytes and answers as its script says: real sockets, and
/// every misbehaviour that a test wants. With a certificate it speaks TLS.
class Wire : public QTcpServer
{
public:
    using Script = std::function<void(QTcpSocket &socket, const QByteArray &request)>;

    explicit Wire(Script script) : m_script(std::move(script))
    {
        listen(QHostAddress::LocalHost);
        m_clock.start();
    }

    /// The same bytes to every request.
    static Script says(const QByteArray &reply)
    {
        return [reply](QTcpSocket &socket, const QByteArray &) { socket.write(reply); };
    }
    static QByteArray reply(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
            + headers + "\r\n" + body;
    }

    void useTls(const QSslCertificate &certificate, const QSslKey &key)
    {
        m_certificate = certificate;
        m_key = key;
    }

    QUrl url(const QString &path = QStringLiteral("/"),
             const QString &host = QStringLiteral("localhost")) const
    {
        return QUrl(QStringLiteral("%1://%2:%3%4")
                        .arg(m_key.isNull() ? QStringLiteral("http") : QStringLiteral("https"), host)
                        .arg(serverPort())
                        .arg(path));
    }

    QByteArrayList requests; ///< head and body of each
    QByteArray received; ///< every byte, of whatever connection
    QList<qint64> arrivals; ///< of each request, in milliseconds since the server began
    int connections = 0;
    int open = 0; ///< connections that the client has not closed

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        ++connections;
        ++open;
        auto pending = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --open;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, pending] { read(*socket, *pending); });
        if (!m_key.isNull()) {
            socket->setLocalCertificate(m_certificate);
            socket->setPrivateKey(m_key);
            socket->startServerEncryption();
        }
    }

private:
    static qsizetype bodyLength(const QByteArray &head)
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                return line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
        return 0;
    }

    void read(QTcpSocket &socket, QByteArray &pending)
    {
        const QByteArray bytes = socket.readAll();
        received += bytes;
        pending += bytes;
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0 || pending.size() < end + 4 + bodyLength(pending.left(end)))
            return;
        requests.append(pending);
        arrivals.append(m_clock.elapsed());
        pending.clear();
        m_script(socket, requests.last());
    }

    Script m_script;
    QElapsedTimer m_clock;
    QSslCertificate m_certificate;
    QSslKey m_key;
};

/// A proxy on loopback that takes whoever comes to one real server, whatever host is asked for: SOCKS5 (RFC 1928,
/// no log-in) or HTTP CONNECT (RFC 9110 §9.3.6).
class TinyProxy : public QTcpServer
{
public:
    enum class Kind
    {
        Socks5,
        Connect
    };

    TinyProxy(Kind kind, quint16 target) : m_kind(kind), m_target(target) { listen(QHostAddress::LocalHost); }

    QByteArrayList asked; ///< "host:port" of each, as the client named it
    QByteArray heard; ///< what was said to the proxy itself
    QByteArray refusal; ///< of CONNECT: this status line instead of a tunnel

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *client = new QTcpSocket(this);
        client->setSocketDescriptor(handle);
        auto pending = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, client, [this, client, pending] {
            *pending += client->readAll();
            if (m_kind == Kind::Connect ? handleConnect(*client, *pending) : handleSocks(*client, *pending))
                heard += *pending;
        });
    }

private:
    bool handleConnect(QTcpSocket &client, const QByteArray &head)
    {
        if (!head.endsWith("\r\n\r\n"))
            return false;
        asked.append(head.split(' ').value(1));
        if (!refusal.isEmpty()) {
            client.write("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        tunnel(client);
        return true;
    }

    bool handleSocks(QTcpSocket &client, QByteArray &bytes)
    {
        constexpr qsizetype Head = 5; // version, command, reserved, address type, length of the name
        if (bytes.startsWith("\x05") && bytes.size() >= 2 && bytes.size() == 2 + bytes.at(1)) {
            client.write(QByteArray("\x05\x00", 2)); // no log-in
            bytes.clear();
            return false;
        }
        if (bytes.size() < Head || bytes.at(3) != 3) // 3: a name, to be looked up by the proxy
            return false;
        const qsizetype length = bytes.at(4);
        if (bytes.size() < Head + length + 2)
            return false;
        const int port = static_cast<uchar>(bytes.at(Head + length)) << 8
            | static_cast<uchar>(bytes.at(Head + length + 1));
        asked.append(bytes.mid(Head, length) + ':' + QByteArray::number(port));
        client.write(QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
        tunnel(client);
        return true;
    }

    void tunnel(QTcpSocket &client)
    {
        client.disconnect(&client);
        auto *server = new QTcpSocket(&client);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        connect(&client, &QTcpSocket::readyRead, server,
                [&client, server] { server->write(client.readAll()); });
        connect(server, &QTcpSocket::readyRead, &client,
                [&client, server] { client.write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, &client, [&client] { client.disconnectFromHost(); });
    }

    Kind m_kind;
    quint16 m_target;
};

/// Certificates made by openssl for one test run.
class TestCertificates
{
public:
    /// False when openssl is missing or fails.
    bool make()
    {
        const auto run = [this](const QString &command) {
            QProcess shell;
            shell.setWorkingDirectory(m_folder.path());
            shell.start(QStringLiteral("sh"), {QStringLiteral("-ec"), command});
            return shell.waitForFinished() && shell.exitCode() == 0;
        };
        return run(QStringLiteral(
            "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj '/CN=Test "
            "CA' 2>/dev/null\n"
            "touch index.txt; echo 01 > serial\n"
            "printf '[ca]\\ndefault_ca=x\\n[x]\\ndatabase=index.txt\\nserial=serial\\nnew_certs_dir=.\\n"
            "default_md=sha256\\npolicy=p\\ncopy_extensions=copy\\nunique_subject=no\\n[p]\\ncommonName="
            "supplied\\n' > ca.cnf\n"
            "make() { openssl req -newkey rsa:2048 -nodes -keyout $1.key -out $1.csr -subj \"/CN=$1\" "
            "-addext \"subjectAltName=$2\" 2>/dev/null\n"
            "openssl ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in $1.csr -out $1.pem $3 "
            "2>/dev/null; }\n"
            "make good DNS:localhost,DNS:api.vendor.test '-days 2'\n"
            "make other DNS:other.test '-days 2'\n"
            "make expired DNS:localhost '-startdate 20200101000000Z -enddate 20200201000000Z'\n"
            "openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -days 2 -subj "
            "/CN=localhost "
            "-addext subjectAltName=DNS:localhost 2>/dev/null\n"));
    }

    QSslCertificate certificate(const QString &name) const
    {
        return QSslCertificate::fromPath(m_folder.filePath(name + QStringLiteral(".pem"))).value(0);
    }
    QSslKey key(const QString &name) const
    {
        QFile file(m_folder.filePath(name + QStringLiteral(".key")));
        return file.open(QFile::ReadOnly) ? QSslKey(&file, QSsl::Rsa) : QSslKey();
    }

private:
    QTemporaryDir m_folder;
};

/// Everything that any part of the program logs, Qt's own categories included.
class LogTrap
{
public:
    LogTrap()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &text) {
            const QMutexLocker lock(&mutex());
            said() += QByteArray(context.category) + ": " + text.toUtf8() + '\n';
        });
    }
    ~LogTrap() { qInstallMessageHandler(nullptr); }

    static QByteArray text()
    {
        const QMutexLocker lock(&mutex());
        return said();
    }

private:
    static QByteArray &said()
    {
        static QByteArray text;
        return text;
    }
    static QMutex &mutex()
    {
        static QMutex lock;
        return lock;
    }
};

} // namespace Costglass
