// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/accountsync.h"

#include "engine/accountbook.h"
#include "engine/balancekeeping.h"
#include "engine/engine.h"
#include "vendors/registry.h"

#include <sodium.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Sync)
};

constexpr qint64 DaySeconds = 24 * 3600;

/// The days that need not be asked for again. Those of the month under way settle one by one; those before it only when
/// their month has closed, where the vendor closes months.
Result<QList<DateRange>> settledDays(Store &store, qint64 account, Feed feed, const VendorInfo &vendor,
                                     Month current)
{
    const auto alone = store.coverage(account, feed, vendor.trailingDays);
    if (!alone || vendor.monthClosesOn == 0)
        return alone;
    auto settled = store.coverage(account, feed, vendor.trailingDays, vendor.monthClosesOn);
    if (!settled)
        return settled;
    for (const DateRange &range : *alone)
        settled->append(range.intersected(current.range()));
    return settled;
}

struct Kept
{
    StoreChange change;
    QStringList doubts;
};

/// Stores a fetch and how its feed stands then.
Result<Kept> keepIn(Store &store, Snapshot snapshot, const FeedState &state, const QTimeZone &zone)
{
    Kept kept;
    if (snapshot.feed == Feed::Balance) {
        const auto doubts = addBalanceUse(store, snapshot, zone);
        if (!doubts)
            return std::unexpected(doubts.error());
        kept.doubts = *doubts;
    }
    const auto change = store.store(snapshot);
    if (!change)
        return std::unexpected(change.error());
    kept.change = *change;
    const auto noted = store.setFeedState(state);
    return noted ? Result<Kept>(kept) : std::unexpected(noted.error());
}

} // namespace

AccountSync::AccountSync(Engine &engine, const Account &account, const SyncOptions &options, QObject *parent)
    : QObject(parent), m_engine(engine), m_options(options), m_adapter(findVendor(account.vendor))
{
    m_outcome.account = account;
    m_clock.start();
}

AccountSync::~AccountSync()
{
    sodium_memzero(m_secret.data(), static_cast<size_t>(m_secret.size()));
}

void AccountSync::start()
{
    if (!m_adapter) {
        m_outcome.error
            = Error{Error::Kind::Config,
                    Texts::tr("This Costglass does not know the vendor “%1”.").arg(m_outcome.account.vendor),
                    Texts::tr("Update Costglass.")};
        QMetaObject::invokeMethod(this, &AccountSync::finish, Qt::QueuedConnection);
        return;
    }
    if (m_adapter->localLog())
        readLogs();
    else if (hasSecret(m_outcome.account))
        fetchSecret();
    else
        askLedger();
}

/// Logs are read as a whole: --since leaves nothing out of them, as nothing is asked of anybody.
void AccountSync::readLogs()
{
    const Feed feed = m_adapter->info().feeds.first();
    if (!m_options.feeds.isEmpty() && !m_options.feeds.contains(feed)) {
        QMetaObject::invokeMethod(this, &AccountSync::finish, Qt::QueuedConnection);
        return;
    }
    m_jobs.enqueue({feed, {}});
    m_jobCount = 1;
    Q_EMIT progress(progressOf(m_jobs.head()));
    m_logs = std::make_unique<LogSync>(m_engine, m_outcome.account);
    connect(m_logs.get(), &LogSync::stored, this, [this] { Q_EMIT stored(progressOf(m_jobs.head())); });
    m_logs->start(m_options.full, [this, feed](const Result<LogSync::Outcome> &read) {
        if (m_over)
            return;
        if (read)
            return keepLogs(*read);
        m_outcome.error = read.error();
        noteFailure(feed, read.error(), [this] { finish(); });
    });
}

void AccountSync::keepLogs(const LogSync::Outcome &read)
{
    m_outcome.snapshots = read.change.snapshots;
    m_outcome.change = read.change.rows;
    if (!read.change.unpriced.isEmpty())
        m_outcome.warnings.append(Texts::tr("No price is known for %1: its tokens are counted without money.")
                                      .arg(read.change.unpriced.join(QStringLiteral(", "))));
    if (read.refused > 0)
        m_outcome.warnings.append(
            Texts::tr("%n line(s) of the logs cannot be read.", nullptr, static_cast<int>(read.refused)));
    const QTimeZone zone = billingZone(m_adapter->info().id);
    FeedState state;
    state.account = m_outcome.account.id;
    state.feed = m_adapter->info().feeds.first();
    state.lastTriedAt = state.lastGoodAt = m_engine.now();
    state.completeTo = dayStart(dayOf(m_engine.now(), zone), zone);
    m_states[state.feed] = state;
    m_engine.ledger().run(
        this, [state](Store &store) { return store.setFeedState(state); },
        [this](const Result<void> &noted) {
            if (!noted)
                m_outcome.error = noted.error();
            finish();
        });
}

void AccountSync::fetchSecret()
{
    m_engine.secrets()
        .at(m_outcome.account.secretPlace)
        .read(m_outcome.account.label, this, [this](Result<QByteArray> secret) {
            if (m_over)
                return;
            if (!secret) {
                m_outcome.error = secret.error();
                return noteFailure(m_adapter->info().feeds.value(0), secret.error(), [this] { finish(); });
            }
            m_secret = *secret;
            m_secret.detach();
            askLedger();
        });
}

void AccountSync::askLedger()
{
    const qint64 account = m_outcome.account.id;
    const VendorInfo &info = m_adapter->info();
    const Month current = Month::of(dayOf(m_engine.now(), billingZone(info.id)));
    m_engine.ledger().run(
        this,
        [account, &info, current](Store &store) -> Result<Known> {
            Known known;
            for (const Feed feed : {Feed::Costs, Feed::Usage}) {
                const auto settled = settledDays(store, account, feed, info, current);
                if (!settled)
                    return std::unexpected(settled.error());
                known.settled[feed] = *settled;
            }
            const auto states = store.feedStates();
            if (!states)
                return std::unexpected(states.error());
            for (const FeedState &state : *states) {
                if (state.account == account)
                    known.states[state.feed] = state;
            }
            return known;
        },
        [this](Result<Known> known) {
            if (m_over)
                return;
            if (known)
                return plan(*known);
            m_outcome.error = known.error();
            finish();
        });
}

void AccountSync::plan(const Known &known)
{
    m_states = known.states;
    // A day is long enough for names; they are asked for again when something new may have come.
    const FeedState names = m_states.value(Feed::Names);
    const bool namesKnown = !names.lastError && m_engine.now() - names.lastGoodAt < DaySeconds;
    const auto jobs = planJobs(m_adapter->info(), known.settled, namesKnown, m_options, m_engine.now());
    for (const PlannedJob &job : jobs)
        m_jobs.enqueue(job);
    m_jobCount = static_cast<int>(m_jobs.size());
    nextJob();
}

SyncProgress AccountSync::progressOf(const PlannedJob &job) const
{
    SyncProgress progress;
    progress.label = m_outcome.account.label;
    progress.vendor = m_outcome.account.vendor;
    progress.feed = job.feed;
    if (!job.days.isEmpty())
        progress.month = Month::of(job.days.from);
    progress.jobCount = m_jobCount;
    progress.jobsDone = m_jobCount - static_cast<int>(m_jobs.size());
    return progress;
}

void AccountSync::nextJob()
{
    if (m_over)
        return;
    if (m_jobs.isEmpty())
        return finish();
    const PlannedJob job = m_jobs.head();
    Q_EMIT progress(progressOf(job));
    if (m_over)
        return; // whoever saw the progress cancelled
    FetchJob fetch;
    fetch.account = m_outcome.account;
    fetch.feed = job.feed;
    fetch.days = job.days;
    fetch.baseUrl = m_adapter->baseUrl(m_outcome.account);
    fetch.now = m_engine.now();
    m_fetch = std::make_unique<JobFetch>(m_engine.fetcher(), *m_adapter, fetch, m_secret, m_sinceRequest,
                                         nullptr);
    if (m_adapter->info().requestPrice) {
        m_fetch->setBudget(std::make_unique<RequestBudget>(m_engine.ledger(), m_outcome.account,
                                                           m_adapter->info(), m_engine.now()));
    }
    m_fetch->start([this, job](Result<JobResult> result) {
        m_outcome.requests += m_fetch->requests();
        m_fetch.release()->deleteLater(); // it is still on the stack
        if (result)
            keep(job, *std::move(result));
        else
            failJob(job, result.error());
    });
}

qint64 AccountSync::completeTo(const JobResult &result) const
{
    if (result.snapshot.completeTo)
        return *result.snapshot.completeTo;
    const QTimeZone zone = billingZone(m_adapter->info().id);
    return dayStart(dayOf(m_engine.now() - m_adapter->info().dataLagHours * 3600, zone), zone);
}

void AccountSync::keep(const PlannedJob &job, JobResult result)
{
    FeedState state = m_states.value(job.feed);
    state.account = m_outcome.account.id;
    state.feed = job.feed;
    state.lastTriedAt = m_engine.now();
    state.lastGoodAt = m_engine.now();
    if (job.feed == Feed::Balance)
        state.completeTo = result.snapshot.takenAt;
    else if (!result.snapshot.days.isEmpty())
        state.completeTo = qMax(state.completeTo.value_or(0), completeTo(result));
    state.lastError.reset();
    m_outcome.warnings += result.warnings;
    m_outcome.warnings.removeDuplicates(); // each month's job says the same of an endpoint that is not there
    m_engine.ledger().run(
        this,
        [snapshot = std::move(result.snapshot), state, zone = billingZone(m_adapter->info().id)](
            Store &store) { return keepIn(store, snapshot, state, zone); },
        [this, job, state](Result<Kept> kept) {
            if (m_over)
                return;
            if (!kept) {
                m_outcome.error = kept.error();
                if (kept.error().kind == Error::Kind::Format)
                    return failJob(job, kept.error());
                return finish();
            }
            m_states[job.feed] = state;
            ++m_outcome.snapshots;
            m_outcome.warnings += kept->doubts;
            m_outcome.change.added += kept->change.added;
            m_outcome.change.changed += kept->change.changed;
            m_outcome.change.removed += kept->change.removed;
            m_jobs.dequeue();
            Q_EMIT stored(progressOf(job));
            nextJob();
        });
}

void AccountSync::failJob(const PlannedJob &job, const Error &error)
{
    if (!m_outcome.error)
        m_outcome.error = error;
    noteFailure(job.feed, error, [this, feed = job.feed, kind = error.kind] {
        if (kind != Error::Kind::Format)
            return finish(); // what comes next would fail alike
        m_jobs.removeIf([feed](const PlannedJob &other) { return other.feed == feed; });
        nextJob();
    });
}

void AccountSync::noteFailure(Feed feed, const Error &error, const std::function<void()> &next)
{
    FeedState state = m_states.value(feed);
    state.account = m_outcome.account.id;
    state.feed = feed;
    state.lastTriedAt = m_engine.now();
    state.lastError = error;
    m_states[feed] = state;
    // The pass is over only when the ledger knows why: the program may end right after.
    m_engine.ledger().run(
        this, [state](Store &store) { return store.setFeedState(state); },
        [next](const Result<void> &) { next(); });
}

void AccountSync::cancel()
{
    if (m_over)
        return;
    if (m_fetch)
        m_outcome.requests += m_fetch->requests();
    m_fetch.reset();
    m_logs.reset();
    if (!m_outcome.error)
        m_outcome.error = Error{Error::Kind::Cancelled, Texts::tr("The sync was stopped."), {}};
    finish();
}

void AccountSync::finish()
{
    if (m_over)
        return;
    m_over = true;
    m_outcome.milliseconds = m_clock.elapsed();
    const bool hasBill = m_adapter && m_adapter->info().feeds.contains(Feed::Costs);
    m_outcome.completeTo = m_states.value(hasBill ? Feed::Costs : Feed::Balance).completeTo;
    if (m_outcome.error)
        m_outcome.status = m_outcome.snapshots > 0 ? SyncStatus::Partial : SyncStatus::Failed;
    Q_EMIT finished();
}

} // namespace Costglass
