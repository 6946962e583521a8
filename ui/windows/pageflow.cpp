// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/pageflow.h"

#include "models/theme.h"

#include <QFontMetricsF>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

constexpr double RowHeight = 18 * Pt;
constexpr double CellPadding = 4 * Pt;
constexpr double BodyPoints = 8.5;
constexpr double BarHeight = 5 * Pt;
constexpr double SquareSize = 6 * Pt;

/// How a cell's text is set: names wrap, within a word only when it is wider than its column; figures never do.
int cellFlags(const QString &text, bool right, const QFont &font, double width)
{
    if (right)
        return Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine;
    const QStringList words = text.split(u' ');
    const QFontMetricsF metrics(font);
    const bool broad = std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return metrics.horizontalAdvance(word) > width;
    });
    constexpr int wrapped = int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextWordWrap);
    return broad ? wrapped | int(Qt::TextWrapAnywhere) : wrapped;
}

double textWidth(const PageFlow::Cell &cell, double columnWidth)
{
    return columnWidth - 2 * CellPadding - (cell.square.isValid() ? SquareSize + CellPadding : 0);
}

/// As tall as its tallest cell, with the same air above and below as in a row of one line.
double heightOf(const PageFlow::Row &row, const QList<double> &columns, double width)
{
    const QFont font = paperFont(BodyPoints, row.strong);
    const double line = QFontMetricsF(font).height();
    double tallest = line;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const PageFlow::Cell &cell = row.cells[i];
        const double room = textWidth(cell, std::abs(columns[i]) * width);
        const int flags = cellFlags(cell.text, columns[i] < 0, font, room);
        const QRectF needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1e6), flags, cell.text);
        tallest = std::max(tallest, needed.height());
    }
    return RowHeight - line + std::ceil(tallest);
}

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
    painter.drawText(inner, cellFlags(cell.text, right, font, textWidth(cell, area.width())), cell.text);
}

} // namespace

QFont paperFont(double points, bool strong)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("WenQuanYi Micro Hei")});
    font.setPixelSize(static_cast<int>(std::lround(points * Pt)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setWeight(strong ? QFont::Bold : QFont::Normal);
    // Any spacing keeps ligatures away: "figures" with one would be neither found nor copied as it reads.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
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
    add(heightOf(titles, columns, m_width), rowPainter(titles, Theme::light().muted, Theme::light().line),
        true);
    for (const Row &row : rows) {
        add(heightOf(row, columns, m_width), rowPainter(row, Theme::light().text, Theme::light().grid));
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
            if (block.head >= 0) {
                placed.append({page, y, block.head});
                y += m_blocks[block.head].height;
            }
        }
        if (!block.paint && y == 0)
            continue; // no gap at the top of a page
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
