// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// OpenRouter. A management key reads the activity of the last 30 completed UTC days, by model and endpoint, and the
/// credits; any other key reads its own counters, from which spend is derived. Contract: openrouter.ai's OpenAPI
/// document of August 2026.
class OpenRouterAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
