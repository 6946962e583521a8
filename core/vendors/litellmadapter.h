// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// A LiteLLM proxy that one runs oneself: its daily activity by model. What it calls spend is tokens × its own price list,
/// which the vendors behind it bill apart, so it is kind estimated and never added to their bills. An admin's key is told
/// all users' activity, a virtual key its own user's. Contract: docs.litellm.ai, "Spend tracking" (May 2026). Unverified:
/// that prompt_tokens hold cached ones with every provider behind the proxy.
class LiteLlmAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
