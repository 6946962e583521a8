// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/vendortablemodel.h"
#include "samples/samplemonth.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

QStringList rowOf(const VendorTableModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

} // namespace

class TestVendorTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsVendorsAndTheirTotal();
    void headsSayWhichMonths();
    void figuresStandRight();
    void holdsTheSparkline();
    void copiesAsText();
    void newFiguresKeepTheSelection();
    void emptyWithoutVendors();
    void comparesWithWhatIsKnown();
    void changesInWords_data();
    void changesInWords();
    void sharesInWords();
};

void TestVendorTable::showsVendorsAndTheirTotal()
{
    VendorTableModel model;
    QAbstractItemModelTester tester(&model);
    model.setView(Sample::month());
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(rowOf(model, 0),
             QStringList({u"OpenAI"_s, u"$471.42"_s, u"38 %"_s, u"▲ 17 %"_s, {}, u"billed"_s, u"23 Nov"_s}));
    QCOMPARE(rowOf(model, 3),
             QStringList(
                 {u"Google Cloud AI"_s, u"$110.99"_s, u"9 %"_s, u"▲ 20 %"_s, {}, u"billed"_s, u"22 Nov"_s}));
    QCOMPARE(rowOf(model, 4)[VendorTableModel::Kind], u"entered"_s);
    QCOMPARE(rowOf(model, 6)[VendorTableModel::Change], u"▲ 8 %"_s);
    QCOMPARE(rowOf(model, 7), QStringList({u"Total"_s, u"$1,241.74"_s, u"100 %"_s, u"▲ 23 %"_s, {}, {}, {}}));
    QCOMPARE(model.index(1, VendorTableModel::Amount).data(RawRole).toDouble(), 402.04);
    QCOMPARE(model.index(3, VendorTableModel::CompleteTo).data(RawRole).toDate(), QDate(2026, 11, 22));
}

void TestVendorTable::headsSayWhichMonths()
{
    VendorTableModel model;
    model.setView(Sample::month());
    QCOMPARE(model.headerData(VendorTableModel::Amount, Qt::Horizontal).toString(), u"November"_s);
    QCOMPARE(model.headerData(VendorTableModel::Change, Qt::Horizontal).toString(), u"vs October"_s);
}

void TestVendorTable::figuresStandRight()
{
    VendorTableModel model;
    model.setView(Sample::month());
    for (const int column : {VendorTableModel::Amount, VendorTableModel::Share, VendorTableModel::Change}) {
        QVERIFY(model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
        QVERIFY(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>()
                & Qt::AlignRight);
    }
    QCOMPARE(model.index(0, VendorTableModel::Change).data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
}

void TestVendorTable::holdsTheSparkline()
{
    VendorTableModel model;
    model.setView(Sample::month());
    const auto points = model.index(0, VendorTableModel::Recent).data(PointsRole).value<QList<double>>();
    QCOMPARE(points.size(), 33);
    QCOMPARE(points.first(), 17.05); // 23 October
    QCOMPARE(points.last(), 10.38); // today
    QVERIFY(!model.index(7, VendorTableModel::Recent).data(PointsRole).isValid());
}

void TestVendorTable::copiesAsText()
{
    VendorTableModel model;
    model.setView(Sample::month());
    const QStringList lines = model.toText().split(u'\n');
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines[0], u"Vendor\tNovember\tShare\tvs October\tKind\tComplete to"_s);
    QCOMPARE(lines[1], u"OpenAI\t$471.42\t38 %\t▲ 17 %\tbilled\t23 Nov"_s);
    QCOMPARE(lines[8], u"Total\t$1,241.74\t100 %\t▲ 23 %\t\t"_s);
}

void TestVendorTable::newFiguresKeepTheSelection()
{
    VendorTableModel model;
    model.setView(Sample::month());
    const QPersistentModelIndex selected = model.index(2, 0);
    QSignalSpy changed(&model, &VendorTableModel::dataChanged);
    MonthView later = Sample::month();
    later.vendors[0].cost = Sample::usd("472.00");
    model.setView(later);
    QCOMPARE(changed.size(), 1);
    QVERIFY(selected.isValid());
    QCOMPARE(selected.data().toString(), u"AWS AI"_s);
    QCOMPARE(model.index(0, VendorTableModel::Amount).data().toString(), u"$472.00"_s);
}

void TestVendorTable::emptyWithoutVendors()
{
    VendorTableModel model;
    QAbstractItemModelTester tester(&model);
    model.setView({});
    QCOMPARE(model.rowCount(), 0);
    model.setView(Sample::month());
    model.setView({});
    QCOMPARE(model.rowCount(), 0);
}

void TestVendorTable::comparesWithWhatIsKnown()
{
    MonthView view = Sample::month();
    view.vendors[0].previous.reset();
    VendorTableModel model;
    model.setView(view);
    QCOMPARE(model.index(0, VendorTableModel::Change).data().toString(), u"new"_s);
    view.previousSameDays.reset(); // nothing is known of October
    model.setView(view);
    QCOMPARE(model.index(0, VendorTableModel::Change).data().toString(), u"–"_s);
    QCOMPARE(model.index(7, VendorTableModel::Change).data().toString(), u"–"_s);
}

void TestVendorTable::changesInWords_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("words");
    QTest::newRow("more") << u"12.00"_s << u"10.00"_s << u"▲ 20 %"_s;
    QTest::newRow("less") << u"9.70"_s << u"10.00"_s << u"▼ 3 %"_s;
    QTest::newRow("the same") << u"10.00"_s << u"10.00"_s << u"0 %"_s;
    QTest::newRow("a hair more") << u"10.04"_s << u"10.00"_s << u"0 %"_s;
    QTest::newRow("many times") << u"1000.00"_s << u"1.00"_s << u"▲ 99,900 %"_s;
    QTest::newRow("from nothing") << u"1.00"_s << u"0.00"_s << u"new"_s;
    QTest::newRow("nothing at all") << u"0.00"_s << u"0.00"_s << u"–"_s;
    QTest::newRow("from a credit") << u"1.00"_s << u"-2.00"_s << u"–"_s;
}

void TestVendorTable::changesInWords()
{
    QFETCH(QString, now);
    QFETCH(QString, before);
    QTEST(changeText(Sample::usd(now.toLatin1()), Sample::usd(before.toLatin1())), "words");
}

void TestVendorTable::sharesInWords()
{
    QCOMPARE(shareText(Sample::usd("1"), Sample::usd("3")), u"33 %"_s);
    QCOMPARE(shareText(Sample::usd("0.004"), Sample::usd("1")), u"<1 %"_s);
    QCOMPARE(shareText(Sample::usd("0"), Sample::usd("1")), u"0 %"_s);
    QCOMPARE(shareText(Sample::usd("1"), Sample::usd("0")), u"–"_s);
}

QTEST_GUILESS_MAIN(TestVendorTable)
#include "tst_vendortable.moc"
