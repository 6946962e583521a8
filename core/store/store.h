// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/alert.h"
#include "base/budget.h"
#include "base/plan.h"
#include "base/webhook.h"
#include "store/ledgerload.h"
#include "store/ledgerrecord.h"
#include "store/logbatch.h"
#include "store/query.h"
#include "store/snapshot.h"

#include <memory>

namespace Costglass {

/// How an account's feed stands.
struct FeedState
{
    qint64 account = 0;
    Feed feed = Feed::Costs;
    qint64 lastTriedAt = 0; ///< Unix seconds; 0 = never
    qint64 lastGoodAt = 0; ///< 0 = never
    std::optional<qint64> completeTo; ///< Unix seconds
    std::optional<Error> lastError; ///< of the last try, nothing when it went well
};

/// The ledger: a plain synchronous class over one SQLite file, used from the thread that opened it. The window
/// gives it a thread of its own (engine/storethread.h); command line and tests call it directly.
/// Every call either does all of its work or none; errors are of kind Storage unless said otherwise.
class Store
{
public:
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Opens or makes DIR/ledger.sqlite (folder 0700, file 0600), bringing an older schema up to date after a
    /// backup beside it. A newer schema, a damaged file, a read-only folder: a Storage error; the file stays as it is.
    static Result<std::unique_ptr<Store>> open(const QString &folder);

    // Accounts
    Result<Account> addAccount(const Account &account); ///< Config when the label is taken
    Result<void> updateAccount(const Account &account);
    /// keepHistory keeps charges, usage and snapshots, and marks the account as removed (accounts() omits it).
    Result<void> removeAccount(qint64 id, bool keepHistory);
    Result<QList<Account>> accounts();

    // Snapshots and what they say
    Result<StoreChange> store(const Snapshot &snapshot);
    /// Begins to take in a file row by row; nothing else may be asked of this store until that has ended. Config when
    /// the label belongs to an account that is no file's.
    Result<std::unique_ptr<LedgerLoad>> load(const FileToLoad &file);
    /// The file with that note, when its rows are what the ledger holds for its days.
    Result<std::optional<LoadedFile>> loadedFile(const QByteArray &note);
    Result<QList<SnapshotInfo>> snapshots(std::optional<qint64> account, const DateRange &taken, int limit);
    /// How many requests the snapshots taken in those days (UTC) cost.
    Result<qint64> requests(qint64 account, const DateRange &taken);
    Result<QList<QByteArray>> replies(qint64 snapshot);
    Result<QList<Restatement>> restatements(std::optional<qint64> account, QDate since);
    /// The days that a feed's snapshots cover, as ranges that do not touch, oldest first: how a sync resumes. A day
    /// counts when a snapshot that holds it was taken at least \a settleDays whole days after the day's end (UTC) and,
    /// where \a closesOn is given, not before that day of the month after its own.
    Result<QList<DateRange>> coverage(qint64 account, Feed feed, int settleDays = 0, int closesOn = 0);
    Result<QList<FeedState>> feedStates();
    /// Readings of an account's balances from \a since on, and of each the last one before; in the order of time.
    Result<QList<Balance>> balances(qint64 account, qint64 since);
    Result<void> setFeedState(const FeedState &state);

    // Requests that cost money
    /// Counts one that is about to be sent: whether it may be, which it may not when \a most of that month are.
    Result<bool> countPaidRequest(qint64 account, Month month, int most);
    Result<qint64> paidRequests(qint64 account, Month month);

    // Tools' logs
    Result<QList<LogFile>> logFiles(qint64 account);
    /// Counts the batch's requests once, however often they come, and writes the days that changed as snapshots of costs.
    Result<LogChange> storeLogs(const LogBatch &batch);

    // Questions
    Result<Summary> summary(const Query &query);
    /// What an account was billed (not estimated or entered) in those days, per day, service, model and category.
    Result<QList<BilledSum>> billedSums(qint64 account, const DateRange &days);
    /// Its metered use per bucket of time, service, model, region and tier, of all projects, keys and users.
    Result<QList<Usage>> usageSums(qint64 account, const DateRange &days);
    /// Each record of those days, by day and account, without holding them all.
    Result<void> eachCharge(const DateRange &days, const EachRecord<Charge> &each);
    Result<void> eachUsage(const DateRange &days, const EachRecord<Usage> &each);
    /// From the first day with any charge or usage to after the last; empty when there is none.
    enum class Extent
    {
        Everything,
        WithoutPlans
    };
    Result<DateRange> extent(Extent of = Extent::Everything);

    // Plans: what a person entered by hand, and the charges that follow from it in an account per vendor
    /// Id 0 adds. Its charges up to the day of \a now are written anew; Config when the plan cannot be or its name is taken.
    Result<Plan> savePlan(const Plan &plan, qint64 now);
    Result<void> removePlan(qint64 id, qint64 now); ///< with all its charges
    Result<QList<Plan>> plans(); ///< by name
    /// Writes what became due since the last time, and says whether anything did; what is there stays.
    Result<bool> chargePlans(qint64 now);

    // Budgets and alerts
    Result<Budget> saveBudget(const Budget &budget); ///< id 0 adds; Config when the name is taken
    Result<void> removeBudget(qint64 id);
    Result<QList<Budget>> budgets();
    /// Notes an alert once: false when (kind, budget, subject, period start, threshold, amount) was noted before.
    /// Every webhook that there is gets a delivery of it, due at once.
    Result<bool> recordAlert(Alert &alert);
    Result<void> markAlertShown(qint64 id, qint64 at);
    Result<void> markAlertResolved(qint64 id, qint64 at);
    Result<void> snoozeAlert(qint64 id, qint64 until); ///< Config when there is none of that id
    Result<void> expectAlert(qint64 id); ///< such an anomaly is no news; Config when there is none of that id
    Result<QList<Alert>> alerts(qint64 since); ///< raised at that instant or later, newest first

    // Webhooks
    Result<Webhook> addWebhook(const Webhook &webhook); ///< Config when the name is taken
    Result<void> removeWebhook(qint64 id); ///< with its deliveries
    Result<QList<Webhook>> webhooks();
    Result<QList<Delivery>> deliveries(); ///< of the webhooks that there are, oldest first
    Result<void> saveDelivery(const Delivery &delivery); ///< how it stands after a try

    // Keeping
    Result<void> backup(const QString &file); ///< a whole, consistent copy; never over an existing file
    /// Puts the backup \a file in this ledger's place, after a copy of what it holds beside it, whose path is returned
    /// (empty: there was nothing). Format: \a file is no whole ledger; nothing changes then.
    Result<QString> restore(const QString &file);
    /// Integrity of the file and of the books: rollups equal their charges. Empty = all well.
    Result<QStringList> check();

private:
    class Private;
    explicit Store(std::unique_ptr<Private> state);
    std::unique_ptr<Private> d;
};

} // namespace Costglass
