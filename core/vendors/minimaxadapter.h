// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/prepaidadapter.h"

namespace Costglass {

/// MiniMax's coding or token plan: how much of each model's five hours and week is used. The week is the counter of use
/// where there is one. The pay-as-you-go balance has no API. Contract: steipete/CodexBar, docs/minimax.md (2026). Unverified:
/// whether "usage_count" holds what was used or what is left; where the reply tells a remaining share as well, that decides,
/// else the older endpoint's count is taken as what is left and the newer one's as what was used.
class MiniMaxAdapter : public PrepaidAdapter
{
public:
    const VendorInfo &info() const override;
    /// Asks the older endpoint where the newer one is not there.
    Result<Page> parse(const FetchJob &job, const HttpReply &reply) const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;

protected:
    QString path() const override;
    QUrl chinaBase() const override;
    QString keyRemedy() const override;
    Result<Page> readBalance(const FetchJob &job, const QJsonObject &reply) const override;

private:
    Result<Page> readQuota(const FetchJob &job, const QJsonObject &reply, bool older) const;
};

} // namespace Costglass
