// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

namespace Costglass::Sample {

/// The month that the design's pictures show (shared/design/mock): November 2026, seen on the 24th. Together $1,241.74;
/// the first 24 days of October $1,012.15, the whole of it $1,377.41; by vendor $471.42, $402.04, $141.46, $110.99,
/// $53.61, $43.23 and $18.99.
struct VendorDays
{
    const char *vendor;
    QList<int> cents; ///< one per day
};

// clang-format off
inline const QList<VendorDays> octoberDays{
    {"openai", {1730, 2030, 754, 980, 1336, 1689, 2251, 2012, 1683, 723, 988, 2858, 1886, 1577, 1588, 3158, 1046, 917, 1982, 2268, 1968, 2253, 1705, 984, 1403, 2454, 1871, 2093, 2975, 2306, 999}},
    {"anthropic", {1661, 1345, 796, 410, 1020, 1571, 1265, 1017, 1478, 546, 556, 1274, 1476, 1500, 1658, 1428, 530, 915, 2131, 1714, 1767, 1302, 1537, 721, 600, 2355, 1920, 1671, 1789, 1974, 782}},
    {"aws", {530, 473, 211, 256, 455, 524, 516, 485, 399, 314, 246, 512, 522, 690, 555, 790, 281, 344, 657, 658, 584, 717, 786, 251, 320, 797, 742, 717, 665, 800, 357}},
    {"google", {338, 320, 164, 148, 381, 325, 579, 497, 511, 201, 215, 395, 501, 504, 536, 508, 203, 173, 506, 440, 403, 664, 567, 208, 198, 675, 595, 606, 602, 567, 254}},
    {"lanying", {245, 185, 100, 77, 130, 179, 213, 231, 219, 101, 146, 276, 167, 263, 273, 343, 113, 82, 256, 206, 231, 292, 235, 99, 110, 301, 271, 223, 217, 293, 145}},
    {"openrouter", {136, 166, 82, 78, 147, 160, 134, 204, 135, 53, 63, 189, 239, 199, 162, 220, 64, 89, 260, 196, 203, 292, 205, 87, 134, 225, 270, 176, 157, 219, 87}},
    {"deepseek", {81, 77, 41, 34, 107, 105, 55, 81, 106, 40, 32, 70, 101, 88, 73, 95, 34, 48, 80, 74, 89, 113, 97, 42, 44, 91, 114, 105, 110, 98, 49}},
};
inline const QList<VendorDays> novemberDays{
    {"openai", {960, 1891, 2104, 2044, 1984, 2628, 982, 1126, 1838, 2083, 2525, 2075, 2493, 1360, 952, 2990, 2553, 2238, 3778, 3285, 937, 1098, 2180, 1038}},
    {"anthropic", {722, 2470, 1665, 1396, 1545, 1246, 674, 694, 2250, 2074, 1339, 1501, 1654, 605, 699, 1580, 2883, 7430, 1993, 1610, 688, 924, 1871, 691}},
    {"aws", {235, 807, 694, 622, 625, 685, 281, 273, 611, 834, 584, 761, 600, 330, 281, 941, 710, 764, 648, 865, 334, 446, 936, 279}},
    {"google", {212, 543, 542, 580, 415, 549, 273, 190, 405, 741, 636, 543, 537, 244, 263, 490, 563, 745, 634, 604, 254, 118, 681, 337}},
    {"lanying", {103, 239, 194, 312, 307, 185, 134, 92, 276, 267, 241, 319, 243, 131, 160, 255, 262, 379, 273, 318, 130, 122, 315, 104}},
    {"openrouter", {84, 225, 165, 226, 252, 216, 115, 64, 185, 245, 201, 251, 182, 98, 104, 220, 258, 212, 240, 285, 104, 124, 199, 68}},
    {"deepseek", {36, 82, 116, 86, 65, 68, 42, 46, 67, 102, 127, 116, 74, 41, 50, 133, 88, 76, 113, 103, 50, 49, 115, 54}},
};
// clang-format on

inline const QDate today(2026, 11, 24);
inline const qint64 now = 1'795'521'600; ///< 2026-11-24 12:00:00 UTC

inline Money usd(const char *amount)
{
    return *Money::parse(QString::fromLatin1(amount), Currency::usd());
}

inline QList<Money> moneys(const QList<int> &cents)
{
    QList<Money> sums;
    for (const int amount : cents)
        sums.append(Money::fromNanos(amount * (Money::NanosPerUnit / 100), Currency::usd()));
    return sums;
}

inline Money sumOf(const QList<Money> &amounts)
{
    Money sum = Money::zero(Currency::usd());
    for (const Money amount : amounts)
        sum = *sum.plus(amount);
    return sum;
}

inline QList<VendorLine> vendorLines()
{
    QList<VendorLine> lines;
    for (qsizetype i = 0; i < novemberDays.size(); ++i) {
        const QList<Money> daily = moneys(novemberDays[i].cents);
        const QList<Money> before = moneys(octoberDays[i].cents);
        const QString vendor = QString::fromLatin1(novemberDays[i].vendor);
        lines.append({.vendor = vendor,
                      .kind = vendor == u"lanying" ? ChargeKind::Entered : ChargeKind::Billed,
                      .cost = sumOf(daily),
                      .previous = sumOf(before.mid(0, daily.size())),
                      .daily = daily,
                      .recent = before.mid(22) + daily,
                      .completeTo = QDate(2026, 11, vendor == u"google" ? 22 : 23)});
    }
    return lines;
}

inline Forecast forecast()
{
    Forecast forecast;
    forecast.mean = usd("1600.24");
    forecast.lower80 = forecast.lower95 = usd("1504.24");
    forecast.upper80 = forecast.upper95 = usd("1718.24");
    forecast.method = QStringLiteral("weekly rhythm, level of the last 8 weeks.");
    forecast.backtestMonths = 6;
    forecast.backtestErrorPercent = 7;
    forecast.days = {{today, usd("64.99"), usd("50.00"), usd("80.00")},
                     {QDate(2026, 11, 25), usd("68.51"), usd("50.70"), usd("87.69")},
                     {QDate(2026, 11, 26), usd("69.14"), usd("51.16"), usd("88.50")},
                     {QDate(2026, 11, 27), usd("69.77"), usd("51.63"), usd("89.31")},
                     {QDate(2026, 11, 28), usd("29.57"), usd("21.88"), usd("37.85")},
                     {QDate(2026, 11, 29), usd("29.84"), usd("22.08"), usd("38.20")},
                     {QDate(2026, 11, 30), usd("71.67"), usd("53.04"), usd("91.74")}};
    return forecast;
}

/// A 12-month history: $300 + $50 a month of OpenAI's, $500 of Anthropic's, then October and November as above.
inline void addMonths(MonthView &view)
{
    for (int i = 0; i < 12; ++i) {
        QMap<QString, Money> sums{
            {QStringLiteral("openai"), moneys({30'000 + 5'000 * i}).first()},
            {QStringLiteral("anthropic"), usd("500")},
        };
        for (const VendorDays &days : i == 10 ? octoberDays : i == 11 ? novemberDays : QList<VendorDays>())
            sums.insert(QString::fromLatin1(days.vendor), sumOf(moneys(days.cents)));
        view.months.append({view.month.plus(i - 11), sumOf(sums.values())});
        view.monthsByVendor.append({view.month.plus(i - 11), sums});
    }
}

/// The month as the ledger would answer it.
inline MonthView month()
{
    MonthView view;
    view.month = Month(2026, 11);
    view.today = today;
    view.vendors = vendorLines();
    view.total = usd("1241.74");
    view.previousSameDays = usd("1012.15");
    view.previousTotal = usd("1377.41");
    view.previousDaily.fill(Money::zero(view.currency), 31);
    for (const VendorDays &days : octoberDays) {
        const QList<Money> sums = moneys(days.cents);
        for (qsizetype i = 0; i < sums.size(); ++i)
            view.previousDaily[i] = *view.previousDaily[i].plus(sums[i]);
    }
    addMonths(view);
    view.forecast = forecast();
    view.movers = {{QStringLiteral("anthropic"),
                    QStringLiteral("claude-opus-5.5"),
                    {},
                    QStringLiteral("batch-eval"),
                    QDate(2026, 11, 18),
                    usd("61.20")},
                   {QStringLiteral("openai"),
                    QStringLiteral("gpt-6.1-sol"),
                    QStringLiteral("support-bot"),
                    {},
                    {},
                    usd("48.75")},
                   {QStringLiteral("aws"), QStringLiteral("amazon.nova-pro"), {}, {}, {}, usd("-22.10")}};
    const Budget budget{.id = 1, .name = QStringLiteral("All AI"), .amount = usd("1500")};
    view.budgets = {{.budget = budget,
                     .period = view.month.range(),
                     .spent = view.total,
                     .percent = 82,
                     .breachDay = QDate(2026, 11, 29)}};
    view.alerts = {{.id = 1,
                    .budget = 1,
                    .budgetName = budget.name,
                    .periodStart = view.month.firstDay(),
                    .threshold = 80,
                    .spent = usd("1200.13"),
                    .amount = budget.amount,
                    .causeModel = QStringLiteral("claude-opus-5.5"),
                    .causeKey = QStringLiteral("batch-eval"),
                    .causeDay = QDate(2026, 11, 18),
                    .causeAmount = usd("61.20"),
                    .raisedAt = now - 24 * 3600}};
    view.completeTo = QDate(2026, 11, 22);
    view.late = {{QStringLiteral("google"), QDate(2026, 11, 22)}};
    view.restatedDays = 3;
    view.restatedBy = usd("2.09");
    view.accounts = 7;
    view.lastSync = now - 180;
    return view;
}

} // namespace Costglass::Sample
