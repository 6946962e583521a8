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

/// An id as the vendor wrote it; null for null and missing.
QString idText(const QJsonValue &value);

/// A query with every character but the unreserved percent-encoded: "group_by%5B%5D=model&…".
QString encodedQuery(const QList<QPair<QString, QString>> &items);

/// The request for the next page: \a request with the query item \a name set to \a token. A token that came before
/// in this walk is a Format error: following it would never end.
Result<HttpRequest> nextPage(const HttpRequest &request, const QString &name, const QString &token);

/// A job's base and a path below it.
QUrl urlUnder(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query);

} // namespace Costglass
