// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/chartpainter.h"

#include <QWidget>

namespace Costglass {

/// A chart with its legend. The mouse or the arrow keys move a cursor over its slots; a tool tip and the accessible
/// description say what the slot holds.
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ChartWidget(QWidget *parent = nullptr);

    void setChart(const ChartData &chart);
    const ChartData &chart() const { return m_chart; }
    int cursorSlot() const { return m_cursor; }

    QSize sizeHint() const override { return {720, 280}; }
    QSize minimumSizeHint() const override { return {320, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    ChartPainter painterFor() const;
    void moveCursor(int slot);
    QString textOf(int slot) const;
    QFont fontOf(int pixels) const;
    QRectF chartArea() const;

    ChartData m_chart;
    int m_cursor = -1;
};

} // namespace Costglass
