// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartwidget.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace Costglass {

namespace {

constexpr int LegendGap = 8;
constexpr int LegendPixels = 12;
constexpr int AxisPixels = 11;
constexpr int RingRoom = 4; ///< between the focus ring's edge and the chart

} // namespace

ChartWidget::ChartWidget(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartWidget::setChart(const ChartData &chart)
{
    m_chart = chart;
    m_cursor = std::min(m_cursor, chart.slotCount - 1);
    setAccessibleName(chart.summary);
    setAccessibleDescription(textOf(m_cursor));
    update();
}

QFont ChartWidget::fontOf(int pixels) const
{
    QFont small = font();
    small.setPixelSize(pixels);
    return small;
}

/// Where the chart stands: below its legend.
QRectF ChartWidget::chartArea() const
{
    const double legend = paintLegend(nullptr, m_chart, currentTheme(), fontOf(LegendPixels), {}, width());
    return QRectF(rect()).adjusted(0, legend + LegendGap, 0, 0);
}

ChartPainter ChartWidget::painterFor() const
{
    return {m_chart, currentTheme(), chartArea().adjusted(RingRoom, RingRoom, -RingRoom, 0),
            fontOf(AxisPixels)};
}

void ChartWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(&painter, m_chart, currentTheme(), fontOf(LegendPixels), {}, width());
    painterFor().paint(painter, m_cursor);
    if (hasFocus()) {
        painter.setPen(QPen(currentTheme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(chartArea().adjusted(1, 1, -1, -1), 6, 6);
    }
}

QString ChartWidget::textOf(int slot) const
{
    if (slot < 0 || slot >= m_chart.slotCount)
        return {};
    QStringList lines{m_chart.slotNames.value(slot), m_chart.slotTexts.value(slot)};
    for (const auto &[marked, cause] : m_chart.marks) {
        if (marked == slot)
            lines.append(cause);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void ChartWidget::moveCursor(int slot)
{
    if (slot == m_cursor)
        return;
    m_cursor = slot;
    setAccessibleDescription(textOf(slot));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    const int slot = painterFor().slotAt(event->position());
    moveCursor(slot);
    QToolTip::showText(event->globalPosition().toPoint(), textOf(slot), this);
}

void ChartWidget::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        moveCursor(-1);
    QWidget::leaveEvent(event);
}

void ChartWidget::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        moveCursor(qMax(0, m_cursor));
    QWidget::focusInEvent(event);
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    const int last = m_chart.slotCount - 1;
    const bool along = m_chart.horizontal;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!along)
            return QWidget::keyPressEvent(event);
        moveCursor(std::clamp(m_cursor + (event->key() == Qt::Key_Up ? -1 : 1), std::min(0, last), last));
        break;
    case Qt::Key_Left:
        moveCursor(qMin(qMax(0, m_cursor - 1), last));
        break;
    case Qt::Key_Right:
        moveCursor(qMin(last, m_cursor + 1));
        break;
    case Qt::Key_Home:
        moveCursor(qMin(0, last));
        break;
    case Qt::Key_End:
        moveCursor(last);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    const QPoint place = painterFor().slotRect(m_cursor).center().toPoint();
    QToolTip::showText(mapToGlobal(place), textOf(m_cursor), this);
}

} // namespace Costglass
