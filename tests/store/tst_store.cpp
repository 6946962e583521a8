// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ledgerlock.h"
#include "store/schema.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 24 * 3600;
constexpr qint64 Nov24Noon = 1795521600; // 2026-11-24 12:00:00 UTC

Money usd(const QString &amount)
{
    return *Money::parse(amount, Currency::usd());
}

Charge charge(QDate day, const QString &amount, const QString &model = u"m1"_s,
              const QString &project = u"p1"_s)
{
    Charge charge{.day = day, .at = {}, .cost = usd(amount)};
    charge.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    charge.periodEnd = charge.periodStart + Day;
    charge.at.model = model;
    charge.at.project = project;
    charge.description = model + u", input"_s;
    return charge;
}

Usage usage(QDate day, qint64 input, const QString &model = u"m1"_s)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    usage.periodEnd = usage.periodStart + Day;
    usage.at.model = model;
    usage.input = input;
    usage.requests = 2;
    return usage;
}

Snapshot costs(qint64 account, const DateRange &days, const QList<Charge> &charges,
               qint64 takenAt = Nov24Noon)
{
    Snapshot snapshot;
    snapshot.account = account;
    snapshot.feed = Feed::Costs;
    snapshot.days = days;
    snapshot.takenAt = takenAt;
    snapshot.replies = {QByteArray("reply of ") + QByteArray::number(charges.size())};
    snapshot.requests = 1;
    snapshot.records.charges = charges;
    return snapshot;
}

const DateRange november = Month(2026, 11).range();

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsFilesPrivate();
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
    void keepsRepliesOnce();
    void coverageNeedsSettledDays();
    void namesStandBesideIds();
    void accountsComeAndGo();
    void alertsAreNotedOnce();
    void refusesOverflow();
    void backsUp();
    void refusesNewerSchemaUntouched();
    void refusesDamagedFile();
    void migratesAfterBackup();
    void migratesAlertsAndBudgets();
    void webhooksOweAlerts();
    void snoozesAlerts();
    void keepsBalances();
    void saysWhoHoldsTheLedger_data();
    void saysWhoHoldsTheLedger();
    void restoresABackup();
    void refusesToRestoreOthers();
    void survivesKillAtAnyMoment();

private:
    QMap<QString, QString> sums(const QList<Dim> &by, const DateRange &days = november);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    std::unique_ptr<Store> m_store;
    qint64 m_account = 0;
};

void TestStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->filePath(u"data"_s);
    auto store = Store::open(m_folder);
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    m_account = m_store->addAccount({.vendor = u"openai"_s, .label = u"production"_s})->id;
}

void TestStore::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

QMap<QString, QString> TestStore::sums(const QList<Dim> &by, const DateRange &days)
{
    QMap<QString, QString> sums;
    const Summary summary = *m_store->summary({.days = days, .by = by});
    for (const SummaryRow &row : summary.rows) {
        QStringList keys;
        for (const QString &key : row.keys)
            keys.append(key.isNull() ? u"<none>"_s : key);
        sums[keys.join(u'|')] = row.cost ? row.cost->toDecimal() : u"no money"_s;
    }
    return sums;
}

void TestStore::keepsFilesPrivate()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(QDate(2026, 11, 1), u"1"_s)})));
    const auto rights = [](const QString &path) {
        struct stat status = {};
        ::stat(QFile::encodeName(path).constData(), &status);
        return status.st_mode & 0777;
    };
    QCOMPARE(rights(m_folder), 0700u);
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        QCOMPARE(rights(file.filePath()), 0600u);
}

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

void TestStore::alertsAreNotedOnce()
{
    Budget budget{
        .name = u"All AI"_s, .amount = usd(u"1500"_s), .scope = {{u"model"_s, QString()}}, .failAt = 100};
    budget = *m_store->saveBudget(budget);
    QVERIFY(budget.id > 0);
    QCOMPARE(m_store->saveBudget({.name = u"All AI"_s}).error().kind, Error::Kind::Config);
    budget.thresholds = {75};
    QVERIFY(m_store->saveBudget(budget));
    QCOMPARE(m_store->budgets()->size(), 1);
    QCOMPARE(m_store->budgets()->first().thresholds, QList<int>{75});
    QVERIFY(m_store->budgets()->first().scope.value(u"model"_s).isNull());
    Alert alert{.budget = budget.id,
                .budgetName = budget.name,
                .periodStart = november.from,
                .threshold = 80,
                .spent = usd(u"1200"_s),
                .amount = budget.amount,
                .causeModel = u"m1"_s,
                .raisedAt = Nov24Noon};
    QVERIFY(*m_store->recordAlert(alert));
    Alert same = alert;
    QVERIFY(!*m_store->recordAlert(same));
    alert.periodStart = QDate(2026, 12, 1);
    QVERIFY(*m_store->recordAlert(alert));
    QVERIFY(m_store->markAlertShown(alert.id, Nov24Noon + 1));
    QCOMPARE(m_store->alerts(0)->size(), 2);
    QCOMPARE(m_store->alerts(0)->first().shownAt, Nov24Noon + 1);
    QVERIFY(m_store->removeBudget(budget.id));
    QCOMPARE(m_store->alerts(0)->first().budgetName, u"All AI"_s); // history outlives the budget
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

void TestStore::backsUp()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1.25"_s)})));
    const QString copy = m_dir->filePath(u"copy/ledger.sqlite"_s);
    QVERIFY(!m_store->backup(copy)); // there is no such folder
    QDir().mkpath(m_dir->filePath(u"copy"_s));
    QVERIFY(m_store->backup(copy));
    QCOMPARE(m_store->backup(copy).error().kind, Error::Kind::Config);
    const auto restored = Store::open(m_dir->filePath(u"copy"_s));
    QVERIFY((*restored)->check()->isEmpty());
    QCOMPARE((*restored)->summary({.days = november})->totals.first().cost, usd(u"1.25"_s));
}

void TestStore::refusesNewerSchemaUntouched()
{
    m_store.reset();
    const QString file = m_folder + u"/ledger.sqlite"_s;
    sqlite3 *database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto bytes = [&file] {
        QFile ledger(file);
        ledger.open(QFile::ReadOnly);
        return ledger.readAll();
    };
    const QByteArray before = bytes();
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    const auto refused = Store::open(m_folder);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY(refused.error().detail.contains(u"newer"_s));
    QCOMPARE(bytes(), before);
    QCOMPARE(QDir(m_folder).entryList(QDir::Files), files);
}

void TestStore::refusesDamagedFile()
{
    m_store.reset();
    QFile ledger(m_folder + u"/ledger.sqlite"_s);
    QVERIFY(ledger.open(QFile::WriteOnly));
    ledger.write(QByteArray(8192, 'x'));
    ledger.close();
    const auto refused = Store::open(m_folder);
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(u"damaged"_s));
    QVERIFY(refused.error().remedy.contains(u"backup"_s));
    // A file in the folder's place cannot be a data folder.
    QFile file(m_dir->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(Store::open(file.fileName()).error().kind, Error::Kind::Storage);
}

void TestStore::migratesAfterBackup()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    m_store.reset();
    sqlite3 *database = nullptr;
    sqlite3_open((m_folder + u"/ledger.sqlite"_s).toUtf8().constData(), &database);
    sqlite3_exec(database,
                 "DROP TABLE delivery; DROP TABLE webhook; DROP TABLE budget; DROP TABLE alert;"
                 " DROP TABLE paid_request; DROP TABLE balance; DROP TABLE log_file; DROP TABLE log_entries;"
                 " DROP TABLE log_bucket; PRAGMA user_version = 1",
                 nullptr, nullptr, nullptr);
    sqlite3_close(database);
    m_store = std::move(*Store::open(m_folder));
    QVERIFY(m_store->budgets()->isEmpty());
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
    QVERIFY(m_store->balances(m_account, 0)->isEmpty());
    for (int version = 2; version <= SchemaVersion; ++version)
        QCOMPARE(QDir(m_folder).entryList({u"ledger.sqlite.before-v%1.*"_s.arg(version)}).size(), 1);
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

/// Alerts of before there were kinds are alerts of actual spend, and stay noted; budgets keep what they say.
void TestStore::migratesAlertsAndBudgets()
{
    m_store.reset();
    sqlite3 *database = nullptr;
    sqlite3_open((m_folder + u"/ledger.sqlite"_s).toUtf8().constData(), &database);
    const int code = sqlite3_exec(
        database,
        "DROP TABLE delivery; DROP TABLE webhook; DROP TABLE budget; DROP TABLE alert; DROP TABLE "
        "paid_request; DROP TABLE balance; DROP TABLE log_file; DROP TABLE log_entries; DROP TABLE "
        "log_bucket;"
        "CREATE TABLE budget (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, amount_nanos"
        " INTEGER NOT NULL, currency TEXT NOT NULL, period TEXT NOT NULL, scope TEXT NOT NULL, thresholds "
        "TEXT"
        " NOT NULL, fail_at INTEGER) STRICT;"
        "CREATE TABLE alert (id INTEGER PRIMARY KEY, budget INTEGER NOT NULL, budget_name TEXT NOT NULL,"
        " period_start INTEGER NOT NULL, threshold INTEGER NOT NULL, spent_nanos INTEGER NOT NULL, "
        "amount_nanos"
        " INTEGER NOT NULL, currency TEXT NOT NULL, cause_model TEXT, cause_key TEXT, cause_day INTEGER,"
        " cause_nanos INTEGER, raised_at INTEGER NOT NULL, shown_at INTEGER NOT NULL DEFAULT 0,"
        " UNIQUE (budget, period_start, threshold, amount_nanos)) STRICT;"
        "INSERT INTO budget VALUES (3, 'All AI', 100000000000, 'USD', 'month', '{}', '50,80', 90);"
        "INSERT INTO alert VALUES (7, 3, 'All AI', 2461346, 50, 55000000000, 100000000000, 'USD', 'm1', NULL,"
        " 2461347, 5000000000, 1795521600, 1795521601);"
        "PRAGMA user_version = 2",
        nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(code, SQLITE_OK);
    m_store = std::move(*Store::open(m_folder));
    QCOMPARE(QDir(m_folder).entryList({u"ledger.sqlite.before-v3.*"_s}).size(), 1);
    const Budget budget = m_store->budgets()->first();
    QCOMPARE(budget.id, 3);
    QCOMPARE(budget.thresholds, QList<int>({50, 80}));
    QVERIFY(budget.forecastThresholds.isEmpty());
    QCOMPARE(budget.weekStart, Qt::Monday);
    QVERIFY(budget.savedAt > 0); // late days of months before are no news
    Alert alert = m_store->alerts(0)->first();
    QCOMPARE(alert.id, 7);
    QCOMPARE(alert.kind, AlertKind::Actual);
    QCOMPARE(alert.periodStart, november.from);
    QCOMPARE(alert.spent, usd(u"55"_s));
    QCOMPARE(alert.causeDay, november.from.addDays(1));
    QCOMPARE(alert.shownAt, Nov24Noon + 1);
    QVERIFY(!*m_store->recordAlert(alert));
}

/// Every webhook that was there when an alert came owes it one delivery; what goes with a webhook is its own.
void TestStore::webhooksOweAlerts()
{
    const auto alertAt = [](qint64 when) {
        return Alert{
            .kind = AlertKind::Anomaly, .periodStart = november.from.addDays(when), .raisedAt = when};
    };
    Alert before = alertAt(1);
    QVERIFY(*m_store->recordAlert(before));
    const auto team = m_store->addWebhook({.name = u"team"_s, .kind = WebhookKind::DingTalk});
    const auto ops = m_store->addWebhook({.name = u"ops"_s, .secretPlace = SecretPlace::Vault});
    QVERIFY(team && ops);
    QCOMPARE(m_store->addWebhook({.name = u"team"_s}).error().kind, Error::Kind::Config);
    QCOMPARE(m_store->webhooks()->first().name, u"ops"_s);
    QCOMPARE(m_store->webhooks()->last().kind, WebhookKind::DingTalk);
    QVERIFY(m_store->deliveries()->isEmpty());
    Alert after = alertAt(2);
    QVERIFY(*m_store->recordAlert(after));
    QVERIFY(!*m_store->recordAlert(after));
    QCOMPARE(m_store->deliveries()->size(), 2);
    Delivery first = m_store->deliveries()->first();
    QCOMPARE(first.alert, after.id);
    QCOMPARE(first.webhookName, u"team"_s);
    QVERIFY(first.isPending());
    first.tries = 3;
    first.givenUpAt = 99;
    first.problem = u"It answered 404."_s;
    QVERIFY(m_store->saveDelivery(first));
    QVERIFY(!m_store->deliveries()->first().isPending());
    QCOMPARE(m_store->deliveries()->first().problem, u"It answered 404."_s);
    QVERIFY(m_store->removeWebhook(team->id));
    QCOMPARE(m_store->deliveries()->size(), 1);
    QCOMPARE(m_store->alerts(0)->size(), 2);
}

void TestStore::snoozesAlerts()
{
    Alert alert{.periodStart = november.from, .raisedAt = 100};
    QVERIFY(*m_store->recordAlert(alert));
    QVERIFY(m_store->alerts(0)->first().isDue(100));
    QVERIFY(m_store->snoozeAlert(alert.id, 500));
    QVERIFY(!m_store->alerts(0)->first().isDue(499));
    QVERIFY(m_store->alerts(0)->first().isDue(500));
    QVERIFY(m_store->markAlertShown(alert.id, 501));
    QVERIFY(!m_store->alerts(0)->first().isDue(502));
    QVERIFY(m_store->snoozeAlert(alert.id, 600)); // once shown, it comes again
    QVERIFY(m_store->alerts(0)->first().isDue(600));
    QCOMPARE(m_store->snoozeAlert(alert.id + 1, 600).error().kind, Error::Kind::Config);
    QCOMPARE(m_store->expectAlert(alert.id).error().kind,
             Error::Kind::Config); // only anomalies can be expected
}

void TestStore::saysWhoHoldsTheLedger_data()
{
    QTest::addColumn<bool>("knowsCostglass");
    QTest::newRow("another Costglass") << true;
    QTest::newRow("another program, with SQLite's own lock") << false;
}

void TestStore::saysWhoHoldsTheLedger()
{
    QFETCH(bool, knowsCostglass);
    std::array<int, 2> ready{};
    QVERIFY(::pipe(ready.data()) == 0);
    const QString file = m_folder + u"/ledger.sqlite"_s;
    const pid_t child = ::fork();
    if (child == 0) {
        sqlite3 *database = nullptr;
        std::unique_ptr<LedgerLock> lock;
        if (knowsCostglass)
            lock = std::make_unique<LedgerLock>(file);
        else if (sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK)
            sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        std::ignore = ::write(ready[1], "1", 1);
        ::sleep(60);
        ::_exit(0);
    }
    char one = 0;
    QVERIFY(::read(ready[0], &one, 1) == 1);
    const auto refused = m_store->addAccount({.vendor = u"openai"_s, .label = u"second"_s});
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Storage);
    QVERIFY2(refused.error().detail.contains(QString::number(child)), qPrintable(refused.error().detail));
    // The dead one holds nothing any more.
    QVERIFY(m_store->addAccount({.vendor = u"openai"_s, .label = u"second"_s}));
}

void TestStore::restoresABackup()
{
    const QString backup = m_folder + u"/copy.sqlite"_s;
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    QVERIFY(m_store->backup(backup));
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"2"_s, u"new model"_s)})));
    const auto kept = m_store->restore(backup);
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"m1"_s, u"1.00"_s}}));
    // Ids of values that the backup does not know are forgotten.
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"3"_s, u"new model"_s)})));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"new model"_s, u"3.00"_s}}));
    QVERIFY(m_store->check()->isEmpty());
    QVERIFY(m_store->restore(*kept));
    QCOMPARE(sums({Dim::Model}), (QMap<QString, QString>{{u"new model"_s, u"2.00"_s}}));
    QCOMPARE(QDir(m_folder).entryList({u"copy.sqlite*"_s}),
             QStringList{u"copy.sqlite"_s}); // nothing beside it
}

void TestStore::refusesToRestoreOthers()
{
    QVERIFY(m_store->store(costs(m_account, november, {charge(november.from, u"1"_s)})));
    const QString file = m_folder + u"/other"_s;
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Config);
    QFile other(file);
    QVERIFY(other.open(QFile::WriteOnly));
    other.write("a letter");
    other.close();
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Format);
    QVERIFY(other.remove());
    QVERIFY(m_store->backup(file));
    sqlite3 *database = nullptr;
    QVERIFY(sqlite3_open(file.toUtf8().constData(), &database) == SQLITE_OK);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    QCOMPARE(m_store->restore(file).error().kind, Error::Kind::Storage);
    QCOMPARE(sums({}).value(QString()), u"1.00"_s);
    QVERIFY(QDir(m_folder).entryList({u"*before-restore*"_s}).isEmpty());
}

void TestStore::survivesKillAtAnyMoment()
{
    m_store.reset();
    for (int round = 0; round < 20; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = Store::open(m_folder);
            for (int i = 0; store; ++i) {
                QList<Charge> charges;
                for (int day = 0; day < 30; ++day)
                    charges.append(charge(november.from.addDays(day), QString::number(1 + i % 3),
                                          u"m%1"_s.arg(day % 4)));
                (*store)->store(costs(m_account, november, charges));
            }
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(3'000 + 4'700 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        auto store = Store::open(m_folder);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().detail));
        QVERIFY2((*store)->check()->isEmpty(), qPrintable((*store)->check()->join(u'\n')));
        const Summary summary = *(*store)->summary({.days = november});
        // Never a part of a snapshot: the month's 30 charges are all 1, all 2 or all 3.
        if (!summary.totals.isEmpty())
            QCOMPARE(summary.totals.first().cost.nanos() % usd(u"30"_s).nanos(), 0);
    }
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
