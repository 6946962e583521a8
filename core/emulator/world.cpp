// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/world.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DaySeconds = 24 * 3600;
constexpr qint64 LateAfterEnd = 36 * 3600;

qint64 startOf(const QString &vendor, QDate day)
{
    const QByteArray &zone = vendorWorld(vendor).zone;
    return dayStart(day, zone == "UTC" ? QTimeZone::utc() : QTimeZone(zone));
}

/// The finaliser of SplitMix64: spreads any integer evenly.
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

int monthsSince2025(QDate day)
{
    return (day.year() - 2025) * 12 + day.month() - 1;
}

} // namespace

World::World(quint64 seed, qint64 now) : m_seed(seed), m_now(now)
{
    for (const VendorWorld &part : vendorWorlds()) {
        m_streams += part.streams;
        for (const PriceRow &row : part.prices)
            m_prices.add(row);
    }
}

QDate World::today() const
{
    return dayOf(m_now, QTimeZone::utc());
}

QDate World::firstDay() const
{
    return Month::of(today()).plus(-24).firstDay();
}

qint64 World::knownTo(const QString &vendor) const
{
    return m_now - m_now % vendorWorld(vendor).refreshSeconds;
}

bool World::isAnomaly(QDate day) const
{
    return day.day() == 18 && (day.month() == 3 || day.month() == 7 || day.month() == 11);
}

quint64 World::random(int stream, QDate day, int salt) const
{
    return mixed(mixed(m_seed + static_cast<quint64>(stream))
                 ^ mixed(static_cast<quint64>(day.toJulianDay()) * 16 + static_cast<quint64>(salt)));
}

UseDay World::useOf(const Stream &stream, QDate day, qint64 knownAt) const
{
    UseDay use{&stream, day};
    const qint64 begin = startOf(stream.vendor, day);
    if (day < stream.from || day >= stream.to || knownAt <= begin)
        return use;
    const qint64 elapsed = qMin(DaySeconds, knownAt - begin);
    const qint64 weekday = day.dayOfWeek() >= 6 ? 40 : 100;
    const qint64 growth = 1000 + 14 * monthsSince2025(day);
    const qint64 noise = 80 + static_cast<qint64>(random(stream.id, day, 0) % 41);
    const qint64 spike = isAnomaly(day) ? stream.spike : 1;
    qint64 events = stream.perDay * weekday * growth / 1000 * noise * spike / 10'000;
    events = events * elapsed / DaySeconds;
    if (stream.late && day.dayOfWeek() == Qt::Wednesday && knownAt < begin + DaySeconds + LateAfterEnd)
        events = events * 97 / 100;
    if (!stream.meter.isNull()) {
        use.quantity = stream.meter == u"bytes" ? qint64(3) << 30 : events;
        use.requests = stream.meter == u"images" ? events
            : stream.meter == u"characters"      ? events / 400
                                                 : events / 60;
        return use;
    }
    const qint64 length = 90 + static_cast<qint64>(random(stream.id, day, 1) % 21);
    const qint64 allInput = events * stream.inputPer * length / 100;
    use.requests = events;
    use.cacheRead = allInput * stream.cachedPermille / 1000;
    use.cacheWrite = allInput * stream.writtenPermille / 1000;
    use.input = allInput - use.cacheRead - use.cacheWrite;
    use.output = events * stream.outputPer * length / 100;
    return use;
}

QList<UseDay> World::use(const QString &vendor, QDate day) const
{
    QList<UseDay> all;
    if (day < firstDay())
        return all;
    for (const Stream &stream : m_streams) {
        if (stream.vendor != vendor)
            continue;
        const UseDay use = useOf(stream, day, knownTo(vendor));
        if (use.requests + use.quantity > 0)
            all.append(use);
    }
    return all;
}

QList<BillLine> World::bill(const QString &vendor, QDate day) const
{
    return billAsOf(vendor, day, knownTo(vendor));
}

QList<BillLine> World::billAsOf(const QString &vendor, QDate day, qint64 knownAt) const
{
    QList<BillLine> lines;
    if (day < firstDay() || knownAt <= startOf(vendor, day))
        return lines;
    for (const Stream &stream : m_streams) {
        if (stream.vendor != vendor)
            continue;
        const UseDay use = useOf(stream, day, knownAt);
        const QList<QPair<QString, qint64>> meters = !stream.meter.isNull()
            ? QList<QPair<QString, qint64>>{{stream.meter,
                                             stream.meter == u"bytes" ? use.quantity - (qint64(1) << 30)
                                                                      : use.quantity}}
            : QList<QPair<QString, qint64>>{{u"input"_s, use.input},
                                            {u"cached_input"_s, use.cacheRead},
                                            {u"cache_write"_s, use.cacheWrite},
                                            {u"output"_s, use.output}};
        for (const auto &[meter, quantity] : meters) {
            auto cost = m_prices.cost({}, stream.model, meter, day, quantity);
            if (quantity <= 0 || !cost)
                continue;
            if (stream.tier == u"batch")
                cost = cost->times(1, 2);
            if (cost && !cost->isZero())
                lines.append({&stream, day, meter, {}, quantity, *cost});
        }
    }
    if (const auto extras = vendorWorld(vendor).extras)
        lines += extras(lines);
    const auto credit = vendorWorld(vendor).quarterCredit;
    if (credit && day.day() == 1 && day.month() % 3 == 1)
        lines.append({nullptr, day, {}, u"Promotional credit"_s, 1, *credit});
    return lines;
}

QList<WorldRestatement> World::restatements() const
{
    QList<WorldRestatement> all;
    for (const VendorWorld &part : vendorWorlds()) {
        const QString &vendor = part.vendor;
        for (QDate day = today().addDays(-31); day < today(); day = day.addDays(1)) {
            const qint64 at = startOf(vendor, day) + DaySeconds + LateAfterEnd;
            if (day.dayOfWeek() != Qt::Wednesday || at > knownTo(vendor))
                continue;
            const auto sum = [&](qint64 knownAt) {
                qint64 nanos = 0;
                const QList<BillLine> lines = billAsOf(vendor, day, knownAt);
                for (const BillLine &line : lines)
                    nanos += line.cost.nanos();
                return Money::fromNanos(nanos,
                                        lines.isEmpty() ? Currency::usd() : lines.first().cost.currency());
            };
            if (sum(at - 1) != sum(at))
                all.append({vendor, day, sum(at - 1), sum(at), at});
        }
    }
    return all;
}

} // namespace Costglass
