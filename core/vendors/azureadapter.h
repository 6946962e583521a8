// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Azure Cost Management (query, api-version 2025-03-01): daily actual costs of a scope by service and meter, with the token
/// that an app registration's secret buys at Microsoft Entra.
class AzureAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// The costs of the month under way: what the account may read is what its syncs will read.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// How finely a query splits: some agreements know no dimension Meter.
enum class AzureDetail
{
    Meter, ///< by service and meter, with quantities
    Category ///< by service and meter subcategory
};

/// The log-in of a job: client credentials, traded at Entra for the cloud of the job's address.
Auth azureAuth(const FetchJob &job);

/// The scope of the account's settings, without slashes around it.
QString azureScope(const Account &account);

// The query, in a file of its own.
HttpRequest azureCostsRequest(const FetchJob &job, AzureDetail detail);
Result<Page> parseAzureCosts(const FetchJob &job, const HttpReply &reply);
/// Whether a refusal may be of the finer split: then the coarser one is asked for.
bool azureWantsCoarser(const HttpReply &reply);
/// The Error that a refusal stands for, with Azure's own remedies.
Error azureError(const FetchJob &job, const HttpReply &reply);

/// What a meter's name says: "gpt-4o 0806 Inp glbl Tokens", "GPT 5 Mini outpt Glbl". The abbreviations are Microsoft's own
/// and irregular; what is not known stays null.
struct AzureMeter
{
    QString model; ///< the name's words before the first abbreviation
    QString meter; ///< "input_tokens", "cache_read_tokens", "output_tokens"
    QString tier; ///< "batch", "priority"
};
AzureMeter readAzureMeter(const QString &name);

} // namespace Costglass
