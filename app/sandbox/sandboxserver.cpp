// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandboxserver.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHttpServerResponder>
#include <QJsonArray>
#include <QLocale>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Sandbox)
};

using Pending = std::shared_ptr<QHttpServerResponder>;

QByteArray httpNow()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

void write(QHttpServerResponder &responder, const HttpReply &reply, qsizetype claimedSize)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply.status));
    for (const auto &[name, value] : reply.headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Date", httpNow());
    responder.writeHeader("Content-Length", QByteArray::number(claimedSize));
    responder.writeBody(reply.body);
}

/// Retry-After in its two forms, or none, by turns.
void askToWait(HttpReply &reply, int turn)
{
    if (turn % 3 == 0)
        reply.headers.append(QPair<QByteArray, QByteArray>("Retry-After", "0"));
    if (turn % 3 == 1)
        reply.headers.append(QPair<QByteArray, QByteArray>("Retry-After", httpNow()));
}

} // namespace

SandboxServer::SandboxServer(const SandboxOptions &options)
    : m_world(options.seed, options.now), m_faults(options.faults), m_emulators(makeEmulators(m_world))
{
    if (!options.vendors.isEmpty())
        std::erase_if(m_emulators,
                      [&](const auto &emulator) { return !options.vendors.contains(emulator->vendor()); });
    m_server.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        answer(request, std::move(responder));
    });
}

Result<std::unique_ptr<SandboxServer>> SandboxServer::start(const SandboxOptions &options)
{
    std::unique_ptr<SandboxServer> server(new SandboxServer(options));
    server->m_port = server->m_server.listen(QHostAddress::LocalHost, options.port);
    if (server->m_port == 0) {
        return failure(Error::Kind::Config, Texts::tr("Port %1 is taken.").arg(options.port),
                       Texts::tr("Choose another port, or 0 for any free one."));
    }
    return server;
}

QJsonObject SandboxServer::readyLine() const
{
    QJsonArray accounts;
    for (const auto &emulator : m_emulators) {
        QJsonObject settings;
        const QMap<QString, QString> set = emulator->settings();
        for (auto it = set.cbegin(); it != set.cend(); ++it)
            settings.insert(it.key(), it.value());
        const QString base = u"http://127.0.0.1:%1/%2"_s.arg(m_port).arg(emulator->vendor());
        accounts.append(QJsonObject{{u"vendor"_s, emulator->vendor()},
                                    {u"label"_s, emulator->vendor()},
                                    {u"base_url"_s, base},
                                    {u"secret"_s, QString::fromLatin1(emulator->secretAt(QUrl(base)))},
                                    {u"set"_s, settings}});
    }
    return {{u"ready"_s, true}, {u"port"_s, m_port}, {u"accounts"_s, accounts}};
}

HttpReply SandboxServer::replyTo(const QHttpServerRequest &request) const
{
    HttpRequest asked;
    asked.method = request.method() == QHttpServerRequest::Method::Get ? "GET" : "POST";
    asked.url = request.url();
    asked.headers = request.headers();
    asked.body = request.body();
    const QString vendor = asked.url.path().section(u'/', 1, 1);
    for (const auto &emulator : m_emulators) {
        if (emulator->vendor() == vendor) {
            asked.url.setPath(asked.url.path().mid(vendor.size() + 1));
            // Replies that link to pages name the address that their client knows.
            asked.headers.append({"X-Forwarded-Prefix", '/' + vendor.toLatin1()});
            return emulator->handle(asked);
        }
    }
    HttpReply reply;
    reply.status = 404;
    return reply;
}

void SandboxServer::answer(const QHttpServerRequest &request, QHttpServerResponder &&responder)
{
    HttpReply reply = replyTo(request);
    const auto fault = m_faults.next();
    qsizetype claimed = reply.body.size();
    QPointer<QTcpSocket> socket(responder.socket());
    switch (fault) {
    case Faults::Kind::None:
    case Faults::Kind::Drop:
    case Faults::Kind::Stall:
        break;
    case Faults::Kind::TooMany:
        reply.status = 429;
        reply.body
            = R"({"type":"error","error":{"type":"rate_limit_error","message":"Too many requests","param":null,"code":null}})";
        askToWait(reply, ++m_served);
        claimed = reply.body.size();
        break;
    case Faults::Kind::Failure:
        reply.status = 500;
        reply.body
            = R"({"type":"error","error":{"type":"api_error","message":"Internal server error","param":null,"code":null}})";
        claimed = reply.body.size();
        break;
    case Faults::Kind::Truncate:
        reply.body.truncate(reply.body.size() / 2);
        break;
    case Faults::Kind::Garbage:
        reply.body = "<html><body>502 Bad Gateway</body></html>";
        claimed = reply.body.size();
        break;
    }
    const auto pending = std::make_shared<QHttpServerResponder>(std::move(responder));
    const auto finish = [pending, socket, reply, claimed, fault] {
        // Writing to a client that has gone would crash the server.
        if (!socket || socket->state() != QAbstractSocket::ConnectedState || fault == Faults::Kind::Stall)
            return;
        if (fault == Faults::Kind::Drop) {
            socket->abort();
            return;
        }
        write(*pending, reply, claimed);
        if (fault == Faults::Kind::Truncate)
            socket->disconnectFromHost();
    };
    if (fault == Faults::Kind::Stall)
        QObject::connect(socket, &QTcpSocket::disconnected, this,
                         finish); // keeps the responder until the client gives up
    else if (m_faults.delayMs() > 0)
        QTimer::singleShot(m_faults.delayMs(), this, finish);
    else
        finish();
}

} // namespace Costglass
