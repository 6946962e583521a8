// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

namespace Costglass {

/// Sums rows per day and value of each single dimension, in memory, and writes them as the rollup of a window.
class RollupBuilder
{
public:
    /// \a usageCategory is the id of the category that use without money counts as.
    explicit RollupBuilder(qint64 usageCategory) : m_usageCategory(usageCategory) { }

    void add(const LedgerRow &row); ///< throws Overflow
    /// Replaces what the rollups hold for (account, feed, days).
    void replace(Database &database, qint64 account, Feed feed, qint64 dayFrom, qint64 dayTo) const;

private:
    struct Key
    {
        qint64 dim;
        qint64 day;
        qint64 value;
        int kind;
        QString currency;

        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed) noexcept
    {
        return qHashMulti(seed, key.dim, key.day, key.value, key.kind, key.currency);
    }
    /// cost, input, cache_read, cache_write, output, requests
    using Sums = std::array<std::optional<qint64>, 6>;

    qint64 m_usageCategory;
    QHash<Key, Sums> m_sums;
};

} // namespace Costglass
