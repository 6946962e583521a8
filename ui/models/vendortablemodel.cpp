// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vendortablemodel.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "models/chartdata.h"
#include "models/theme.h"

#include <cmath>

namespace Costglass {

void VendorTableModel::setView(const MonthView &view)
{
    const auto rows = view.vendors.isEmpty() ? 0 : view.vendors.size() + 1;
    // Rows that stay keep their selection.
    if (rows == rowCount()) {
        m_view = view;
        if (rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows) - 1, ColumnCount - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        return;
    }
    beginResetModel();
    m_view = view;
    endResetModel();
}

int VendorTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_view.vendors.isEmpty() ? 0 : static_cast<int>(m_view.vendors.size()) + 1;
}

int VendorTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString VendorTableModel::text(int row, Column column) const
{
    if (isTotal(row)) {
        switch (column) {
        case Vendor:
            return tr("Total");
        case Amount:
            return moneyText(m_view.total);
        case Share:
            return shareText(m_view.total, m_view.total);
        case Change:
            return changeText(m_view.total, m_view.previousSameDays);
        case Recent:
        case Kind:
        case CompleteTo:
        case ColumnCount:
            return {};
        }
        Q_UNREACHABLE();
    }
    const VendorLine &line = m_view.vendors[row];
    switch (column) {
    case Vendor:
        return vendorName(line.vendor);
    case Amount:
        return moneyText(line.cost);
    case Share:
        return shareText(line.cost, m_view.total);
    case Change:
        return changeText(line.cost, previousOf(m_view, line));
    case Recent:
        return {};
    case Kind:
        return kindText(line.kind);
    case CompleteTo:
        return line.completeTo ? dayName(*line.completeTo) : QStringLiteral("–");
    case ColumnCount:
        return {};
    }
    Q_UNREACHABLE();
}

QVariant VendorTableModel::raw(int row, Column column) const
{
    const Money cost = isTotal(row) ? m_view.total : m_view.vendors[row].cost;
    switch (column) {
    case Amount:
    case Share:
        return chartValue(cost);
    case CompleteTo:
        return isTotal(row) ? QVariant() : QVariant(m_view.vendors[row].completeTo.value_or(QDate()));
    case Vendor:
    case Change:
    case Recent:
    case Kind:
    case ColumnCount:
        return text(row, column);
    }
    Q_UNREACHABLE();
}

QVariant VendorTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    const bool total = isTotal(index.row());
    const bool figure = column == Amount || column == Share || column == Change;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    case RawRole:
        return raw(index.row(), column);
    case ColourRole:
        return (column == Vendor || column == Recent) && !total
            ? QVariant(vendorColour(m_view.vendors[index.row()].vendor))
            : QVariant();
    case StrongRole:
        return total || column == Amount;
    case ChipRole:
        return column == Kind && !total ? QVariant(static_cast<int>(Tone::Plain)) : QVariant();
    case ToneRole: {
        const QString change = column == Change ? text(index.row(), column) : QString();
        return static_cast<int>(change.startsWith(u'▲')       ? Tone::Bad
                                    : change.startsWith(u'▼') ? Tone::Good
                                                              : Tone::Plain);
    }
    case PointsRole: {
        if (column != Recent || total)
            return {};
        QList<double> points;
        for (const Money money : m_view.vendors[index.row()].recent)
            points.append(chartValue(money));
        return QVariant::fromValue(points);
    }
    default:
        return {};
    }
}

QVariant VendorTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool figure = section == Amount || section == Share || section == Change;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Vendor:
        return tr("Vendor");
    case Amount:
        return monthName(m_view.month, false);
    case Share:
        return tr("Share");
    case Change:
        return tr("vs %1", "against a month").arg(monthName(m_view.month.plus(-1), false));
    case Recent:
        return tr("Last 33 days");
    case Kind:
        return tr("Kind");
    case CompleteTo:
        return tr("Complete to");
    case ColumnCount:
        return {};
    }
    Q_UNREACHABLE();
}

QString VendorTableModel::toText() const
{
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            if (column != Recent)
                cells.append(row < 0 ? headerData(column, Qt::Horizontal).toString()
                                     : text(row, static_cast<Column>(column)));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

qint64 changePercent(Money now, Money before)
{
    return std::llround(100.0 * (chartValue(now) - chartValue(before)) / chartValue(before));
}

QString changeText(Money now, const std::optional<Money> &before, ChangeSign sign)
{
    if (!before || before->isNegative() || (before->isZero() && now.isZero()))
        return QStringLiteral("–");
    if (before->isZero())
        return VendorTableModel::tr("new");
    const qint64 percent = changePercent(now, *before);
    const QString number = QLocale().toString(std::abs(percent));
    if (percent == 0)
        return VendorTableModel::tr("%1 %", "change in percent").arg(number);
    if (sign == ChangeSign::PlusMinus)
        return percent > 0 ? VendorTableModel::tr("+%1 %").arg(number)
                           : VendorTableModel::tr("−%1 %").arg(number);
    return percent > 0 ? VendorTableModel::tr("▲ %1 %").arg(number)
                       : VendorTableModel::tr("▼ %1 %").arg(number);
}

std::optional<Money> previousOf(const MonthView &view, const VendorLine &line)
{
    return line.previous || !view.previousSameDays ? line.previous : Money::zero(view.currency);
}

QString shareText(Money part, Money whole)
{
    if (whole.nanos() <= 0)
        return QStringLiteral("–");
    const double share = 100.0 * chartValue(part) / chartValue(whole);
    if (share > 0 && share < 0.5)
        return VendorTableModel::tr("<1 %");
    return VendorTableModel::tr("%1 %", "share in percent").arg(QLocale().toString(std::llround(share)));
}

} // namespace Costglass
