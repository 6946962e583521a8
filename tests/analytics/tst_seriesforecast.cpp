// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/seriesforecast.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace Costglass;

namespace {

const Values week{10, 20, 30, 40, 50, 5, 0};

/// \a count days of the week's rhythm.
Values weekly(int count)
{
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(week[static_cast<size_t>(i % 7)]);
    return values;
}

bool isNear(double value, double wanted, double tolerance)
{
    if (std::abs(value - wanted) <= tolerance)
        return true;
    qWarning("%g is not %g ± %g", value, wanted, tolerance);
    return false;
}

/// Normal noise, the same at each run (Lehmer's generator, Box and Muller's transform).
class Noise
{
public:
    explicit Noise(quint64 seed) : m_state(seed) { }
    double next() { return std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform()); }

private:
    double uniform()
    {
        m_state = m_state * 48271 % 2147483647;
        return static_cast<double>(m_state) / 2147483647.0;
    }
    quint64 m_state;
};

} // namespace

class SeriesForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void constantGoesOn()
    {
        const auto forecast = forecastSeries(Values(60, 5.0), {.horizon = 10, .season = 7});
        QCOMPARE(forecast.steps.size(), size_t(10));
        for (const Outlook &step : forecast.steps) {
            QVERIFY(isNear(step.mean, 5, 1e-9));
            QVERIFY(isNear(step.lower95, 5, 1e-6));
            QVERIFY(isNear(step.upper95, 5, 1e-6));
        }
        QVERIFY(isNear(forecast.sum.mean, 50, 1e-6));
    }

    void zerosStayZero()
    {
        const auto forecast = forecastSeries(Values(40, 0.0), {.horizon = 5, .season = 7});
        for (const Outlook &step : forecast.steps) {
            QVERIFY(isNear(step.mean, 0, 1e-9));
            QVERIFY(isNear(step.upper95, 0, 1e-6));
        }
    }

    void weeklyRhythmIsKept()
    {
        const auto forecast = forecastSeries(weekly(84), {.horizon = 14, .season = 7});
        for (size_t i = 0; i < 14; ++i)
            QVERIFY(isNear(forecast.steps[i].mean, week[i % 7], 1e-6));
    }

    void rhythmFollowsTheLastDay()
    {
        // 86 days end on the second day of the week, so the next is the third.
        const auto forecast = forecastSeries(weekly(86), {.horizon = 2, .season = 7});
        QVERIFY(isNear(forecast.steps[0].mean, 30, 1e-6));
        QVERIFY(isNear(forecast.steps[1].mean, 40, 1e-6));
    }

    void linearGrowthGoesOn()
    {
        Values values;
        for (int i = 0; i < 100; ++i)
            values.push_back(100 + 2.0 * i);
        const auto forecast = forecastSeries(values, {.horizon = 7, .season = 7});
        QVERIFY(isNear(forecast.steps[0].mean, 300, 3));
        QVERIFY(isNear(forecast.steps[6].mean, 312, 3));
    }

    void oneSpikeChangesLittle()
    {
        Values values = weekly(84);
        values[70] += 3000;
        const auto forecast = forecastSeries(values, {.horizon = 7, .season = 7});
        QVERIFY(isNear(forecast.sum.mean, 155, 16));
    }

    void levelShiftIsFollowed()
    {
        Values values(60, 100.0);
        values.insert(values.end(), 30, 200.0);
        const auto forecast = forecastSeries(values, {.horizon = 7, .season = 7});
        QVERIFY(isNear(forecast.steps[6].mean, 200, 15));
    }

    void intermittentDemandIsItsMean()
    {
        // 30 every third day is 10 a day.
        Values values;
        for (int i = 0; i < 90; ++i)
            values.push_back(i % 3 == 0 ? 30 : 0);
        const auto forecast = forecastSeries(values, {.horizon = 30, .season = 1});
        QVERIFY(isNear(forecast.sum.mean, 300, 60));
        QVERIFY(forecast.sum.upper95 >= 300);
    }

    void gapsAreBridged()
    {
        Values values = weekly(98);
        for (size_t i = 3; i < values.size(); i += 10)
            values[i] = std::nan("");
        const auto forecast = forecastSeries(values, {.horizon = 7, .season = 7});
        QVERIFY(isNear(forecast.sum.mean, 155, 8));
    }

    void fallingSeriesNeverGoesBelowZero()
    {
        Values values;
        for (int i = 0; i < 60; ++i)
            values.push_back(120 - 2.0 * i);
        const auto forecast = forecastSeries(values, {.horizon = 30, .season = 7});
        for (const Outlook &step : forecast.steps)
            QVERIFY(step.mean >= 0 && step.lower95 >= 0);
        QVERIFY(forecast.sum.lower95 >= 0);
    }

    void negativeSeriesMayStayNegative()
    {
        const auto forecast = forecastSeries(Values(50, -4.0), {.horizon = 3, .season = 7});
        QVERIFY(isNear(forecast.steps[2].mean, -4, 1e-6));
    }

    void rangesCoverWhatTheyClaim()
    {
        Noise noise(20261125);
        int inside80 = 0;
        int inside95 = 0;
        int sums80 = 0;
        int above = 0;
        constexpr int Series = 60;
        constexpr int Horizon = 14;
        for (int series = 0; series < Series; ++series) {
            Values values = weekly(210);
            for (double &value : values)
                value += 200 + 10 * noise.next();
            const auto forecast = forecastSeries(values, {.horizon = Horizon, .season = 7});
            double sum = 0;
            for (size_t i = 0; i < Horizon; ++i) {
                const double actual = week[i % 7] + 200 + 10 * noise.next();
                const Outlook &step = forecast.steps[i];
                inside80 += actual >= step.lower80 && actual <= step.upper80 ? 1 : 0;
                inside95 += actual >= step.lower95 && actual <= step.upper95 ? 1 : 0;
                above += actual >= step.exceeded80 ? 1 : 0;
                sum += actual;
            }
            sums80 += sum >= forecast.sum.lower80 && sum <= forecast.sum.upper80 ? 1 : 0;
        }
        QVERIFY(isNear(100.0 * inside80 / (Series * Horizon), 80, 5));
        QVERIFY(isNear(100.0 * inside95 / (Series * Horizon), 95, 3));
        QVERIFY(isNear(100.0 * above / (Series * Horizon), 80, 5));
        QVERIFY(sums80 >= 0.7 * Series);
    }

    void sumIsSurerThanItsDays()
    {
        // Independent errors cancel out: four times as many days, about twice the range.
        Noise noise(7);
        Values values(200, 100.0);
        for (double &value : values)
            value += 10 * noise.next();
        const auto forecast = forecastSeries(values, {.horizon = 16, .season = 7});
        double widths = 0;
        for (const Outlook &step : forecast.steps)
            widths += step.upper80 - step.lower80;
        QVERIFY(forecast.sum.upper80 - forecast.sum.lower80 < 0.6 * widths);
    }

    void sumMayBeginLater()
    {
        const auto forecast = forecastSeries(Values(60, 5.0), {.horizon = 10, .season = 7, .sumFrom = 4});
        QVERIFY(isNear(forecast.sum.mean, 35, 1e-6));
    }

    void shortHistoryHasNoRange()
    {
        const auto forecast = forecastSeries(Values{1, 2, 3}, {.horizon = 2, .season = 7});
        QVERIFY(isNear(forecast.steps[1].mean, 2, 1e-9));
        QCOMPARE(forecast.methods, 0);
    }

    void rhythmIsFound()
    {
        QCOMPARE(detectSeason(weekly(84)), 7);
        Values noise;
        Noise source(3);
        for (int i = 0; i < 200; ++i)
            noise.push_back(source.next());
        QCOMPARE(detectSeason(noise), 1);
    }
};

QTEST_APPLESS_MAIN(SeriesForecastTest)
#include "tst_seriesforecast.moc"
