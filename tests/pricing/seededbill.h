// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/reconciliation.h"

/// A small price list, and a month of bills that agree with it.
namespace SeededBill {

using namespace Costglass;
using namespace Qt::StringLiterals;

constexpr qint64 Million = 1'000'000;
constexpr qint64 GiB = qint64(1) << 30;

inline QDate october(int day)
{
    return QDate(2026, 10, day);
}

inline PriceRow row(const QString &model, const QString &meter, const QString &price, qint64 per = Million)
{
    return {.vendor = u"acme"_s, .model = model, .meter = meter, .price = Decimal::of(price), .per = per};
}

inline PriceRow longRow(const QString &meter, const QString &price)
{
    PriceRow made = row(u"large"_s, meter, price);
    made.threshold = 200'000;
    return made;
}

inline PriceRow datedRow(const QString &meter, const QString &price, QDate from)
{
    PriceRow made = row(u"dated"_s, meter, price);
    made.from = dayStart(from, QTimeZone::utc());
    return made;
}

/// The price list of every test. Batch costs half, priority double; "dated" gets cheaper on 15 October.
inline PriceBook smallBook()
{
    PriceBook book;
    for (const PriceRow &one :
         {row(u"large"_s, u"input"_s, u"2"_s), row(u"large"_s, u"cached_input"_s, u"0.2"_s),
          row(u"large"_s, u"cache_write_5m"_s, u"2.5"_s), row(u"large"_s, u"cache_write_1h"_s, u"4"_s),
          row(u"large"_s, u"output"_s, u"10"_s), longRow(u"input"_s, u"4"_s),
          longRow(u"cached_input"_s, u"0.4"_s), longRow(u"cache_write_5m"_s, u"5"_s),
          longRow(u"cache_write_1h"_s, u"8"_s), longRow(u"output"_s, u"15"_s),
          row(u"small"_s, u"input"_s, u"0.5"_s), row(u"small"_s, u"output"_s, u"2"_s),
          datedRow(u"input"_s, u"3"_s, QDate(2026, 1, 1)), datedRow(u"output"_s, u"12"_s, QDate(2026, 1, 1)),
          datedRow(u"input"_s, u"2"_s, october(15)), datedRow(u"output"_s, u"9"_s, october(15)),
          row(u"embedding"_s, u"input"_s, u"0.0013"_s), row(u"searches"_s, u"calls"_s, u"10"_s, 1000),
          row(u"storage"_s, u"bytes"_s, u"0.1"_s, GiB)})
        book.add(one);
    book.add(PriceFactor{.vendor = u"acme"_s, .tier = Tier::Batch, .factor = Decimal::of(u"0.5")});
    book.add(PriceFactor{.vendor = u"acme"_s, .tier = Tier::Priority, .factor = 2});
    return book;
}

inline Money money(const QString &amount, Currency currency = Currency::usd())
{
    return *Money::parse(amount, currency);
}

inline Usage tokens(int day, const QString &model, qint64 input, qint64 output,
                    const QString &tier = u"standard"_s)
{
    Usage usage;
    usage.day = october(day);
    usage.periodStart = dayStart(usage.day, QTimeZone::utc());
    usage.at.service = u"completions"_s;
    usage.at.model = model;
    usage.at.tier = tier;
    usage.input = input;
    usage.output = output;
    return usage;
}

/// 1,000 requests of 3,500 prompt tokens: 2 + 0.40 + 1 + 0.40 + 3 = 6.80. At long-context prices
/// 4 + 0.80 + 2 + 0.80 + 4.50 = 12.10.
inline Usage largeUse(int day, const QString &tier = u"standard"_s, std::optional<qint64> requests = 1000)
{
    Usage usage = tokens(day, u"large"_s, Million, 300'000, tier);
    usage.cacheRead = 2 * Million;
    usage.cacheWrite5m = 400'000;
    usage.cacheWrite1h = 100'000;
    usage.requests = requests;
    return usage;
}

/// 1 + 2 = 3.00.
inline Usage smallUse(int day)
{
    return tokens(day, u"small"_s, 2 * Million, Million);
}

/// 3 + 6 = 9.00, from the 15th on 2 + 4.50 = 6.50.
inline Usage datedUse(int day, const QString &tier = u"standard"_s)
{
    return tokens(day, u"dated"_s, Million, 500'000, tier);
}

inline Usage metered(int day, const QString &service, const QString &unit, qint64 quantity)
{
    Usage usage;
    usage.day = october(day);
    usage.at.service = service;
    usage.unit = unit;
    usage.quantity = quantity;
    return usage;
}

/// The day's bill of a model, rounded as it is written.
inline BilledSum bill(int day, const QString &model, const QString &amount,
                      ChargeCategory category = ChargeCategory::Usage)
{
    const int decimals = static_cast<int>(amount.size() - amount.indexOf(u'.') - 1);
    return {.day = october(day),
            .model = model,
            .category = category,
            .cost = money(amount),
            .decimals = decimals};
}

/// The same of something that has no model.
inline BilledSum serviceBill(int day, const QString &service, const QString &amount,
                             ChargeCategory category = ChargeCategory::Usage)
{
    BilledSum made = bill(day, {}, amount, category);
    made.service = service;
    return made;
}

/// Bills that agree, from the 18th to the 28th and of days where another line is wrong.
inline BillAndUse cleanMonth()
{
    BillAndUse known;
    known.vendor = u"acme"_s;
    known.billedWhole = {{october(1), october(29)}};
    known.usedWhole = {{october(1), october(30)}};
    for (int day = 15; day < 29; ++day) {
        known.used += {largeUse(day), largeUse(day, u"batch"_s), smallUse(day)};
        known.billed += {bill(day, u"large"_s, u"10.20"_s), bill(day, u"small"_s, u"3.00"_s)};
    }
    for (const int day : {1, 13}) {
        known.used.append(datedUse(day));
        known.billed.append(bill(day, u"dated"_s, u"9.00"_s));
    }
    for (const int day : {15, 18, 28}) {
        known.used.append(datedUse(day));
        known.billed.append(bill(day, u"dated"_s, u"6.50"_s));
    }
    known.used += {metered(2, u"searches"_s, u"calls"_s, 300), metered(2, u"storage"_s, u"bytes"_s, GiB)};
    known.billed += {serviceBill(2, u"searches"_s, u"3.00"_s), serviceBill(2, u"storage"_s, u"0.10"_s)};
    return known;
}

} // namespace SeededBill
