// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/anomalies.h"

#include <QTest>

#include <cmath>

using namespace Costglass;

namespace {

/// Working days of 100 and weekends of 20.
Values weekly(int count)
{
    Values values;
    for (int i = 0; i < count; ++i)
        values.push_back(i % 7 < 5 ? 100 : 20);
    return values;
}

std::vector<ValueLook> lookAt(const Values &values)
{
    return lookAtSeries(values, {}, 7);
}

QList<int> oddOnes(const Values &values)
{
    QList<int> odd;
    const auto looks = lookAt(values);
    for (size_t i = 0; i < looks.size(); ++i) {
        if (looks[i].isOdd())
            odd.append(static_cast<int>(i));
    }
    return odd;
}

/// About normal noise, the same at each run: twelve uniform numbers less six.
class Noise
{
public:
    explicit Noise(quint64 seed) : m_state(seed) { }
    double next()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            m_state = m_state * 48271 % 2147483647;
            sum += static_cast<double>(m_state) / 2147483647.0;
        }
        return sum;
    }

private:
    quint64 m_state;
};

Values noisyWeekly(int count, quint64 seed)
{
    Noise noise(seed);
    Values values = weekly(count);
    for (double &value : values)
        value += 8 * noise.next();
    return values;
}

} // namespace

class AnomaliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinarySeriesHaveNone()
    {
        QCOMPARE(oddOnes(Values(200, 10.0)), QList<int>());
        QCOMPARE(oddOnes(Values(200, 0.0)), QList<int>());
        QCOMPARE(oddOnes(weekly(200)), QList<int>());
        Values growing;
        for (int i = 0; i < 200; ++i)
            growing.push_back(100 + i);
        QCOMPARE(oddOnes(growing), QList<int>());
    }

    void spikeIsOddAndItsNeighboursAreNot()
    {
        Values values = weekly(210);
        values[173] = 450; // 24 weeks and 5 days: a day off, which costs 20
        QCOMPARE(oddOnes(values), QList<int>{173});
        const ValueLook look = lookAt(values)[173];
        QVERIFY(std::abs(look.expected - 20) < 5);
        QVERIFY(look.lower <= look.expected && look.expected <= look.upper);
        QVERIFY(look.upper < 450);
    }

    void weekendAtWorkingDayPriceIsOdd()
    {
        Values values = weekly(140);
        values[7 * 15 + 5] = 100; // what any working day costs, on a day off
        QVERIFY(oddOnes(values).contains(7 * 15 + 5));
    }

    void stopOfSteadySpendIsOdd()
    {
        Values values(120, 50.0);
        Noise noise(5);
        for (double &value : values)
            value += noise.next();
        values[100] = 0;
        QVERIFY(oddOnes(values).contains(100));
    }

    void levelShiftIsToldSoonAndNotForEver_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("doubled") << 2.0;
        QTest::newRow("halved") << 0.5;
    }

    void levelShiftIsToldSoonAndNotForEver()
    {
        QFETCH(double, factor);
        Values values = noisyWeekly(240, 11);
        for (size_t i = 150; i < values.size(); ++i)
            values[i] *= factor;
        const QList<int> odd = oddOnes(values);
        QVERIFY(!odd.isEmpty());
        QVERIFY(odd.first() >= 150 && odd.first() < 164);
        QVERIFY(odd.size() <= 4);
        QVERIFY(odd.last() < 190);
    }

    void laterValuesChangeNoEarlierScore()
    {
        Values values = noisyWeekly(150, 3);
        values[120] = 900;
        const auto whole = lookAt(values);
        values.resize(121);
        const auto part = lookAt(values);
        for (size_t i = 0; i < part.size(); ++i)
            QCOMPARE(part[i].score, whole[i].score);
    }

    void missingValuesAreNotOdd()
    {
        Values values = weekly(120);
        for (size_t i = 4; i < values.size(); i += 9)
            values[i] = std::nan("");
        QCOMPARE(oddOnes(values), QList<int>());
        QCOMPARE(lookAt(values)[4].score, 0.0);
    }

    void repeatedSpikeIsToldMoreQuietly()
    {
        Values values = noisyWeekly(150, 9);
        values[100] = 600;
        values[101] = 600;
        const auto looks = lookAt(values);
        QVERIFY(looks[100].isOdd());
        QVERIFY(looks[101].score < looks[100].score);
    }

    void noiseRarelyAlarms()
    {
        // At most one false alarm per series and year.
        qsizetype alarms = 0;
        constexpr int Series = 30;
        for (int series = 0; series < Series; ++series)
            alarms += oddOnes(noisyWeekly(365, 100 + static_cast<quint64>(series))).size();
        QVERIFY(alarms <= Series);
    }

    void placesMayLeaveGaps()
    {
        // Saturdays and Sundays have no row at all: the rhythm goes by the place, not by the row.
        Values values;
        std::vector<int> places;
        for (int i = 0; i < 210; ++i) {
            if (i % 7 == 5 || i % 7 == 6)
                continue;
            values.push_back(i % 7 == 0 ? 200 : 100);
            places.push_back(i);
        }
        for (const ValueLook &look : lookAtSeries(values, places, 7))
            QVERIFY(!look.isOdd());
        values[100] = 900;
        QVERIFY(lookAtSeries(values, places, 7)[100].isOdd());
    }
};

QTEST_APPLESS_MAIN(AnomaliesTest)
#include "tst_anomalies.moc"
