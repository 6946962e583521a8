// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartwidget.h"
#include "engine/language.h"
#include "models/theme.h"
#include "windows/pricedpage.h"
#include "windows/pricespage.h"
#include "windows/stylesheet.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

using ShownPage = PricedPage<PricesPage>;

const QString argon = u"gemini-4-argon"_s;

QString price(const ShownPage &shown, const QString &model, const QString &title)
{
    return shown.cell(u"priceTable"_s, model, title);
}

} // namespace

/// The table of prices as a person reads it, against the vendors' lists as the catalogue copied them.
class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void showsEachClass();
    void filters();
    void sorts();
    void mixAndDay();
    void otherCurrency();
    void historyAndWhatIsAhead();
    void everyControlHasAName();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestPrices::initTestCase()
{
    useLanguage(u"en"_s);
    applyFonts(*qApp);
    applyTheme(*qApp, Theme::light());
}

void TestPrices::cleanup()
{
    useLanguage(u"en"_s);
}

void TestPrices::showsEachClass()
{
    ShownPage shown;
    QTRY_COMPARE(price(shown, u"gpt-6.1-terra"_s, u"Input"_s), u"$1.00"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Cached"_s), u"$0.05"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Cache write"_s), u"$1.25"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Output"_s), u"$5.00"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Blended"_s), u"$2.00"_s); // (3 × 1 + 5) ÷ 4
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Long from"_s), u"272,000"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Caches from"_s), u"1,024"_s);
    QCOMPARE(price(shown, u"gpt-6.1-terra"_s, u"Other tiers"_s), u"batch, flex, priority"_s);
    QCOMPARE(price(shown, u"gpt-6-luna"_s, u"Context"_s), u"1,050,000"_s);
    QCOMPARE(price(shown, u"deepseek-flash"_s, u"Peak"_s), u"× 2"_s);
    QCOMPARE(price(shown, u"gemini-4-carbon"_s, u"Cached"_s), u"–"_s); // not told, so not 0
}

void TestPrices::filters()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    shown.find<QLineEdit>(u"words"_s)->setText(u"GEMINI 4"_s);
    const QStringList found = shown.names(u"priceTable"_s);
    QVERIFY(found.contains(argon) && !found.contains(u"gpt-6-luna"_s));
    shown.find<QLineEdit>(u"words"_s)->setText(u"no such thing"_s);
    QVERIFY(shown.names(u"priceTable"_s).isEmpty());
    QVERIFY(shown.find<QLabel>(u"none"_s)->isVisible());
    shown.find<QLineEdit>(u"words"_s)->clear();
    auto *vendor = shown.find<QComboBox>(u"vendor"_s);
    vendor->setCurrentIndex(vendor->findText(u"Anthropic"_s));
    QVERIFY(shown.names(u"priceTable"_s).size() >= 12);
    for (const QString &name : shown.names(u"priceTable"_s))
        QVERIFY2(name.startsWith(u"claude"_s), qPrintable(name));
}

void TestPrices::sorts()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    auto *table = shown.find<QTableView>(u"priceTable"_s);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table->sortByColumn(CachedColumn, order);
        const QStringList prices = shown.names(u"priceTable"_s, CachedColumn);
        QCOMPARE(prices.last(), u"–"_s); // the unknown stand last either way
        QVERIFY(prices.first() != u"–"_s);
    }
    shown.find<QLineEdit>(u"words"_s)->setText(u"gpt-6"_s);
    table->sortByColumn(OutputColumn, Qt::AscendingOrder);
    const QStringList ascending = shown.names(u"priceTable"_s);
    QVERIFY(ascending.indexOf(u"gpt-6-luna"_s) < ascending.indexOf(u"gpt-6.1-terra"_s));
    QVERIFY(ascending.indexOf(u"gpt-6.1-terra"_s) < ascending.indexOf(u"gpt-6.1-sol"_s));
    table->sortByColumn(OutputColumn, Qt::DescendingOrder);
    QVERIFY(shown.names(u"priceTable"_s).indexOf(u"gpt-6.1-sol"_s)
            < shown.names(u"priceTable"_s).indexOf(u"gpt-6-luna"_s));
}

void TestPrices::mixAndDay()
{
    ShownPage shown;
    QTRY_COMPARE(price(shown, argon, u"Blended"_s), u"$4.00"_s); // (3 × 2 + 10) ÷ 4
    shown.find<QDoubleSpinBox>(u"outputPart"_s)->setValue(3);
    QTRY_COMPARE(price(shown, argon, u"Blended"_s), u"$6.00"_s); // (3 × 2 + 3 × 10) ÷ 6
    shown.find<QDateEdit>(u"day"_s)->setDate(QDate(2026, 12, 1));
    QTRY_COMPARE(price(shown, argon, u"Blended"_s), u"$12.00"_s);
    QCOMPARE(price(shown, argon, u"Input"_s), u"$4.00"_s);
    auto *tier = shown.find<QComboBox>(u"tier"_s);
    tier->setCurrentIndex(tier->findText(u"batch"_s));
    QTRY_COMPARE(price(shown, argon, u"Input"_s), u"$2.00"_s);
}

void TestPrices::otherCurrency()
{
    ShownPage shown;
    QTRY_COMPARE(price(shown, u"glm-5.3-flash (cn)"_s, u"Input"_s), u"¥0.80"_s);
    auto *currency = shown.find<QComboBox>(u"currency"_s);
    currency->setCurrentIndex(currency->findText(u"CNY"_s));
    QTRY_VERIFY(price(shown, argon, u"Input"_s).startsWith(u"¥"_s));
    QCOMPARE(price(shown, u"glm-5.3-flash (cn)"_s, u"Input"_s), u"¥0.80"_s);
    // Twice the rate of that day, which stands above with its source.
    const auto rate = shown.desk->prices()->rates.rate(Currency::usd(), Currency::cny(), QDate(2026, 11, 24));
    QVERIFY(rate);
    const QString shownPrice = price(shown, argon, u"Input"_s).mid(1);
    QVERIFY(std::abs(shownPrice.toDouble() - 2 * rate->rateText().toDouble()) < 0.0001);
    const auto labels = shown.page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&rate](const QLabel *label) {
        return label->text().contains(u"1 USD = "_s + rate->rateText());
    }));
}

void TestPrices::historyAndWhatIsAhead()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    QCOMPARE(shown.names(u"ahead"_s, 1).first(), argon);
    QCOMPARE(shown.names(u"ahead"_s, 2).first(),
             u"input $2.00 → $4.00, cached input $0.10 → $0.20, output $10.00 → $20.00"_s);
    QCOMPARE(shown.names(u"ahead"_s).size(), 5);
    shown.find<QLineEdit>(u"words"_s)->setText(argon);
    QCOMPARE(shown.names(u"steps"_s, 1),
             (QStringList{u"$4.00"_s, u"$2.00"_s, u"$0.20"_s, u"$0.10"_s, u"$20.00"_s, u"$10.00"_s}));
    const ChartData &chart = shown.find<ChartWidget>(u"history"_s)->chart();
    // Twelve months back, this one, six ahead; December's price is a dashed step.
    QCOMPARE(chart.slotCount, 19);
    QCOMPARE(chart.slotNames[13], u"December 2026"_s);
    QCOMPARE(chart.slotTexts[12], u"$2.00"_s);
    QCOMPARE(chart.slotTexts[13], u"$4.00"_s);
    QVERIFY(chart.lines.first().dashed);
    QCOMPARE(chart.lines.first().points.last().y(), 4.0);
}

void TestPrices::everyControlHasAName()
{
    ShownPage shown;
    QTRY_VERIFY(shown.page->isSettled());
    QCOMPARE(shown.nameless(), QStringList());
}

void TestPrices::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("%s, wide", qPrintable(language)) << language << QSize(1256, 844);
        QTest::addRow("%s, narrow", qPrintable(language)) << language << QSize(968, 644);
    }
}

void TestPrices::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    useLanguage(language);
    ShownPage shown(size);
    QTRY_VERIFY(shown.page->isSettled());
    QTRY_COMPARE(shown.cut(), QStringList());
}

QTEST_MAIN(TestPrices)
#include "tst_prices.moc"
