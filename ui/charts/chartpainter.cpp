// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartpainter.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Chart)
};

constexpr double BarShare = 0.68; ///< of a slot
constexpr double PaleOpacity = 0.55;
constexpr double MostNameShare = 0.4; ///< of a horizontal chart's width, before its bars
constexpr double MostEndShare = 0.15; ///< and behind them

/// Lengths follow the font, so that paper and screen look alike.
double unit(const QFont &font)
{
    return QFontMetricsF(font).height() / 14.0;
}

QColor inkOf(ChartData::Ink ink, const Theme &theme)
{
    switch (ink) {
    case ChartData::Ink::Accent:
        return theme.accent;
    case ChartData::Ink::Muted:
        return theme.muted;
    case ChartData::Ink::Bad:
        return theme.bad;
    }
    Q_UNREACHABLE();
}

QPen linePen(const QColor &colour, double width, bool dashed)
{
    QPen pen(colour, width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (dashed)
        pen.setDashPattern({4, 3});
    return pen;
}

} // namespace

ChartPainter::ChartPainter(const ChartData &chart, const Theme &theme, const QRectF &area, const QFont &font)
    : m_chart(chart), m_theme(theme), m_font(font)
{
    const QFontMetricsF metrics(font);
    const auto widest = [&metrics](const QStringList &texts) {
        double width = 0;
        for (const QString &text : texts)
            width = std::max(width, metrics.horizontalAdvance(text));
        return width;
    };
    const double gap = 8 * unit(font);
    m_left = area.left();
    if (chart.horizontal) {
        const double names = std::min(widest(chart.slotNames), MostNameShare * area.width());
        // Reasons behind an empty bar may be long, but they have the whole row.
        const double ends = std::min(widest(chart.slotEnds), MostEndShare * area.width());
        m_plot = area.adjusted(names + gap, 0, -ends - gap, 0);
    } else {
        QStringList labels;
        for (const ChartData::Tick &tick : chart.ticks)
            labels.append(tick.label);
        m_plot = area.adjusted(widest(labels) + gap, metrics.height() / 2, -gap / 2, -metrics.height() - gap);
    }
    if (!chart.ticks.isEmpty()) {
        m_bottom = chart.ticks.first().value;
        m_top = chart.ticks.last().value;
    }
}

QPointF ChartPainter::at(double x, double value) const
{
    if (m_chart.horizontal)
        return {m_plot.left() + m_plot.width() * (value - m_bottom) / (m_top - m_bottom),
                m_plot.top() + m_plot.height() * x / std::max(1, m_chart.slotCount)};
    return {m_plot.left() + m_plot.width() * x / std::max(1, m_chart.slotCount),
            m_plot.bottom() - m_plot.height() * (value - m_bottom) / (m_top - m_bottom)};
}

int ChartPainter::slotAt(const QPointF &point) const
{
    if (m_chart.horizontal) {
        const bool within = point.y() >= m_plot.top() && point.y() < m_plot.bottom();
        return within ? static_cast<int>((point.y() - m_plot.top()) / m_plot.height() * m_chart.slotCount)
                      : -1;
    }
    if (!m_plot.contains(point))
        return -1;
    return std::min(static_cast<int>((point.x() - m_plot.left()) / m_plot.width() * m_chart.slotCount),
                    m_chart.slotCount - 1);
}

QRectF ChartPainter::slotRect(int slot) const
{
    return QRectF(at(slot, m_top), at(slot + 1, m_bottom)).normalized();
}

void ChartPainter::paint(QPainter &painter, int cursor) const
{
    if (m_chart.isEmpty() || m_plot.width() <= 0 || m_plot.height() <= 0)
        return;
    painter.save();
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    if (cursor >= 0)
        painter.fillRect(slotRect(cursor), m_theme.accentSoft);
    if (m_chart.horizontal)
        paintNames(painter);
    else
        paintGrid(painter);
    paintBars(painter);
    paintExpected(painter);
    paintLines(painter);
    paintMarks(painter);
    painter.restore();
}

void ChartPainter::paintGrid(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    const double gap = 8 * unit(m_font);
    for (const ChartData::Tick &tick : m_chart.ticks) {
        const double y = at(0, tick.value).y();
        painter.setPen(QPen(tick.value == 0 ? m_theme.line : m_theme.grid, unit(m_font)));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(m_theme.muted);
        painter.drawText(QPointF(m_plot.left() - gap - metrics.horizontalAdvance(tick.label),
                                 y + metrics.ascent() / 2 - metrics.descent() / 2),
                         tick.label);
    }
    double free = m_left;
    for (const auto &[slot, label] : m_chart.axis) {
        const double width = metrics.horizontalAdvance(label);
        const double middle = slotRect(slot).center().x();
        const double left = std::min(middle - width / 2, m_plot.right() + gap / 2 - width);
        if (left < free)
            continue; // no room: rather no label than two in one place
        painter.drawText(QPointF(left, m_plot.bottom() + gap / 2 + metrics.ascent()), label);
        free = left + width + gap;
    }
}

/// What stands before and behind horizontal bars.
void ChartPainter::paintNames(QPainter &painter) const
{
    const QFontMetricsF metrics(m_font);
    const double gap = 8 * unit(m_font);
    const double baseline = metrics.ascent() / 2 - metrics.descent() / 2;
    QFont strong = m_font;
    strong.setWeight(QFont::DemiBold);
    for (int slot = 0; slot < m_chart.slotCount; ++slot) {
        const double room = m_plot.left() - gap - m_left;
        const QString name = metrics.elidedText(m_chart.slotNames.value(slot), Qt::ElideMiddle, room);
        const double middle = slotRect(slot).center().y() + baseline;
        painter.setPen(m_theme.text);
        painter.setFont(m_font);
        painter.drawText(QPointF(m_plot.left() - gap - metrics.horizontalAdvance(name), middle), name);
        double sum = 0;
        for (const ChartData::Stack &stack : m_chart.stacks)
            sum += std::max(0.0, stack.values.value(slot));
        painter.setPen(sum > 0 ? m_theme.text : m_theme.warn);
        painter.setFont(sum > 0 ? strong : m_font);
        painter.drawText(QPointF(at(slot, sum).x() + gap, middle), m_chart.slotEnds.value(slot));
    }
    painter.setFont(m_font);
}

void ChartPainter::paintBars(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    const double thin = 0.6 * unit(m_font);
    for (int slot = 0; slot < m_chart.slotCount; ++slot) {
        double up = 0;
        double down = 0;
        painter.setOpacity(slot == m_chart.partialSlot ? PaleOpacity : 1);
        for (const ChartData::Stack &stack : m_chart.stacks) {
            const double value = stack.values.value(slot);
            double &sum = value < 0 ? down : up;
            const QRectF bar
                = QRectF(at(slot + (1 - BarShare) / 2, sum + value), at(slot + (1 + BarShare) / 2, sum))
                      .normalized();
            sum += value;
            // A hair between parts, unless the part is itself but a hair.
            const bool across = m_chart.horizontal;
            const QRectF apart = across ? bar.adjusted(0, 0, -thin, 0) : bar.adjusted(0, thin, 0, 0);
            const double length = across ? bar.width() : bar.height();
            painter.fillRect(length > 3 * thin ? apart : bar, stack.colour);
        }
    }
    painter.setOpacity(1);
}

void ChartPainter::paintExpected(QPainter &painter) const
{
    for (const ChartData::Expected &day : m_chart.expected) {
        painter.fillRect(
            QRectF(at(day.slot + (1 - BarShare) / 2, day.mean), at(day.slot + (1 + BarShare) / 2, 0)),
            m_theme.forecast);
        painter.setPen(QPen(m_theme.muted, 1.4 * unit(m_font)));
        painter.drawLine(at(day.slot + 0.5, day.lower), at(day.slot + 0.5, std::min(day.upper, m_top)));
    }
}

void ChartPainter::paintLines(QPainter &painter) const
{
    const auto mapped = [this](const QPolygonF &points) {
        QPolygonF polygon;
        for (const QPointF &point : points)
            polygon.append(at(point.x(), point.y()));
        return polygon;
    };
    if (!m_chart.band.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accentSoft);
        painter.drawPolygon(mapped(m_chart.band));
        painter.setBrush(Qt::NoBrush);
    }
    for (const ChartData::Line &line : m_chart.lines) {
        const double width = line.ink == ChartData::Ink::Accent && !line.dashed ? 2.4 : 1.4;
        painter.setPen(linePen(inkOf(line.ink, m_theme), width * unit(m_font), line.dashed));
        painter.drawPolyline(mapped(line.points));
    }
}

void ChartPainter::paintMarks(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.bad);
    for (const auto &[slot, cause] : m_chart.marks) {
        double height = 0;
        for (const ChartData::Stack &stack : m_chart.stacks)
            height += std::max(0.0, stack.values.value(slot));
        const double size = 5 * unit(m_font);
        const QPointF tip = at(slot + 0.5, height) - QPointF(0, size);
        painter.drawPolygon(
            QPolygonF{tip, tip + QPointF(-size, -1.6 * size), tip + QPointF(size, -1.6 * size)});
    }
    painter.setBrush(Qt::NoBrush);
}

double paintLegend(QPainter *painter, const ChartData &chart, const Theme &theme, const QFont &font,
                   const QPointF &topLeft, double width)
{
    struct Entry
    {
        QString name;
        QColor colour;
        Qt::PenStyle line; ///< NoPen: a square
    };
    QList<Entry> entries;
    for (const ChartData::Stack &stack : chart.stacks)
        entries.append({stack.name, stack.colour, Qt::NoPen});
    // The line painted last lies on top and is named first.
    for (auto line = chart.lines.crbegin(); line != chart.lines.crend(); ++line)
        entries.append({line->name, inkOf(line->ink, theme), line->dashed ? Qt::DashLine : Qt::SolidLine});
    if (!chart.expected.isEmpty())
        entries.append({Texts::tr("Forecast"), theme.forecast, Qt::NoPen});
    if (entries.isEmpty())
        return 0;
    const QFontMetricsF metrics(font);
    const double square = 9 * unit(font);
    const double gap = 6 * unit(font);
    double x = topLeft.x();
    double y = topLeft.y();
    for (const Entry &entry : std::as_const(entries)) {
        const double box = entry.line == Qt::NoPen ? square : 2 * square;
        const double needed = box + gap + metrics.horizontalAdvance(entry.name);
        if (x > topLeft.x() && x + needed > topLeft.x() + width) {
            x = topLeft.x();
            y += metrics.height() + gap / 2;
        }
        if (painter) {
            const double middle = y + metrics.height() / 2;
            if (entry.line == Qt::NoPen) {
                painter->fillRect(QRectF(x, middle - box / 2, box, box), entry.colour);
            } else {
                painter->setPen(linePen(entry.colour, 2 * unit(font), entry.line == Qt::DashLine));
                painter->drawLine(QPointF(x, middle), QPointF(x + box, middle));
            }
            painter->setFont(font);
            painter->setPen(theme.muted);
            painter->drawText(QPointF(x + box + gap, y + metrics.ascent()), entry.name);
        }
        x += needed + 14 * unit(font);
    }
    return y + metrics.height() - topLeft.y();
}

void paintSparkline(QPainter &painter, const QRectF &area, const QList<double> &points, const QColor &colour)
{
    if (points.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(points.begin(), points.end());
    const double span = *high > *low ? *high - *low : 1;
    QPolygonF line;
    for (qsizetype i = 0; i < points.size(); ++i) {
        line.append({area.left() + area.width() * double(i) / double(points.size() - 1),
                     area.bottom() - area.height() * (points[i] - *low) / span});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace Costglass
