// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/snapshot.h"
#include "vendors/vendoradapter.h"

#include <QObject>

namespace Costglass {

class Engine;

/// What one pass over the accounts is to fetch.
struct SyncOptions
{
    QStringList labels = {}; ///< empty = all that are not paused
    std::optional<Month> since = {}; ///< how far back; nothing = what is missing, at first 12 months
    QList<Feed> feeds = {}; ///< empty = all that the vendor has
    bool full = false; ///< ask again for days that are known and settled

    bool operator==(const SyncOptions &) const = default;
};

struct SyncProgress
{
    QString label;
    QString vendor;
    Feed feed = Feed::Costs;
    std::optional<Month> month;
    int accountsDone = 0;
    int accountCount = 0;
    int jobsDone = 0; ///< of this account
    int jobCount = 0;
};

enum class SyncStatus
{
    Ok,
    Partial, ///< some feeds or months failed, others are stored
    Failed,
    Paused
};

QString syncStatusName(SyncStatus status); ///< "ok", "partial", "failed", "paused"

struct AccountOutcome
{
    Account account;
    SyncStatus status = SyncStatus::Ok;
    std::optional<Error> error;
    int requests = 0;
    int snapshots = 0;
    StoreChange change;
    std::optional<qint64> completeTo; ///< Unix seconds
    QStringList warnings;
    qint64 milliseconds = 0;
};

/// One pass: accounts side by side, in each the newest month first. Each finished job is stored at once, so that
/// stopping, in whatever way, loses only the job at hand. Transient failures are tried again a few times with
/// exponential back-off and jitter, obeying Retry-After; the Poller tries later what still failed.
class SyncRun : public QObject
{
    Q_OBJECT

public:
    SyncRun(Engine &engine, const SyncOptions &options, QObject *parent = nullptr);
    ~SyncRun() override;

    void start();
    void cancel(); ///< at once: requests are aborted, finished() follows with what is stored
    void drop(qint64 account); ///< the same for one account, which is about to be removed
    bool isWaiting() const; ///< not started yet
    bool isRunning() const;
    /// Whether this pass, under way or still waiting, does just what \a options ask for.
    bool serves(const SyncOptions &options) const;

Q_SIGNALS:
    void progress(const Costglass::SyncProgress &progress);
    void stored(const Costglass::SyncProgress &progress); ///< a job is in the ledger
    void accountFinished(const Costglass::AccountOutcome &outcome);
    void finished(const QList<Costglass::AccountOutcome> &outcomes);

private:
    void begin(const Result<QList<Account>> &accounts);
    void finishWhenAllAre();
    void finish();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Costglass
