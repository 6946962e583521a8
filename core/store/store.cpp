// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "store/bookkeeping.h"
#include "store/ledgerread.h"
#include "store/logwriter.h"
#include "store/plankeeper.h"
#include "store/restore.h"
#include "store/schema.h"
#include "store/snapshotwriter.h"
#include "store/summaryquery.h"

#include <QDir>

namespace Costglass {

class Store::Private
{
public:
    explicit Private(const QString &file) : database(file), ids(database) { }

    /// Runs \a work in a write transaction: all of it happens or nothing does.
    template<typename Work>
    auto write(Work work) -> Result<decltype(work())>
    {
        const auto result = guarded([&] {
            WriteTransaction transaction(database);
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                transaction.commit();
            } else {
                auto value = work();
                transaction.commit();
                return value;
            }
        });
        if (!result)
            ids.forget();
        return result;
    }

    Database database;
    DimensionIds ids;
};

Store::Store(std::unique_ptr<Private> state) : d(std::move(state)) { }

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder)
{
    return guarded([&] {
        const QString file = QDir(folder).filePath(QStringLiteral("ledger.sqlite"));
        checkLedgerFile(file);
        prepareLedgerFile(folder, file);
        auto state = std::make_unique<Private>(file);
        migrate(state->database);
        return std::unique_ptr<Store>(new Store(std::move(state)));
    });
}

Result<Account> Store::addAccount(const Account &account)
{
    return d->write([&] { return Costglass::addAccount(d->database, account); });
}

Result<void> Store::updateAccount(const Account &account)
{
    return d->write([&] { Costglass::updateAccount(d->database, account); });
}

Result<void> Store::removeAccount(qint64 id, bool keepHistory)
{
    return d->write([&] { Costglass::removeAccount(d->database, id, keepHistory); });
}

Result<QList<Account>> Store::accounts()
{
    return guarded([&] { return readAccounts(d->database); });
}

Result<StoreChange> Store::store(const Snapshot &snapshot)
{
    return d->write([&] { return SnapshotWriter(d->database, d->ids).write(snapshot); });
}

Result<std::unique_ptr<LedgerLoad>> Store::load(const FileToLoad &file)
{
    return guarded([&] { return std::unique_ptr<LedgerLoad>(new LedgerLoad(d->database, d->ids, file)); });
}

Result<std::optional<LoadedFile>> Store::loadedFile(const QByteArray &note)
{
    return guarded([&] { return Costglass::loadedFile(d->database, note); });
}

Result<QList<SnapshotInfo>> Store::snapshots(std::optional<qint64> account, const DateRange &taken, int limit)
{
    return guarded([&] { return readSnapshots(d->database, account, taken, limit); });
}

Result<qint64> Store::requests(qint64 account, const DateRange &taken)
{
    return guarded([&] { return readRequests(d->database, account, taken); });
}

Result<QList<QByteArray>> Store::replies(qint64 snapshot)
{
    return guarded([&] { return readReplies(d->database, snapshot); });
}

Result<QList<Restatement>> Store::restatements(std::optional<qint64> account, QDate since)
{
    return guarded([&] { return readRestatements(d->database, account, since); });
}

Result<QList<DateRange>> Store::coverage(qint64 account, Feed feed, int settleDays, int closesOn)
{
    return guarded([&] { return readCoverage(d->database, account, feed, settleDays, closesOn); });
}

Result<QList<FeedState>> Store::feedStates()
{
    return guarded([&] { return readFeedStates(d->database); });
}

Result<QList<Balance>> Store::balances(qint64 account, qint64 since)
{
    return guarded([&] { return readBalances(d->database, account, since); });
}

Result<void> Store::setFeedState(const FeedState &state)
{
    return d->write([&] { writeFeedState(d->database, state); });
}

Result<bool> Store::countPaidRequest(qint64 account, Month month, int most)
{
    return d->write([&] {
        if (readPaidRequests(d->database, account, month) >= most)
            return false;
        addPaidRequest(d->database, account, month);
        return true;
    });
}

Result<qint64> Store::paidRequests(qint64 account, Month month)
{
    return guarded([&] { return readPaidRequests(d->database, account, month); });
}

Result<QList<LogFile>> Store::logFiles(qint64 account)
{
    return guarded([&] { return readLogFiles(d->database, account); });
}

Result<LogChange> Store::storeLogs(const LogBatch &batch)
{
    return d->write([&] { return LogWriter(d->database, d->ids).write(batch); });
}

Result<Summary> Store::summary(const Query &query)
{
    return guarded([&] { return answer(d->database, d->ids, query); });
}

Result<QList<BilledSum>> Store::billedSums(qint64 account, const DateRange &days)
{
    return guarded([&] { return readBilledSums(d->database, account, days); });
}

Result<QList<Usage>> Store::usageSums(qint64 account, const DateRange &days)
{
    return guarded([&] { return readUsageSums(d->database, account, days); });
}

Result<void> Store::eachCharge(const DateRange &days, const EachRecord<Charge> &each)
{
    return guarded([&] { LedgerReader(d->database).charges(days, each); });
}

Result<void> Store::eachUsage(const DateRange &days, const EachRecord<Usage> &each)
{
    return guarded([&] { LedgerReader(d->database).usage(days, each); });
}

Result<DateRange> Store::extent(Extent of)
{
    return guarded([&] { return readExtent(d->database, of == Extent::Everything); });
}

Result<Plan> Store::savePlan(const Plan &plan, qint64 now)
{
    return d->write([&] { return PlanKeeper(d->database, d->ids, now).save(plan); });
}

Result<void> Store::removePlan(qint64 id, qint64 now)
{
    return d->write([&] { PlanKeeper(d->database, d->ids, now).remove(id); });
}

Result<QList<Plan>> Store::plans()
{
    return guarded([&] { return readPlans(d->database); });
}

Result<bool> Store::chargePlans(qint64 now)
{
    // Most times nothing is due: then nobody else is kept from writing.
    const auto due = guarded([&] { return PlanKeeper(d->database, d->ids, now).isDue(); });
    return due && *due ? d->write([&] { return PlanKeeper(d->database, d->ids, now).chargeDue(); }) : due;
}

Result<Budget> Store::saveBudget(const Budget &budget)
{
    return d->write([&] { return Costglass::saveBudget(d->database, budget); });
}

Result<void> Store::removeBudget(qint64 id)
{
    return d->write([&] { Costglass::removeBudget(d->database, id); });
}

Result<QList<Budget>> Store::budgets()
{
    return guarded([&] { return readBudgets(d->database); });
}

Result<bool> Store::recordAlert(Alert &alert)
{
    return d->write([&] { return Costglass::recordAlert(d->database, alert); });
}

Result<void> Store::markAlertShown(qint64 id, qint64 at)
{
    return d->write(
        [&] { Statement(d->database, "UPDATE alert SET shown_at = ?2 WHERE id = ?1").with(id, at).run(); });
}

Result<void> Store::markAlertResolved(qint64 id, qint64 at)
{
    return d->write([&] {
        Statement(d->database, "UPDATE alert SET resolved_at = ?2 WHERE id = ?1").with(id, at).run();
    });
}

Result<void> Store::snoozeAlert(qint64 id, qint64 until)
{
    return d->write([&] { Costglass::snoozeAlert(d->database, id, until); });
}

Result<void> Store::expectAlert(qint64 id)
{
    return d->write([&] { Costglass::expectAlert(d->database, id); });
}

Result<QList<Alert>> Store::alerts(qint64 since)
{
    return guarded([&] { return readAlerts(d->database, since); });
}

Result<Webhook> Store::addWebhook(const Webhook &webhook)
{
    return d->write([&] { return Costglass::addWebhook(d->database, webhook); });
}

Result<void> Store::removeWebhook(qint64 id)
{
    return d->write([&] { Costglass::removeWebhook(d->database, id); });
}

Result<QList<Webhook>> Store::webhooks()
{
    return guarded([&] { return readWebhooks(d->database); });
}

Result<QList<Delivery>> Store::deliveries()
{
    return guarded([&] { return readDeliveries(d->database); });
}

Result<void> Store::saveDelivery(const Delivery &delivery)
{
    return d->write([&] { Costglass::saveDelivery(d->database, delivery); });
}

Result<void> Store::backup(const QString &file)
{
    return guarded([&] { copyLedger(d->database, file); });
}

Result<QString> Store::restore(const QString &file)
{
    return guarded([&] {
        const QString kept = restoreLedger(d->database, file);
        d->ids.forget();
        migrate(d->database);
        return kept;
    });
}

Result<QStringList> Store::check()
{
    return guarded([&] { return examine(d->database); });
}

} // namespace Costglass
