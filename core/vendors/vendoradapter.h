// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/http.h"
#include "vendors/vendorinfo.h"

namespace Costglass {

/// One thing to fetch: a feed of an account over some of the vendor's billing days.
struct FetchJob
{
    Account account;
    Feed feed = Feed::Costs;
    DateRange days; ///< whole billing days; meaningless for Names and Balance
    QUrl baseUrl; ///< without trailing slash: the account's or the vendor's own
    qint64 now = 0; ///< Unix seconds: adapters never read a clock
};

/// What one reply says.
struct Page
{
    Records records;
    std::optional<HttpRequest> next; ///< the next request of the same job, if any
    std::optional<qint64>
        completeTo; ///< "vendor data complete to" in Unix seconds, where the vendor tells it
    std::optional<DateRange> days; ///< those that the reply answers for, where they are fewer than the job's
    QStringList warnings; ///< translated, for a person
};

/// What a key proves to be able to do.
struct KeyCheck
{
    QString summary; ///< translated: "The key works: 4 projects."
    QStringList warnings; ///< translated: "This key may also change things. A read-only key is safer."
    std::optional<HttpRequest> next; ///< nothing is proven yet: ask this, and read its reply likewise
};

class LocalLog;

/// A vendor's contract as pure functions: no I/O, no state, no clock, no secret. Paging, fallbacks and "list
/// projects, then ask each" are all next + context.
class VendorAdapter
{
public:
    virtual ~VendorAdapter() = default;

    virtual const VendorInfo &info() const = 0;
    /// The same as a tool whose logs are read instead of asking anybody; null for all others.
    virtual const LocalLog *localLog() const { return nullptr; }

    /// Where the account's requests go; the vendor's own base may depend on a setting ("region").
    virtual QUrl baseUrl(const Account &account) const
    {
        return account.baseUrl.isEmpty() ? info().baseUrl : account.baseUrl;
    }

    /// The first request of a job.
    virtual HttpRequest firstRequest(const FetchJob &job) const = 0;

    /// Reads any reply of the job, refusals too: the adapter knows which of them it can answer with another
    /// request (a group-by that this organisation cannot have, an older endpoint) and maps the others to an
    /// Error with a remedy. It must end: a page token that repeats is a Format error.
    virtual Result<Page> parse(const FetchJob &job, const HttpReply &reply) const = 0;

    /// The cheapest free request that proves the log-in and its scope.
    virtual HttpRequest checkRequest(const FetchJob &job) const = 0;
    /// What the reply to it proves.
    virtual Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const = 0;
};

} // namespace Costglass
