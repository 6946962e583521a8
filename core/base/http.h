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
        Header, ///< HEADER: SECRET
        Basic, ///< Authorization: Basic of USER:SECRET, user in \a id
        AwsSigV4, ///< AWS Signature Version 4; id, region, service, token
        Tc3, ///< Tencent Cloud TC3-HMAC-SHA256; id, service
        Acs3, ///< Alibaba Cloud ACS3-HMAC-SHA256; id
        Volcengine, ///< Volcengine HMAC-SHA256; id, region, service
        GoogleServiceAccount, ///< the secret is a service account's JSON key; the engine trades it for a token
        EntraClient ///< Microsoft Entra client credentials: the secret buys a token at \a tokenUrl
    };
    Scheme scheme = Scheme::None;
    QByteArray header = {}; ///< for Scheme::Header
    QByteArray id = {}; ///< access key id, user name or client id: not secret
    QByteArray region = {};
    QByteArray service = {};
    QByteArray token = {}; ///< session token of temporary credentials; empty = none
    QByteArray profile
        = {}; ///< for AwsSigV4: the profile of ~/.aws that holds id, secret and token instead; empty = none
    QByteArray scope = {}; ///< what a token is asked for, for the schemes that trade the secret for one
    QUrl tokenUrl = {}; ///< where it is traded

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

/// Seconds to wait by a Retry-After header, in seconds or as an HTTP date (measured from the reply's own Date, else \a now, Unix
/// seconds; RFC 9110 §10.2.3), or by retry-after-ms; nothing when there is none or it cannot be read.
std::optional<int> retryAfterSeconds(const HttpReply &reply, qint64 now);

} // namespace Costglass
