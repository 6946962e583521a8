// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonObject>

namespace Costglass {

/// Anthropic's reports: the analytics API where the organisation has it, the older admin API elsewhere and for days
/// that analytics does not hold; names of workspaces, keys and users.
class AnthropicAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// Which of the two report families a request speaks.
enum class AnthropicFamily
{
    Analytics,
    Admin
};

/// A GET below the job's base with the admin key and the headers that the family needs.
HttpRequest anthropicGet(const FetchJob &job, AnthropicFamily family, const QString &path,
                         const QList<QPair<QString, QString>> &query);

/// replyError() with Anthropic's own remedies.
Error anthropicError(const HttpReply &reply, qint64 now);

// The conversations, each in a file of its own. A report request covers \a days and leaves job days before them to
// the admin family; "rest" of a request's context holds what is still to be asked.
HttpRequest anthropicAnalyticsRequest(const FetchJob &job, const DateRange &days);
Result<Page> parseAnthropicAnalytics(const FetchJob &job, const HttpReply &reply);
HttpRequest anthropicAdminRequest(const FetchJob &job, const DateRange &days);
Result<Page> parseAnthropicAdmin(const FetchJob &job, const HttpReply &reply);
HttpRequest anthropicNamesRequest(const FetchJob &job);
Result<Page> parseAnthropicNames(const FetchJob &job, const HttpReply &reply);

/// Days before the analytics API: the admin family's, and a warning where the organisation does not have that.
HttpRequest anthropicOlderRequest(const FetchJob &job, const DateRange &days);
/// Whether the reply says that this organisation does not have the report (Console and Enterprise differ).
bool anthropicLacksReport(const HttpReply &reply);

/// The first day that the analytics family answers for at the instant \a now.
QDate anthropicAnalyticsFloor(qint64 now);

/// A usage row's counts, the same in both families; \a counts holds uncached_input_tokens, cache_creation{…}, …
Result<Usage> anthropicUsage(const QJsonObject &counts, const QDate &day, qint64 start, qint64 end,
                             const Dimensions &at);
/// Web searches of the same row, in a bucket of their own; nothing when there are none.
Result<std::optional<Usage>> anthropicSearches(const QJsonObject &counts, const Usage &tokens);

/// Midnight UTC of a day as the reports want it.
QString anthropicTime(QDate day);

} // namespace Costglass
