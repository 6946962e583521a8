// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// ElevenLabs' subscription: credits used and left of the period, overage and the next invoice. Used credits are a counter;
/// overage is money that grows, from which spend is derived. Contract: elevenlabs.io's documentation of
/// GET /v1/user/subscription (elevenlabs-js 2.73). Unverified: that an overage's amount is in whole units of its currency.
class ElevenLabsAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
