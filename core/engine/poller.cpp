// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/poller.h"

#include "engine/engine.h"
#include "engine/locallogs.h"
#include "vendors/registry.h"

#include <QDBusConnection>
#include <QNetworkInformation>

namespace Costglass {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 LongestBackOff = 60;
constexpr int LogPauseMs = 2000;

/// The same tenth more or less for the same account and hour: spread out, but not new at each look.
qint64 jittered(qint64 seconds, qint64 account, qint64 around)
{
    const size_t dice = qHashMulti(0, account, around / 3600) % 201;
    return seconds + seconds * (static_cast<qint64>(dice) - 100) / 1000;
}

bool isOffline()
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    return network && network->reachability() == QNetworkInformation::Reachability::Disconnected;
}

} // namespace

Poller::Poller(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Poller::look);
    m_logTimer.setSingleShot(true);
    m_logTimer.setInterval(LogPauseMs);
    connect(&m_logTimer, &QTimer::timeout, this, &Poller::look);
    connect(&m_watch, &LogWatch::changed, this, &Poller::handleLogWritten);
}

void Poller::start()
{
    if (m_running)
        return;
    m_running = true;
    m_startedAt = m_engine.now();
    connect(&m_engine, &Engine::accountsChanged, this, [this] {
        m_last.clear(); // whoever waited for a person has had one
        look();
    });
    connect(&m_engine, &Engine::syncFinished, this, [this](const QList<AccountOutcome> &outcomes) {
        note(outcomes);
        look();
    });
    if (QNetworkInformation::loadDefaultBackend())
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &Poller::look, Qt::UniqueConnection);
    // Timers stand still while a laptop sleeps.
    QDBusConnection::systemBus().connect(QStringLiteral("org.freedesktop.login1"),
                                         QStringLiteral("/org/freedesktop/login1"),
                                         QStringLiteral("org.freedesktop.login1.Manager"),
                                         QStringLiteral("PrepareForSleep"), this, SLOT(handleSleep(bool)));
    look();
}

void Poller::stop()
{
    m_running = false;
    m_timer.stop();
    m_logTimer.stop();
    m_watch.watch({});
    m_wakesAt.reset();
    m_engine.disconnect(this);
}

void Poller::handleSleep(bool begins)
{
    if (!begins)
        look();
}

void Poller::note(const QList<AccountOutcome> &outcomes)
{
    for (const AccountOutcome &outcome : outcomes) {
        Last &last = m_last[outcome.account.id];
        last.at = m_engine.now();
        last.problem = outcome.error ? std::optional(outcome.error->kind) : std::nullopt;
        last.failures = last.problem && isTransient(*last.problem) ? last.failures + 1 : 0;
    }
}

std::optional<qint64> Poller::dueAt(const Account &account, const QList<FeedState> &states) const
{
    const VendorAdapter *vendor = findVendor(account.vendor);
    const Last last = m_last.value(account.id);
    // What the ledger could not take is not fetched again and again.
    const bool unstorable = last.problem == Error::Kind::Storage || last.problem == Error::Kind::Overflow;
    if (account.paused || !account.hasLogin() || !vendor || unstorable)
        return std::nullopt;
    qint64 tried = last.at;
    std::optional<Error> error;
    for (const FeedState &state : states) {
        if (state.account != account.id)
            continue;
        tried = qMax(tried, state.lastTriedAt);
        if (state.lastError && state.lastError->kind != Error::Kind::Format)
            error = state.lastError;
    }
    if (vendor->localLog() && !error && m_watch.covers(account.id) && tried >= m_startedAt)
        return m_written.contains(account.id) ? std::optional(m_engine.now()) : std::nullopt;
    // A keyring that was locked yesterday is asked once more at each start.
    if (tried == 0 || (error && error->kind == Error::Kind::Keychain && tried < m_startedAt))
        return m_engine.now();
    if (!error)
        return tried + jittered(vendor->info().pollMinutes * Minute, account.id, tried);
    if (!isTransient(error->kind))
        return std::nullopt;
    const qint64 minutes = qMin(LongestBackOff, qint64(1) << qBound(0, last.failures - 1, 6));
    return tried + qMax<qint64>(error->retryAfter.value_or(0), jittered(minutes * Minute, account.id, tried));
}

void Poller::watchLogs(const QList<Account> &accounts)
{
    QMap<qint64, QStringList> folders;
    for (const Account &account : accounts) {
        const VendorAdapter *vendor = findVendor(account.vendor);
        if (vendor && vendor->localLog() && !account.paused)
            folders[account.id] = logFolders(*vendor->localLog(), account).value_or(QStringList());
    }
    m_watch.watch(folders);
}

void Poller::handleLogWritten(qint64 account)
{
    m_written.insert(account);
    if (!m_logTimer.isActive())
        m_logTimer.start();
}

void Poller::look()
{
    m_timer.stop();
    m_wakesAt.reset();
    if (!m_running || m_engine.currentSync())
        return; // the pass's end looks again
    struct Known
    {
        QList<Account> accounts;
        QList<FeedState> states;
    };
    m_engine.ledger().run(
        this,
        [](Store &store) {
            return Known{store.accounts().value_or(QList<Account>()),
                         store.feedStates().value_or(QList<FeedState>())};
        },
        [this](const Known &known) { schedule(known.accounts, known.states); });
}

void Poller::schedule(const QList<Account> &accounts, const QList<FeedState> &states)
{
    if (!m_running || m_engine.currentSync())
        return;
    watchLogs(accounts);
    std::optional<qint64> first;
    SyncOptions soon;
    const qint64 now = m_engine.now();
    const bool offline = isOffline(); // the network's return looks again; logs on disk need none
    for (const Account &account : accounts) {
        const VendorAdapter *vendor = findVendor(account.vendor);
        const auto due = dueAt(account, states);
        if (!due || (offline && !vendor->localLog()))
            continue;
        first = qMin(first.value_or(*due), *due);
        // Those due within a minute go along: one wake-up, one pass.
        if (*due <= now + Minute)
            soon.labels.append(account.label);
        if (*due <= now)
            m_written.remove(account.id);
    }
    if (!first)
        return;
    if (*first <= now) {
        m_engine.startSync(soon);
        return;
    }
    constexpr qint64 LongestTimer = 24 * 3600;
    constexpr qint64 MsPerSecond = 1000;
    m_wakesAt = qMin(*first, now + LongestTimer);
    m_timer.start(static_cast<int>((*m_wakesAt - now) * MsPerSecond));
}

} // namespace Costglass
