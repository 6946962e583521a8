// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/ledgerrecord.h"
#include "store/sqlite.h"

#include <QHash>

namespace Costglass {

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
