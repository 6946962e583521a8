// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// xAI's Management API: what a team used in dollars, by day and line of the bill, and what is left of its prepaid credits
/// (as of the last closed billing cycle). Where a reply is cut short (limitReached), the days are asked for in halves.
/// Contract: docs.x.ai, "Management API reference", billing. Unverified: how the lines' descriptions read, so they are kept
/// as services and no model is made out of them; how far back it answers.
class XaiAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
