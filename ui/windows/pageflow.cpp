// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/pageflow.h"

#include "models/theme.h"

#include <QFontMetricsF>
#include <QPdfWriter>

#include <cmath>

namespace Costglass {

namespace {

constexpr double RowHeight = 18 * Pt;
constexpr double CellPadding = 4 * Pt;
constexpr double BodyPoints = 8.5;
constexpr double BarHeight = 5 * Pt;
constexpr double SquareSize = 6 * Pt;

/// One cell of a table row within its column.
void paintCell(QPainter &painter, const QRectF &area, const PageFlow::Cell &cell, bool right,
               const QFont &font, const QColor &colour)
{
    QRectF inner = area.adjusted(CellPadding, 0, -CellPadding, 0);
    if (cell.bar >= 0) {
        const QRectF track(inner.left(), inner.center().y() - BarHeight / 2, inner.width(), BarHeight);
        painter.fillRect(track, Theme::light().grid);
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * std::min(1.0, cell.bar), BarHeight)),
                         cell.barColour);
        return;
    }
    if (cell.square.isValid()) {
        painter.fillRect(QRectF(inner.left(), inner.center().y() - SquareSize / 2, SquareSize, SquareSize),
                         cell.square);
        inner.setLeft(inner.left() + SquareSize + CellPadding);
    }
    painter.setFont(font);
    painter.setPen(colour);
    const QString text = QFontMetricsF(font).elidedText(cell.text, Qt::ElideRight, inner.width());
    painter.drawText(inner, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                     text);
}

} // namespace

QFont paperFont(double points, bool strong)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("WenQuanYi Micro Hei")});
    font.setPixelSize(static_cast<int>(std::lround(points * Pt)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

void PageFlow::add(double height, Paint paint, bool keepWithNext)
{
    m_blocks.append({height, std::move(paint), keepWithNext, -1});
}

void PageFlow::addText(const QString &text, const QFont &font, const QColor &colour, bool keepWithNext)
{
    const QRectF needed
        = QFontMetricsF(font).boundingRect(QRectF(0, 0, m_width, 1e6), Qt::TextWordWrap, text);
    add(
        std::ceil(needed.height()),
        [text, font, colour](QPainter &painter, const QRectF &area) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(area.adjusted(0, 0, 0, area.height()), Qt::TextWordWrap, text);
        },
        keepWithNext);
}

void PageFlow::addTable(const QStringList &head, const QList<Row> &rows, const QList<double> &columns)
{
    const auto rowPainter = [columns](const Row &row, const QColor &colour, const QColor &line) {
        return [columns, row, colour, line](QPainter &painter, const QRectF &area) {
            double x = area.left();
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                const double width = std::abs(columns[i]) * area.width();
                paintCell(painter, QRectF(x, area.top(), width, area.height()), row.cells[i], columns[i] < 0,
                          paperFont(BodyPoints, row.strong), colour);
                x += width;
            }
            painter.setPen(QPen(line, 0.5 * Pt));
            painter.drawLine(area.bottomLeft(), area.bottomRight());
        };
    };
    Row titles;
    for (const QString &title : head)
        titles.cells.append({title, {}, -1, {}});
    const auto headIndex = static_cast<int>(m_blocks.size());
    add(RowHeight, rowPainter(titles, Theme::light().muted, Theme::light().line), true);
    for (const Row &row : rows) {
        add(RowHeight, rowPainter(row, Theme::light().text, Theme::light().grid));
        m_blocks.last().head = headIndex;
    }
}

QList<PageFlow::Placed> PageFlow::place() const
{
    QList<Placed> placed;
    int page = 0;
    double y = 0;
    for (int i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks[i];
        double needed = block.height;
        for (int next = i; m_blocks[next].keepWithNext && next + 1 < m_blocks.size(); ++next)
            needed += m_blocks[next + 1].height;
        if (y > 0 && y + needed > m_height) {
            ++page;
            y = 0;
            if (!block.paint)
                continue; // no gap at the top of a page
            if (block.head >= 0) {
                placed.append({page, y, block.head});
                y += m_blocks[block.head].height;
            }
        }
        placed.append({page, y, i});
        y += block.height;
    }
    return placed;
}

int PageFlow::pageCount() const
{
    const QList<Placed> placed = place();
    return placed.isEmpty() ? 1 : placed.last().page + 1;
}

void PageFlow::paint(QPdfWriter &writer, QPainter &painter, const QPointF &origin,
                     const std::function<void(int)> &foot) const
{
    int page = 0;
    foot(1);
    for (const Placed &item : place()) {
        while (page < item.page) {
            writer.newPage();
            foot(++page + 1);
        }
        const Block &block = m_blocks[item.block];
        if (block.paint)
            block.paint(painter, QRectF(origin.x(), origin.y() + item.top, m_width, block.height));
    }
}

} // namespace Costglass
