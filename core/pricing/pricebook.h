// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricerow.h"

#include <QHash>
#include <QVarLengthArray>

#include <deque>

namespace Costglass {

/// What a list of prices says: the unit in which importers hand over and books take in.
struct PriceList
{
    QList<PriceRow> rows = {};
    QList<PriceFactor> factors = {};
    QList<PriceAlias> aliases = {};
    QList<Schedule> schedules = {};
    QStringList notes = {}; ///< what was left out and why, translated
};

/// Who did what, when: the dimensions of a look-up.
struct PriceQuery
{
    QString vendor; ///< any name that canonicalVendor() knows; empty = the only vendor that has the model
    QString model;
    qint64 at = 0; ///< Unix seconds: the request's start
    Tier tier = Tier::Standard;
    QString region = {};
    /// Tokens of one prompt, when the use is a sum of many requests; nothing = the use is one request.
    std::optional<Decimal> promptLength = {};
};

struct Quantity
{
    QString meter;
    Decimal amount;
};

/// One meter of a priced request, with the row and the factors that made its price.
struct PricedLine
{
    QString meter;
    Decimal quantity; ///< as billed: after minimum and blocks
    const PriceRow *row = nullptr; ///< of the book: valid as long as the book is not changed
    const PriceFactor *tierFactor = nullptr; ///< when the tier has no row of its own
    const PriceFactor *regionFactor = nullptr;
    Decimal unitPrice; ///< for row->per units, factors included
    Decimal amount;

    /// How the price came about: "long_context>272000", "schedule=deepseek-2026", "tier=batch", "tier=batch*0.5",
    /// "region=us*1.1", "meter=input" (for want of a price of its own), joined by ";"; empty = the plain list price.
    QString rule() const;
};

struct PricedRequest
{
    std::optional<Decimal> cost; ///< nothing when any quantity has no price
    Currency currency = Currency::usd();
    std::vector<PricedLine> lines;
    QStringList unpriced; ///< meters without a price; all of them when the model is unknown
    bool modelKnown = false;
};

/// Dated prices: append-only, looked up exactly and never by likeness. Of rows with the same key the one with the
/// latest start holds; an override stands above every list; an alias holds until rows of that very name do. Reading is
/// const and safe from several threads.
class PriceBook
{
public:
    PriceBook();
    PriceBook(PriceBook &&) = default;
    PriceBook &operator=(PriceBook &&) = default;

    void add(const PriceRow &row);
    void add(const PriceFactor &factor);
    void add(const PriceAlias &alias);
    void add(const Schedule &schedule);
    void add(const PriceList &list);

    /// The cost of one request. A prompt's length is the sum of its prompt meters; "reasoning" is a part of "output".
    /// Negative or more than 10¹⁵ of anything, or more reasoning than output: Format. Two currencies: Config.
    Result<PricedRequest> price(const PriceQuery &query, const QList<Quantity> &use) const;

    /// price × quantity ÷ per in nanos, half to even; Config when there is no price on that UTC day.
    Result<Money> cost(const QString &vendor, const QString &model, const QString &meter, QDate day,
                       qint64 quantity) const;

    /// Rows of a model in the order in which they were added; empty when it is unknown.
    QList<PriceRow> rowsOf(const QString &vendor, const QString &model, const QString &region = {}) const;
    /// Every (vendor, model) in the order of their first row.
    QList<std::pair<QString, QString>> models() const;
    /// The hours at which prices of a model differ.
    QList<Schedule> schedulesOf(const QString &vendor, const QString &model) const;
    /// Whether a model is offered in a region: by a factor or as a variant of its own.
    bool pricesRegion(const QString &vendor, const QString &model, const QString &region) const;
    /// Whether usage may name that meter: a known one or one that a row has.
    bool hasMeter(const QString &meter) const;
    /// The row of exactly that key which holds at that instant, if any.
    const PriceRow *sameRow(const PriceRow &like, qint64 at) const;

private:
    using Key = std::pair<QString, QString>;
    struct MeterRows
    {
        int meter;
        std::vector<const PriceRow *> rows;
    };
    struct Model
    {
        Key key;
        std::vector<MeterRows> meters = {};
        std::vector<const PriceFactor *> factors = {};
    };
    struct Meter
    {
        QString name;
        bool prompt = false;
        std::vector<int> fallbacks = {};
    };
    struct Lookup; ///< a query while it is answered
    struct Use
    {
        QVarLengthArray<int, 8> meters; ///< -1 = no row has it
        Decimal prompt = 0; ///< length in tokens
        Decimal reasoning = 0;
    };

    int meterId(const QString &meter);
    int modelId(const QString &vendor, const QString &model);
    Result<Use> examine(const QList<Quantity> &use) const;
    Result<PricedRequest> priceAs(const Model &model, const PriceQuery &query, const QString &region,
                                  const QList<Quantity> &use, const Use &examined) const;
    const Model *find(const QString &vendor, const QString &model, const QString &region) const;
    const Model *modelAt(int id) const;
    const PriceFactor *factorOf(const Model &model, std::optional<Tier> tier, const QString &region) const;
    const PriceRow *best(const MeterRows &rows, Tier tier, const Lookup &lookup) const;
    bool resolve(const Model &model, int meter, const Lookup &lookup, PricedLine &line) const;
    bool isWrite(int meter) const;
    bool pricesWrites(const Model &model) const;
    bool priceLine(const Model &model, int meter, const Lookup &lookup, PricedLine &line) const;

    std::deque<PriceRow> m_rows; ///< a deque, as models point into it
    std::deque<PriceFactor> m_factors;
    std::vector<Model> m_models;
    std::vector<const PriceFactor *> m_general; ///< for a vendor as a whole, or for all
    QHash<Key, int> m_index;
    QHash<QString, int> m_byName; ///< model id alone; -1 = several vendors have it
    QHash<std::pair<QString, Key>, int> m_aliases; ///< by region and (vendor, name); -1 = ambiguous
    QHash<QString, int> m_meterIds;
    std::vector<Meter> m_meters;
    QHash<QString, Schedule> m_schedules;
};

} // namespace Costglass
