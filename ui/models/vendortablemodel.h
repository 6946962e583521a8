// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"
#include "models/tableroles.h"

#include <QAbstractTableModel>

namespace Costglass {

/// The table behind a month's picture: one row per vendor and kind of money, the total last.
class VendorTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Vendor,
        Amount,
        Share,
        Change,
        Recent,
        Kind,
        CompleteTo,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setView(const MonthView &view);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The whole table with its head, cells parted by tabs: for the clipboard.
    QString toText() const;

private:
    bool isTotal(int row) const { return row == m_view.vendors.size(); }
    QString text(int row, Column column) const;
    QVariant raw(int row, Column column) const;

    MonthView m_view;
};

/// The change from \a before, which is above zero, to \a now in whole percent.
qint64 changePercent(Money now, Money before);

enum class ChangeSign
{
    Arrow, ///< "▲ 17 %", "▼ 3 %": in the window
    PlusMinus ///< "+17 %", "−3 %": on paper
};
/// \a now against \a before; also "new" and "–"; nothing = not known.
QString changeText(Money now, const std::optional<Money> &before, ChangeSign sign = ChangeSign::Arrow);

/// What the line is compared with: a vendor that is missing in a month that is known had no cost there.
std::optional<Money> previousOf(const MonthView &view, const VendorLine &line);

/// A part of a whole in percent, without decimals: "38 %"; "<1 %" for less.
QString shareText(Money part, Money whole);

} // namespace Costglass
