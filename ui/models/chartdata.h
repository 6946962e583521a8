// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

#include <QColor>
#include <QPolygonF>

namespace Costglass {

/// What a chart paints, free of money and dates: the only place where Money becomes double. A slot is a day or a month;
/// slot i covers x from i to i + 1, y is in currency units.
struct ChartData
{
    /// A part of every bar, from the bottom up in the order of the list.
    struct Stack
    {
        QString name;
        QColor colour;
        QList<double> values; ///< by slot; may be negative (credits)
    };
    /// A bar that is yet to come, with its range.
    struct Expected
    {
        int slot = 0;
        double mean = 0;
        double lower = 0;
        double upper = 0;
    };
    enum class Ink
    {
        Accent, ///< this period
        Muted, ///< the one before
        Bad ///< a limit
    };
    struct Line
    {
        QString name;
        Ink ink = Ink::Accent;
        bool dashed = false;
        QPolygonF points;
    };
    struct Tick
    {
        double value = 0;
        QString label;
    };

    int slotCount = 0;
    QStringList slotNames; ///< in full, for tool tips and screen readers
    QStringList slotTexts; ///< what the slot holds, one line per part
    bool horizontal = false; ///< slots lie below each other, with their names before the bars
    QStringList slotEnds; ///< what stands behind a horizontal bar
    QList<QPair<int, QString>> axis; ///< labels below some slots
    QList<Tick> ticks; ///< from the lowest to the highest, at most five
    QList<Stack> stacks;
    int partialSlot = -1; ///< the day under way is paler
    QList<Expected> expected;
    QPolygonF band; ///< the likely range of what is to come
    QList<Line> lines;
    QList<QPair<int, QString>> marks; ///< what is unusual, with its cause
    QString summary; ///< in one sentence, for a screen reader

    bool isEmpty() const { return slotCount == 0; }
};

/// Daily bars by vendor, then the forecast with its range to the month's end.
ChartData dailyChart(const MonthView &view);
/// The sum so far, last month's beside it, the budget's line and the likely range to the month's end.
ChartData cumulativeChart(const MonthView &view);
/// Twelve months by vendor.
ChartData monthsChart(const MonthView &view);

/// Ticks from below \a bottom to above \a top; decimals only where some label needs them.
QList<ChartData::Tick> moneyTicks(double bottom, double top, Currency currency);

/// Currency units, for pixels alone.
double chartValue(Money money);

/// The smallest step of 1, 2, 2.5, 4 or 5 × 10ⁿ whose multiples from below \a bottom (0 or less) to above \a top are at
/// most five.
double niceStep(double bottom, double top);

} // namespace Costglass
