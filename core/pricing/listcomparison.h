// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricelist.h"

namespace Costglass {

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
    /// Changes of more than twice or less than half: a unit mistaken or a slip, until a person says otherwise.
    QList<PriceChange> held;
    qsizetype unchanged = 0;
    qsizetype past = 0;
};

ListComparison compareWithBook(const PriceList &list, const PriceBook &book, qint64 from);

} // namespace Costglass
