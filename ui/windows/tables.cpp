// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/tables.h"

#include "charts/chartpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace Costglass {

namespace {

constexpr int RowHeight = 34;
constexpr int Padding = 8;
constexpr int SquareSize = 9;
constexpr int SparkWidth = 92;
constexpr int FocusBorder = 2; ///< of the style sheet

QColor chipColour(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Plain:
        return theme.background;
    case Tone::Accent:
        return theme.accentSoft;
    case Tone::Good:
        return theme.goodSoft;
    case Tone::Warn:
        return theme.warnSoft;
    case Tone::Bad:
        return theme.badSoft;
    }
    Q_UNREACHABLE();
}

void paintChip(QPainter &painter, const QRect &area, const QString &text, Tone tone)
{
    const Theme &theme = currentTheme();
    const QFontMetrics metrics(painter.font());
    const QRectF chip(area.left(), area.center().y() - metrics.height() / 2.0 - 2,
                      metrics.horizontalAdvance(text) + 2.0 * Padding, metrics.height() + 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tone == Tone::Plain ? QPen(theme.line) : QPen(Qt::NoPen));
    painter.setBrush(chipColour(tone, theme));
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    painter.setPen(tone == Tone::Plain ? theme.muted : toneColour(tone, theme));
    painter.drawText(chip, Qt::AlignCenter, text);
}

Tone toneOf(const QVariant &value)
{
    return static_cast<Tone>(value.toInt());
}

QFont cellFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    if (index.data(StrongRole).toBool())
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = currentTheme();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.accentSoft);
    painter->setPen(theme.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect.adjusted(Padding, 0, -Padding, 0);
    const QColor colour = index.data(ColourRole).value<QColor>();
    const QVariant points = index.data(PointsRole);
    painter->setFont(cellFont(option, index));
    if (points.isValid()) {
        const QRectF spark(area.left(), area.top() + Padding, std::min(SparkWidth, area.width()),
                           area.height() - 2 * Padding);
        paintSparkline(*painter, spark, points.value<QList<double>>(), colour);
    } else if (index.data(ChipRole).isValid()) {
        paintChip(*painter, area, index.data().toString(), toneOf(index.data(ChipRole)));
    } else {
        if (colour.isValid()) {
            painter->fillRect(area.left(), area.center().y() - SquareSize / 2, SquareSize, SquareSize,
                              colour);
            area.setLeft(area.left() + SquareSize + Padding);
        }
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const QString text = index.data().toString();
        painter->setPen(toneColour(toneOf(index.data(ToneRole)), theme));
        painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        const QString note = index.data(NoteRole).toString();
        if (!note.isEmpty()) {
            area.setLeft(area.left() + painter->fontMetrics().horizontalAdvance(text + u' '));
            painter->setFont(option.font);
            painter->setPen(theme.muted);
            painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
                              QFontMetrics(option.font).elidedText(note, Qt::ElideRight, area.width()));
        }
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(cellFont(option, index));
    constexpr int Spare = 2; // a picture's device measures the same text a little wider
    int width = metrics.horizontalAdvance(index.data().toString()) + 2 * Padding + Spare;
    if (index.data(ColourRole).isValid())
        width += SquareSize + Padding;
    if (index.data(PointsRole).isValid())
        width = SparkWidth + 2 * Padding;
    if (index.data(ChipRole).isValid())
        width += 2 * Padding;
    const QString note = index.data(NoteRole).toString();
    if (!note.isEmpty())
        width += QFontMetrics(option.font).horizontalAdvance(note) + Padding;
    return {width, RowHeight};
}

PlainTable::PlainTable(QAbstractItemModel *model, int mostRows, QWidget *parent)
    : QTableView(parent), m_mostRows(mostRows)
{
    setModel(model);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto changed = [this] {
        m_needed.clear();
        fitColumns();
        updateGeometry();
    };
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::dataChanged, this, changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
}

QSize PlainTable::sizeHint() const
{
    const int rows = std::min(m_mostRows, model()->rowCount());
    ensurePolished();
    const int bar = m_scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    return {600, horizontalHeader()->sizeHint().height() + rows * RowHeight + 2 * FocusBorder + bar};
}

void PlainTable::keepAllColumns()
{
    m_keepAll = true;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollMode(ScrollPerPixel);
}

/// Each column gets what it needs, the first what is left; too narrow, the last ones give way first.
void PlainTable::fitColumns()
{
    if (!isVisible())
        return; // measuring text that nobody sees yet is dear; its first size comes when it is shown
    const int columns = model()->columnCount();
    if (m_needed.size() != columns)
        measureColumns();
    int needed = 0;
    for (int column = 0; column < columns; ++column) {
        setColumnHidden(column, false);
        setColumnWidth(column, m_needed[column]);
        needed += m_needed[column];
    }
    if (m_keepAll && m_scrolls != (needed > viewport()->width())) {
        m_scrolls = !m_scrolls;
        updateGeometry();
    }
    for (int column = columns - 1; !m_keepAll && column > 1 && needed > viewport()->width(); --column) {
        needed -= columnWidth(column);
        setColumnHidden(column, true);
    }
    int shown = 0;
    for (int column = 0; column < columns; ++column)
        shown += isColumnHidden(column) ? 0 : 1;
    const int spare = std::max(0, viewport()->width() - needed);
    for (int column = 0; column < columns; ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, columnWidth(column) + spare / std::max(1, shown));
    }
}

/// Once for each content: a window that is being resized must not measure all texts at each step.
void PlainTable::measureColumns()
{
    m_needed.clear();
    for (int column = 0; column < model()->columnCount(); ++column)
        m_needed.append(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
}

void PlainTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        m_needed.clear();
}

void PlainTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitColumns();
}

void PlainTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableView::keyPressEvent(event);
        return;
    }
    QStringList lines;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Costglass
