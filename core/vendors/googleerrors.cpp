// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/googlebigquery.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Google)
};

constexpr int QuotaPause = 3600; // quotas are counted by the day: asking each few seconds is of no use

bool isBadQuery(const QString &reason)
{
    return reason == u"invalidQuery" || reason == u"invalid" || reason == u"required";
}

/// The status whose kind and words fit a reason: BigQuery answers 403 to much that is no question of rights.
int statusOf(const QString &reason, int status)
{
    static const QMap<QString, int> statuses{
        {u"accessDenied"_s, 403},      {u"billingNotEnabled"_s, 403},       {u"accessNotConfigured"_s, 403},
        {u"rateLimitExceeded"_s, 429}, {u"jobRateLimitExceeded"_s, 429},    {u"quotaExceeded"_s, 429},
        {u"backendError"_s, 503},      {u"jobBackendError"_s, 503},         {u"internalError"_s, 500},
        {u"jobInternalError"_s, 500},  {u"bytesBilledLimitExceeded"_s, 400}};
    return statuses.value(reason, status);
}

QString remedyOf(const QString &reason, const FetchJob &job)
{
    const BigQueryTable table = bigQueryTable(job.account);
    if (table.project.isEmpty())
        return Texts::tr("Write the account's table as PROJECT.DATASET.TABLE.");
    if (reason == u"accessDenied")
        return Texts::tr(
                   "Give the service account the role BigQuery Data Viewer on the dataset of the export and "
                   "BigQuery Job User on the project %1; your history stays.")
            .arg(table.project);
    if (reason == u"billingNotEnabled" || reason == u"accessNotConfigured")
        return Texts::tr(
                   "Enable billing and the BigQuery API for the project %1 in the Google Cloud console; your "
                   "history stays.")
            .arg(table.project);
    if (reason == u"notFound")
        return Texts::tr(
                   "Check the account's table (PROJECT.DATASET.TABLE, now %1) and, for a dataset outside US "
                   "and EU, its location. A new export's table comes some hours after it was enabled.")
            .arg(table.name);
    if (reason == u"bytesBilledLimitExceeded")
        return Texts::tr(
                   "Nothing was billed: the query would read more than the account's cap of %1 bytes. Raise "
                   "max_bytes_billed if its price is right.")
            .arg(bigQueryCap(job.account));
    if (reason == u"quotaExceeded")
        return Texts::
            tr("A quota of the project %1 is used up. Raise it in the Google Cloud console, or wait until "
               "it is renewed at midnight Pacific time; your history stays.")
                .arg(table.project);
    if (isBadQuery(reason))
        return Texts::tr("Check that %1 is the table of a Cloud Billing export (gcp_billing_export_v1_… or "
                         "gcp_billing_export_resource_v1_…) and that the location is its dataset's.")
            .arg(table.name);
    return {};
}

} // namespace

QString bigQueryReason(const HttpReply &reply)
{
    const QJsonObject error = QJsonDocument::fromJson(reply.body).object().value(u"error"_s).toObject();
    return error.value(u"errors"_s).toArray().at(0)[u"reason"_s].toString();
}

Error bigQueryError(const FetchJob &job, const HttpReply &reply)
{
    const QString reason = bigQueryReason(reply);
    HttpReply worded = reply;
    worded.status = statusOf(reason, reply.status);
    Error error = replyError(worded, job.now);
    const QString remedy = remedyOf(reason, job);
    if (!remedy.isEmpty())
        error.remedy = remedy;
    if (reason == u"quotaExceeded")
        error.retryAfter = error.retryAfter.value_or(QuotaPause);
    if (isBadQuery(reason) || reason == u"bytesBilledLimitExceeded"
        || bigQueryTable(job.account).project.isEmpty())
        error.kind = Error::Kind::Config;
    if (error.kind == Error::Kind::Auth) {
        error.remedy
            = Texts::tr("Check that the key of the service account was not deleted in the Google Cloud "
                        "console (IAM → Service accounts → Keys); your history stays.");
    }
    return error;
}

} // namespace Costglass
