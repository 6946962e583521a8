// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/reconciliation.h"
#include "store/store.h"

namespace Costglass {

/// One account's bill of a month held to use × dated price.
struct ReconciledAccount
{
    Account account;
    QList<ReconciledLine> lines; ///< what differs first, dearest first
    bool isMetered = true; ///< false: the vendor tells no use, so that nothing can be said of the bill
};

/// Reconciles the bills of \a month, for each of the accounts that has a bill or use in it. The vendors' own names of
/// tools are added to \a book.
Result<QList<ReconciledAccount>> reconcileMonth(Store &store, const QList<Account> &accounts, Month month,
                                                PriceBook book);

} // namespace Costglass
