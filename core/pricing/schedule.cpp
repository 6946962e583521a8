// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/schedule.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Schedule)
};

constexpr qint64 DaySeconds = 24 * 3600;
const QDate epoch(1970, 1, 1);

qint64 yearStart(int year)
{
    return epoch.daysTo(QDate(year, 1, 1)) * DaySeconds;
}

} // namespace

Result<Schedule> Schedule::make(const Rule &rule)
{
    const auto zone = zoneById(rule.zone);
    if (!zone)
        return std::unexpected(zone.error());
    if (rule.windows.isEmpty())
        return failure(Error::Kind::Config, Texts::tr("The schedule “%1” has no hours.").arg(rule.id));
    for (const int weekday : rule.weekdays) {
        if (weekday < 1 || weekday > 7)
            return failure(Error::Kind::Config,
                           Texts::tr("The schedule “%1” names a weekday that does not exist.").arg(rule.id));
    }
    Schedule schedule;
    schedule.m_rule = rule;
    schedule.m_zone = *zone;
    const qint64 first = yearStart(2015);
    const auto at = [](qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); };
    schedule.m_offsets.emplace_back(first, zone->offsetFromUtc(at(first)));
    const auto transitions = zone->transitions(at(first), at(yearStart(2045)));
    for (const auto &transition : transitions)
        schedule.m_offsets.emplace_back(transition.atUtc.toSecsSinceEpoch(), transition.offsetFromUtc);
    return schedule;
}

int Schedule::offsetAt(qint64 at) const
{
    if (at < m_offsets.front().first || at >= yearStart(2045))
        return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC));
    const auto after
        = std::upper_bound(m_offsets.begin(), m_offsets.end(), at,
                           [](qint64 instant, const auto &step) { return instant < step.first; });
    return std::prev(after)->second;
}

bool Schedule::opensOn(QDate day) const
{
    const bool weekdayRule
        = !m_rule.weekdays.isEmpty() && (!m_rule.weekdaysFrom.isValid() || day >= m_rule.weekdaysFrom);
    if (weekdayRule && !m_rule.weekdays.contains(day.dayOfWeek()))
        return false;
    return std::none_of(m_rule.holidays.begin(), m_rule.holidays.end(),
                        [day](const DateRange &holiday) { return holiday.contains(day); });
}

bool Schedule::contains(qint64 at) const
{
    const qint64 local = at + offsetAt(at);
    const qint64 days = local >= 0 ? local / DaySeconds : (local - DaySeconds + 1) / DaySeconds;
    const int second = static_cast<int>(local - days * DaySeconds);
    const QDate day = epoch.addDays(days);
    for (const auto &[start, end] : m_rule.windows) {
        const int from = QTime(0, 0).secsTo(start);
        const int to = QTime(0, 0).secsTo(end);
        if (from < to && second >= from && second < to && opensOn(day))
            return true;
        if (from >= to && ((second >= from && opensOn(day)) || (second < to && opensOn(day.addDays(-1)))))
            return true;
    }
    return false;
}

std::optional<qint64> Schedule::nextHour(qint64 at, bool inside) const
{
    constexpr qint64 HourSeconds = 3600;
    constexpr int TwoWeeks = 14 * 24;
    for (int hour = 0; hour < TwoWeeks; ++hour) {
        if (contains(at + hour * HourSeconds) == inside)
            return at + hour * HourSeconds;
    }
    return std::nullopt;
}

Result<QTime> parseClock(QStringView text)
{
    const QTime time = text == u"24:00"
        ? QTime(0, 0)
        : QTime::fromString(text.trimmed().toString(), QStringLiteral("HH:mm"));
    if (!time.isValid())
        return failure(Error::Kind::Format, Texts::tr("“%1” is not a time of day.").arg(text.left(20)));
    return time;
}

} // namespace Costglass
