// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "emulator/world.h"

#include <QJsonArray>
#include <QJsonObject>

#include <expected>

namespace Costglass {

// The part of GoogleSQL that a reader of a billing export needs: SELECT of columns, DATE(…, zone), sums, credits and
// ANY_VALUE, FROM one table, WHERE of comparisons joined by AND, GROUP BY. Anything else is refused, not guessed at.

/// One row of the export: its columns by path ("service.id"), those that are NULL left out.
struct GoogleRow
{
    QMap<QString, QString> cells;
    QList<QMap<QString, QString>> credits;
};

/// One expression of a SELECT list.
struct SqlColumn
{
    enum class Of
    {
        Value,
        Day, ///< DATE(column, zone)
        Sum,
        Any,
        Count,
        CreditSum, ///< SUM of each row's sum of credits
        CreditRecords ///< ARRAY_CONCAT_AGG of credits, with these members
    };
    Of of = Of::Value;
    QString column = {};
    QString zone = {};
    QStringList members = {};
    QString alias = {};

    bool isAggregate() const { return of != Of::Value && of != Of::Day; }
};

/// LEFT OPERATION RIGHT; the right side a parameter's name or a literal.
struct SqlCondition
{
    SqlColumn left;
    QString operation; ///< ">=", "<", …, "IN"
    QString parameter; ///< null when literal
    QStringList literals;
};

struct SqlQuery
{
    QString table;
    QList<SqlColumn> columns;
    QList<SqlCondition> conditions;
    QList<qsizetype> groups; ///< columns' positions
};

/// The query, or the message of its invalidQuery.
std::expected<SqlQuery, QString> readGoogleSql(const QString &text);

/// A column's type in the export's schema; null for an unknown one.
QString googleColumnType(const QString &column);

/// schema.fields and all rows as BigQuery writes them, or the message of an invalidQuery. \a parameters by name,
/// arrays with all their values; \a timestampsAsMicroseconds as formatOptions.useInt64Timestamp.
std::expected<QPair<QJsonArray, QJsonArray>, QString>
runGoogleSql(const SqlQuery &query, const QMap<QString, QStringList> &parameters,
             const QList<GoogleRow> &rows, bool timestampsAsMicroseconds);

/// A FLOAT64 as BigQuery writes it: "3.25", "1.0E-5".
QString googleFloat(double value);

} // namespace Costglass
