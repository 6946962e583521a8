// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/prepaidadapter.h"

namespace Costglass {

/// Moonshot's (Kimi Open Platform's) balance, vouchers and cash: dollars at the international site, yuan in China.
class MoonshotAdapter : public PrepaidAdapter
{
public:
    const VendorInfo &info() const override;

protected:
    QString path() const override;
    QUrl chinaBase() const override;
    QString keyRemedy() const override;
    Result<Page> readBalance(const FetchJob &job, const QJsonObject &reply) const override;
};

} // namespace Costglass
