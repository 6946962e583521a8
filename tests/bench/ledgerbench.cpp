// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/monthview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 24 * 3600;
const QDate firstDay(2023, 12, 1);

/// A small deterministic generator: benchmarks want the same rows each time.
quint32 nextNumber()
{
    static quint32 state = 20261124;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

Usage usageRow(int index, int rows, int days)
{
    const QDate day = firstDay.addDays(qint64(index) * days / rows);
    Usage usage;
    usage.day = day;
    usage.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    usage.periodEnd = usage.periodStart + Day;
    usage.at.service = u"completions"_s;
    usage.at.model = u"model-%1"_s.arg(nextNumber() % 20);
    usage.at.project = u"proj_%1"_s.arg(nextNumber() % 30);
    usage.at.key = u"key_%1"_s.arg(nextNumber() % 60);
    usage.at.user = u"user_%1"_s.arg(nextNumber() % 40);
    usage.input = nextNumber() % 1'000'000;
    usage.cacheRead = nextNumber() % 100'000;
    usage.output = nextNumber() % 200'000;
    usage.requests = nextNumber() % 1000;
    return usage;
}

void writeCsv(const QString &file, const QList<Usage> &rows)
{
    QFile csv(file);
    csv.open(QFile::WriteOnly);
    for (const Usage &row : rows) {
        const QStringList cells{row.day.toString(Qt::ISODate),
                                QString::number(row.periodStart),
                                QString::number(row.periodEnd),
                                row.at.service,
                                row.at.model,
                                row.at.project,
                                row.at.key,
                                row.at.user,
                                QString::number(*row.input),
                                QString::number(*row.cacheRead),
                                QString::number(*row.output),
                                QString::number(*row.requests)};
        csv.write(cells.join(u',').toUtf8() + '\n');
    }
}

/// The peer: the same rows into a table of the same columns by SQLite's own shell.
qint64 importBySqlite(const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    QProcess shell;
    shell.start(u"sqlite3"_s, {folder + u"/peer.sqlite"_s});
    shell.write(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;\n"
        "CREATE TABLE usage (day TEXT, period_start INTEGER, period_end INTEGER, service TEXT, model TEXT, "
        "project TEXT,"
        " key TEXT, user TEXT, input INTEGER, cache_read INTEGER, output INTEGER, requests INTEGER);\n"
        ".import --csv "
        + (folder + u"/rows.csv"_s).toUtf8() + " usage\n");
    shell.closeWriteChannel();
    shell.waitForFinished(-1);
    return timer.elapsed();
}

void benchStoring(const QString &folder)
{
    constexpr int Rows = 1'000'000;
    constexpr int Days = 31;
    Snapshot snapshot;
    snapshot.feed = Feed::Usage;
    snapshot.days = {firstDay, firstDay.addDays(Days)};
    snapshot.replies = {"bench"};
    snapshot.records.usage.reserve(Rows);
    for (int i = 0; i < Rows; ++i)
        snapshot.records.usage.append(usageRow(i, Rows, Days));
    writeCsv(folder + u"/rows.csv"_s, snapshot.records.usage);
    auto store = std::move(*Store::open(folder + u"/storing"_s));
    snapshot.account = store->addAccount({.vendor = u"openai"_s, .label = u"bench"_s})->id;
    QElapsedTimer timer;
    timer.start();
    if (!store->store(snapshot))
        std::puts("storing failed");
    const qint64 ours = timer.elapsed();
    const qint64 peer = importBySqlite(folder);
    std::printf("1 M usage rows: costglass %lld ms, sqlite3 .import %lld ms, ratio %.2f (mark: 1.5)\n",
                static_cast<long long>(ours), static_cast<long long>(peer),
                static_cast<double>(ours) / static_cast<double>(peer));
}

/// Three years of seven vendors, 1 M usage rows in all.
void fillThreeYears(Store &store)
{
    constexpr int Vendors = 7;
    constexpr int Months = 36;
    constexpr int RowsPerMonth = 1'000'000 / Vendors / Months;
    const QStringList vendors{u"openai"_s,  u"anthropic"_s,  u"aws"_s,     u"google"_s,
                              u"lanying"_s, u"openrouter"_s, u"deepseek"_s};
    for (const QString &vendor : vendors) {
        const qint64 account = store.addAccount({.vendor = vendor, .label = vendor})->id;
        for (int month = 0; month < Months; ++month) {
            const Month when = Month::of(firstDay).plus(month);
            Snapshot snapshot;
            snapshot.account = account;
            snapshot.days = when.range();
            snapshot.takenAt = snapshot.days.to.startOfDay(Qt::UTC).toSecsSinceEpoch();
            snapshot.feed = Feed::Usage;
            for (int i = 0; i < RowsPerMonth; ++i) {
                Usage row = usageRow(0, 1, 1);
                row.day = when.firstDay().addDays(i % when.days());
                snapshot.records.usage.append(row);
                if (i % 41 == 0) {
                    Charge charge{.day = row.day, .at = row.at};
                    charge.cost = Money::fromNanos(nextNumber() % 500'000'000, Currency::usd());
                    snapshot.records.charges.append(charge);
                }
            }
            Snapshot costs = snapshot;
            costs.feed = Feed::Costs;
            costs.records.usage.clear();
            snapshot.records.charges.clear();
            store.store(snapshot);
            store.store(costs);
        }
    }
}

/// Median milliseconds of 21 tries.
template<typename Ask>
double medianMs(Ask ask)
{
    QList<qint64> times;
    for (int i = 0; i < 21; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!ask())
            std::puts("a question failed");
        times.append(timer.nsecsElapsed());
    }
    std::sort(times.begin(), times.end());
    constexpr double NsPerMs = 1e6;
    return static_cast<double>(times[times.size() / 2]) / NsPerMs;
}

/// The month as the ledger answers it, and all that Overview and the statement show of it, forecast included.
void benchView(Store &store)
{
    constexpr qint64 Nov24Noon = 1795521600;
    const Month month(2026, 11);
    std::printf("month by day and vendor over 3 years, 7 vendors: %.2f ms (mark: 5)\n", medianMs([&] {
                    return store.summary({.days = month.range(), .by = {Dim::Day, Dim::Vendor}}).has_value();
                }));
    std::printf("whole Overview of that month, forecast included: %.2f ms\n",
                medianMs([&] { return loadMonthView(store, month, Nov24Noon).has_value(); }));
}

} // namespace

/// ledgerbench FOLDER: both marks of the ledger. ledgerbench --three-years FOLDER: only makes that ledger.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList words = app.arguments();
    if (words.value(1) == u"--three-years"_s) {
        auto store = std::move(*Store::open(words.value(2)));
        fillThreeYears(*store);
        return 0;
    }
    benchStoring(words.value(1));
    auto store = std::move(*Store::open(words.value(1) + u"/years"_s));
    fillThreeYears(*store);
    benchView(*store);
    return 0;
}
