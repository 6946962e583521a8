// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/monthview.h"

#include "engine/accountstate.h"
#include "engine/monthmovers.h"
#include "engine/spendforecast.h"
#include "engine/viewproblem.h"
#include "vendors/registry.h"

#include <algorithm>

namespace Costglass {

namespace {

constexpr int RecentDays = 33;
constexpr int MonthsShown = 12;

QDate dayFrom(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

/// One (vendor, kind, day) of money in the view's currency.
struct DayCost
{
    QString vendor;
    ChargeKind kind;
    QDate day;
    Money cost;
};

class Reader
{
public:
    Reader(Store &store, Month month, qint64 now) : m_store(store)
    {
        m_view.month = month;
        m_view.today = dayOf(now, QTimeZone::utc());
        m_view.isOver = m_view.today >= month.range().to;
        m_last = m_view.isOver ? month.lastDay() : std::min(m_view.today, month.lastDay());
    }

    MonthView read();

private:
    QList<SummaryRow> ask(const DateRange &days, const QList<Dim> &by) const;
    void setApart(const SummaryRow &row);
    void readDays();
    void addVendorLines(const QList<DayCost> &days);
    void readMonths();
    void readFreshness();
    void readRestatements();
    void readForecast();

    /// The days of the month before that this month's days are compared with.
    DateRange comparedDays() const
    {
        const DateRange before = m_view.month.plus(-1).range();
        return m_view.isOver ? before : before.intersected({before.from, before.from.addDays(m_last.day())});
    }
    DateRange shownDays() const { return {m_view.month.firstDay(), m_last.addDays(1)}; }
    bool counts(const SummaryRow &row) const
    {
        return row.cost && isSpend(*row.kind) && row.cost->currency() == m_view.currency;
    }

    Store &m_store;
    MonthView m_view;
    QDate m_last; ///< the month's last day, or today
};

QList<SummaryRow> Reader::ask(const DateRange &days, const QList<Dim> &by) const
{
    return valueOf(m_store.summary({.days = days, .by = by, .where = {}, .kind = {}, .moneyOnly = true}))
        .rows;
}

void Reader::setApart(const SummaryRow &row)
{
    const auto same = std::find_if(m_view.apart.begin(), m_view.apart.end(), [&row](const Total &total) {
        return total.kind == *row.kind && total.cost.currency() == row.cost->currency();
    });
    if (same == m_view.apart.end())
        m_view.apart.append({*row.cost, *row.kind});
    else
        addTo(same->cost, *row.cost);
}

void Reader::readDays()
{
    const DateRange before = m_view.month.plus(-1).range();
    const QDate from = std::min(before.from, m_last.addDays(1 - RecentDays));
    QList<SummaryRow> rows = ask({from, m_last.addDays(1)}, {Dim::Day, Dim::Vendor});
    QList<SummaryRow> ofMonth;
    for (const SummaryRow &row : std::as_const(rows)) {
        if (dayFrom(row.keys[0]) >= m_view.month.firstDay())
            ofMonth.append(row);
    }
    m_view.currency = valueOf(mainCurrency(ofMonth.isEmpty() ? rows : ofMonth)).value_or(Currency::usd());
    m_view.total = Money::zero(m_view.currency);
    m_view.previousDaily.fill(Money::zero(m_view.currency), before.days());

    QList<DayCost> days;
    Money sameDays = m_view.total;
    for (const SummaryRow &row : std::as_const(rows)) {
        const DayCost day{row.keys[1], *row.kind, dayFrom(row.keys[0]), *row.cost};
        const bool inMonth = day.day >= m_view.month.firstDay();
        if (!counts(row)) {
            if (inMonth)
                setApart(row);
            continue;
        }
        days.append(day);
        if (inMonth)
            addTo(m_view.total, day.cost);
        if (!before.contains(day.day))
            continue;
        addTo(m_view.previousDaily[before.from.daysTo(day.day)], day.cost);
        if (comparedDays().contains(day.day))
            addTo(sameDays, day.cost);
    }
    const bool known = std::any_of(days.begin(), days.end(),
                                   [&before](const DayCost &day) { return before.contains(day.day); });
    if (known)
        m_view.previousSameDays = sameDays;
    addVendorLines(days);
}

void Reader::addVendorLines(const QList<DayCost> &days)
{
    const Money none = Money::zero(m_view.currency);
    const DateRange shown = shownDays();
    const DateRange recent{m_last.addDays(1 - RecentDays), m_last.addDays(1)};
    QMap<QPair<QString, ChargeKind>, VendorLine> lines;
    for (const DayCost &day : days) {
        VendorLine &line = lines[{day.vendor, day.kind}];
        if (line.vendor.isEmpty()) {
            line.vendor = day.vendor;
            line.kind = day.kind;
            line.cost = none;
            line.daily.fill(none, shown.days());
            line.recent.fill(none, RecentDays);
        }
        if (shown.contains(day.day)) {
            addTo(line.cost, day.cost);
            addTo(line.daily[shown.from.daysTo(day.day)], day.cost);
        }
        if (recent.contains(day.day))
            addTo(line.recent[recent.from.daysTo(day.day)], day.cost);
        if (comparedDays().contains(day.day)) {
            Money sum = line.previous.value_or(none);
            addTo(sum, day.cost);
            line.previous = sum;
        }
    }
    m_view.vendors = lines.values();
    std::stable_sort(
        m_view.vendors.begin(), m_view.vendors.end(),
        [](const VendorLine &a, const VendorLine &b) { return a.cost.nanos() > b.cost.nanos(); });
}

void Reader::readMonths()
{
    const Month first = m_view.month.plus(1 - MonthsShown);
    for (int i = 0; i < MonthsShown; ++i)
        m_view.months.append({first.plus(i), {}});
    for (const SummaryRow &row : ask({first.firstDay(), m_last.addDays(1)}, {Dim::Month, Dim::Vendor})) {
        if (!counts(row))
            continue;
        const Month month = valueOf(Month::parse(row.keys[0]));
        const int at = (month.year() - first.year()) * 12 + month.month() - first.month();
        Money sum = m_view.months[at].second.value(row.keys[1], Money::zero(m_view.currency));
        addTo(sum, *row.cost);
        m_view.months[at].second.insert(row.keys[1], sum);
    }
}

void Reader::readFreshness()
{
    const QList<AccountState> states = valueOf(accountStates(m_store));
    m_view.accounts = static_cast<int>(states.size());
    QMap<QString, QDate> lastDays; // by vendor, the last whole day of its slowest account
    for (const AccountState &state : states) {
        if (state.lastSync > 0)
            m_view.lastSync = std::max(m_view.lastSync.value_or(0), state.lastSync);
        if (state.account.paused || !state.lastWholeDay)
            continue;
        const QString &vendor = state.account.vendor;
        lastDays.insert(vendor, std::min(lastDays.value(vendor, *state.lastWholeDay), *state.lastWholeDay));
    }
    if (lastDays.isEmpty())
        return;
    const QDate newest = *std::max_element(lastDays.cbegin(), lastDays.cend());
    m_view.newestWholeDay = newest;
    const QTimeZone zone = billingZone(lastDays.firstKey());
    if (std::all_of(lastDays.keyBegin(), lastDays.keyEnd(),
                    [&zone](const QString &vendor) { return billingZone(vendor) == zone; }))
        m_view.zone = zone;
    for (auto it = lastDays.cbegin(); it != lastDays.cend(); ++it) {
        m_view.completeTo = std::min(m_view.completeTo.value_or(it.value()), it.value());
        if (it.value() < newest)
            m_view.late.append({it.key(), it.value()});
    }
    for (VendorLine &line : m_view.vendors) {
        if (lastDays.contains(line.vendor))
            line.completeTo = std::min(lastDays.value(line.vendor), m_view.month.lastDay());
    }
}

void Reader::readRestatements()
{
    QSet<qint64> byHand; // there a person changed what a person had entered
    for (const Account &account : valueOf(m_store.accounts())) {
        if (account.isPlans())
            byHand.insert(account.id);
    }
    QSet<QDate> days;
    for (const Restatement &change : valueOf(m_store.restatements({}, m_view.month.firstDay()))) {
        if (byHand.contains(change.account))
            continue;
        if (!m_view.month.range().contains(change.day) || change.after.currency() != m_view.currency)
            continue;
        days.insert(change.day);
        Money sum = m_view.restatedBy.value_or(Money::zero(m_view.currency));
        addTo(sum, valueOf(change.after.minus(change.before)));
        m_view.restatedBy = sum;
    }
    m_view.restatedDays = static_cast<int>(days.size());
}

void Reader::readForecast()
{
    if (m_view.isOver || !m_view.month.range().contains(m_view.today))
        return;
    m_view.forecast = valueOf(forecastSpend(m_store, {}, m_view.currency, m_view.today));
    if (m_view.forecast)
        return;
    const DateRange extent = valueOf(m_store.extent(Store::Extent::WithoutPlans));
    const qint64 known
        = extent.isEmpty() ? 0 : extent.from.daysTo(valueOf(wholeDaysEnd(m_store, m_view.today)));
    m_view.forecastDaysMissing
        = ForecastMinimumDays - static_cast<int>(qBound(qint64(0), known, qint64(ForecastMinimumDays)));
}

MonthView Reader::read()
{
    readDays();
    readMonths();
    readFreshness();
    readRestatements();
    if (m_view.previousSameDays)
        m_view.movers = findMovers(m_store, shownDays(), comparedDays(), m_view.currency);
    m_view.unusual = valueOf(
        spendAnomalies(m_store, {.days = m_view.month.range(), .currency = m_view.currency}, m_view.today));
    readForecast();
    m_view.budgets = valueOf(budgetStandings(m_store, m_last));
    if (m_view.isOver) {
        for (BudgetStanding &standing : m_view.budgets) {
            standing.breachDay.reset(); // nothing is to come any more
            standing.likely.reset();
        }
    }
    const qint64 start = dayStart(m_view.month.firstDay(), QTimeZone::utc());
    const qint64 end = dayStart(m_view.month.range().to, QTimeZone::utc());
    m_view.alerts = valueOf(m_store.alerts(start));
    m_view.alerts.removeIf([end](const Alert &alert) { return alert.raisedAt >= end; });
    return m_view;
}

} // namespace

Result<MonthView> loadMonthView(Store &store, Month month, qint64 now)
{
    try {
        return Reader(store, month, now).read();
    } catch (const ViewProblem &problem) {
        return std::unexpected(problem.error);
    }
}

} // namespace Costglass
