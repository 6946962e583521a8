// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/rowsmodel.h"

namespace Costglass {

RowsModel::RowsModel(const QStringList &head, const QList<int> &right, QObject *parent)
    : QAbstractTableModel(parent), m_head(head), m_right(right)
{
}

void RowsModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_head.size());
}

Qt::Alignment RowsModel::alignmentOf(int column) const
{
    return Qt::AlignVCenter | (m_right.contains(column) ? Qt::AlignRight : Qt::AlignLeft);
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_rows[index.row()].cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case RawRole:
        return m_rows[index.row()].raw;
    case ChipRole: {
        const auto chip = m_rows[index.row()].chips.constFind(index.column());
        return chip == m_rows[index.row()].chips.cend() ? QVariant() : static_cast<int>(*chip);
    }
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_head.value(section);
    return role == Qt::TextAlignmentRole ? QVariant::fromValue(alignmentOf(section)) : QVariant();
}

} // namespace Costglass
