// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "seededbill.h"

/// Forty discrepancies of a bill, with the figures that a person finds by hand.
namespace SeededBill {

using Reason = DifferenceReason;

/// One discrepancy, with the figures that a person finds.
struct Seed
{
    const char *name;
    QList<Usage> used;
    QList<BilledSum> billed;
    const char *computed; ///< null = unknown
    const char *difference;
    Reason reason;

    /// Which model or service and reason it is told under.
    QString place() const
    {
        const Dimensions at = used.isEmpty() ? Dimensions() : used.first().at;
        const QString model = billed.isEmpty() ? at.model : billed.first().model;
        const QString service = billed.isEmpty() ? at.service : billed.first().service;
        return (model.isNull() ? service : model) + u": "_s + differenceReasonName(reason);
    }
};

inline BilledSum twoLines(BilledSum sum)
{
    sum.lines = 2;
    return sum;
}

// clang-format off
inline QList<Seed> tierSeeds()
{
    const QString batch = u"batch"_s;
    return {{"standard use billed as batch", {largeUse(1)}, {bill(1, u"large"_s, u"3.40"_s)}, "6.80", "-3.40", Reason::Tier},
            {"batch use billed as standard", {largeUse(2, batch)}, {bill(2, u"large"_s, u"6.80"_s)}, "3.40", "3.40", Reason::Tier},
            {"standard use billed as priority", {largeUse(3)}, {bill(3, u"large"_s, u"13.60"_s)}, "6.80", "6.80", Reason::Tier},
            {"a day's batch part billed as standard too", {largeUse(4), largeUse(4, batch)}, {bill(4, u"large"_s, u"13.60"_s)}, "10.20", "3.40", Reason::Tier},
            {"a day's batch part alone billed as priority", {largeUse(5), largeUse(5, batch)}, {bill(5, u"large"_s, u"20.40"_s)}, "10.20", "10.20", Reason::Tier}};
}

inline QList<Seed> cacheSeeds()
{
    return {{"reads billed as input: 2 × 1.80 more", {largeUse(6)}, {bill(6, u"large"_s, u"10.40"_s)}, "6.80", "3.60", Reason::CacheClass},
            {"5-minute writes billed as 1-hour ones: 0.4 × 1.50 more", {largeUse(7)}, {bill(7, u"large"_s, u"7.40"_s)}, "6.80", "0.60", Reason::CacheClass},
            {"1-hour writes billed as 5-minute ones: 0.1 × 1.50 less", {largeUse(8)}, {bill(8, u"large"_s, u"6.65"_s)}, "6.80", "-0.15", Reason::CacheClass},
            {"times to live swapped: 1.60 + 0.25 instead of 1.40", {largeUse(9)}, {bill(9, u"large"_s, u"7.25"_s)}, "6.80", "0.45", Reason::CacheClass}};
}

inline QList<Seed> longContextSeeds()
{
    return {{"short prompts billed as long", {largeUse(10)}, {bill(10, u"large"_s, u"12.10"_s)}, "6.80", "5.30", Reason::LongContext},
            {"ten prompts of 350,000 tokens billed as short", {largeUse(11, u"standard"_s, 10)}, {bill(11, u"large"_s, u"6.80"_s)}, "12.10", "-5.30", Reason::LongContext},
            {"batch of short prompts billed as long", {largeUse(12, u"batch"_s)}, {bill(12, u"large"_s, u"6.05"_s)}, "3.40", "2.65", Reason::LongContext},
            {"prompts of unknown length billed as long", {largeUse(13, u"standard"_s, std::nullopt)}, {bill(13, u"large"_s, u"12.10"_s)}, "6.80", "5.30", Reason::LongContext}};
}

inline QList<Seed> priceSeeds()
{
    return {{"yesterday's price after the change", {datedUse(16)}, {bill(16, u"dated"_s, u"9.00"_s)}, "6.50", "2.50", Reason::PriceChanged},
            {"the new price before the change", {datedUse(14)}, {bill(14, u"dated"_s, u"6.50"_s)}, "9.00", "-2.50", Reason::PriceChanged},
            {"the old price days later", {tokens(20, u"dated"_s, 2 * Million, Million)}, {bill(20, u"dated"_s, u"18.00"_s)}, "13.00", "5.00", Reason::PriceChanged},
            {"the old price of a batch", {datedUse(17, u"batch"_s)}, {bill(17, u"dated"_s, u"4.50"_s)}, "3.25", "1.25", Reason::PriceChanged}};
}

inline QList<Seed> freeSeeds()
{
    return {{"billed at nothing", {smallUse(1)}, {bill(1, u"small"_s, u"0.00"_s)}, "3.00", "-3.00", Reason::FreeQuota},
            {"never billed", {smallUse(2)}, {}, "3.00", "-3.00", Reason::FreeQuota},
            {"the first GiB of three", {metered(1, u"storage"_s, u"bytes"_s, 3 * GiB)}, {serviceBill(1, u"storage"_s, u"0.20"_s)}, "0.30", "-0.10", Reason::FreeQuota},
            {"the first 1,000 calls of 5,000", {metered(1, u"searches"_s, u"calls"_s, 5000)}, {serviceBill(1, u"searches"_s, u"40.00"_s)}, "50.00", "-10.00", Reason::FreeQuota}};
}

inline QList<Seed> lateSeeds()
{
    return {{"not billed yet", {smallUse(29)}, {}, "3.00", "-3.00", Reason::LateData},
            {"use not told yet", {}, {bill(30, u"small"_s, u"3.00"_s)}, "0.00", "3.00", Reason::LateData},
            {"a part not billed yet", {largeUse(30)}, {bill(30, u"large"_s, u"5.12"_s)}, "6.80", "-1.68", Reason::LateData}};
}

/// 1,234,567 × 0.5 + 345,678 × 2 = 617,283.5 + 691,356 millionths.
inline QList<Seed> roundingSeeds()
{
    const Usage third = tokens(3, u"small"_s, 1'234'567, 345'678);
    const Usage fourth = tokens(4, u"small"_s, 1'234'567, 345'678);
    return {{"rounded to cents", {third}, {bill(3, u"small"_s, u"1.31"_s)}, "1.3086395", "0.0013605", Reason::Rounding},
            {"cut to cents", {fourth}, {bill(4, u"small"_s, u"1.30"_s)}, "1.3086395", "-0.0086395", Reason::Rounding},
            {"333 × 1.3 = 432.9 nano-units in two rounded lines", {tokens(1, u"embedding"_s, 333, 0)}, {twoLines(bill(1, u"embedding"_s, u"0.000000434"_s))}, "0.000000433", "0.000000001", Reason::Rounding}};
}

inline QList<Seed> ownSeeds()
{
    return {{"a credit of the account", {}, {serviceBill(1, u"Promotional credit"_s, u"-7.50"_s, ChargeCategory::Credit)}, "0.00", "-7.50", Reason::Credit},
            {"a credit of a model", {}, {bill(15, u"large"_s, u"-1.00"_s, ChargeCategory::Credit)}, "0.00", "-1.00", Reason::Credit},
            {"a refund", {}, {bill(6, u"small"_s, u"-2.25"_s, ChargeCategory::Adjustment)}, "0.00", "-2.25", Reason::Credit},
            {"a tax", {}, {serviceBill(1, u"VAT"_s, u"1.20"_s, ChargeCategory::Tax)}, "0.00", "1.20", Reason::Tax},
            {"the same tax again", {}, {serviceBill(2, u"VAT"_s, u"0.35"_s, ChargeCategory::Tax)}, "0.00", "0.35", Reason::Tax},
            {"a tax without a name", {}, {bill(3, {}, u"0.80"_s, ChargeCategory::Tax)}, "0.00", "0.80", Reason::Tax}};
}

inline QList<Seed> restSeeds()
{
    return {{"a model that no list has", {tokens(1, u"mystery"_s, Million, 0)}, {bill(1, u"mystery"_s, u"4.00"_s)}, nullptr, nullptr, Reason::UnknownModel},
            {"the same model again", {tokens(2, u"mystery"_s, Million, 0)}, {bill(2, u"mystery"_s, u"2.00"_s)}, nullptr, nullptr, Reason::UnknownModel},
            {"a tool that no list has", {metered(1, u"puzzle"_s, u"calls"_s, 70)}, {serviceBill(1, u"puzzle"_s, u"0.70"_s)}, nullptr, nullptr, Reason::UnknownModel},
            {"too much", {largeUse(14)}, {bill(14, u"large"_s, u"7.77"_s)}, "6.80", "0.97", Reason::Unexplained},
            {"half a dollar too much", {smallUse(5)}, {bill(5, u"small"_s, u"3.50"_s)}, "3.00", "0.50", Reason::Unexplained},
            {"billed without use", {}, {bill(2, u"dated"_s, u"5.00"_s)}, "0.00", "5.00", Reason::Unexplained},
            {"a correction upwards", {}, {serviceBill(5, u"Correction"_s, u"0.99"_s, ChargeCategory::Adjustment)}, "0.00", "0.99", Reason::Unexplained}};
}

// clang-format on

inline QList<Seed> allSeeds()
{
    return tierSeeds() + cacheSeeds() + longContextSeeds() + priceSeeds() + freeSeeds() + lateSeeds()
        + roundingSeeds() + ownSeeds() + restSeeds();
}

} // namespace SeededBill
