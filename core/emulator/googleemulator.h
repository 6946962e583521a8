// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/googlesql.h"
#include "emulator/params.h"
#include "emulator/vendoremulator.h"
#include "emulator/world.h"

namespace Costglass {

/// Google's token service and BigQuery's REST interface v2 over a Cloud Billing export of the sample world, standard and
/// detailed table: jobs.query with dry runs and caps, jobs that are not done at once, paging, and their error bodies. A
/// job's id holds its request, so that nothing needs to be remembered.
class GoogleEmulator : public VendorEmulator
{
public:
    explicit GoogleEmulator(const World &world) : m_world(world) { }

    QString vendor() const override { return QStringLiteral("google"); }
    HttpReply handle(const HttpRequest &request) const override;
    QByteArray secret() const override;
    QByteArray secretAt(const QUrl &base) const override;
    QMap<QString, QString> settings() const override;
    QJsonObject truth(const BillLine &line) const override;
    QJsonObject truth(const UseDay &use) const override;

private:
    struct Refusal
    {
        int status;
        QString reason;
        QString message;
    };
    struct Answer
    {
        QJsonArray fields;
        QJsonArray rows;
        qint64 bytes = 0;
    };

    HttpReply refuse(const HttpRequest &request, const Refusal &refusal) const;
    std::expected<Answer, Refusal> run(const QJsonObject &query) const;
    std::expected<Answer, Refusal> compute(const QJsonObject &query) const;
    HttpReply query(const HttpRequest &request) const;
    HttpReply results(const HttpRequest &request, const QString &id) const;
    HttpReply job(const HttpRequest &request, const QString &id) const;
    HttpReply page(const HttpRequest &request, const QJsonObject &query, const Answer &answer, qint64 offset,
                   qint64 most) const;

    const World &m_world;
    mutable QJsonObject m_lastQuery; ///< its pages are asked for one after another
    mutable Answer m_lastAnswer;
};

inline constexpr auto googleProject = "sandbox-billing";

/// The export's rows of the US Pacific days from \a from to before \a to; each line of the bill in three parts, as the
/// hours bring them.
QList<GoogleRow> googleRows(const World &world, const DateRange &days, bool detailed);
/// The text of a bill line's SKU.
QString googleSkuText(const BillLine &line);

/// A service account's JSON key whose tokens come from \a tokenUri.
QByteArray googleKey(const QUrl &tokenUri);
/// The token service: a signed assertion for an access token (RFC 7523). It goes by the real time, as its clients do.
HttpReply googleToken(const HttpRequest &request);
/// Whether the request bears a token of ours that is still good.
enum class GoogleLogin
{
    Good,
    Missing,
    Bad,
    LacksScope
};
GoogleLogin checkGoogleLogin(const HttpRequest &request);

} // namespace Costglass
