// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/json.h"
#include "vendors/vendoradapter.h"

#include <QJsonArray>

namespace Costglass {

// BigQuery's REST interface, v2 (discovery of September 2025), as far as a reader of billing exports needs it.

/// A named query parameter: a scalar, or an array of texts when \a values is not empty.
struct BigQueryParameter
{
    QString name;
    QString type; ///< "DATE", "TIMESTAMP", "STRING"
    QString value;
    QStringList values = {};
};

/// The table of the account's settings, PROJECT.DATASET.TABLE: the detailed one where it is given. Characters that no
/// name may have are left out, so that nothing leaves the back quotes of a query.
struct BigQueryTable
{
    QString project;
    QString name; ///< project, dataset and table with dots
    bool detailed = false;
};
BigQueryTable bigQueryTable(const Account &account);

/// The most bytes that one query may bill: the setting max_bytes_billed, else 10 GiB.
qint64 bigQueryCap(const Account &account);

/// jobs.query with the cap, in the project of the table.
HttpRequest bigQueryRequest(const FetchJob &job, const QString &sql,
                            const QList<BigQueryParameter> &parameters, bool dryRun);

/// The rows of one page of a result.
class BigQueryRows
{
public:
    /// Reads schema and rows; a reply without either, or a row of another width, is a Format error.
    static Result<BigQueryRows> read(const QJsonObject &reply);

    qsizetype size() const { return m_rows.size(); }
    bool has(const QString &column) const { return m_columns.contains(column); }
    bool hasRecords(const QString &column) const { return m_members.contains(column); }
    /// A cell as it stands: a text, null, or an array of records.
    QJsonValue at(qsizetype row, const QString &column) const;
    /// A cell's text; null when it has none.
    QString text(qsizetype row, const QString &column) const;
    /// The records of a repeated cell, each by its members' names.
    Result<QList<QJsonObject>> records(qsizetype row, const QString &column) const;

private:
    QStringList m_columns;
    QMap<QString, QStringList> m_members; ///< of record columns
    QList<QJsonArray> m_rows;
};

/// What follows a reply of jobs.query or getQueryResults with status 200: the same job again while it runs, then its
/// next page; nothing after the last. A job that does not end is a Timeout.
Result<std::optional<HttpRequest>> bigQueryNext(const FetchJob &job, const HttpReply &reply,
                                                const QJsonObject &object);

/// The reason that BigQuery gives for a refusal: "accessDenied"; empty when it gives none.
QString bigQueryReason(const HttpReply &reply);
/// replyError() by BigQuery's reasons, with the remedy of each.
Error bigQueryError(const FetchJob &job, const HttpReply &reply);

} // namespace Costglass
