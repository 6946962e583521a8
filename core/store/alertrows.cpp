// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

std::optional<qint64> maybe(QDate day)
{
    return day.isValid() ? std::optional(day.toJulianDay()) : std::nullopt;
}

std::optional<qint64> maybe(const std::optional<Money> &money)
{
    return money ? std::optional(money->nanos()) : std::nullopt;
}

/// A text that may stand in a NOT NULL column.
QString never(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

void refuseUnchanged(Database &database, qint64 id)
{
    if (database.changes() == 0)
        throw StoreProblem{Error{Error::Kind::Config, Texts::tr("There is no such alert %1.").arg(id),
                                 Texts::tr("“alerts list” shows every alert with its number.")}};
}

Alert readAlert(const Statement &row)
{
    const Currency currency = valueOf(Currency::fromCode(row.text(10)));
    const auto day = [&row](int column) {
        return row.isNull(column) ? QDate() : QDate::fromJulianDay(row.integer(column));
    };
    const auto money = [&row, currency](int column) {
        return row.isNull(column) ? std::nullopt
                                  : std::optional(Money::fromNanos(row.integer(column), currency));
    };
    return {.id = row.integer(0),
            .kind = alertKindFromName(row.text(1)).value_or(AlertKind::Actual),
            .budget = row.integer(2),
            .budgetName = row.text(3),
            .subject = row.text(4),
            .periodStart = day(5),
            .periodEnd = day(6),
            .threshold = static_cast<int>(row.integer(7)),
            .spent = Money::fromNanos(row.integer(8), currency),
            .amount = Money::fromNanos(row.integer(9), currency),
            .forecast = money(11),
            .causeModel = row.text(12),
            .causeKey = row.text(13),
            .causeDay = day(14),
            .causeAmount = money(15),
            .detail = row.text(16),
            .raisedAt = row.integer(17),
            .shownAt = row.integer(18),
            .resolvedAt = row.integer(19),
            .snoozedUntil = row.integer(20),
            .expected = row.integer(21) != 0};
}

} // namespace

bool recordAlert(Database &database, Alert &alert)
{
    Statement(database,
              "INSERT OR IGNORE INTO alert (kind, budget, budget_name, subject, period_start, period_end,"
              " threshold, spent_nanos, amount_nanos, currency, forecast_nanos, cause_model, cause_key,"
              " cause_day, cause_nanos, detail, raised_at, shown_at, resolved_at, snoozed_until)"
              " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)")
        .with(alertKindName(alert.kind), alert.budget, never(alert.budgetName), never(alert.subject),
              alert.periodStart.toJulianDay(), maybe(alert.periodEnd), alert.threshold, alert.spent.nanos(),
              alert.amount.nanos(), alert.amount.currency().code(), maybe(alert.forecast), alert.causeModel,
              alert.causeKey, maybe(alert.causeDay), maybe(alert.causeAmount), alert.detail, alert.raisedAt,
              alert.shownAt, alert.resolvedAt, alert.snoozedUntil)
        .run();
    if (database.changes() == 0)
        return false;
    alert.id = database.lastId();
    addDeliveries(database, alert);
    return true;
}

void snoozeAlert(Database &database, qint64 id, qint64 until)
{
    Statement(database, "UPDATE alert SET snoozed_until = ?2 WHERE id = ?1").with(id, until).run();
    refuseUnchanged(database, id);
}

void expectAlert(Database &database, qint64 id)
{
    Statement(database, "UPDATE alert SET expected = 1 WHERE id = ?1 AND kind = 'anomaly'").with(id).run();
    refuseUnchanged(database, id);
}

QList<Alert> readAlerts(Database &database, qint64 since)
{
    QList<Alert> alerts;
    Statement read(
        database,
        "SELECT id, kind, budget, budget_name, subject, period_start, period_end, threshold,"
        " spent_nanos, amount_nanos, currency, forecast_nanos, cause_model, cause_key, cause_day,"
        " cause_nanos, detail, raised_at, shown_at, resolved_at, snoozed_until, expected FROM alert"
        " WHERE raised_at >= ?1 ORDER BY raised_at DESC, threshold DESC, id DESC");
    read.with(since);
    while (read.step())
        alerts.append(readAlert(read));
    return alerts;
}

} // namespace Costglass
