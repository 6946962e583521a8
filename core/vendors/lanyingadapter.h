// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Lanying IM (蓝莺IM). It publishes no billing, balance or usage API to customers; what can be read is the counters of a
/// connector (its AI gateway) that one runs oneself, with the operator's own token. The address of an app's API server is
/// recognized and proves the log-in only. Contract: github.com/blockmessage/lanying-connector, docs.lanyingim.com.
class LanyingAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    /// Balances alone: points and messages counted in the billing month so far, and points left where the account says
    /// how many are included.
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
