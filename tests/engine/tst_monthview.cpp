// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alerts.h"
#include "engine/monthwords.h"
#include "handmade.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const Month october(2026, 10);
const Month november(2026, 11);
const QDate today(2026, 11, 24);
constexpr qint64 Noon = 12 * 3600;

QDate oct(int day)
{
    return QDate(2026, 10, day);
}

QDate nov(int day)
{
    return QDate(2026, 11, day);
}

Money usd(const QString &amount)
{
    return HandMadeLedger::money(amount);
}

Charge charge(QDate day, const QString &amount, const QString &model, const QString &key = {})
{
    return HandMadeLedger::charge(day, amount, model, key);
}

QStringList decimals(const QList<Money> &amounts)
{
    QStringList texts;
    for (const Money amount : amounts)
        texts.append(amount.toDecimal());
    return texts;
}

} // namespace

class TestMonthView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void sumsTheMonthAndTheSameDaysBefore();
    void listsVendorsDearestFirst();
    void givesDaysAndLastWeeks();
    void givesTwelveMonths();
    void keepsOtherMoneyApart();
    void takesTheCurrencyOfTheLargestSum();
    void namesWhatMoved();
    void namesNothingWhereItIsSpread();
    void saysWhoIsLate();
    void saysWhoseDays();
    void pausedAccountsHoldNothingBack();
    void countsRestatedDays();
    void forecastsFromWholeDays();
    void saysHowMuchHistoryIsMissing();
    void emptyLedger();
    void monthThatIsOver();
    void firstDayOfAMonth();
    void listsBudgetsAndAlerts();

private:
    void addTwoVendors();
    MonthView view(Month month = november, QDate day = today);

    std::unique_ptr<HandMadeLedger> m_ledger;
    qint64 m_openAi = 0;
    qint64 m_anthropic = 0;
};

void TestMonthView::init()
{
    m_ledger = std::make_unique<HandMadeLedger>();
}

MonthView TestMonthView::view(Month month, QDate day)
{
    const auto view = loadMonthView(m_ledger->store(), month, HandMadeLedger::start(day) + Noon);
    return view ? *view : MonthView();
}

/// OpenAI: 74.20 in November (61.20 of it on the 18th by "batch-eval"), 25.00 on the same days of October, 32.00 in
/// all of it. Anthropic: 100.00, 90.00, 90.00; besides 42.00 equivalent and 8.00 CNY.
void TestMonthView::addTwoVendors()
{
    m_openAi = m_ledger->addAccount(u"openai"_s);
    m_anthropic = m_ledger->addAccount(u"anthropic"_s);
    const DateRange days{oct(1), nov(25)};
    m_ledger->says(m_openAi, days,
                   {charge(oct(1), u"20"_s, u"gpt"_s, u"k2"_s), charge(oct(24), u"5"_s, u"gpt"_s, u"k2"_s),
                    charge(oct(25), u"7"_s, u"gpt"_s, u"k2"_s), charge(nov(1), u"10"_s, u"gpt"_s, u"k2"_s),
                    charge(nov(18), u"61.20"_s, u"gpt"_s, u"k1"_s),
                    charge(nov(24), u"3"_s, u"gpt"_s, u"k2"_s)});
    m_ledger->names(m_openAi, u"k1"_s, u"batch-eval"_s);
    Charge plan = charge(nov(3), u"42"_s, u"claude"_s);
    plan.kind = ChargeKind::Equivalent;
    Charge yuan = charge(nov(4), u"8"_s, u"claude"_s);
    yuan.cost = HandMadeLedger::money(u"8"_s, Currency::cny());
    m_ledger->says(m_anthropic, days,
                   {charge(oct(2), u"90"_s, u"claude"_s), charge(nov(2), u"100"_s, u"claude"_s), plan, yuan});
}

void TestMonthView::sumsTheMonthAndTheSameDaysBefore()
{
    addTwoVendors();
    const MonthView november = view();
    QCOMPARE(november.total, usd(u"174.20"_s));
    QCOMPARE(november.previousSameDays, usd(u"115"_s)); // 1 to 24 October
    QVERIFY(!november.isOver);
    QCOMPARE(november.accounts, 2);
    QCOMPARE(november.previousDaily.size(), 31);
    QCOMPARE(november.previousDaily[24], usd(u"7"_s));
}

void TestMonthView::listsVendorsDearestFirst()
{
    addTwoVendors();
    const MonthView november = view();
    QCOMPARE(november.vendors.size(), 2);
    QCOMPARE(november.vendors[0].vendor, u"anthropic"_s);
    QCOMPARE(november.vendors[0].cost, usd(u"100"_s));
    QCOMPARE(november.vendors[0].previous, usd(u"90"_s));
    QCOMPARE(november.vendors[1].vendor, u"openai"_s);
    QCOMPARE(november.vendors[1].cost, usd(u"74.20"_s));
    QCOMPARE(november.vendors[1].previous, usd(u"25"_s));
}

void TestMonthView::givesDaysAndLastWeeks()
{
    addTwoVendors();
    const VendorLine openAi = view().vendors[1];
    QCOMPARE(openAi.daily.size(), 24);
    QCOMPARE(decimals({openAi.daily[0], openAi.daily[16], openAi.daily[17], openAi.daily[23]}),
             QStringList({u"10.00"_s, u"0.00"_s, u"61.20"_s, u"3.00"_s}));
    QCOMPARE(openAi.recent.size(), 33); // 23 October to 24 November
    QCOMPARE(decimals({openAi.recent[0], openAi.recent[1], openAi.recent[2], openAi.recent[32]}),
             QStringList({u"0.00"_s, u"5.00"_s, u"7.00"_s, u"3.00"_s}));
}

void TestMonthView::givesTwelveMonths()
{
    addTwoVendors();
    const MonthView november = view();
    QCOMPARE(november.months.size(), 12);
    QCOMPARE(november.months.first().first, Month(2025, 12));
    using Sums = QMap<QString, Money>;
    QVERIFY(november.months[9].second.isEmpty());
    QCOMPARE(november.months[10].second, Sums({{u"anthropic"_s, usd(u"90"_s)}, {u"openai"_s, usd(u"32"_s)}}));
    QCOMPARE(november.months[11].second,
             Sums({{u"anthropic"_s, usd(u"100"_s)}, {u"openai"_s, usd(u"74.20"_s)}}));
}

void TestMonthView::keepsOtherMoneyApart()
{
    addTwoVendors();
    const MonthView november = view();
    QCOMPARE(november.apart.size(), 2);
    for (const Total &total : november.apart) {
        if (total.kind == ChargeKind::Equivalent)
            QCOMPARE(total.cost, usd(u"42"_s));
        else
            QCOMPARE(total.cost, HandMadeLedger::money(u"8"_s, Currency::cny()));
    }
}

void TestMonthView::takesTheCurrencyOfTheLargestSum()
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    QList<Charge> charges{charge(nov(1), u"0.50"_s, u"gpt"_s)};
    for (int day = 2; day <= 4; ++day) {
        charges.append(charge(nov(day), u"0"_s, u"gpt"_s));
        charges.last().cost = HandMadeLedger::money(u"0.40"_s, Currency::cny());
    }
    m_ledger->says(account, november.range(), charges);
    const MonthView november = view();
    QCOMPARE(november.total, HandMadeLedger::money(u"1.20"_s, Currency::cny()));
    QCOMPARE(november.apart.size(), 1);
    QCOMPARE(november.apart[0].cost, usd(u"0.50"_s));
}

void TestMonthView::namesWhatMoved()
{
    addTwoVendors();
    const QList<Mover> movers = view().movers;
    QCOMPARE(movers.size(), 2);
    QCOMPARE(movers[0].model, u"gpt"_s);
    QCOMPARE(movers[0].change, usd(u"49.20"_s)); // 74.20 − 25.00
    QCOMPARE(movers[0].key, u"batch-eval"_s);
    QCOMPARE(movers[0].day, nov(18));
    QCOMPARE(moverPlace(movers[0]), u"18 Nov, key “batch-eval”"_s);
    QCOMPARE(movers[1].model, u"claude"_s);
    QCOMPARE(movers[1].change, usd(u"10"_s));
    QVERIFY(movers[1].key.isEmpty());
}

void TestMonthView::namesNothingWhereItIsSpread()
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    QList<Charge> charges;
    for (int day = 1; day <= 24; ++day) {
        for (const QString &key : {u"k1"_s, u"k2"_s}) {
            charges.append(charge(oct(day), u"1"_s, u"gpt"_s, key));
            charges.append(charge(nov(day), u"2"_s, u"gpt"_s, key));
        }
    }
    m_ledger->says(account, {oct(1), nov(25)}, charges);
    const QList<Mover> movers = view().movers;
    QCOMPARE(movers.size(), 1);
    QCOMPARE(movers[0].change, usd(u"48"_s));
    QVERIFY(movers[0].key.isEmpty());
    QVERIFY(!movers[0].day);
    QCOMPARE(moverPlace(movers[0]), QString());
}

void TestMonthView::saysWhoIsLate()
{
    addTwoVendors();
    const qint64 synced = HandMadeLedger::start(today) + 3600;
    m_ledger->isCompleteTo(m_openAi, nov(24), synced - 60);
    m_ledger->isCompleteTo(m_anthropic, nov(22), synced);
    const MonthView november = view();
    QCOMPARE(november.completeTo, nov(21));
    QCOMPARE(november.late.size(), 1);
    QCOMPARE(november.late[0].first, u"anthropic"_s);
    QCOMPARE(november.late[0].second, nov(21));
    QCOMPARE(november.vendors[0].completeTo, nov(21));
    QCOMPARE(november.vendors[1].completeTo, nov(23));
    QCOMPARE(november.lastSync, synced);
    QCOMPARE(monthCompleteness(november),
             u"Complete to 23 Nov (UTC); 24 Nov is part of a day. Anthropic runs 2 day(s) behind."_s);
}

/// Google's days are California's; with others beside it, each vendor's are its own.
void TestMonthView::saysWhoseDays()
{
    const qint64 google = m_ledger->addAccount(u"google"_s);
    m_ledger->isCompleteTo(google, nov(23), HandMadeLedger::start(today));
    QVERIFY(monthCompleteness(view()).startsWith(u"Complete to 21 Nov (Pacific Standard Time);"));
    m_ledger->isCompleteTo(m_ledger->addAccount(u"openai"_s), nov(23), HandMadeLedger::start(today));
    QVERIFY(monthCompleteness(view()).startsWith(u"Complete to 22 Nov (each vendor's own days);"));
}

void TestMonthView::pausedAccountsHoldNothingBack()
{
    addTwoVendors();
    m_ledger->isCompleteTo(m_openAi, nov(24), HandMadeLedger::start(today));
    m_ledger->isCompleteTo(m_ledger->addAccount(u"aws"_s, true), QDate(2026, 3, 1),
                           HandMadeLedger::start(QDate(2026, 3, 1)));
    const MonthView november = view();
    QCOMPARE(november.completeTo, nov(23));
    QVERIFY(november.late.isEmpty());
}

void TestMonthView::countsRestatedDays()
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    const DateRange days{nov(1), nov(10)};
    m_ledger->says(account, days, {charge(nov(5), u"4"_s, u"gpt"_s), charge(nov(6), u"2"_s, u"gpt"_s)},
                   HandMadeLedger::start(nov(12)));
    m_ledger->says(account, days, {charge(nov(5), u"4.75"_s, u"gpt"_s), charge(nov(6), u"1.50"_s, u"gpt"_s)},
                   HandMadeLedger::start(nov(14)));
    const MonthView november = view();
    QCOMPARE(november.restatedDays, 2);
    QCOMPARE(november.restatedBy, usd(u"0.25"_s));
    QCOMPARE(november.total, usd(u"6.25"_s));
    QCOMPARE(view(october).restatedDays, 0);
}

/// Ten dollars each day: whatever the method, a month of 30 days ends at 300, and today's half day lowers nothing.
void TestMonthView::forecastsFromWholeDays()
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    QList<Charge> charges;
    for (QDate day(2026, 9, 1); day < today; day = day.addDays(1))
        charges.append(charge(day, u"10"_s, u"gpt"_s));
    charges.append(charge(today, u"4"_s, u"gpt"_s));
    m_ledger->says(account, {QDate(2026, 9, 1), nov(25)}, charges);
    m_ledger->isCompleteTo(account, today, HandMadeLedger::start(today));
    const MonthView november = view();
    QCOMPARE(november.total, usd(u"234"_s));
    QVERIFY(november.forecast.has_value());
    QCOMPARE(november.forecast->mean.rounded(2), usd(u"300"_s));
    QCOMPARE(november.forecast->days.first().day, today);
    QCOMPARE(november.forecast->days.last().day, nov(30));
    QVERIFY(monthHeadline(november).startsWith(
        u"$234.00 so far in November. Likely to end near $300.00, between "_s));
}

void TestMonthView::saysHowMuchHistoryIsMissing()
{
    const qint64 account = m_ledger->addAccount(u"openai"_s);
    m_ledger->says(account, {nov(20), nov(25)},
                   {charge(nov(20), u"5"_s, u"gpt"_s), charge(today, u"1"_s, u"gpt"_s)});
    m_ledger->isCompleteTo(account, today, HandMadeLedger::start(today));
    const MonthView november = view();
    QVERIFY(!november.forecast);
    QCOMPARE(november.forecastDaysMissing, 3); // 20 to 23 November are here
    QCOMPARE(monthHeadline(november),
             u"$6.00 so far in November. Nothing to forecast yet: 4 of the 7 days needed are here."_s);
}

void TestMonthView::emptyLedger()
{
    const MonthView empty = view();
    QVERIFY(empty.total.isZero());
    QVERIFY(!empty.previousSameDays);
    QVERIFY(empty.vendors.isEmpty());
    QVERIFY(empty.movers.isEmpty());
    QVERIFY(!empty.forecast);
    QVERIFY(!empty.completeTo);
    QVERIFY(!empty.lastSync);
    QCOMPARE(empty.accounts, 0);
    QCOMPARE(empty.months.size(), 12);
    QCOMPARE(monthCompleteness(empty), QString());
}

void TestMonthView::monthThatIsOver()
{
    addTwoVendors();
    m_ledger->isCompleteTo(m_openAi, nov(24), HandMadeLedger::start(today));
    m_ledger->isCompleteTo(m_anthropic, nov(22), HandMadeLedger::start(today));
    QVERIFY(m_ledger->store().saveBudget({.name = u"All AI"_s, .amount = usd(u"123"_s)}));
    const MonthView over = view(october);
    QVERIFY(over.isOver);
    QCOMPARE(over.total, usd(u"122"_s));
    QVERIFY(!over.previousSameDays); // nothing is known of September
    QVERIFY(!over.forecast);
    QCOMPARE(over.forecastDaysMissing, 0);
    QCOMPARE(over.vendors[0].daily.size(), 31);
    QCOMPARE(over.budgets.size(), 1);
    QCOMPARE(over.budgets[0].percent, 99);
    QVERIFY(!over.budgets[0].breachDay);
    QCOMPARE(monthHeadline(over), u"$122.00 in October 2026."_s);
    QCOMPARE(monthCompleteness(over), u"Complete (days in UTC)."_s);
}

void TestMonthView::firstDayOfAMonth()
{
    addTwoVendors();
    const MonthView first = view(november, nov(1));
    QCOMPARE(first.total, usd(u"10"_s)); // the days to come count nothing yet
    QCOMPARE(first.previousSameDays, usd(u"20"_s));
    QCOMPARE(first.vendors[0].daily.size(), 1);
    QCOMPARE(first.movers.size(), 1);
    QCOMPARE(first.movers[0].model, u"gpt"_s);
    QCOMPARE(first.movers[0].change, usd(u"-10"_s));
}

void TestMonthView::listsBudgetsAndAlerts()
{
    addTwoVendors();
    QVERIFY(m_ledger->store().saveBudget({.name = u"All AI"_s, .amount = usd(u"200"_s)}));
    QVERIFY(raiseAlerts(m_ledger->store(), HandMadeLedger::start(today) + Noon));
    const MonthView november = view();
    QCOMPARE(november.budgets.size(), 1);
    QCOMPARE(november.budgets[0].spent, usd(u"174.20"_s));
    QCOMPARE(november.budgets[0].percent, 87); // 87.1
    QCOMPARE(november.alerts.size(), 2);
    QCOMPARE(november.alerts[0].threshold, 80);
    QVERIFY(view(october).alerts.isEmpty());
}

QTEST_GUILESS_MAIN(TestMonthView)
#include "tst_monthview.moc"
