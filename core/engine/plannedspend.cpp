// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/plannedspend.h"

#include <algorithm>

namespace Costglass {

namespace {

/// What the ledger will say of a charge to come; a null text where it will say nothing.
QString valueAt(Dim dim, const Charge &charge, const Account &account)
{
    switch (dim) {
    case Dim::Vendor:
        return account.vendor;
    case Dim::Account:
        return account.label;
    case Dim::Service:
        return charge.at.service;
    case Dim::Category:
        return chargeCategoryName(charge.category);
    case Dim::Kind:
        return chargeKindName(charge.kind);
    case Dim::Day:
        return charge.day.toString(Qt::ISODate);
    case Dim::Week:
        return charge.day.addDays(1 - charge.day.dayOfWeek()).toString(Qt::ISODate);
    case Dim::Month:
        return Month::of(charge.day).toString();
    case Dim::Model:
    case Dim::Project:
    case Dim::Key:
    case Dim::User:
    case Dim::Region:
    case Dim::Tier:
        return {};
    }
    Q_UNREACHABLE();
}

/// Query::where for a charge that is not in the ledger yet.
bool letsThrough(const QList<QPair<Dim, QString>> &where, const Charge &charge, const Account &account)
{
    QMap<Dim, bool> met;
    for (const auto &[dim, value] : where)
        met[dim] = met.value(dim) || valueAt(dim, charge, account) == value;
    return std::all_of(met.cbegin(), met.cend(), [](bool one) { return one; });
}

Result<void> addTo(QMap<QDate, Money> &days, QDate day, Money cost)
{
    Money &sum = *days.insert(day, days.value(day, Money::zero(cost.currency())));
    const auto more = sum.plus(cost);
    if (!more)
        return std::unexpected(more.error());
    sum = *more;
    return {};
}

Result<QList<Account>> accountsOfPlans(Store &store)
{
    auto accounts = store.accounts();
    if (accounts)
        accounts->removeIf([](const Account &account) { return !account.isPlans(); });
    return accounts;
}

QStringList labelsOf(const QList<Account> &accounts)
{
    QStringList labels;
    for (const Account &account : accounts)
        labels.append(account.label);
    return labels;
}

/// One question for payments of plans.
struct Asked
{
    Store &store;
    const QList<Account> &accounts; ///< of plans
    const QList<QPair<Dim, QString>> &where;
    Currency currency;
};

/// Adds what the ledger has been charged with.
Result<void> addCharged(const Asked &asked, const DateRange &days, QMap<QDate, Money> &payments)
{
    const QStringList labels = labelsOf(asked.accounts);
    const auto summary = asked.store.summary(
        {.days = days, .by = {Dim::Day, Dim::Account}, .where = asked.where, .kind = {}, .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    for (const SummaryRow &row : summary->rows) {
        if (row.cost->currency() != asked.currency || !labels.contains(row.keys[1]))
            continue;
        if (const auto added = addTo(payments, QDate::fromString(row.keys[0], Qt::ISODate), *row.cost);
            !added)
            return added;
    }
    return {};
}

/// Adds what follows from the plans on \a days.
Result<void> addAhead(const Asked &asked, const DateRange &days, QMap<QDate, Money> &payments)
{
    const auto plans = asked.store.plans();
    if (!plans)
        return std::unexpected(plans.error());
    for (const Plan &plan : *plans) {
        const auto account = std::find_if(asked.accounts.begin(), asked.accounts.end(),
                                          [&plan](const Account &one) { return one.vendor == plan.vendor; });
        const auto charges = chargesOf(plan, days);
        if (!charges)
            return std::unexpected(charges.error());
        for (const Charge &charge : *charges) {
            if (charge.cost.currency() != asked.currency || !letsThrough(asked.where, charge, *account))
                continue;
            if (const auto added = addTo(payments, charge.day, charge.cost); !added)
                return added;
        }
    }
    return {};
}

} // namespace

Result<QStringList> planAccounts(Store &store)
{
    const auto accounts = accountsOfPlans(store);
    return accounts ? Result<QStringList>(labelsOf(*accounts)) : std::unexpected(accounts.error());
}

Result<QMap<QDate, Money>> plannedPayments(Store &store, const DateRange &period,
                                           const QList<QPair<Dim, QString>> &where, Currency currency,
                                           QDate today)
{
    QMap<QDate, Money> payments;
    const auto accounts = accountsOfPlans(store);
    if (!accounts)
        return std::unexpected(accounts.error());
    if (accounts->isEmpty())
        return payments;
    const Asked asked{store, *accounts, where, currency};
    const QDate next = std::clamp(today.addDays(1), period.from, period.to);
    for (const auto &added :
         {addCharged(asked, {period.from, next}, payments), addAhead(asked, {next, period.to}, payments)}) {
        if (!added)
            return std::unexpected(added.error());
    }
    return payments;
}

} // namespace Costglass
