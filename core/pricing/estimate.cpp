// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/estimate.h"

#include "pricing/allowance.h"
#include "pricing/meters.h"
#include "pricing/plans.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Estimate)
};

constexpr qint64 HourSeconds = 3600;
const Decimal one = 1;

/// What one row is made from.
struct Work
{
    const Scenario &scenario;
    const PriceBook &book;
    qint64 at;
    EstimateRow &row;
    const FxTable *rates;
};

void addOnce(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list.append(text);
}

/// Instants within and outside a schedule in the week after \a at.
std::pair<std::optional<qint64>, std::optional<qint64>> instantsOf(const Schedule &schedule, qint64 at)
{
    std::pair<std::optional<qint64>, std::optional<qint64>> found;
    for (int hour = 0; hour < 14 * 24 && !(found.first && found.second); ++hour) {
        const qint64 instant = at + hour * HourSeconds;
        (schedule.contains(instant) ? found.first : found.second) = instant;
    }
    return found;
}

/// Share of the hours of a week that a schedule has.
Decimal hoursOf(const Schedule &schedule, qint64 at)
{
    int inside = 0;
    for (int hour = 0; hour < 7 * 24; ++hour)
        inside += schedule.contains(at + hour * HourSeconds) ? 1 : 0;
    return Decimal(inside).dividedBy(7 * 24, 4);
}

/// One request, or each turn of a conversation, which resends its history.
std::optional<Decimal> costOfOne(const Work &work, const Workload &load, PriceQuery query)
{
    Decimal sum = 0;
    const qint64 turns = load.conversation ? load.conversation->turns : 1;
    for (qint64 turn = 1; turn <= turns; ++turn) {
        Decimal input = load.tokensIn;
        Decimal output = load.tokensOut;
        if (load.conversation) {
            const Conversation &talk = *load.conversation;
            input = talk.system + talk.retrieved + turn * talk.question + (turn - 1) * talk.answer;
            output = talk.answer;
        }
        const auto priced = work.book.price(query,
                                            {{u"input"_s, input * (one - load.hit)},
                                             {u"cached_input"_s, input * load.hit},
                                             {u"output"_s, output}});
        if (!priced || !priced->cost)
            return std::nullopt;
        sum += *priced->cost;
        work.row.currency = priced->currency;
        if (work.row.provenance.source.isEmpty() && !priced->lines.empty())
            work.row.provenance = priced->lines.front().row->provenance;
    }
    return sum;
}

/// The mean over peak and other hours, where the model has such.
std::optional<Decimal> costOverHours(const Work &work, const Workload &load, const PriceQuery &query)
{
    const QList<Schedule> schedules = work.book.schedulesOf(query.vendor, query.model);
    if (schedules.isEmpty())
        return costOfOne(work, load, query);
    const Schedule &schedule = schedules.front();
    const auto [inside, outside] = instantsOf(schedule, query.at);
    PriceQuery within = query;
    PriceQuery beyond = query;
    within.at = inside.value_or(query.at);
    beyond.at = outside.value_or(query.at);
    const auto peak = costOfOne(work, load, within);
    const auto quiet = costOfOne(work, load, beyond);
    const auto told = work.scenario.peakShare.constFind(schedule.rule().id);
    const bool known = told != work.scenario.peakShare.cend();
    if (!known)
        addOnce(work.row.notes,
                Texts::tr("requests spread evenly over the hours of “%1”").arg(schedule.rule().id));
    const Decimal share = known ? told->value(load.name) : hoursOf(schedule, query.at);
    if (!peak || !quiet)
        return std::nullopt;
    return share * *peak + (one - share) * *quiet;
}

std::optional<Decimal> costOfPart(const Work &work, const Workload &load, const Candidate::Part &part)
{
    PriceQuery query{part.vendor, part.model, work.at, Tier::Standard, work.scenario.region};
    const auto standard = costOverHours(work, load, query);
    if (!standard || load.batchable.isZero())
        return standard;
    query.tier = Tier::Batch;
    const auto batch = costOverHours(work, load, query);
    if (!batch)
        addOnce(work.row.notes, Texts::tr("no batch price is known: all at the standard price"));
    return batch ? (one - load.batchable) * *standard + load.batchable * *batch : *standard;
}

void addWorkloads(const Work &work, const Decimal &volume)
{
    EstimateRow &row = work.row;
    Decimal sum = 0;
    bool whole = true;
    for (const Workload &load : work.scenario.workloads) {
        std::optional<Decimal> cost = Decimal(0);
        for (const Candidate::Part &part : row.candidate.parts) {
            const auto own = costOfPart(work, load, part);
            cost = cost && own ? std::optional(*cost + part.share * *own) : std::nullopt;
        }
        if (cost)
            cost = *cost * load.perDay * work.scenario.daysPerMonth * volume;
        row.workloads.append({load.name, cost});
        whole = whole && cost;
        sum += cost.value_or(0);
    }
    for (const Candidate::Part &part : row.candidate.parts) {
        if (!work.scenario.region.isEmpty()
            && !work.book.pricesRegion(part.vendor, part.model, work.scenario.region)) {
            addOnce(row.unknown, Texts::tr("region %1").arg(work.scenario.region));
            whole = false;
        }
    }
    if (whole)
        row.modelCost = sum;
    else if (row.unknown.isEmpty())
        row.unknown.append(Texts::tr("model"));
    if (row.modelCost && !work.scenario.daysPerYear.isZero())
        row.yearModelCost
            = (*row.modelCost * work.scenario.daysPerYear).dividedBy(work.scenario.daysPerMonth, 9);
}

/// A month of stored data; its unit decides how the month counts.
std::optional<Decimal> storageCost(const Work &work, const FeeFacts &facts, const StoredData &stored)
{
    const QList<PriceRow> rows = work.book.rowsOf(stored.vendor, stored.price);
    if (rows.isEmpty())
        return std::nullopt;
    Decimal free = stored.freeGib;
    const FreeQuota *quota = facts.freePart(stored.vendor, stored.price);
    if (free.isZero() && quota && quota->unit == u"GiB" && quota->amount) {
        free = *quota->amount;
        addOnce(work.row.notes,
                Texts::tr("%1 GiB of “%2” are free of charge").arg(free.toString(), stored.name));
    }
    const Decimal gib = beyondFree(stored.gib, free);
    const QString meter = rows.front().meter;
    const Decimal amount = meter == u"gib_days" ? gib * 30 : meter == u"gib_hours" ? gib * MonthHours : gib;
    const auto priced = work.book.price({stored.vendor, stored.price, work.at}, {{meter, amount}});
    return priced && priced->cost && priced->currency == Currency::usd() ? priced->cost : std::nullopt;
}

/// An amount in dollars, by the rate of the day where it is in another currency; nothing without one.
std::optional<Decimal> inDollars(const Work &work, const std::optional<Decimal> &amount, Currency currency)
{
    if (!amount || currency == Currency::usd())
        return amount;
    if (!work.rates)
        return std::nullopt;
    const auto rate = work.rates->rate(currency, Currency::usd(), dayOf(work.at, QTimeZone::utc()));
    if (!rate)
        return std::nullopt;
    QList<FxRate> &used = work.row.rates;
    if (std::none_of(used.cbegin(), used.cend(),
                     [&rate](const FxRate &other) { return other.isSame(*rate); }))
        used.append(*rate);
    return (*amount * Decimal::of(rate->rateText())).rounded(9, Rounding::HalfEven);
}

/// Seats at the plan's price, in dollars.
std::optional<Decimal> seatsCost(const Work &work, const FeeFacts &facts)
{
    const Scenario &scenario = work.scenario;
    if (scenario.seats.isZero())
        return Decimal(0);
    const SeatPlan *plan = facts.seatPlan(scenario.seatVendor, scenario.seatPlan);
    const auto price = plan ? (scenario.seatsAnnual ? plan->annualPerMonth : plan->monthly) : std::nullopt;
    return price ? inDollars(work, seatFee(scenario.seats, plan->seatsMinimum, *price), plan->currency)
                 : std::nullopt;
}

/// Storage, support, seats and tax around the model's cost, each its own column.
void addServices(const Work &work, const FeeFacts &facts)
{
    EstimateRow &row = work.row;
    const Scenario &scenario = work.scenario;
    const auto model = inDollars(work, row.modelCost, row.currency);
    Decimal gross = model.value_or(0);
    Decimal sum = gross;
    for (const StoredData &stored : scenario.storage) {
        const auto cost = storageCost(work, facts, stored);
        row.storage.append({stored.name, cost});
        gross += stored.supported ? cost.value_or(0) : Decimal(0);
        sum += cost.value_or(0);
        if (!cost)
            row.unknown.append(stored.name);
    }
    const SupportPlan *plan = facts.supportPlan(scenario.supportVendor, scenario.supportPlan);
    row.support = scenario.supportPlan.isEmpty() ? std::optional<Decimal>(0)
        : plan && model                          ? plan->fee(gross)
                                                 : std::nullopt;
    row.seats = seatsCost(work, facts);
    if (model && !row.support)
        row.unknown.append(Texts::tr("support"));
    if (!row.seats)
        row.unknown.append(Texts::tr("seats"));
    if (row.modelCost && !model)
        row.unknown.append(Texts::tr("exchange rate of %1").arg(row.currency.code()));
    if (!row.unknown.isEmpty())
        return;
    const Decimal net = sum + *row.support + *row.seats;
    row.tax = net * scenario.taxRate;
    row.total = net + *row.tax;
}

EstimateRow rowFor(const Candidate &candidate, const Scenario &scenario, const PriceBook &book,
                   const FeeFacts &facts, qint64 at, const Decimal &volume, const FxTable *rates)
{
    EstimateRow row;
    row.candidate = candidate;
    const Work work{scenario, book, at, row, rates};
    addWorkloads(work, volume);
    addServices(work, facts);
    return row;
}

QList<Candidate> candidatesOf(const Scenario &scenario, const PriceBook &book, qint64 at,
                              const QStringList &vendors)
{
    if (vendors.isEmpty() && !scenario.candidates.isEmpty())
        return scenario.candidates;
    QStringList wanted;
    for (const QString &vendor : vendors)
        wanted.append(canonicalVendor(vendor));
    QList<Candidate> all;
    for (const auto &[vendor, model] : book.models()) {
        const auto priced = book.price({vendor, model, at}, {{u"input"_s, 1}, {u"output"_s, 1}});
        // What makes no output for money is an embedding or a thing of another kind.
        const bool writes = priced && priced->cost && !priced->lines.back().amount.isZero();
        if (writes && (wanted.isEmpty() || wanted.contains(vendor)))
            all.append({{{vendor, model, 1}}});
    }
    return all;
}

} // namespace

QList<EstimateRow> estimate(const Scenario &scenario, const PriceBook &book, const FeeFacts &facts, qint64 at,
                            const QStringList &vendors, const FxTable *rates)
{
    QList<EstimateRow> rows;
    const QList<Candidate> candidates = candidatesOf(scenario, book, at, vendors);
    for (const Candidate &candidate : candidates) {
        EstimateRow row = rowFor(candidate, scenario, book, facts, at, one, rates);
        row.totalLess = rowFor(candidate, scenario, book, facts, at, Decimal::of(u"0.8"), rates).total;
        row.totalMore = rowFor(candidate, scenario, book, facts, at, Decimal::of(u"1.2"), rates).total;
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const EstimateRow &a, const EstimateRow &b) {
        return a.total && (!b.total || *a.total < *b.total);
    });
    return rows;
}

} // namespace Costglass
