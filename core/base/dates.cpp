// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/dates.h"

#include <algorithm>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Dates)
};

} // namespace

DateRange DateRange::intersected(const DateRange &other) const
{
    const DateRange common{std::max(from, other.from), std::min(to, other.to)};
    return common.isEmpty() ? DateRange{common.from, common.from} : common;
}

Result<Month> Month::parse(QStringView text)
{
    const QDate first = QDate::fromString(text.toString() + QStringLiteral("-01"), Qt::ISODate);
    if (text.size() != 7 || !first.isValid())
        return failure(Error::Kind::Config,
                       Texts::tr("“%1” is not a month; write it like 2026-11.").arg(text.left(40)));
    return of(first);
}

QList<Month> monthsNewestFirst(const DateRange &range)
{
    QList<Month> months;
    if (range.isEmpty())
        return months;
    const Month oldest = Month::of(range.from);
    for (Month month = Month::of(range.to.addDays(-1)); month >= oldest; month = month.plus(-1))
        months.append(month);
    return months;
}

qint64 dayStart(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toSecsSinceEpoch();
}

QDate dayOf(qint64 instant, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(instant, zone).date();
}

Result<QTimeZone> zoneById(const QByteArray &id)
{
    const QTimeZone zone = id == "UTC" ? QTimeZone::utc() : QTimeZone(id);
    if (!zone.isValid())
        return failure(
            Error::Kind::Config,
            Texts::tr("“%1” is not a time zone; write it like Europe/Berlin.").arg(QString::fromUtf8(id)));
    return zone;
}

QString toRfc3339(qint64 instant)
{
    return QDateTime::fromSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODate);
}

Result<qint64> parseRfc3339(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    const QStringView clock = text.mid(11);
    const bool hasOffset
        = clock.endsWith(u'Z') || clock.endsWith(u'z') || clock.contains(u'+') || clock.contains(u'-');
    if (!time.isValid() || text.size() < 20 || !hasOffset)
        return failure(
            Error::Kind::Format,
            Texts::tr("“%1” is not a time; write it like 2026-11-24T08:00:00Z.").arg(text.left(40)));
    return time.toSecsSinceEpoch();
}

Result<QDate> parseDay(QStringView text)
{
    const QDate day = QDate::fromString(text.toString(), Qt::ISODate);
    if (text.size() != 10 || !day.isValid())
        return failure(Error::Kind::Config,
                       Texts::tr("“%1” is not a day; write it like 2026-11-24.").arg(text.left(40)));
    return day;
}

} // namespace Costglass
