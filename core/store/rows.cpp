// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/rows.h"

namespace Costglass {

namespace {

constexpr const char *loadCharges
    = "SELECT id, day, charge_period_start, charge_period_end, service, model, project, key, user, region, "
      "tier,"
      " kind, charge_category, charge_description, sku_meter, consumed_unit, billing_currency, billed_cost, "
      "list_cost,"
      " consumed_quantity FROM charge WHERE account = ?1 AND feed = ?2 AND day >= ?3 AND day < ?4";
constexpr const char *loadUsage
    = "SELECT id, day, charge_period_start, charge_period_end, service, model, project, key, user, region, "
      "tier,"
      " consumed_unit, input, cache_read, cache_write_5m, cache_write_30m, cache_write_1h, cache_write_12h, "
      "output,"
      " requests, quantity FROM usage WHERE account = ?1 AND feed = ?2 AND day >= ?3 AND day < ?4";
constexpr const char *insertCharge
    = "INSERT INTO charge (account, feed, snapshot, day, charge_period_start, charge_period_end, service, "
      "model, project,"
      " key, user, region, tier, kind, charge_category, charge_description, sku_meter, consumed_unit, "
      "billing_currency,"
      " billed_cost, list_cost, consumed_quantity)"
      " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22)";
constexpr const char *insertUsage
    = "INSERT INTO usage (account, feed, snapshot, day, charge_period_start, charge_period_end, service, "
      "model, project,"
      " key, user, region, tier, consumed_unit, input, cache_read, cache_write_5m, cache_write_30m, "
      "cache_write_1h,"
      " cache_write_12h, output, requests, quantity)"
      " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23)";

const char *pick(RowTable::Of of, const char *charges, const char *usage)
{
    return of == RowTable::Of::Charges ? charges : usage;
}

constexpr int DimColumns = 7; // service … tier; the category is a column of charges only

LedgerRow commonRow(QDate day, qint64 start, qint64 end, const Dimensions &at, DimensionIds &ids)
{
    LedgerRow row;
    row.day = day.toJulianDay();
    row.periodEnd = end;
    row.identity[3] = start;
    row.dims = {0,
                ids.idFor(at.service),
                ids.idFor(at.model),
                ids.idFor(at.project),
                ids.idFor(at.key),
                ids.idFor(at.user),
                ids.idFor(at.region),
                ids.idFor(at.tier),
                0};
    return row;
}

} // namespace

QByteArray LedgerRow::identityBytes() const
{
    QByteArray bytes;
    bytes.reserve(128);
    const auto append
        = [&bytes](qint64 value) { bytes.append(reinterpret_cast<const char *>(&value), sizeof value); };
    append(day);
    for (const qint64 dim : dims)
        append(dim);
    for (const qint64 part : identity)
        append(part);
    append(kind);
    bytes.append(currency.toLatin1());
    return bytes;
}

RowTable::RowTable(Database &database, Of of)
    : m_of(of), m_load(database, pick(of, loadCharges, loadUsage)),
      m_insert(database, pick(of, insertCharge, insertUsage)),
      m_remove(database, pick(of, "DELETE FROM charge WHERE id = ?1", "DELETE FROM usage WHERE id = ?1")),
      m_any(database,
            pick(of,
                 "SELECT 1 FROM charge WHERE account = ?1 AND feed = ?2 AND day >= ?3 AND day < ?4 LIMIT 1",
                 "SELECT 1 FROM usage WHERE account = ?1 AND feed = ?2 AND day >= ?3 AND day < ?4 LIMIT 1"))
{
}

LedgerRow RowTable::fromCharge(const Charge &charge, DimensionIds &ids) const
{
    LedgerRow row = commonRow(charge.day, charge.periodStart, charge.periodEnd, charge.at, ids);
    row.dims[static_cast<size_t>(RollupDim::Category)] = ids.idFor(chargeCategoryName(charge.category));
    row.identity[0] = ids.idFor(charge.description);
    row.identity[1] = ids.idFor(charge.meter);
    row.identity[2] = ids.idFor(charge.unit);
    row.kind = static_cast<int>(charge.kind);
    row.currency = charge.cost.currency().code();
    row.quantityText = charge.quantity;
    row.figures[0] = charge.cost.nanos();
    if (charge.list)
        row.figures[1] = charge.list->nanos();
    return row;
}

LedgerRow RowTable::fromUsage(const Usage &usage, DimensionIds &ids) const
{
    LedgerRow row = commonRow(usage.day, usage.periodStart, usage.periodEnd, usage.at, ids);
    row.identity[2] = ids.idFor(usage.unit);
    row.figures
        = {usage.input,         usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite30m, usage.cacheWrite1h,
           usage.cacheWrite12h, usage.output,    usage.requests,     usage.quantity};
    return row;
}

QList<RowTable::Stored> RowTable::load(qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo)
{
    QList<Stored> rows;
    m_load.with(account, static_cast<int>(feed), dayFrom, dayTo);
    while (m_load.step()) {
        Stored stored;
        stored.id = m_load.integer(0);
        stored.row.day = m_load.integer(1);
        stored.row.identity[3] = m_load.integer(2);
        stored.row.periodEnd = m_load.integer(3);
        for (int i = 0; i < DimColumns; ++i)
            stored.row.dims[static_cast<size_t>(i) + 1] = m_load.integer(4 + i);
        if (m_of == Of::Charges) {
            stored.row.kind = static_cast<int>(m_load.integer(11));
            stored.row.dims[static_cast<size_t>(RollupDim::Category)] = m_load.integer(12);
            for (int i = 0; i < 3; ++i)
                stored.row.identity[static_cast<size_t>(i)] = m_load.integer(13 + i);
            stored.row.currency = m_load.text(16);
            stored.row.figures[0] = m_load.integer(17);
            stored.row.figures[1] = m_load.maybeInteger(18);
            stored.row.quantityText = m_load.text(19);
        } else {
            stored.row.identity[2] = m_load.integer(11);
            for (int i = 0; i < 9; ++i)
                stored.row.figures[static_cast<size_t>(i)] = m_load.maybeInteger(12 + i);
        }
        rows.append(stored);
    }
    m_load.reset();
    return rows;
}

void RowTable::insert(qint64 account, Feed feed, qint64 snapshot, const LedgerRow &row)
{
    m_insert.reset();
    int column = 0;
    for (const qint64 value :
         {account, static_cast<qint64>(feed), snapshot, row.day, row.identity[3], row.periodEnd})
        m_insert.bind(++column, value);
    for (size_t i = 1; i <= DimColumns; ++i)
        m_insert.bind(++column, row.dims[i]);
    if (m_of == Of::Charges) {
        m_insert.bind(++column, static_cast<qint64>(row.kind));
        m_insert.bind(++column, row.dims[static_cast<size_t>(RollupDim::Category)]);
        for (size_t i = 0; i < 3; ++i)
            m_insert.bind(++column, row.identity[i]);
        m_insert.bind(++column, row.currency);
        m_insert.bind(++column, row.figures[0]);
        m_insert.bind(++column, row.figures[1]);
        m_insert.bind(++column, row.quantityText);
    } else {
        m_insert.bind(++column, row.identity[2]);
        for (const auto &figure : row.figures)
            m_insert.bind(++column, figure);
    }
    m_insert.step();
}

void RowTable::remove(qint64 id)
{
    m_remove.with(id).run();
}

bool RowTable::hasAny(qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo)
{
    const bool any = m_any.with(account, static_cast<int>(feed), dayFrom, dayTo).step();
    m_any.reset();
    return any;
}

} // namespace Costglass
