// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/syncrun.h"

#include "engine/accountsync.h"
#include "engine/engine.h"

#include <QSet>

namespace Costglass {

class SyncRun::Private
{
public:
    enum class State
    {
        Waiting,
        Running,
        Over
    };

    Private(Engine &owner, const SyncOptions &wanted) : engine(owner), options(wanted) { }

    Engine &engine;
    SyncOptions options;
    std::vector<std::unique_ptr<AccountSync>> accounts;
    QList<AccountOutcome> outcomes;
    QSet<qint64> dropped;
    State state = State::Waiting;
    bool cancelled = false;
};

QString syncStatusName(SyncStatus status)
{
    switch (status) {
    case SyncStatus::Ok:
        return QStringLiteral("ok");
    case SyncStatus::Partial:
        return QStringLiteral("partial");
    case SyncStatus::Failed:
        return QStringLiteral("failed");
    case SyncStatus::Paused:
        return QStringLiteral("paused");
    }
    Q_UNREACHABLE();
}

SyncRun::SyncRun(Engine &engine, const SyncOptions &options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(engine, options))
{
}

SyncRun::~SyncRun() = default;

bool SyncRun::isWaiting() const
{
    return d->state == Private::State::Waiting;
}

bool SyncRun::isRunning() const
{
    return d->state == Private::State::Running;
}

bool SyncRun::serves(const SyncOptions &options) const
{
    return d->state != Private::State::Over && !d->cancelled && d->options == options;
}

void SyncRun::start()
{
    d->state = Private::State::Running;
    d->engine.ledger().run(
        this, [](Store &store) { return store.accounts(); },
        [this](const Result<QList<Account>> &accounts) { begin(accounts); });
}

void SyncRun::begin(const Result<QList<Account>> &accounts)
{
    if (!accounts) {
        AccountOutcome outcome;
        outcome.status = SyncStatus::Failed;
        outcome.error = accounts.error();
        d->outcomes.append(outcome);
        return finish();
    }
    for (const Account &account : *accounts) {
        if (!account.hasLogin() || d->dropped.contains(account.id)
            || (!d->options.labels.isEmpty() && !d->options.labels.contains(account.label)))
            continue;
        if (account.paused) {
            AccountOutcome outcome;
            outcome.account = account;
            outcome.status = SyncStatus::Paused;
            d->outcomes.append(outcome);
            continue;
        }
        d->accounts.push_back(std::make_unique<AccountSync>(d->engine, account, d->options, nullptr));
    }
    for (const auto &account : d->accounts) {
        AccountSync *sync = account.get();
        const auto complete = [this](SyncProgress progress) {
            progress.accountCount = static_cast<int>(d->accounts.size());
            progress.accountsDone = static_cast<int>(d->outcomes.size());
            return progress;
        };
        connect(sync, &AccountSync::progress, this,
                [this, complete](const SyncProgress &step) { Q_EMIT progress(complete(step)); });
        connect(sync, &AccountSync::stored, this,
                [this, complete](const SyncProgress &step) { Q_EMIT stored(complete(step)); });
        connect(sync, &AccountSync::finished, this, [this, sync] {
            d->outcomes.append(sync->outcome());
            Q_EMIT accountFinished(sync->outcome());
            finishWhenAllAre();
        });
    }
    for (const auto &account : d->accounts) {
        if (d->cancelled)
            account->cancel();
        else
            account->start();
    }
    finishWhenAllAre();
}

void SyncRun::finishWhenAllAre()
{
    const auto paused
        = std::count_if(d->outcomes.cbegin(), d->outcomes.cend(),
                        [](const AccountOutcome &outcome) { return outcome.status == SyncStatus::Paused; });
    if (d->outcomes.size() - paused == static_cast<qsizetype>(d->accounts.size()))
        finish();
}

void SyncRun::finish()
{
    if (d->state == Private::State::Over)
        return;
    d->state = Private::State::Over;
    // Queued, so that whoever cancelled or reported is off the stack.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(d->outcomes); }, Qt::QueuedConnection);
}

void SyncRun::cancel()
{
    d->cancelled = true;
    if (isWaiting())
        return finish();
    for (const auto &account : d->accounts)
        account->cancel();
}

void SyncRun::drop(qint64 account)
{
    d->dropped.insert(account);
    for (const auto &sync : d->accounts) {
        if (sync->outcome().account.id == account)
            sync->cancel();
    }
}

} // namespace Costglass
