// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "pricing/worked/recommendations.h"
#include "pricing/worked/requestsandinvoices.h"
#include "pricing/worked/scenarios.h"
#include "pricing/worked/servicesandcommitments.h"
#include "pricing/worked/unitsandplans.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Every figure that was worked out by hand from the vendors' price pages, by its name: the expected values are
/// tests/data/pricing/worked-examples.json, the computed ones come from the bundled prices and the fee rules.
class TestWorkedExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figure_data();
    void figure();
    void everyFigureIsComputed();

private:
    QJsonObject m_expected;
    Worked::Figures m_computed;
};

void TestWorkedExamples::initTestCase()
{
    QFile file(QStringLiteral(TEST_DATA) + u"/pricing/worked-examples.json"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    m_expected = *parseJsonObject(file.readAll(), u"worked examples"_s);
    for (const auto &fill :
         {Worked::tokenFigures,        Worked::unitFigures,       Worked::quotaFigures,
          Worked::personalPlanFigures, Worked::teamPlanFigures,   Worked::prepayFigures,
          Worked::storageFigures,      Worked::egressFigures,     Worked::hourFigures,
          Worked::supportFigures,      Worked::capacityFigures,   Worked::batchFigures,
          Worked::cacheFigures,        Worked::longPromptFigures, Worked::residencyFigures,
          Worked::datedFigures,        Worked::orderFigures,      Worked::generalFigures,
          Worked::modelFigures,        Worked::seatFigures,       Worked::commitmentFigures,
          Worked::methodFigures,       Worked::educationFigures,  Worked::commerceFigures,
          Worked::healthFigures})
        fill(m_computed);
}

void TestWorkedExamples::figure_data()
{
    QTest::addColumn<QString>("computed");
    QTest::addColumn<QString>("expected");
    for (auto it = m_expected.begin(); it != m_expected.end(); ++it)
        QTest::newRow(qPrintable(it.key()))
            << m_computed.value(it.key(), u"not computed"_s) << it.value().toString();
}

void TestWorkedExamples::figure()
{
    QFETCH(QString, computed);
    QFETCH(QString, expected);
    // Figures compare as numbers ("4.00" is 4), words and days as they stand.
    const auto number = Decimal::parse(expected);
    if (!number) {
        QCOMPARE(computed, expected);
        return;
    }
    QVERIFY2(Decimal::of(computed) == *number, qPrintable(computed + u" instead of "_s + expected));
}

void TestWorkedExamples::everyFigureIsComputed()
{
    QCOMPARE(m_expected.size(), 426);
    for (auto it = m_computed.begin(); it != m_computed.end(); ++it)
        QVERIFY2(m_expected.contains(it.key()), qPrintable(it.key()));
}

QTEST_APPLESS_MAIN(TestWorkedExamples)
#include "tst_workedexamples.moc"
