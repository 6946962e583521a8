// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartwidget.h"
#include "engine/language.h"
#include "models/theme.h"
#include "windows/calculatorpage.h"
#include "windows/pricedpage.h"
#include "windows/stylesheet.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

using ShownPage = PricedPage<CalculatorPage>;

const QString total = u"Total a month"_s;
const QString terra = u"gpt-6.1-terra"_s;

void pick(const ShownPage &shown, const QString &combo, const QString &text)
{
    auto *box = shown.find<QComboBox>(combo);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void click(const ShownPage &shown, const QString &button)
{
    QTest::mouseClick(shown.find<QPushButton>(button), Qt::LeftButton);
}

} // namespace

/// The page against the figures of the worked examples: a person chooses, changes, compares, takes away.
class TestCalculator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void templatesHaveTheirFigures();
    void fieldsChangeTheTotal();
    void sliderAndFieldAreOne();
    void unknownIsSaid();
    void figuresShowTheirOrigin();
    void saysWhereSeatsCostLess();
    void comparesTwo();
    void savesAndOpens();
    void refusesAnotherFile();
    void ownUseNeedsALedger();
    void takesTheTableAway();
    void chartHoldsTheTable();
    void everyControlHasAName();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestCalculator::initTestCase()
{
    useLanguage(u"en"_s);
    applyFonts(*qApp);
    applyTheme(*qApp, Theme::light());
}

void TestCalculator::cleanup()
{
    useLanguage(u"en"_s);
}

void TestCalculator::templatesHaveTheirFigures()
{
    ShownPage shown;
    // Platform 2,023.60 and 120 seats at 20.
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$4,423.60"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Tokens"_s), u"$1,671.52"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Peak hours"_s), u"–"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Storage"_s), u"$185.00"_s); // 177 and 7.999924
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Support"_s), u"$167.09"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Seats"_s), u"$2,400.00"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"+20 % use"_s), u"$4,787.99"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, u"deepseek-flash"_s, u"Peak hours"_s), u"$55.57"_s);
    pick(shown, u"scenario"_s, u"Hospital: triage, appointments and nightly summaries"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, u"claude-sonnet-5-5"_s, total), u"$11,600.16"_s);
    pick(shown, u"scenario"_s, u"Shop: customer service around the clock"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, u"Tokens"_s), u"$22,554.45"_s);
}

void TestCalculator::fieldsChangeTheTotal()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    // Twice the questions: 2 × 1,435.896 + 235.62 = 3,107.412; with storage 3,292.411924, of which 9 % support, and
    // the seats.
    shown.find<QDoubleSpinBox>(u"qa.per_day"_s)->setValue(36'000);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$5,988.73"_s);
    // Without seats and support: 3,292.41.
    shown.find<QDoubleSpinBox>(u"seats"_s)->setValue(0);
    pick(shown, u"support"_s, u"none"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$3,292.41"_s);
    // And 10 % tax on it.
    shown.find<QDoubleSpinBox>(u"tax"_s)->setValue(10);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$3,621.65"_s);
}

void TestCalculator::sliderAndFieldAreOne()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    auto *field = shown.find<QDoubleSpinBox>(u"qa.hit"_s);
    QSlider *slider = nullptr;
    for (QSlider *each : shown.page->findChildren<QSlider *>()) {
        if (each->accessibleName() == field->accessibleName())
            slider = each;
    }
    QVERIFY(slider);
    QCOMPARE(slider->value(), 60);
    slider->setValue(30);
    QCOMPARE(field->value(), 30.0);
    // 1,797.048 + 235.62 of tokens, 184.999924 of storage, 9 % of both, 2,400 of seats.
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$4,817.26"_s);
    field->setValue(60);
    QCOMPARE(slider->value(), 60);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$4,423.60"_s);
}

void TestCalculator::unknownIsSaid()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    pick(shown, u"seatPlan"_s, u"OpenAI · ChatGPT Enterprise / Edu"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, u"Seats"_s), u"unknown"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, total), u"unknown"_s);
    QCOMPARE(shown.cell(u"offersTable"_s, terra, u"Tokens"_s), u"$1,671.52"_s);
    QVERIFY(shown.text(u"gaps"_s).contains(u"gpt-6.1-terra: unknown: seats"_s));
}

void TestCalculator::figuresShowTheirOrigin()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    auto *table = shown.find<QTableView>(u"offersTable"_s);
    table->selectRow(static_cast<int>(shown.names(u"offersTable"_s).indexOf(u"deepseek-flash"_s)));
    const QAbstractItemModel *lines = shown.find<QTableView>(u"lines"_s)->model();
    QStringList first;
    for (int column = 0; column < lines->columnCount(); ++column)
        first.append(lines->index(0, column).data().toString());
    // 0.30 of 506.88 M tokens that no cache serves, at the peak price.
    QCOMPARE(first,
             (QStringList{u"Questions"_s, u"deepseek-flash · input · peak hours"_s, u"152,064,000"_s,
                          u"$0.30 per 1,000,000"_s, u"$45.62"_s, u"2026-10"_s}));
    QVERIFY(lines->index(0, 5).data(Qt::ToolTipRole).toString().contains(u"api-docs.deepseek.com"_s));
    const QStringList parts = shown.names(u"lines"_s);
    QVERIFY(parts.contains(u"Vectors"_s) && parts.contains(u"Support"_s) && parts.contains(u"Seats"_s));
}

void TestCalculator::saysWhereSeatsCostLess()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    shown.find<QTableView>(u"offersTable"_s)
        ->selectRow(static_cast<int>(shown.names(u"offersTable"_s).indexOf(terra)));
    // 22,000 requests a day cost 1,671.516, the seats 2,400: 22,000 × 1.4358.
    QCOMPARE(shown.text(u"turnText"_s),
             u"Below 31,588 requests a day the API of gpt-6.1-terra costs less than the seats; this workload "
             "has 22,000."_s);
    QVERIFY(shown.find<ChartWidget>(u"turnChart"_s)->isVisible());
    shown.find<QDoubleSpinBox>(u"seats"_s)->setValue(0);
    QTRY_VERIFY(!shown.find<ChartWidget>(u"turnChart"_s)->isVisible());
    QVERIFY(shown.text(u"turnText"_s).startsWith(u"Enter seats"_s));
}

void TestCalculator::comparesTwo()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    const QString name = shown.find<QComboBox>(u"scenario"_s)->currentText();
    click(shown, u"duplicateScenario"_s);
    QCOMPARE(shown.find<QComboBox>(u"scenario"_s)->currentText(), name + u", copy"_s);
    shown.find<QDoubleSpinBox>(u"seats"_s)->setValue(0);
    pick(shown, u"compare"_s, name);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, u"“%1”"_s.arg(name)), u"$4,423.60"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$2,023.60"_s);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, u"Difference"_s), u"+$2,400.00"_s);
    pick(shown, u"compare"_s, u"Compare with…"_s);
    QTRY_VERIFY(shown.cell(u"offersTable"_s, terra, u"Difference"_s).isNull());
}

void TestCalculator::savesAndOpens()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    const QString file = shown.folder.filePath(u"mine.json"_s);
    shown.page->setFileAsker(
        [file](QWidget *, const QString &, const QString &suggestion, const QString &, bool save) {
            return !save || suggestion.endsWith(u"education-university.json"_s) ? file : QString();
        });
    shown.find<QDoubleSpinBox>(u"qa.per_day"_s)->setValue(36'000);
    click(shown, u"saveScenario"_s);
    QVERIFY(shown.text(u"told"_s).startsWith(u"Saved "_s));
    shown.find<QDoubleSpinBox>(u"qa.per_day"_s)->setValue(1);
    click(shown, u"openScenario"_s);
    QCOMPARE(shown.find<QDoubleSpinBox>(u"qa.per_day"_s)->value(), 36'000.0);
    QTRY_COMPARE(shown.cell(u"offersTable"_s, terra, total), u"$5,988.73"_s);
}

void TestCalculator::refusesAnotherFile()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    const QString file = shown.folder.filePath(u"other.json"_s);
    QFile out(file);
    QVERIFY(out.open(QFile::WriteOnly));
    out.write(R"({"schema": "costglass-scenario/1", "workloads": [{"name": "a", "per_day": "-3"}]})");
    out.close();
    shown.page->setFileAsker(
        [file](QWidget *, const QString &, const QString &, const QString &, bool) { return file; });
    click(shown, u"openScenario"_s);
    QVERIFY2(shown.text(u"told"_s).startsWith(u"workloads[0].per_day"_s), qPrintable(shown.text(u"told"_s)));
    QCOMPARE(shown.find<QComboBox>(u"scenario"_s)->count(), 4); // three templates and one's own use
    QCOMPARE(shown.cell(u"offersTable"_s, terra, total), u"$4,423.60"_s);
}

void TestCalculator::ownUseNeedsALedger()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    pick(shown, u"scenario"_s, u"My last 30 days"_s);
    QTRY_VERIFY(shown.text(u"told"_s).startsWith(u"The ledger knows of no tokens in the last 30 days."_s));
    QCOMPARE(shown.cell(u"offersTable"_s, terra, total), u"$4,423.60"_s); // what was there stays
}

void TestCalculator::takesTheTableAway()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    const QString file = shown.folder.filePath(u"estimate.csv"_s);
    shown.page->setFileAsker(
        [file](QWidget *, const QString &, const QString &, const QString &, bool) { return file; });
    click(shown, u"exportEstimate"_s);
    QFile csv(file);
    QVERIFY(csv.open(QFile::ReadOnly));
    QVERIFY(csv.readAll().contains("openai,gpt-6.1-terra,USD,1671.516,0,184.999924,167.08643316,2400,0,"));
}

void TestCalculator::chartHoldsTheTable()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    auto *chart = shown.find<ChartWidget>(u"offersChart"_s);
    QCOMPARE(chart->chart().slotNames, shown.names(u"offersTable"_s));
    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->cursorSlot(), 1);
    const QString name = shown.names(u"offersTable"_s)[1];
    QVERIFY(chart->accessibleDescription().startsWith(name));
    QVERIFY(chart->accessibleDescription().contains(u"Seats: "_s
                                                    + shown.cell(u"offersTable"_s, name, u"Seats"_s)));
}

void TestCalculator::everyControlHasAName()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    QCOMPARE(shown.nameless(), QStringList());
}

void TestCalculator::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("%s, wide", qPrintable(language)) << language << QSize(1256, 844);
        QTest::addRow("%s, narrow", qPrintable(language)) << language << QSize(968, 644);
    }
}

void TestCalculator::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    useLanguage(language);
    ShownPage shown(size);
    QTRY_VERIFY(shown.page->isSettled());
    QTRY_COMPARE(shown.cut().join(u" / "_s), QString());
}

QTEST_MAIN(TestCalculator)
#include "tst_calculator.moc"
