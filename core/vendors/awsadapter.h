// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/billtokens.h"
#include "vendors/vendoradapter.h"

namespace Costglass {

/// AWS Cost Explorer: daily unblended costs by service and usage type, with credits, taxes and fees apart. Each request
/// costs money, so a walk takes as few as the contract allows: one for use, one for what is no use, and their pages.
class AwsAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    /// STS GetCallerIdentity: free, needs no right, proves the signature.
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

/// The log-in of a job for one of AWS's services.
Auth awsAuth(const FetchJob &job, const QByteArray &service);

/// The first text of that name in a reply of AWS's query protocol, which comes as XML or as JSON; empty when there is none.
QString awsMember(const QByteArray &body, const QString &name);

/// The code of a refusal without its decoration ("AccessDeniedException"); empty when the reply names none.
QString awsErrorCode(const HttpReply &reply);

/// The Error that a refusal stands for, with AWS's own remedies.
Error awsError(const HttpReply &reply, qint64 now);

// GetCostAndUsage, in a file of its own.
HttpRequest awsCostRequest(const FetchJob &job);
Result<Page> parseAwsCosts(const FetchJob &job, const HttpReply &reply);

/// Whether the bill's service is an AI service: Bedrock, models sold through it in the Marketplace, SageMaker, …
bool isAwsAiService(const QString &service);

/// What a usage type says: "USW2-MP:USW2_output_tokens_batch-Units", "USE1-NovaLite-input-tokens", "USE1-Host:ml.g5".
struct AwsUsageType
{
    QString region; ///< "us-west-2"; null = the code is unknown
    QString model; ///< of Amazon's own models; null for models that are services of their own
    QString tier; ///< "batch", "flex", "priority", "standard"; null = not told
    QString meter; ///< "input_tokens", …, or the type without its region
    TokenClass tokens = TokenClass::None;
};
AwsUsageType readAwsUsageType(const QString &service, const QString &usageType);

/// The model that a Marketplace service sells: "Claude Opus 5.5" of "Claude Opus 5.5 (Amazon Bedrock Edition)"; null for
/// other services.
QString awsMarketplaceModel(const QString &service);

} // namespace Costglass
