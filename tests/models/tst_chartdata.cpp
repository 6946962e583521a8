// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/chartdata.h"
#include "samples/samplemonth.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

VendorLine openAi(const QList<int> &cents, ChargeKind kind = ChargeKind::Billed)
{
    VendorLine line;
    line.vendor = u"openai"_s;
    line.kind = kind;
    line.daily = Sample::moneys(cents);
    return line;
}

/// A month of one vendor with these amounts on its first days.
MonthView monthOf(const QList<int> &cents)
{
    MonthView view;
    view.month = Month(2026, 11);
    view.today = Sample::today;
    view.vendors = {openAi(cents)};
    view.previousDaily.fill(Money::zero(view.currency), 31);
    return view;
}

QStringList labelsOf(const ChartData &chart)
{
    QStringList labels;
    for (const ChartData::Tick &tick : chart.ticks)
        labels.append(tick.label);
    return labels;
}

/// The line of that name; without points when there is none.
ChartData::Line lineOf(const ChartData &chart, const QString &name)
{
    for (const ChartData::Line &line : chart.lines) {
        if (line.name == name)
            return line;
    }
    return {};
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void stacksEachDayByVendor();
    void saysWhatADayHolds();
    void showsTheDaysToCome();
    void marksWhatIsUnusual();
    void addsTheKindsOfAVendor();
    void manyVendorsAreNineParts();
    void creditsGoBelowZero();
    void addsUpToTheBudgetLine();
    void cumulatesWithoutForecast();
    void onlyTheWholeMonthlyBudgetIsALine_data();
    void onlyTheWholeMonthlyBudgetIsALine();
    void stacksTwelveMonths();
    void stepsAreNice_data();
    void stepsAreNice();
    void labelsKeepDecimalsTogether();
    void anEmptyMonthHasItsAxis();
};

void TestChartData::stacksEachDayByVendor()
{
    const ChartData chart = dailyChart(Sample::month());
    QCOMPARE(chart.slotCount, 30);
    QCOMPARE(chart.stacks.size(), 7);
    QCOMPARE(chart.stacks[0].name, u"OpenAI"_s);
    QCOMPARE(chart.stacks[1].name, u"Anthropic"_s);
    QCOMPARE(chart.stacks[2].name, u"AWS AI"_s);
    QVERIFY(chart.stacks[0].colour != chart.stacks[1].colour);
    QVERIFY(chart.stacks[2].colour.isValid());
    QCOMPARE(chart.stacks[0].values.size(), 24);
    QCOMPARE(chart.stacks[0].values[17], 22.38);
    QCOMPARE(chart.stacks[1].values[17], 74.30);
    QCOMPARE(chart.partialSlot, 23); // the 24th is today
    QCOMPARE(labelsOf(chart), QStringList({u"$0"_s, u"$40"_s, u"$80"_s, u"$120"_s, u"$160"_s}));
    QCOMPARE(chart.axis.size(), 5);
    QCOMPARE(chart.axis[1], qMakePair(7, u"8 Nov"_s));
    QCOMPARE(chart.axis[4], qMakePair(28, u"29 Nov"_s));
}

void TestChartData::saysWhatADayHolds()
{
    const ChartData chart = dailyChart(Sample::month());
    QCOMPARE(chart.slotNames[17], u"18 Nov"_s);
    QCOMPARE(chart.slotTexts[17].section(u'\n', 0, 0), u"Together: $118.44"_s);
    QVERIFY(chart.slotTexts[17].contains(u"\nAnthropic: $74.30"_s));
    QCOMPARE(chart.slotTexts.size(), 30);
    QVERIFY(chart.summary.startsWith(u"$1,241.74 so far in November."_s));
}

void TestChartData::showsTheDaysToCome()
{
    const ChartData chart = dailyChart(Sample::month());
    QCOMPARE(chart.expected.size(), 6); // 25 to 30 November; today is a bar already
    QCOMPARE(chart.expected[0].slot, 24);
    QCOMPARE(chart.expected[0].mean, 68.51);
    QCOMPARE(chart.expected[0].lower, 50.70);
    QCOMPARE(chart.expected[0].upper, 87.69);
    QCOMPARE(chart.slotTexts[24], u"Likely $68.51, between $50.70 and $87.69"_s);
    MonthView over = Sample::month();
    over.isOver = true;
    over.forecast.reset();
    QVERIFY(dailyChart(over).expected.isEmpty());
    QCOMPARE(dailyChart(over).partialSlot, -1);
}

void TestChartData::marksWhatIsUnusual()
{
    const ChartData chart = dailyChart(Sample::month());
    QCOMPARE(chart.marks.size(), 1);
    QCOMPARE(chart.marks[0].first, 17);
    QCOMPARE(chart.marks[0].second, u"$61.20 more than usual: claude-opus-5.5, key “batch-eval”"_s);
}

void TestChartData::addsTheKindsOfAVendor()
{
    MonthView view = monthOf({960, 1891});
    view.vendors.append(openAi({40}, ChargeKind::Estimated));
    const ChartData chart = dailyChart(view);
    QCOMPARE(chart.stacks.size(), 1);
    QCOMPARE(chart.stacks[0].values, QList<double>({10.0, 18.91}));
}

void TestChartData::manyVendorsAreNineParts()
{
    MonthView view = monthOf({100});
    for (int i = 0; i < 11; ++i) {
        VendorLine line = openAi({10, 20});
        line.vendor = u"vendor-%1"_s.arg(i);
        view.vendors.append(line);
    }
    const ChartData chart = dailyChart(view);
    QCOMPARE(chart.stacks.size(), 9);
    QCOMPARE(chart.stacks[7].name, u"vendor-6"_s);
    QCOMPARE(chart.stacks[8].name, u"Others"_s);
    QCOMPARE(qRound(chart.stacks[8].values[0] * 100), 40); // vendors 7 to 10
    QCOMPARE(qRound(chart.stacks[8].values[1] * 100), 80);
}

void TestChartData::creditsGoBelowZero()
{
    const ChartData chart = dailyChart(monthOf({1000, -500}));
    QCOMPARE(chart.ticks.first().value, -5.0);
    QCOMPARE(labelsOf(chart), QStringList({u"−$5"_s, u"$0"_s, u"$5"_s, u"$10"_s}));
    QCOMPARE(chart.slotTexts[1], u"OpenAI: −$5.00"_s);
}

void TestChartData::addsUpToTheBudgetLine()
{
    const ChartData chart = cumulativeChart(Sample::month());
    const QPolygonF november = lineOf(chart, u"November"_s).points;
    QCOMPARE(november.first(), QPointF(0, 0));
    QCOMPARE(november.last(), QPointF(24, 1241.74));
    const QPolygonF october = lineOf(chart, u"October"_s).points;
    QCOMPARE(october.last(), QPointF(30, 1350.68)); // 1,377.41 less the 31st's 26.73
    const ChartData::Line budget = lineOf(chart, u"Budget $1,500.00"_s);
    QCOMPARE(budget.points, QPolygonF({QPointF(0, 1500), QPointF(30, 1500)}));
    QVERIFY(budget.dashed && budget.ink == ChartData::Ink::Bad);
    QCOMPARE(chart.band, QPolygonF({QPointF(24, 1241.74), QPointF(30, 1718.24), QPointF(30, 1504.24)}));
    QCOMPARE(lineOf(chart, u"Likely"_s).points.last(), QPointF(30, 1600.24));
    QCOMPARE(labelsOf(chart), QStringList({u"$0"_s, u"$500"_s, u"$1,000"_s, u"$1,500"_s, u"$2,000"_s}));
    QCOMPARE(chart.slotTexts[1], u"So far: $86.09"_s); // 23.52 + 62.57
    QVERIFY(chart.slotTexts[24].isEmpty());
}

void TestChartData::cumulatesWithoutForecast()
{
    const ChartData chart = cumulativeChart(monthOf({100, 200}));
    QVERIFY(chart.band.isEmpty());
    QCOMPARE(chart.lines.size(), 1); // neither a budget nor a month before
    QCOMPARE(chart.lines[0].points.last(), QPointF(2, 3));
}

void TestChartData::onlyTheWholeMonthlyBudgetIsALine_data()
{
    QTest::addColumn<Budget>("budget");
    QTest::addColumn<bool>("shown");
    const Budget whole{.name = u"b"_s, .amount = Sample::usd("10")};
    Budget weekly = whole;
    weekly.period = BudgetPeriod::Week;
    Budget scoped = whole;
    scoped.scope.insert(u"vendor"_s, u"openai"_s);
    Budget yuan = whole;
    yuan.amount = Money::fromNanos(1, Currency::cny());
    QTest::newRow("all, monthly") << whole << true;
    QTest::newRow("weekly") << weekly << false;
    QTest::newRow("one vendor") << scoped << false;
    QTest::newRow("another currency") << yuan << false;
}

void TestChartData::onlyTheWholeMonthlyBudgetIsALine()
{
    QFETCH(Budget, budget);
    QFETCH(bool, shown);
    MonthView view = monthOf({100});
    view.budgets = {{.budget = budget, .period = view.month.range(), .breachDay = {}}};
    QCOMPARE(!lineOf(cumulativeChart(view), u"Budget $10.00"_s).points.isEmpty(), shown);
}

void TestChartData::stacksTwelveMonths()
{
    const ChartData chart = monthsChart(Sample::month());
    QCOMPARE(chart.slotCount, 12);
    QCOMPARE(chart.axis.first().second, u"Dec"_s);
    QCOMPARE(chart.axis.last().second, u"Nov"_s);
    QCOMPARE(chart.slotNames.first(), u"December 2025"_s);
    QCOMPARE(chart.stacks[0].values[0], 300.0);
    QCOMPARE(chart.stacks[0].values[9], 750.0);
    QCOMPARE(chart.stacks[0].values[10], 544.67);
    QCOMPARE(chart.stacks[0].values[11], 471.42);
    QCOMPARE(chart.stacks[6].values[0], 0.0);
    QCOMPARE(chart.partialSlot, 11);
    QVERIFY(chart.slotTexts[10].startsWith(u"Together: $1,377.41\n"_s));
}

void TestChartData::stepsAreNice_data()
{
    QTest::addColumn<double>("bottom");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << 0.0 << 0.0 << 1.0;
    QTest::newRow("a busy day") << 0.0 << 118.44 << 40.0;
    QTest::newRow("exactly four") << 0.0 << 100.0 << 25.0;
    QTest::newRow("a hair more") << 0.0 << 100.01 << 40.0;
    QTest::newRow("small") << 0.0 << 0.003 << 0.001;
    QTest::newRow("large") << 0.0 << 9.2e9 << 2.5e9;
    QTest::newRow("credits") << -5.0 << 10.0 << 5.0;
    QTest::newRow("credits alone") << -30.0 << 0.0 << 10.0;
}

void TestChartData::stepsAreNice()
{
    QFETCH(double, bottom);
    QFETCH(double, top);
    QTEST(niceStep(bottom, top), "step");
}

void TestChartData::labelsKeepDecimalsTogether()
{
    QCOMPARE(labelsOf(dailyChart(monthOf({900}))),
             QStringList({u"$0.00"_s, u"$2.50"_s, u"$5.00"_s, u"$7.50"_s, u"$10.00"_s}));
}

void TestChartData::anEmptyMonthHasItsAxis()
{
    MonthView view;
    view.month = Month(2026, 2);
    view.today = QDate(2026, 2, 1);
    view.previousDaily.fill(Money::zero(view.currency), 31);
    const ChartData chart = dailyChart(view);
    QCOMPARE(chart.slotCount, 28);
    QCOMPARE(labelsOf(chart), QStringList({u"$0"_s, u"$1"_s}));
    QCOMPARE(cumulativeChart(view).lines.size(), 1);
}

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
