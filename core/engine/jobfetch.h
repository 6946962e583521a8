// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/fetcher.h"
#include "engine/requestbudget.h"
#include "store/snapshot.h"
#include "vendors/vendoradapter.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Costglass {

/// What one job brought.
struct JobResult
{
    Snapshot snapshot;
    QStringList warnings;
};

/// Fetches one job to its last page. A page that fails in passing is asked again, with exponential back-off and
/// jitter or after the Retry-After that the vendor gives, up to MaxTries times, fewer where each costs money. Destroying it cancels at once.
class JobFetch : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<JobResult>)>;

    static constexpr int MaxTries = 5;
    static constexpr int MaxPaidTries = 3; ///< where each try costs money
    static constexpr int LongestWait = 30; ///< seconds; a vendor that asks for more is left to the Poller
    static constexpr int MaxPages = 20'000;

    /// Thousandths of a second before the try after \a tries + 1 failures: 500 · 2ⁿ, at most 8000, less up to a
    /// quarter by chance.
    static int backOff(int tries);

    /// \a sinceLast runs since the account's last request, of whatever job: VendorInfo::requestGapMs is kept by it.
    JobFetch(Fetcher &fetcher, const VendorAdapter &adapter, const FetchJob &job, const QByteArray &secret,
             QElapsedTimer &sinceLast, QObject *parent);
    ~JobFetch() override; ///< wipes its copy of the secret

    /// Each request is counted and may be refused by \a budget before it is sent.
    void setBudget(std::unique_ptr<RequestBudget> budget) { m_budget = std::move(budget); }
    void start(Done done);
    int requests() const { return m_requests; } ///< sent so far, repeats included

private:
    void send();
    void fetch();
    void handle(Result<HttpReply> reply);
    /// A server that answers more than it was asked must not count a day twice.
    void leaveOutOtherDays();
    /// \a advice is the reply's x-should-retry: "true", "false", or empty.
    void retryOrFail(const Error &error, const QByteArray &advice = {});
    void fail(const Error &error);

    Fetcher &m_fetcher;
    const VendorAdapter &m_adapter;
    FetchJob m_job;
    QByteArray m_secret;
    Done m_done;
    HttpRequest m_request;
    JobResult m_result;
    std::unique_ptr<RequestBudget> m_budget;
    QTimer m_wait;
    QElapsedTimer &m_sinceLast;
    int m_requests = 0;
    int m_pages = 0;
    int m_tries = 0;
};

} // namespace Costglass
