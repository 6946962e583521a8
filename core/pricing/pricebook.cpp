// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricebook.h"

#include "pricing/meters.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Prices)
};

} // namespace

PriceBook::PriceBook()
{
    for (const MeterInfo &meter : knownMeters())
        m_meters[static_cast<size_t>(meterId(meter.name))].prompt = meter.prompt;
    for (const MeterInfo &meter : knownMeters()) {
        for (const QString &fallback : meter.fallbacks)
            m_meters[static_cast<size_t>(meterId(meter.name))].fallbacks.push_back(meterId(fallback));
    }
}

int PriceBook::meterId(const QString &meter)
{
    const auto found = m_meterIds.constFind(meter);
    if (found != m_meterIds.cend())
        return *found;
    const int id = static_cast<int>(m_meters.size());
    m_meterIds.insert(meter, id);
    m_meters.push_back({meter});
    return id;
}

int PriceBook::modelId(const QString &vendor, const QString &model)
{
    const Key key(canonicalVendor(vendor), model);
    const auto found = m_index.constFind(key);
    if (found != m_index.cend())
        return *found;
    const int id = static_cast<int>(m_models.size());
    m_models.push_back({key});
    m_index.insert(key, id);
    m_byName.insert(model, m_byName.contains(model) ? -1 : id);
    return id;
}

void PriceBook::add(const PriceRow &row)
{
    const int meter = meterId(row.meter);
    Model &model = m_models[static_cast<size_t>(modelId(row.vendor, row.model))];
    m_rows.push_back(row);
    for (MeterRows &rows : model.meters) {
        if (rows.meter == meter) {
            rows.rows.push_back(&m_rows.back());
            return;
        }
    }
    model.meters.push_back({meter, {&m_rows.back()}});
}

void PriceBook::add(const PriceFactor &factor)
{
    m_factors.push_back(factor);
    PriceFactor &stored = m_factors.back();
    stored.vendor = stored.vendor.isEmpty() ? QString() : canonicalVendor(factor.vendor);
    if (factor.model.isEmpty())
        m_general.push_back(&stored);
    else
        m_models[static_cast<size_t>(modelId(factor.vendor, factor.model))].factors.push_back(&stored);
}

void PriceBook::add(const PriceAlias &alias)
{
    const int id = modelId(alias.modelVendor.isEmpty() ? alias.vendor : alias.modelVendor, alias.model);
    const std::pair<QString, Key> key(alias.region, Key(canonicalVendor(alias.vendor), alias.name));
    const auto known = m_aliases.constFind(key);
    m_aliases.insert(key, known != m_aliases.cend() && *known != id ? -1 : id);
}

void PriceBook::add(const Schedule &schedule)
{
    m_schedules.insert(schedule.rule().id, schedule);
}

void PriceBook::add(const PriceList &list)
{
    for (const Schedule &schedule : list.schedules)
        add(schedule);
    for (const PriceRow &row : list.rows)
        add(row);
    for (const PriceFactor &factor : list.factors)
        add(factor);
    for (const PriceAlias &alias : list.aliases)
        add(alias);
}

const PriceBook::Model *PriceBook::find(const QString &vendor, const QString &model,
                                        const QString &region) const
{
    if (vendor.isEmpty())
        return modelAt(m_byName.value(model, -1));
    if (region.isEmpty()) { // most often the vendor is called by its own name already
        const auto found = m_index.constFind(Key(vendor, model));
        if (found != m_index.cend())
            return modelAt(*found);
    }
    const Key key(canonicalVendor(vendor), model);
    const int inRegion = region.isEmpty() ? -1 : m_aliases.value({region, key}, -1);
    if (inRegion >= 0)
        return modelAt(inRegion);
    return modelAt(m_index.contains(key) ? m_index.value(key) : m_aliases.value({QString(), key}, -1));
}

const PriceBook::Model *PriceBook::modelAt(int id) const
{
    return id >= 0 ? &m_models[static_cast<size_t>(id)] : nullptr;
}

const PriceFactor *PriceBook::factorOf(const Model &model, std::optional<Tier> tier,
                                       const QString &region) const
{
    const auto matches = [&](const PriceFactor *factor) {
        return factor->tier == tier && factor->region == region
            && (factor->vendor.isEmpty() || factor->vendor == model.key.first);
    };
    const PriceFactor *found = nullptr;
    for (const PriceFactor *factor : m_general)
        found = matches(factor) ? factor : found;
    for (const PriceFactor *factor : model.factors)
        found = matches(factor) ? factor : found;
    return found;
}

Result<Money> PriceBook::cost(const QString &vendor, const QString &model, const QString &meter, QDate day,
                              qint64 quantity) const
{
    const qint64 at = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    const auto priced = price({vendor, model, at}, {{meter, quantity}});
    if (!priced)
        return std::unexpected(priced.error());
    if (!priced->cost)
        return failure(Error::Kind::Config, Texts::tr("There is no price for %1, %2.").arg(model, meter));
    return priced->cost->toMoney(priced->currency);
}

QList<PriceRow> PriceBook::rowsOf(const QString &vendor, const QString &model, const QString &region) const
{
    QList<PriceRow> rows;
    if (const Model *found = find(vendor, model, region)) {
        for (const MeterRows &meter : found->meters) {
            for (const PriceRow *row : meter.rows)
                rows.append(*row);
        }
    }
    return rows;
}

QList<std::pair<QString, QString>> PriceBook::models() const
{
    QList<Key> keys;
    for (const Model &model : m_models) {
        if (!model.meters.empty())
            keys.append(model.key);
    }
    return keys;
}

QList<Schedule> PriceBook::schedulesOf(const QString &vendor, const QString &model) const
{
    QList<Schedule> found;
    QStringList seen;
    const QList<PriceRow> rows = rowsOf(vendor, model);
    for (const PriceRow &row : rows) {
        const auto schedule = m_schedules.constFind(row.schedule);
        if (schedule != m_schedules.cend() && !seen.contains(row.schedule)) {
            seen.append(row.schedule);
            found.append(*schedule);
        }
    }
    return found;
}

bool PriceBook::pricesRegion(const QString &vendor, const QString &model, const QString &region) const
{
    const Model *found = find(vendor, model, region);
    const bool variant = found && found->key.second != model;
    return found && (variant || factorOf(*found, {}, region));
}

bool PriceBook::hasMeter(const QString &meter) const
{
    return m_meterIds.contains(meter);
}

const PriceRow *PriceBook::sameRow(const PriceRow &like, qint64 at) const
{
    const PriceRow *found = nullptr;
    const int id = m_index.value(Key(canonicalVendor(like.vendor), like.model), -1);
    if (id < 0)
        return nullptr;
    for (const MeterRows &meter : m_models[static_cast<size_t>(id)].meters) {
        for (const PriceRow *row : meter.rows) {
            if (row->sameKey(like) && row->holdsAt(at) && (!found || found->from <= row->from))
                found = row;
        }
    }
    return found;
}

} // namespace Costglass
