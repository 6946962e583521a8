// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/poller.h"

#include "emulator/emulatornetwork.h"
#include "engine/engine.h"
#include "eventually.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSet>
#include <QtTest>

using namespace Costglass;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1795521600; // 2026-11-24 12:00:00 UTC
constexpr qint64 Minute = 60;

Account account(qint64 id, const QString &vendor = u"openai"_s)
{
    Account account;
    account.id = id;
    account.vendor = vendor;
    account.label = vendor + QString::number(id);
    return account;
}

FeedState tried(qint64 account, qint64 at, std::optional<Error> error = {}, Feed feed = Feed::Costs)
{
    FeedState state;
    state.account = account;
    state.feed = feed;
    state.lastTriedAt = at;
    state.lastGoodAt = error ? at - 3600 : at;
    state.lastError = std::move(error);
    return state;
}

Error error(Error::Kind kind, std::optional<int> retryAfter = {})
{
    return {kind, u"trouble"_s, {}, retryAfter};
}

/// Whether \a due is within a tenth of so many minutes after Now.
bool isAbout(std::optional<qint64> due, qint64 minutes)
{
    const qint64 wait = due.value_or(0) - Now;
    return wait >= minutes * Minute * 9 / 10 && wait <= minutes * Minute * 11 / 10;
}

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void dueAfterTheVendorsInterval();
    void spreadsAccounts();
    void dueWhenNeverTried();
    void backsOffAfterFailures();
    void neverEarlierThanTheVendorAllows();
    void waitsForAPerson_data();
    void waitsForAPerson();
    void asksALockedKeyringAtEachStart();
    void formatStopsOnlyItsFeed();
    void leavesWhatCannotBeStored();
    void cancelledPassIsNoHurry();
    void sleepsWithNothingToDo();
    void pollsWhatIsDueAndNoMore();
    void setsOneTimerToTheFirst();
    void looksAgainAfterSleep();

private:
    void finished(qint64 account, std::optional<Error::Kind> problem);
    Account addSample(const QString &vendor, const QString &label);
    void setState(const FeedState &state);
    void settle();
    std::optional<qint64> due(const Account &account, const QList<FeedState> &states)
    {
        return m_engine->poller().dueAt(account, states);
    }

    QProcess m_bus; ///< a system bus of our own
    std::unique_ptr<Engine> m_engine;
    QList<QStringList> m_passes; ///< the labels of each
};

void TestPoller::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void TestPoller::init()
{
    m_passes.clear();
    auto engine = Engine::open({.dataFolder = {}, .now = Now, .demo = true});
    QVERIFY(engine);
    m_engine = std::move(*engine);
    connect(m_engine.get(), &Engine::syncFinished, this, [this](const QList<AccountOutcome> &outcomes) {
        QStringList labels;
        for (const AccountOutcome &outcome : outcomes)
            labels.append(outcome.account.label);
        m_passes.append(labels);
    });
}

void TestPoller::cleanup()
{
    m_engine.reset();
}

/// A pass of one account ended so.
void TestPoller::finished(qint64 account, std::optional<Error::Kind> problem)
{
    AccountOutcome outcome;
    outcome.account.id = account;
    if (problem)
        outcome.error = error(*problem);
    Q_EMIT m_engine->syncFinished({outcome});
}

Account TestPoller::addSample(const QString &vendor, const QString &label)
{
    Account account;
    account.vendor = vendor;
    account.label = label;
    account.baseUrl = EmulatorNetwork::baseUrl(vendor);
    const World world(World::DefaultSeed, Now);
    std::optional<Result<Account>> added;
    m_engine->addAccount(account, EmulatorNetwork(world).secret(vendor), this,
                         [&](Result<Account> result) { added = std::move(result); });
    if (!eventually([&] { return added.has_value(); }))
        qFatal("no account");
    return added->value();
}

void TestPoller::setState(const FeedState &state)
{
    m_engine->ledger().run(
        this, [state](Store &store) { return store.setFeedState(state); }, [](const Result<void> &) {});
}

/// Until the poller has looked: it asks the ledger, whose answers come in order.
void TestPoller::settle()
{
    for (int i = 0; i < 3; ++i) {
        bool answered = false;
        m_engine->ledger().run(
            this, [](Store &) { return 0; }, [&](int) { answered = true; });
        QVERIFY(eventually([&] { return answered; }));
    }
}

void TestPoller::dueAfterTheVendorsInterval()
{
    // Each hour for OpenAI; every two hours for Anthropic, whose export is refreshed every four.
    QVERIFY(isAbout(due(account(1), {tried(1, Now)}), 60));
    QVERIFY(isAbout(due(account(2, u"anthropic"_s), {tried(2, Now)}), 120));
    // The newest try of any feed counts, and only the account's own.
    QVERIFY(isAbout(
        due(account(1), {tried(1, Now - 9000), tried(1, Now, {}, Feed::Usage), tried(2, Now + 9000)}), 60));
}

void TestPoller::spreadsAccounts()
{
    QSet<qint64> instants;
    for (qint64 id = 1; id <= 50; ++id) {
        const auto at = due(account(id), {tried(id, Now)});
        QVERIFY(isAbout(at, 60));
        QCOMPARE(due(account(id), {tried(id, Now)}), at); // not another at each look
        instants.insert(*at);
    }
    QCOMPARE_GT(instants.size(), 20);
}

void TestPoller::dueWhenNeverTried()
{
    QCOMPARE(due(account(1), {}), std::optional(Now));
    QCOMPARE(due(account(1), {tried(2, Now)}), std::optional(Now));
    Account paused = account(1);
    paused.paused = true;
    QVERIFY(!due(paused, {}));
    QVERIFY(!due(account(1, u"unheard-of"_s), {}));
}

void TestPoller::backsOffAfterFailures()
{
    m_engine->poller().start();
    const QList states{tried(1, Now, error(Error::Kind::Network))};
    for (const qint64 minutes : {1, 2, 4, 8, 16, 32, 60, 60}) {
        finished(1, Error::Kind::Network);
        QVERIFY2(isAbout(due(account(1), states), minutes), qPrintable(QString::number(minutes)));
    }
    finished(1, {});
    QVERIFY(isAbout(due(account(1), {tried(1, Now)}), 60));
    for (const auto kind : {Error::Kind::Server, Error::Kind::Timeout, Error::Kind::Tls}) {
        finished(1, {});
        finished(1, kind);
        QVERIFY(isAbout(due(account(1), {tried(1, Now, error(kind))}), 1));
    }
}

void TestPoller::neverEarlierThanTheVendorAllows()
{
    m_engine->poller().start();
    finished(1, Error::Kind::RateLimited);
    QCOMPARE(due(account(1), {tried(1, Now, error(Error::Kind::RateLimited, 2700))}),
             std::optional(Now + 2700));
    // A vendor that says "at once" after five refusals is still left in peace.
    QVERIFY(isAbout(due(account(1), {tried(1, Now, error(Error::Kind::RateLimited, 0))}), 1));
}

void TestPoller::waitsForAPerson_data()
{
    QTest::addColumn<int>("kind");
    for (const auto kind :
         {Error::Kind::Auth, Error::Kind::Permission, Error::Kind::Config, Error::Kind::Keychain})
        QTest::newRow(qPrintable(errorKindName(kind))) << int(kind);
}

void TestPoller::waitsForAPerson()
{
    QFETCH(int, kind);
    m_engine->poller().start();
    finished(1, static_cast<Error::Kind>(kind));
    QVERIFY(!due(account(1), {tried(1, Now, error(static_cast<Error::Kind>(kind)))}));
}

void TestPoller::asksALockedKeyringAtEachStart()
{
    m_engine->poller().start();
    QCOMPARE(due(account(1), {tried(1, Now - 60, error(Error::Kind::Keychain))}), std::optional(Now));
    QVERIFY(!due(account(1), {tried(1, Now - 60, error(Error::Kind::Auth))}));
}

void TestPoller::formatStopsOnlyItsFeed()
{
    QVERIFY(isAbout(due(account(1), {tried(1, Now), tried(1, Now, error(Error::Kind::Format), Feed::Usage)}),
                    60));
}

void TestPoller::leavesWhatCannotBeStored()
{
    // A full disk: the pass fails before anything is noted in the ledger.
    m_engine->poller().start();
    finished(1, Error::Kind::Storage);
    QVERIFY(!due(account(1), {}));
    Q_EMIT m_engine->accountsChanged();
    QCOMPARE(due(account(1), {}), std::optional(Now));
}

void TestPoller::cancelledPassIsNoHurry()
{
    m_engine->poller().start();
    finished(1, Error::Kind::Cancelled);
    QVERIFY(isAbout(due(account(1), {}), 60));
}

void TestPoller::sleepsWithNothingToDo()
{
    Poller &poller = m_engine->poller();
    poller.start();
    settle();
    QVERIFY(!poller.wakesAt()); // no account
    poller.stop();
    const Account refused = addSample(u"openai"_s, u"refused"_s);
    setState(tried(refused.id, Now, error(Error::Kind::Auth)));
    poller.start();
    settle();
    QVERIFY(!poller.wakesAt()); // it waits for a person
    QVERIFY(!m_engine->currentSync());
    QVERIFY(m_passes.isEmpty());
}

void TestPoller::pollsWhatIsDueAndNoMore()
{
    const Account fresh = addSample(u"openai"_s, u"fresh"_s);
    addSample(u"anthropic"_s, u"new"_s);
    setState(tried(fresh.id, Now));
    Poller &poller = m_engine->poller();
    poller.start();
    QVERIFY(eventually([&] { return m_passes.size() == 1; }));
    QCOMPARE(m_passes.first(), QStringList{u"new"_s});
    settle();
    QVERIFY(!m_engine->currentSync()); // nothing else is due
    QVERIFY(isAbout(poller.wakesAt(), 60)); // the earlier of one and two hours
}

void TestPoller::setsOneTimerToTheFirst()
{
    const Account one = addSample(u"openai"_s, u"one"_s);
    const Account two = addSample(u"openai"_s, u"two"_s);
    setState(tried(one.id, Now, error(Error::Kind::RateLimited, 5000)));
    setState(tried(two.id, Now, error(Error::Kind::RateLimited, 3000)));
    Poller &poller = m_engine->poller();
    poller.start();
    settle();
    QCOMPARE(poller.wakesAt(), std::optional(Now + 3000));
    // Not beyond a day, however long a vendor wants: what else happens is looked at then.
    setState(tried(one.id, Now + 10, error(Error::Kind::RateLimited, 86400)));
    setState(tried(two.id, Now, error(Error::Kind::Auth)));
    Q_EMIT m_engine->accountsChanged();
    settle();
    QCOMPARE(poller.wakesAt(), std::optional(Now + 86400));
}

void TestPoller::looksAgainAfterSleep()
{
    QDBusConnection login
        = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS"), u"login1"_s);
    QVERIFY(login.registerService(u"org.freedesktop.login1"_s));
    const Account known = addSample(u"openai"_s, u"production"_s);
    setState(tried(known.id, Now));
    Poller &poller = m_engine->poller();
    poller.start();
    settle();
    QVERIFY(isAbout(poller.wakesAt(), 60));
    // While the computer slept the account came due; the timer knows nothing of it.
    setState(tried(known.id, Now - 8 * 3600));
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
    signal << false;
    QVERIFY(login.send(signal));
    QVERIFY(eventually([&] { return m_passes.size() == 1; }));
    QCOMPARE(m_passes.first(), QStringList{u"production"_s});
    QDBusConnection::disconnectFromBus(u"login1"_s);
}

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
