// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/emulatornetwork.h"
#include "windows/dashboardpage.h"
#include "windows/mainwindow.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// The journeys that must be effortless, in the real window over the sample vendors: log in, see the month, set a
/// budget, take a statement away.
class TestJourneys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void logsInAndSeesTheMonth();
    void tellsWhatToDoAboutAWrongKey();
    void setsABudget();
    void exportsAStatement();
    void keepsAWordOfTheLanguage();
    void everyButtonHasAName();

private:
    static constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z
    void openKeyStep(const QString &key);
    template<typename T>
    T *find(const QString &name) const
    {
        T *widget = m_window->findChild<T *>(name);
        Q_ASSERT(widget);
        return widget;
    }
    void click(const QString &name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestJourneys::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestJourneys::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto engine = Engine::open({{}, Now, true});
    QVERIFY(engine);
    m_engine = std::move(*engine);
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_window = std::make_unique<MainWindow>(*m_engine, *m_settings);
    m_window->show();
    QTRY_VERIFY(m_window->state().view());
}

void TestJourneys::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_engine.reset();
}

void TestJourneys::openKeyStep(const QString &key)
{
    QTest::mouseClick(m_window->page(u"overview"_s)->findChild<QPushButton *>(u"addAccount"_s),
                      Qt::LeftButton);
    click(u"vendor-openai"_s);
    find<QLineEdit>(u"accountName"_s)->setText(u"production"_s);
    find<QLineEdit>(u"secret"_s)->setText(key);
    find<QLineEdit>(u"baseUrl"_s)->setText(EmulatorNetwork::baseUrl(u"openai"_s).toString());
}

void TestJourneys::logsInAndSeesTheMonth()
{
    const World world(World::DefaultSeed, Now);
    openKeyStep(QString::fromLatin1(EmulatorNetwork(world).secret(u"openai"_s)));
    click(u"keepKey"_s);
    QSignalSpy synced(m_engine.get(), &Engine::syncFinished);
    QVERIFY(synced.wait(60'000));
    QTRY_COMPARE(find<QLabel>(u"historyText"_s)->text(),
                 u"From now on Costglass keeps it fresh by itself."_s);
    click(u"openOverview"_s);
    QCOMPARE(m_window->currentPage(), u"overview"_s);
    // The month is what the sample vendor bills for it.
    Money total = Money::zero(Currency::usd());
    for (QDate day(2026, 11, 1); day <= QDate(2026, 11, 24); day = day.addDays(1)) {
        for (const BillLine &line : world.bill(u"openai"_s, day))
            total = *total.plus(line.cost);
    }
    QTRY_COMPARE(m_window->state().view()->total, total);
}

void TestJourneys::tellsWhatToDoAboutAWrongKey()
{
    openKeyStep(u"sk-admin-wrong"_s);
    click(u"keepKey"_s);
    auto *result = find<QLabel>(u"testResult"_s);
    QTRY_COMPARE(result->property("tone").toString(), u"bad"_s);
    QVERIFY2(result->text().contains(u"revoked"_s), qPrintable(result->text()));
    QVERIFY(!result->text().contains(u"sk-admin-wrong"_s));
    QCOMPARE(find<QLineEdit>(u"secret"_s)->text(), u"sk-admin-wrong"_s); // to be corrected, not typed again
    QCOMPARE(m_window->state().view()->accounts, 0);
}

void TestJourneys::setsABudget()
{
    m_window->showPage(u"budgets"_s);
    click(u"addBudget"_s);
    find<QLineEdit>(u"budgetAmount"_s)->setText(u"plenty"_s);
    click(u"saveBudget"_s);
    QVERIFY(find<QLabel>(u"budgetProblem"_s)->text().contains(u"“plenty” is not an amount"_s));
    find<QLineEdit>(u"budgetAmount"_s)->setText(u"1,250.50"_s);
    find<QLineEdit>(u"budgetThresholds"_s)->setText(u"100, 60"_s);
    click(u"saveBudget"_s);
    QTRY_COMPARE(m_window->state().view()->budgets.size(), 1);
    const Budget budget = m_window->state().view()->budgets.first().budget;
    QCOMPARE(budget.amount, *Money::parse(u"1250.5", Currency::usd()));
    QCOMPARE(budget.thresholds, (QList<int>{60, 100}));
    QVERIFY(!find<QWidget>(u"budgetForm"_s)->isVisible());
}

void TestJourneys::exportsAStatement()
{
    QSignalSpy filled(m_engine.get(), &Engine::syncFinished);
    m_engine->fillDemo(m_window.get(), [](const Result<void> &) {});
    QVERIFY(filled.wait(60'000));
    QTRY_VERIFY(!m_window->state().view()->vendors.isEmpty());
    const QString file = m_folder->filePath(u"november.pdf"_s);
    m_window->setFileAsker([file](QWidget *, const QString &, const QString &suggestion) {
        return suggestion.endsWith(u"costglass-2026-11.pdf"_s) ? file : QString();
    });
    QTRY_VERIFY(find<QPushButton>(u"exportPdf"_s)->isEnabled());
    click(u"exportPdf"_s);
    QFile pdf(file);
    QVERIFY(pdf.open(QFile::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
    QTRY_VERIFY(find<QWidget>(u"notice"_s)->isVisible());
}

void TestJourneys::keepsAWordOfTheLanguage()
{
    QSignalSpy rebuild(m_window.get(), &MainWindow::rebuildWanted);
    m_window->showPage(u"settings"_s);
    auto *language = find<QComboBox>(u"language"_s);
    language->setFocus();
    QTest::keyClick(language, Qt::Key_End); // the last choice is Chinese
    QTRY_COMPARE(rebuild.size(), 1);
    QCOMPARE(m_settings->language(), u"zh_CN"_s);
}

void TestJourneys::everyButtonHasAName()
{
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!button->isVisibleTo(m_window.get()) || button->objectName().startsWith(u"qt_"_s))
            continue;
        const QString name = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        QVERIFY2(!name.isEmpty(), qPrintable(button->objectName()));
    }
}

QTEST_MAIN(TestJourneys)
#include "tst_journeys.moc"
