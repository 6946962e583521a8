// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricetable.h"

#include <algorithm>
#include <map>
#include <set>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Million = 1'000'000;
const QStringList tokenMeters{u"input"_s, u"cached_input"_s, u"output"_s};

/// One token of a short prompt.
PriceQuery shortPrompt(const QString &vendor, const QString &model, qint64 at, Tier tier = Tier::Standard)
{
    return {vendor, model, at, tier, {}, Decimal(1)};
}

/// The first hour from \a at on in which a model has its price of quiet hours.
qint64 quietHour(const PriceBook &book, const QString &vendor, const QString &model, qint64 at)
{
    const QList<Schedule> schedules = book.schedulesOf(vendor, model);
    return schedules.isEmpty() ? at : schedules.front().nextHour(at, false).value_or(at);
}

/// The price that a list has for exactly this meter, per million.
std::optional<PriceStep> ownPrice(const PriceBook &book, const PriceQuery &query, const QString &meter)
{
    const auto priced = book.price(query, {{meter, 1}});
    if (!priced || !priced->cost || priced->lines.empty() || priced->lines.front().row->meter != meter)
        return std::nullopt;
    const PricedLine &line = priced->lines.front();
    return PriceStep{line.row->from, (line.unitPrice * Decimal(Million)).dividedBy(line.row->per, 12),
                     priced->currency, line.row->provenance};
}

std::optional<Decimal> amountOf(const std::optional<PriceStep> &step)
{
    return step ? step->price : std::nullopt;
}

std::optional<Decimal> cheapestWrite(const PriceBook &book, const PriceQuery &query)
{
    std::optional<Decimal> least;
    for (const QString &meter : {u"cache_write"_s, u"cache_write_5m"_s, u"cache_write_30m"_s,
                                 u"cache_write_1h"_s, u"cache_write_12h"_s}) {
        const auto price = amountOf(ownPrice(book, query, meter));
        if (price && (!least || *price < *least))
            least = price;
    }
    return least;
}

/// A million tokens in that mix, as one request.
std::optional<Decimal> blendedOf(const PriceBook &book, const PriceQuery &query, const TokenMix &mix)
{
    const Decimal whole = mix.input + mix.cached + mix.output;
    QList<Quantity> use{{u"input"_s, mix.input}, {u"cached_input"_s, mix.cached}, {u"output"_s, mix.output}};
    use.removeIf([](const Quantity &part) { return part.amount.isZero(); });
    const auto priced = book.price(query, use);
    if (!priced || !priced->cost || whole.isZero())
        return std::nullopt;
    return (*priced->cost * Decimal(Million)).dividedBy(whole, 9);
}

void addPeak(ModelPrices &prices, const PriceBook &book, const PriceQuery &quiet)
{
    const QList<Schedule> schedules = book.schedulesOf(prices.vendor, prices.model);
    if (schedules.isEmpty())
        return;
    PriceQuery within = quiet;
    within.at = schedules.front().nextHour(quiet.at, true).value_or(quiet.at);
    const auto peak = amountOf(ownPrice(book, within, u"input"_s));
    if (!peak || !prices.input || prices.input->isZero() || *peak == *prices.input)
        return;
    prices.peakFactor = peak->dividedBy(*prices.input, 4);
    prices.peak = schedules.front().rule();
}

/// The tiers with a price, and from which length of prompts on another one holds.
void addConditions(ModelPrices &prices, const PriceBook &book, const PriceQuery &quiet)
{
    for (const Tier tier : {Tier::Standard, Tier::Batch, Tier::Flex, Tier::Priority}) {
        PriceQuery query = quiet;
        query.tier = tier;
        if (ownPrice(book, query, u"input"_s) || ownPrice(book, query, u"output"_s))
            prices.tiers.append(tier);
    }
    for (const PriceRow &row : book.rowsOf(prices.vendor, prices.model)) {
        if (row.threshold > 0 && row.holdsAt(quiet.at)
            && (prices.longFrom == 0 || row.threshold < prices.longFrom))
            prices.longFrom = row.threshold;
    }
}

/// The vendor's free tokens or requests, in its words; empty = none is known.
QString freeTokensOf(const FeeFacts &fees, const QString &vendor)
{
    for (const FreeQuota &quota : fees.freeQuotas) {
        const bool ofUse = quota.unit.startsWith(u"tokens") || quota.unit.startsWith(u"requests");
        if (quota.vendor != vendor || !ofUse || !quota.amount)
            continue;
        const QString amount = u"%1 %2"_s.arg(quota.amount->toString(), quota.unit);
        return quota.terms.isEmpty() ? amount : u"%1, %2"_s.arg(amount, quota.terms);
    }
    return {};
}

/// Where the standard price of short prompts may change.
std::set<qint64> changesOf(const QList<PriceRow> &rows, const QString &meter)
{
    std::set<qint64> instants;
    for (const PriceRow &row : rows) {
        if (row.meter != meter || row.tier != Tier::Standard || row.threshold > 0)
            continue;
        if (row.from)
            instants.insert(*row.from);
        if (row.until)
            instants.insert(*row.until);
    }
    return instants;
}

PriceStep stepAt(const PriceBook &book, const QString &vendor, const QString &model, const QString &meter,
                 qint64 at)
{
    const PriceQuery query = shortPrompt(vendor, model, quietHour(book, vendor, model, at));
    PriceStep step = ownPrice(book, query, meter).value_or(PriceStep());
    step.from = at;
    return step;
}

} // namespace

QList<ModelPrices> modelPrices(const PriceBook &book, const FeeFacts &fees, const ModelFacts &facts,
                               qint64 at, const TokenMix &mix, Tier tier)
{
    QList<ModelPrices> all;
    for (const auto &[vendor, model] : book.models()) {
        const PriceQuery query = shortPrompt(vendor, model, quietHour(book, vendor, model, at), tier);
        const auto input = ownPrice(book, query, u"input"_s);
        const auto output = ownPrice(book, query, u"output"_s);
        if (!input && !output)
            continue;
        const PriceStep &first = input ? *input : *output;
        ModelPrices prices;
        prices.vendor = vendor;
        prices.model = model;
        prices.currency = first.currency;
        prices.input = amountOf(input);
        prices.cached = amountOf(ownPrice(book, query, u"cached_input"_s));
        prices.write = cheapestWrite(book, query);
        prices.output = amountOf(output);
        // What reads for money and writes for none is an embedding: a mix with output says nothing of it.
        const bool writes = output && (!output->price->isZero() || (input && input->price->isZero()));
        if (writes || mix.output.isZero())
            prices.blended = blendedOf(book, query, mix);
        prices.provenance = first.provenance;
        addPeak(prices, book, query);
        addConditions(prices, book, query);
        prices.context = facts.contextOf(vendor, model);
        prices.cacheFrom = facts.cacheFrom(vendor);
        prices.freeQuota = freeTokensOf(fees, vendor);
        all.append(prices);
    }
    return all;
}

QList<PriceStep> priceHistory(const PriceBook &book, const QString &vendor, const QString &model,
                              const QString &meter)
{
    const std::set<qint64> instants = changesOf(book.rowsOf(vendor, model), meter);
    QList<PriceStep> steps;
    PriceStep first = stepAt(book, vendor, model, meter, instants.empty() ? 0 : *instants.begin() - 1);
    first.from.reset();
    if (first.price)
        steps.append(first);
    for (const qint64 instant : instants) {
        const PriceStep step = stepAt(book, vendor, model, meter, instant);
        if (steps.isEmpty() ? step.price.has_value() : step.price != steps.last().price)
            steps.append(step);
    }
    return steps;
}

QList<PriceChangeAhead> changesAhead(const PriceBook &book, qint64 now)
{
    QList<PriceChangeAhead> all;
    for (const auto &[vendor, model] : book.models()) {
        std::map<qint64, PriceChangeAhead> ahead;
        for (const QString &meter : tokenMeters) {
            const QList<PriceStep> steps = priceHistory(book, vendor, model, meter);
            for (qsizetype i = 0; i < steps.size(); ++i) {
                const PriceStep &step = steps[i];
                if (!step.from || *step.from <= now)
                    continue;
                PriceChangeAhead &change = ahead[*step.from];
                change.at = *step.from;
                change.vendor = vendor;
                change.model = model;
                change.currency = step.price || i == 0 ? step.currency : steps[i - 1].currency;
                change.changes.append({meter, i > 0 ? steps[i - 1].price : std::nullopt, step.price});
            }
        }
        for (const auto &[at, change] : ahead)
            all.append(change);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return all;
}

} // namespace Costglass
