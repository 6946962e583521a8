// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/plansview.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// What the Plans page is told.
class TestPlansView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sumsUpWhatIsDue();
    void ordersByTheNextPayment();
    void tellsWhatPlansAreWorth();

private:
    void enter(const QString &name, const QString &vendor, QDate start, const QString &price,
               PlanPeriod per = PlanPeriod::Month)
    {
        Plan plan{.vendor = vendor, .name = name, .per = per, .start = start};
        plan.terms = {{.from = start, .price = HandMadeLedger::money(price)}};
        QVERIFY(m_ledger->store().savePlan(plan, m_now));
    }
    PlansView view() { return loadPlansView(m_ledger->store(), Month(2026, 11), m_now).value(); }

    const qint64 m_now = HandMadeLedger::start(QDate(2026, 11, 24)) + 12 * 3600;
    std::unique_ptr<HandMadeLedger> m_ledger;
};

void TestPlansView::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
}

void TestPlansView::sumsUpWhatIsDue()
{
    enter(u"Today"_s, u"a"_s, QDate(2026, 10, 24), u"7"_s); // paid today, and again on 24 December
    enter(u"Twice"_s, u"a"_s, QDate(2026, 9, 28), u"20"_s); // 28 November and 28 December
    enter(u"Late"_s, u"a"_s, QDate(2026, 1, 30), u"100"_s, PlanPeriod::Year);
    Plan yuan{.vendor = u"b"_s, .name = u"Yuan"_s, .start = QDate(2026, 3, 15)};
    yuan.terms = {{.from = yuan.start,
                   .price = HandMadeLedger::money(u"1999"_s, Currency::cny()),
                   .tax = HandMadeLedger::money(u"1"_s, Currency::cny())}};
    QVERIFY(m_ledger->store().savePlan(yuan, m_now));
    const PlansView seen = view();
    QStringList payments;
    for (const PaymentAhead &payment : seen.payments)
        payments.append(payment.day.toString(u"d.M"_s) + u' ' + payment.plan);
    QCOMPARE(payments, QStringList({u"28.11 Twice"_s, u"15.12 Yuan"_s, u"24.12 Today"_s, u"28.12 Twice"_s}));
    QCOMPARE(
        seen.sums,
        QList<Money>({HandMadeLedger::money(u"47"_s), HandMadeLedger::money(u"2000"_s, Currency::cny())}));
}

void TestPlansView::ordersByTheNextPayment()
{
    enter(u"Once"_s, u"a"_s, QDate(2026, 11, 2), u"5"_s, PlanPeriod::Once);
    enter(u"Older"_s, u"a"_s, QDate(2026, 10, 2), u"5"_s, PlanPeriod::Once);
    enter(u"December"_s, u"a"_s, QDate(2026, 9, 11), u"20"_s);
    enter(u"November"_s, u"a"_s, QDate(2026, 9, 28), u"20"_s);
    QStringList names;
    const QList<PlanLine> lines = view().plans;
    for (const PlanLine &line : lines)
        names.append(line.plan.name);
    QCOMPARE(names, QStringList({u"November"_s, u"December"_s, u"Once"_s, u"Older"_s}));
}

/// The use that Claude Code's logs tell is what plans of Anthropic cover.
void TestPlansView::tellsWhatPlansAreWorth()
{
    const qint64 logs = m_ledger->addAccount(u"claude-code"_s);
    QList<Charge> charges;
    for (const QDate day : {QDate(2026, 10, 31), QDate(2026, 11, 3), QDate(2026, 11, 4)}) {
        Charge charge = HandMadeLedger::charge(day, u"77"_s, u"claude-opus-5.5"_s);
        charge.kind = ChargeKind::Equivalent;
        charges.append(charge);
    }
    m_ledger->says(logs, {QDate(2026, 10, 1), QDate(2026, 11, 24)}, charges);
    enter(u"Max"_s, u"anthropic"_s, QDate(2026, 9, 11), u"100"_s);
    enter(u"Plus"_s, u"openai"_s, QDate(2026, 9, 11), u"20"_s);
    QList<PlanLine> lines = view().plans;
    QCOMPARE(lines[0].plan.name, u"Max"_s);
    QCOMPARE(lines[0].worth, std::optional(HandMadeLedger::money(u"154"_s))); // November's alone
    QVERIFY(!lines[0].sharesWorth);
    QVERIFY(!lines[1].worth);
    enter(u"Second Max"_s, u"anthropic"_s, QDate(2026, 9, 12), u"100"_s);
    lines = view().plans;
    QVERIFY(lines[0].sharesWorth);
}

QTEST_GUILESS_MAIN(TestPlansView)
#include "tst_plansview.moc"
