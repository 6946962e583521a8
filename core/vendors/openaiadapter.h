// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Costglass {

/// OpenAI's organisation APIs: costs, every kind of usage, and the names of projects, users and keys.
class OpenAiAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

// The three conversations, each in a file of its own.
HttpRequest openAiCostsRequest(const FetchJob &job, bool byKey);
Result<Page> parseOpenAiCosts(const FetchJob &job, const HttpReply &reply);
HttpRequest openAiUsageRequest(const FetchJob &job, int kind, bool byPerson);
Result<Page> parseOpenAiUsage(const FetchJob &job, const HttpReply &reply);
HttpRequest openAiNamesRequest(const FetchJob &job);
Result<Page> parseOpenAiNames(const FetchJob &job, const HttpReply &reply);

/// A GET below the job's base, signed with the admin key as bearer.
HttpRequest openAiGet(const FetchJob &job, const QString &path, const QList<QPair<QString, QString>> &query);

/// replyError() with OpenAI's own remedies.
Error openAiError(const HttpReply &reply, qint64 now);

/// One day bucket of a page of costs or usage.
struct OpenAiBucket
{
    QDate day;
    qint64 start = 0;
    qint64 end = 0;
    QJsonArray results;
};
/// The buckets of a page; \a what names the reply in errors.
Result<QList<OpenAiBucket>> openAiBuckets(const QJsonObject &page, const QString &what);

} // namespace Costglass
