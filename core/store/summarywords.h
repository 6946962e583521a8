// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/query.h"
#include "store/sqlite.h"

namespace Costglass {

/// Turns the integers of groups back into the vendor's words, with names beside them.
class SummaryWords
{
public:
    explicit SummaryWords(Database &database) : m_database(database) { }

    QString key(Dim dim, const Statement &row, int column);
    QString name(Dim dim, const QString &key);

private:
    QString readKey(Dim dim, qint64 number);
    /// Most questions need few of the statements, and preparing one costs as much as reading a hundred rows.
    Statement &prepared(std::optional<Statement> &statement, const char *sql)
    {
        return statement ? *statement : statement.emplace(m_database, sql);
    }
    QString accountText(qint64 id, int column)
    {
        Statement &read = prepared(m_account, "SELECT label, vendor FROM account WHERE id = ?1");
        return read.with(id).step() ? read.text(column) : QString();
    }

    Database &m_database;
    std::optional<Statement> m_value;
    std::optional<Statement> m_account;
    std::optional<Statement> m_name;
    QMap<QPair<Dim, qint64>, QString> m_keys; ///< a few words stand in many rows
    QMap<QPair<Dim, QString>, QString> m_names;
};

} // namespace Costglass
