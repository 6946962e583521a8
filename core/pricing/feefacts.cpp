// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/feefacts.h"

#include "pricing/meters.h"
#include "pricing/pricelist.h"

#include <QJsonArray>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::FeeFacts)
};

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

QString wordOf(const QJsonValue &value)
{
    return value.isArray() ? value.toVariant().toStringList().join(u"–"_s) : value.toVariant().toString();
}

/// The words of some keys in the order of \a keys, so that nothing that a catalogue says of a fee is lost.
QString wordsOf(const QJsonObject &json, const QStringList &keys)
{
    QStringList words;
    for (const QString &key : keys) {
        const QJsonObject object = json.value(key).toObject();
        QStringList parts;
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(it.key() + u' ' + wordOf(it.value()));
        const QString word = object.isEmpty() ? wordOf(json.value(key)) : parts.join(u", "_s);
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(u"; "_s);
}

Result<FreeQuota> freeQuotaOf(const QJsonObject &json, const QString &place)
{
    FreeQuota quota{.vendor = canonicalVendor(json.value(u"vendor"_s).toString()),
                    .name = json.value(u"name"_s).toString(),
                    .unit = json.value(u"unit"_s).toString(),
                    .provenance = provenanceOf(json)};
    if (quota.vendor.isEmpty() || quota.name.isEmpty())
        return listError(place, Texts::tr("a free quota needs vendor and name."));
    QStringList words{u"tiers"_s, u"rolling_10_min"_s,   u"eligibility"_s, u"validity"_s,
                      u"reset"_s, u"minimum_purchase"_s, u"order"_s,       u"after"_s};
    if (const auto amount = Decimal::fromJson(json.value(u"amount"_s)); amount && !amount->isNegative())
        quota.amount = *amount;
    else
        words.prepend(u"amount"_s);
    if (quota.unit.isEmpty() && json.contains(u"currency"_s)) {
        const auto currency = Currency::fromCode(json.value(u"currency"_s).toString());
        if (!currency)
            return listError(place, currency.error().detail);
        quota.currency = *currency;
    }
    quota.terms = wordsOf(json, words);
    return quota;
}

/// A rate for every amount, or a list of [from, rate] steps.
Result<Ladder> ratesOf(const QJsonObject &json, const QString &place)
{
    const auto rate = listPrice(json, u"rate"_s, place);
    if (!rate)
        return std::unexpected(rate.error());
    Ladder ladder;
    if (*rate)
        ladder.append({0, **rate});
    const QJsonArray tiers = json.value(u"tiers"_s).toArray();
    for (qsizetype i = 0; i < tiers.size(); ++i) {
        const auto above = Decimal::fromJson(tiers[i].toArray().at(0));
        const auto share = Decimal::fromJson(tiers[i].toArray().at(1));
        if (!above || !share || (!ladder.isEmpty() && *above <= ladder.last().above))
            return listError(u"%1.tiers[%2]"_s.arg(place).arg(i),
                             Texts::tr("a step needs an amount above the one before, and a rate."));
        ladder.append({*above, *share});
    }
    return ladder;
}

Result<PrepayOffer> prepayOfferOf(const QJsonObject &json, const QString &place)
{
    const QString kind = json.value(u"type"_s).toString();
    const auto ladder = ratesOf(json, place);
    const auto minimum = listPrice(json, u"minimum"_s, place);
    if (!ladder || !minimum)
        return std::unexpected(ladder ? minimum.error() : ladder.error());
    if (kind != u"fee" && kind != u"bonus")
        return listError(place + u".type"_s, Texts::tr("paying beforehand is a fee or a bonus."));
    return PrepayOffer{canonicalVendor(json.value(u"vendor"_s).toString()),
                       json.value(u"name"_s).toString(),
                       kind == u"fee" ? PrepayOffer::Kind::Fee : PrepayOffer::Kind::Bonus,
                       *ladder,
                       minimum->value_or(0),
                       wordsOf(json, {u"range"_s, u"rule"_s, u"expiry"_s, u"note"_s}),
                       provenanceOf(json)};
}

Result<Commitment> commitmentOf(const QJsonObject &json, const QString &place)
{
    const auto price = listPrice(json, u"price"_s, place);
    const auto currency = Currency::fromCode(json.value(u"currency"_s).toString(u"USD"_s));
    if (!price || !currency)
        return !price ? std::unexpected(price.error()) : listError(place, currency.error().detail);
    return Commitment{
        canonicalVendor(json.value(u"vendor"_s).toString()),
        json.value(u"name"_s).toString(),
        *price,
        *currency,
        json.value(u"unit"_s).toString(),
        wordsOf(json,
                {u"minimum"_s, u"terms"_s, u"reservations"_s, u"payment"_s, u"commit_range"_s,
                 u"discount_max"_s, u"discount_typical"_s, u"discount_reported"_s, u"rules"_s, u"note"_s}),
        provenanceOf(json)};
}

/// A quota that a price repeats as its own allowance ("first 1 GiB") is taken off that price each month.
void linkFreeParts(const QJsonArray &prices, QList<FreeQuota> &quotas)
{
    for (const QJsonValue &value : prices) {
        const QJsonObject price = value.toObject();
        const QStringList allowance = price.value(u"free_allowance"_s).toString().split(u' ');
        const QString vendor = canonicalVendor(price.value(u"vendor"_s).toString());
        for (FreeQuota &quota : quotas) {
            if (quota.vendor == vendor && quota.amount && allowance.contains(quota.amount->toString()))
                quota.price = price.value(u"name"_s).toString();
        }
    }
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

std::optional<Decimal> PrepayOffer::on(const Decimal &payment) const
{
    if (ladder.isEmpty())
        return std::nullopt;
    const Decimal share = payment * reachedRate(ladder, payment);
    return kind == Kind::Fee && !payment.isZero() ? larger(share, minimum) : share;
}

const SupportPlan *FeeFacts::supportPlan(const QString &vendor, const QString &plan) const
{
    return planNamed(supportPlans, vendor, plan);
}

const SeatPlan *FeeFacts::seatPlan(const QString &vendor, const QString &plan) const
{
    return planNamed(seatPlans, vendor, plan);
}

const FreeQuota *FeeFacts::freePart(const QString &vendor, const QString &price) const
{
    const QString owner = canonicalVendor(vendor);
    const auto found = std::find_if(freeQuotas.cbegin(), freeQuotas.cend(), [&](const FreeQuota &quota) {
        return quota.vendor == owner && !price.isEmpty() && quota.price == price;
    });
    return found == freeQuotas.cend() ? nullptr : &*found;
}

Result<FeeFacts> readFeeFacts(const QJsonObject &catalogue)
{
    FeeFacts facts;
    for (const auto &read : {readEach(catalogue, u"support_plans"_s, facts.supportPlans, supportPlanOf),
                             readEach(catalogue, u"subscriptions"_s, facts.seatPlans, seatPlanOf),
                             readEach(catalogue, u"free_quotas"_s, facts.freeQuotas, freeQuotaOf),
                             readEach(catalogue, u"prepay"_s, facts.prepayOffers, prepayOfferOf),
                             readEach(catalogue, u"commitments"_s, facts.commitments, commitmentOf)}) {
        if (!read)
            return std::unexpected(read.error());
    }
    linkFreeParts(catalogue.value(u"non_token_prices"_s).toArray(), facts.freeQuotas);
    return facts;
}

} // namespace Costglass
