// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "engine/balancestanding.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// What an account tells, or else a plan.
QString sourceOf(const BalanceStanding &standing)
{
    return standing.account.id != 0 ? standing.account.label : standing.name;
}

QString ofName(Balance::Of of)
{
    switch (of) {
    case Balance::Of::Told:
        return u"told"_s;
    case Balance::Of::Paid:
        return u"paid"_s;
    case Balance::Of::Granted:
        return u"granted"_s;
    case Balance::Of::Used:
        return u"used"_s;
    }
    Q_UNREACHABLE();
}

QString amountOr(const std::optional<Money> &amount, const QString &unit)
{
    return amount ? amountText(*amount, unit) : u"–"_s;
}

QString dayOr(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : u"–"_s;
}

/// Those that are balances, or those that are quotas.
Result<QList<BalanceStanding>> readStandings(Cli &cli, bool balances)
{
    const auto store = cli.openStore();
    auto standings = store ? balanceStandings(**store, cli.now()) : std::unexpected(store.error());
    if (standings)
        standings->removeIf([&](const BalanceStanding &one) { return one.isBalance() != balances; });
    return standings;
}

int listBalances(Cli &cli)
{
    const auto standings = readStandings(cli, true);
    if (!standings)
        return cli.fail(standings.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const BalanceStanding &one : *standings) {
        list.append(QJsonObject{{u"account"_s, one.account.label},
                                {u"vendor"_s, one.account.vendor},
                                {u"name"_s, one.name},
                                {u"of"_s, ofName(one.of)},
                                {u"amount"_s, moneyOrNull(one.left)},
                                {u"daily_use"_s, moneyOrNull(one.dailyUse)},
                                {u"runs_out"_s, dayOrNull(one.runsOut)},
                                {u"at"_s, toRfc3339(one.at)}});
        rows.append({one.account.label, one.name, amountOr(one.left, {}), amountOr(one.dailyUse, {}),
                     dayOr(one.runsOut), toRfc3339(one.at)});
    }
    if (cli.json)
        return cli.print({{u"balances"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No balance yet. Add the account of a prepaid vendor and sync it.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Account"), Texts::tr("Balance"), Texts::tr("Left"), Texts::tr("A day"),
                    Texts::tr("Runs out"), Texts::tr("As of")},
                   rows, {2, 3});
    cli.out.flush();
    return 0;
}

/// Amounts of what is no money have no currency.
QJsonValue decimalOrNull(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonObject quotaToJson(const BalanceStanding &one)
{
    const bool isMoney = one.unit.isNull();
    const bool isPlans = one.account.id == 0;
    QJsonValue period;
    if (!one.period.isEmpty())
        period = QJsonObject{{u"from"_s, one.period.from.toString(Qt::ISODate)},
                             {u"to"_s, one.period.to.toString(Qt::ISODate)}};
    return {{u"account"_s, isPlans ? QJsonValue() : QJsonValue(one.account.label)},
            {u"vendor"_s, one.account.vendor},
            {u"name"_s, one.name},
            {u"unit"_s, isMoney ? one.used->currency().code() : one.unit},
            {u"used"_s, decimalOrNull(one.used)},
            {u"included"_s, decimalOrNull(one.included)},
            {u"left"_s, decimalOrNull(one.left)},
            {u"daily_use"_s, decimalOrNull(one.dailyUse)},
            {u"runs_out"_s, dayOrNull(one.runsOut)},
            {u"period"_s, period},
            {u"at"_s, instantOrNull(one.at)}};
}

int listQuotas(Cli &cli)
{
    const auto standings = readStandings(cli, false);
    if (!standings)
        return cli.fail(standings.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const BalanceStanding &one : *standings) {
        list.append(quotaToJson(one));
        const QString reset = one.period.isEmpty() ? u"–"_s : one.period.to.toString(Qt::ISODate);
        rows.append({sourceOf(one), one.name, amountOr(one.used, one.unit), amountOr(one.included, one.unit),
                     amountOr(one.left, one.unit), amountOr(one.dailyUse, one.unit), dayOr(one.runsOut),
                     reset});
    }
    if (cli.json)
        return cli.print({{u"quotas"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No quota yet. Accounts that count use bring theirs; “plan add --included” says "
                             "what a plan includes.")
                << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Account"), Texts::tr("Quota"), Texts::tr("Used"), Texts::tr("Included"),
                    Texts::tr("Left"), Texts::tr("A day"), Texts::tr("Runs out"), Texts::tr("Begins anew")},
                   rows, {2, 3, 4, 5});
    cli.out.flush();
    return 0;
}

} // namespace

QList<Command> balanceCommands()
{
    return {
        {u"balance"_s,
         {},
         Texts::tr("What is left of prepaid money, and until when at the use of the last two weeks."),
         {u"balance"_s, u"balance --json"_s},
         {},
         0,
         0,
         listBalances,
         u"{\"balances\":[{\"account\",\"vendor\",\"name\",\"of\":\"paid|granted|told\",\"amount\":{money},"
         u"\"daily_use\":{money}|null,\"runs_out\":\"D\"|null,\"at\":\"T\"}]}"_s},
        {u"quota"_s,
         {},
         Texts::tr("What counters say was used, of what plans include, and until when that lasts."),
         {u"quota"_s, u"quota --json"_s},
         {},
         0,
         0,
         listQuotas,
         u"{\"quotas\":[{\"account\":\"L\"|null,\"vendor\",\"name\",\"unit\":\"AI "
         u"points|USD\",\"used\":\"N\"|null,"
         u"\"included\":\"N\"|null,\"left\":\"N\"|null,\"daily_use\":\"N\"|null,\"runs_out\":\"D\"|null,"
         u"\"period\":{\"from\",\"to\"}|null,\"at\":\"T\"|null}]}"_s}};
}

} // namespace Costglass
