// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

QString scopeText(const QMap<QString, QString> &scope)
{
    QJsonObject object;
    for (auto it = scope.cbegin(); it != scope.cend(); ++it)
        object.insert(it.key(), it.value().isNull() ? QJsonValue() : QJsonValue(it.value()));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString thresholdText(const QList<int> &thresholds)
{
    QStringList texts;
    for (const int threshold : thresholds)
        texts.append(QString::number(threshold));
    return texts.join(u',');
}

std::optional<qint64> maybe(const std::optional<int> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

} // namespace

Budget saveBudget(Database &database, Budget budget)
{
    Statement taken(database, "SELECT 1 FROM budget WHERE name = ?1 AND id <> ?2");
    if (taken.with(budget.name, budget.id).step())
        throw StoreProblem{Error{Error::Kind::Config,
                                 Texts::tr("There is already a budget “%1”.").arg(budget.name),
                                 Texts::tr("Choose another name, or edit that budget.")}};
    const std::optional<qint64> id = budget.id == 0 ? std::nullopt : std::optional(budget.id);
    Statement(database,
              "INSERT INTO budget (id, name, amount_nanos, currency, period, scope, thresholds, fail_at)"
              " VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
              " amount_nanos = excluded.amount_nanos, currency = excluded.currency, period = excluded.period,"
              " scope = excluded.scope, thresholds = excluded.thresholds, fail_at = excluded.fail_at")
        .with(id, budget.name, budget.amount.nanos(), budget.amount.currency().code(),
              budgetPeriodName(budget.period), scopeText(budget.scope), thresholdText(budget.thresholds),
              maybe(budget.failAt))
        .run();
    if (budget.id == 0)
        budget.id = database.lastId();
    return budget;
}

void removeBudget(Database &database, qint64 id)
{
    Statement(database, "DELETE FROM budget WHERE id = ?1").with(id).run();
}

QList<Budget> readBudgets(Database &database)
{
    QList<Budget> budgets;
    Statement read(database,
                   "SELECT id, name, amount_nanos, currency, period, scope, thresholds, fail_at FROM budget "
                   "ORDER BY id");
    while (read.step()) {
        Budget budget;
        budget.id = read.integer(0);
        budget.name = read.text(1);
        budget.amount = Money::fromNanos(read.integer(2), valueOf(Currency::fromCode(read.text(3))));
        budget.period = budgetPeriodFromName(read.text(4)).value_or(BudgetPeriod::Month);
        const QJsonObject scope = QJsonDocument::fromJson(read.text(5).toUtf8()).object();
        for (auto it = scope.begin(); it != scope.end(); ++it)
            budget.scope.insert(it.key(), it.value().isNull() ? QString() : it.value().toString());
        budget.thresholds.clear();
        for (const QString &text : read.text(6).split(u',', Qt::SkipEmptyParts))
            budget.thresholds.append(text.toInt());
        if (!read.isNull(7))
            budget.failAt = static_cast<int>(read.integer(7));
        budgets.append(budget);
    }
    return budgets;
}

bool recordAlert(Database &database, Alert &alert)
{
    const std::optional<qint64> causeDay
        = alert.causeDay.isValid() ? std::optional(alert.causeDay.toJulianDay()) : std::nullopt;
    const std::optional<qint64> cause
        = alert.causeAmount ? std::optional(alert.causeAmount->nanos()) : std::nullopt;
    Statement(database,
              "INSERT OR IGNORE INTO alert (budget, budget_name, period_start, threshold, spent_nanos, "
              "amount_nanos,"
              " currency, cause_model, cause_key, cause_day, cause_nanos, raised_at, shown_at)"
              " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)")
        .with(alert.budget, alert.budgetName, alert.periodStart.toJulianDay(), alert.threshold,
              alert.spent.nanos(), alert.amount.nanos(), alert.amount.currency().code(), alert.causeModel,
              alert.causeKey, causeDay, cause, alert.raisedAt, alert.shownAt)
        .run();
    if (database.changes() == 0)
        return false;
    alert.id = database.lastId();
    return true;
}

QList<Alert> readAlerts(Database &database, qint64 since)
{
    QList<Alert> alerts;
    Statement read(database,
                   "SELECT id, budget, budget_name, period_start, threshold, spent_nanos, amount_nanos, "
                   "currency, cause_model,"
                   " cause_key, cause_day, cause_nanos, raised_at, shown_at FROM alert WHERE raised_at >= ?1"
                   " ORDER BY raised_at DESC, threshold DESC, id DESC");
    read.with(since);
    while (read.step()) {
        const Currency currency = valueOf(Currency::fromCode(read.text(7)));
        Alert alert;
        alert.id = read.integer(0);
        alert.budget = read.integer(1);
        alert.budgetName = read.text(2);
        alert.periodStart = QDate::fromJulianDay(read.integer(3));
        alert.threshold = static_cast<int>(read.integer(4));
        alert.spent = Money::fromNanos(read.integer(5), currency);
        alert.amount = Money::fromNanos(read.integer(6), currency);
        alert.causeModel = read.text(8);
        alert.causeKey = read.text(9);
        alert.causeDay = read.isNull(10) ? QDate() : QDate::fromJulianDay(read.integer(10));
        if (!read.isNull(11))
            alert.causeAmount = Money::fromNanos(read.integer(11), currency);
        alert.raisedAt = read.integer(12);
        alert.shownAt = read.integer(13);
        alerts.append(alert);
    }
    return alerts;
}

} // namespace Costglass
