// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/json.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

#include <QJsonArray>

namespace Asking {

using Headers = QList<QPair<QByteArray, QByteArray>>;

inline constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z, a Tuesday
inline constexpr qint64 Day = 24 * 3600;
inline constexpr qint64 November = 1793491200; // 2026-11-01T00:00:00Z

inline Costglass::HttpReply ask(const Costglass::VendorEmulator &emulator, const QString &target,
                                const Headers &headers, const QByteArray &method = "GET")
{
    Costglass::HttpRequest request;
    request.method = method;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:1") + target, QUrl::StrictMode);
    request.headers = headers;
    return emulator.handle(request);
}

inline QJsonObject bodyOf(const Costglass::HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

/// A member of a member, by a path such as "error/message".
inline QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &member : path.split(u'/'))
        value = value[member];
    return value;
}

/// The sum of a vendor's bill of a day, in nanos.
inline qint64 billed(const Costglass::World &world, const QString &vendor, QDate day)
{
    qint64 nanos = 0;
    for (const Costglass::BillLine &line : world.bill(vendor, day))
        nanos += line.cost.nanos();
    return nanos;
}

} // namespace Asking
