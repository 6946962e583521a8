// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/emulatornetwork.h"

#include <QNetworkReply>
#include <QTimer>

#include <cstring>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QString &domain()
{
    static const QString name = u".sandbox.invalid"_s;
    return name;
}

/// A finished reply from memory.
class MemoryReply : public QNetworkReply
{
public:
    MemoryReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                const HttpReply &reply, QObject *parent)
        : QNetworkReply(parent), m_body(reply.body)
    {
        setOperation(operation);
        setRequest(request);
        setUrl(request.url());
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, reply.status);
        for (const auto &[name, value] : reply.headers)
            setRawHeader(name, value);
        if (reply.status == 0)
            setError(HostNotFoundError, u"unknown host"_s);
        open(ReadOnly | Unbuffered);
        setFinished(true);
        QTimer::singleShot(0, this, [this] {
            Q_EMIT metaDataChanged();
            Q_EMIT readyRead();
            Q_EMIT finished();
        });
    }

    void abort() override { }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        return m_body.size() - m_position + QNetworkReply::bytesAvailable();
    }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 size = qMin(maximum, m_body.size() - m_position);
        if (size <= 0)
            return -1;
        std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(size));
        m_position += size;
        return size;
    }

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace

EmulatorNetwork::EmulatorNetwork(const World &world, QObject *parent)
    : QNetworkAccessManager(parent), m_emulators(makeEmulators(world))
{
}

QUrl EmulatorNetwork::baseUrl(const QString &vendor)
{
    return QUrl(u"https://"_s + vendor + domain());
}

QByteArray EmulatorNetwork::secret(const QString &vendor) const
{
    const VendorEmulator *emulator = emulatorAt(vendor + domain());
    return emulator ? emulator->secretAt(baseUrl(vendor)) : QByteArray();
}

QMap<QString, QString> EmulatorNetwork::settings(const QString &vendor) const
{
    const VendorEmulator *emulator = emulatorAt(vendor + domain());
    return emulator ? emulator->settings() : QMap<QString, QString>();
}

const VendorEmulator *EmulatorNetwork::emulatorAt(const QString &host) const
{
    for (const auto &emulator : m_emulators) {
        if (host == emulator->vendor() + domain())
            return emulator.get();
    }
    return nullptr;
}

QNetworkReply *EmulatorNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                              QIODevice *outgoing)
{
    HttpReply reply;
    if (const VendorEmulator *emulator = emulatorAt(request.url().host())) {
        HttpRequest asked;
        asked.method = operation == GetOperation
            ? "GET"
            : request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        asked.url = request.url();
        for (const QByteArray &name : request.rawHeaderList())
            asked.headers.append({name, request.rawHeader(name)});
        asked.body = outgoing ? outgoing->readAll() : QByteArray();
        reply = emulator->handle(asked);
    }
    return new MemoryReply(operation, request, reply, this);
}

} // namespace Costglass
