// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/paymentcalendar.h"

#include "engine/monthwords.h"
#include "models/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Costglass {

namespace {

constexpr int Weeks = 5;
constexpr int DaysOfWeek = 7;
constexpr int HeadHeight = 20;
constexpr int CellHeight = 58;
constexpr int CellGap = 4;
constexpr int Inset = 5;
constexpr int SmallPixels = 11;
constexpr int MarksShown = 2;

QColor softColour(Tone tone, const Theme &theme)
{
    return tone == Tone::Bad ? theme.badSoft : tone == Tone::Warn ? theme.warnSoft : theme.accentSoft;
}

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(SmallPixels);
    return small;
}

/// "3", and "1 Dec" where a month begins.
QString dayText(QDate day, bool first)
{
    return first || day.day() == 1 ? dayName(day) : QLocale().toString(day.day());
}

} // namespace

PaymentCalendar::PaymentCalendar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaymentCalendar::setMarks(QDate today, const QMap<QDate, QList<CalendarMark>> &marks)
{
    m_today = today;
    const int weekStart = QLocale().firstDayOfWeek();
    m_first = today.addDays(-((today.dayOfWeek() - weekStart + DaysOfWeek) % DaysOfWeek));
    m_marks = marks;
    QStringList days;
    for (auto day = m_marks.keyBegin(); day != m_marks.keyEnd(); ++day)
        days.append(textOf(*day));
    setAccessibleDescription(days.join(u'\n'));
    update();
}

QSize PaymentCalendar::sizeHint() const
{
    return {400, HeadHeight + Weeks * CellHeight};
}

QSize PaymentCalendar::minimumSizeHint() const
{
    return {280, sizeHint().height()};
}

QRectF PaymentCalendar::cellOf(int index) const
{
    const double width = (this->width() + CellGap) / static_cast<double>(DaysOfWeek);
    return {index % DaysOfWeek * width, HeadHeight + index / DaysOfWeek * static_cast<double>(CellHeight),
            width - CellGap, CellHeight - CellGap};
}

/// "3 Dec: ChatGPT Business $300".
QString PaymentCalendar::textOf(QDate day) const
{
    QStringList parts;
    for (const CalendarMark &mark : m_marks.value(day))
        parts.append(tr("%1 %2", "a plan and its amount, or a balance and “ends”").arg(mark.what, mark.text));
    return tr("%1: %2", "a day and what falls on it")
        .arg(dayName(day), parts.join(tr(", ", "between payments of a day")));
}

bool PaymentCalendar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int i = 0; i < Weeks * DaysOfWeek; ++i) {
        const QDate day = m_first.addDays(i);
        if (m_marks.contains(day) && cellOf(i).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), textOf(day), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void PaymentCalendar::paintDay(QPainter &painter, const QRectF &cell, QDate day) const
{
    const Theme &theme = currentTheme();
    painter.setPen(day == m_today ? theme.accent : theme.grid);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(day == m_today ? theme.accent : theme.muted);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(cell.adjusted(Inset, 2, -2, 0), Qt::AlignTop | Qt::AlignLeft,
                     dayText(day, day == m_first));
    const QList<CalendarMark> marks = m_marks.value(day);
    double top = cell.top() + metrics.height() + 3;
    for (qsizetype i = 0; i < marks.size() && i < MarksShown; ++i) {
        const bool more = i + 1 == MarksShown && marks.size() > MarksShown;
        const CalendarMark &mark = marks[i];
        const QString text
            = more ? tr("+%n", "further payments of a day", static_cast<int>(marks.size() - i)) : mark.text;
        const QRectF chip(cell.left() + 2, top, cell.width() - 4, metrics.height() + 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(softColour(mark.tone, theme));
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(toneColour(mark.tone, theme));
        painter.drawText(chip, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, chip.width() - 2));
        top += metrics.height() + 3;
    }
}

void PaymentCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    painter.setPen(currentTheme().muted);
    for (int i = 0; i < DaysOfWeek; ++i) {
        const QRectF cell = cellOf(i);
        painter.drawText(QRectF(cell.left() + Inset, 0, cell.width(), HeadHeight - CellGap),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().standaloneDayName(m_first.addDays(i).dayOfWeek(), QLocale::ShortFormat));
    }
    for (int i = 0; i < Weeks * DaysOfWeek; ++i)
        paintDay(painter, cellOf(i), m_first.addDays(i));
}

} // namespace Costglass
