// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/rollup.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

void addTo(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (!more)
        return;
    qint64 total = 0;
    if (__builtin_add_overflow(sum.value_or(0), *more, &total))
        throw StoreProblem{
            Error{Error::Kind::Overflow, Texts::tr("A sum is larger than Costglass can hold.")}};
    sum = total;
}

} // namespace

void RollupBuilder::add(const LedgerRow &row)
{
    const bool money = row.kind != NoMoneyKind;
    for (int dim = 0; dim < RollupDimCount; ++dim) {
        const bool category = dim == static_cast<int>(RollupDim::Category);
        const qint64 value = !money && category ? m_usageCategory : row.dims[static_cast<size_t>(dim)];
        Sums &sums = m_sums[Key{dim, row.day, value, row.kind, row.currency}];
        if (money) {
            addTo(sums[0], row.figures[0]);
            continue;
        }
        addTo(sums[1], row.figures[0]);
        addTo(sums[2], row.figures[1]);
        for (size_t write = 2; write <= 5; ++write)
            addTo(sums[3], row.figures[write]);
        addTo(sums[4], row.figures[6]);
        addTo(sums[5], row.figures[7]);
    }
}

void RollupBuilder::replace(Database &database, qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo) const
{
    const int feedNumber = static_cast<int>(feed);
    Statement clear(
        database,
        "DELETE FROM rollup_day WHERE dim = ?1 AND day >= ?2 AND day < ?3 AND account = ?4 AND feed = ?5");
    for (int dim = 0; dim < RollupDimCount; ++dim)
        clear.with(dim, dayFrom, dayTo, account, feedNumber).run();
    Statement insert(database,
                     "INSERT INTO rollup_day (dim, day, account, feed, value, kind, currency, cost, input,"
                     " cache_read, cache_write, output, requests)"
                     " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)");
    for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it) {
        const Key &key = it.key();
        const Sums &sums = it.value();
        insert
            .with(key.dim, key.day, account, feedNumber, key.value, key.kind,
                  key.currency.isNull() ? QStringLiteral("") : key.currency, sums[0], sums[1], sums[2],
                  sums[3], sums[4], sums[5])
            .run();
    }
}

} // namespace Costglass
