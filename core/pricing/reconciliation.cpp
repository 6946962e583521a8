// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/reconciliation.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace Costglass {

namespace {

/// What is compared: one model, or a service that has none, on one day. Credits and taxes stand for themselves.
struct ItemKey
{
    QString model;
    QString service; ///< null beside a model: bill and use name its services differently
    QDate day;
    std::optional<DifferenceReason> own; ///< Credit, Tax, or Unexplained for other adjustments
    Currency currency;

    auto order() const { return std::tuple(model, service.isNull(), service, day, own, currency); }
    bool operator<(const ItemKey &other) const { return order() < other.order(); }
};

struct Item
{
    QStringList billedServices = {};
    QStringList usedServices = {};
    bool isBilled = false;
    Money billed;
    int lines = 0;
    int decimals = 2;
    QList<UsePart> parts = {};
    std::optional<Decimal> computed = {};
    std::optional<DifferenceReason> reason = {};
};

std::optional<DifferenceReason> ownReason(const BilledSum &sum)
{
    switch (sum.category) {
    case ChargeCategory::Usage:
    case ChargeCategory::Purchase:
        return std::nullopt;
    case ChargeCategory::Tax:
        return DifferenceReason::Tax;
    case ChargeCategory::Credit:
        return DifferenceReason::Credit;
    case ChargeCategory::Adjustment:
        return sum.cost.isNegative() ? DifferenceReason::Credit : DifferenceReason::Unexplained;
    }
    Q_UNREACHABLE();
}

bool contains(const QList<DateRange> &ranges, QDate day)
{
    return std::any_of(ranges.cbegin(), ranges.cend(),
                       [day](const DateRange &range) { return range.contains(day); });
}

void note(QStringList &services, const QString &service)
{
    if (!services.contains(service))
        services.append(service);
}

/// The only one of them; null when there are several.
QString onlyOf(const QStringList &services)
{
    return services.size() == 1 ? services.first() : QString();
}

/// The bill's word for the service, or else the use's.
QString serviceOf(const Item &item)
{
    const QString billed = onlyOf(item.billedServices);
    return billed.isNull() ? onlyOf(item.usedServices) : billed;
}

Decimal size(Money money)
{
    return Decimal::fromMoney(money.isNegative() ? Money::fromNanos(-money.nanos(), money.currency())
                                                 : money);
}

Decimal distance(const Decimal &a, const Decimal &b)
{
    return a < b ? b - a : a - b;
}

class Reconciler
{
public:
    Reconciler(const BillAndUse &known, const PriceBook &book) : m_known(known), m_book(book) { }

    Result<QList<ReconciledLine>> run();

private:
    Result<void> gather();
    Item &itemOf(const ItemKey &key)
    {
        return m_items.try_emplace(key, Item{.billed = Money::zero(key.currency)}).first->second;
    }
    Result<void> judge(const ItemKey &key, Item &item);
    Result<std::optional<DifferenceReason>> variantReason(const Item &item, Currency currency, bool rounded);
    Result<bool> isFreePart(const Item &item);
    Result<DifferenceReason> reasonOf(const ItemKey &key, const Item &item);
    Result<void> addLine(const ItemKey &key, const Item &item);

    const BillAndUse &m_known;
    const PriceBook &m_book;
    std::map<ItemKey, Item> m_items;
    std::set<std::pair<QString, QString>> m_metered; ///< models and services with any use
    std::map<std::tuple<QString, bool, QString, Currency, std::optional<DifferenceReason>, bool>, qsizetype>
        m_places;
    QList<ReconciledLine> m_lines;
};

Result<void> Reconciler::gather()
{
    for (const BilledSum &sum : m_known.billed) {
        if (sum.category == ChargeCategory::Purchase)
            continue;
        const auto own = ownReason(sum);
        Item &item = itemOf({sum.model, sum.model.isNull() || own ? sum.service : QString(), sum.day, own,
                             sum.cost.currency()});
        const auto billed = item.billed.plus(sum.cost);
        if (!billed)
            return std::unexpected(billed.error());
        item.billed = *billed;
        item.isBilled = true;
        item.lines += sum.lines;
        item.decimals = std::max(item.decimals, sum.decimals);
        note(item.billedServices, sum.service);
    }
    for (const Usage &usage : m_known.used) {
        const UsePart part = usePart(m_known.vendor, usage);
        if (part.use.isEmpty())
            continue;
        const QString service = usage.at.model.isNull() ? usage.at.service : QString();
        m_metered.insert({usage.at.model, service});
        Item &item = itemOf({usage.at.model, service, usage.day, std::nullopt, m_known.currency});
        item.parts.append(part);
        note(item.usedServices, usage.at.service);
    }
    return {};
}

/// How far a bill may lie from an exact cost because each of its lines is rounded: to the nano-unit that the ledger
/// keeps, half of it per line and half for our own; or to the vendor's step, which may also be cut off or up.
bool isWithin(const Item &item, const Decimal &cost, bool rounded)
{
    const Decimal gap = distance(Decimal::fromMoney(item.billed), cost);
    if (rounded)
        return gap < Decimal(item.lines).shifted(-item.decimals);
    return gap + gap <= Decimal(item.lines + 1).shifted(-9);
}

/// The reason of the first other way of pricing that gives the bill. Where the vendor rounds, chance could give a small
/// bill too: there the way must explain nearly all of the difference.
Result<std::optional<DifferenceReason>> Reconciler::variantReason(const Item &item, Currency currency,
                                                                  bool rounded)
{
    const Decimal billed = Decimal::fromMoney(item.billed);
    const QList<UseVariant> variants = useVariants(m_book, item.parts);
    for (const UseVariant &variant : variants) {
        QList<const UsePart *> scopes{nullptr};
        for (const UsePart &part : item.parts) {
            const bool seen = std::any_of(scopes.cbegin() + 1, scopes.cend(),
                                          [&part](const UsePart *one) { return one->sameClass(part); });
            if (!seen)
                scopes.append(&part);
        }
        for (const UsePart *scope : std::as_const(scopes)) {
            const auto cost = costOf(m_book, item.parts, currency, variant, scope);
            if (!cost)
                return std::unexpected(cost.error());
            if (!*cost || **cost == *item.computed || !isWithin(item, **cost, rounded))
                continue;
            const Decimal rest = distance(billed, **cost);
            if (!rounded || rest * Decimal(20) <= distance(billed, *item.computed))
                return std::optional(variant.reason);
        }
    }
    return std::optional<DifferenceReason>();
}

/// Whether whole units of the price list were free of charge: the first GiB of a store, the first 1,000 calls. Tokens
/// are left out: free ones are quotas of their own, and a round difference would too often be a whole number of units.
Result<bool> Reconciler::isFreePart(const Item &item)
{
    if (item.parts.size() != 1 || item.parts.first().ofTokens)
        return false;
    const auto priced = pricePart(m_book, item.parts.first());
    if (!priced)
        return std::unexpected(priced.error());
    if (priced->lines.size() != 1)
        return false;
    const PricedLine &line = priced->lines.front();
    const Decimal gap = *item.computed - Decimal::fromMoney(item.billed);
    if (line.unitPrice.isZero() || gap.isNegative() || (line.row->per == 1 && line.meter != u"gib_days"))
        return false;
    const Decimal units = gap.dividedBy(line.unitPrice, 12);
    return units.isWhole() && units * line.unitPrice == gap
        && units * Decimal(line.row->per) <= line.quantity;
}

/// Why the bill of an item differs from what its use costs.
Result<DifferenceReason> Reconciler::reasonOf(const ItemKey &key, const Item &item)
{
    if (key.own)
        return *key.own;
    const bool isUseWhole = contains(m_known.usedWhole, key.day);
    const bool isBillWhole = contains(m_known.billedWhole, key.day);
    if (item.parts.isEmpty())
        return isUseWhole ? DifferenceReason::Unexplained : DifferenceReason::LateData;
    if (!item.isBilled)
        return isBillWhole ? DifferenceReason::FreeQuota : DifferenceReason::LateData;
    if (isWithin(item, *item.computed, false))
        return DifferenceReason::Rounding;
    const auto exact = variantReason(item, key.currency, false);
    if (!exact || *exact)
        return exact ? Result<DifferenceReason>(**exact) : std::unexpected(exact.error());
    if (item.billed.isZero())
        return DifferenceReason::FreeQuota;
    const auto isFree = isFreePart(item);
    if (!isFree || *isFree)
        return isFree ? Result<DifferenceReason>(DifferenceReason::FreeQuota)
                      : std::unexpected(isFree.error());
    if (isWithin(item, *item.computed, true))
        return DifferenceReason::Rounding;
    const auto rounded = variantReason(item, key.currency, true);
    if (!rounded)
        return std::unexpected(rounded.error());
    return rounded->value_or(isUseWhole && isBillWhole ? DifferenceReason::Unexplained
                                                       : DifferenceReason::LateData);
}

Result<void> Reconciler::judge(const ItemKey &key, Item &item)
{
    if (!key.own && !item.billed.isZero() && !m_metered.contains({key.model, key.service})) {
        item.reason = contains(m_known.usedWhole, key.day) ? DifferenceReason::Unexplained
                                                           : DifferenceReason::LateData;
        return {}; // the vendor tells no use of it at all: what it should cost is unknown
    }
    const auto cost = costOf(m_book, item.parts, key.currency);
    if (!cost)
        return std::unexpected(cost.error());
    item.computed = *cost;
    if (!item.computed) {
        item.reason = DifferenceReason::UnknownModel;
        return {};
    }
    const auto computed = item.computed->toMoney(key.currency);
    if (!computed)
        return std::unexpected(computed.error());
    if (*computed == item.billed)
        return {};
    const auto reason = reasonOf(key, item);
    if (!reason)
        return std::unexpected(reason.error());
    item.reason = *reason;
    return {};
}

/// Adds the item to the line of its model and reason.
Result<void> Reconciler::addLine(const ItemKey &key, const Item &item)
{
    const QString service = key.model.isNull() || key.own ? key.service : serviceOf(item);
    const std::tuple place(key.model, key.service.isNull(), key.service, key.currency, item.reason,
                           item.computed.has_value());
    const auto [entry, isNew] = m_places.try_emplace(place, m_lines.size());
    if (isNew) {
        const Money zero = Money::zero(key.currency);
        m_lines.append({.service = service,
                        .model = key.model,
                        .billed = zero,
                        .computed = item.computed ? std::optional(zero) : std::nullopt,
                        .difference = item.computed ? std::optional(zero) : std::nullopt,
                        .reason = item.reason,
                        .span = {key.day, key.day}});
    }
    ReconciledLine &line = m_lines[entry->second];
    if (line.service != service)
        line.service = QString();
    line.span = {std::min(line.span.from, key.day), std::max(line.span.to, key.day.addDays(1))};
    ++line.days;
    const auto billed = line.billed.plus(item.billed);
    if (!billed)
        return std::unexpected(billed.error());
    line.billed = *billed;
    if (!item.computed)
        return {};
    const auto one = item.computed->toMoney(key.currency);
    const auto computed = one ? line.computed->plus(*one) : one;
    const auto difference = computed ? line.billed.minus(*computed) : computed;
    if (!difference)
        return std::unexpected(difference.error());
    line.computed = *computed;
    line.difference = *difference;
    return {};
}

Result<QList<ReconciledLine>> Reconciler::run()
{
    if (const auto gathered = gather(); !gathered)
        return std::unexpected(gathered.error());
    for (auto &[key, item] : m_items) {
        if (const auto judged = judge(key, item); !judged)
            return std::unexpected(judged.error());
        if (const auto added = addLine(key, item); !added)
            return std::unexpected(added.error());
    }
    const auto order = [](const ReconciledLine &line) {
        return std::pair(!line.reason, -size(line.reason ? line.weight() : line.billed));
    };
    std::stable_sort(
        m_lines.begin(), m_lines.end(),
        [order](const ReconciledLine &a, const ReconciledLine &b) { return order(a) < order(b); });
    return m_lines;
}

} // namespace

Result<QList<ReconciledLine>> reconcile(const BillAndUse &known, const PriceBook &book)
{
    return Reconciler(known, book).run();
}

Result<QList<ReasonSum>> reasonSums(const QList<ReconciledLine> &lines)
{
    std::map<std::pair<DifferenceReason, Currency>, Money> sums;
    for (const ReconciledLine &line : lines) {
        if (!line.reason)
            continue;
        const Currency currency = line.billed.currency();
        Money &sum = sums.try_emplace({*line.reason, currency}, Money::zero(currency)).first->second;
        const auto more = sum.plus(line.weight());
        if (!more)
            return std::unexpected(more.error());
        sum = *more;
    }
    QList<ReasonSum> listed;
    for (const auto &[of, sum] : sums)
        listed.append({of.first, sum});
    return listed;
}

std::optional<Decimal> explainedShare(const QList<ReconciledLine> &lines)
{
    Decimal all = 0;
    Decimal explained = 0;
    std::optional<Currency> currency;
    for (const ReconciledLine &line : lines) {
        if (!line.reason)
            continue;
        if (currency.value_or(line.billed.currency()) != line.billed.currency())
            return std::nullopt;
        currency = line.billed.currency();
        const Decimal weight = size(line.weight());
        all += weight;
        if (line.reason != DifferenceReason::Unexplained)
            explained += weight;
    }
    if (lines.isEmpty())
        return std::nullopt;
    return all.isZero() ? Decimal(1) : explained.dividedBy(all, 6, Rounding::Down);
}

} // namespace Costglass
