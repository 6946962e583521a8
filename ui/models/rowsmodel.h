// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tableroles.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Costglass {

/// A small table of texts made elsewhere: snapshots, restated days, alerts.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row
    {
        QStringList cells;
        QVariant raw; ///< RawRole of every cell: what the row stands for
        QHash<int, Tone> chips = {}; ///< columns whose text stands on a chip
    };

    /// \a right: the columns of figures.
    RowsModel(const QStringList &head, const QList<int> &right, QObject *parent = nullptr);

    void setRows(const QList<Row> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Qt::Alignment alignmentOf(int column) const;

    QStringList m_head;
    QList<int> m_right;
    QList<Row> m_rows;
};

} // namespace Costglass
