// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budgetoptions.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/budgetstanding.h"
#include "engine/monthwords.h"

#include <QJsonArray>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// The name that a command speaks of: its word, or --name.
QString budgetName(const Arguments &arguments)
{
    return arguments.word(0).isEmpty() ? arguments.value(u"name"_s) : arguments.word(0);
}

Result<Budget> findBudget(Store &store, const QString &name)
{
    const auto budgets = store.budgets();
    if (!budgets)
        return std::unexpected(budgets.error());
    QStringList names;
    for (const Budget &budget : *budgets) {
        if (budget.name == name)
            return budget;
        names.append(budget.name);
    }
    return failure(Error::Kind::Config, Texts::tr("There is no budget “%1”.").arg(name),
                   names.isEmpty() ? Texts::tr("There is none yet: add one with “budget add”.")
                                   : Texts::tr("There are: %1.").arg(names.join(u", "_s)));
}

/// What the caller wrote is Config; anything else is the ledger's.
int failOrMisuse(Cli &cli, const Error &error)
{
    return error.kind == Error::Kind::Config ? cli.badUsage(error) : cli.fail(error);
}

QJsonObject budgetToJson(const Budget &budget)
{
    QJsonObject scope;
    for (auto it = budget.scope.cbegin(); it != budget.scope.cend(); ++it)
        scope.insert(it.key(), textOrNull(it.value()));
    const auto array = [](const QList<int> &thresholds) {
        QJsonArray list;
        for (const int threshold : thresholds)
            list.append(threshold);
        return list;
    };
    const bool isWeekly = budget.period == BudgetPeriod::Week;
    return {{u"name"_s, budget.name},
            {u"amount"_s, moneyToJson(budget.amount)},
            {u"period"_s, budgetPeriodName(budget.period)},
            {u"scope"_s, scope},
            {u"week_start"_s,
             isWeekly ? QJsonValue(QLocale::c().dayName(budget.weekStart).toLower()) : QJsonValue()},
            {u"thresholds"_s, array(budget.thresholds)},
            {u"forecast_thresholds"_s, array(budget.forecastThresholds)},
            {u"fail_at"_s, budget.failAt ? QJsonValue(*budget.failAt) : QJsonValue()}};
}

int saveBudget(Cli &cli, Store &store, Budget budget)
{
    budget.savedAt = cli.now();
    const auto saved = store.saveBudget(budget);
    if (!saved)
        return failOrMisuse(cli, saved.error());
    if (cli.json)
        return cli.print(budgetToJson(*saved));
    cli.out << Texts::tr("Budget “%1”: %2 per %3.")
                   .arg(saved->name, moneyText(saved->amount), budgetPeriodName(saved->period))
            << '\n';
    cli.out.flush();
    return 0;
}

int addBudget(Cli &cli)
{
    for (const QString &needed : {u"name"_s, u"amount"_s, u"currency"_s}) {
        if (cli.arguments.value(needed).trimmed().isEmpty())
            return cli.badUsage(Texts::tr("--%1 is missing.").arg(needed));
    }
    Budget budget;
    budget.name = cli.arguments.value(u"name"_s).trimmed();
    const auto applied = applyBudgetOptions(cli.arguments, budget);
    if (!applied)
        return cli.badUsage(applied.error());
    const auto store = cli.openStore();
    return store ? saveBudget(cli, **store, budget) : cli.fail(store.error());
}

int editBudget(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    auto budget = findBudget(**store, budgetName(cli.arguments));
    if (!budget)
        return failOrMisuse(cli, budget.error());
    const auto applied = applyBudgetOptions(cli.arguments, *budget);
    if (!applied)
        return cli.badUsage(applied.error());
    const QString name = cli.arguments.value(u"name"_s).trimmed();
    if (cli.arguments.has(u"name"_s) && name.isEmpty())
        return cli.badUsage(Texts::tr("--name needs a name."));
    if (!name.isEmpty())
        budget->name = name;
    return saveBudget(cli, **store, *budget);
}

int removeBudget(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto budget = findBudget(**store, budgetName(cli.arguments));
    if (!budget)
        return failOrMisuse(cli, budget.error());
    const auto removed = (*store)->removeBudget(budget->id);
    if (!removed)
        return cli.fail(removed.error());
    if (cli.json)
        return cli.print({{u"removed"_s, budget->name}});
    cli.out << Texts::tr("Removed the budget “%1”; its alerts stay in the list.").arg(budget->name) << '\n';
    cli.out.flush();
    return 0;
}

QString scopeText(const Budget &budget)
{
    QStringList parts;
    for (auto it = budget.scope.cbegin(); it != budget.scope.cend(); ++it)
        parts.append(it.key() + u'=' + it.value());
    return parts.isEmpty() ? Texts::tr("everything") : parts.join(u' ');
}

QString percentText(std::optional<int> percent)
{
    return percent ? Texts::tr("%1 %").arg(QLocale().toString(*percent)) : u"–"_s;
}

QString percentTexts(const QList<int> &thresholds)
{
    QStringList texts;
    for (const int threshold : thresholds)
        texts.append(percentText(threshold));
    return texts.isEmpty() ? percentText({}) : texts.join(u", "_s);
}

int listBudgets(Cli &cli)
{
    const auto store = cli.openStore();
    const auto budgets = store ? (*store)->budgets() : std::unexpected(store.error());
    if (!budgets)
        return cli.fail(budgets.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Budget &budget : *budgets) {
        list.append(budgetToJson(budget));
        rows.append({budget.name, moneyText(budget.amount), budgetPeriodName(budget.period),
                     scopeText(budget), percentTexts(budget.thresholds),
                     percentTexts(budget.forecastThresholds), percentText(budget.failAt)});
    }
    if (cli.json)
        return cli.print({{u"budgets"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No budget yet. Add one with “budget add”.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Budget"), Texts::tr("Amount"), Texts::tr("Period"), Texts::tr("Scope"),
                    Texts::tr("Warns at"), Texts::tr("Forecast warns at"), Texts::tr("Fails at")},
                   rows, {1, 6});
    cli.out.flush();
    return 0;
}

QJsonObject standingToJson(const BudgetStanding &standing)
{
    QJsonObject object = budgetToJson(standing.budget);
    object.insert(u"range"_s,
                  QJsonObject{{u"from"_s, standing.period.from.toString(Qt::ISODate)},
                              {u"to"_s, standing.period.to.toString(Qt::ISODate)}});
    object.insert(u"spent"_s, moneyToJson(standing.spent));
    object.insert(u"percent"_s, standing.percent);
    object.insert(u"likely_at_least"_s, moneyOrNull(standing.likely));
    object.insert(u"failed"_s, standing.fails());
    object.insert(u"breach_date"_s,
                  standing.breachDay ? QJsonValue(standing.breachDay->toString(Qt::ISODate)) : QJsonValue());
    return object;
}

int checkBudgets(Cli &cli)
{
    const auto store = cli.openStore();
    const auto standings = store ? budgetStandings(**store, dayOf(cli.now(), QTimeZone::utc()))
                                 : std::unexpected(store.error());
    if (!standings)
        return cli.fail(standings.error());
    QJsonArray list;
    QList<QStringList> rows;
    bool failed = false;
    for (const BudgetStanding &standing : *standings) {
        list.append(standingToJson(standing));
        failed = failed || standing.fails();
        rows.append({standing.budget.name, moneyText(standing.spent), moneyText(standing.budget.amount),
                     percentText(standing.percent), standing.period.from.toString(Qt::ISODate),
                     standing.fails() ? Texts::tr("failed") : outlookText(standing)});
    }
    constexpr int FailedExit = 3;
    if (cli.json) {
        cli.print({{u"budgets"_s, list}, {u"failed"_s, failed}});
        return failed ? FailedExit : 0;
    }
    if (rows.isEmpty())
        cli.out << Texts::tr("No budget yet. Add one with “budget add”.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Budget"), Texts::tr("Spent"), Texts::tr("Of"), Texts::tr("Share"),
                    Texts::tr("Since"), Texts::tr("State")},
                   rows, {1, 2, 3});
    cli.out.flush();
    return failed ? FailedExit : 0;
}

} // namespace

QList<Command> budgetCommands()
{
    const OptionSpec name{u"name"_s, u"N"_s, Texts::tr("the budget's name, instead of the word")};
    return {
        {u"budget add"_s,
         {},
         Texts::tr("Sets a limit and the percentages of it that raise an alert."),
         {u"budget add --name \"All AI\" --amount 1500 --currency USD"_s,
          u"budget add --name Evals --amount 200 --currency USD --period week --scope project=proj_evals --fail-at 100"_s},
         budgetOptions(),
         0,
         0,
         addBudget},
        {u"budget list"_s, {}, Texts::tr("Every budget."), {u"budget list --json"_s}, {}, 0, 0, listBudgets},
        {u"budget edit"_s,
         u"NAME"_s,
         Texts::tr("Changes what the options name and leaves the rest."),
         {u"budget edit \"All AI\" --amount 2000"_s, u"budget edit Evals --scope all --fail-at none"_s},
         budgetOptions(),
         0,
         1,
         editBudget},
        {u"budget remove"_s,
         u"NAME"_s,
         Texts::tr("Takes a budget away; its alerts stay in the list."),
         {u"budget remove Evals"_s},
         {name},
         0,
         1,
         removeBudget},
        {u"budget check"_s,
         {},
         Texts::tr(
             "How every budget stands; exits with 3 when one has reached the percentage at which it fails."),
         {u"budget check"_s, u"budget check --json"_s},
         {},
         0,
         0,
         checkBudgets},
    };
}

} // namespace Costglass
