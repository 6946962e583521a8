// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/balanceuse.h"

#include <QMap>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Balances)
};

/// What happened between two readings of one balance.
struct Change
{
    qint64 from = 0; ///< Unix seconds
    qint64 to = 0;
    qint64 used = 0; ///< nanos from 0 on
    qint64 paid = 0;
    QString doubt = {};
};

/// Readings of one balance, oldest first.
using Series = QList<Balance>;

QList<Series> seriesOf(const QList<Balance> &readings)
{
    QList<Series> all;
    for (const Balance &reading : readings) {
        if (reading.of == Balance::Of::Told)
            continue;
        const auto same = std::find_if(all.begin(), all.end(), [&reading](const Series &series) {
            const Balance &first = series.first();
            return first.name == reading.name && first.of == reading.of && first.unit == reading.unit
                && first.amount.currency() == reading.amount.currency();
        });
        if (same == all.end())
            all.append({reading});
        else
            same->append(reading);
    }
    return all;
}

QString words(Money amount)
{
    return amount.toDecimal() + u' ' + amount.currency().code();
}

Change counterChange(const Balance &before, const Balance &after, qint64 rise)
{
    Change change{before.at, after.at};
    const bool anew = rise < 0 || after.periodStart > before.at;
    if (!anew) {
        change.used = rise;
    } else if (after.unit.isNull() && after.periodStart == 0) {
        // Money that was ever used does not get less: this is another key's counter.
        change.doubt
            = Texts::tr("The counter “%1” fell to %2; what was used since %3 is unknown and not counted.")
                  .arg(after.name, words(after.amount), toRfc3339(before.at));
    } else {
        change.from = std::clamp(after.periodStart, before.at, after.at);
        change.used = after.amount.nanos();
    }
    return change;
}

Change balanceChange(const Balance &before, const Balance &after, qint64 rise)
{
    Change change{before.at, after.at};
    const QString since = toRfc3339(before.at);
    if (rise < 0) {
        change.used = -rise;
        if (after.of == Balance::Of::Granted && after.amount.isZero())
            change.doubt
                = Texts::tr("“%1” fell from %2 to nothing since %3; it is counted as spent, but may also "
                            "have expired.")
                      .arg(after.name, words(before.amount), since);
        return change;
    }
    if (after.of != Balance::Of::Paid || rise == 0)
        return change;
    change.paid = rise;
    // One pays round sums: the rest was spent in between, or it was a refund.
    if (rise % Money::NanosPerUnit != 0)
        change.doubt = Texts::tr("“%1” rose by %2 since %3; it is counted as a top-up of just that. If more "
                                 "was paid, the difference was spent.")
                           .arg(after.name, words(Money::fromNanos(rise, after.amount.currency())), since);
    return change;
}

Result<Change> changeBetween(const Balance &before, const Balance &after)
{
    const auto rise = after.amount.minus(before.amount);
    if (!rise)
        return std::unexpected(rise.error());
    return after.of == Balance::Of::Used ? counterChange(before, after, rise->nanos())
                                         : balanceChange(before, after, rise->nanos());
}

/// Sums of one balance by day: nanos used, or the smallest parts in which a unit is counted; nanos paid.
struct DaySums
{
    QMap<QDate, qint64> used;
    QMap<QDate, qint64> paid;
};

/// Spreads \a amount evenly over the time from \a change.from to \a change.to; the parts add up to the whole.
Result<void> spread(const Change &change, qint64 amount, const QTimeZone &zone, QMap<QDate, qint64> &days)
{
    const qint64 duration = change.to - change.from;
    if (amount == 0)
        return {};
    if (duration <= 0) {
        days[dayOf(change.to, zone)] += amount;
        return {};
    }
    qint64 given = 0;
    // The last instant is exclusive: a change up to midnight is all of the day before.
    const QDate last = dayOf(change.to - 1, zone);
    for (QDate day = dayOf(change.from, zone); day <= last; day = day.addDays(1)) {
        const qint64 until = std::min(dayStart(day.addDays(1), zone), change.to);
        const auto sofar = mulDivHalfEven(amount, until - change.from, duration);
        if (!sofar)
            return std::unexpected(sofar.error());
        days[day] += *sofar - given;
        given = *sofar;
    }
    return {};
}

/// In which nanos a unit's amounts are counted: the third decimal of points are 10⁶.
qint64 nanosPerPart(const Balance &balance)
{
    qint64 nanos = 1;
    for (int i = balance.decimals; !balance.unit.isNull() && i < 9; ++i)
        nanos *= 10;
    return nanos;
}

/// Usage holds whole numbers: "messages", "0.0001 AI points".
QString partName(const Balance &balance)
{
    return balance.decimals == 0 ? balance.unit
                                 : u"0."_s + QString(balance.decimals - 1, u'0') + u"1 "_s + balance.unit;
}

Charge chargeOf(const Balance &balance, QDate day, const QTimeZone &zone, qint64 nanos)
{
    Charge charge;
    charge.day = day;
    charge.periodStart = dayStart(day, zone);
    charge.periodEnd = dayStart(day.addDays(1), zone);
    charge.description = balance.name;
    charge.cost = Money::fromNanos(nanos, balance.amount.currency());
    return charge;
}

Usage usageOf(const Balance &balance, QDate day, const QTimeZone &zone, qint64 quantity)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = dayStart(day, zone);
    usage.periodEnd = dayStart(day.addDays(1), zone);
    usage.at.service = balance.name;
    usage.quantity = quantity;
    usage.unit = partName(balance);
    if (balance.unit == u"messages")
        usage.requests = quantity;
    return usage;
}

void record(const Balance &balance, const DaySums &sums, const DateRange &days, const QTimeZone &zone,
            Records &records)
{
    for (auto it = sums.used.cbegin(); it != sums.used.cend(); ++it) {
        if (!days.contains(it.key()) || it.value() == 0)
            continue;
        if (!balance.unit.isNull()) {
            records.usage.append(usageOf(balance, it.key(), zone, it.value()));
            continue;
        }
        Charge charge = chargeOf(balance, it.key(), zone, it.value());
        charge.kind = ChargeKind::Estimated;
        records.charges.append(charge);
    }
    for (auto it = sums.paid.cbegin(); it != sums.paid.cend(); ++it) {
        if (!days.contains(it.key()))
            continue;
        Charge charge = chargeOf(balance, it.key(), zone, it.value());
        charge.category = ChargeCategory::Purchase;
        records.charges.append(charge);
    }
}

} // namespace

Result<BalanceUse> useBetween(const QList<Balance> &readings, const DateRange &days, const QTimeZone &zone)
{
    BalanceUse use;
    const qint64 newest = readings.isEmpty() ? 0 : readings.last().at;
    for (const Series &series : seriesOf(readings)) {
        const qint64 part = nanosPerPart(series.first());
        DaySums sums;
        for (qsizetype i = 1; i < series.size(); ++i) {
            const auto change = changeBetween(series[i - 1], series[i]);
            if (!change)
                return std::unexpected(change.error());
            const auto done = spread(*change, change->used / part, zone, sums.used);
            if (!done)
                return std::unexpected(done.error());
            if (change->paid > 0)
                sums.paid[dayOf(series[i].at, zone)] += change->paid;
            if (!change->doubt.isNull() && series[i].at == newest)
                use.doubts.append(change->doubt);
        }
        record(series.first(), sums, days, zone, use.records);
    }
    return use;
}

} // namespace Costglass
