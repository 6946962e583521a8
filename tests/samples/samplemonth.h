// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"
#include "samples/sampledays.h"

namespace Costglass::Sample {

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
        view.months.append({view.month.plus(i - 11), sums});
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
    view.previousDaily.fill(Money::zero(view.currency), 31);
    for (const VendorDays &days : octoberDays) {
        const QList<Money> sums = moneys(days.cents);
        for (qsizetype i = 0; i < sums.size(); ++i)
            view.previousDaily[i] = *view.previousDaily[i].plus(sums[i]);
    }
    addMonths(view);
    view.forecast = forecast();
    view.unusual
        = {{.day = QDate(2026, 11, 18),
            .vendor = QStringLiteral("anthropic"),
            .actual = usd("74.30"),
            .expected = usd("13.10"),
            .lower = usd("9.00"),
            .upper = usd("18.00"),
            .impact = usd("61.20"),
            .score = 0.9,
            .causes = {{Dim::Model, QStringLiteral("claude-opus-5.5"), {}, usd("61.20")},
                       {Dim::Key, QStringLiteral("k1"), QStringLiteral("batch-eval"), usd("60.10")}}}};
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
    view.newestWholeDay = QDate(2026, 11, 23);
    view.late = {{QStringLiteral("google"), QDate(2026, 11, 22)}};
    view.restatedDays = 3;
    view.restatedBy = usd("2.09");
    view.accounts = 7;
    view.lastSync = now - 180;
    return view;
}

} // namespace Costglass::Sample
