// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/spendanomalies.h"
#include "engine/spendforecast.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const QDate firstDay(2026, 8, 3); // a Monday
const QDate today(2026, 11, 24);
const QDate spikeDay(2026, 11, 18);

Charge charge(QDate day, int dollars, const QString &model, const QString &key)
{
    Charge charge{.day = day};
    charge.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    charge.periodEnd = charge.periodStart + 24 * 3600;
    charge.at.model = model;
    charge.at.key = key;
    charge.cost = Money::fromNanos(dollars * Money::NanosPerUnit, Currency::usd());
    return charge;
}

} // namespace

class SpendAnomaliesTest : public QObject
{
    Q_OBJECT

private:
    /// Two vendors of 30 a day each; on one day the first also pays 200 for a model's batch.
    static std::unique_ptr<Store> openLedger(const QString &folder)
    {
        auto store = std::move(*Store::open(folder));
        for (const QString &vendor : {u"openai"_s, u"anthropic"_s}) {
            Snapshot snapshot;
            snapshot.account = store->addAccount({.vendor = vendor, .label = vendor})->id;
            snapshot.days = {firstDay, today};
            snapshot.takenAt = today.startOfDay(Qt::UTC).toSecsSinceEpoch();
            snapshot.replies = {"reply"};
            for (QDate day = firstDay; day < today; day = day.addDays(1)) {
                snapshot.records.charges.append(charge(day, 20, u"small"_s, u"app"_s));
                snapshot.records.charges.append(charge(day, 10, u"large"_s, u"app"_s));
                if (day == spikeDay && vendor == u"openai")
                    snapshot.records.charges.append(charge(day, 200, u"large"_s, u"batch"_s));
            }
            if (!store->store(snapshot))
                qFatal("the ledger cannot be filled");
        }
        return store;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void oneDayOfOneVendorWithItsCause()
    {
        const auto store = openLedger(m_folder.path());
        const auto found = spendAnomalies(*store, {.days = Month(2026, 11).range()}, today);
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        const SpendAnomaly &anomaly = found->first();
        QCOMPARE(anomaly.day, spikeDay);
        QCOMPARE(anomaly.vendor, u"openai"_s);
        QCOMPARE(anomaly.actual.toDecimal(), u"230.00"_s);
        QVERIFY(std::abs(anomaly.expected.nanos() - 30 * Money::NanosPerUnit) < Money::NanosPerUnit);
        QCOMPARE(anomaly.impact, *anomaly.actual.minus(anomaly.expected));
        QCOMPARE(anomaly.causes.size(), 2); // no project is known
        QCOMPARE(anomaly.causes[0].dim, Dim::Model);
        QCOMPARE(anomaly.causes[0].value, u"large"_s);
        QCOMPARE(anomaly.causes[0].impact.toDecimal(), u"200.00"_s);
        QCOMPARE(anomaly.causes[1].dim, Dim::Key);
        QCOMPARE(anomaly.causes[1].value, u"batch"_s);

        const Money more = Money::fromNanos(500 * Money::NanosPerUnit, Currency::usd());
        QVERIFY(spendAnomalies(*store, {.days = Month(2026, 11).range(), .least = more}, today)->isEmpty());
        QVERIFY(spendAnomalies(*store, {.days = Month(2026, 10).range()}, today)->isEmpty());
        QVERIFY(spendAnomalies(*store,
                               {.days = Month(2026, 11).range(), .where = {{Dim::Vendor, u"anthropic"_s}}},
                               today)
                    ->isEmpty());
    }

    /// A renewal of ten times a day's spend is known beforehand; what comes on top of it that day is not.
    void paymentsOfPlansAreNoNews()
    {
        QTemporaryDir folder;
        const auto store = openLedger(folder.path());
        const Money price = Money::fromNanos(300 * Money::NanosPerUnit, Currency::usd());
        const QDate renewal(2026, 9, 15);
        QVERIFY(store->savePlan({.vendor = u"openai"_s,
                                 .name = u"Team"_s,
                                 .start = renewal,
                                 .terms = {{.from = renewal, .price = price}}},
                                today.startOfDay(Qt::UTC).toSecsSinceEpoch()));
        const auto found = spendAnomalies(*store, {.days = {firstDay, today}}, today);
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().day, spikeDay);
        QCOMPARE(found->first().actual.toDecimal(), u"230.00"_s);
    }

    void emptyLedgerHasNone()
    {
        QTemporaryDir folder;
        const auto store = std::move(*Store::open(folder.path()));
        QVERIFY(spendAnomalies(*store, {.days = Month(2026, 11).range()}, today)->isEmpty());
        QCOMPARE(*mainCurrency(*store, Month(2026, 11).range(), {}), Currency::usd());
    }
};

QTEST_GUILESS_MAIN(SpendAnomaliesTest)
#include "tst_spendanomalies.moc"
