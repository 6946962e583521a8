// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>
#include <QVariantMap>

#include <optional>

namespace Costglass {

/// How a request is signed. It names which secret is used; the engine holds and applies it just before sending.
struct Auth
{
    enum class Scheme
    {
        None,
        Bearer, ///< Authorization: Bearer SECRET
        Header ///< HEADER: SECRET
    };
    Scheme scheme = Scheme::None;
    QByteArray header; ///< for Scheme::Header

    bool operator==(const Auth &) const = default;
};

/// A request as a value: no secret in it, so it may be logged, stored and compared.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QVariantMap context; ///< the adapter's own notes, echoed back with the reply
    Auth auth;
};

/// A reply as a value.
struct HttpReply
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    HttpRequest request; ///< what was asked, with its context

    /// The first header of that name, in whatever case; empty when there is none.
    QByteArray header(const QByteArray &name) const;
};

/// Seconds to wait by a Retry-After header, in seconds or as an HTTP date (then measured from \a now, Unix
/// seconds; RFC 9110 §10.2.3), or by retry-after-ms; nothing when there is none or it cannot be read.
std::optional<int> retryAfterSeconds(const HttpReply &reply, qint64 now);

} // namespace Costglass
