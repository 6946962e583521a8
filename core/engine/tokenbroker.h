// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"
#include "base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace Costglass {

class Fetcher;

/// Trades long-lived secrets for the short-lived tokens that some vendors want: Google's service accounts (RFC 7523)
/// and Microsoft Entra's client credentials (RFC 6749 §4.4). Tokens stay in memory, until a minute before they expire.
class TokenBroker : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<QByteArray>)>;

    explicit TokenBroker(Fetcher &fetcher, QObject *parent = nullptr);

    static bool isNeededFor(Auth::Scheme scheme);

    /// Answers once with a token that is still good for \a request. A refused secret is an Auth error, an unreadable one
    /// Config, and so is a Google key that would be traded elsewhere than at Google or where the request goes.
    void token(const HttpRequest &request, const QByteArray &secret, QObject *context, Answer answer);
    /// The vendor refused a token before its time: the next call asks for a new one.
    void forget(const Auth &auth, const QByteArray &secret);

private:
    struct Token
    {
        QByteArray value;
        qint64 goodUntil = 0; ///< Unix seconds
    };
    static QByteArray keyOf(const Auth &auth, const QByteArray &secret);
    Result<QByteArray> keep(const QByteArray &key, const HttpReply &reply);

    Fetcher &m_fetcher;
    QHash<QByteArray, Token> m_tokens; ///< by a hash: the secret itself is not kept
};

/// A signed assertion for Google's token service from a service account's JSON key, valid an hour from \a now;
/// Config when the key cannot be read.
Result<QByteArray> googleAssertion(const QByteArray &serviceAccount, const QByteArray &scope, qint64 now);

} // namespace Costglass
