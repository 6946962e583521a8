// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planoptions.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/monthwords.h"
#include "engine/plandocuments.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QDate todayOf(const Cli &cli)
{
    return dayOf(cli.now(), QTimeZone::utc());
}

Result<Plan> findPlan(Store &store, const QString &name)
{
    const auto plans = store.plans();
    if (!plans)
        return std::unexpected(plans.error());
    QStringList names;
    for (const Plan &plan : *plans) {
        if (plan.name == name)
            return plan;
        names.append(plan.name);
    }
    return failure(Error::Kind::Config, Texts::tr("There is no plan “%1”.").arg(name),
                   names.isEmpty() ? Texts::tr("There is none yet: add one with “plan add”.")
                                   : Texts::tr("There are: %1.").arg(names.join(u", "_s)));
}

QJsonObject termsToJson(const PlanTerms &terms)
{
    return {{u"from"_s, terms.from.toString(Qt::ISODate)},
            {u"price"_s, moneyToJson(terms.price)},
            {u"seats"_s, terms.seats},
            {u"tax"_s, moneyToJson(terms.tax)}};
}

/// A payment's whole amount; nothing when there is none to come.
std::optional<Money> nextAmount(const Plan &plan, const std::optional<QDate> &day)
{
    const auto payments = day ? renewalsOf(plan, {*day, day->addDays(1)}) : QList<Renewal>();
    if (!payments || payments->isEmpty())
        return std::nullopt;
    const auto whole = payments->first().cost.plus(payments->first().tax);
    return whole ? std::optional(*whole) : std::nullopt;
}

QJsonObject planToJson(const Plan &plan, QDate today)
{
    const PlanTerms &terms = termsOn(plan, today);
    const auto next = nextRenewal(plan, today);
    const auto perMonth = pricePerMonth(plan, today);
    QJsonArray included;
    for (const PlanQuota &quota : plan.included)
        included.append(QJsonObject{{u"amount"_s, quota.amount.toDecimal()}, {u"unit"_s, quota.unit}});
    QJsonArray history;
    for (const PlanTerms &one : plan.terms)
        history.append(termsToJson(one));
    const bool recurs = plan.per != PlanPeriod::Once;
    return {{u"name"_s, plan.name},
            {u"vendor"_s, plan.vendor},
            {u"category"_s, chargeCategoryName(plan.category)},
            {u"per"_s, planPeriodName(plan.per)},
            {u"price"_s, moneyToJson(terms.price)},
            {u"seats"_s, terms.seats},
            {u"tax"_s, moneyToJson(terms.tax)},
            {u"per_month"_s, recurs && perMonth ? QJsonValue(moneyToJson(*perMonth)) : QJsonValue()},
            {u"start"_s, plan.start.toString(Qt::ISODate)},
            {u"end"_s, dayOrNull(plan.end)},
            {u"running"_s, isRunning(plan, today)},
            {u"next_renewal"_s, dayOrNull(next)},
            {u"next_amount"_s, moneyOrNull(nextAmount(plan, next))},
            {u"included"_s, included},
            {u"invoice"_s, plan.invoice.isEmpty() ? QJsonValue() : QJsonValue(plan.invoice)},
            {u"document"_s, plan.document.isEmpty() ? QJsonValue() : QJsonValue(plan.document)},
            {u"charged"_s, plan.charged},
            {u"terms"_s, history}};
}

int keepPlan(Cli &cli, Store &store, const Plan &plan)
{
    const auto saved = store.savePlan(plan, cli.now());
    const auto dropped = dropUnusedDocuments(store, cli.dataFolder());
    if (!saved || !dropped)
        return cli.failOn(saved ? dropped.error() : saved.error());
    if (cli.json)
        return cli.print(planToJson(*saved, todayOf(cli)));
    const auto next = nextRenewal(*saved, todayOf(cli));
    const auto amount = nextAmount(*saved, next);
    cli.out << (amount ? Texts::tr("Kept the plan “%1”. Next payment: %2 on %3.")
                             .arg(saved->name, moneyText(*amount), next->toString(Qt::ISODate))
                       : Texts::tr("Kept “%1”. There is no further payment.").arg(saved->name))
            << '\n';
    cli.out.flush();
    return 0;
}

int addPlan(Cli &cli)
{
    const auto plan = readNewPlan(cli);
    if (!plan)
        return cli.failOn(plan.error());
    const auto store = cli.openStore();
    return store ? keepPlan(cli, **store, *plan) : cli.fail(store.error());
}

int editPlan(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto known = findPlan(**store, cli.arguments.word(0));
    const auto plan = known ? readEditedPlan(cli, *known) : known;
    return plan ? keepPlan(cli, **store, *plan) : cli.failOn(plan.error());
}

int removePlan(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto plan = findPlan(**store, cli.arguments.word(0));
    const auto removed = plan ? (*store)->removePlan(plan->id, cli.now()) : std::unexpected(plan.error());
    const auto dropped = removed ? dropUnusedDocuments(**store, cli.dataFolder()) : removed;
    if (!dropped)
        return cli.failOn(dropped.error());
    if (cli.json)
        return cli.print({{u"removed"_s, plan->name}});
    cli.out << Texts::tr("Removed “%1” and all that it was charged with. To keep past charges, end a plan "
                         "instead: plan edit NAME --end D.")
                   .arg(plan->name)
            << '\n';
    cli.out.flush();
    return 0;
}

/// A credit takes its amount off.
QString signedPrice(const Plan &plan, const PlanTerms &terms)
{
    const bool isCredit = plan.category == ChargeCategory::Credit;
    return moneyText(isCredit ? terms.price.negated().value_or(terms.price) : terms.price);
}

int listPlans(Cli &cli)
{
    const auto store = cli.openStore();
    const auto plans = store ? (*store)->plans() : std::unexpected(store.error());
    if (!plans)
        return cli.fail(plans.error());
    const QDate today = todayOf(cli);
    QJsonArray list;
    QList<QStringList> rows;
    for (const Plan &plan : *plans) {
        list.append(planToJson(plan, today));
        const PlanTerms &terms = termsOn(plan, today);
        const auto next = nextRenewal(plan, today);
        QStringList included;
        for (const PlanQuota &quota : plan.included)
            included.append(quotaText(quota));
        rows.append({plan.name, vendorName(plan.vendor), signedPrice(plan, terms), planPeriodName(plan.per),
                     QString::number(terms.seats),
                     next                               ? next->toString(Qt::ISODate)
                         : plan.per == PlanPeriod::Once ? u"–"_s
                                                        : Texts::tr("ended"),
                     included.isEmpty() ? u"–"_s : included.join(u", "_s)});
    }
    if (cli.json)
        return cli.print({{u"plans"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No plan yet. Add one with “plan add”.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Plan"), Texts::tr("Vendor"), Texts::tr("Price"), Texts::tr("Per"),
                    Texts::tr("Seats"), Texts::tr("Renews"), Texts::tr("Included")},
                   rows, {2, 4});
    cli.out.flush();
    return 0;
}

const QString &planAnswer()
{
    static const QString answer
        = u"{\"name\",\"vendor\",\"category\",\"per\":\"month|year|once\",\"price\":{money},\"seats\":n,"
          u"\"tax\":{money},"
          u"\"per_month\":{money}|null,\"start\":\"D\",\"end\":\"D\"|null,\"running\":true|false,"
          u"\"next_renewal\":\"D\"|null,\"next_amount\":{money}|null,\"included\":[{\"amount\":\"N\","
          u"\"unit\"}],"
          u"\"invoice\":\"N\"|null,\"document\":\"SHA-256\"|null,\"charged\":true|false,"
          u"\"terms\":[{\"from\":\"D\",\"price\",\"seats\",\"tax\"}]}"_s;
    return answer;
}

} // namespace

QList<Command> planCommands()
{
    const QList<OptionSpec> adding{{u"per"_s, u"P"_s, Texts::tr("month, year or once")},
                                   {u"currency"_s, u"C"_s, Texts::tr("of the price (USD)")}};
    const QList<OptionSpec> editing{
        {u"name"_s, u"N"_s, Texts::tr("the new name")},
        {u"from"_s, u"D"_s,
         Texts::tr(
             "the day from which price, seats and tax hold: the next payment when nothing is said; a past "
             "one changes what was charged since")}};
    return {
        {u"plan list"_s,
         {},
         Texts::tr("Every subscription, purchase, credit, tax and invoice that was entered."),
         {u"plan list"_s, u"plan list --json"_s},
         {},
         0,
         0,
         listPlans,
         u"{\"plans\":[PLAN,…]}, PLAN: "_s + planAnswer()},
        {u"plan add"_s,
         u"NAME"_s,
         Texts::tr(
             "Enters what you pay a vendor apart from its metered bill; it is charged on each of its days."),
         {u"plan add \"ChatGPT Business\" --vendor openai --price 25 --per month --start 2026-09-03 --seats 12"_s,
          u"plan add \"AI suite\" --vendor lanying --price 1999 --currency CNY --per month --start 2026-03-15 --included \"10000 AI points\""_s,
          u"plan add \"Trial credit\" --vendor google --price 300 --per once --start 2026-11-09 --as credit"_s},
         adding + planOptions(),
         1,
         1,
         addPlan,
         planAnswer()},
        {u"plan edit"_s,
         u"NAME"_s,
         Texts::tr("Changes what the options name; what was charged before stays as it was."),
         {u"plan edit \"ChatGPT Business\" --seats 14"_s, u"plan edit \"AI suite\" --end 2027-03-15"_s},
         editing + planOptions(),
         1,
         1,
         editPlan,
         planAnswer()},
        {u"plan remove"_s,
         u"NAME"_s,
         Texts::tr("Takes a plan away with all that it was charged with."),
         {u"plan remove \"Trial credit\""_s},
         {},
         1,
         1,
         removePlan},
    };
}

} // namespace Costglass
