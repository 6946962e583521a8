// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

namespace Costglass {

/// One value of a dimension and how much of an anomaly it explains.
struct AnomalyCause
{
    Dim dim;
    QString value; ///< as the vendor names it; null = the vendor gave none
    QString name = {}; ///< of a project or key, where known
    Money impact; ///< its own amount of that day less its usual
};

/// A day on which a scope cost clearly more or less than the days before let expect.
struct SpendAnomaly
{
    QDate day;
    QString vendor; ///< null = everything that was asked for
    Money actual = Money::zero(Currency::usd());
    Money expected = Money::zero(Currency::usd());
    Money lower = Money::zero(Currency::usd()); ///< of the usual range
    Money upper = Money::zero(Currency::usd());
    Money impact = Money::zero(Currency::usd()); ///< actual less expected
    double score = 0; ///< AnomalyThreshold…1
    QList<AnomalyCause> causes; ///< of model, key and project the value that explains most, largest first
};

/// What a model, key or project usually costs on a day, in nano-units: the median of the 28 days before \a day, but
/// none before \a first; a day that \a spend does not hold counts as 0. Nothing: less than a week is known.
std::optional<qint64> usualSpend(const QMap<QDate, qint64> &spend, QDate day, QDate first);

struct AnomalyQuestion
{
    DateRange days; ///< in which anomalies are told
    QList<QPair<Dim, QString>> where = {};
    Currency currency = Currency::usd();
    Money least = Money::zero(Currency::usd()); ///< impacts below it are not told; in that currency or 0
};

/// Looks through each vendor's whole days and, where no vendor stands out by itself, through their sum; in
/// time order.
Result<QList<SpendAnomaly>> spendAnomalies(Store &store, const AnomalyQuestion &question, QDate today);

} // namespace Costglass
