// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/vendoradapter.h"

namespace Costglass {

/// Cursor's Admin API for teams. Each usage event tells what was charged; an event that the plan covers tells what it would
/// have cost, which is kind equivalent and never added to the charged ones. Events are summed by day, person, model and
/// kind of event. Contract: cursor.com's documentation of the Admin API (api-evangelist/cursor's OpenAPI, August 2026).
/// Unverified: in which zone Cursor's billing days are (UTC is taken), how far back it answers, and whether 1000 events a
/// page are taken everywhere (100 are asked for when they are not).
class CursorAdapter : public VendorAdapter
{
public:
    const VendorInfo &info() const override;
    HttpRequest firstRequest(const FetchJob &job) const override;
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    HttpRequest checkRequest(const FetchJob &job) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;
};

} // namespace Costglass
