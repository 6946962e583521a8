// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricebook.h"
#include "store/logbatch.h"

namespace Costglass {

/// What logged requests would cost at API prices.
class LogPrices
{
public:
    explicit LogPrices(PriceBook book) : m_book(std::move(book)) { }

    /// Under which names a bucket's requests have prices: a model that goes by its name and day
    /// ("claude-haiku-4-5-20251001") has the price of its name; one that \a vendor has no price for may be another
    /// vendor's behind a proxy, if only one has it.
    PriceQuery queryOf(const QString &vendor, const LogBucket &bucket) const;
    /// The request as a whole: its own length decides about long-context prices. LogEntry::Unpriced when any part has no
    /// price in dollars.
    qint64 cost(PriceQuery query, const LogEntry &entry) const;

private:
    PriceBook m_book;
};

} // namespace Costglass
