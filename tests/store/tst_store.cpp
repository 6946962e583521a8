// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledgerfixture.h"

#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

class TestStore : public QObject, private LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openLedger(); }
    void cleanup() { closeLedger(); }
    void replacesExactlyTheWindow();
    void identicalFetchChangesNothing();
    void countsWhatChanged();
    void keepsEqualBucketsApart();
    void refusesDaysNotAskedFor();
    void unknownIsNeitherEmptyNorOther();
    void attachesUseToTheDearestRow();
    void rollupAndRecordsAgree();
    void groupsByTime();
    void addsTheAccountsOfAVendor();
    void filtersByAnyOfAndAll();
    void keepsCurrenciesAndKindsApart();
    void notesRestatedDaysOnly();
    void endsDaysInTheirZone();
    void keepsRepliesOnce();
    void coverageNeedsSettledDays();
    void namesStandBesideIds();
    void accountsComeAndGo();
    void refusesOverflow();
    void keepsBalances();
};

void TestStore::replacesExactlyTheWindow()
{
    const QDate first(2026, 11, 1);
    QVERIFY(m_store->store(
        costs(m_account, november, {charge(first, u"1"_s), charge(first.addDays(9), u"2"_s)})));
    QVERIFY(m_store->store(costs(m_account, Month(2026, 10).range(), {charge(QDate(2026, 10, 31), u"7"_s)})));
    // Only 10 November is asked for again, and it is empty now.
    QVERIFY(m_store->store(costs(m_account, {first.addDays(9), first.addDays(10)}, {})));
    QCOMPARE(sums({Dim::Day}, {QDate(2026, 10, 1), QDate(2026, 12, 1)}),
             (QMap<QString, QString>{{u"2026-10-31"_s, u"7.00"_s}, {u"2026-11-01"_s, u"1.00"_s}}));
    // Another feed of the same days is another window.
    Snapshot metered = costs(m_account, november, {});
    metered.feed = Feed::Usage;
    metered.records.usage = {usage(first, 100)};
    QVERIFY(m_store->store(metered));
    QCOMPARE(sums({Dim::Vendor}), (QMap<QString, QString>{{u"openai"_s, u"1.00"_s}}));
}

void TestStore::identicalFetchChangesNothing()
{
    const Snapshot snapshot = costs(
        m_account, november, {charge(november.from, u"1.5"_s), charge(november.from, u"2"_s, u"m2"_s)});
    const StoreChange first = *m_store->store(snapshot);
    QCOMPARE(first.added, 2);
    const StoreChange second = *m_store->store(snapshot);
    QCOMPARE(second.added + second.changed + second.removed, 0);
    QVERIFY(second.snapshot != first.snapshot);
    QCOMPARE(sums({}).value(QString()), u"3.50"_s);
}

void TestStore::countsWhatChanged()
{
    QVERIFY(m_store->store(costs(m_account, november,
                                 {charge(november.from, u"1"_s), charge(november.from, u"2"_s, u"m2"_s),
                                  charge(november.from, u"3"_s, u"m3"_s)})));
    const StoreChange change
        = *m_store->store(costs(m_account, november,
                                {charge(november.from, u"1"_s), charge(november.from, u"2.5"_s, u"m2"_s),
                                 charge(november.from, u"4"_s, u"m4"_s)}));
    QCOMPARE(change.added, 1);
    QCOMPARE(change.changed, 1);
    QCOMPARE(change.removed, 1);
    QCOMPARE(sums({}).value(QString()), u"7.50"_s);
}

void TestStore::keepsEqualBucketsApart()
{
    const Charge one = charge(november.from, u"1"_s);
    QVERIFY(m_store->store(costs(m_account, november, {one, one})));
    QCOMPARE(sums({}).value(QString()), u"2.00"_s);
    const StoreChange again = *m_store->store(costs(m_account, november, {one, one}));
    QCOMPARE(again.added + again.changed + again.removed, 0);
    const StoreChange fewer = *m_store->store(costs(m_account, november, {one}));
    QCOMPARE(fewer.removed, 1);
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
}

void TestStore::refusesDaysNotAskedFor()
{
    const auto refused = m_store->store(
        costs(m_account, november, {charge(november.from, u"1"_s), charge(QDate(2026, 12, 1), u"1"_s)}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Format);
    QVERIFY(sums({}).isEmpty());
    QVERIFY(m_store->snapshots({}, {}, 10)->isEmpty());
}

void TestStore::unknownIsNeitherEmptyNorOther()
{
    QVERIFY(
        m_store->store(costs(m_account, november,
                             {charge(november.from, u"1"_s, QString()), charge(november.from, u"2"_s, u""_s),
                              charge(november.from, u"4"_s, u"m1"_s)})));
    QCOMPARE(sums({Dim::Model}),
             (QMap<QString, QString>{{u"<none>"_s, u"1.00"_s}, {u""_s, u"2.00"_s}, {u"m1"_s, u"4.00"_s}}));
    const Summary none = *m_store->summary({.days = november, .where = {{Dim::Model, QString()}}});
    QCOMPARE(none.totals.first().cost, usd(u"1"_s));
}

void TestStore::attachesUseToTheDearestRow()
{
    Charge entered = charge(november.from, u"9"_s);
    entered.kind = ChargeKind::Entered;
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s), entered})));
    Snapshot metered = costs(m_account, november, {});
    metered.feed = Feed::Usage;
    metered.records.usage = {usage(november.from, 100), usage(november.from, 11, u"free"_s)};
    metered.records.usage[0].cacheWrite5m = 3;
    metered.records.usage[0].cacheWrite1h = 4;
    QVERIFY(m_store->store(metered));

    const Summary summary = *m_store->summary({.days = november, .by = {Dim::Model}});
    QCOMPARE(summary.rows.size(), 3);
    QCOMPARE(*summary.rows[0].kind, ChargeKind::Entered);
    QCOMPARE(*summary.rows[0].input, 100);
    QCOMPARE(*summary.rows[0].cacheWrite, 7);
    QVERIFY(!summary.rows[0].output.has_value()); // nobody told it: unknown, not 0
    QVERIFY(!summary.rows[1].input.has_value());
    QVERIFY(!summary.rows[2].cost.has_value());
    QCOMPARE(summary.rows[2].keys.first(), u"free"_s);
    QCOMPARE(*summary.rows[2].input, 11);
    QCOMPARE(summary.totals.size(), 2);
}

void TestStore::rollupAndRecordsAgree()
{
    QList<Charge> charges;
    for (int i = 0; i < 300; ++i) {
        Charge one = charge(november.from.addDays(i % 30), QString::number(i) + u".000000001"_s,
                            u"m%1"_s.arg(i % 7), u"p%1"_s.arg(i % 5));
        one.at.key = i % 3 ? u"k%1"_s.arg(i % 3) : QString();
        charges.append(one);
    }
    QVERIFY(m_store->store(costs(m_account, november, charges)));
    QVERIFY(m_store->store(costs(m_account, {november.from, november.from.addDays(10)}, charges.mid(0, 10))));
    QVERIFY2(m_store->check()->isEmpty(), qPrintable(m_store->check()->join(u'\n')));
    // One dimension is answered by rollups, two by the records: their sums are the same.
    QMap<QString, Money> folded;
    const Summary two = *m_store->summary({.days = november, .by = {Dim::Model, Dim::Key}});
    for (const SummaryRow &row : two.rows) {
        const Money before = folded.value(row.keys[0], Money::zero(Currency::usd()));
        folded.insert(row.keys[0], *before.plus(*row.cost));
    }
    const Summary one = *m_store->summary({.days = november, .by = {Dim::Model}});
    QCOMPARE(one.rows.size(), 7);
    for (const SummaryRow &row : one.rows)
        QCOMPARE(folded.value(row.keys[0], usd(u"-1"_s)), *row.cost);
}

void TestStore::groupsByTime()
{
    QVERIFY(
        m_store->store(costs(m_account, {QDate(2026, 10, 1), QDate(2026, 12, 1)},
                             {charge(QDate(2026, 11, 23), u"1"_s), charge(QDate(2026, 11, 29), u"2"_s),
                              charge(QDate(2026, 11, 30), u"4"_s), charge(QDate(2026, 10, 31), u"8"_s)})));
    const DateRange both{QDate(2026, 10, 1), QDate(2026, 12, 1)};
    QCOMPARE(sums({Dim::Month}, both),
             (QMap<QString, QString>{{u"2026-10"_s, u"8.00"_s}, {u"2026-11"_s, u"7.00"_s}}));
    QCOMPARE(sums({Dim::Week}),
             (QMap<QString, QString>{{u"2026-11-23"_s, u"3.00"_s}, {u"2026-11-30"_s, u"4.00"_s}}));
    const Summary days = *m_store->summary({.days = both, .by = {Dim::Day}});
    QCOMPARE(days.rows.first().keys.first(), u"2026-10-31"_s);
    QCOMPARE(*m_store->extent(), (DateRange{QDate(2026, 10, 31), QDate(2026, 12, 1)}));
}

void TestStore::addsTheAccountsOfAVendor()
{
    const qint64 other = m_store->addAccount({.vendor = u"anthropic"_s, .label = u"claude"_s})->id;
    const qint64 second = m_store->addAccount({.vendor = u"openai"_s, .label = u"research"_s})->id;
    QVERIFY(m_store->store(costs(m_account, november, {charge(QDate(2026, 11, 1), u"1"_s)})));
    QVERIFY(m_store->store(costs(other, november, {charge(QDate(2026, 11, 1), u"20"_s)})));
    QVERIFY(m_store->store(costs(second, november, {charge(QDate(2026, 11, 30), u"300"_s)})));
    QCOMPARE(sums({Dim::Vendor}),
             (QMap<QString, QString>{{u"openai"_s, u"301.00"_s}, {u"anthropic"_s, u"20.00"_s}}));
    QCOMPARE(sums({Dim::Account, Dim::Vendor}).value(u"research|openai"_s), u"300.00"_s);
    QCOMPARE(sums({Dim::Month, Dim::Vendor}).value(u"2026-11|openai"_s), u"301.00"_s);
}

void TestStore::filtersByAnyOfAndAll()
{
    QVERIFY(m_store->store(costs(m_account, november,
                                 {charge(november.from, u"1"_s, u"m1"_s, u"p1"_s),
                                  charge(november.from, u"2"_s, u"m2"_s, u"p1"_s),
                                  charge(november.from, u"4"_s, u"m3"_s, u"p2"_s)})));
    const auto total = [this](const QList<QPair<Dim, QString>> &where) {
        const Summary summary = *m_store->summary({.days = november, .where = where});
        return summary.totals.isEmpty() ? u"none"_s : summary.totals.first().cost.toDecimal();
    };
    QCOMPARE(total({{Dim::Model, u"m1"_s}, {Dim::Model, u"m3"_s}}), u"5.00"_s);
    QCOMPARE(total({{Dim::Model, u"m2"_s}, {Dim::Project, u"p1"_s}}), u"2.00"_s);
    QCOMPARE(total({{Dim::Vendor, u"openai"_s}}), u"7.00"_s);
    QCOMPARE(total({{Dim::Account, u"production"_s}, {Dim::Day, u"2026-11-01"_s}}), u"7.00"_s);
    QCOMPARE(total({{Dim::Vendor, u"anthropic"_s}}), u"none"_s);
    QCOMPARE(total({{Dim::Model, u"never seen'; DROP TABLE charge"_s}}), u"none"_s);
}

void TestStore::keepsCurrenciesAndKindsApart()
{
    Charge yuan = charge(november.from, u"1"_s);
    yuan.cost = *Money::parse(u"5", Currency::cny());
    Charge equivalent = charge(november.from, u"100"_s);
    equivalent.kind = ChargeKind::Equivalent;
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s), yuan, equivalent})));
    const Summary all = *m_store->summary({.days = november});
    QCOMPARE(all.rows.size(), 3);
    QCOMPARE(all.totals.size(), 3);
    const Summary billed = *m_store->summary({.days = november, .kind = ChargeKind::Billed});
    QCOMPARE(billed.totals.size(), 2);
}

void TestStore::notesRestatedDaysOnly()
{
    const QDate day(2026, 11, 22);
    const DateRange window{day, QDate(2026, 11, 25)};
    // 23 November was told when it was not over yet, 22 November when it was.
    const qint64 evening = QDate(2026, 11, 23).startOfDay(Qt::UTC).toSecsSinceEpoch() + 20 * 3600;
    QVERIFY(m_store->store(
        costs(m_account, window, {charge(day, u"25.04"_s), charge(day.addDays(1), u"3"_s)}, evening)));
    QVERIFY(m_store->store(
        costs(m_account, window, {charge(day, u"25.35"_s), charge(day.addDays(1), u"9"_s)}, Nov24Noon)));
    const auto restated = *m_store->restatements({}, {});
    QCOMPARE(restated.size(), 1);
    QCOMPARE(restated.first().day, day);
    QCOMPARE(restated.first().before, usd(u"25.04"_s));
    QCOMPARE(restated.first().after, usd(u"25.35"_s));
    QCOMPARE(restated.first().noticedAt, Nov24Noon);
    const auto snapshots = *m_store->snapshots(m_account, {}, 10);
    QCOMPARE(snapshots.first().delta, usd(u"6.31"_s)); // 0.31 + 6
    QVERIFY(!snapshots.last().delta);
    // A day that vanishes is restated to zero.
    QVERIFY(m_store->store(costs(m_account, {day, day.addDays(1)}, {}, Nov24Noon + Day)));
    QCOMPARE(m_store->restatements({}, day)->first().after, usd(u"0"_s));
}

/// 23 November ends in California at 08:00 UTC: told at 03:00 it was still growing, at 09:00 it was over.
void TestStore::endsDaysInTheirZone()
{
    const QDate day(2026, 11, 23);
    const qint64 midnight = day.addDays(1).startOfDay(Qt::UTC).toSecsSinceEpoch();
    const auto told = [&](const QString &amount, int hour) {
        Snapshot snapshot
            = costs(m_account, {day, day.addDays(1)}, {charge(day, amount)}, midnight + hour * 3600);
        snapshot.zone = QTimeZone("America/Los_Angeles");
        return m_store->store(snapshot).has_value();
    };
    QVERIFY(told(u"3"_s, 3) && told(u"5"_s, 9));
    QVERIFY(m_store->restatements({}, {})->isEmpty());
    QVERIFY(told(u"6"_s, 12));
    QCOMPARE(m_store->restatements({}, {})->first().before, usd(u"5"_s));
}

void TestStore::keepsRepliesOnce()
{
    Snapshot snapshot = costs(m_account, november, {charge(november.from, u"1"_s)});
    snapshot.replies = {QByteArray("{\"page\":1}"), QByteArray(100'000, 'x'), QByteArray()};
    const qint64 first = m_store->store(snapshot)->snapshot;
    snapshot.takenAt += 3600;
    const qint64 second = m_store->store(snapshot)->snapshot;
    QCOMPARE(*m_store->replies(first), snapshot.replies);
    QCOMPARE(*m_store->replies(second), snapshot.replies);
    const auto infos = *m_store->snapshots({}, {}, 10);
    QCOMPARE(infos.size(), 2);
    QCOMPARE(infos[0].id, second);
    QCOMPARE(infos[0].hash, infos[1].hash);
    QCOMPARE(infos[0].hash.size(), 64);
    QCOMPARE(infos[0].days, november);
    QCOMPARE(m_store->replies(999).error().kind, Error::Kind::Config);
}

void TestStore::coverageNeedsSettledDays()
{
    QVERIFY(m_store->store(costs(m_account, november, {}, Nov24Noon)));
    QVERIFY(m_store->store(costs(m_account, Month(2026, 10).range(), {}, Nov24Noon)));
    QVERIFY(m_store->store(costs(m_account, Month(2026, 8).range(), {}, Nov24Noon)));
    const QList<DateRange> settled{Month(2026, 8).range(), {QDate(2026, 10, 1), QDate(2026, 11, 21)}};
    QCOMPARE(*m_store->coverage(m_account, Feed::Costs, 3), settled);
    QCOMPARE(m_store->coverage(m_account, Feed::Costs)->last().to,
             QDate(2026, 11, 24)); // the day under way is not covered
    QVERIFY(m_store->coverage(m_account, Feed::Usage)->isEmpty());
}

void TestStore::namesStandBesideIds()
{
    Snapshot names = costs(m_account, {}, {});
    names.feed = Feed::Names;
    names.records.names = {{Name::Of::Project, u"p1"_s, u"Support bot 客服"_s}};
    QVERIFY(m_store->store(names));
    names.records.names = {{Name::Of::Project, u"p1"_s, u"Support"_s}};
    QVERIFY(m_store->store(names));
    QVERIFY(m_store->store(
        costs(m_account, november,
              {charge(november.from, u"1"_s), charge(november.from, u"2"_s, u"m1"_s, u"p2"_s)})));
    const Summary summary = *m_store->summary({.days = november, .by = {Dim::Project, Dim::Account}});
    QCOMPARE(summary.rows[0].names, (QStringList{QString(), u"production"_s}));
    QCOMPARE(summary.rows[1].names, (QStringList{u"Support"_s, u"production"_s}));
}

void TestStore::accountsComeAndGo()
{
    QCOMPARE(m_store->addAccount({.vendor = u"openai"_s, .label = u"production"_s}).error().kind,
             Error::Kind::Config);
    Account other = *m_store->addAccount({.vendor = u"anthropic"_s,
                                          .label = u"dev team"_s,
                                          .baseUrl = QUrl(u"https://api.example.com"_s),
                                          .settings = {{u"k"_s, u"值"_s}},
                                          .secretPlace = SecretPlace::Vault});
    other.paused = true;
    QVERIFY(m_store->updateAccount(other));
    QCOMPARE(m_store->accounts()->last(), other);
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    QVERIFY(m_store->store(costs(other.id, november, {charge(november.from, u"2"_s)})));
    QCOMPARE(sums({Dim::Account}),
             (QMap<QString, QString>{{u"dev team"_s, u"2.00"_s}, {u"production"_s, u"1.00"_s}}));
    QVERIFY(m_store->removeAccount(m_account, true));
    QCOMPARE(m_store->accounts()->size(), 1);
    QCOMPARE(sums({}).value(QString()), u"3.00"_s);
    QVERIFY(m_store->addAccount({.vendor = u"openai"_s, .label = u"production"_s}));
    QVERIFY(m_store->removeAccount(other.id, false));
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
    QVERIFY(m_store->check()->isEmpty());
}

void TestStore::refusesOverflow()
{
    const Charge huge = charge(november.from, u"9000000000"_s);
    const auto refused = m_store->store(costs(m_account, november, {huge, huge}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Overflow);
    QVERIFY(m_store->store(costs(m_account, november, {huge})));
    QVERIFY(m_store->store(
        costs(m_account, Month(2026, 10).range(), {charge(QDate(2026, 10, 1), u"9000000000"_s)})));
    QCOMPARE(m_store->summary({.days = {QDate(2026, 10, 1), QDate(2026, 12, 1)}}).error().kind,
             Error::Kind::Overflow);
}

void TestStore::keepsBalances()
{
    const auto reading = [](qint64 at, const QString &name, const QString &amount) {
        return Balance{.at = at,
                       .name = name,
                       .amount = Money::parse(amount, Currency::cny()).value(),
                       .of = Balance::Of::Paid};
    };
    const Balance counter{.at = 300,
                          .name = u"message_count"_s,
                          .amount = Money::parse(u"12", Currency::none()).value(),
                          .of = Balance::Of::Used,
                          .unit = u"messages"_s,
                          .decimals = 0,
                          .periodStart = 100,
                          .periodEnd = 400};
    const auto keep = [this](qint64 at, const QList<Balance> &balances) {
        Snapshot snapshot;
        snapshot.account = m_account;
        snapshot.feed = Feed::Balance;
        snapshot.takenAt = at;
        snapshot.records.balances = balances;
        return m_store->store(snapshot).has_value();
    };
    QVERIFY(keep(100, {reading(100, u"granted"_s, u"5"_s), reading(100, u"paid"_s, u"70"_s)}));
    QVERIFY(keep(200, {reading(200, u"paid"_s, u"60.000000001"_s)}));
    QVERIFY(keep(300, {reading(300, u"paid"_s, u"50"_s), counter}));
    // From 300 on, and of each balance the last before.
    QCOMPARE(*m_store->balances(m_account, 300),
             (QList<Balance>{reading(100, u"granted"_s, u"5"_s), reading(200, u"paid"_s, u"60.000000001"_s),
                             counter, reading(300, u"paid"_s, u"50"_s)}));
    QCOMPARE(m_store->balances(m_account, 0)->size(), 5);
    QVERIFY(m_store->balances(m_account + 1, 0)->isEmpty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
