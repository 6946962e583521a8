// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// How an account stands, from its feeds: the one answer that account lists, banners, pages and forecasts give.
struct AccountState
{
    Account account = {};
    std::optional<qint64> completeTo = {}; ///< of its costs, Unix seconds
    std::optional<QDate> lastWholeDay
        = {}; ///< the last of the vendor's billing days that its costs have whole
    qint64 lastSync = 0; ///< the last good fetch of any feed, Unix seconds; 0 = never
    QList<Error> errors = {}; ///< of the last tries, what waits for a person first

    std::optional<Error> error() const
    {
        return errors.isEmpty() ? std::nullopt : std::optional(errors.first());
    }
    /// Whether it waits for a person: the poller will not help it by itself.
    bool needsPerson() const;
    /// Whether its vendor is late at \a now (Unix seconds): the next whole day has not come a day after that day's end and
    /// the vendor's usual lag.
    bool isLate(qint64 now) const;
};

/// Every account in the ledger's order.
Result<QList<AccountState>> accountStates(Store &store);

} // namespace Costglass
