// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/http.h"
#include "base/result.h"

#include <QObject>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace Costglass {

class AwsProfiles;
class TokenBroker;

/// Time and size that one request may take, and the pace at which it is tried again.
struct FetchLimits
{
    int connectMs = 10'000; ///< until the first sign of the other side
    int idleMs = 30'000; ///< without any byte
    int wholeMs = 120'000; ///< from start to end
    qint64 maxBytes = qint64(64) * 1024 * 1024; ///< of the body
    int retrySecondMs = 1000; ///< how long a second between two tries lasts; tests let it pass faster
};

/// Sends one request and answers exactly once. TLS is always verified, plain http goes to loopback only, redirects
/// are never followed and no secret reaches a log. Nothing is tried again (only the Poller and SyncRun do that), except
/// by Qt itself where a connection closes before the first byte of a reply, as idle ones do.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<HttpReply>)>;

    explicit Fetcher(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~Fetcher() override;

    /// Any HTTP status is a reply; an Error is what kept a reply from coming (Network, Timeout, Tls, Config).
    /// \a answer is called from the event loop, never from within fetch(); destroying \a context aborts the
    /// request at once and drops the answer.
    void fetch(const HttpRequest &request, const QByteArray &secret, QObject *context, Answer answer);

    void setLimits(const FetchLimits &limits) { m_limits = limits; }
    const FetchLimits &limits() const { return m_limits; }

private:
    void send(const HttpRequest &request, const QByteArray &secret, QObject *context, Answer answer);

    QNetworkAccessManager &m_network;
    FetchLimits m_limits;
    std::unique_ptr<TokenBroker> m_tokens;
    std::unique_ptr<AwsProfiles> m_profiles;
};

} // namespace Costglass
