// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/plansview.h"

#include "engine/viewproblem.h"
#include "vendors/locallog.h"
#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

/// Whose plans pay for what a vendor's use would have cost: a tool's are those of the vendor whose models it uses.
QString payerOf(const QString &vendor)
{
    const VendorAdapter *adapter = findVendor(vendor);
    const LocalLog *log = adapter ? adapter->localLog() : nullptr;
    return log && !log->priceVendor().isEmpty() ? log->priceVendor() : vendor;
}

class Reader
{
public:
    Reader(Store &store, Month month, qint64 now) : m_store(store), m_now(now)
    {
        m_view.month = month;
        m_view.today = dayOf(now, QTimeZone::utc());
    }

    PlansView read();

private:
    void readWorths();
    PlanLine lineOf(const Plan &plan) const;
    void addPayments(const Plan &plan, const DateRange &days);
    void sumUp();

    Store &m_store;
    qint64 m_now;
    PlansView m_view;
    QList<Plan> m_plans;
    QMap<QPair<QString, Currency>, Money> m_worths; ///< by vendor of plans
};

void Reader::readWorths()
{
    const Summary summary = valueOf(m_store.summary({.days = m_view.month.range(),
                                                     .by = {Dim::Vendor},
                                                     .where = {},
                                                     .kind = ChargeKind::Equivalent,
                                                     .moneyOnly = true}));
    for (const SummaryRow &row : summary.rows) {
        const QPair<QString, Currency> key{payerOf(row.keys[0]), row.cost->currency()};
        Money &sum = *m_worths.insert(key, m_worths.value(key, Money::zero(key.second)));
        addTo(sum, *row.cost);
    }
}

PlanLine Reader::lineOf(const Plan &plan) const
{
    PlanLine line{.plan = plan, .next = nextRenewal(plan, m_view.today), .worth = {}};
    line.perMonth = valueOf(pricePerMonth(plan, m_view.today));
    const auto worth = m_worths.constFind({plan.vendor, plan.currency()});
    if (!isRunning(plan, m_view.today) || worth == m_worths.cend())
        return line;
    line.worth = *worth;
    line.sharesWorth = std::count_if(m_plans.begin(), m_plans.end(),
                                     [&](const Plan &other) {
                                         return other.vendor == plan.vendor && isRunning(other, m_view.today);
                                     })
        > 1;
    return line;
}

void Reader::addPayments(const Plan &plan, const DateRange &days)
{
    for (const Renewal &renewal : plan.charged ? valueOf(renewalsOf(plan, days)) : QList<Renewal>())
        m_view.payments.append({renewal.day, plan.name, valueOf(renewal.cost.plus(renewal.tax))});
}

void Reader::sumUp()
{
    for (const PaymentAhead &payment : std::as_const(m_view.payments)) {
        const auto same = std::find_if(m_view.sums.begin(), m_view.sums.end(),
                                       [&](Money sum) { return sum.currency() == payment.cost.currency(); });
        if (same == m_view.sums.end())
            m_view.sums.append(payment.cost);
        else
            addTo(*same, payment.cost);
    }
}

PlansView Reader::read()
{
    m_plans = valueOf(m_store.plans());
    readWorths();
    const DateRange ahead{m_view.today.addDays(1), m_view.today.addDays(1 + PlansView::DaysAhead)};
    for (const Plan &plan : std::as_const(m_plans)) {
        m_view.plans.append(lineOf(plan));
        addPayments(plan, ahead);
    }
    std::stable_sort(m_view.plans.begin(), m_view.plans.end(), [](const PlanLine &a, const PlanLine &b) {
        if (a.next.has_value() != b.next.has_value())
            return a.next.has_value();
        return a.next ? *a.next < *b.next : a.plan.start > b.plan.start;
    });
    std::stable_sort(m_view.payments.begin(), m_view.payments.end(),
                     [](const PaymentAhead &a, const PaymentAhead &b) { return a.day < b.day; });
    sumUp();
    m_view.standings = valueOf(balanceStandings(m_store, m_now));
    m_view.runningOut = static_cast<int>(
        std::count_if(m_view.standings.begin(), m_view.standings.end(), [&](const BalanceStanding &one) {
            return one.runsOutEarly() && *one.runsOut < ahead.to;
        }));
    return m_view;
}

} // namespace

Result<PlansView> loadPlansView(Store &store, Month month, qint64 now)
{
    try {
        return Reader(store, month, now).read();
    } catch (const ViewProblem &problem) {
        return std::unexpected(problem.error);
    }
}

} // namespace Costglass
