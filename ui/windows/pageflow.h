// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPainter>

#include <functional>
#include <optional>

class QPdfWriter;

namespace Costglass {

/// A point (1/72 inch) in the units of paper: fine enough that text is set without rounding.
constexpr double Pt = 20;

/// Lays blocks out one below the other over as many pages as they need. Lengths are in units of paper. A block is
/// never cut; a table's head comes again at the top of each page that its rows reach.
class PageFlow
{
public:
    using Paint = std::function<void(QPainter &painter, const QRectF &area)>;

    explicit PageFlow(double width, double height) : m_width(width), m_height(height) { }

    double width() const { return m_width; }

    /// \a keepWithNext: a heading never stands alone at a page's foot.
    void add(double height, Paint paint, bool keepWithNext = false);
    /// Goes with what follows, and away at the top of a page.
    void addGap(double height) { add(height, {}, true); }
    void addText(const QString &text, const QFont &font, const QColor &colour, bool keepWithNext = false);

    /// Rows with a head; column widths are shares of the width, negative ones are right-aligned. Long names wrap.
    struct Cell
    {
        QString text;
        QColor square; ///< before the text; invalid = none
        double bar = -1; ///< 0…1: a bar instead of text
        QColor barColour;
    };
    struct Row
    {
        QList<Cell> cells;
        bool strong = false;
    };
    void addTable(const QStringList &head, const QList<Row> &rows, const QList<double> &columns);

    int pageCount() const;
    /// Paints all pages; \a foot is called for each with its number from 1.
    void paint(QPdfWriter &writer, QPainter &painter, const QPointF &origin,
               const std::function<void(int page)> &foot) const;

private:
    struct Block
    {
        double height = 0;
        Paint paint;
        bool keepWithNext = false;
        int head = -1; ///< the block that is repeated above this one on a new page
    };
    struct Placed
    {
        int page;
        double top;
        int block;
    };
    QList<Placed> place() const;

    double m_width;
    double m_height;
    QList<Block> m_blocks;
};

/// Latin from Noto Sans; Han from WenQuanYi Micro Hei, because Noto CJK's glyphs are copied from a PDF as radicals.
QFont paperFont(double points, bool strong = false);

} // namespace Costglass
