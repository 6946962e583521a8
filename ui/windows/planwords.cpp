// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/planwords.h"

#include "base/moneytext.h"
#include "engine/monthwords.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PlansPage)
};

constexpr int Soon = 7; ///< days
constexpr int Whole = 100; ///< percent
constexpr int Half = 50;

QString priceText(const PlanLine &line, const PlanTerms &terms)
{
    const QString price = moneyText(terms.price);
    const QString whole = terms.seats > 1 ? Texts::tr("%1 / seat").arg(price) : price;
    return line.plan.per == PlanPeriod::Year ? Texts::tr("%1 a year").arg(whole) : whole;
}

/// When it is paid next, or what has become of it.
QString renewsText(const PlanLine &line, QDate today)
{
    const Plan &plan = line.plan;
    if (line.next)
        return plan.end ? Texts::tr("%1, ends %2").arg(dayName(*line.next), dayName(*plan.end))
                        : dayName(*line.next);
    if (plan.per == PlanPeriod::Once)
        return Texts::tr("once, %1").arg(dayName(plan.start));
    return isRunning(plan, today) ? Texts::tr("ends %1").arg(dayName(*plan.end))
                                  : Texts::tr("ended %1").arg(dayName(*plan.end));
}

int percentOfPrice(Money worth, Money price)
{
    if (price.nanos() <= 0)
        return 0;
    return static_cast<int>(
        std::min(mulDivHalfEven(worth.nanos(), Whole, price.nanos()).value_or(0), qint64(9999)));
}

/// What is left, of how much.
QString leftText(const BalanceStanding &standing)
{
    if (standing.left && standing.included)
        return Texts::tr("%1 of %2")
            .arg(amountText(*standing.left, standing.unit.isNull() ? QString() : u""_s),
                 amountText(*standing.included, standing.unit));
    if (standing.left)
        return amountText(*standing.left, standing.unit);
    if (standing.used)
        return Texts::tr("%1 used").arg(amountText(*standing.used, standing.unit));
    return standing.included ? amountText(*standing.included, standing.unit) : u"–"_s;
}

QString endsText(const BalanceStanding &standing)
{
    if (standing.period.isEmpty())
        return standing.runsOut ? dayName(*standing.runsOut) : u"–"_s;
    const QString anew = dayName(standing.period.to);
    return standing.runsOutEarly() ? Texts::tr("%1 (anew %2)").arg(dayName(*standing.runsOut), anew)
                                   : Texts::tr("anew %1").arg(anew);
}

} // namespace

QString shortAmount(Money amount)
{
    const QString text = moneyText(amount);
    const QString nothing = QLocale().decimalPoint() + u"00"_s;
    return text.endsWith(nothing) ? text.chopped(nothing.size()) : text;
}

QString plansSentence(const PlansView &view)
{
    if (view.plans.isEmpty() && view.standings.isEmpty())
        return Texts::tr("No plan yet.");
    QStringList sums;
    for (const Money sum : view.sums)
        sums.append(moneyText(sum));
    const QString until = dayName(view.today.addDays(PlansView::DaysAhead));
    const QString all = sums.join(Texts::tr(" and ", "between amounts of two currencies"));
    if (sums.isEmpty())
        return view.runningOut > 0 ? Texts::tr("Nothing is due by %1; %n balance(s) or quota(s) end before.",
                                               nullptr, view.runningOut)
                                         .arg(until)
                                   : Texts::tr("Nothing is due by %1.").arg(until);
    return view.runningOut > 0 ? Texts::tr("%1 of plans are due by %2; %n balance(s) or quota(s) end before.",
                                           nullptr, view.runningOut)
                                     .arg(all, until)
                               : Texts::tr("%1 of plans are due by %2.").arg(all, until);
}

QString plansNote(const PlansView &view)
{
    if (view.plans.isEmpty())
        return Texts::tr("Plans are what you pay apart from metered use.");
    return Texts::tr("A plan's worth is what the use that it covers would have cost at API prices: an "
                     "equivalent, not a bill.");
}

QStringList planColumns()
{
    return {Texts::tr("Plan"),
            Texts::tr("Vendor"),
            Texts::tr("Price"),
            Texts::tr("Seats"),
            Texts::tr("A month"),
            Texts::tr("Renews"),

            Texts::tr("Worth at API prices"),
            QString()};
}

RowsModel::Row planRow(const PlanLine &line, QDate today)
{
    const Plan &plan = line.plan;
    const PlanTerms &terms = termsOn(plan, today);
    const bool recurs = plan.per != PlanPeriod::Once;
    const QString sign = plan.category == ChargeCategory::Credit ? u"−"_s : QString();
    RowsModel::Row row{{plan.name, vendorName(plan.vendor), sign + priceText(line, terms),
                        terms.seats > 1 ? QLocale().toString(terms.seats) : u"–"_s,
                        recurs ? moneyText(line.perMonth) : u"–"_s, renewsText(line, today),
                        line.worth ? moneyText(*line.worth) : u"–"_s},
                       plan.id};
    const int chip = static_cast<int>(row.cells.size());
    if (!plan.charged) {
        row.cells.append(Texts::tr("record only"));
        row.roles.insert({chip, ChipRole}, static_cast<int>(Tone::Plain));
    } else if (line.worth && line.sharesWorth) {
        row.cells.append(Texts::tr("all its plans", "worth of a vendor's plans together"));
        row.roles.insert({chip, ChipRole}, static_cast<int>(Tone::Plain));
    } else if (line.worth) {
        const int percent = percentOfPrice(*line.worth, line.perMonth);
        row.cells.append(percent >= Whole ? Texts::tr("worth it")
                                          : Texts::tr("%1 % used").arg(QLocale().toString(percent)));
        row.roles.insert({chip, ChipRole},
                         static_cast<int>(percent >= Whole      ? Tone::Good
                                              : percent >= Half ? Tone::Plain
                                                                : Tone::Warn));
    }
    return row;
}

QStringList standingColumns()
{
    return {Texts::tr("Account"), Texts::tr("What"), Texts::tr("Left"),
            Texts::tr("A day"),   Texts::tr("Ends"), QString()};
}

QString standingSource(const BalanceStanding &standing)
{
    return standing.account.id != 0 ? standing.account.label : standing.name;
}

RowsModel::Row standingRow(const BalanceStanding &standing, QDate today)
{
    RowsModel::Row row{{standingSource(standing),
                        standing.account.id != 0 ? standing.name : Texts::tr("included"), leftText(standing),
                        standing.dailyUse ? amountText(*standing.dailyUse, standing.unit) : u"–"_s,
                        endsText(standing)},
                       standing.account.id};
    if (!standing.runsOutEarly())
        return row;
    const int days = static_cast<int>(today.daysTo(*standing.runsOut));
    const int early = static_cast<int>(standing.runsOut->daysTo(standing.period.to));
    const int chip = static_cast<int>(row.cells.size());
    row.cells.append(standing.period.isEmpty() ? Texts::tr("%n day(s)", nullptr, std::max(0, days))
                                               : Texts::tr("%n day(s) early", nullptr, early));
    row.roles.insert({chip, ChipRole},
                     static_cast<int>(days <= Soon || !standing.period.isEmpty() ? Tone::Bad : Tone::Warn));
    return row;
}

} // namespace Costglass
