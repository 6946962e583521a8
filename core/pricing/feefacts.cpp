// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/feefacts.h"

#include "pricing/meters.h"
#include "pricing/pricelist.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

Provenance provenanceOf(const QJsonObject &json)
{
    return {json.value(u"source"_s).toArray().at(0).toString().trimmed(), json.value(u"as_of"_s).toString(),
            json.value(u"confidence"_s).toString()};
}

/// Steps are told by their upper ends; a ladder's begin where the one before ends.
Result<Ladder> ladderOf(const QJsonArray &tiers, const QString &place)
{
    Ladder ladder;
    Decimal above = 0;
    for (qsizetype i = 0; i < tiers.size(); ++i) {
        const QJsonObject tier = tiers[i].toObject();
        const QString where = u"%1.tiers[%2]"_s.arg(place).arg(i);
        const auto rate = listPrice(tier, u"rate"_s, where);
        const auto end = listPrice(tier, u"up_to"_s, where);
        if (!rate || !end)
            return std::unexpected(rate ? end.error() : rate.error());
        ladder.append({above, rate->value_or(0)});
        above = end->value_or(0);
    }
    return ladder;
}

Result<SupportPlan> supportPlanOf(const QJsonObject &json, const QString &place)
{
    const auto flat = listPrice(json, u"flat"_s, place);
    const auto minimum = listPrice(json, u"minimum"_s, place);
    const auto ladder = ladderOf(json.value(u"tiers"_s).toArray(), place);
    if (!flat || !minimum || !ladder)
        return std::unexpected(!flat ? flat.error() : !minimum ? minimum.error() : ladder.error());
    SupportPlan plan{canonicalVendor(json.value(u"vendor"_s).toString()),
                     json.value(u"plan"_s).toString(),
                     *flat,
                     minimum->value_or(0),
                     *ladder,
                     provenanceOf(json)};
    // A plan without tiers whose minimum is told costs that much: "Basic" is free.
    if (!plan.flat && plan.ladder.isEmpty())
        plan.flat = *minimum;
    return plan;
}

Result<SeatPlan> seatPlanOf(const QJsonObject &json, const QString &place)
{
    const auto currency = Currency::fromCode(json.value(u"currency"_s).toString());
    const auto monthly = listPrice(json, u"monthly_price"_s, place);
    const auto annual = listPrice(json, u"annual_price_per_month"_s, place);
    const auto seats = listPrice(json, u"seats_min"_s, place);
    if (!currency)
        return listError(place, currency.error().detail);
    if (!monthly || !annual || !seats)
        return std::unexpected(!monthly ? monthly.error() : !annual ? annual.error() : seats.error());
    return SeatPlan{canonicalVendor(json.value(u"vendor"_s).toString()),
                    json.value(u"plan"_s).toString(),
                    *currency,
                    *monthly,
                    *annual,
                    seats->value_or(0),
                    json.value(u"included"_s).toString(),
                    provenanceOf(json)};
}

template<typename T>
Result<void> readEach(const QJsonObject &catalogue, const QString &key, QList<T> &into,
                      Result<T> (*read)(const QJsonObject &, const QString &))
{
    const QJsonArray entries = catalogue.value(key).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto entry = read(entries[i].toObject(), u"%1[%2]"_s.arg(key).arg(i));
        if (!entry)
            return std::unexpected(entry.error());
        into.append(*entry);
    }
    return {};
}

template<typename T>
const T *planNamed(const QList<T> &plans, const QString &vendor, const QString &name)
{
    for (const T &plan : plans) {
        if (plan.vendor == canonicalVendor(vendor) && plan.plan == name)
            return &plan;
    }
    return nullptr;
}

} // namespace

std::optional<Decimal> SupportPlan::fee(const Decimal &gross) const
{
    if (flat || ladder.isEmpty())
        return flat;
    return supportFee(ladder, minimum, gross);
}

const SupportPlan *FeeFacts::supportPlan(const QString &vendor, const QString &plan) const
{
    return planNamed(supportPlans, vendor, plan);
}

const SeatPlan *FeeFacts::seatPlan(const QString &vendor, const QString &plan) const
{
    return planNamed(seatPlans, vendor, plan);
}

Result<FeeFacts> readFeeFacts(const QJsonObject &catalogue)
{
    FeeFacts facts;
    if (const auto read = readEach(catalogue, u"support_plans"_s, facts.supportPlans, supportPlanOf); !read)
        return std::unexpected(read.error());
    if (const auto read = readEach(catalogue, u"subscriptions"_s, facts.seatPlans, seatPlanOf); !read)
        return std::unexpected(read.error());
    return facts;
}

} // namespace Costglass
