// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/jobfetch.h"
#include "engine/logsync.h"
#include "engine/storethread.h"
#include "engine/syncplan.h"

#include <QElapsedTimer>
#include <QQueue>

namespace Costglass {

class Engine;

/// One account's part of a pass: plans, then fetches and stores job after job.
class AccountSync : public QObject
{
    Q_OBJECT

public:
    AccountSync(Engine &engine, const Account &account, const SyncOptions &options, QObject *parent);
    ~AccountSync() override;

    void start();
    void cancel();
    const AccountOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void progress(const Costglass::SyncProgress &progress);
    void stored(const Costglass::SyncProgress &progress);
    void finished();

private:
    /// What the ledger knows of the account before the pass.
    struct Known
    {
        QMap<Feed, QList<DateRange>> settled;
        QMap<Feed, FeedState> states;
    };

    void askLedger();
    void fetchSecret();
    void readLogs();
    void keepLogs(const LogSync::Outcome &read);
    void plan(const Known &known);
    void nextJob();
    void keep(const PlannedJob &job, JobResult result);
    void failJob(const PlannedJob &job, const Error &error);
    void noteFailure(Feed feed, const Error &error, const std::function<void()> &next);
    void finish();
    SyncProgress progressOf(const PlannedJob &job) const;
    qint64 completeTo(const JobResult &result) const;

    Engine &m_engine;
    SyncOptions m_options;
    const VendorAdapter *m_adapter;
    AccountOutcome m_outcome;
    QByteArray m_secret;
    QQueue<PlannedJob> m_jobs;
    QMap<Feed, FeedState> m_states;
    std::unique_ptr<JobFetch> m_fetch;
    std::unique_ptr<LogSync> m_logs;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceRequest;
    int m_jobCount = 0;
    bool m_over = false;
};

} // namespace Costglass
