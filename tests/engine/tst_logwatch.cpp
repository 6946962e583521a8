// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "engine/logwatch.h"
#include "engine/poller.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

/// Writing to a log wakes its account up, and nothing else does.
class TestLogWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoseLogWasWritten();
    void followsNewFolders();
    void readsWhatIsWrittenWhileRunning();
};

namespace {

void append(const QString &file, const QByteArray &text)
{
    QFile log(file);
    QVERIFY(log.open(QFile::Append));
    log.write(text);
}

QByteArray note(const QByteArray &id)
{
    return R"({"type":"assistant","cwd":"/w","timestamp":"2026-11-20T10:00:00Z","requestId":"r","message":{"id":")"
        + id
        + R"(","model":"claude-sonnet-5","usage":{"input_tokens":10,"output_tokens":1}}})"
          "\n";
}

} // namespace

void TestLogWatch::tellsWhoseLogWasWritten()
{
    QTemporaryDir one;
    QTemporaryDir two;
    append(one.filePath(u"a.jsonl"_s), "1\n");
    LogWatch watch;
    QSignalSpy changed(&watch, &LogWatch::changed);
    watch.watch({{1, {one.path()}}, {2, {two.path()}}, {3, {one.filePath(u"none"_s)}}});
    QVERIFY(watch.covers(1) && watch.covers(2) && !watch.covers(3));
    append(one.filePath(u"a.jsonl"_s), "2\n");
    QTRY_VERIFY(!changed.isEmpty());
    for (const auto &signal : changed)
        QCOMPARE(signal.first().toLongLong(), 1);
    changed.clear();
    watch.watch({{2, {two.path()}}});
    append(one.filePath(u"a.jsonl"_s), "3\n");
    append(two.filePath(u"b.jsonl"_s), "1\n");
    QTRY_VERIFY(!changed.isEmpty());
    for (const auto &signal : changed)
        QCOMPARE(signal.first().toLongLong(), 2);
}

void TestLogWatch::followsNewFolders()
{
    QTemporaryDir place;
    LogWatch watch;
    QSignalSpy changed(&watch, &LogWatch::changed);
    watch.watch({{1, {place.path()}}});
    QVERIFY(QDir(place.path()).mkpath(u"2026/11"_s));
    QTRY_VERIFY(!changed.isEmpty());
    changed.clear();
    append(place.filePath(u"2026/11/a.jsonl"_s), "1\n");
    QTRY_VERIFY(!changed.isEmpty());
}

void TestLogWatch::readsWhatIsWrittenWhileRunning()
{
    QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkpath(u"logs"_s));
    append(place.filePath(u"logs/a.jsonl"_s), note("m1"));
    EngineOptions options;
    options.dataFolder = place.filePath(u"data"_s);
    auto engine = Engine::open(options);
    QVERIFY(engine);
    Account account;
    account.vendor = u"claude-code"_s;
    account.label = u"tool"_s;
    account.settings = {{u"root"_s, place.filePath(u"logs"_s)}};
    bool added = false;
    (*engine)->addAccount(account, {}, this, [&](const Result<Account> &done) { added = done.has_value(); });
    QTRY_VERIFY(added);
    QSignalSpy finished(engine->get(), &Engine::syncFinished);
    (*engine)->poller().start();
    QTRY_COMPARE(finished.size(), 1);
    append(place.filePath(u"logs/a.jsonl"_s), note("m2"));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 10'000);
    const auto outcomes = finished.last().first().value<QList<AccountOutcome>>();
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().snapshots, 1);
}

QTEST_GUILESS_MAIN(TestLogWatch)
#include "tst_logwatch.moc"
