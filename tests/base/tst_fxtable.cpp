// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/fxtable.h"

#include <QTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

Currency currency(QStringView code)
{
    return *Currency::fromCode(code);
}

/// Two business days around a weekend, as the European Central Bank published them.
FxTable april()
{
    return *FxTable::read("Date,USD,CNY,ISK,\n"
                          "2026-04-13,1.1684,7.9827,N/A,\n"
                          "2026-04-10,1.1711,7.9967,,\n",
                          u"ECB"_s);
}

} // namespace

class TestFxTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossesTwoRates()
    {
        const auto rate = april().rate(Currency::usd(), Currency::cny(), QDate(2026, 4, 13));
        QVERIFY(rate.has_value());
        QCOMPARE(rate->rateText(), u"6.832163642588155"_s); // 7.9827 ÷ 1.1684
        QCOMPARE(rate->date(), u"2026-04-13"_s);
        QCOMPARE(rate->source(), u"ECB"_s);
        QCOMPARE(rate->convert(*Money::parse(u"10", Currency::usd()))->toDecimal(), u"68.321636426"_s);
        const auto euro = april().rate(Currency::usd(), currency(u"EUR"), QDate(2026, 4, 13));
        QCOMPARE(euro->rateText(), u"0.85587127695995"_s); // 1 ÷ 1.1684 = 0.855871276959945…
    }

    void takesTheLastDayBeforeAWeekend()
    {
        const auto rate = april().rate(currency(u"EUR"), Currency::usd(), QDate(2026, 4, 12));
        QCOMPARE(rate->rateText(), u"1.1711"_s);
        QCOMPARE(rate->date(), u"2026-04-10"_s);
    }

    void saysWhatIsMissing()
    {
        const auto unknown = april().rate(Currency::usd(), currency(u"ISK"), QDate(2026, 4, 13));
        QCOMPARE(unknown.error().kind, Error::Kind::Config);
        QVERIFY(unknown.error().detail.contains(u"ISK"_s));
        const auto early = april().rate(Currency::usd(), Currency::cny(), QDate(2026, 4, 9));
        QVERIFY(early.error().detail.contains(u"2026-04-09"_s));
        QVERIFY(!early.error().remedy.isEmpty());
    }

    void readsFrankfurter()
    {
        const auto many
            = FxTable::read(R"({"amount":1.0,"base":"EUR","start_date":"2026-04-10","end_date":"2026-04-13",
            "rates":{"2026-04-10":{"USD":1.1711},"2026-04-13":{"USD":1.1684,"JPY":186.75}}})",
                            u"F"_s);
        QCOMPARE(many->size(), 3);
        QCOMPARE(many->rate(Currency::usd(), currency(u"JPY"), QDate(2026, 4, 13))->rateText().left(11),
                 u"159.8339609"_s);
        const auto one = FxTable::read(
            R"({"amount":1.0,"base":"EUR","date":"2026-04-13","rates":{"USD":1.1684}})", u"F"_s);
        QCOMPARE(one->lastDay(), QDate(2026, 4, 13));
    }

    void readsTheBanksFileOfOneDay()
    {
        const auto table = FxTable::read("Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n", u"ECB"_s);
        QCOMPARE(table->lastDay(), QDate(2026, 4, 13));
        QCOMPARE(table->size(), 2);
    }

    void keepsWhatItReads()
    {
        FxTable table = april();
        FxTable corrected = *FxTable::read("Date,USD\n2026-04-13,1.1700\n2026-04-14,1.18\n", u"own, mine"_s);
        QCOMPARE(table.newsIn(corrected), std::pair(qsizetype(1), qsizetype(1)));
        table.add(corrected);
        const FxTable again = *FxTable::read(table.toCsv(), {});
        QCOMPARE(again.size(), 5);
        QCOMPARE(again.newsIn(table), std::pair(qsizetype(0), qsizetype(0)));
        const QList<FxRate> rates = *again.ratesOf(QDate(2026, 4, 13));
        QCOMPARE(rates.size(), 2);
        QCOMPARE(rates[1].rateText(), u"1.1700"_s);
        QCOMPARE(rates[1].source(), u"own, mine"_s);
    }

    void refusesWhatIsNoRates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other header") << QByteArray("Day;USD\n");
        QTest::newRow("no day") << QByteArray("Date,USD\nyesterday,1.1\n");
        QTest::newRow("no number") << QByteArray("Date,USD\n2026-04-13,dear\n");
        QTest::newRow("zero") << QByteArray("Date,USD\n2026-04-13,0\n");
        QTest::newRow("negative") << QByteArray(R"({"base":"EUR","date":"2026-04-13","rates":{"USD":-1}})");
        QTest::newRow("more cells than heads") << QByteArray("Date,USD\n2026-04-13,1.1,2.2\n");
        QTest::newRow("other base") << QByteArray(
            R"({"base":"USD","date":"2026-04-13","rates":{"EUR":0.85}})");
        QTest::newRow("broken JSON") << QByteArray("{\"base\":");
    }

    void refusesWhatIsNoRates()
    {
        QFETCH(QByteArray, text);
        const auto table = FxTable::read(text, u"x"_s);
        QVERIFY(!table.has_value());
        QCOMPARE(table.error().kind, Error::Kind::Format);
    }
};

QTEST_GUILESS_MAIN(TestFxTable)
#include "tst_fxtable.moc"
