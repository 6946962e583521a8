// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analytics/forecast.h"

#include <QTest>

using namespace Costglass;

namespace {

constexpr qint64 Unit = Money::NanosPerUnit;
const QDate firstDay(2026, 9, 1);

Money usd(double units)
{
    return Money::fromNanos(static_cast<qint64>(units * double(Unit)), Currency::usd());
}

QList<Money> everyDay(int days, double units)
{
    return QList<Money>(days, usd(units));
}

double units(Money money)
{
    return double(money.nanos()) / double(Unit);
}

} // namespace

class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixDaysAreTooFew()
    {
        QVERIFY(!forecastMonth(firstDay, everyDay(6, 10), firstDay.addDays(6), {}));
        QVERIFY(forecastMonth(firstDay, everyDay(7, 10), firstDay.addDays(7), {}));
    }

    void steadySpendIsMonthTimesDay()
    {
        // 1 September to 10 November: 71 whole days; November has 30.
        const QDate today(2026, 11, 11);
        const auto forecast = forecastMonth(firstDay, everyDay(71, 10), today, {});
        QVERIFY(forecast);
        QCOMPARE(units(forecast->mean), 300.0);
        QCOMPARE(units(forecast->lower80), 300.0);
        QCOMPARE(units(forecast->upper95), 300.0);
        QCOMPARE(forecast->days.size(), 20);
        QCOMPARE(forecast->days.first().day, today);
        QCOMPARE(forecast->days.last().day, QDate(2026, 11, 30));
        QCOMPARE(units(forecast->days.last().mean), 10.0);
    }

    void weekendsCount()
    {
        // 20 on weekdays, nothing at weekends: November 2026 has 21 weekdays.
        QList<Money> daily;
        for (QDate day = firstDay; day < QDate(2026, 11, 11); day = day.addDays(1))
            daily.append(usd(day.dayOfWeek() <= 5 ? 20 : 0));
        const auto forecast = forecastMonth(firstDay, daily, QDate(2026, 11, 11), {});
        QCOMPARE(units(forecast->mean), 420.0);
    }

    void neverBelowWhatIsSpent()
    {
        // Today alone shows 500 already, the ten days before it 100.
        const auto forecast = forecastMonth(firstDay, everyDay(71, 10), QDate(2026, 11, 11), {usd(500)});
        QVERIFY(units(forecast->lower95) >= 600);
        QCOMPARE(units(forecast->mean), 100 + 500 + 19 * 10.0);
        QCOMPARE(units(forecast->days.first().lower80), 500.0);
    }

    void spendThatStoppedKeepsItsPast()
    {
        QList<Money> daily = everyDay(61, 10);
        daily += everyDay(5, 100); // 1 to 5 November
        daily += everyDay(15, 0);
        const auto forecast = forecastMonth(firstDay, daily, QDate(2026, 11, 21), {});
        QVERIFY(units(forecast->lower95) >= 500);
        QVERIFY(forecast->lower95.nanos() <= forecast->lower80.nanos());
        QVERIFY(forecast->lower80.nanos() <= forecast->mean.nanos());
        QVERIFY(forecast->mean.nanos() <= forecast->upper80.nanos());
        QVERIFY(forecast->upper80.nanos() <= forecast->upper95.nanos());
    }

    void lateVendorCountsOnlyThisMonth()
    {
        // Whole days end on 29 October: the two days of October left are not November's.
        const auto forecast = forecastMonth(firstDay, everyDay(59, 10), QDate(2026, 11, 2), {});
        QCOMPARE(units(forecast->mean), 300.0);
        QCOMPARE(forecast->days.size(), 29);
    }

    void backtestTellsPastMonths()
    {
        // September and October of steady spend were forecast without error; before 14 days nothing was known.
        const auto forecast = forecastMonth(QDate(2026, 7, 1), everyDay(133, 10), QDate(2026, 11, 11), {});
        QCOMPARE(forecast->backtestMonths, 3);
        QCOMPARE(forecast->backtestErrorPercent, 0);
        QCOMPARE(forecast->backtestCoverage80, 1.0);
        QCOMPARE(forecast->backtestCoverage95, 1.0);
    }

    void partsAddUpToTheWhole()
    {
        QList<Money> first;
        QList<Money> second;
        QList<Money> both;
        for (int i = 0; i < 71; ++i) {
            first.append(usd(10 + i % 7));
            second.append(usd(i % 7 < 5 ? 30 : 4));
            both.append(usd(10 + i % 7 + (i % 7 < 5 ? 30 : 4)));
        }
        const QDate today(2026, 11, 11);
        const double parts = units(forecastMonth(firstDay, first, today, {})->mean)
            + units(forecastMonth(firstDay, second, today, {})->mean);
        const double whole = units(forecastMonth(firstDay, both, today, {})->mean);
        QVERIFY(std::abs(parts - whole) < 0.01 * whole);
    }
};

QTEST_APPLESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
