// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/monthwords.h"

#include "base/moneytext.h"
#include "vendors/registry.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::MonthWords)
};

/// As it is called on \a day: summer time has a name of its own.
QString zoneName(const QTimeZone &zone, QDate day)
{
    return zone == QTimeZone::utc() ? QStringLiteral("UTC")
                                    : zone.displayName(day.startOfDay(zone), QTimeZone::LongName, QLocale());
}

/// How far the slower vendors are behind \a newest.
QString lateWords(const MonthView &view, QDate newest)
{
    QStringList sentences;
    for (const auto &[vendor, day] : view.late) {
        const int days = static_cast<int>(day.daysTo(newest));
        if (days > 0)
            sentences.append(Texts::tr("%1 runs %n day(s) behind.", nullptr, days).arg(vendorName(vendor)));
    }
    return sentences.join(Texts::tr(" ", "between two sentences"));
}

} // namespace

QString monthHeadline(const MonthView &view)
{
    const QString spent = moneyText(view.total);
    if (view.isOver)
        return Texts::tr("%1 in %2.").arg(spent, monthName(view.month, true));
    const QString month = monthName(view.month, false);
    if (view.forecast) {
        return Texts::tr("%1 so far in %2. Likely to end near %3, between %4 and %5.")
            .arg(spent, month, moneyText(view.forecast->mean), moneyText(view.forecast->lower80),
                 moneyText(view.forecast->upper80));
    }
    if (view.forecastDaysMissing > 0) {
        return Texts::tr("%1 so far in %2. Nothing to forecast yet: %3 of the %4 days needed are here.")
            .arg(spent, month, QLocale().toString(ForecastMinimumDays - view.forecastDaysMissing),
                 QLocale().toString(ForecastMinimumDays));
    }
    return Texts::tr("%1 so far in %2.").arg(spent, month);
}

QString monthCompleteness(const MonthView &view)
{
    if (!view.completeTo)
        return view.accounts == 0 ? QString()
                                  : Texts::tr("No account has told yet up to when its data are complete.");
    if (view.isOver && *view.completeTo >= view.month.lastDay())
        return view.zone ? Texts::tr("Complete (days in %1).").arg(zoneName(*view.zone, view.month.lastDay()))
                         : Texts::tr("Complete (each vendor's own days).");
    const QDate newest
        = view.isOver ? std::min(*view.newestWholeDay, view.month.lastDay()) : *view.newestWholeDay;
    const QDate next = newest.addDays(1);
    const bool partial = !view.isOver && next <= view.today;
    const QString zone = view.zone ? zoneName(*view.zone, newest) : Texts::tr("each vendor's own days");
    QStringList sentences{
        partial
            ? Texts::tr("Complete to %1 (%2); %3 is part of a day.").arg(dayName(newest), zone, dayName(next))
            : Texts::tr("Complete to %1 (%2).").arg(dayName(newest), zone)};
    const QString late = lateWords(view, newest);
    if (!late.isEmpty())
        sentences.append(late);
    return sentences.join(Texts::tr(" ", "between two sentences"));
}

QString moverPlace(const Mover &mover)
{
    const QString where = !mover.key.isEmpty() ? Texts::tr("key “%1”").arg(mover.key)
        : !mover.project.isEmpty()             ? Texts::tr("project “%1”").arg(mover.project)
                                               : QString();
    if (!mover.day)
        return where;
    return where.isEmpty() ? dayName(*mover.day)
                           : Texts::tr("%1, %2", "day, key or project").arg(dayName(*mover.day), where);
}

QString unusualText(const SpendAnomaly &anomaly)
{
    const bool less = anomaly.impact.isNegative();
    const QString amount
        = moneyText(less ? anomaly.impact.negated().value_or(anomaly.impact) : anomaly.impact);
    const QString what
        = less ? Texts::tr("%1 less than usual").arg(amount) : Texts::tr("%1 more than usual").arg(amount);
    QStringList causes;
    for (const AnomalyCause &cause : anomaly.causes) {
        const QString name = cause.name.isNull() ? cause.value : cause.name;
        causes.append(cause.dim == Dim::Key           ? Texts::tr("key “%1”").arg(name)
                          : cause.dim == Dim::Project ? Texts::tr("project “%1”").arg(name)
                                                      : name);
    }
    return causes.isEmpty() ? what
                            : Texts::tr("%1: %2", "unusual spend, its causes")
                                  .arg(what, causes.join(Texts::tr(", ", "in a list")));
}

QString outlookText(const BudgetStanding &standing)
{
    return standing.isPassed() ? Texts::tr("passed", "a budget")
        : standing.breachDay   ? Texts::tr("likely over on %1").arg(dayName(*standing.breachDay))
                               : Texts::tr("within", "a budget");
}

QString monthName(Month month, bool withYear)
{
    // A language writes months in its own order: "November 2026", "2026年11月".
    const QString format
        = withYear ? Texts::tr("MMMM yyyy", "date format") : Texts::tr("MMMM", "date format");
    return QLocale().toString(month.firstDay(), format);
}

QString dayName(QDate day)
{
    return QLocale().toString(day, Texts::tr("d MMM", "date format"));
}

QString momentText(qint64 instant, qint64 now)
{
    const QDateTime then = QDateTime::fromSecsSinceEpoch(instant);
    const QString time = QLocale().toString(then.time(), QStringLiteral("HH:mm"));
    if (then.date() == QDateTime::fromSecsSinceEpoch(now).date())
        return time;
    return Texts::tr("%1 %2", "day, time").arg(dayName(then.date()), time);
}

QString vendorName(const QString &vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    return adapter ? adapter->info().name : vendor;
}

QString kindText(ChargeKind kind)
{
    switch (kind) {
    case ChargeKind::Billed:
        return Texts::tr("billed");
    case ChargeKind::Estimated:
        return Texts::tr("estimated");
    case ChargeKind::Equivalent:
        return Texts::tr("equivalent");
    case ChargeKind::Entered:
        return Texts::tr("entered");
    }
    Q_UNREACHABLE();
}

} // namespace Costglass
