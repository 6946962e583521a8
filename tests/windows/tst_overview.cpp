// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartwidget.h"
#include "engine/language.h"
#include "samples/sampleledger.h"
#include "windows/overviewpage.h"
#include "windows/stylesheet.h"
#include "windows/tables.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The page as the window shows it: over a ledger in a folder of its own, in a scroll area.
class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void answersInItsFirstLine();
    void cardsCompareForecastAndBudget();
    void tableShowsTheFiguresOfThePicture();
    void chartSwitches();
    void alertsAndMoversSayWhy();
    void pastMonthHasNoForecast();
    void tooLittleDataForAForecast();
    void otherMoneyStandsApart();
    void teachesWithoutAccounts();
    void saysWhatFillsIt();
    void refreshKeepsFocusAndSelection();
    void selectionIsCopied();
    void everyControlHasAName();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    template<typename Task>
    void onLedger(Task task);
    void show(QSize size = {1256, 844});
    QString heading() const { return m_page->findChild<PageHeading *>()->accessibleName(); }
    /// The texts of the card with that title, null when it is not shown.
    QString card(const QString &title) const;
    QString cell(int row, int column) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<DashboardState> m_state;
    std::unique_ptr<QScrollArea> m_window;
    OverviewPage *m_page = nullptr;
    QTableView *m_table = nullptr;
    ChartWidget *m_chart = nullptr;
};

void TestOverview::initTestCase()
{
    useLanguage(u"en"_s);
    applyFonts(*qApp);
    applyTheme(*qApp, Theme::light());
}

void TestOverview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.dataFolder = m_folder->path();
    options.now = Sample::now;
    auto engine = Engine::open(options);
    QVERIFY(engine);
    m_engine = *std::move(engine);
}

void TestOverview::cleanup()
{
    m_window.reset();
    m_state.reset();
    m_engine.reset();
    useLanguage(u"en"_s);
}

template<typename Task>
void TestOverview::onLedger(Task task)
{
    bool done = false;
    m_engine->ledger().run(this, task, [&done](const Result<void> &result) { done = result.has_value(); });
    QTRY_VERIFY(done);
}

void TestOverview::show(QSize size)
{
    m_state = std::make_unique<DashboardState>(*m_engine);
    m_page = new OverviewPage(*m_state);
    m_page->setProperty("role", u"page"_s);
    m_table = m_page->findChild<QTableView *>(u"vendors"_s);
    m_chart = m_page->findChild<ChartWidget *>(u"chart"_s);
    m_window = std::make_unique<QScrollArea>();
    m_window->setWidgetResizable(true);
    m_window->setWidget(m_page);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_state->reload();
    QTRY_VERIFY(m_page->isSettled());
}

QString TestOverview::card(const QString &title) const
{
    for (const FigureCard *card : m_page->findChildren<FigureCard *>()) {
        if (card->isVisible() && card->accessibleName() == title)
            return card->accessibleDescription();
    }
    return {};
}

QString TestOverview::cell(int row, int column) const
{
    return m_table->model()->index(row, column).data().toString();
}

void TestOverview::answersInItsFirstLine()
{
    onLedger(Sample::fill);
    show();
    QVERIFY2(heading().startsWith(u"$1,241.74 so far in November. Likely to end near $"_s),
             qPrintable(heading()));
    QCOMPARE(m_chart->accessibleName(), heading());
}

void TestOverview::cardsCompareForecastAndBudget()
{
    onLedger(Sample::fill);
    show();
    QCOMPARE(card(u"Same days of October"_s), u"$1,012.15 ▲ 23 % in November"_s);
    QVERIFY(card(u"Forecast for 30 Nov"_s).contains(u"80 % range $"_s));
    const QString budget = card(u"Budget “All AI”"_s);
    QVERIFY2(budget.startsWith(u"82 % of $1,500.00 · likely over on "_s), qPrintable(budget));
}

void TestOverview::tableShowsTheFiguresOfThePicture()
{
    onLedger(Sample::fill);
    show();
    QCOMPARE(m_table->model()->rowCount(), 8);
    QCOMPARE(cell(0, VendorTableModel::Vendor), u"OpenAI"_s);
    QCOMPARE(cell(0, VendorTableModel::Amount), u"$471.42"_s);
    QCOMPARE(cell(1, VendorTableModel::Change), u"▲ 36 %"_s);
    QCOMPARE(cell(7, VendorTableModel::Amount), u"$1,241.74"_s);
    // The table is as tall as its rows: the page scrolls, not the table.
    QTRY_VERIFY(m_table->visualRect(m_table->model()->index(7, 0)).bottom() <= m_table->viewport()->height());
}

void TestOverview::chartSwitches()
{
    onLedger(Sample::fill);
    show();
    QCOMPARE(m_chart->chart().slotCount, 30);
    QCOMPARE(m_chart->chart().stacks.size(), 7);
    auto *segments = m_page->findChild<Segments *>();
    QTest::mouseClick(segments->findChildren<QPushButton *>()[1], Qt::LeftButton);
    QVERIFY(m_chart->chart().stacks.isEmpty());
    QCOMPARE(m_chart->chart().lines.last().points.last(), QPointF(24, 1241.74));
    QTest::mouseClick(segments->findChildren<QPushButton *>()[2], Qt::LeftButton);
    QCOMPARE(m_chart->chart().slotCount, 12);
    m_state->reload();
    QSignalSpy changed(m_state.get(), &DashboardState::viewChanged);
    QVERIFY(changed.wait());
    QCOMPARE(m_chart->chart().slotCount, 12); // what was chosen stays
}

void TestOverview::alertsAndMoversSayWhy()
{
    onLedger(Sample::fill);
    show();
    QStringList texts;
    const auto look = [this, &texts] {
        texts.clear();
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.contains(u"Budget 80 %"_s);
    };
    QTRY_VERIFY(look()); // a layout shows what is put into it in a turn of its own
    QVERIFY(texts.contains(u"What changed against October"_s));
    QVERIFY(texts.contains(u"anthropic-large"_s));
    QVERIFY(texts.contains(u"+$105.86"_s)); // 402.04 − 296.18
    QVERIFY(!texts.filter(u"All AI has passed 80 % of $1,500.00."_s).isEmpty());
}

void TestOverview::pastMonthHasNoForecast()
{
    onLedger(Sample::fill);
    show();
    m_state->setMonth(Month(2026, 10));
    QTRY_COMPARE(heading(), u"$1,377.41 in October 2026."_s);
    QVERIFY(card(u"Forecast for 31 Oct"_s).isNull());
    QVERIFY(m_chart->chart().expected.isEmpty());
    QCOMPARE(m_chart->chart().slotCount, 31);
    QCOMPARE(cell(0, VendorTableModel::Change), u"–"_s); // nothing is known of September
}

void TestOverview::tooLittleDataForAForecast()
{
    onLedger([](Store &store) {
        Snapshot few;
        few.account = store.addAccount({.vendor = u"openai"_s, .label = u"new"_s})->id;
        few.days = {QDate(2026, 11, 20), Sample::today.addDays(1)};
        few.takenAt = Sample::now;
        few.completeTo = dayStart(Sample::today, QTimeZone::utc());
        few.replies = {QByteArrayLiteral("{}")};
        for (int day = 20; day < 24; ++day)
            few.records.charges.append(
                Sample::charge(u"openai"_s, QDate(2026, 11, day), Sample::usd("2.50")));
        const auto stored = store.store(few);
        return stored ? Result<void>() : std::unexpected(stored.error());
    });
    show();
    QCOMPARE(heading(),
             u"$10.00 so far in November. Nothing to forecast yet: 4 of the 7 days needed are here."_s);
    QVERIFY(card(u"Same days of October"_s).isNull());
    QVERIFY(card(u"Forecast for 30 Nov"_s).isNull());
}

void TestOverview::otherMoneyStandsApart()
{
    onLedger([](Store &store) {
        Snapshot mixed;
        mixed.account = store.addAccount({.vendor = u"openai"_s, .label = u"two"_s})->id;
        mixed.days = {QDate(2026, 11, 1), QDate(2026, 11, 2)};
        mixed.takenAt = Sample::now;
        mixed.replies = {QByteArrayLiteral("{}")};
        mixed.records.charges
            = {Sample::charge(u"openai"_s, mixed.days.from, Sample::usd("10")),
               Sample::charge(u"openai"_s, mixed.days.from, *Money::parse(u"3.80", Currency::cny()))};
        mixed.records.charges[1].description = u"yuan"_s;
        const auto stored = store.store(mixed);
        return stored ? Result<void>() : std::unexpected(stored.error());
    });
    show();
    QVERIFY(heading().startsWith(u"$10.00 so far"_s));
    const auto labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"Apart from this sum: ¥3.80 (billed)."_s;
    }));
}

void TestOverview::teachesWithoutAccounts()
{
    show();
    auto *add = m_page->findChild<QPushButton *>(u"addAccount"_s);
    auto *sample = m_page->findChild<QPushButton *>(u"sampleData"_s);
    QVERIFY(add->isVisible() && sample->isVisible());
    QVERIFY(!m_chart->isVisible());
    QSignalSpy wizard(m_page, &OverviewPage::wizardWanted);
    QSignalSpy samples(m_page, &OverviewPage::sampleWanted);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    QTest::keyClick(sample, Qt::Key_Space);
    QCOMPARE(wizard.size(), 1);
    QCOMPARE(samples.size(), 1);
}

void TestOverview::saysWhatFillsIt()
{
    onLedger([](Store &store) {
        const auto account = store.addAccount({.vendor = u"openai"_s, .label = u"new"_s});
        return account ? Result<void>() : std::unexpected(account.error());
    });
    show();
    QCOMPARE(heading(), u"No figures yet."_s);
    QVERIFY(!m_page->findChild<QPushButton *>(u"addAccount"_s)->isVisible());
    QVERIFY(!m_table->isVisible());
    onLedger(Sample::fill);
    m_state->reload();
    QTRY_VERIFY(m_table->isVisible());
}

void TestOverview::refreshKeepsFocusAndSelection()
{
    onLedger(Sample::fill);
    show();
    m_table->setFocus();
    m_table->selectRow(2);
    const QString selected = cell(2, VendorTableModel::Vendor);
    QSignalSpy changed(m_state.get(), &DashboardState::viewChanged);
    m_state->reload();
    QVERIFY(changed.wait());
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(m_table->selectionModel()->selectedRows()[0].data().toString(), selected);
}

void TestOverview::selectionIsCopied()
{
    onLedger(Sample::fill);
    show();
    m_table->setFocus();
    m_table->selectRow(0);
    QTest::keySequence(m_table, QKeySequence::Copy);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"OpenAI\t$471.42\t38 %\t▲ 17 %\t"_s), qPrintable(copied));
}

void TestOverview::everyControlHasAName()
{
    onLedger(Sample::fill);
    show();
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() & Qt::TabFocus;
        if (!control || !widget->isVisible())
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestOverview::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("%s, wide", qPrintable(language)) << language << QSize(1256, 844);
        QTest::addRow("%s, narrow", qPrintable(language)) << language << QSize(968, 644);
    }
}

void TestOverview::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    useLanguage(language);
    onLedger(Sample::fill);
    show(size);
    const auto cut = [this] {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
            if (label->isVisible() && (narrow || label->height() < needed))
                texts.append(label->text());
        }
        for (const QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->width() < button->sizeHint().width())
                texts.append(button->text());
        }
        return texts;
    };
    QTRY_COMPARE(cut(), QStringList());
    QVERIFY(m_page->width() <= m_window->viewport()->width()); // no sideways scrolling
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
