// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"

#include "eventually.h"
#include "sandbox/sandboxserver.h"
#include "wire.h"

#include <QTemporaryDir>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Nov24Noon = 1795521600; // 2026-11-24 12:00:00 UTC
constexpr qint64 Nov24 = Nov24Noon - 12 * 3600;
constexpr qint64 Day = 24 * 3600;

} // namespace

/// Passes over real sockets: the sandbox on loopback, and servers that misbehave.
class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void firstPassGoesNewestMonthFirst();
    void laterPassesAskForTrailingDays();
    void cancelledPassGoesOn();
    void cancelFromProgressSendsNothing();
    void accountsGoSideBySide();
    void failedAccountKeepsWhatItHad();
    void missingKeyIsForgottenOnceThere();
    void removedAccountLeavesThePass();
    void nothingToSync();
    void passesThatDifferWaitForEachOther();
    void engineMayGoDuringAPass();

private:
    void open(qint64 now = Nov24Noon);
    Account add(const QString &label, const QUrl &url);
    Account addSandbox(const QString &label);
    QList<AccountOutcome> run(const SyncOptions &options = {});
    QList<FeedState> states();
    Summary summary();
    QList<SnapshotInfo> snapshots();
    template<typename Task>
    auto ledger(Task task);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxServer> m_sandbox;
    std::unique_ptr<Engine> m_engine;
    QStringList m_asked; ///< "costs 2026-11" of each job, in order
};

template<typename Task>
auto TestSync::ledger(Task task)
{
    using Answer = decltype(task(std::declval<Store &>()));
    std::optional<Answer> result;
    m_engine->ledger().run(this, task, [&](Answer answer) { result = std::move(answer); });
    if (!eventually([&] { return result.has_value(); }))
        qFatal("the ledger did not answer");
    return result->value();
}

void TestSync::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_asked.clear();
    open();
}

void TestSync::cleanup()
{
    m_engine.reset();
    m_sandbox.reset();
}

/// The engine and the vendors at that instant, over the same data folder.
void TestSync::open(qint64 now)
{
    m_engine.reset();
    SandboxOptions options;
    options.now = now;
    options.port = m_sandbox ? m_sandbox->port() : 0;
    m_sandbox.reset();
    auto sandbox = SandboxServer::start(options);
    QVERIFY(sandbox);
    m_sandbox = std::move(*sandbox);
    auto engine = Engine::open({.dataFolder = m_folder->path() + u"/data"_s, .now = now});
    QVERIFY(engine);
    m_engine = std::move(*engine);
    m_engine->fetcher().setLimits({.retrySecondMs = 2});
    connect(m_engine.get(), &Engine::syncStarted, this, [this](SyncRun *run) {
        connect(run, &SyncRun::progress, this, [this](const SyncProgress &step) {
            m_asked.append(feedName(step.feed) + (step.month ? u' ' + step.month->toString() : QString()));
        });
    });
}

Account TestSync::add(const QString &label, const QUrl &url)
{
    Account account;
    account.vendor = u"openai"_s;
    account.label = label;
    account.baseUrl = url;
    account.secretPlace = SecretPlace::Environment;
    qputenv(secretVariable(label).toLatin1().constData(), "sk-admin-sandbox-3f9a27c1d0");
    std::optional<Result<Account>> added;
    m_engine->addAccount(account, {}, this, [&](Result<Account> result) { added = std::move(result); });
    if (!eventually([&] { return added.has_value(); }))
        qFatal("no account");
    return added->value();
}

Account TestSync::addSandbox(const QString &label)
{
    return add(label, QUrl(u"http://127.0.0.1:%1/openai"_s.arg(m_sandbox->port())));
}

QList<AccountOutcome> TestSync::run(const SyncOptions &options)
{
    std::optional<QList<AccountOutcome>> outcomes;
    connect(m_engine->startSync(options), &SyncRun::finished, this,
            [&](const QList<AccountOutcome> &list) { outcomes = list; });
    if (!eventually([&] { return outcomes.has_value(); }, 60'000))
        qFatal("the pass did not end");
    return *outcomes;
}

QList<FeedState> TestSync::states()
{
    return ledger([](Store &store) { return store.feedStates(); });
}

Summary TestSync::summary()
{
    return ledger([](Store &store) {
        return store.summary({.days = {QDate(2024, 1, 1), QDate(2027, 1, 1)}, .by = {Dim::Month}});
    });
}

QList<SnapshotInfo> TestSync::snapshots()
{
    return ledger([](Store &store) { return store.snapshots({}, {}, 1000); });
}

void TestSync::firstPassGoesNewestMonthFirst()
{
    addSandbox(u"production"_s);
    const auto outcomes = run();
    QCOMPARE(outcomes.size(), 1);
    const AccountOutcome &outcome = outcomes.first();
    QCOMPARE(outcome.status, SyncStatus::Ok);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.account.label, u"production"_s);
    QCOMPARE(outcome.snapshots, 27); // names; 13 months of costs and usage
    QCOMPARE_GE(outcome.requests, outcome.snapshots);
    QCOMPARE_GT(outcome.change.added, 0);
    QCOMPARE(outcome.change.changed + outcome.change.removed, 0);
    // OpenAI's figures come up to eight hours late: at noon all days before today are complete.
    QCOMPARE(outcome.completeTo, std::optional(Nov24));

    QStringList expected{u"names"_s};
    for (int back = 0; back <= 12; ++back) {
        const QString month = Month(2026, 11).plus(-back).toString();
        expected += {u"costs "_s + month, u"usage "_s + month};
    }
    QCOMPARE(m_asked, expected);
    const auto states = this->states();
    QCOMPARE(states.size(), 3);
    for (const FeedState &state : states) {
        QCOMPARE(state.lastGoodAt, Nov24Noon);
        QCOMPARE(state.lastTriedAt, Nov24Noon);
        QVERIFY(!state.lastError);
        QCOMPARE(state.completeTo,
                 state.feed == Feed::Names ? std::optional<qint64>() : std::optional(Nov24));
    }
    QCOMPARE(summary().totals.size(), 1);
    QCOMPARE(ledger([](Store &store) { return store.check(); }), QStringList());
}

void TestSync::laterPassesAskForTrailingDays()
{
    addSandbox(u"production"_s);
    run();
    const auto before = summary().totals.first().cost;
    const auto last = snapshots().first().id;
    m_asked.clear();
    const auto again = run();
    QCOMPARE(m_asked, (QStringList{u"costs 2026-11"_s, u"usage 2026-11"_s})); // names are a day fresh
    const StoreChange change = again.first().change;
    QCOMPARE(change.added + change.changed + change.removed, 0);
    QVERIFY(summary().totals.first().cost == before);
    for (const SnapshotInfo &snapshot : snapshots()) {
        if (snapshot.id > last)
            QCOMPARE(snapshot.days, (DateRange{QDate(2026, 11, 21), QDate(2026, 11, 25)}));
    }

    // Ten days on: from the first day that was not settled then, over the end of the month, and the names again.
    open(Nov24Noon + 10 * Day);
    m_asked.clear();
    const auto later = run();
    QCOMPARE(later.first().status, SyncStatus::Ok);
    QCOMPARE(m_asked,
             (QStringList{u"names"_s, u"costs 2026-12"_s, u"usage 2026-12"_s, u"costs 2026-11"_s,
                          u"usage 2026-11"_s}));
    const auto newest = snapshots();
    QCOMPARE(newest.first().days, (DateRange{QDate(2026, 11, 21), QDate(2026, 12, 1)}));
    QCOMPARE(later.first().completeTo, std::optional(Nov24 + 10 * Day));
    QVERIFY(summary().totals.first().cost.nanos() > before.nanos());
}

void TestSync::cancelledPassGoesOn()
{
    addSandbox(u"production"_s);
    SyncRun *first = m_engine->startSync({});
    QList<AccountOutcome> outcomes;
    int finished = 0;
    connect(first, &SyncRun::finished, this, [&](const QList<AccountOutcome> &list) {
        outcomes = list;
        ++finished;
    });
    connect(first, &SyncRun::stored, this, [first](const SyncProgress &step) {
        if (step.jobsDone == 5) // names, and two months
            first->cancel();
    });
    QVERIFY(eventually([&] { return finished == 1; }));
    QCOMPARE(outcomes.first().status, SyncStatus::Partial);
    QCOMPARE(outcomes.first().error->kind, Error::Kind::Cancelled);
    QCOMPARE(outcomes.first().snapshots, 5);
    QVERIFY(!m_engine->currentSync());

    m_asked.clear();
    const auto rest = run();
    QCOMPARE(rest.first().status, SyncStatus::Ok);
    QCOMPARE(m_asked.mid(0, 4),
             (QStringList{u"costs 2026-11"_s, u"usage 2026-11"_s, u"costs 2026-09"_s, u"usage 2026-09"_s}));
    QCOMPARE(m_asked.last(), u"usage 2025-11"_s);
    QCOMPARE(m_asked.size(), 2 + 11 * 2);
    const Summary stitched = summary();

    // The same figures as of a pass that nobody stopped.
    m_engine.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    open();
    addSandbox(u"production"_s);
    run();
    QVERIFY(summary().totals.first().cost == stitched.totals.first().cost);
    QCOMPARE(stitched.rows.size(), summary().rows.size());
}

void TestSync::cancelFromProgressSendsNothing()
{
    Wire server(Wire::says(Wire::reply("200 OK", R"({"data":[],"has_more":false})")));
    add(u"production"_s, server.url(u"/v1"_s));
    SyncRun *pass = m_engine->startSync({});
    connect(pass, &SyncRun::progress, pass, &SyncRun::cancel);
    int finished = 0;
    QList<AccountOutcome> outcomes;
    connect(pass, &SyncRun::finished, this, [&](const QList<AccountOutcome> &list) {
        outcomes = list;
        ++finished;
    });
    QTRY_COMPARE(finished, 1);
    QCOMPARE(outcomes.first().status, SyncStatus::Failed);
    QCOMPARE(outcomes.first().error->kind, Error::Kind::Cancelled);
    QCOMPARE(outcomes.first().requests, 0);
    run({.labels = {u"nobody"_s}}); // lets all that was under way come to its end
    QCOMPARE(server.requests.size(), 0);
    QCOMPARE(finished, 1);
}

void TestSync::accountsGoSideBySide()
{
    Wire silent([](QTcpSocket &, const QByteArray &) {});
    Wire failing(Wire::says(Wire::reply("503 Service Unavailable", "")));
    add(u"silent"_s, silent.url(u"/v1"_s)); // first in line
    add(u"failing"_s, failing.url(u"/v1"_s));
    addSandbox(u"well"_s);
    SyncRun *pass = m_engine->startSync({});
    QMap<QString, AccountOutcome> ended;
    connect(pass, &SyncRun::accountFinished, this,
            [&](const AccountOutcome &outcome) { ended[outcome.account.label] = outcome; });
    QList<AccountOutcome> outcomes;
    connect(pass, &SyncRun::finished, this, [&](const QList<AccountOutcome> &list) { outcomes = list; });
    QVERIFY(eventually([&] { return ended.contains(u"well"_s) && ended.contains(u"failing"_s); }));
    QCOMPARE(ended.value(u"well"_s).status, SyncStatus::Ok);
    QCOMPARE(ended.value(u"failing"_s).status, SyncStatus::Failed);
    QCOMPARE(ended.value(u"failing"_s).error->kind, Error::Kind::Server);
    QCOMPARE(ended.value(u"failing"_s).requests, 5);
    QVERIFY(pass->isRunning());
    pass->cancel();
    QTRY_COMPARE(outcomes.size(), 3);
    QCOMPARE(ended.value(u"silent"_s).error->kind, Error::Kind::Cancelled);
    QCOMPARE(ended.value(u"silent"_s).requests, 1);
    QTRY_COMPARE(silent.open, 0);
}

void TestSync::failedAccountKeepsWhatItHad()
{
    addSandbox(u"production"_s);
    run();
    const auto before = summary().totals.first().cost;
    open(Nov24Noon + Day);
    qputenv("COSTGLASS_SECRET_PRODUCTION", "sk-admin-revoked-000000");
    const auto refused = run();
    QCOMPARE(refused.first().status, SyncStatus::Failed);
    QCOMPARE(refused.first().error->kind, Error::Kind::Auth);
    QCOMPARE(refused.first().requests, 1);
    QCOMPARE(refused.first().completeTo, std::optional(Nov24));
    QVERIFY(summary().totals.first().cost == before);
    bool noted = false;
    for (const FeedState &state : states()) {
        QCOMPARE(state.lastGoodAt, Nov24Noon); // freshness stays that of the last good pass
        noted = noted
            || (state.lastError && state.lastError->kind == Error::Kind::Auth
                && state.lastTriedAt == Nov24Noon + Day);
    }
    QVERIFY(noted);

    qputenv("COSTGLASS_SECRET_PRODUCTION", "sk-admin-sandbox-3f9a27c1d0");
    const auto mended = run();
    QCOMPARE(mended.first().status, SyncStatus::Ok);
    QCOMPARE(mended.first().completeTo, std::optional(Nov24 + Day));
    for (const FeedState &state : states())
        QVERIFY(!state.lastError);
}

void TestSync::missingKeyIsForgottenOnceThere()
{
    addSandbox(u"production"_s);
    run();
    qunsetenv("COSTGLASS_SECRET_PRODUCTION");
    const auto locked = run();
    QCOMPARE(locked.first().error->kind, Error::Kind::Keychain);
    QCOMPARE(locked.first().requests, 0);
    qputenv("COSTGLASS_SECRET_PRODUCTION", "sk-admin-sandbox-3f9a27c1d0");
    QCOMPARE(run().first().status, SyncStatus::Ok);
    for (const FeedState &state : states())
        QVERIFY(!state.lastError);
}

void TestSync::removedAccountLeavesThePass()
{
    const Account gone = addSandbox(u"gone"_s);
    addSandbox(u"stays"_s);
    SyncRun *pass = m_engine->startSync({});
    bool removed = false;
    connect(pass, &SyncRun::stored, this, [&](const SyncProgress &step) {
        if (step.label == gone.label && step.jobsDone == 4)
            m_engine->removeAccount(gone, false, this,
                                    [&](const Result<void> &result) { removed = result.has_value(); });
    });
    QList<AccountOutcome> outcomes;
    connect(pass, &SyncRun::finished, this, [&](const QList<AccountOutcome> &list) { outcomes = list; });
    QVERIFY(eventually([&] { return outcomes.size() == 2; }));
    QTRY_VERIFY(removed);
    for (const AccountOutcome &outcome : outcomes) {
        if (outcome.account.id == gone.id)
            QCOMPARE(outcome.error->kind, Error::Kind::Cancelled);
        else
            QCOMPARE(outcome.status, SyncStatus::Ok);
    }
    for (const SnapshotInfo &snapshot : snapshots())
        QVERIFY(snapshot.account != gone.id);
    QCOMPARE(ledger([](Store &store) { return store.check(); }), QStringList());
}

void TestSync::nothingToSync()
{
    QCOMPARE(run().size(), 0);
    Account account = addSandbox(u"production"_s);
    QCOMPARE(run({.labels = {u"nobody"_s}}).size(), 0);
    account.paused = true;
    bool paused = false;
    m_engine->updateAccount(account, {}, this,
                            [&](const Result<void> &result) { paused = result.has_value(); });
    QTRY_VERIFY(paused);
    const auto outcomes = run();
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes.first().status, SyncStatus::Paused);
    QVERIFY(m_asked.isEmpty());
}

void TestSync::passesThatDifferWaitForEachOther()
{
    addSandbox(u"one"_s);
    addSandbox(u"two"_s);
    const SyncOptions one{.labels = {u"one"_s}, .since = Month(2026, 11)};
    const SyncOptions two{.labels = {u"two"_s}, .since = Month(2026, 11)};
    const SyncOptions both{.since = Month(2026, 11)};
    QStringList ended;
    const auto note = [&](const QString &name) {
        return [&ended, name](const QList<AccountOutcome> &outcomes) {
            QString text = name;
            for (const AccountOutcome &outcome : outcomes)
                text += u' ' + outcome.account.label + u'=' + syncStatusName(outcome.status);
            ended.append(text);
        };
    };
    SyncRun *first = m_engine->startSync(one);
    QCOMPARE(m_engine->startSync(one), first);
    SyncRun *second = m_engine->startSync(two);
    SyncRun *third = m_engine->startSync(both);
    QVERIFY(second != first);
    QCOMPARE(m_engine->startSync(two), second);
    QVERIFY(second->isWaiting());
    QCOMPARE(m_engine->currentSync(), first);
    connect(first, &SyncRun::finished, this, note(u"first"_s));
    connect(second, &SyncRun::finished, this, note(u"second"_s));
    connect(third, &SyncRun::finished, this, note(u"third"_s));
    third->cancel(); // at once, though its turn has not come
    QVERIFY(eventually([&] { return ended.size() == 3; }));
    QCOMPARE(ended, (QStringList{u"third"_s, u"first one=ok"_s, u"second two=ok"_s}));
    QVERIFY(!m_engine->currentSync());
}

void TestSync::engineMayGoDuringAPass()
{
    Wire silent([](QTcpSocket &, const QByteArray &) {});
    add(u"silent"_s, silent.url(u"/v1"_s));
    addSandbox(u"well"_s);
    SyncRun *pass = m_engine->startSync({});
    m_engine->startSync({.labels = {u"well"_s}});
    int stored = 0;
    connect(pass, &SyncRun::stored, this, [&] { ++stored; });
    QVERIFY(eventually([&] { return stored > 1 && silent.requests.size() == 1; }));
    m_engine.reset();
    QTRY_COMPARE(silent.open, 0);
    open();
    QCOMPARE(ledger([](Store &store) { return store.check(); }), QStringList());
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
