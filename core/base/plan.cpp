// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/plan.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Plans)
};

constexpr qint64 MostSeats = 1'000'000;
constexpr int EarliestYear = 2000;
constexpr int MonthsPerYear = 12;

Error wrong(const QString &what, const QString &remedy)
{
    return {Error::Kind::Config, what, remedy};
}

/// The day of the payment after \a count others.
QDate paymentDay(const Plan &plan, int count)
{
    switch (plan.per) {
    case PlanPeriod::Once:
        return count == 0 ? plan.start : QDate();
    case PlanPeriod::Month:
        return plan.start.addMonths(count);
    case PlanPeriod::Year:
        return plan.start.addYears(count);
    }
    Q_UNREACHABLE();
}

std::optional<Error> termsProblem(const Plan &plan, const PlanTerms &terms)
{
    if (terms.price.nanos() <= 0)
        return wrong(Texts::tr("The price must be more than zero."),
                     Texts::tr("A credit is entered as one, with the amount that it takes off."));
    if (terms.tax.isNegative())
        return wrong(Texts::tr("The tax cannot be less than zero."),
                     Texts::tr("Leave it out when there is none."));
    if (terms.seats < 1 || terms.seats > MostSeats)
        return wrong(Texts::tr("Seats are a whole number from 1 to %1.").arg(MostSeats),
                     Texts::tr("Leave them out when the price is for everybody."));
    if (terms.price.currency() != plan.currency() || terms.tax.currency() != plan.currency())
        return wrong(Texts::tr("A plan has one currency."),
                     Texts::tr("End it and add another for the new currency."));
    const auto whole = terms.price.times(terms.seats);
    const auto sum = whole ? whole->plus(terms.tax) : whole;
    return sum ? std::nullopt : std::optional(sum.error());
}

Result<Renewal> renewalAt(const Plan &plan, int count)
{
    const QDate day = paymentDay(plan, count);
    const PlanTerms &terms = termsOn(plan, day);
    const bool isCredit = plan.category == ChargeCategory::Credit;
    const auto cost = terms.price.times(isCredit ? -terms.seats : terms.seats);
    if (!cost)
        return std::unexpected(cost.error());
    const QDate until = plan.per == PlanPeriod::Once ? day.addDays(1) : paymentDay(plan, count + 1);
    return Renewal{day, until, *cost, terms.tax, terms.seats};
}

} // namespace

std::optional<Error> planProblem(const Plan &plan)
{
    if (plan.name.trimmed().isEmpty())
        return wrong(Texts::tr("The plan needs a name."),
                     Texts::tr("Take the vendor's, for example “ChatGPT Business”."));
    if (plan.vendor.trimmed().isEmpty())
        return wrong(Texts::tr("The plan needs a vendor."), Texts::tr("Say whom you pay."));
    if (!plan.start.isValid() || plan.start.year() < EarliestYear)
        return wrong(Texts::tr("The plan needs the day on which it was first paid."),
                     Texts::tr("Write it like 2026-11-03."));
    if (plan.end && *plan.end <= plan.start)
        return wrong(Texts::tr("The plan would end before it starts."),
                     Texts::tr("The end is the first day on which nothing is paid any more."));
    if (plan.terms.isEmpty() || plan.terms.first().from != plan.start)
        return wrong(Texts::tr("The plan has no price on its first day."), Texts::tr("Give it one."));
    for (const PlanTerms &terms : plan.terms) {
        if (const auto problem = termsProblem(plan, terms))
            return problem;
    }
    return std::nullopt;
}

Result<QList<Renewal>> renewalsOf(const Plan &plan, const DateRange &days)
{
    QList<Renewal> renewals;
    const QDate end = plan.end ? std::min(*plan.end, days.to) : days.to;
    for (int count = 0;; ++count) {
        const QDate day = paymentDay(plan, count);
        if (!day.isValid() || day >= end)
            return renewals;
        if (day < days.from)
            continue;
        const auto renewal = renewalAt(plan, count);
        if (!renewal)
            return std::unexpected(renewal.error());
        renewals.append(*renewal);
    }
}

std::optional<QDate> nextRenewal(const Plan &plan, QDate day)
{
    for (int count = 0;; ++count) {
        const QDate payment = paymentDay(plan, count);
        if (!payment.isValid() || (plan.end && payment >= *plan.end))
            return std::nullopt;
        if (payment > day)
            return payment;
    }
}

bool isRunning(const Plan &plan, QDate day)
{
    return plan.per != PlanPeriod::Once && (!plan.end || day < *plan.end);
}

const PlanTerms &termsOn(const Plan &plan, QDate day)
{
    const auto later = std::find_if(plan.terms.begin() + 1, plan.terms.end(),
                                    [day](const PlanTerms &terms) { return terms.from > day; });
    return *(later - 1);
}

Result<Money> pricePerMonth(const Plan &plan, QDate day)
{
    const PlanTerms &terms = termsOn(plan, day);
    const auto price = terms.price.times(terms.seats);
    const auto whole = price ? price->plus(terms.tax) : price;
    return whole && plan.per == PlanPeriod::Year ? whole->times(1, MonthsPerYear) : whole;
}

Result<QList<Charge>> chargesOf(const Plan &plan, const DateRange &days)
{
    if (!plan.charged)
        return QList<Charge>();
    const auto renewals = renewalsOf(plan, days);
    if (!renewals)
        return std::unexpected(renewals.error());
    QList<Charge> charges;
    for (const Renewal &renewal : *renewals) {
        Charge charge{.day = renewal.day,
                      .periodStart = dayStart(renewal.day, QTimeZone::utc()),
                      .periodEnd = dayStart(renewal.until, QTimeZone::utc()),
                      .kind = ChargeKind::Entered,
                      .category = plan.category,
                      .description = plan.invoice.isEmpty() ? plan.name : plan.invoice,
                      .cost = renewal.cost};
        charge.at.service = plan.name;
        if (plan.per != PlanPeriod::Once) {
            charge.meter = charge.unit = u"seats"_s;
            charge.quantity = QString::number(renewal.seats);
        }
        charges.append(charge);
        if (renewal.tax.isZero())
            continue;
        charge.category = ChargeCategory::Tax;
        charge.cost = renewal.tax;
        charge.meter = charge.unit = charge.quantity = QString();
        charges.append(charge);
    }
    return charges;
}

void changeTerms(Plan &plan, const PlanTerms &terms)
{
    plan.terms.removeIf([&terms](const PlanTerms &known) { return known.from >= terms.from; });
    if (plan.terms.isEmpty() || plan.terms.last().price != terms.price
        || plan.terms.last().seats != terms.seats || plan.terms.last().tax != terms.tax)
        plan.terms.append(terms);
}

QDate changeDay(const Plan &plan, QDate today)
{
    return plan.per == PlanPeriod::Once ? plan.start : nextRenewal(plan, today).value_or(today.addDays(1));
}

void moveStart(Plan &plan, QDate day)
{
    PlanTerms first = termsOn(plan, day);
    first.from = day;
    plan.terms.removeIf([&](const PlanTerms &terms) { return terms.from <= std::max(day, plan.start); });
    plan.terms.prepend(first);
    plan.start = day;
}

Result<PlanQuota> parseQuota(const QString &text)
{
    const QString line = text.simplified();
    const qsizetype gap = line.indexOf(u' ');
    const auto amount = Money::parse(line.left(gap), Currency::none());
    if (gap < 0 || !amount || amount->nanos() <= 0)
        return failure(Error::Kind::Config, Texts::tr("“%1” does not say how much is included.").arg(text),
                       Texts::tr("Write an amount and its unit, like “10000 AI points”."));
    return PlanQuota{*amount, line.mid(gap + 1)};
}

QString quotaText(const PlanQuota &quota)
{
    QString amount = quota.amount.toDecimal();
    while (amount.endsWith(u'0'))
        amount.chop(1);
    if (amount.endsWith(u'.'))
        amount.chop(1);
    return amount + u' ' + quota.unit;
}

QString planPeriodName(PlanPeriod period)
{
    switch (period) {
    case PlanPeriod::Once:
        return u"once"_s;
    case PlanPeriod::Month:
        return u"month"_s;
    case PlanPeriod::Year:
        return u"year"_s;
    }
    Q_UNREACHABLE();
}

std::optional<PlanPeriod> planPeriodFromName(QStringView name)
{
    for (const PlanPeriod period : {PlanPeriod::Once, PlanPeriod::Month, PlanPeriod::Year}) {
        if (name == planPeriodName(period))
            return period;
    }
    return std::nullopt;
}

} // namespace Costglass
