// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/decimal.h"

namespace Costglass {

/// What a cached prefix costs as multiples of the input price (FK-12): once written, then read.
struct CacheRates
{
    Decimal write; ///< 1.25, 2, …; 1 where writing costs nothing extra
    Decimal read; ///< cached price ÷ input price

    Decimal breakEvenReads(int decimals = 4) const; ///< reads after one write from which caching is cheaper
    Decimal breakEvenHitRate(int decimals = 4) const; ///< share of hits from which caching is cheaper
    Decimal prefixMultiple(const Decimal &hits) const; ///< (1 - hits) × write + hits × read
    /// Minutes for which renewing the cache every \a ttl minutes is cheaper than writing it anew.
    Decimal keepAliveMinutes(const Decimal &ttl, int decimals = 1) const;
    int mostPings() const; ///< renewals that are cheaper than one write
};

/// Tokens of a prefix that a vendor caches: none below its minimum, where caching is skipped silently.
qint64 cacheableTokens(qint64 prefix, qint64 minimum);

/// Chance that the next request with the same prefix comes within \a ttlMinutes when \a perHour come at random:
/// 1 - e^(-λ·ttl). An estimate.
double arrivalWithin(double perHour, double ttlMinutes);

/// An n-turn conversation that sends its history again each time.
struct Conversation
{
    qint64 turns = 1;
    qint64 system = 0; ///< system prompt and tools
    qint64 retrieved = 0; ///< text looked up for each turn
    qint64 question = 0;
    qint64 answer = 0;

    /// n(S+R) + u·n(n+1)/2 + b·n(n-1)/2.
    qint64 inputTokens() const;
    qint64 outputTokens() const { return turns * answer; }
    /// What the turns can read from a cache: turn 1 the system prompt, turn k that and the history up to turn k-2;
    /// a prefix shorter than \a minimum gives nothing.
    qint64 cacheableTokens(qint64 minimum) const;
};

} // namespace Costglass
