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
    return texts.isEmpty() ? QStringLiteral("") : texts.join(u','); // a null text would be NULL
}

QList<int> readThresholds(const QString &text)
{
    QList<int> thresholds;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts))
        thresholds.append(one.toInt());
    return thresholds;
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
    Statement(
        database,
        "INSERT INTO budget (id, name, amount_nanos, currency, period, scope, thresholds, fail_at,"
        " forecast_thresholds, week_start, saved_at)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " amount_nanos = excluded.amount_nanos, currency = excluded.currency, period = excluded.period,"
        " scope = excluded.scope, thresholds = excluded.thresholds, fail_at = excluded.fail_at,"
        " forecast_thresholds = excluded.forecast_thresholds, week_start = excluded.week_start,"
        " saved_at = excluded.saved_at")
        .with(id, budget.name, budget.amount.nanos(), budget.amount.currency().code(),
              budgetPeriodName(budget.period), scopeText(budget.scope), thresholdText(budget.thresholds),
              maybe(budget.failAt), thresholdText(budget.forecastThresholds),
              static_cast<int>(budget.weekStart), budget.savedAt)
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
                   "SELECT id, name, amount_nanos, currency, period, scope, thresholds, fail_at,"
                   " forecast_thresholds, week_start, saved_at FROM budget ORDER BY id");
    while (read.step()) {
        Budget budget;
        budget.id = read.integer(0);
        budget.name = read.text(1);
        budget.amount = Money::fromNanos(read.integer(2), valueOf(Currency::fromCode(read.text(3))));
        budget.period = budgetPeriodFromName(read.text(4)).value_or(BudgetPeriod::Month);
        const QJsonObject scope = QJsonDocument::fromJson(read.text(5).toUtf8()).object();
        for (auto it = scope.begin(); it != scope.end(); ++it)
            budget.scope.insert(it.key(), it.value().isNull() ? QString() : it.value().toString());
        budget.thresholds = readThresholds(read.text(6));
        if (!read.isNull(7))
            budget.failAt = static_cast<int>(read.integer(7));
        budget.forecastThresholds = readThresholds(read.text(8));
        budget.weekStart = static_cast<Qt::DayOfWeek>(read.integer(9));
        budget.savedAt = read.integer(10);
        budgets.append(budget);
    }
    return budgets;
}

} // namespace Costglass
