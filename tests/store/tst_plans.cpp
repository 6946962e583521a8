// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

Money usd(const QString &amount)
{
    return *Money::parse(amount, Currency::usd());
}

qint64 noon(QDate day)
{
    return dayStart(day, QTimeZone::utc()) + 12 * 3600;
}

Plan plan(const QString &name, QDate start, const QString &price, PlanPeriod per = PlanPeriod::Month)
{
    return {.vendor = u"openai"_s,
            .name = name,
            .per = per,
            .start = start,
            .terms = {{.from = start, .price = usd(price)}}};
}

const DateRange allDays{QDate(2025, 1, 1), QDate(2028, 1, 1)};

} // namespace

/// What a person enters by hand, and the charges that the ledger makes of it.
class TestPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAPlanWhole();
    void chargesFromTheStartToToday();
    void chargesWhatBecomesDue();
    void aClockSetBackTakesNothingAway();
    void editsKeepThePast();
    void movesToAnotherVendor();
    void goesWithItsCharges();
    void refusesTakenNames();
    void booksStayInOrder();

private:
    /// "2026-11-03 25.00 Purchase", by day.
    QStringList charges() const
    {
        QStringList lines;
        const auto read
            = m_store->eachCharge(allDays, [&](const Charge &charge, const RecordOwner &) -> Result<void> {
                  lines.append(charge.day.toString(Qt::ISODate) + u' ' + charge.cost.toDecimal() + u' '
                               + chargeCategoryName(charge.category));
                  return {};
              });
        return read ? lines : QStringList(read.error().detail);
    }
    QString total() const
    {
        const auto summary = m_store->summary({.days = allDays});
        return summary->totals.isEmpty() ? u"none"_s : summary->totals.first().cost.toDecimal();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestPlans::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = std::move(*Store::open(m_dir->filePath(u"data"_s)));
}

void TestPlans::keepsAPlanWhole()
{
    Plan whole = plan(u"企业版 AI 套餐"_s, QDate(2026, 3, 15), u"1999"_s);
    whole.vendor = u"lanying"_s;
    whole.end = QDate(2027, 3, 15);
    whole.terms.first().tax = usd(u"119.94"_s);
    changeTerms(whole, {.from = QDate(2026, 9, 15), .price = usd(u"2100"_s), .seats = 3});
    whole.included = {*parseQuota(u"10000 AI points"_s), *parseQuota(u"50 messages"_s)};
    whole.invoice = u"2026-031"_s;
    whole.document = u"ab12"_s;
    whole.charged = false;
    const Plan saved = m_store->savePlan(whole, noon(QDate(2026, 11, 24))).value();
    QVERIFY(saved.id != 0);
    whole.id = saved.id;
    QCOMPARE(m_store->plans().value(), QList<Plan>{whole});
    const Account account = m_store->accounts()->first();
    QVERIFY(account.isPlans());
    QVERIFY(!account.hasLogin());
    QCOMPARE(account.vendor, u"lanying"_s);
}

void TestPlans::chargesFromTheStartToToday()
{
    QVERIFY(m_store->savePlan(plan(u"Plus"_s, QDate(2026, 8, 31), u"20"_s), noon(QDate(2026, 11, 30))));
    QCOMPARE(charges(),
             QStringList({u"2026-08-31 20.00 Purchase"_s, u"2026-09-30 20.00 Purchase"_s,
                          u"2026-10-31 20.00 Purchase"_s, u"2026-11-30 20.00 Purchase"_s}));
    const Summary byKind = *m_store->summary({.days = allDays, .by = {Dim::Kind, Dim::Service}});
    QCOMPARE(byKind.rows.size(), 1);
    QCOMPARE(byKind.rows.first().keys, QStringList({u"entered"_s, u"Plus"_s}));
    QCOMPARE(total(), u"80.00"_s);
    // One that begins later costs nothing yet.
    QVERIFY(m_store->savePlan(plan(u"Max"_s, QDate(2026, 12, 1), u"100"_s), noon(QDate(2026, 11, 30))));
    QCOMPARE(total(), u"80.00"_s);
    QCOMPARE(m_store->accounts()->size(), 1);
}

void TestPlans::chargesWhatBecomesDue()
{
    QVERIFY(m_store->savePlan(plan(u"Plus"_s, QDate(2026, 10, 5), u"20"_s), noon(QDate(2026, 10, 6))));
    QCOMPARE(m_store->chargePlans(noon(QDate(2026, 11, 4))), false);
    QCOMPARE(total(), u"20.00"_s);
    QCOMPARE(m_store->chargePlans(noon(QDate(2026, 12, 6))), true); // two at once: it was off meanwhile
    QCOMPARE(m_store->chargePlans(noon(QDate(2026, 12, 6))), false);
    QCOMPARE(total(), u"60.00"_s);
    QVERIFY(m_store->restatements({}, {})->isEmpty());
}

void TestPlans::aClockSetBackTakesNothingAway()
{
    QVERIFY(m_store->savePlan(plan(u"Plus"_s, QDate(2026, 10, 5), u"20"_s), noon(QDate(2026, 12, 6))));
    QCOMPARE(m_store->chargePlans(noon(QDate(2026, 10, 20))), false);
    QCOMPARE(total(), u"60.00"_s);
}

void TestPlans::editsKeepThePast()
{
    const qint64 today = noon(QDate(2026, 11, 24));
    Plan plus = *m_store->savePlan(plan(u"Plus"_s, QDate(2026, 9, 5), u"20"_s), today);
    changeTerms(plus, {.from = QDate(2026, 12, 5), .price = usd(u"25"_s)});
    QVERIFY(m_store->savePlan(plus, today));
    QCOMPARE(total(), u"60.00"_s);
    QVERIFY(*m_store->chargePlans(noon(QDate(2026, 12, 5))));
    QCOMPARE(total(), u"85.00"_s);
    // On purpose, the past too: 4 × 30.
    changeTerms(plus, {.from = plus.start, .price = usd(u"30"_s)});
    QVERIFY(m_store->savePlan(plus, noon(QDate(2026, 12, 5))));
    QCOMPARE(total(), u"120.00"_s);
    QCOMPARE(m_store->restatements({}, {})->size(), 3); // the days before today have changed, and it says so
    plus.end = QDate(2026, 10, 5);
    QVERIFY(m_store->savePlan(plus, noon(QDate(2026, 12, 5))));
    QCOMPARE(charges(), QStringList(u"2026-09-05 30.00 Purchase"_s));
}

void TestPlans::movesToAnotherVendor()
{
    const qint64 today = noon(QDate(2026, 11, 24));
    Plan plus = *m_store->savePlan(plan(u"Plus"_s, QDate(2026, 11, 5), u"20"_s), today);
    plus.vendor = u"anthropic"_s;
    QVERIFY(m_store->savePlan(plus, today));
    const Summary summary = *m_store->summary({.days = allDays, .by = {Dim::Vendor}});
    QCOMPARE(summary.rows.size(), 1);
    QCOMPARE(summary.rows.first().keys.first(), u"anthropic"_s);
    QCOMPARE(m_store->accounts()->size(), 1);
}

void TestPlans::goesWithItsCharges()
{
    const qint64 today = noon(QDate(2026, 11, 24));
    const Plan plus = *m_store->savePlan(plan(u"Plus"_s, QDate(2026, 11, 5), u"20"_s), today);
    const Plan credit
        = *m_store->savePlan(plan(u"Prize"_s, QDate(2026, 11, 7), u"8"_s, PlanPeriod::Once), today);
    QVERIFY(m_store->removePlan(plus.id, today));
    QCOMPARE(total(), u"8.00"_s);
    QVERIFY(m_store->removePlan(credit.id, today));
    QCOMPARE(total(), u"none"_s);
    QVERIFY(m_store->accounts()->isEmpty());
    QCOMPARE(m_store->removePlan(credit.id, today).error().kind, Error::Kind::Config);
}

void TestPlans::refusesTakenNames()
{
    const qint64 today = noon(QDate(2026, 11, 24));
    QVERIFY(m_store->savePlan(plan(u"Plus"_s, QDate(2026, 11, 5), u"20"_s), today));
    const auto again = m_store->savePlan(plan(u"Plus"_s, QDate(2026, 11, 9), u"30"_s), today);
    QCOMPARE(again.error().kind, Error::Kind::Config);
    QCOMPARE(total(), u"20.00"_s);
    QCOMPARE(m_store->savePlan(plan(u"Free"_s, QDate(2026, 11, 9), u"0"_s), today).error().kind,
             Error::Kind::Config);
}

void TestPlans::booksStayInOrder()
{
    Plan team = plan(u"Team"_s, QDate(2026, 1, 31), u"25"_s);
    team.terms.first().tax = usd(u"4.75"_s);
    QVERIFY(m_store->savePlan(team, noon(QDate(2026, 11, 24))));
    QVERIFY(m_store->savePlan(plan(u"Plus"_s, QDate(2026, 4, 30), u"20"_s), noon(QDate(2026, 11, 24))));
    QVERIFY(*m_store->chargePlans(noon(QDate(2026, 12, 31))));
    QVERIFY(m_store->check()->isEmpty());
    QCOMPARE(total(), u"537.00"_s); // 12 × 29.75 + 9 × 20
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
