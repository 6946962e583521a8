// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/chartdata.h"
#include "models/theme.h"

#include <QPainter>

namespace Costglass {

/// Paints a chart on whatever takes a painter: a widget, a picture, vectors in a PDF. Drawn by ourselves, because bars
/// with ranges, a pale day and marks with causes are beyond Qt Charts, whose text is also clipped differently on paper.
class ChartPainter
{
public:
    ChartPainter(const ChartData &chart, const Theme &theme, const QRectF &area, const QFont &font);

    /// \a cursor is the slot that is looked at; −1 = none.
    void paint(QPainter &painter, int cursor = -1) const;

    /// The slot at a point, −1 beside the chart.
    int slotAt(const QPointF &point) const;
    /// Where a slot's column stands.
    QRectF slotRect(int slot) const;
    /// The point of a value above slot position \a x.
    QPointF at(double x, double value) const;

private:
    void paintGrid(QPainter &painter) const;
    void paintNames(QPainter &painter) const;
    void paintBars(QPainter &painter) const;
    void paintExpected(QPainter &painter) const;
    void paintLines(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    const ChartData &m_chart;
    const Theme &m_theme;
    QFont m_font;
    QRectF m_plot;
    double m_left = 0; ///< of the whole area: the first label may stand below the ticks
    double m_bottom = 0;
    double m_top = 1;
};

/// The chart's legend, wrapped within \a width; returns its height. A null painter only measures.
double paintLegend(QPainter *painter, const ChartData &chart, const Theme &theme, const QFont &font,
                   const QPointF &topLeft, double width);

/// A small line without axes.
void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &points, const QColor &colour);

} // namespace Costglass
