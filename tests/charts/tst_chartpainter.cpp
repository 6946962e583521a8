// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartwidget.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QColor Blue(0x00, 0x72, 0xb2);
const QColor Orange(0xd5, 0x5e, 0x00);
constexpr QSize Size(400, 240);

/// Four slots: 10, 20, 20 of two parts and −10; ticks −10, 0, 10, 20, 30.
ChartData fourBars()
{
    ChartData chart;
    chart.slotCount = 4;
    chart.slotNames = {u"1 Nov"_s, u"2 Nov"_s, u"3 Nov"_s, u"4 Nov"_s};
    chart.slotTexts = {u"$10"_s, u"$20"_s, u"$20"_s, u"−$10"_s};
    chart.stacks = {{u"OpenAI"_s, Blue, {10, 20, 10, -10}}, {u"Anthropic"_s, Orange, {0, 0, 10, 0}}};
    for (int tick = -10; tick <= 30; tick += 10)
        chart.ticks.append({double(tick), QString::number(tick)});
    chart.axis = {{0, u"1 Nov"_s}, {2, u"3 Nov"_s}};
    chart.summary = u"$40.00 so far in November."_s;
    return chart;
}

QFont smallFont()
{
    QFont font;
    font.setPixelSize(11);
    return font;
}

ChartPainter painterOf(const ChartData &chart, const Theme &theme = Theme::light())
{
    return {chart, theme, QRectF(QPointF(), Size), smallFont()};
}

QImage paint(const ChartData &chart, const Theme &theme = Theme::light(), int cursor = -1)
{
    QImage image(Size, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    painterOf(chart, theme).paint(painter, cursor);
    return image;
}

/// How many pixels of the column through a slot's middle have that colour.
int tall(const QImage &image, const ChartData &chart, int slot, const QColor &colour)
{
    const int x = qRound(painterOf(chart).slotRect(slot).center().x());
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += image.pixelColor(x, y) == colour ? 1 : 0;
    return count;
}

int countOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

bool near(double a, double b)
{
    return qAbs(a - b) <= 2;
}

} // namespace

class TestChartPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsAreAsTallAsTheirValues();
    void partsStandOnEachOther();
    void creditsHangBelowZero();
    void theDayUnderWayIsPaler();
    void daysToComeHaveARange();
    void marksStandAboveTheirBar();
    void linesAndBandLieWhereTheyBelong();
    void darkUsesDarkColours();
    void labelsNeverOverlap();
    void findsTheSlotUnderAPoint();
    void offersLieBelowEachOther();
    void nothingIsPaintedWithoutRoom();
    void legendWraps();
    void sparklineSpansItsArea();
    void keysMoveTheCursor();
    void newDataKeepTheCursorInside();
    void theMouseTellsWhatASlotHolds();
};

void TestChartPainter::barsAreAsTallAsTheirValues()
{
    const ChartData chart = fourBars();
    const QImage image = paint(chart);
    const int ten = tall(image, chart, 0, Blue);
    QVERIFY2(ten > 20, qPrintable(QString::number(ten)));
    QVERIFY(near(tall(image, chart, 1, Blue), 2 * ten));
    QCOMPARE(tall(image, chart, 0, Orange), 0);
    // 40 units from the lowest to the highest tick
    const double height = painterOf(chart).slotRect(0).height();
    QVERIFY(ten > 0.22 * height && ten < 0.28 * height);
}

void TestChartPainter::partsStandOnEachOther()
{
    const ChartData chart = fourBars();
    const QImage image = paint(chart);
    QVERIFY(near(tall(image, chart, 2, Blue), tall(image, chart, 2, Orange)));
    const ChartPainter painter = painterOf(chart);
    QCOMPARE(image.pixelColor(painter.at(2.5, 5).toPoint()), Blue);
    QCOMPARE(image.pixelColor(painter.at(2.5, 15).toPoint()), Orange);
}

void TestChartPainter::creditsHangBelowZero()
{
    const ChartData chart = fourBars();
    const QImage image = paint(chart);
    const ChartPainter painter = painterOf(chart);
    QCOMPARE(image.pixelColor(painter.at(3.5, -5).toPoint()), Blue);
    QCOMPARE(image.pixelColor(painter.at(3.5, 5).toPoint()), Theme::light().surface);
}

void TestChartPainter::theDayUnderWayIsPaler()
{
    ChartData chart = fourBars();
    chart.partialSlot = 1;
    const QColor pale = paint(chart).pixelColor(painterOf(chart).at(1.5, 15).toPoint());
    QVERIFY(pale.lightness() > Blue.lightness());
    QVERIFY(pale != Theme::light().surface);
    QCOMPARE(paint(chart).pixelColor(painterOf(chart).at(0.5, 5).toPoint()), Blue);
}

void TestChartPainter::daysToComeHaveARange()
{
    ChartData chart = fourBars();
    chart.stacks = {{u"OpenAI"_s, Blue, {10}}};
    chart.expected = {{2, 10, 5, 20}};
    const QImage image = paint(chart);
    const ChartPainter painter = painterOf(chart);
    QCOMPARE(image.pixelColor(painter.at(2.3, 5).toPoint()), Theme::light().forecast);
    QCOMPARE(image.pixelColor(painter.at(2.3, 15).toPoint()), Theme::light().surface);
    const QColor whisker = image.pixelColor(painter.at(2.5, 15).toPoint());
    QVERIFY(whisker.lightness() < Theme::light().forecast.lightness());
    QCOMPARE(image.pixelColor(painter.at(2.5, 22).toPoint()), Theme::light().surface);
}

void TestChartPainter::marksStandAboveTheirBar()
{
    ChartData chart = fourBars();
    QCOMPARE(countOf(paint(chart), Theme::light().bad), 0);
    chart.marks = {{1, u"claude-opus-5.5"_s}};
    const QImage image = paint(chart);
    QVERIFY(countOf(image, Theme::light().bad) > 10);
    const int x = qRound(painterOf(chart).slotRect(1).center().x());
    const int top = qRound(painterOf(chart).at(1.5, 20).y());
    for (int y = top; y < image.height(); ++y)
        QVERIFY(image.pixelColor(x, y) != Theme::light().bad);
}

void TestChartPainter::linesAndBandLieWhereTheyBelong()
{
    ChartData chart = fourBars();
    chart.stacks.clear();
    chart.lines = {{u"Budget"_s, ChartData::Ink::Bad, false, {QPointF(0, 25), QPointF(4, 25)}}};
    chart.band = {QPointF(2, 0), QPointF(4, 20), QPointF(4, 10)};
    const QImage image = paint(chart);
    const ChartPainter painter = painterOf(chart);
    const QPoint budget = painter.at(1.5, 25).toPoint();
    QVERIFY(image.pixelColor(budget) != Theme::light().surface);
    QCOMPARE(image.pixelColor(painter.at(3.8, 13).toPoint()), Theme::light().accentSoft);
    QCOMPARE(image.pixelColor(painter.at(1.0, 13).toPoint()), Theme::light().surface);
}

void TestChartPainter::darkUsesDarkColours()
{
    ChartData chart = fourBars();
    chart.expected = {{2, 30, 25, 30}};
    const QImage image = paint(chart, Theme::darkTheme());
    QCOMPARE(countOf(image, Theme::light().forecast), 0);
    QVERIFY(countOf(image, Theme::darkTheme().forecast) > 100);
}

void TestChartPainter::labelsNeverOverlap()
{
    ChartData chart = fourBars();
    chart.axis = {{0, u"1 Nov"_s}, {1, u"2 Nov"_s}, {2, u"3 Nov"_s}, {3, u"4 Nov"_s}};
    const QRectF narrow(0, 0, 100, 120);
    QImage image(narrow.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const ChartPainter chartPainter(chart, Theme::light(), narrow, smallFont());
    chartPainter.paint(painter);
    painter.end();
    // Not every label fits; between two stands a white gap over the whole height of the line, wider than a space.
    const int top = qRound(chartPainter.slotRect(0).bottom()) + 3;
    int blank = 0;
    int gaps = 0;
    for (int x = 0; x < image.width(); ++x) {
        bool ink = false;
        for (int y = top; y < image.height(); ++y)
            ink = ink || image.pixelColor(x, y).lightness() < 200;
        gaps += ink && blank >= 6 && blank < x ? 1 : 0;
        blank = ink ? 0 : blank + 1;
    }
    QVERIFY2(gaps == 1 || gaps == 2, qPrintable(QString::number(gaps)));
}

void TestChartPainter::findsTheSlotUnderAPoint()
{
    const ChartData chart = fourBars();
    const ChartPainter painter = painterOf(chart);
    for (int slot = 0; slot < 4; ++slot)
        QCOMPARE(painter.slotAt(painter.slotRect(slot).center()), slot);
    QCOMPARE(painter.slotAt(QPointF(1, 1)), -1);
    QCOMPARE(painter.slotAt(QPointF(10'000, 10)), -1);
}

void TestChartPainter::offersLieBelowEachOther()
{
    ChartData chart;
    chart.horizontal = true;
    chart.slotCount = 2;
    chart.slotNames = {u"cheap"_s, u"a name much longer than there is room for, so that it is shortened"_s};
    chart.slotEnds = {u"$20"_s, u"$40"_s};
    chart.stacks = {{u"Tokens"_s, Blue, {10, 30}}, {u"Seats"_s, Orange, {10, 10}}};
    chart.ticks = {{0, {}}, {40, {}}};
    const ChartPainter painter = painterOf(chart);
    QVERIFY(painter.slotRect(0).bottom() <= painter.slotRect(1).top());
    QVERIFY(near(painter.slotRect(1).left(), painter.at(0, 0).x()));
    // Half as long as the other, and the parts lie side by side.
    const QImage image = paint(chart);
    const auto wide = [&](int slot, const QColor &colour) {
        const int y = qRound(painter.slotRect(slot).center().y());
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
        return count;
    };
    QVERIFY(wide(0, Blue) > 20);
    QVERIFY(near(wide(0, Blue), wide(0, Orange)));
    QVERIFY(near(wide(1, Blue) / 3.0, wide(0, Blue)));
    // A point anywhere in the row, also on the name, is that slot.
    QCOMPARE(painter.slotAt({5, painter.slotRect(1).center().y()}), 1);
    QCOMPARE(painter.slotAt({5, -1}), -1);
}

void TestChartPainter::nothingIsPaintedWithoutRoom()
{
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const ChartData chart = fourBars();
    ChartPainter(chart, Theme::light(), QRectF(0, 0, 20, 10), smallFont()).paint(painter);
    const ChartData nothing;
    ChartPainter(nothing, Theme::light(), QRectF(0, 0, 400, 200), smallFont()).paint(painter);
    painter.end();
    QCOMPARE(countOf(image, Qt::white), 200);
}

void TestChartPainter::legendWraps()
{
    const ChartData chart = fourBars();
    const double wide = paintLegend(nullptr, chart, Theme::light(), smallFont(), {}, 400);
    const double narrow = paintLegend(nullptr, chart, Theme::light(), smallFont(), {}, 70);
    QVERIFY(wide > 0);
    QVERIFY(narrow > 1.5 * wide);
    QCOMPARE(paintLegend(nullptr, {}, Theme::light(), smallFont(), {}, 400), 0.0);
}

void TestChartPainter::sparklineSpansItsArea()
{
    QImage image(100, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSparkline(painter, QRectF(10, 5, 80, 20), {0, 10, 0}, Blue);
    painter.end();
    int darkest = 255;
    for (int y = 4; y <= 7; ++y) // the peak, in the middle and on top
        darkest = qMin(darkest, image.pixelColor(50, y).lightness());
    QVERIFY(darkest < 200);
    QVERIFY(image.pixelColor(11, 24).lightness() < 200);
    QCOMPARE(image.pixelColor(50, 24), QColor(Qt::white));
    QCOMPARE(image.pixelColor(2, 24), QColor(Qt::white));
}

void TestChartPainter::keysMoveTheCursor()
{
    ChartWidget widget;
    widget.resize(Size);
    ChartData chart = fourBars();
    chart.marks = {{1, u"claude-opus-5.5, key “batch-eval”"_s}};
    widget.setChart(chart);
    QCOMPARE(widget.accessibleName(), u"$40.00 so far in November."_s);
    QCOMPARE(widget.cursorSlot(), -1);
    QTest::keyClick(&widget, Qt::Key_Home);
    QCOMPARE(widget.cursorSlot(), 0);
    QTest::keyClick(&widget, Qt::Key_Right);
    QCOMPARE(widget.cursorSlot(), 1);
    QCOMPARE(widget.accessibleDescription(), u"2 Nov\n$20\nclaude-opus-5.5, key “batch-eval”"_s);
    QTest::keyClick(&widget, Qt::Key_End);
    QTest::keyClick(&widget, Qt::Key_Right);
    QCOMPARE(widget.cursorSlot(), 3);
    QTest::keyClick(&widget, Qt::Key_Left);
    QCOMPARE(widget.cursorSlot(), 2);
}

void TestChartPainter::newDataKeepTheCursorInside()
{
    ChartWidget widget;
    widget.resize(Size);
    widget.setChart(fourBars());
    QTest::keyClick(&widget, Qt::Key_End);
    ChartData two = fourBars();
    two.slotCount = 2;
    widget.setChart(two);
    QCOMPARE(widget.cursorSlot(), 1);
    QCOMPARE(widget.accessibleDescription(), u"2 Nov\n$20"_s);
    widget.setChart({});
    QTest::keyClick(&widget, Qt::Key_Left);
    QCOMPARE(widget.cursorSlot(), -1);
}

void TestChartPainter::theMouseTellsWhatASlotHolds()
{
    ChartWidget widget;
    widget.resize(Size);
    widget.setChart(fourBars());
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QTest::mouseMove(&widget, QPoint(Size.width() - 30, Size.height() / 2));
    QTRY_COMPARE(widget.cursorSlot(), 3);
    QTest::mouseMove(&widget, QPoint(1, 1)); // the legend
    QTRY_COMPARE(widget.cursorSlot(), -1);
}

QTEST_MAIN(TestChartPainter)
#include "tst_chartpainter.moc"
