// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/googleadapter.h"

#include "base/moneytext.h"
#include "vendors/googlebigquery.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Google)
};

constexpr int FirstSyncMonths = 13; // the month of today and the twelve before it
constexpr qint64 LeastBytes = qint64(10) << 20; // BigQuery bills 10 MB at least for each table

/// What \a bytes cost on demand: 6.25 US dollars for each TiB (cloud.google.com/bigquery/pricing, 2026).
Result<Money> priceOf(qint64 bytes)
{
    constexpr qint64 PerTebibyte = 6'250'000'000;
    return Money::fromNanos(PerTebibyte, Currency::usd()).times(qMax(bytes, LeastBytes), qint64(1) << 40);
}

/// All days of a first sync: no query reads more than theirs.
FetchJob checkJob(FetchJob job)
{
    const QDate today = googleToday(job.now);
    job.feed = Feed::Costs;
    job.days = {Month::of(today).plus(1 - FirstSyncMonths).firstDay(), today.addDays(1)};
    return job;
}

QList<LoginField> loginFields()
{
    return {
        {u"table"_s, Texts::tr("Table of the billing export (PROJECT.DATASET.TABLE)"), true, {}},
        {u"detailed_table"_s, Texts::tr("Table of the detailed export, if there is one"), false, {}},
        {u"location"_s, Texts::tr("Location of the dataset (needed outside US and EU)"), false, {}},
        {u"services"_s, Texts::tr("Services: ai, or all of Google Cloud"), false, u"ai"_s},
        {u"max_bytes_billed"_s, Texts::tr("Most bytes that one query may bill"), false, u"10737418240"_s}};
}

} // namespace

const VendorInfo &GoogleAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"google"_s;
        vendor.name = Texts::tr("Google Cloud AI");
        vendor.colour = u"#009E73"_s;
        vendor.baseUrl = QUrl(u"https://bigquery.googleapis.com/bigquery/v2"_s);
        vendor.secretLabel = Texts::tr("Service account's key (JSON)");
        vendor.secretHint = u"{\"type\": \"service_account\", …}"_s;
        vendor.keySteps = Texts::tr("Google tells costs only through the export to BigQuery: enable it in "
                                    "the Cloud console → Billing → "
                                    "Billing export (a dataset in US or EU also gets the previous month). "
                                    "Then make a service account "
                                    "under IAM → Service accounts, give it the two roles below, and add a "
                                    "key of type JSON under Keys. "
                                    "Paste the whole file here.");
        vendor.keyPage = QUrl(u"https://console.cloud.google.com/iam-admin/serviceaccounts"_s);
        vendor.leastScope
            = Texts::tr("BigQuery Data Viewer on the dataset of the export and BigQuery Job User on "
                        "its project. Nothing else is needed.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs};
        vendor.billingZone = "America/Los_Angeles";
        vendor.dataLagHours = 24; // rows come several times a day, without a promise
        // Late rows and corrections come for weeks: the whole previous month until the middle of this one.
        vendor.trailingDays = 5;
        vendor.monthClosesOn = 16;
        vendor.monthsPerJob = FirstSyncMonths; // each query reads all partitions since its first day
        vendor.pollMinutes = 360; // each query is billed by what it reads
        return vendor;
    }();
    return info;
}

HttpRequest GoogleAdapter::firstRequest(const FetchJob &job) const
{
    return googleCostsRequest(job, GoogleDetail::All);
}

Result<Page> GoogleAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return parseGoogleCosts(job, reply);
}

HttpRequest GoogleAdapter::checkRequest(const FetchJob &job) const
{
    return googleCostsRequest(checkJob(job), GoogleDetail::All, true);
}

Result<KeyCheck> GoogleAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const bool plain = reply.request.context.value(u"plain"_s).toBool();
    if (reply.status == 400 && !plain && bigQueryReason(reply) == u"invalidQuery")
        return KeyCheck{{}, {}, googleCostsRequest(checkJob(job), GoogleDetail::Plain, true)};
    if (reply.status != 200)
        return std::unexpected(bigQueryError(job, reply));
    const auto object = readReply(reply, Texts::tr("The dry run"), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto bytes = useFromJson(object->value(u"totalBytesProcessed"_s));
    const auto price = bytes && *bytes ? priceOf(**bytes) : failure(Error::Kind::Format, {});
    if (!price)
        return failure(Error::Kind::Format,
                       Texts::tr("%1 does not say what the query reads.").arg(Texts::tr("The dry run")));
    KeyCheck check;
    check.summary = Texts::tr("The key works: it reads the billing export. The first sync's query reads %1, "
                              "which costs at most "
                              "%2 at BigQuery's list price of 6.25 USD per TiB; later ones read less, and "
                              "the first TiB of each "
                              "month is free.")
                        .arg(QLocale().formattedDataSize(**bytes), moneyText(*price));
    if (**bytes > bigQueryCap(job.account))
        check.warnings.append(
            Texts::tr(
                "That is more than the account's cap of %1 (max_bytes_billed): BigQuery will refuse it.")
                .arg(QLocale().formattedDataSize(bigQueryCap(job.account))));
    return check;
}

} // namespace Costglass
