// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/records.h"
#include "store/sqlite.h"

#include <QHash>

namespace Costglass {

/// Whose a record is, and the names that its vendor gives to its ids; null where none is known.
struct RecordOwner
{
    QString vendor;
    QString account; ///< its label; a removed account's too
    bool isFile = false;
    QString project;
    QString key;
    QString user;
};

/// What is done with each record; an error ends the reading and is handed on.
template<typename Record>
using EachRecord = std::function<Result<void>(const Record &, const RecordOwner &)>;

/// Reads the ledger's records one by one, by day and account: memory does not grow with them.
class LedgerReader
{
public:
    explicit LedgerReader(Database &database);

    void charges(const DateRange &days, const EachRecord<Charge> &each); ///< throws what \a each answers
    void usage(const DateRange &days, const EachRecord<Usage> &each);

private:
    QString word(qint64 id);
    Dimensions dimensions(const Statement &row, int first);
    RecordOwner owner(qint64 account, const Dimensions &at) const;

    Database &m_database;
    Statement m_word;
    QHash<qint64, QString> m_words;
    QHash<qint64, RecordOwner> m_accounts;
    QMap<std::tuple<qint64, int, QString>, QString> m_names; ///< (account, Name::Of, id) → name
};

} // namespace Costglass
