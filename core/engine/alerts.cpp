// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"

#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"

#include <algorithm>

namespace Costglass {

namespace {

/// What one key spent on one model, by day.
struct Line
{
    QString model;
    QString key;
    QMap<QDate, qint64> days;
};

/// The lines of a budget's scope over \a days, in its currency.
Result<QList<Line>> linesOf(Store &store, const Budget &budget, const DateRange &days)
{
    const auto summary = store.summary({.days = days,
                                        .by = {Dim::Vendor, Dim::Model, Dim::Key, Dim::Day},
                                        .where = conditionsOf(budget),
                                        .kind = {},
                                        .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    QMap<QStringList, Line> lines;
    for (const SummaryRow &row : summary->rows) {
        if (!row.cost || row.cost->currency() != budget.amount.currency() || !isSpend(*row.kind)
            || row.keys[1].isNull())
            continue;
        Line &line = lines[row.keys.first(3)];
        line.model = row.keys[1];
        line.key = row.names[2].isNull() ? row.keys[2] : row.names[2];
        line.days[QDate::fromString(row.keys[3], Qt::ISODate)] += row.cost->nanos();
    }
    return lines.values();
}

/// What rose most: the (model, key, day) of the period furthest above its usual.
Result<void> findCause(Store &store, const BudgetStanding &standing, QDate today, Alert &alert)
{
    constexpr int DaysBefore = 28;
    const auto extent = store.extent();
    if (!extent)
        return std::unexpected(extent.error());
    const QDate from = standing.period.from;
    const DateRange days{qBound(from.addDays(-DaysBefore), extent->from, from),
                         std::min(standing.period.to, today.addDays(1))};
    const auto lines = linesOf(store, standing.budget, days);
    if (!lines)
        return std::unexpected(lines.error());
    qint64 largest = 0;
    for (const Line &line : *lines) {
        for (auto it = line.days.lowerBound(from); it != line.days.cend(); ++it) {
            const auto usual = usualSpend(line.days, it.key(), days.from);
            if (!usual || it.value() - *usual <= largest)
                continue;
            largest = it.value() - *usual;
            alert.causeModel = line.model;
            alert.causeKey = line.key;
            alert.causeDay = it.key();
            alert.causeAmount = Money::fromNanos(largest, standing.budget.amount.currency());
        }
    }
    return {};
}

/// Whether \a known holds an alert of that kind and threshold whose figure had passed the line as it is now.
bool isNoted(const QList<Alert> &known, AlertKind kind, const BudgetStanding &standing, int threshold)
{
    const Money amount = standing.budget.amount;
    return std::any_of(known.begin(), known.end(), [&](const Alert &alert) {
        return alert.kind == kind && alert.budget == standing.budget.id
            && alert.periodStart == standing.period.from && alert.threshold == threshold
            && alert.spent.currency() == amount.currency()
            && percentOf(alert.forecast.value_or(alert.spent), amount) >= threshold;
    });
}

/// The thresholds of \a standing that are newly crossed, lowest first.
QList<QPair<AlertKind, int>> newThresholds(const BudgetStanding &standing, const QList<Alert> &known)
{
    QList<QPair<AlertKind, int>> crossed;
    for (const int threshold : standing.budget.thresholds) {
        if (standing.percent >= threshold && !isNoted(known, AlertKind::Actual, standing, threshold))
            crossed.append({AlertKind::Actual, threshold});
    }
    const int likely = standing.likely ? percentOf(*standing.likely, standing.budget.amount) : 0;
    for (const int threshold : standing.budget.forecastThresholds) {
        const bool isThere
            = standing.percent >= threshold || isNoted(known, AlertKind::Actual, standing, threshold);
        if (likely >= threshold && !isThere && !isNoted(known, AlertKind::Forecast, standing, threshold))
            crossed.append({AlertKind::Forecast, threshold});
    }
    std::sort(crossed.begin(), crossed.end());
    return crossed;
}

/// Notes what \a standing newly crosses and adds it to \a raised.
Result<void> raiseFor(Store &store, const BudgetStanding &standing, const QList<Alert> &known, qint64 now,
                      QList<Alert> &raised)
{
    const auto crossed = newThresholds(standing, known);
    if (crossed.isEmpty())
        return {};
    Alert alert{.budget = standing.budget.id,
                .budgetName = standing.budget.name,
                .periodStart = standing.period.from,
                .periodEnd = standing.period.to,
                .spent = standing.spent,
                .amount = standing.budget.amount,
                .raisedAt = now};
    if (const auto caused = findCause(store, standing, dayOf(now, QTimeZone::utc()), alert); !caused)
        return caused;
    for (const auto &[kind, threshold] : crossed) {
        alert.kind = kind;
        alert.threshold = threshold;
        alert.forecast = kind == AlertKind::Forecast ? standing.likely : std::nullopt;
        const auto fresh = store.recordAlert(alert);
        if (!fresh)
            return std::unexpected(fresh.error());
        if (*fresh)
            raised.append(alert);
    }
    return {};
}

/// The period before the one that \a standing shows, when the budget was there before it ended.
Result<std::optional<BudgetStanding>> lastStanding(Store &store, const BudgetStanding &standing)
{
    const Budget &budget = standing.budget;
    if (budget.savedAt == 0 || budget.savedAt >= dayStart(standing.period.from, QTimeZone::utc()))
        return std::optional<BudgetStanding>();
    return standingIn(store, budget,
                      budgetPeriodAt(budget.period, standing.period.from.addDays(-1), budget.weekStart));
}

} // namespace

Result<QList<Alert>> raiseAlerts(Store &store, qint64 now)
{
    const auto standings = budgetStandings(store, dayOf(now, QTimeZone::utc()));
    const auto known = store.alerts(0);
    if (!standings || !known)
        return std::unexpected(standings ? known.error() : standings.error());
    QList<Alert> raised;
    for (const BudgetStanding &standing : *standings) {
        const auto last = lastStanding(store, standing);
        if (!last)
            return std::unexpected(last.error());
        if (*last) {
            if (const auto done = raiseFor(store, **last, *known, now, raised); !done)
                return std::unexpected(done.error());
        }
        if (const auto done = raiseFor(store, standing, *known, now, raised); !done)
            return std::unexpected(done.error());
    }
    return raised;
}

} // namespace Costglass
