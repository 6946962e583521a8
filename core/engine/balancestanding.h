// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// How something prepaid, included or counted stands. Amounts of what is no money are of Currency::none(), in \a unit.
struct BalanceStanding
{
    Account account = {}; ///< that it was read from; without an id where only a plan tells
    QString name = {}; ///< the vendor's own word, or the plan's name
    QString unit = {}; ///< null = money
    Balance::Of of = Balance::Of::Told;
    qint64 at = 0; ///< when it was last read, Unix seconds; 0 = never
    std::optional<Money> used = {}; ///< of a counter, since its period began
    std::optional<Money> included = {}; ///< in a period, by the plans of that vendor
    std::optional<Money> left = {};
    std::optional<Money> dailyUse = {}; ///< of the last two weeks; nothing with less than a day of readings
    std::optional<QDate> runsOut = {}; ///< the vendor's billing day on which nothing is left if it goes on so
    DateRange period = {}; ///< after which a counter begins anew; empty = never

    /// Whether it is prepaid money rather than a quota.
    bool isBalance() const { return unit.isNull() && of != Balance::Of::Used; }
    /// Whether nothing is left before the next period begins, or ever.
    bool runsOutEarly() const { return runsOut && (period.isEmpty() || *runsOut < period.to); }
};

/// Every balance and counter at its newest reading, what plans include and nobody counts after them. The daily use is what
/// vendors/balanceuse.h derives from the readings; of a balance whose vendor tells costs apart, it is those.
Result<QList<BalanceStanding>> balanceStandings(Store &store, qint64 now);

/// "¥81.40", "1,240 AI points": an amount of \a unit for a person, of an empty one without it. A null unit is money.
QString amountText(Money amount, const QString &unit);

} // namespace Costglass
