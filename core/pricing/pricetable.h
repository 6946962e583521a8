// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/feefacts.h"
#include "pricing/modelfacts.h"
#include "pricing/pricebook.h"

namespace Costglass {

/// So many parts of each token class, for one price of a whole million: 3 : 0 : 1 is three read for one written.
struct TokenMix
{
    Decimal input = 3;
    Decimal cached = 0;
    Decimal output = 1;
};

/// What a model costs at an instant, per million tokens in its own currency: short prompts, in quiet hours, in one tier.
/// Nothing = the list has no price of that class.
struct ModelPrices
{
    QString vendor;
    QString model;
    Currency currency = Currency::usd();
    std::optional<Decimal> input;
    std::optional<Decimal> cached;
    std::optional<Decimal> write; ///< the cheapest cache write
    std::optional<Decimal> output;
    std::optional<Decimal>
        blended; ///< at the mix asked for; what is missing of it costs its fallback's price
    std::optional<Decimal> peakFactor; ///< what input costs in peak hours ÷ what it costs in quiet ones
    std::optional<Schedule::Rule> peak; ///< those hours
    qint64 longFrom = 0; ///< longer prompts have another price; 0 = none has
    QList<Tier> tiers; ///< that have a price: Standard and others
    std::optional<qint64> context; ///< tokens
    std::optional<qint64> cacheFrom; ///< shortest prefix that is cached, in tokens
    QString freeQuota; ///< in the vendor's words
    Provenance provenance;
};

/// Every model with a price of input or output tokens in that tier, in the book's order.
QList<ModelPrices> modelPrices(const PriceBook &book, const FeeFacts &fees, const ModelFacts &facts,
                               qint64 at, const TokenMix &mix, Tier tier = Tier::Standard);

/// A price of one meter from an instant on: standard tier, short prompts, quiet hours.
struct PriceStep
{
    std::optional<qint64> from; ///< nothing = as long as anybody knows
    std::optional<Decimal> price; ///< per million; nothing = none
    Currency currency = Currency::usd();
    Provenance provenance;
};

/// The steps of a price, oldest first, those to come included; empty when it never had one.
QList<PriceStep> priceHistory(const PriceBook &book, const QString &vendor, const QString &model,
                              const QString &meter);

/// The standard prices of one model that change at one instant.
struct PriceChangeAhead
{
    struct Change
    {
        QString meter;
        std::optional<Decimal> before; ///< per million
        std::optional<Decimal> after; ///< nothing = the price ends and no other is announced
    };
    qint64 at = 0;
    QString vendor;
    QString model;
    Currency currency = Currency::usd();
    QList<Change> changes;
};

/// What is announced after \a now, earliest first.
QList<PriceChangeAhead> changesAhead(const PriceBook &book, qint64 now);

} // namespace Costglass
