// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricegate.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

const qint64 Now = *parseRfc3339(u"2026-11-24T12:00:00Z");

PriceRow row(const QString &model, const QString &price)
{
    PriceRow made;
    made.vendor = u"acme"_s;
    made.model = model;
    made.meter = u"input"_s;
    made.price = Decimal::of(price);
    return made;
}

PriceFactor half(const QString &vendor, const QString &model)
{
    return {vendor, model, Tier::Batch, {}, Decimal::of(u"0.5"), {}};
}

QString costOf(const PriceBook &book, const QString &model, qint64 at, Tier tier = Tier::Standard)
{
    const auto priced = book.price({u"acme"_s, model, at, tier}, {{u"input"_s, 1'000'000}});
    return priced && priced->cost ? priced->cost->toString() : u"–"_s;
}

} // namespace

/// What public lists may change in the book, and what not: nothing in the past.
class TestPriceGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factorsOfNewModelsOnly();
    void namesThatLeadNowhereOnly();
    void pricesThatEnded();
    void announcedPrices();
    void samePriceInAnotherUnit();
    void idLastsAndTellsApart();
};

void TestPriceGate::factorsOfNewModelsOnly()
{
    PriceBook book;
    book.add(row(u"old"_s, u"2"_s));
    PriceList list;
    list.rows = {row(u"old"_s, u"2"_s), row(u"new"_s, u"3"_s)};
    list.factors = {half(u"acme"_s, u"old"_s), half(u"acme"_s, u"new"_s), half({}, {}), half(u"acme"_s, {})};
    const GateResult result = passGate({{u"a"_s, list}, {u"b"_s, list}}, book, Now);
    QCOMPARE(result.factors.size(), 1); // of one feed, not twice
    for (const PriceRow &taken : result.taken)
        book.add(taken);
    for (const PriceFactor &factor : result.factors)
        book.add(factor);
    QCOMPARE(costOf(book, u"old"_s, Now, Tier::Batch), u"–"_s); // as before
    QCOMPARE(costOf(book, u"new"_s, Now, Tier::Batch), u"1.5"_s);
    QCOMPARE(costOf(book, u"new"_s, Now - 1), u"–"_s);
}

void TestPriceGate::namesThatLeadNowhereOnly()
{
    PriceBook book;
    book.add(row(u"one"_s, u"2"_s));
    book.add(row(u"two"_s, u"4"_s));
    book.add(PriceAlias{u"acme"_s, u"uno"_s, {}, u"one"_s, {}});
    PriceList list;
    list.rows = {row(u"one"_s, u"2"_s)};
    list.aliases = {{u"acme"_s, u"uno"_s, {}, u"two"_s, {}}, // would make it ambiguous, and the past unpriced
                    {u"acme"_s, u"two"_s, {}, u"one"_s, {}},
                    {u"acme"_s, u"eins"_s, {}, u"one"_s, {}}};
    const GateResult result = passGate({{u"a"_s, list}}, book, Now);
    QCOMPARE(result.aliases.size(), 1);
    QCOMPARE(result.aliases[0].name, u"eins"_s);
}

void TestPriceGate::pricesThatEnded()
{
    PriceRow ended = row(u"one"_s, u"9"_s);
    ended.until = Now;
    PriceList list;
    list.rows = {ended};
    const GateResult result = passGate({{u"a"_s, list}}, PriceBook(), Now);
    QCOMPARE(result.past, 1);
    QVERIFY(result.taken.isEmpty());
}

void TestPriceGate::announcedPrices()
{
    PriceBook book;
    book.add(row(u"one"_s, u"2"_s));
    PriceRow ahead = row(u"one"_s, u"4"_s);
    ahead.from = Now + 100;
    PriceList list;
    list.rows = {row(u"one"_s, u"2"_s), ahead};
    const GateResult result = passGate({{u"a"_s, list}}, book, Now);
    QCOMPARE(result.unchanged, 1);
    QCOMPARE(result.taken.size(), 1); // not a clash with what holds until then
    book.add(result.taken[0]);
    QCOMPARE(costOf(book, u"one"_s, Now + 99), u"2"_s);
    QCOMPARE(costOf(book, u"one"_s, Now + 100), u"4"_s);
}

void TestPriceGate::samePriceInAnotherUnit()
{
    PriceBook book;
    book.add(row(u"one"_s, u"2"_s));
    PriceRow perToken = row(u"one"_s, u"0.000002"_s);
    perToken.per = 1;
    PriceRow yuan = row(u"one"_s, u"2"_s);
    yuan.currency = Currency::cny();
    PriceList same;
    same.rows = {perToken};
    PriceList other;
    other.rows = {yuan};
    QCOMPARE(passGate({{u"a"_s, same}}, book, Now).unchanged, 1);
    QCOMPARE(passGate({{u"a"_s, other}}, book, Now).held.value(0).reason, HeldPrice::Reason::Jump);
    QCOMPARE(passGate({{u"a"_s, same}, {u"b"_s, other}}, book, Now).held.value(0).reason,
             HeldPrice::Reason::Clash);
}

void TestPriceGate::idLastsAndTellsApart()
{
    HeldPrice held{row(u"one"_s, u"5"_s), u"a"_s};
    HeldPrice later = held;
    later.row.from = Now;
    later.row.provenance = {u"elsewhere"_s, u"2026-11-25"_s, {}};
    QCOMPARE(held.id(), later.id());
    later.row.price = Decimal::of(u"5.01"_s);
    QVERIFY(held.id() != later.id());
    later.row.price = held.row.price;
    later.feed = u"b"_s;
    QVERIFY(held.id() != later.id());
}

QTEST_APPLESS_MAIN(TestPriceGate)
#include "tst_pricegate.moc"
