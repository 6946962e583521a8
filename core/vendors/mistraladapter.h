// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Mistral's Admin API: what was used in a month, by day, category and model, with the prices of that month. The reply holds
/// no money, so a charge is paid units × the reply's own price, of kind estimated. Contract: docs.mistral.ai, "Usage metrics
/// with the Admin API" (2026), which names the categories alone. Unverified: their inside, which is read as
/// the usage endpoint of Mistral's own admin page has it (steipete/CodexBar, MistralModels.swift): entries with timestamp,
/// value, value_paid and the names that a price goes by, wherever in a category they stand.
class MistralAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
