// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricebook.h"

#include "pricing/ladder.h"
#include "pricing/meters.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Prices)
};

/// More of anything in one request is a mistake, not a quantity.
const Decimal mostOfAMeter(1'000'000'000'000'000);

std::unexpected<Error> absurd(const Quantity &quantity)
{
    return failure(Error::Kind::Format,
                   Texts::tr("“%1” is %2: a quantity lies between 0 and 10¹⁵.")
                       .arg(quantity.meter, quantity.amount.toString()));
}

/// amount ÷ per, exactly where the unit is a power of ten, as in every list.
Decimal dividedByUnit(const Decimal &amount, qint64 per)
{
    if (per == 1'000'000)
        return amount.shifted(-6);
    int places = 0;
    qint64 rest = per;
    for (; rest >= 10 && rest % 10 == 0; rest /= 10)
        ++places;
    return rest == 1 ? amount.shifted(-places) : amount.dividedBy(per, 18, Rounding::HalfEven);
}

/// Of two rows that both hold: the user's, the longer prompt's, that of the hours, the latest.
bool outranks(const PriceRow &row, const PriceRow &other)
{
    if (row.layer != other.layer)
        return row.layer > other.layer;
    if (row.threshold != other.threshold)
        return row.threshold > other.threshold;
    if (row.schedule.isEmpty() != other.schedule.isEmpty())
        return other.schedule.isEmpty();
    return row.from >= other.from;
}

} // namespace

struct PriceBook::Lookup
{
    const PriceQuery &query;
    Decimal prompt; ///< length in tokens
    const PriceFactor *tierFactor;
    const PriceFactor *regionFactor;
};

const PriceRow *PriceBook::best(const MeterRows &rows, Tier tier, const Lookup &lookup) const
{
    const PriceRow *found = nullptr;
    for (const PriceRow *row : rows.rows) {
        if (row->tier != tier || !row->holdsAt(lookup.query.at) || !row->reaches(lookup.prompt)
            || (found && !outranks(*row, *found)))
            continue;
        if (!row->schedule.isEmpty()) {
            const auto schedule = m_schedules.constFind(row->schedule);
            if (schedule == m_schedules.cend() || !schedule->contains(lookup.query.at))
                continue;
        }
        found = row;
    }
    return found;
}

/// Finds the price of one meter alone, without its fallbacks.
bool PriceBook::resolve(const Model &model, int meter, const Lookup &lookup, PricedLine &line) const
{
    for (const MeterRows &rows : model.meters) {
        if (rows.meter != meter)
            continue;
        const Tier tier = lookup.query.tier;
        const PriceRow *standard = best(rows, Tier::Standard, lookup);
        const PriceRow *own = tier == Tier::Standard ? standard : best(rows, tier, lookup);
        // A long prompt's standard price is nearer than the tier's price of short ones.
        const bool ownReaches = own && (!standard || own->threshold >= standard->threshold);
        line.row = ownReaches || !lookup.tierFactor ? (ownReaches ? own : nullptr) : standard;
        line.tierFactor = line.row && line.row != own ? lookup.tierFactor : nullptr;
        return line.row != nullptr;
    }
    return false;
}

bool PriceBook::isWrite(int meter) const
{
    return m_meters[static_cast<size_t>(meter)].name.startsWith(u"cache_write");
}

bool PriceBook::pricesWrites(const Model &model) const
{
    return std::any_of(model.meters.begin(), model.meters.end(),
                       [this](const MeterRows &rows) { return isWrite(rows.meter); });
}

bool PriceBook::priceLine(const Model &model, int meter, const Lookup &lookup, PricedLine &line) const
{
    const Meter &info = m_meters[static_cast<size_t>(meter)];
    bool found = resolve(model, meter, lookup, line);
    for (size_t i = 0; !found && i < info.fallbacks.size(); ++i) {
        // Where any write is priced, another is not as cheap as input: it is unknown.
        if (isWrite(meter) && !isWrite(info.fallbacks[i]) && pricesWrites(model))
            break;
        found = resolve(model, info.fallbacks[i], lookup, line);
    }
    if (!found)
        return false;
    line.regionFactor = lookup.regionFactor;
    line.unitPrice = line.row->price;
    if (line.tierFactor)
        line.unitPrice = line.unitPrice * line.tierFactor->factor;
    if (line.regionFactor)
        line.unitPrice = line.unitPrice * line.regionFactor->factor;
    if (!line.row->block.isZero() || !line.row->minimum.isZero())
        line.quantity = billedQuantity(line.quantity, line.row->minimum, line.row->block);
    line.amount = dividedByUnit(line.unitPrice * line.quantity, line.row->per);
    return true;
}

/// The meters of a request, looked up once, and what is known of it before any price.
Result<PriceBook::Use> PriceBook::examine(const QList<Quantity> &use) const
{
    static const QString reasoning = u"reasoning"_s;
    Use examined;
    examined.meters.reserve(use.size());
    for (const Quantity &quantity : use) {
        if (!quantity.amount.isValid() || quantity.amount.isNegative() || quantity.amount > mostOfAMeter)
            return absurd(quantity);
        const int id = m_meterIds.value(quantity.meter, -1);
        examined.meters.append(id);
        if (id >= 0 && m_meters[static_cast<size_t>(id)].prompt)
            examined.prompt += quantity.amount;
        if (quantity.meter == reasoning)
            examined.reasoning = quantity.amount;
    }
    return examined;
}

Result<PricedRequest> PriceBook::priceAs(const Model &model, const PriceQuery &query, const QString &region,
                                         const QList<Quantity> &use, const Use &examined) const
{
    PricedRequest result;
    result.modelKnown = true;
    const Lookup lookup{query, query.promptLength.value_or(examined.prompt),
                        query.tier == Tier::Standard ? nullptr : factorOf(model, query.tier, {}),
                        region.isEmpty() ? nullptr : factorOf(model, {}, region)};
    Decimal cost = 0;
    result.lines.reserve(static_cast<size_t>(use.size()));
    for (qsizetype i = 0; i < use.size(); ++i) {
        PricedLine &line = result.lines.emplace_back();
        line.meter = use[i].meter;
        line.quantity = use[i].amount;
        if (!examined.reasoning.isZero() && line.meter == u"output")
            line.quantity = line.quantity - examined.reasoning;
        if (line.quantity.isNegative())
            return failure(Error::Kind::Format, Texts::tr("There is more reasoning than output."));
        if (examined.meters[i] < 0 || !priceLine(model, examined.meters[i], lookup, line)) {
            if (!use[i].amount.isZero())
                result.unpriced.append(use[i].meter);
            result.lines.pop_back();
            continue;
        }
        if (result.lines.size() > 1 && line.row->currency != result.currency)
            return failure(Error::Kind::Config,
                           Texts::tr("The prices of “%1” are in several currencies.").arg(query.model));
        result.currency = line.row->currency;
        cost += line.amount;
    }
    if (result.unpriced.isEmpty() && !cost.isValid())
        return failure(Error::Kind::Overflow, Texts::tr("A cost has more digits than Costglass can hold."));
    if (result.unpriced.isEmpty())
        result.cost = cost;
    return result;
}

Result<PricedRequest> PriceBook::price(const PriceQuery &query, const QList<Quantity> &use) const
{
    const auto examined = examine(use);
    if (!examined)
        return std::unexpected(examined.error());
    const QString region = query.region.isEmpty() ? QString() : query.region.toLower();
    const Model *model = find(query.vendor, query.model, region);
    if (!model || model->meters.empty()) {
        PricedRequest unknown;
        for (const Quantity &quantity : use)
            unknown.unpriced.append(quantity.meter);
        return unknown;
    }
    auto priced = priceAs(*model, query, region, use, *examined);
    if (!priced || priced->cost || !priced->lines.empty())
        return priced;
    // A list may give an alias prices of its own from some day on; before that it still is the other's name.
    const Model *former
        = modelAt(m_aliases.value({QString(), Key(canonicalVendor(query.vendor), query.model)}, -1));
    return former && former != model ? priceAs(*former, query, region, use, *examined) : priced;
}

QString PricedLine::rule() const
{
    QStringList parts;
    if (row->meter != meter)
        parts.append(u"meter="_s + row->meter);
    if (row->threshold > 0)
        parts.append(u"long_context"_s + (row->atThreshold ? u">="_s : u">"_s)
                     + QString::number(row->threshold));
    if (!row->schedule.isEmpty())
        parts.append(u"schedule="_s + row->schedule);
    if (tierFactor)
        parts.append(u"tier="_s + tierName(*tierFactor->tier) + u'*' + tierFactor->factor.toString());
    else if (row->tier != Tier::Standard)
        parts.append(u"tier="_s + tierName(row->tier));
    if (regionFactor)
        parts.append(u"region="_s + regionFactor->region + u'*' + regionFactor->factor.toString());
    if (row->layer == PriceLayer::Override)
        parts.append(u"override"_s);
    return parts.join(u';');
}

} // namespace Costglass
