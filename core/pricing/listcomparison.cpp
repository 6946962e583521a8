// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/listcomparison.h"

namespace Costglass {

namespace {

Decimal perUnit(const PriceRow &row)
{
    return row.price.dividedBy(row.per, 24);
}

} // namespace

bool samePrice(const PriceRow &row, const PriceRow &other)
{
    return row.currency == other.currency && perUnit(row) == perUnit(other) && row.minimum == other.minimum
        && row.block == other.block;
}

bool isImplausible(const PriceRow &row, const PriceRow &before)
{
    const Decimal now = perUnit(row);
    const Decimal then = perUnit(before);
    return row.currency != before.currency || now > then * Decimal(2) || now * Decimal(2) < then;
}

ListComparison compareWithBook(const PriceList &list, const PriceBook &book, qint64 from)
{
    ListComparison comparison;
    for (PriceRow row : list.rows) {
        if (row.until && *row.until <= from) {
            ++comparison.past;
            continue;
        }
        row.from = row.from ? qMax(*row.from, from) : from;
        const PriceRow *before = book.sameRow(row, *row.from);
        if (before && samePrice(row, *before))
            ++comparison.unchanged;
        else if (before && isImplausible(row, *before))
            comparison.held.append({row, before});
        else
            comparison.changes.append({row, before});
    }
    return comparison;
}

} // namespace Costglass
