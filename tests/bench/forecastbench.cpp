// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/anomalies.h"
#include "analytics/forecast.h"
#include "analytics/seriesforecast.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>

using namespace Costglass;

namespace {

/// A weekly rhythm with growth and the same noise each time.
Values dailySeries(int days, quint32 seed)
{
    Values values;
    for (int i = 0; i < days; ++i) {
        seed = seed * 1664525u + 1013904223u;
        const double noise = static_cast<double>(seed >> 8) / 16777216.0;
        values.push_back((100 + 0.05 * i) * (i % 7 < 5 ? 1.0 : 0.3) * (0.7 + 0.6 * noise));
    }
    return values;
}

QList<Money> asMoney(const Values &values)
{
    QList<Money> money;
    for (const double value : values)
        money.append(Money::fromNanos(std::llround(value * 1e9), Currency::usd()));
    return money;
}

template<typename Work>
double medianMs(int runs, Work work)
{
    Values times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return medianOf(times);
}

} // namespace

int main()
{
    const Values years = dailySeries(3 * 365, 1);
    std::printf("forecast of a 3-year daily series, 28 days: %.2f ms (mark: 20)\n",
                medianMs(21, [&] { forecastSeries(years, {.horizon = 28, .season = 7}); }));
    std::printf("anomalies of a 3-year daily series: %.2f ms\n",
                medianMs(21, [&] { lookAtSeries(years, {}, 7); }));
    const QDate today(2026, 11, 11);
    for (const int days : {400, 3 * 365}) {
        QList<QList<Money>> scopes;
        for (quint32 scope = 0; scope < 200; ++scope)
            scopes.append(asMoney(dailySeries(days, scope + 2)));
        std::printf("month forecast with backtest of 200 scopes of %d days: %.0f ms (mark: 1000)\n", days,
                    medianMs(3, [&] {
                        for (const QList<Money> &scope : scopes)
                            forecastMonth(today.addDays(-days), scope, today, {});
                    }));
    }
    const Values million = dailySeries(1'000'000, 7);
    std::printf("1 M values: forecast %.0f ms, anomalies %.0f ms\n",
                medianMs(1, [&] { forecastSeries(million, {.horizon = 28, .season = 7}); }),
                medianMs(1, [&] { lookAtSeries(million, {}, 7); }));
    return 0;
}
