// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/accountstate.h"
#include "engine/budgetstanding.h"
#include "engine/fxrates.h"
#include "engine/monthwords.h"
#include "summaryquestion.h"

#include <QJsonArray>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// The answer to \a query, in the wanted currency when there is one.
Result<ConvertedSummary> answerTo(const Cli &cli, Store &store, const Query &query,
                                  const std::optional<Currency> &wanted)
{
    if (!wanted) {
        auto summary = store.summary(query);
        if (!summary)
            return std::unexpected(summary.error());
        return ConvertedSummary{*std::move(summary), {}, {}};
    }
    const auto rates = readFxRates(cli.dataFolder());
    if (!rates)
        return std::unexpected(rates.error());
    return summaryIn(store, query, *wanted, *rates);
}

QString nameKey(Dim dim)
{
    return dim == Dim::Account ? u"account_label"_s : dimName(dim) + u"_name"_s;
}

QJsonValue countOrNull(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonObject rowToJson(const Query &query, Measure measure, const SummaryRow &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < query.by.size(); ++i) {
        object.insert(dimName(query.by[i]), textOrNull(row.keys[i]));
        if (!row.names[i].isNull())
            object.insert(nameKey(query.by[i]), row.names[i]);
    }
    object.insert(u"cost"_s, moneyOrNull(row.cost));
    object.insert(u"kind"_s, row.kind ? QJsonValue(chargeKindName(*row.kind)) : QJsonValue());
    object.insert(u"input_tokens"_s, countOrNull(row.input));
    object.insert(u"cached_tokens"_s, countOrNull(row.cacheRead));
    object.insert(u"cache_write_tokens"_s, countOrNull(row.cacheWrite));
    object.insert(u"output_tokens"_s, countOrNull(row.output));
    object.insert(u"requests"_s, countOrNull(row.requests));
    if (measure == Measure::UnitCost)
        object.insert(u"unit_cost"_s, moneyOrNull(unitCost(row)));
    return object;
}

QJsonObject periodToJson(const DateRange &days)
{
    return {{u"from"_s, days.from.toString(Qt::ISODate)}, {u"to"_s, days.to.toString(Qt::ISODate)}};
}

QJsonArray totalsToJson(const Summary &summary)
{
    QJsonArray totals;
    for (const Total &total : summary.totals) {
        QJsonObject object = moneyToJson(total.cost);
        object.insert(u"kind"_s, chargeKindName(total.kind));
        totals.append(object);
    }
    return totals;
}

/// Per account, up to when its costs are known; and a warning for each that could not be read lately.
void freshness(Store &store, QJsonObject &completeTo, QJsonArray &warnings)
{
    for (const AccountState &state : accountStates(store).value_or(QList<AccountState>())) {
        completeTo.insert(state.account.label, instantOrNull(state.completeTo));
        for (const Error &error : state.errors)
            warnings.append(
                Texts::tr("%1: %2", "account: what happened").arg(state.account.label, errorSentence(error)));
    }
}

/// The budgets that fail, in the period that holds today or the last asked day before it.
Result<QStringList> failedBudgets(Store &store, const DateRange &days, qint64 now)
{
    const QDate day = std::min(dayOf(now, QTimeZone::utc()), days.to.addDays(-1));
    const auto standings = budgetStandings(store, day);
    if (!standings)
        return std::unexpected(standings.error());
    QStringList failed;
    for (const BudgetStanding &standing : *standings) {
        if (standing.fails())
            failed.append(Texts::tr("The budget “%1” is at %2 % of %3.")
                              .arg(standing.budget.name, QLocale().toString(standing.percent),
                                   moneyText(standing.budget.amount)));
    }
    return failed;
}

QString countText(const std::optional<qint64> &count)
{
    return count ? QLocale().toString(*count) : u"–"_s;
}

QString moneyOrDash(const std::optional<Money> &money)
{
    return money ? moneyText(*money) : u"–"_s;
}

/// What the same group cost in the other period; nothing when it is not there.
std::optional<Money> costBefore(const Summary &before, const SummaryRow &row)
{
    const auto same = std::find_if(before.rows.cbegin(), before.rows.cend(), [&row](const SummaryRow &other) {
        return other.cost && row.cost && other.keys == row.keys && other.kind == row.kind
            && other.cost->currency() == row.cost->currency();
    });
    return same == before.rows.cend() ? std::nullopt : same->cost;
}

void printTotals(Cli &cli, const Summary &summary, const std::optional<Summary> &compared)
{
    for (const Total &total : summary.totals)
        cli.out << Texts::tr("Total (%1): %2").arg(kindText(total.kind), moneyText(total.cost)) << '\n';
    if (summary.totals.isEmpty())
        cli.out << Texts::tr("Nothing is known of this period. “costglass-cli sync” asks the vendors.")
                << '\n';
    if (compared) {
        for (const Total &total : compared->totals)
            cli.out << Texts::tr("Before (%1): %2").arg(kindText(total.kind), moneyText(total.cost)) << '\n';
    }
    cli.out.flush();
}

void printText(Cli &cli, const Asked &asked, const ConvertedSummary &answer,
               const std::optional<ConvertedSummary> &before)
{
    const Summary &summary = answer.summary;
    const auto compared = before ? std::optional(before->summary) : std::nullopt;
    const bool unit = asked.measure == Measure::UnitCost;
    QStringList header;
    for (const Dim dim : asked.query.by)
        header.append(dimName(dim));
    QList<int> right;
    const auto add = [&header, &right](const QString &title) {
        right.append(static_cast<int>(header.size()));
        header.append(title);
    };
    add(Texts::tr("Cost"));
    if (compared)
        add(Texts::tr("Before"));
    if (unit)
        add(Texts::tr("Per million tokens"));
    header.append(Texts::tr("Kind"));
    for (const QString &title : {Texts::tr("Input"), Texts::tr("Cached"), Texts::tr("Cache writes"),
                                 Texts::tr("Output"), Texts::tr("Requests")})
        add(title);
    QList<QStringList> rows;
    for (const SummaryRow &row : summary.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.keys.size(); ++i)
            cells.append(!row.names[i].isNull() ? row.names[i] : row.keys[i].isNull() ? u"–"_s : row.keys[i]);
        cells.append(moneyOrDash(row.cost));
        if (compared)
            cells.append(moneyOrDash(costBefore(*compared, row)));
        if (unit)
            cells.append(moneyOrDash(unitCost(row)));
        cells += {row.kind ? kindText(*row.kind) : QString(),
                  countText(row.input),
                  countText(row.cacheRead),
                  countText(row.cacheWrite),
                  countText(row.output),
                  countText(row.requests)};
        rows.append(cells);
    }
    if (!rows.isEmpty())
        printTable(cli.out, header, rows, right);
    printTotals(cli, summary, compared);
    for (const FxRate &rate : answer.rates)
        cli.out << rateSentence(rate) << '\n';
    cli.out.flush();
}

/// The answer for programs.
QJsonObject answerToJson(const Asked &asked, const ConvertedSummary &answer,
                         const std::optional<ConvertedSummary> &compared)
{
    const Summary &summary = answer.summary;
    QJsonArray rates;
    for (const ConvertedSummary *some : {&answer, compared ? &*compared : nullptr}) {
        for (const FxRate &rate : some ? some->rates : QList<FxRate>())
            rates.append(rateToJson(rate));
    }
    const auto rowsToJson = [&asked](const Summary &some) {
        QJsonArray rows;
        for (const SummaryRow &row : some.rows)
            rows.append(rowToJson(asked.query, asked.measure, row));
        return rows;
    };
    QJsonArray by;
    for (const Dim dim : asked.query.by)
        by.append(dimName(dim));
    QJsonObject object{{u"period"_s, periodToJson(asked.query.days)},
                       {u"by"_s, by},
                       {u"currency"_s, asked.currency ? QJsonValue(asked.currency->code()) : QJsonValue()},
                       {u"rows"_s, rowsToJson(summary)},
                       {u"totals"_s, totalsToJson(summary)},
                       {u"rates"_s, rates}};
    if (compared) {
        object.insert(u"compared"_s,
                      QJsonObject{{u"period"_s, periodToJson(*asked.compared)},
                                  {u"rows"_s, rowsToJson(compared->summary)},
                                  {u"totals"_s, totalsToJson(compared->summary)}});
    }
    return object;
}

/// The same question about the period to compare with; nothing when none was asked for.
Result<std::optional<ConvertedSummary>> answerBefore(const Cli &cli, Store &store, const Asked &asked)
{
    if (!asked.compared)
        return std::optional<ConvertedSummary>();
    Query before = asked.query;
    before.days = *asked.compared;
    auto answer = answerTo(cli, store, before, asked.currency);
    if (!answer)
        return std::unexpected(answer.error());
    rank(before, asked.measure, 0, answer->summary.rows);
    return *std::move(answer);
}

/// Says when the newest rate is much older than what it converted.
void warnOfOldRates(const ConvertedSummary &answer, QJsonArray &warnings)
{
    if (answer.stale)
        warnings.append(
            Texts::tr("Later days were converted with the rates of %1, the newest here. “costglass-cli fx "
                      "update” asks for newer ones.")
                .arg(answer.stale->toString(Qt::ISODate)));
}

int summarize(Cli &cli)
{
    const auto asked = readQuestion(cli.arguments, cli.now());
    if (!asked)
        return cli.badUsage(asked.error());
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    auto answer = answerTo(cli, **store, asked->query, asked->currency);
    if (!answer)
        return cli.fail(answer.error());
    rank(asked->query, asked->measure, asked->top, answer->summary.rows);
    const auto compared = answerBefore(cli, **store, *asked);
    if (!compared)
        return cli.fail(compared.error());
    QJsonObject completeTo;
    QJsonArray warnings;
    freshness(**store, completeTo, warnings);
    warnOfOldRates(*answer, warnings);
    int code = 0;
    if (cli.arguments.has(u"fail-on-budget"_s)) {
        const auto failed = failedBudgets(**store, asked->query.days, cli.now());
        if (!failed)
            return cli.fail(failed.error());
        for (const QString &sentence : *failed)
            warnings.append(sentence);
        constexpr int FailedExit = 3;
        code = failed->isEmpty() ? 0 : FailedExit;
    }
    if (cli.json) {
        QJsonObject object = answerToJson(*asked, *answer, *compared);
        object.insert(u"complete_to"_s, completeTo);
        object.insert(u"warnings"_s, warnings);
        cli.print(object);
        return code;
    }
    printText(cli, *asked, *answer, *compared);
    for (const QJsonValue &warning : std::as_const(warnings))
        cli.err << warning.toString() << '\n';
    cli.err.flush();
    return code;
}

} // namespace

QList<Command> summaryCommands()
{
    return {{u"summary"_s,
             {},
             Texts::tr("What was spent, grouped as you ask."),
             {u"summary --by vendor,model"_s, u"summary --month 2026-10 --by project --top 5"_s,
              u"summary --by model --measure unit-cost --compare previous"_s,
              u"summary --from 2026-11-01 --to 2026-11-08 --by day --json"_s},
             {{u"month"_s, u"YYYY-MM"_s, Texts::tr("a month; the present one when no period is given")},
              {u"from"_s, u"D"_s, Texts::tr("first day")},
              {u"to"_s, u"D"_s, Texts::tr("day after the last")},
              {u"year"_s, u"YYYY"_s, Texts::tr("a whole year")},
              {u"by"_s, u"DIM,…"_s,
               Texts::tr("group by vendor (when nothing is said), account, service, model, project, key, "
                         "user, category, region, tier, kind, "
                         "day, week, month")},
              {u"measure"_s, u"M"_s,
               Texts::tr("rank by cost, tokens, requests or unit-cost (cost per million tokens)")},
              {u"currency"_s, u"C"_s, Texts::tr("convert everything into C, each day at its rate")},
              {u"where"_s, u"DIM=VALUE"_s,
               Texts::tr("only rows with this value; empty = the vendor gave none; may be repeated")},
              {u"kind"_s, u"K"_s, Texts::tr("only money that is billed, estimated, equivalent or entered")},
              {u"top"_s, u"N"_s, Texts::tr("the N largest rows")},
              {u"compare"_s, u"P"_s, Texts::tr("previous or year: the same for that period beside it")},
              {u"fail-on-budget"_s, {}, Texts::tr("exit with 3 when a budget fails")}},
             0,
             0,
             summarize}};
}

} // namespace Costglass
