// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/storethread.h"
#include "vendors/vendorinfo.h"

namespace Costglass {

/// What an account's requests of a calendar month (UTC) have cost.
struct RequestSpend
{
    qint64 requests = 0;
    Money spent = Money::zero(Currency::usd());
    Money most = Money::zero(Currency::usd()); ///< the account's limit
};

/// Of the month of \a now; nothing where requests are free. Config when the account's limit is no amount.
Result<std::optional<RequestSpend>> requestSpend(Store &store, const Account &account, qint64 now);

/// What an account's requests may cost in a calendar month (UTC), where the vendor takes money for each. A request is
/// counted in the ledger before it is sent, so that no crash lets one go uncounted.
class RequestBudget
{
public:
    using Taken = std::function<void(Result<void>)>;

    /// The most is the account's setting "request_budget", an amount in the price's currency, or that field's default.
    RequestBudget(StoreThread &ledger, const Account &account, const VendorInfo &vendor, qint64 now);

    /// Counts one more request; RateLimited until the next month when the money is spent, Config when the setting is no
    /// amount. Answers once; destroying \a context drops the answer.
    void take(QObject *context, const Taken &taken);

    /// The most that the account's requests may cost in a month.
    static Result<Money> most(const Account &account, const VendorInfo &vendor);

private:
    Error refusal(Money most, int requests) const;

    StoreThread &m_ledger;
    Account m_account;
    const VendorInfo &m_vendor;
    qint64 m_now;
};

} // namespace Costglass
