// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/prepaidadapter.h"

namespace Costglass {

/// Zhipu's GLM coding plan (z.ai abroad, BigModel in China): how much of each of its windows is used. Of windows that count
/// the same, the longest is the counter of use, the others are only shown. The cash balance has no API. Contract: the
/// endpoint of the vendor's own plan page, as steipete/CodexBar documents it (docs/zai.md, August 2026). Undocumented by the
/// vendor, and so unverified: the codes of window lengths (1 days, 3 hours, 5 minutes, 6 weeks; a TIME_LIMIT of one "minute"
/// is a month) and that "usage" is the whole of a window.
class ZhipuAdapter : public PrepaidAdapter
{
public:
    const VendorInfo &info() const override;
    Result<KeyCheck> readCheck(const FetchJob &job, const HttpReply &reply) const override;

protected:
    QString path() const override;
    QUrl chinaBase() const override;
    QString keyRemedy() const override;
    Result<Page> readBalance(const FetchJob &job, const QJsonObject &reply) const override;
};

} // namespace Costglass
