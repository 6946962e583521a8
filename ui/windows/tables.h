// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tableroles.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace Costglass {

/// Paints the cells of every table: squares of colour, chips, sparklines, tones and bold text, by TableRole.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A table as tall as its rows (up to \a mostRows, then it scrolls), read only, that copies its selection as text.
class PlainTable : public QTableView
{
    Q_OBJECT

public:
    explicit PlainTable(QAbstractItemModel *model, int mostRows = 50, QWidget *parent = nullptr);

    /// Where the width does not do, all columns stay and the table scrolls sideways; otherwise the last ones go.
    void keepAllColumns();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void measureColumns();
    void fitColumns();

    int m_mostRows;
    bool m_keepAll = false;
    bool m_scrolls = false; ///< sideways, at its present width
    QList<int> m_needed; ///< width that each column's content needs; empty = not measured
};

} // namespace Costglass
