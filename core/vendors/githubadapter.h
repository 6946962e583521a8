// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// GitHub's bill of Copilot and its other AI products, of a person, an organisation or an enterprise. The usage report is the
/// bill by day; for the last 35 days Copilot's metered part is told by model as well, from the report of AI credits (from
/// June 2026 on) or premium requests, a request a day, where that report adds up to the bill. Contract: GitHub's OpenAPI
/// description of API version 2026-03-10, paths with "settings/billing".
class GitHubAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
