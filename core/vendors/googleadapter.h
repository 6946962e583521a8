// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Google Cloud's AI services (Vertex AI, Gemini API, …) from the Cloud Billing export in BigQuery, standard or detailed
/// table. One query per job brings charges, credits, tokens and the names of projects; figures are those of the billing
/// account's currency, days those of US Pacific time, as on Google's own reports and invoices.
class GoogleAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// A dry run: it proves the key, the roles and the table, tells what a query will read, and costs nothing.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// What a SKU's text tells of the model. Google gives no model ids in its bills.
struct GoogleSku
{
    QString model; ///< "gemini-2.5-flash"; null when the text names none
    QString meter; ///< "input", "cached_input", "output", "cache_storage"; null when it is none of them
    QString tier; ///< "batch", "flex", "priority"; null when not told
};
GoogleSku readGoogleSku(const QString &description);

/// How the export is asked: everything that the newer tables have, or only the columns that every export has.
enum class GoogleDetail
{
    All,
    Plain
};

/// jobs.query for the costs of the job's days; \a dryRun tells what it would read.
HttpRequest googleCostsRequest(const FetchJob &job, GoogleDetail detail, bool dryRun = false);
Result<Page> parseGoogleCosts(const FetchJob &job, const HttpReply &reply);

/// The first day that the export's US Pacific zone has not ended at \a now.
QDate googleToday(qint64 now);

} // namespace Costglass
