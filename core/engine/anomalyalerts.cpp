// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/anomalyalerts.h"

#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"

#include <algorithm>

namespace Costglass {

namespace {

constexpr int NewsDays = 7;
constexpr int SeenDays = 28; // so that the first day of a row is known

/// Anomalies on days in a row, of the same vendor.
using Row = QList<SpendAnomaly>;

QList<Row> rowsOf(const QList<SpendAnomaly> &anomalies)
{
    QList<Row> rows;
    for (const SpendAnomaly &anomaly : anomalies) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &one) {
            return one.last().vendor == anomaly.vendor && one.last().day.daysTo(anomaly.day) <= 1;
        });
        if (row == rows.end())
            rows.append({anomaly});
        else
            row->append(anomaly);
    }
    return rows;
}

Alert alertOf(const SpendAnomaly &anomaly, qint64 now)
{
    Alert alert{.kind = AlertKind::Anomaly,
                .subject = anomaly.vendor,
                .periodStart = anomaly.day,
                .periodEnd = anomaly.day.addDays(1),
                .spent = anomaly.actual,
                .amount = anomaly.expected,
                .causeDay = anomaly.day,
                .raisedAt = now};
    for (const AnomalyCause &cause : anomaly.causes) {
        const QString name = cause.name.isEmpty() ? cause.value : cause.name;
        if (cause.dim == Dim::Key)
            alert.causeKey = name;
        if (cause.dim != Dim::Model)
            continue;
        alert.causeModel = name;
        alert.causeAmount = cause.impact;
    }
    return alert;
}

/// Whether \a known tells of a day of the row, by vendor or by their sum.
bool isTold(const QList<Alert> &known, const Row &row)
{
    return std::any_of(known.begin(), known.end(), [&](const Alert &alert) {
        const bool isSame
            = alert.subject.isEmpty() || row.first().vendor.isEmpty() || alert.subject == row.first().vendor;
        return isSame && alert.periodStart >= row.first().day && alert.periodStart <= row.last().day;
    });
}

bool isExpected(const QList<Alert> &known, const Alert &fresh)
{
    return std::any_of(known.begin(), known.end(), [&fresh](const Alert &alert) {
        return alert.expected && alert.subject == fresh.subject && alert.causeModel == fresh.causeModel
            && alert.causeKey == fresh.causeKey;
    });
}

Result<QList<SpendAnomaly>> risesOf(Store &store, QDate today, const QString &leastImpact)
{
    const DateRange days{today.addDays(-SeenDays), today.addDays(1)};
    const auto currency = mainCurrency(store, days, {});
    if (!currency)
        return std::unexpected(currency.error());
    const auto least = Money::parse(leastImpact, *currency);
    if (!least)
        return QList<SpendAnomaly>();
    auto anomalies = spendAnomalies(store, {.days = days, .currency = *currency, .least = *least}, today);
    if (anomalies)
        anomalies->removeIf([](const SpendAnomaly &anomaly) { return anomaly.impact.isNegative(); });
    return anomalies;
}

} // namespace

Result<QList<Alert>> raiseAnomalyAlerts(Store &store, qint64 now, const QString &leastImpact)
{
    const QDate today = dayOf(now, QTimeZone::utc());
    const auto rises = risesOf(store, today, leastImpact);
    auto known = store.alerts(0);
    if (!rises || !known)
        return std::unexpected(rises ? known.error() : rises.error());
    known->removeIf([](const Alert &alert) { return alert.kind != AlertKind::Anomaly; });
    QList<Alert> raised;
    for (const Row &row : rowsOf(*rises)) {
        Alert alert = alertOf(row.first(), now);
        if (row.first().day < today.addDays(-NewsDays) || isTold(*known, row) || isExpected(*known, alert))
            continue;
        const auto fresh = store.recordAlert(alert);
        if (!fresh)
            return std::unexpected(fresh.error());
        if (*fresh)
            raised.append(alert);
        known->append(alert);
    }
    return raised;
}

} // namespace Costglass
