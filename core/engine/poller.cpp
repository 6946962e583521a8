// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/poller.h"

#include "engine/engine.h"
#include "vendors/registry.h"

#include <QNetworkInformation>

namespace Costglass {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 LongestBackOff = 60;

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
    connect(&m_timer, &QTimer::timeout, this, &Poller::poll);
}

void Poller::start()
{
    if (m_running)
        return;
    m_running = true;
    connect(&m_engine, &Engine::accountsChanged, this, &Poller::reschedule);
    connect(&m_engine, &Engine::syncFinished, this, [this](const QList<AccountOutcome> &outcomes) {
        for (const AccountOutcome &outcome : outcomes) {
            const bool failed = outcome.error && isTransient(outcome.error->kind);
            m_failures[outcome.account.id] = failed ? m_failures.value(outcome.account.id) + 1 : 0;
        }
        reschedule();
    });
    if (QNetworkInformation::loadDefaultBackend())
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &Poller::reschedule);
    reschedule();
}

void Poller::stop()
{
    m_running = false;
    m_timer.stop();
    m_engine.disconnect(this);
}

std::optional<qint64> Poller::dueAt(const Account &account, const QList<FeedState> &states) const
{
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (account.paused || !vendor)
        return std::nullopt;
    qint64 tried = 0;
    std::optional<Error> error;
    for (const FeedState &state : states) {
        if (state.account != account.id)
            continue;
        tried = qMax(tried, state.lastTriedAt);
        if (state.lastError && state.lastError->kind != Error::Kind::Format)
            error = state.lastError;
    }
    if (tried == 0)
        return m_engine.now();
    if (!error)
        return tried + jittered(vendor->info().pollMinutes * Minute, account.id, tried);
    if (!isTransient(error->kind))
        return std::nullopt;
    if (error->retryAfter)
        return tried + *error->retryAfter;
    const qint64 minutes = qMin(LongestBackOff, qint64(1) << qBound(0, m_failures.value(account.id) - 1, 6));
    return tried + jittered(minutes * Minute, account.id, tried);
}

void Poller::reschedule()
{
    if (!m_running)
        return;
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
    m_timer.stop();
    m_due.clear();
    if (!m_running || isOffline())
        return; // the change of reachability looks again
    std::optional<qint64> first;
    for (const Account &account : accounts) {
        const auto due = dueAt(account, states);
        if (due)
            first = qMin(first.value_or(*due), *due);
    }
    if (!first)
        return;
    // Accounts due within a minute of the first go with it: one wake-up, one pass.
    for (const Account &account : accounts) {
        const auto due = dueAt(account, states);
        if (due && *due <= qMax(*first, m_engine.now()) + Minute)
            m_due.append(account.label);
    }
    constexpr qint64 LongestTimer = 24 * 3600;
    m_timer.start(static_cast<int>(qBound(qint64(1), *first - m_engine.now(), LongestTimer) * 1000));
}

void Poller::poll()
{
    if (m_engine.currentSync())
        return; // its end looks again
    SyncOptions options;
    options.labels = m_due;
    m_engine.startSync(options);
}

} // namespace Costglass
