// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <numeric>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Which notes of a request count, and what the ledger makes of batches of them.
class TestLogEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheSameInAnyOrder_data();
    void countsTheSameInAnyOrder();
    void roundsOncePerBucket();
    void correctsADayThatWasStored();
};

namespace {

/// request, rank, whether it is a replay
LogEntry entry(quint64 request, quint32 rank, bool replay = false, quint32 at = 100)
{
    LogEntry made;
    made.id = 7;
    made.request = request;
    made.rank = rank;
    made.output = rank;
    made.at = at;
    made.flags = replay ? LogEntry::Replay : quint16(0);
    return made;
}

LogBatch batchOf(qint64 account, const std::vector<LogEntry> &entries)
{
    LogBatch batch;
    batch.account = account;
    batch.service = u"Tool"_s;
    batch.takenAt = 1795521600; // 2026-11-24 12:00
    batch.entries = entries;
    batch.buckets = {{QDate(2026, 11, 20), u"m"_s, u"/p"_s, {}}, {QDate(2026, 11, 22), u"m"_s, u"/p"_s, {}}};
    return batch;
}

std::unique_ptr<Store> openStore(const QTemporaryDir &place, qint64 &account)
{
    auto store = *Store::open(place.path());
    Account made;
    made.vendor = u"claude-code"_s;
    made.label = u"tool"_s;
    account = store->addAccount(made)->id;
    return store;
}

/// "day cost requests output" of each day.
QStringList days(Store &store)
{
    Query query;
    query.days = {QDate(2026, 11, 1), QDate(2026, 12, 1)};
    query.by = {Dim::Day};
    QMap<QString, QString> lines;
    const auto summary = store.summary(query);
    for (const SummaryRow &row : summary->rows) {
        QString &line = lines[row.keys.first()];
        if (row.cost)
            line += u' ' + row.cost->toDecimal();
        if (row.requests)
            line += u" %1 %2"_s.arg(*row.requests).arg(row.output.value_or(-1));
    }
    QStringList all;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        all.append(it.key() + *it);
    return all;
}

} // namespace

void TestLogEntries::countsTheSameInAnyOrder_data()
{
    QTest::addColumn<std::vector<LogEntry>>("notes");
    QTest::addColumn<std::vector<LogEntry>>("counted");
    using Notes = std::vector<LogEntry>;
    QTest::newRow("largest") << Notes{entry(1, 1), entry(1, 300), entry(1, 20)} << Notes{entry(1, 300)};
    QTest::newRow("earliest of equal ones")
        << Notes{entry(1, 5, false, 200), entry(1, 5, false, 100)} << Notes{entry(1, 5, false, 100)};
    QTest::newRow("two requests") << Notes{entry(2, 5), entry(1, 9)} << Notes{entry(1, 9), entry(2, 5)};
    QTest::newRow("replay gives way")
        << Notes{entry(9, 300, true), entry(1, 3), entry(8, 300, true)} << Notes{entry(1, 3)};
    QTest::newRow("replays alone") << Notes{entry(9, 3, true), entry(8, 4, true)} << Notes{entry(8, 4, true)};
    QTest::newRow("without a request") << Notes{entry(0, 300), entry(1, 3)} << Notes{entry(1, 3)};
}

void TestLogEntries::countsTheSameInAnyOrder()
{
    QFETCH(std::vector<LogEntry>, notes);
    QFETCH(std::vector<LogEntry>, counted);
    std::vector<size_t> order(notes.size());
    std::iota(order.begin(), order.end(), 0);
    do {
        std::vector<LogEntry> atOnce;
        std::vector<LogEntry> oneByOne;
        for (const size_t index : order) {
            atOnce.push_back(notes[index]);
            oneByOne.push_back(notes[index]);
            oneByOne = countedEntries(oneByOne);
        }
        QCOMPARE(countedEntries(atOnce), counted);
        QCOMPARE(oneByOne, counted);
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestLogEntries::roundsOncePerBucket()
{
    QTemporaryDir place;
    qint64 account = 0;
    const auto store = openStore(place, account);
    std::vector<LogEntry> three;
    for (quint64 id = 1; id <= 3; ++id) {
        LogEntry one = entry(id, 10);
        one.id = id << 60; // in parts of their own
        one.cost = 400; // 0.4 of a nano each: 1.2 in all
        three.push_back(one);
    }
    QVERIFY(store->storeLogs(batchOf(account, three)));
    QCOMPARE(days(*store), QStringList{u"2026-11-20 0.000000001 3 30"_s});
}

void TestLogEntries::correctsADayThatWasStored()
{
    QTemporaryDir place;
    qint64 account = 0;
    const auto store = openStore(place, account);
    LogEntry early = entry(1, 10);
    early.cost = 10'000;
    LogEntry other = entry(2, 20);
    other.cost = LogEntry::Unpriced;
    const auto first = store->storeLogs(batchOf(account, {early, other}));
    QCOMPARE(first->added, 2);
    QCOMPARE(first->unpriced, QStringList{u"m"_s});
    QCOMPARE(days(*store), QStringList{u"2026-11-20 0.00000001 2 30"_s});

    LogEntry late = entry(1, 50); // the same request, told in full two days later
    late.bucket = 1;
    late.cost = 50'000;
    other.cost = 20'000; // and a price has become known
    const auto second = store->storeLogs(batchOf(account, {late, other}));
    QCOMPARE(second->added, 0);
    QCOMPARE(second->unpriced, QStringList());
    QCOMPARE(days(*store), (QStringList{u"2026-11-20 0.00000002 1 20"_s, u"2026-11-22 0.00000005 1 50"_s}));
    QCOMPARE(store->storeLogs(batchOf(account, {early, late, other}))->snapshots, 0);
    QCOMPARE(store->check().value(), QStringList());
}

QTEST_GUILESS_MAIN(TestLogEntries)
#include "tst_logentries.moc"
