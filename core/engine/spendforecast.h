// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analytics/forecast.h"
#include "store/store.h"

namespace Costglass {

/// Whether an amount of that kind is money that somebody pays: billed, estimated and entered are, equivalent is not.
bool isSpend(ChargeKind kind);

/// The currency of the largest sum of spend in \a rows; nothing when there is none.
Result<std::optional<Currency>> mainCurrency(const QList<SummaryRow> &rows);
/// The same of \a days; USD when there is no spend.
Result<Currency> mainCurrency(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where);

/// Spend per day of \a days in one currency, days without any as zero, over what \a where lets through.
Result<QList<Money>> dailySpend(Store &store, const DateRange &days, const QList<QPair<Dim, QString>> &where,
                                Currency currency);

/// The day after the last one that every account has whole, at most today; today when no account tells. Paused
/// accounts and those more than a week behind, which have stopped rather than run late, do not hold it back.
Result<QDate> wholeDaysEnd(Store &store, QDate today);

/// Forecast of the \a period that holds \a today over what \a where lets through, from at most 400 whole days of
/// history or since the period's first. Nothing with too little of it. Payments of plans are no part of that history; those
/// of the period, past and to come, are added as the exact amounts that they are.
Result<std::optional<Forecast>> forecastSpend(Store &store, const DateRange &period,
                                              const QList<QPair<Dim, QString>> &where, Currency currency,
                                              QDate today);

/// The same of the month that holds \a today, with its backtest.
Result<std::optional<Forecast>> forecastSpend(Store &store, const QList<QPair<Dim, QString>> &where,
                                              Currency currency, QDate today);

} // namespace Costglass
