// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/accountstate.h"
#include "engine/requestbudget.h"
#include "models/tableroles.h"

#include <QAbstractTableModel>

namespace Costglass {

/// An account with how it stands, in words.
struct AccountRow
{
    AccountState state;
    Tone tone = Tone::Plain;
    QString status; ///< translated, in two or three words
    qint64 requests = 0; ///< of the stored fetches of this month
    std::optional<RequestSpend> spend = {}; ///< of this month's, where each costs money
};

/// Reads the accounts as they stand at \a now; on the ledger's thread.
Result<QList<AccountRow>> readAccountRows(Store &store, qint64 now);

/// The accounts page's table.
class AccountsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        Status,
        CompleteTo,
        LastSync,
        OwnCost,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<AccountRow> &rows, qint64 now);
    const QList<AccountRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const AccountRow &row, Column column) const;

    QList<AccountRow> m_rows;
    qint64 m_now = 0;
};

/// "6 of 7 accounts are up to date."
QString accountsSentence(const QList<AccountRow> &rows);

} // namespace Costglass
