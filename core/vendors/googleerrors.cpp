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

/// What a reason makes of an error that the status alone has made.
void explain(Error &error, const QString &reason, const FetchJob &job)
{
    const BigQueryTable table = bigQueryTable(job.account);
    if (reason == u"accessDenied") {
        error.kind = Error::Kind::Permission;
        error.remedy
            = Texts::tr("Give the service account the role BigQuery Data Viewer on the dataset of the "
                        "export and BigQuery Job User on the project %1; your history stays.")
                  .arg(table.project);
    } else if (reason == u"billingNotEnabled" || reason == u"accessNotConfigured") {
        error.kind = Error::Kind::Permission;
        error.remedy = Texts::tr("Enable billing and the BigQuery API for the project %1 in the Google Cloud "
                                 "console; your history stays.")
                           .arg(table.project);
    } else if (reason == u"notFound") {
        error.kind = Error::Kind::Config;
        error.remedy
            = Texts::tr("Check the account's table (PROJECT.DATASET.TABLE, now %1) and, for a dataset "
                        "outside US and EU, its location. A new export's table comes some hours after "
                        "it was enabled.")
                  .arg(table.name);
    } else if (reason == u"bytesBilledLimitExceeded") {
        error.kind = Error::Kind::Config;
        error.remedy = Texts::tr("Nothing was billed: the query would read more than the account's cap of %1 "
                                 "bytes. Raise max_bytes_billed if its price is right.")
                           .arg(bigQueryCap(job.account));
    } else if (reason == u"rateLimitExceeded" || reason == u"jobRateLimitExceeded") {
        error.kind = Error::Kind::RateLimited;
    } else if (reason == u"quotaExceeded") {
        error.kind = Error::Kind::RateLimited;
        error.retryAfter = error.retryAfter.value_or(QuotaPause);
        error.remedy
            = Texts::tr("A quota of the project %1 is used up. Raise it in the Google Cloud console, or "
                        "wait until it is renewed at midnight Pacific time; your history stays.")
                  .arg(table.project);
    } else if (reason == u"backendError" || reason == u"internalError" || reason == u"jobBackendError"
               || reason == u"jobInternalError") {
        error.kind = Error::Kind::Server;
    } else if (reason == u"invalidQuery" || reason == u"invalid" || reason == u"required") {
        error.kind = Error::Kind::Config;
        error.remedy
            = Texts::tr("Check that %1 is the table of a Cloud Billing export (gcp_billing_export_v1_… or "
                        "gcp_billing_export_resource_v1_…) and that the location is its dataset's.")
                  .arg(table.name);
    }
}

} // namespace

QString bigQueryReason(const HttpReply &reply)
{
    const QJsonObject error = QJsonDocument::fromJson(reply.body).object().value(u"error"_s).toObject();
    return error.value(u"errors"_s).toArray().at(0)[u"reason"_s].toString();
}

Error bigQueryError(const FetchJob &job, const HttpReply &reply)
{
    Error error = replyError(reply, job.now);
    explain(error, bigQueryReason(reply), job);
    if (error.kind == Error::Kind::Auth) {
        error.remedy
            = Texts::tr("Check that the key of the service account was not deleted in the Google Cloud "
                        "console (IAM → Service accounts → Keys); your history stays.");
    }
    return error;
}

} // namespace Costglass
