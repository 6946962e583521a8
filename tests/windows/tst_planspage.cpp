// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windows/dashboardpage.h"
#include "windows/mainwindow.h"
#include "windows/planform.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// A person enters a subscription, changes its seats, ends it, keeps an invoice and takes a plan away.
class TestPlansPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void teachesWhatItIsFor();
    void addsASubscription();
    void saysWhatIsWrong();
    void editsFromTheNextPayment();
    void changesThePastOnPurpose();
    void endsAPlan();
    void keepsAnInvoice();
    void removesAfterAsking();
    void everyFieldHasAName();

private:
    static constexpr qint64 Now = 1795521600; // 2026-11-24T12:00:00Z
    template<typename T>
    T *find(const QString &name) const
    {
        T *widget = m_window->findChild<T *>(name);
        Q_ASSERT(widget);
        return widget;
    }
    void click(const QString &name) const { find<QPushButton>(name)->click(); }
    void addTeam(const QString &name = u"ChatGPT Business"_s) const;
    QString cell(int row, int column) const
    {
        const QAbstractItemModel *rows = find<QTableView>(u"plansTable"_s)->model();
        return rows->index(row, column).data().toString();
    }
    int rows() const { return find<QTableView>(u"plansTable"_s)->model()->rowCount(); }
    QString total() const { return m_window->state().view()->total.toDecimal(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestPlansPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestPlansPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::move(*Engine::open({{}, Now, true}));
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_window = std::make_unique<MainWindow>(*m_engine, *m_settings);
    m_window->show();
    QTRY_VERIFY(m_window->state().view());
    m_window->showPage(u"plans"_s);
    QTRY_VERIFY(m_window->page(u"plans"_s)->isSettled());
}

void TestPlansPage::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_engine.reset();
}

/// 12 seats of 25 a month since 3 September.
void TestPlansPage::addTeam(const QString &name) const
{
    click(u"addPlan"_s);
    find<QLineEdit>(u"planName"_s)->setText(name);
    find<QComboBox>(u"planVendor"_s)->setCurrentText(u"OpenAI"_s);
    find<QLineEdit>(u"planPrice"_s)->setText(u"25"_s);
    find<QSpinBox>(u"planSeats"_s)->setValue(12);
    find<QDateEdit>(u"planStart"_s)->setDate(QDate(2026, 9, 3));
    click(u"savePlan"_s);
    QTRY_COMPARE(rows(), 1);
}

void TestPlansPage::teachesWhatItIsFor()
{
    QVERIFY(!find<QTableView>(u"plansTable"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"editPlan"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"addPlan"_s)->isVisible());
    const QStringList texts = [this] {
        QStringList all;
        for (const QLabel *label : m_window->page(u"plans"_s)->findChildren<QLabel *>())
            all.append(label->isVisible() ? label->text() : QString());
        return all;
    }();
    QVERIFY(texts.contains(u"No plan yet."_s));
}

void TestPlansPage::addsASubscription()
{
    addTeam();
    QCOMPARE(cell(0, 0), u"ChatGPT Business"_s);
    QCOMPARE(cell(0, 2), u"$25.00 / seat"_s);
    QCOMPARE(cell(0, 3), u"12"_s);
    QCOMPARE(cell(0, 4), u"$300.00"_s);
    QCOMPARE(cell(0, 5), u"3 Dec"_s);
    QVERIFY(!find<QWidget>(u"planForm"_s)->isVisible());
    QTRY_COMPARE(total(), u"300.00"_s); // November's payment is in the month's sum
}

void TestPlansPage::saysWhatIsWrong()
{
    click(u"addPlan"_s);
    const auto problem = [this] { return find<QLabel>(u"planProblem"_s)->text(); };
    click(u"savePlan"_s);
    QVERIFY(problem().contains(u"no price"_s));
    find<QLineEdit>(u"planPrice"_s)->setText(u"much"_s);
    click(u"savePlan"_s);
    QVERIFY(problem().contains(u"“much” is not an amount"_s));
    find<QLineEdit>(u"planPrice"_s)->setText(u"1,250.50"_s);
    click(u"savePlan"_s);
    QVERIFY(problem().contains(u"needs a name"_s));
    find<QLineEdit>(u"planName"_s)->setText(u"Team"_s);
    click(u"savePlan"_s);
    QVERIFY(problem().contains(u"needs a vendor"_s));
    find<QComboBox>(u"planVendor"_s)->setCurrentText(u"Somebody"_s);
    find<QLineEdit>(u"planIncluded"_s)->setText(u"a lot"_s);
    click(u"savePlan"_s);
    QVERIFY(problem().contains(u"“a lot” does not say how much is included"_s));
    find<QLineEdit>(u"planIncluded"_s)->setText(u"100 points; 2 TB"_s);
    click(u"savePlan"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, 1), u"Somebody"_s);
    const QAbstractItemModel *quotas = find<QTableView>(u"standingsTable"_s)->model();
    QCOMPARE(quotas->rowCount(), 2);
    QCOMPARE(quotas->index(0, 2).data().toString(), u"100 points"_s);
    QCOMPARE(quotas->index(1, 2).data().toString(), u"2 TB"_s);
}

void TestPlansPage::editsFromTheNextPayment()
{
    addTeam();
    click(u"editPlan"_s);
    find<QSpinBox>(u"planSeats"_s)->setValue(14);
    click(u"savePlan"_s);
    QTRY_VERIFY(!find<QWidget>(u"planForm"_s)->isVisible());
    QTRY_COMPARE(total(), u"300.00"_s);
    // The form shows what will hold, once the page knows of it.
    QTRY_VERIFY((click(u"editPlan"_s), find<QSpinBox>(u"planSeats"_s)->value() == 14));
    QCOMPARE(total(), u"300.00"_s);
}

void TestPlansPage::changesThePastOnPurpose()
{
    addTeam();
    click(u"editPlan"_s);
    find<QLineEdit>(u"planPrice"_s)->setText(u"30"_s);
    find<QComboBox>(u"planFrom"_s)->setCurrentIndex(1);
    click(u"savePlan"_s);
    QTRY_COMPARE(total(), u"360.00"_s);
}

void TestPlansPage::endsAPlan()
{
    addTeam();
    click(u"endPlan"_s);
    QVERIFY(find<QCheckBox>(u"planEnds"_s)->isChecked());
    QCOMPARE(find<QDateEdit>(u"planEnd"_s)->date(), QDate(2026, 12, 3)); // what is paid is used up
    click(u"savePlan"_s);
    QTRY_COMPARE(cell(0, 5), u"ends 3 Dec"_s);
    QCOMPARE(total(), u"300.00"_s);
    QTRY_VERIFY(!find<QPushButton>(u"endPlan"_s)->isVisible());
}

void TestPlansPage::keepsAnInvoice()
{
    const QString file = m_folder->filePath(u"invoice.pdf"_s);
    QFile pdf(file);
    QVERIFY(pdf.open(QFile::WriteOnly));
    pdf.write("%PDF-1.4\n");
    pdf.close();
    find<PlanForm>(u"planForm"_s)->setFileAsker([file](QWidget *, const QString &) { return file; });
    click(u"addPlan"_s);
    find<QComboBox>(u"planWhat"_s)->setCurrentText(u"Invoice"_s);
    QVERIFY(!find<QSpinBox>(u"planSeats"_s)->isVisible());
    find<QLineEdit>(u"planName"_s)->setText(u"October"_s);
    find<QComboBox>(u"planVendor"_s)->setCurrentText(u"openai"_s);
    find<QLineEdit>(u"planPrice"_s)->setText(u"100"_s);
    find<QLineEdit>(u"planTax"_s)->setText(u"19"_s);
    find<QLineEdit>(u"planInvoice"_s)->setText(u"INV-7"_s);
    find<QDateEdit>(u"planStart"_s)->setDate(QDate(2026, 11, 2));
    click(u"planDocument"_s);
    click(u"savePlan"_s);
    QTRY_COMPARE(total(), u"119.00"_s);
    QCOMPARE(cell(0, 5), u"once, 2 Nov"_s);
    QCOMPARE(QDir(m_engine->dataFolder() + u"/documents"_s).entryList(QDir::Files).size(), 1);
}

void TestPlansPage::removesAfterAsking()
{
    addTeam();
    QTRY_COMPARE(total(), u"300.00"_s);
    click(u"removePlan"_s);
    QVERIFY(find<QPushButton>(u"confirmRemoval"_s)->isVisible());
    QCOMPARE(rows(), 1);
    click(u"confirmRemoval"_s);
    QTRY_COMPARE(rows(), 0);
    QTRY_COMPARE(total(), u"0.00"_s);
}

void TestPlansPage::everyFieldHasAName()
{
    click(u"addPlan"_s);
    for (const QString &name : {u"planName"_s, u"planPrice"_s, u"planTax"_s, u"planIncluded"_s}) {
        QAccessibleInterface *field = QAccessible::queryAccessibleInterface(find<QLineEdit>(name));
        QVERIFY2(!field->text(QAccessible::Name).isEmpty(), qPrintable(name));
    }
}

QTEST_MAIN(TestPlansPage)
#include "tst_planspage.moc"
