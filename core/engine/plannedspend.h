// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// What plans have cost and will cost, known to the day and the cent, is no matter for statistics. Labels of the accounts
/// that hold it:
Result<QStringList> planAccounts(Store &store);

/// Payments of plans on the days of \a period as far as \a where lets them through, by day: what is charged up to
/// \a today, then what is to come. Amounts in other currencies are left out.
Result<QMap<QDate, Money>> plannedPayments(Store &store, const DateRange &period,
                                           const QList<QPair<Dim, QString>> &where, Currency currency,
                                           QDate today);

} // namespace Costglass
