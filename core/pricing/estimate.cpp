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

/// Share of the hours of a week that a schedule has.
Decimal hoursOf(const Schedule &schedule, qint64 at)
{
    int inside = 0;
    for (int hour = 0; hour < 7 * 24; ++hour)
        inside += schedule.contains(at + hour * HourSeconds) ? 1 : 0;
    return Decimal(inside).dividedBy(7 * 24, 4);
}

/// A month of some requests.
struct Bill
{
    Decimal cost = 0;
    Decimal peak = 0;
    QList<EstimateLine> lines;

    void add(const Bill &other)
    {
        cost += other.cost;
        peak += other.peak;
        for (const EstimateLine &line : other.lines)
            add(line);
    }
    /// The same price counts once: the turns of a conversation are one line.
    void add(const EstimateLine &line)
    {
        const auto same = std::find_if(lines.begin(), lines.end(), [&line](const EstimateLine &known) {
            return known.vendor == line.vendor && known.model == line.model && known.meter == line.meter
                && known.rule == line.rule && known.unitPrice == line.unitPrice && known.per == line.per;
        });
        if (same == lines.end())
            return lines.append(line);
        same->quantity += line.quantity;
        same->amount += line.amount;
    }
};

/// So many times one request, or each turn of a conversation, which resends its history.
std::optional<Bill> billOf(const Work &work, const Workload &load, const PriceQuery &query,
                           const Decimal &requests)
{
    Bill bill;
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
        bill.cost += *priced->cost * requests;
        work.row.currency = priced->currency;
        for (const PricedLine &line : priced->lines) {
            if (!line.quantity.isZero() && !requests.isZero())
                bill.add({load.name, query.vendor, query.model, line.meter, line.rule(),
                          line.quantity * requests, line.unitPrice, line.row->per, line.amount * requests,
                          line.row->provenance, priced->currency});
        }
    }
    return bill;
}

/// Peak and other hours apart, where the model has such.
std::optional<Bill> billOverHours(const Work &work, const Workload &load, const PriceQuery &query,
                                  const Decimal &requests)
{
    const QList<Schedule> schedules = work.book.schedulesOf(query.vendor, query.model);
    if (schedules.isEmpty())
        return billOf(work, load, query, requests);
    const Schedule &schedule = schedules.front();
    const auto told = work.scenario.peakShare.constFind(schedule.rule().id);
    const bool known = told != work.scenario.peakShare.cend();
    if (!known)
        addOnce(work.row.notes,
                Texts::tr("requests spread evenly over the hours of “%1”").arg(schedule.rule().id));
    const Decimal share = known ? told->value(load.name) : hoursOf(schedule, query.at);
    PriceQuery within = query;
    PriceQuery beyond = query;
    within.at = schedule.nextHour(query.at, true).value_or(query.at);
    beyond.at = schedule.nextHour(query.at, false).value_or(query.at);
    auto peak = billOf(work, load, within, requests * share);
    const auto quiet = billOf(work, load, beyond, requests * (one - share));
    const auto otherwise = billOf(work, load, beyond, requests * share);
    if (!peak || !quiet || !otherwise)
        return std::nullopt;
    peak->peak = peak->cost - otherwise->cost;
    peak->add(*quiet);
    return peak;
}

std::optional<Bill> billOfPart(const Work &work, const Workload &load, const Candidate::Part &part,
                               const Decimal &requests)
{
    PriceQuery query{part.vendor, part.model, work.at, Tier::Standard, work.scenario.region};
    if (load.batchable.isZero())
        return billOverHours(work, load, query, requests);
    query.tier = Tier::Batch;
    auto batch = billOverHours(work, load, query, requests * load.batchable);
    query.tier = Tier::Standard;
    if (!batch) {
        auto standard = billOverHours(work, load, query, requests);
        if (standard)
            addOnce(work.row.notes, Texts::tr("no batch price is known: all at the standard price"));
        return standard;
    }
    const auto standard = billOverHours(work, load, query, requests * (one - load.batchable));
    if (!standard)
        return std::nullopt;
    batch->add(*standard);
    return batch;
}

void addWorkloads(const Work &work, const Decimal &volume)
{
    EstimateRow &row = work.row;
    Bill all;
    bool whole = true;
    for (const Workload &load : work.scenario.workloads) {
        std::optional<Bill> bill = Bill();
        for (const Candidate::Part &part : row.candidate.parts) {
            const Decimal requests = part.share * load.perDay * work.scenario.daysPerMonth * volume;
            const auto own = billOfPart(work, load, part, requests);
            if (bill && own)
                bill->add(*own);
            else
                bill.reset();
        }
        row.workloads.append({load.name, bill ? std::optional(bill->cost) : std::nullopt});
        whole = whole && bill;
        if (bill) {
            all.cost += bill->cost;
            all.peak += bill->peak;
            all.lines += bill->lines;
        }
    }
    for (const Candidate::Part &part : row.candidate.parts) {
        if (!work.scenario.region.isEmpty()
            && !work.book.pricesRegion(part.vendor, part.model, work.scenario.region)) {
            addOnce(row.unknown, Texts::tr("region %1").arg(work.scenario.region));
            whole = false;
        }
    }
    if (!all.lines.isEmpty())
        row.provenance = all.lines.front().provenance;
    if (whole) {
        row.modelCost = all.cost;
        row.peak = all.peak;
        row.lines = all.lines;
    } else if (row.unknown.isEmpty())
        row.unknown.append(Texts::tr("model"));
    if (row.modelCost && !work.scenario.daysPerYear.isZero())
        row.yearModelCost
            = (*row.modelCost * work.scenario.daysPerYear).dividedBy(work.scenario.daysPerMonth, 9);
}

/// A month of stored data; its unit decides how the month counts.
std::optional<EstimateLine> storageLine(const Work &work, const FeeFacts &facts, const StoredData &stored)
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
    if (!priced || !priced->cost || priced->currency != Currency::usd())
        return std::nullopt;
    const PricedLine &line = priced->lines.front();
    return EstimateLine{stored.name,   stored.vendor,  stored.price,  line.meter,    line.rule(),
                        line.quantity, line.unitPrice, line.row->per, *priced->cost, line.row->provenance};
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
    if (!price)
        return std::nullopt;
    const Decimal fee = seatFee(scenario.seats, plan->seatsMinimum, *price);
    const auto cost = inDollars(work, fee, plan->currency);
    if (cost)
        work.row.services.append({{},
                                  plan->vendor,
                                  plan->plan,
                                  u"seats"_s,
                                  {},
                                  larger(scenario.seats, plan->seatsMinimum),
                                  *price,
                                  1,
                                  fee,
                                  plan->provenance,
                                  plan->currency});
    return cost;
}

/// Storage, support, seats and tax around the model's cost, each its own column.
void addServices(const Work &work, const FeeFacts &facts)
{
    EstimateRow &row = work.row;
    const Scenario &scenario = work.scenario;
    const auto model = inDollars(work, row.modelCost, row.currency);
    row.modelDollars = model;
    row.peakDollars = model ? inDollars(work, row.peak, row.currency) : std::nullopt;
    Decimal gross = model.value_or(0);
    Decimal sum = gross;
    for (const StoredData &stored : scenario.storage) {
        const auto line = storageLine(work, facts, stored);
        const auto cost = line ? std::optional(line->amount) : std::nullopt;
        if (line)
            row.services.append(*line);
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
    if (plan && row.support)
        row.services.append(
            {{}, plan->vendor, plan->plan, u"gross"_s, {}, gross, {}, 0, *row.support, plan->provenance});
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
