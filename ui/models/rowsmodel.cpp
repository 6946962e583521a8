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
    setTable(m_head, m_right, rows);
}

void RowsModel::setTable(const QStringList &head, const QList<int> &right, const QList<Row> &rows)
{
    beginResetModel();
    m_head = head;
    m_right = right;
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
    const auto own = m_rows[index.row()].roles.constFind({index.column(), role});
    if (own != m_rows[index.row()].roles.cend())
        return *own;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_rows[index.row()].cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case RawRole:
        return m_rows[index.row()].raw;
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
