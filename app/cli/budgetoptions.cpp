// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budgetoptions.h"

#include "store/query.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

std::unexpected<Error> misused(const QString &detail, const QString &remedy = {})
{
    return failure(Error::Kind::Config, detail, remedy);
}

Result<int> readPercent(const QString &text, const QString &option)
{
    constexpr int Most = 1000;
    bool valid = false;
    const int percent = text.trimmed().toInt(&valid);
    if (!valid || percent < 1 || percent > Most)
        return misused(Texts::tr("--%1 is a whole percentage from 1 to %2, not “%3”.")
                           .arg(option, QString::number(Most), text));
    return percent;
}

/// The percentages that an option lists, rising; "none" is none.
Result<QList<int>> readThresholds(const Arguments &arguments, const QString &option)
{
    const QString text = arguments.values(option).join(u',');
    QList<int> thresholds;
    for (const QString &part : text == u"none" ? QStringList() : text.split(u',')) {
        const auto percent = readPercent(part, option);
        if (!percent)
            return std::unexpected(percent.error());
        if (!thresholds.contains(*percent))
            thresholds.append(*percent);
    }
    std::sort(thresholds.begin(), thresholds.end());
    return thresholds;
}

Result<Qt::DayOfWeek> readWeekStart(const QString &name)
{
    const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                            u"friday"_s, u"saturday"_s, u"sunday"_s};
    const auto index = names.indexOf(name.toLower());
    if (index < 0)
        return misused(Texts::tr("--week-start is a day like monday, not “%1”.").arg(name));
    return static_cast<Qt::DayOfWeek>(index + 1);
}

/// What a scope can name: everything that a row has but its time.
bool canScope(Dim dim)
{
    return dim != Dim::Day && dim != Dim::Week && dim != Dim::Month;
}

Result<void> readScope(const QStringList &conditions, Budget &budget)
{
    budget.scope.clear();
    if (conditions == QStringList{u"all"_s})
        return {};
    for (const QString &condition : conditions) {
        const QString name = condition.section(u'=', 0, 0);
        const QString value = condition.section(u'=', 1);
        const auto dim = dimFromName(name);
        if (!condition.contains(u'='))
            return misused(Texts::tr("--scope is written DIM=VALUE or “all”, not “%1”.").arg(condition));
        if (!dim || !canScope(*dim))
            return misused(Texts::tr("A budget cannot be limited by “%1”.").arg(name),
                           Texts::tr("There are: vendor, account, service, model, project, key, user, "
                                     "category, region, tier, kind."));
        if (*dim == Dim::Kind && !chargeKindFromName(value))
            return misused(Texts::tr("The kind is billed, estimated, equivalent or entered."));
        if (budget.scope.contains(name))
            return misused(
                Texts::tr("--scope %1=… is given twice; a budget takes one value of each.").arg(name));
        budget.scope.insert(name, value.isEmpty() ? QString() : value);
    }
    return {};
}

Result<void> readAmount(const Arguments &arguments, Budget &budget)
{
    Currency currency = budget.amount.currency();
    if (arguments.has(u"currency"_s)) {
        const auto read = Currency::fromCode(arguments.value(u"currency"_s));
        if (!read)
            return std::unexpected(read.error());
        currency = *read;
    }
    const QString text
        = arguments.has(u"amount"_s) ? arguments.value(u"amount"_s) : budget.amount.toDecimal();
    const auto amount = Money::parse(text, currency);
    if (!amount)
        return std::unexpected(amount.error());
    if (amount->nanos() <= 0)
        return misused(Texts::tr("--amount must be more than zero."));
    budget.amount = *amount;
    return {};
}

} // namespace

Result<void> applyBudgetOptions(const Arguments &arguments, Budget &budget)
{
    const auto amount = readAmount(arguments, budget);
    if (!amount)
        return amount;
    if (arguments.has(u"period"_s)) {
        const auto period = budgetPeriodFromName(arguments.value(u"period"_s));
        if (!period)
            return misused(Texts::tr("--period is week, month, quarter or year."));
        budget.period = *period;
    }
    if (arguments.has(u"week-start"_s)) {
        const auto day = readWeekStart(arguments.value(u"week-start"_s));
        if (!day)
            return std::unexpected(day.error());
        budget.weekStart = *day;
    }
    if (arguments.has(u"scope"_s)) {
        const auto scope = readScope(arguments.values(u"scope"_s), budget);
        if (!scope)
            return scope;
    }
    for (const auto &[option, member] : {QPair(u"threshold"_s, &Budget::thresholds),
                                         QPair(u"forecast-threshold"_s, &Budget::forecastThresholds)}) {
        if (!arguments.has(option))
            continue;
        const auto thresholds = readThresholds(arguments, option);
        if (!thresholds)
            return std::unexpected(thresholds.error());
        budget.*member = *thresholds;
    }
    const QString failAt = arguments.value(u"fail-at"_s);
    if (failAt == u"none") {
        budget.failAt.reset();
    } else if (arguments.has(u"fail-at"_s)) {
        const auto percent = readPercent(failAt, u"fail-at"_s);
        if (!percent)
            return std::unexpected(percent.error());
        budget.failAt = *percent;
    }
    return {};
}

QList<OptionSpec> budgetOptions()
{
    return {
        {u"name"_s, u"N"_s, Texts::tr("the budget's name; with a NAME before it, the new one")},
        {u"amount"_s, u"A"_s, Texts::tr("how much may be spent in each period")},
        {u"currency"_s, u"C"_s, Texts::tr("its currency, like USD")},
        {u"period"_s, u"P"_s, Texts::tr("week, month, quarter or year (month when nothing is said)")},
        {u"scope"_s, u"DIM=VALUE"_s,
         Texts::tr("only what has this value; may be repeated with other dimensions; “all” = everything")},
        {u"week-start"_s, u"DAY"_s, Texts::tr("the day on which a week begins (monday)")},
        {u"threshold"_s, u"P,…"_s, Texts::tr("percentages at which to warn (50,80,100); or none")},
        {u"forecast-threshold"_s, u"P,…"_s,
         Texts::tr(
             "percentages at which to warn as soon as spend is at least 80 % likely to reach them by the "
             "period's end; or none (the default)")},
        {u"fail-at"_s, u"P"_s, Texts::tr("percentage from which “budget check” exits with 3; or none")}};
}

} // namespace Costglass
