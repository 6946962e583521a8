// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace Costglass {

// Reading and writing of the ledger's small tables; Store adds transactions and turns problems into Results.

Account addAccount(Database &database, Account account);
void updateAccount(Database &database, const Account &account);
void removeAccount(Database &database, qint64 id, bool keepHistory);
QList<Account> readAccounts(Database &database);

QList<SnapshotInfo> readSnapshots(Database &database, std::optional<qint64> account, const DateRange &taken,
                                  int limit);
qint64 readRequests(Database &database, qint64 account, const DateRange &taken);
QList<QByteArray> readReplies(Database &database, qint64 snapshot);
QList<Restatement> readRestatements(Database &database, std::optional<qint64> account, QDate since);
QList<DateRange> readCoverage(Database &database, qint64 account, Feed feed, int settleDays, int closesOn);
QList<FeedState> readFeedStates(Database &database);
void writeFeedState(Database &database, const FeedState &state);
qint64 readPaidRequests(Database &database, qint64 account, Month month);
void addPaidRequest(Database &database, qint64 account, Month month);
void writeBalances(Database &database, qint64 account, const QList<Balance> &balances);
QList<Balance> readBalances(Database &database, qint64 account, qint64 since);
DateRange readExtent(Database &database, bool withPlans);
QList<BilledSum> readBilledSums(Database &database, qint64 account, const DateRange &days);
QList<Usage> readUsageSums(Database &database, qint64 account, const DateRange &days);

void writePlan(Database &database, Plan &plan, qint64 account); ///< gives a new one its id
QList<Plan> readPlans(Database &database, std::optional<qint64> account = {});

Budget saveBudget(Database &database, Budget budget);
void removeBudget(Database &database, qint64 id);
QList<Budget> readBudgets(Database &database);
bool recordAlert(Database &database, Alert &alert);
void snoozeAlert(Database &database, qint64 id, qint64 until);
void expectAlert(Database &database, qint64 id);
QList<Alert> readAlerts(Database &database, qint64 since);

Webhook addWebhook(Database &database, Webhook webhook);
void removeWebhook(Database &database, qint64 id);
QList<Webhook> readWebhooks(Database &database);
void addDeliveries(Database &database, const Alert &alert); ///< one to every webhook
void saveDelivery(Database &database, const Delivery &delivery);
QList<Delivery> readDeliveries(Database &database);

/// Findings about file and books, translated; empty = all well.
QStringList examine(Database &database);

} // namespace Costglass
