// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricelist.h"

namespace Costglass {

/// The same money for the same quantity, with the same minimum and blocks.
bool samePrice(const PriceRow &row, const PriceRow &other);
/// A change of more than twice or to less than half, or to another currency: a unit mistaken or a slip, until a person
/// says otherwise.
bool isImplausible(const PriceRow &row, const PriceRow &before);

/// One price that a list gives anew.
struct PriceChange
{
    PriceRow row; ///< as it would be taken in: nothing of it lies in the past
    const PriceRow *before = nullptr; ///< of the book; null = there was none
};

/// What a list would change. Importing reprices nothing in the past: a row holds from the given instant on at the
/// earliest, and what had ended by then is left out.
struct ListComparison
{
    QList<PriceChange> changes;
    QList<PriceChange> held; ///< those that are implausible
    qsizetype unchanged = 0;
    qsizetype past = 0;
};

ListComparison compareWithBook(const PriceList &list, const PriceBook &book, qint64 from);

} // namespace Costglass
