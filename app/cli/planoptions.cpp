// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planoptions.h"

#include "engine/plandocuments.h"
#include "vendors/registry.h"

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

/// Puts an amount of the plan's currency into \a amount when the option is given.
Result<void> readMoney(const Arguments &arguments, const QString &option, Money &amount)
{
    if (!arguments.has(option))
        return {};
    const auto read = Money::parse(arguments.value(option), amount.currency());
    if (!read)
        return misused(
            Texts::tr("--%1 is an amount like 20 or 19.99, not “%2”.").arg(option, arguments.value(option)));
    amount = *read;
    return {};
}

Result<void> readDay(const Arguments &arguments, const QString &option, QDate &day)
{
    if (!arguments.has(option))
        return {};
    const auto read = parseDay(arguments.value(option));
    if (!read)
        return std::unexpected(read.error());
    day = *read;
    return {};
}

Result<void> readTerms(const Arguments &arguments, PlanTerms &terms)
{
    for (const auto &read :
         {readMoney(arguments, u"price"_s, terms.price), readMoney(arguments, u"tax"_s, terms.tax)}) {
        if (!read)
            return read;
    }
    if (!arguments.has(u"seats"_s))
        return {};
    bool valid = false;
    terms.seats = arguments.value(u"seats"_s).toLongLong(&valid);
    if (!valid)
        return misused(Texts::tr("--seats is a whole number, not “%1”.").arg(arguments.value(u"seats"_s)));
    return {};
}

Result<void> readKind(const Arguments &arguments, Plan &plan)
{
    if (!arguments.has(u"as"_s))
        return {};
    const QString word = arguments.value(u"as"_s);
    const QMap<QString, ChargeCategory> kinds{{u"purchase"_s, ChargeCategory::Purchase},
                                              {u"credit"_s, ChargeCategory::Credit},
                                              {u"tax"_s, ChargeCategory::Tax}};
    if (!kinds.contains(word))
        return misused(Texts::tr("--as is purchase, credit or tax, not “%1”.").arg(word));
    plan.category = kinds[word];
    return {};
}

Result<void> readEnd(const Arguments &arguments, Plan &plan)
{
    if (arguments.value(u"end"_s) == u"none") {
        plan.end.reset();
        return {};
    }
    QDate end = plan.end.value_or(QDate());
    const auto read = readDay(arguments, u"end"_s, end);
    if (end.isValid())
        plan.end = end;
    return read;
}

Result<void> readIncluded(const Arguments &arguments, Plan &plan)
{
    if (!arguments.has(u"included"_s))
        return {};
    plan.included.clear();
    const QStringList texts = arguments.values(u"included"_s);
    for (const QString &text : texts == QStringList{u"none"_s} ? QStringList() : texts) {
        const auto quota = parseQuota(text);
        if (!quota)
            return std::unexpected(quota.error());
        plan.included.append(*quota);
    }
    return {};
}

/// What "plan add" and "plan edit" have in common, without terms and days.
Result<void> readOptions(const Cli &cli, Plan &plan)
{
    const Arguments &arguments = cli.arguments;
    if (arguments.has(u"vendor"_s))
        plan.vendor = vendorMeant(arguments.value(u"vendor"_s));
    if (arguments.has(u"invoice"_s))
        plan.invoice = arguments.value(u"invoice"_s).trimmed();
    if (arguments.has(u"record-only"_s))
        plan.charged = false;
    for (const auto &read :
         {readKind(arguments, plan), readEnd(arguments, plan), readIncluded(arguments, plan)}) {
        if (!read)
            return read;
    }
    if (!arguments.has(u"document"_s))
        return {};
    const auto document = keepDocument(cli.dataFolder(), arguments.value(u"document"_s));
    if (!document)
        return std::unexpected(document.error());
    plan.document = *document;
    return {};
}

} // namespace

Result<Plan> readNewPlan(const Cli &cli)
{
    const Arguments &arguments = cli.arguments;
    for (const QString &option : {u"vendor"_s, u"price"_s, u"per"_s, u"start"_s}) {
        if (!arguments.has(option))
            return misused(Texts::tr("“plan add” needs --%1.").arg(option));
    }
    const auto per = planPeriodFromName(arguments.value(u"per"_s));
    if (!per)
        return misused(Texts::tr("--per is month, year or once, not “%1”.").arg(arguments.value(u"per"_s)));
    const auto currency
        = Currency::fromCode(arguments.has(u"currency"_s) ? arguments.value(u"currency"_s) : u"USD"_s);
    if (!currency)
        return misused(currency.error().detail);
    Plan plan;
    plan.name = arguments.word(0).trimmed();
    plan.per = *per;
    const auto day = readDay(arguments, u"start"_s, plan.start);
    PlanTerms terms{.from = plan.start, .price = Money::zero(*currency), .tax = Money::zero(*currency)};
    const auto read = day ? readTerms(arguments, terms) : day;
    const auto options = read ? readOptions(cli, plan) : read;
    if (!options)
        return std::unexpected(options.error());
    plan.terms = {terms};
    return plan;
}

Result<Plan> readEditedPlan(const Cli &cli, Plan plan)
{
    const Arguments &arguments = cli.arguments;
    if (arguments.has(u"name"_s))
        plan.name = arguments.value(u"name"_s).trimmed();
    QDate start = plan.start;
    const auto moved = readDay(arguments, u"start"_s, start);
    if (moved && start != plan.start)
        moveStart(plan, start);
    const auto options = moved ? readOptions(cli, plan) : moved;
    QDate from = changeDay(plan, dayOf(cli.now(), QTimeZone::utc()));
    const auto day = options ? readDay(arguments, u"from"_s, from) : options;
    from = std::max(from, plan.start);
    PlanTerms terms = termsOn(plan, from);
    terms.from = from;
    const auto read = day ? readTerms(arguments, terms) : day;
    if (!read)
        return std::unexpected(read.error());
    if (arguments.has(u"price"_s) || arguments.has(u"seats"_s) || arguments.has(u"tax"_s))
        changeTerms(plan, terms);
    return plan;
}

QList<OptionSpec> planOptions()
{
    return {{u"vendor"_s, u"V"_s, Texts::tr("whom you pay: a vendor's id or any name")},
            {u"price"_s, u"P"_s, Texts::tr("of one seat and period")},
            {u"seats"_s, u"N"_s, Texts::tr("how many (1 when nothing is said)")},
            {u"tax"_s, u"T"_s, Texts::tr("tax of all seats and one period, on top of the price")},
            {u"start"_s, u"D"_s, Texts::tr("the day of the first payment; the others follow from it")},
            {u"end"_s, u"D"_s, Texts::tr("the first day on which nothing is paid any more; or none")},
            {u"included"_s, u"\"N UNIT\""_s,
             Texts::tr("what a period includes, like \"10000 AI points\"; may be repeated; or none")},
            {u"as"_s, u"K"_s, Texts::tr("purchase (when nothing is said), credit or tax")},
            {u"invoice"_s, u"N"_s, Texts::tr("number of the vendor's invoice")},
            {u"document"_s, u"FILE"_s, Texts::tr("the invoice as PDF; a copy is kept in the data folder")},
            {u"record-only"_s,
             {},
             Texts::tr("charge nothing: a synced or imported bill has the amounts already")}};
}

} // namespace Costglass
