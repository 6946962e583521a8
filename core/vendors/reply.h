// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/json.h"
#include "vendors/vendoradapter.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace Costglass {

// What the adapters share in reading replies and building requests.

/// The Error that a refusal stands for, by its status and the vendor's own message (shortened, without secrets).
Error replyError(const HttpReply &reply, qint64 now);

/// The JSON object of a reply with status 200; otherwise replyError().
Result<QJsonObject> readReply(const HttpReply &reply, const QString &what, qint64 now);

/// An array member of \a object; missing or another type is a Format error that names \a what.
Result<QJsonArray> arrayOf(const QJsonObject &object, const QString &member, const QString &what);

/// A count of use: as countFromJson(), but neither negative nor beyond 10¹⁸, so that a few of them can be added.
Result<std::optional<qint64>> useFromJson(const QJsonValue &value);

/// The amount in a member of \a object, with \a shift as in moneyFromJson(); the error names \a what and the member.
Result<Money> amountOf(const QJsonObject &object, const QString &member, Currency currency,
                       const QString &what, int shift = 0);

/// A charge and a bucket of use of the whole day \a day, UTC.
Charge chargeOn(QDate day);
Usage usageOn(QDate day);

/// A text of the vendor's error object: {"error":{"code":"invalid_api_key"}}, {"error":{"details":{"error_code":…}}}.
QString errorText(const HttpReply &reply, const QStringList &path);

/// Whether the reply is the first page of its walk: only then may an adapter ask another way without counting twice.
bool isFirstPage(const HttpReply &reply);

/// An id as the vendor wrote it; null for null and missing.
QString idText(const QJsonValue &value);

/// A query with every character but the unreserved percent-encoded: "group_by%5B%5D=model&…".
QString encodedQuery(const QList<QPair<QString, QString>> &items);

/// \a request with \a token noted as followed in its walk; the caller puts it where the vendor wants it. A token that
/// came before is a Format error: following it would never end.
Result<HttpRequest> followed(const HttpRequest &request, const QString &token);

/// The request for the next page: \a request with the query item \a name set to \a token, followed() as above.
Result<HttpRequest> nextPage(const HttpRequest &request, const QString &name, const QString &token);

/// The "next_page" of a report's page; empty on the last one. A page that names a next one but says nothing of
/// "has_more" is followed: rather a page too many than one too few.
QString nextToken(const QJsonObject &page);

/// A job's base and a path below it.
QUrl urlUnder(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query);

} // namespace Costglass
