// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"

#include <QTime>

#include <utility>
#include <vector>

namespace Costglass {

/// Hours at which another price holds: windows of local time on certain weekdays of a zone, holidays left out.
/// A window contains its start and not its end; one that ends at or before its start runs over midnight and
/// belongs to the day on which it begins. Wall-clock time counts, so a window on a day of daylight-saving change
/// is an hour shorter or longer.
class Schedule
{
public:
    struct Rule
    {
        QString id; ///< "deepseek-2026"
        QByteArray zone = "UTC"; ///< IANA id
        QList<std::pair<QTime, QTime>> windows = {};
        QList<int> weekdays = {}; ///< 1 = Monday … 7 = Sunday; empty = every day
        QDate weekdaysFrom = {}; ///< before that day every weekday counts; null = always as told
        QList<DateRange> holidays = {}; ///< days without windows
        bool operator==(const Rule &) const = default;
    };

    /// Config for an unknown zone, a weekday outside 1…7 or no window.
    static Result<Schedule> make(const Rule &rule);

    const Rule &rule() const { return m_rule; }
    /// Whether the instant (Unix seconds) lies in a window.
    bool contains(qint64 at) const;
    /// The first of \a at and the whole hours after it, up to two weeks, that lies in a window, or with \a inside false
    /// that lies in none.
    std::optional<qint64> nextHour(qint64 at, bool inside) const;

private:
    bool opensOn(QDate day) const;
    int offsetAt(qint64 at) const;

    Rule m_rule;
    QTimeZone m_zone;
    std::vector<std::pair<qint64, int>> m_offsets; ///< UTC offset from each instant on, 2015 … 2045
};

/// Reads "09:00" or "16:30"; Format otherwise. "24:00" is the midnight that ends the day.
Result<QTime> parseClock(QStringView text);

} // namespace Costglass
