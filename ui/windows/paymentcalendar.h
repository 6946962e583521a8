// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tableroles.h"

#include <QDate>
#include <QMap>
#include <QWidget>

namespace Costglass {

/// Something on a day, in a word or two.
struct CalendarMark
{
    QString text; ///< "$300"
    QString what; ///< "ChatGPT Business": what it belongs to
    Tone tone = Tone::Accent;
};

/// Five weeks from the present one on, with what falls on their days.
class PaymentCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit PaymentCalendar(QWidget *parent = nullptr);

    void setMarks(QDate today, const QMap<QDate, QList<CalendarMark>> &marks);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF cellOf(int index) const;
    QString textOf(QDate day) const;
    void paintDay(QPainter &painter, const QRectF &cell, QDate day) const;

    QDate m_today;
    QDate m_first; ///< of the first week
    QMap<QDate, QList<CalendarMark>> m_marks;
};

} // namespace Costglass
