// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "base/money.h"

#include <QMap>

namespace Costglass {

/// What an adapter is asked for in one job.
enum class Feed
{
    Costs,
    Usage,
    Balance,
    Names,
    Prices,
    FxRates
};

/// How we came to know an amount. Kinds are never added to each other unlabelled.
enum class ChargeKind
{
    Billed, ///< the vendor's own money figure
    Estimated, ///< metered usage × price book
    Equivalent, ///< what use covered by a flat plan would cost at API prices
    Entered ///< typed or imported by the person
};

/// FOCUS ChargeCategory.
enum class ChargeCategory
{
    Usage,
    Purchase,
    Tax,
    Credit,
    Adjustment
};

/// The vendor's own ids, exactly. A null QString means that the vendor gave none, which is a value of its own.
struct Dimensions
{
    QString service; ///< FOCUS ServiceName: "completions", "web_search", …
    QString model;
    QString project; ///< OpenAI project, Anthropic workspace: FOCUS SubAccountId
    QString key; ///< API key id
    QString user;
    QString region; ///< FOCUS RegionId, or where inference ran
    QString tier; ///< service tier: "standard", "batch", "priority", …

    bool operator==(const Dimensions &) const = default;
};

/// One bucket of money as the vendor told it (columns after FOCUS).
struct Charge
{
    QDate day; ///< the vendor's billing day
    qint64 periodStart = 0; ///< Unix seconds, inclusive
    qint64 periodEnd = 0; ///< Unix seconds, exclusive
    Dimensions at = {};
    ChargeKind kind = ChargeKind::Billed;
    ChargeCategory category = ChargeCategory::Usage;
    QString description = {}; ///< FOCUS ChargeDescription: the line item's text
    QString meter = {}; ///< FOCUS SkuMeter: "input_tokens", "seats"; null when not told
    Money cost = Money::zero(Currency::usd()); ///< FOCUS BilledCost
    std::optional<Money> list = {}; ///< FOCUS ListCost, before discounts
    QString quantity = {}; ///< FOCUS ConsumedQuantity as exact decimal text; null = unknown
    QString unit = {}; ///< FOCUS ConsumedUnit

    bool operator==(const Charge &) const = default;
};

/// What a vendor billed for one thing on one day: the sum of its charges of one currency.
struct BilledSum
{
    QDate day;
    QString service = {}; ///< as on the bill; null = none told
    QString model = {};
    ChargeCategory category = ChargeCategory::Usage;
    Money cost = Money::zero(Currency::usd());
    int lines = 1; ///< how many charges
    int decimals = 9; ///< of the charge that has most, 2 … 9: how finely the vendor rounds

    bool operator==(const BilledSum &) const = default;
};

/// One bucket of metered use. Token classes are disjoint: their sum is all tokens. Unknown is nothing, never 0.
struct Usage
{
    QDate day;
    qint64 periodStart = 0;
    qint64 periodEnd = 0;
    Dimensions at;
    std::optional<qint64> input; ///< uncached input tokens
    std::optional<qint64> cacheRead; ///< input tokens read from a cache
    std::optional<qint64> cacheWrite5m; ///< input tokens written to a cache, by its time to live
    std::optional<qint64> cacheWrite30m; ///< also writes whose time to live is not told
    std::optional<qint64> cacheWrite1h;
    std::optional<qint64> cacheWrite12h;
    std::optional<qint64> output; ///< output tokens, reasoning included
    std::optional<qint64> requests;
    std::optional<qint64> quantity; ///< any other meter: images, characters, seconds, bytes, sessions, calls
    QString unit; ///< of quantity

    bool operator==(const Usage &) const = default;
};

/// What is left of something prepaid, or what a counter says was used, at an instant.
struct Balance
{
    /// What a change between two readings means (vendors/balanceuse.h derives it).
    enum class Of
    {
        Told, ///< nothing: it is shown, and another feed or balance tells the spend
        Paid, ///< prepaid money: a fall is spend, a rise a top-up
        Granted, ///< credit that the vendor gave: a fall is spend, a rise costs nothing
        Used ///< a counter: a rise is use, a fall begins a new period
    };

    qint64 at = 0; ///< Unix seconds
    QString name; ///< the vendor's own word: "topped_up_balance"
    Money amount; ///< of Currency::none() where \a unit says what is counted
    Of of = Of::Told;
    QString unit = {}; ///< "messages", "AI points"; null = money
    int decimals = 0; ///< to how many decimals of a unit it is counted
    qint64 periodStart = 0; ///< of a counter that begins anew: Unix seconds; 0 = it has no periods
    qint64 periodEnd = 0;

    bool operator==(const Balance &) const = default;
};

/// The name that the vendor gives to one of its ids.
struct Name
{
    enum class Of
    {
        Project,
        Key,
        User
    };
    Of of;
    QString id;
    QString name;

    bool operator==(const Name &) const = default;
};

/// What one reply, or one finished fetch, holds.
struct Records
{
    QList<Charge> charges;
    QList<Usage> usage;
    QList<Balance> balances;
    QList<Name> names;

    bool isEmpty() const
    {
        return charges.isEmpty() && usage.isEmpty() && balances.isEmpty() && names.isEmpty();
    }
    void append(Records &&more);
};

/// Stable English words, as they stand in the ledger, in JSON and on the command line.
QString feedName(Feed feed); ///< "costs", "usage", "balance", "names", "prices", "fx"
std::optional<Feed> feedFromName(QStringView name);
QString chargeKindName(ChargeKind kind); ///< "billed", "estimated", "equivalent", "entered"
std::optional<ChargeKind> chargeKindFromName(QStringView name);
QString chargeCategoryName(ChargeCategory category); ///< "Usage", "Purchase", … as in FOCUS
std::optional<ChargeCategory> chargeCategoryFromName(QStringView name);

} // namespace Costglass
