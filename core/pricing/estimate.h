// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/fxtable.h"
#include "pricing/feefacts.h"
#include "pricing/scenario.h"

namespace Costglass {

/// One price of a model in a month of one workload: quantity × unit price ÷ per = amount.
struct EstimateLine
{
    QString workload;
    QString vendor;
    QString model;
    QString meter;
    QString
        rule; ///< PricedLine::rule(): "schedule=deepseek-2026", "tier=batch"; empty = the plain list price
    Decimal quantity;
    Decimal unitPrice;
    qint64 per = 1;
    Decimal amount;
    Provenance provenance;
    Currency currency = Currency::usd(); ///< of unitPrice and amount
};

/// What a scenario costs in a month with one model or mix; nothing stands for unknown, never 0 for it.
struct EstimateRow
{
    Candidate candidate;
    QList<std::pair<QString, std::optional<Decimal>>> workloads; ///< by name
    std::optional<Decimal> modelCost; ///< of all workloads
    Decimal peak; ///< how much of modelCost is there because requests come in peak hours (FK-08)
    QList<EstimateLine> lines; ///< that modelCost is the sum of
    /// Storage, support ("gross": its fee on that sum, by the plan's steps, so per = 0) and seats.
    QList<EstimateLine> services;
    Currency currency = Currency::usd(); ///< of the model's prices
    std::optional<Decimal> modelDollars; ///< modelCost in dollars; nothing without a rate
    std::optional<Decimal> peakDollars; ///< peak in dollars
    QList<std::pair<QString, std::optional<Decimal>>> storage;
    std::optional<Decimal> support; ///< on model and storage
    std::optional<Decimal> seats;
    std::optional<Decimal> tax;
    std::optional<Decimal> total;
    std::optional<Decimal> yearModelCost; ///< when the scenario tells its days of a year
    std::optional<Decimal> totalLess; ///< with a fifth fewer requests
    std::optional<Decimal> totalMore; ///< with a fifth more
    QStringList unknown; ///< what has no price: "batch", "region us", "support"
    QStringList notes; ///< assumptions that the scenario left to Costglass
    Provenance provenance; ///< of the first price that was used
    QList<FxRate> rates; ///< without which it would have no total
};

/// Prices a scenario at an instant with each of its candidates, or with every model that has prices of input and
/// output of the \a vendors (none = all); the cheapest first, the unknown last. All but the model's own cost is in
/// dollars: with \a rates other prices are converted for the total, without them it is unknown.
QList<EstimateRow> estimate(const Scenario &scenario, const PriceBook &book, const FeeFacts &facts, qint64 at,
                            const QStringList &vendors = {}, const FxTable *rates = nullptr);

} // namespace Costglass
