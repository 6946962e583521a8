// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fxrates.h"
#include "handmade.h"

#include <QTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

Charge charge(QDate day, QStringView amount, Currency currency, const QString &model,
              ChargeKind kind = ChargeKind::Billed)
{
    Charge charge{.day = day};
    charge.at.model = model;
    charge.kind = kind;
    charge.cost = *Money::parse(amount, currency);
    return charge;
}

} // namespace

class TestFxRates : public QObject
{
    Q_OBJECT

private:
    /// USD to CNY is 7 on the 2nd, a Friday, and 8 on the 5th: euro rates of 2 and 14, 1 and 8.
    static FxTable rates()
    {
        return *FxTable::read("Date,USD,CNY\n2026-01-05,1,8\n2026-01-02,2,14\n", u"by hand"_s);
    }

    static ConvertedSummary ask(Store &store, const QList<Dim> &by)
    {
        return *summaryIn(store, {.days = Month(2026, 1).range(), .by = by}, Currency::cny(), rates());
    }

private Q_SLOTS:
    void convertsEachDayAtItsRate()
    {
        HandMadeLedger ledger;
        const qint64 account = ledger.addAccount(u"openai"_s);
        ledger.says(account, Month(2026, 1).range(),
                    {charge(QDate(2026, 1, 2), u"10", Currency::usd(), u"a"_s),
                     charge(QDate(2026, 1, 3), u"1", Currency::usd(), u"a"_s), // Saturday: Friday's rate
                     charge(QDate(2026, 1, 5), u"10", Currency::usd(), u"a"_s),
                     charge(QDate(2026, 1, 5), u"3.5", Currency::cny(), u"a"_s),
                     charge(QDate(2026, 1, 6), u"2", Currency::usd(), u"b"_s, ChargeKind::Equivalent)});
        const ConvertedSummary byModel = ask(ledger.store(), {Dim::Model});
        QCOMPARE(byModel.summary.rows.size(), 2);
        QCOMPARE(byModel.summary.rows[0].cost->toDecimal(), u"160.50"_s); // 70 + 7 + 80 + 3.50
        QCOMPARE(byModel.summary.rows[1].cost->toDecimal(), u"16.00"_s);
        QCOMPARE(byModel.summary.totals.size(), 2); // never across kinds
        QCOMPARE(byModel.rates.size(), 2);
        QCOMPARE(byModel.rates[0].date(), u"2026-01-02"_s);
        QCOMPARE(byModel.rates[0].rateText(), u"7"_s);
        QVERIFY(!byModel.stale);
        const ConvertedSummary byDay = ask(ledger.store(), {Dim::Day, Dim::Vendor});
        QCOMPARE(byDay.summary.rows.size(), 4);
        QCOMPARE(byDay.summary.rows[2].cost->toDecimal(), u"83.50"_s);
    }

    void tellsOldRates()
    {
        HandMadeLedger ledger;
        const qint64 account = ledger.addAccount(u"openai"_s);
        ledger.says(account, Month(2026, 1).range(),
                    {charge(QDate(2026, 1, 20), u"1", Currency::usd(), u"a"_s)});
        QCOMPARE(ask(ledger.store(), {}).stale, QDate(2026, 1, 5));
    }

    void leavesNoRowOut()
    {
        HandMadeLedger ledger;
        const qint64 account = ledger.addAccount(u"openai"_s);
        ledger.says(account, Month(2026, 1).range(),
                    {charge(QDate(2026, 1, 5), u"1", *Currency::fromCode(u"ISK"), u"a"_s)});
        const auto answer
            = summaryIn(ledger.store(), {.days = Month(2026, 1).range()}, Currency::cny(), rates());
        QCOMPARE(answer.error().kind, Error::Kind::Config);
    }

    void keepsNoNameApartFromAnEmptyOne()
    {
        HandMadeLedger ledger;
        const qint64 account = ledger.addAccount(u"openai"_s);
        ledger.says(account, Month(2026, 1).range(),
                    {charge(QDate(2026, 1, 5), u"1", Currency::usd(), QString()),
                     charge(QDate(2026, 1, 5), u"2", Currency::usd(), u""_s)});
        const ConvertedSummary answer = ask(ledger.store(), {Dim::Model});
        QCOMPARE(answer.summary.rows.size(), 2);
        QCOMPARE(answer.summary.rows[0].cost->toDecimal(), u"16.00"_s);
        QCOMPARE(answer.summary.rows[1].cost->toDecimal(), u"8.00"_s);
        QCOMPARE(answer.summary.totals[0].cost.toDecimal(), u"24.00"_s);
    }

    void tellsADamagedFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"fx.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("half a fi");
        file.close();
        const auto rates = readFxRates(folder.path());
        QCOMPARE(rates.error().kind, Error::Kind::Storage);
        QVERIFY(rates.error().remedy.contains(u"fx.csv"_s));
        QVERIFY(!keepFxRates(folder.path(), FxTable()).has_value()); // what it holds is not written over
    }

    void keepsRatesInTheDataFolder()
    {
        QTemporaryDir folder;
        const QString data = folder.filePath(u"new/data"_s);
        const qsizetype bundled = readFxRates(data)->size();
        QVERIFY(bundled > 6000);
        QVERIFY(keepFxRates(data, *FxTable::read("Date,USD\n2026-11-20,1.05\n", u"one"_s)).has_value());
        QVERIFY(keepFxRates(data, *FxTable::read("Date,USD\n2026-11-23,1.06\n", u"two"_s)).has_value());
        const FxTable table = *readFxRates(data);
        QCOMPARE(table.size(), bundled + 2);
        QCOMPARE(table.ratesOf(QDate(2026, 11, 22))->first().rateText(), u"1.05"_s);
        QCOMPARE(QFile::permissions(data + u"/fx.csv"_s) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void asksAsFrankfurterHasIt()
    {
        const HttpRequest request
            = fxRequest(QUrl(u"https://api.frankfurter.dev/v1"_s), QDate(2026, 4, 13), QDate(2026, 11, 24));
        QCOMPARE(request.url.toString(), u"https://api.frankfurter.dev/v1/2026-04-13..2026-11-24?base=EUR"_s);
    }
};

QTEST_GUILESS_MAIN(TestFxRates)
#include "tst_fxrates.moc"
