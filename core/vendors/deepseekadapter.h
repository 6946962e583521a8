// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/prepaidadapter.h"

namespace Costglass {

/// DeepSeek's balance, granted and topped up, in yuan, dollars or both. It has no usage API for keys.
class DeepSeekAdapter : public PrepaidAdapter
{
public:
    const VendorInfo &info() const override;

protected:
    QString path() const override;
    Result<Page> readBalance(const FetchJob &job, const QJsonObject &reply) const override;
};

} // namespace Costglass
