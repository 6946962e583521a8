// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/jobfetch.h"

#include "base/redact.h"
#include "vendors/registry.h"

#include <QRandomGenerator>

#include <sodium.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Sync)
};

} // namespace

int JobFetch::backOff(int tries)
{
    constexpr int First = 500;
    constexpr int Longest = 8000;
    const int wait = qMin(Longest, First << qMin(tries, 10));
    return wait - static_cast<int>(QRandomGenerator::global()->bounded(wait / 4 + 1));
}

JobFetch::JobFetch(Fetcher &fetcher, const VendorAdapter &adapter, const FetchJob &job,
                   const QByteArray &secret, QElapsedTimer &sinceLast, QObject *parent)
    : QObject(parent), m_fetcher(fetcher), m_adapter(adapter), m_job(job), m_secret(secret),
      m_sinceLast(sinceLast)
{
    m_secret.detach();
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &JobFetch::send);
    m_result.snapshot.account = job.account.id;
    m_result.snapshot.feed = job.feed;
    m_result.snapshot.days = job.days;
    m_result.snapshot.zone = billingZone(adapter.info().id);
    m_result.snapshot.takenAt = job.now;
}

JobFetch::~JobFetch()
{
    sodium_memzero(m_secret.data(), static_cast<size_t>(m_secret.size()));
}

void JobFetch::start(Done done)
{
    m_done = std::move(done);
    m_request = m_adapter.firstRequest(m_job);
    send();
}

void JobFetch::send()
{
    const qint64 gap = m_adapter.info().requestGapMs;
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < gap) {
        m_wait.start(static_cast<int>(gap - m_sinceLast.elapsed()));
        return;
    }
    m_sinceLast.start();
    if (!m_budget)
        return fetch();
    m_budget->take(this, [this](const Result<void> &taken) {
        if (taken)
            fetch();
        else
            fail(taken.error());
    });
}

void JobFetch::fetch()
{
    ++m_requests;
    m_fetcher.fetch(m_request, m_secret, this, [this](Result<HttpReply> reply) { handle(std::move(reply)); });
}

void JobFetch::handle(Result<HttpReply> reply)
{
    if (!reply)
        return retryOrFail(reply.error());
    auto page = m_adapter.parse(m_job, *reply);
    if (!page)
        return retryOrFail(page.error(), reply->header("x-should-retry").toLower());
    m_tries = 0;
    if (++m_pages > MaxPages)
        return fail({Error::Kind::Format, Texts::tr("The vendor's pages do not end."), {}});
    if (reply->status == 200)
        m_result.snapshot.replies.append(redact(reply->body, {m_secret}));
    m_result.snapshot.records.append(std::move(page->records));
    m_result.warnings += page->warnings;
    if (page->completeTo)
        m_result.snapshot.completeTo = qMax(m_result.snapshot.completeTo.value_or(0), *page->completeTo);
    if (page->days)
        m_result.snapshot.days = m_result.snapshot.days.intersected(*page->days);
    if (page->next) {
        m_request = *page->next;
        send();
        return;
    }
    leaveOutOtherDays();
    m_result.snapshot.requests = m_requests;
    m_done(std::move(m_result));
}

void JobFetch::leaveOutOtherDays()
{
    Snapshot &snapshot = m_result.snapshot;
    const auto isOther = [&snapshot](const auto &record) { return !snapshot.days.contains(record.day); };
    const qsizetype dropped
        = snapshot.records.charges.removeIf(isOther) + snapshot.records.usage.removeIf(isOther);
    if (dropped > 0) {
        m_result.warnings.append(Texts::tr("%n row(s) of days that were not asked for were left out.",
                                           nullptr, static_cast<int>(dropped)));
    }
}

void JobFetch::retryOrFail(const Error &error, const QByteArray &advice)
{
    // A reply that cannot be read is asked for once more, where asking is free: a proxy's own page passes.
    const bool garbled = error.kind == Error::Kind::Format && !m_adapter.info().requestPrice && m_tries == 0;
    const bool patient = error.retryAfter.value_or(0) <= LongestWait;
    const bool passing = isTransient(error.kind) && error.kind != Error::Kind::Tls && patient;
    // The vendor knows best: OpenAI and Anthropic say so in a header.
    const bool worthIt = advice != "false" && (garbled || passing || advice == "true");
    const int most = m_adapter.info().requestPrice ? MaxPaidTries : MaxTries;
    if (!worthIt || ++m_tries >= most)
        return fail(error);
    constexpr int Thousand = 1000;
    const int wait = error.retryAfter ? *error.retryAfter * Thousand + backOff(0) / 4 : backOff(m_tries - 1);
    m_wait.start(wait * m_fetcher.limits().retrySecondMs / Thousand);
}

void JobFetch::fail(const Error &error)
{
    m_done(std::unexpected(error));
}

} // namespace Costglass
