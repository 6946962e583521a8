// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/fetcher.h"
#include "eventually.h"
#include "wire.h"

#include <QNetworkAccessManager>

namespace Costglass {

/// Of no known shape, so that nothing but care hides it.
constexpr auto Secret = "Zq81-maple-Torrent-5521";

inline HttpRequest bearer(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

inline Error::Kind kindOf(const Result<HttpReply> &result)
{
    return result ? Error::Kind::Cancelled : result.error().kind;
}

/// A fetcher that trusts certificates of its own, with all that is logged caught.
class Fetching
{
public:
    /// For a whole test program, once QtTest has put its own log handler in place.
    void prepare()
    {
        m_log = std::make_unique<LogTrap>();
        QVERIFY2(certificates.make(), "openssl made no certificates");
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(certificates.certificate(QStringLiteral("ca")));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }

    void begin()
    {
        network = std::make_unique<QNetworkAccessManager>();
        fetcher = std::make_unique<Fetcher>(*network);
    }

    void end()
    {
        fetcher.reset();
        network.reset();
    }

    /// Asks and waits; no words that come back may hold the secret.
    Result<HttpReply> ask(const HttpRequest &request, const QByteArray &secret = Secret)
    {
        const auto wrong = [](const QString &what) { return failure(Error::Kind::Overflow, what); };
        std::optional<Result<HttpReply>> answer;
        int answers = 0;
        QObject context;
        fetcher->fetch(request, secret, &context, [&](Result<HttpReply> result) {
            answer = std::move(result);
            ++answers;
        });
        if (answer)
            return wrong(QStringLiteral("answered from within fetch()"));
        if (!eventually([&] { return answer.has_value(); }, 20'000))
            return wrong(QStringLiteral("never answered"));
        QCoreApplication::processEvents();
        if (answers != 1)
            return wrong(QStringLiteral("answered more than once"));
        if (!*answer && errorSentence(answer->error()).contains(QLatin1StringView(secret)))
            return wrong(QStringLiteral("the secret is in the error"));
        return *answer;
    }

    TestCertificates certificates;
    std::unique_ptr<QNetworkAccessManager> network;
    std::unique_ptr<Fetcher> fetcher;

private:
    std::unique_ptr<LogTrap> m_log;
};

} // namespace Costglass
