// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/balancestanding.h"

#include "base/moneytext.h"
#include "engine/spendforecast.h"
#include "vendors/balanceuse.h"
#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Balances)
};

constexpr qint64 DaySeconds = 24 * 3600;
constexpr int PaceDays = 14;
constexpr qint64 MostSeconds = 3650 * DaySeconds; ///< further ahead a run-out is no news

/// What was used in a span of time.
struct Pace
{
    qint64 used = 0; ///< nanos
    qint64 seconds = 0;
};

bool isSame(const Balance &a, const Balance &b)
{
    return a.name == b.name && a.of == b.of && a.unit == b.unit && a.amount.currency() == b.amount.currency();
}

/// The readings of one account, in the order of time.
class AccountReader
{
public:
    AccountReader(Store &store, const Account &account, qint64 now)
        : m_store(store), m_account(account), m_now(now), m_zone(billingZone(account.vendor))
    {
    }

    Result<QList<BalanceStanding>> read(const QList<Plan> &plans);

private:
    Result<BalanceStanding> standingOf(const Balance &last, const QList<Plan> &plans);
    Result<std::optional<Pace>> paceOf(const Balance &last);
    Result<std::optional<Pace>> derived(const Balance &last);
    Result<std::optional<Pace>> spent(Currency currency);

    Store &m_store;
    Account m_account;
    qint64 m_now;
    QTimeZone m_zone;
    QList<Balance> m_readings;
};

/// What successive readings tell; for a balance in units that only is told, what counters of that unit do.
Result<std::optional<Pace>> AccountReader::derived(const Balance &last)
{
    QList<Balance> readings = m_readings;
    readings.removeIf([&last](const Balance &balance) {
        return last.of == Balance::Of::Told ? balance.of != Balance::Of::Used || balance.unit != last.unit
                                            : !isSame(balance, last);
    });
    if (readings.isEmpty() || readings.last().at - readings.first().at < DaySeconds)
        return std::optional<Pace>();
    const qint64 from = readings.first().at;
    const qint64 to = readings.last().at;
    const auto use = useBetween(readings, {dayOf(from, m_zone), dayOf(to, m_zone).addDays(1)}, m_zone);
    if (!use)
        return std::unexpected(use.error());
    Pace pace{0, to - from};
    for (const Charge &charge : use->records.charges)
        pace.used += charge.category == ChargeCategory::Usage ? charge.cost.nanos() : 0;
    qint64 part = Money::NanosPerUnit; // usage counts the smallest parts of a unit
    for (int i = 0; i < readings.last().decimals; ++i)
        part /= 10;
    for (const Usage &one : use->records.usage)
        pace.used += one.quantity.value_or(0) * part;
    return pace;
}

/// What the account's costs of the last whole days come to.
Result<std::optional<Pace>> AccountReader::spent(Currency currency)
{
    const QDate today = dayOf(m_now, m_zone);
    const auto daily
        = dailySpend(m_store, {today.addDays(-PaceDays), today}, {{Dim::Account, m_account.label}}, currency);
    if (!daily)
        return std::unexpected(daily.error());
    Pace pace{0, PaceDays * DaySeconds};
    for (const Money day : *daily)
        pace.used += day.nanos();
    return pace;
}

Result<std::optional<Pace>> AccountReader::paceOf(const Balance &last)
{
    return last.of == Balance::Of::Told && last.unit.isNull() ? spent(last.amount.currency()) : derived(last);
}

/// What running plans of the vendor include of a unit; nothing when they say nothing of it.
std::optional<Money> includedIn(const QList<Plan> &plans, const QString &vendor, const QString &unit,
                                QDate day)
{
    std::optional<Money> sum;
    for (const Plan &plan : plans) {
        if (plan.vendor != vendor || !isRunning(plan, day) || plan.start > day)
            continue;
        for (const PlanQuota &quota : plan.included) {
            if (quota.unit == unit)
                sum = sum ? sum->plus(quota.amount).value_or(*sum) : quota.amount;
        }
    }
    return sum;
}

Result<BalanceStanding> AccountReader::standingOf(const Balance &last, const QList<Plan> &plans)
{
    BalanceStanding standing{
        .account = m_account, .name = last.name, .unit = last.unit, .of = last.of, .at = last.at};
    if (last.periodEnd > 0)
        standing.period = {dayOf(last.periodStart, m_zone), dayOf(last.periodEnd, m_zone)};
    if (last.of != Balance::Of::Used) {
        standing.left = last.amount;
    } else {
        standing.used = last.amount;
        standing.included = includedIn(plans, m_account.vendor, last.unit, dayOf(m_now, m_zone));
        if (standing.included)
            standing.left = standing.included->minus(last.amount).value_or(*standing.included);
    }
    const auto pace = paceOf(last);
    if (!pace)
        return std::unexpected(pace.error());
    if (!*pace || (*pace)->used < 0)
        return standing;
    const qint64 used = (*pace)->used;
    const auto daily = mulDivHalfEven(used, DaySeconds, (*pace)->seconds);
    if (daily)
        standing.dailyUse = Money::fromNanos(*daily, last.amount.currency());
    if (!standing.left || used == 0)
        return standing;
    const auto lasts = mulDivHalfEven(std::max<qint64>(0, standing.left->nanos()), (*pace)->seconds, used);
    if (lasts && *lasts <= MostSeconds)
        standing.runsOut = dayOf(last.at + *lasts, m_zone);
    return standing;
}

Result<QList<BalanceStanding>> AccountReader::read(const QList<Plan> &plans)
{
    auto readings = m_store.balances(m_account.id, m_now - PaceDays * DaySeconds);
    if (!readings)
        return std::unexpected(readings.error());
    readings->removeIf([this](const Balance &balance) { return balance.at > m_now; });
    m_readings = *readings;
    QList<Balance> newest;
    for (const Balance &balance : std::as_const(m_readings)) {
        newest.removeIf([&balance](const Balance &other) { return isSame(other, balance); });
        newest.append(balance);
    }
    QList<BalanceStanding> standings;
    for (const Balance &balance : std::as_const(newest)) {
        const auto standing = standingOf(balance, plans);
        if (!standing)
            return std::unexpected(standing.error());
        standings.append(*standing);
    }
    return standings;
}

/// What the plans include of units that no account counts.
QList<BalanceStanding> uncounted(const QList<Plan> &plans, const QList<BalanceStanding> &counted, QDate today)
{
    QList<BalanceStanding> standings;
    for (const Plan &plan : plans) {
        const auto payments = renewalsOf(plan, {plan.start, today.addDays(1)});
        if (!isRunning(plan, today) || !payments || payments->isEmpty())
            continue;
        for (const PlanQuota &quota : plan.included) {
            const bool known = std::any_of(counted.begin(), counted.end(), [&](const BalanceStanding &one) {
                return one.account.vendor == plan.vendor && one.unit == quota.unit;
            });
            if (known)
                continue;
            BalanceStanding standing{.name = plan.name, .unit = quota.unit, .included = quota.amount};
            standing.account.vendor = plan.vendor;
            standing.period = {payments->last().day, payments->last().until};
            standings.append(standing);
        }
    }
    return standings;
}

} // namespace

Result<QList<BalanceStanding>> balanceStandings(Store &store, qint64 now)
{
    const auto accounts = store.accounts();
    const auto plans = store.plans();
    if (!accounts || !plans)
        return std::unexpected(accounts ? plans.error() : accounts.error());
    QList<BalanceStanding> standings;
    for (const Account &account : *accounts) {
        const auto more = AccountReader(store, account, now).read(*plans);
        if (!more)
            return more;
        standings += *more;
    }
    return standings + uncounted(*plans, standings, dayOf(now, QTimeZone::utc()));
}

QString amountText(Money amount, const QString &unit)
{
    if (unit.isNull())
        return moneyText(amount);
    constexpr int MostDecimals = 2;
    const QString exact = amount.rounded(MostDecimals).value_or(amount).toDecimal();
    const int decimals = exact.endsWith(u".00"_s) ? 0 : MostDecimals;
    const QString number = QLocale().toString(exact.toDouble(), 'f', decimals);
    return unit.isEmpty() ? number : Texts::tr("%1 %2", "amount, unit").arg(number, unit);
}

} // namespace Costglass
