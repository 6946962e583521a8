// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace Costglass {

/// Whole days from \a from to before \a to, in the billing zone of whoever uses it.
struct DateRange
{
    QDate from;
    QDate to;

    qint64 days() const { return from.isValid() && to.isValid() ? qMax<qint64>(0, from.daysTo(to)) : 0; }
    bool isEmpty() const { return days() == 0; }
    bool contains(QDate day) const { return day >= from && day < to; }
    /// The days that both have; empty when they do not meet.
    DateRange intersected(const DateRange &other) const;
    bool operator==(const DateRange &) const = default;
};

/// A calendar month.
class Month
{
public:
    constexpr Month(int year, int month) : m_year(year), m_month(month) { }

    static Month of(QDate day) { return Month(day.year(), day.month()); }
    /// Reads "2026-11"; anything else is a Config error.
    static Result<Month> parse(QStringView text);

    int year() const { return m_year; }
    int month() const { return m_month; }
    QDate firstDay() const { return QDate(m_year, m_month, 1); }
    QDate lastDay() const { return firstDay().addMonths(1).addDays(-1); }
    int days() const { return firstDay().daysInMonth(); }
    DateRange range() const { return {firstDay(), firstDay().addMonths(1)}; }
    Month plus(int months) const { return of(firstDay().addMonths(months)); }
    QString toString() const { return firstDay().toString(QStringLiteral("yyyy-MM")); }

    auto operator<=>(const Month &) const = default;

private:
    int m_year;
    int m_month;
};

/// The months that \a range touches, newest first: the order of a first sync.
QList<Month> monthsNewestFirst(const DateRange &range);

/// Unix seconds at which \a day begins in \a zone; a day may last 23, 24 or 25 hours, and where midnight is
/// skipped by daylight saving it begins at the first instant that there is.
qint64 dayStart(QDate day, const QTimeZone &zone);

/// The day of \a zone in which the instant (Unix seconds) lies.
QDate dayOf(qint64 instant, const QTimeZone &zone);

/// The zone with that IANA id; an unknown one is a Config error. "UTC" needs no zone database.
Result<QTimeZone> zoneById(const QByteArray &id);

/// RFC 3339 in UTC with whole seconds: "2026-11-24T08:00:00Z".
QString toRfc3339(qint64 instant);

/// Reads RFC 3339 with any offset and optional fraction into Unix seconds; without an offset it is a Format error.
Result<qint64> parseRfc3339(QStringView text);

/// Reads "2026-11-24"; anything else is a Config error.
Result<QDate> parseDay(QStringView text);

} // namespace Costglass
