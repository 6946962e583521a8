// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

namespace Costglass {

void writeBalances(Database &database, qint64 account, const QList<Balance> &balances)
{
    Statement insert(database,
                     "INSERT OR REPLACE INTO balance (account, at, name, of, unit, currency, amount_nanos,"
                     " decimals, period_start, period_end) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)");
    for (const Balance &balance : balances) {
        insert
            .with(account, balance.at, balance.name, static_cast<int>(balance.of),
                  balance.unit.isNull() ? QStringLiteral("") : balance.unit, balance.amount.currency().code(),
                  balance.amount.nanos(), balance.decimals, balance.periodStart, balance.periodEnd)
            .run();
    }
}

QList<Balance> readBalances(Database &database, qint64 account, qint64 since)
{
    Statement read(
        database,
        "SELECT at, name, of, unit, currency, amount_nanos, decimals, period_start, period_end FROM balance b"
        " WHERE account = ?1 AND (at >= ?2 OR at = (SELECT max(at) FROM balance WHERE account = ?1"
        " AND name = b.name AND of = b.of AND unit = b.unit AND currency = b.currency AND at < ?2))"
        " ORDER BY at, name");
    read.with(account, since);
    QList<Balance> balances;
    while (read.step()) {
        const Currency currency = valueOf(Currency::fromCode(read.text(4)));
        balances.append({.at = read.integer(0),
                         .name = read.text(1),
                         .amount = Money::fromNanos(read.integer(5), currency),
                         .of = static_cast<Balance::Of>(read.integer(2)),
                         .unit = read.text(3).isEmpty() ? QString() : read.text(3),
                         .decimals = static_cast<int>(read.integer(6)),
                         .periodStart = read.integer(7),
                         .periodEnd = read.integer(8)});
    }
    return balances;
}

} // namespace Costglass
