// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/caching.h"

#include <cmath>

namespace Costglass {

namespace {

const Decimal one = 1;

} // namespace

Decimal CacheRates::breakEvenReads(int decimals) const
{
    return (write - one).dividedBy(one - read, decimals);
}

Decimal CacheRates::breakEvenHitRate(int decimals) const
{
    return (write - one).dividedBy(write - read, decimals);
}

Decimal CacheRates::prefixMultiple(const Decimal &hits) const
{
    return (one - hits) * write + hits * read;
}

Decimal CacheRates::keepAliveMinutes(const Decimal &ttl, int decimals) const
{
    return (ttl * write).dividedBy(read, decimals);
}

int CacheRates::mostPings() const
{
    return static_cast<int>((write - read).dividedBy(read, 0, Rounding::Down).toDouble());
}

qint64 cacheableTokens(qint64 prefix, qint64 minimum)
{
    return prefix >= minimum ? prefix : 0;
}

double arrivalWithin(double perHour, double ttlMinutes)
{
    return 1 - std::exp(-perHour * ttlMinutes / 60);
}

qint64 Conversation::inputTokens() const
{
    return turns * (system + retrieved) + question * turns * (turns + 1) / 2
        + answer * turns * (turns - 1) / 2;
}

qint64 Conversation::cacheableTokens(qint64 minimum) const
{
    qint64 sum = 0;
    for (qint64 turn = 1; turn <= turns; ++turn) {
        const qint64 history = turn >= 2 ? (turn - 2) * (question + answer) : 0;
        sum += Costglass::cacheableTokens(system + history, minimum);
    }
    return sum;
}

} // namespace Costglass
