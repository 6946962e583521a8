// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/vendorinfo.h"

#include <algorithm>

namespace Costglass {

bool LoginField::allows(const QString &value) const
{
    return choices.isEmpty() || std::any_of(choices.begin(), choices.end(), [&value](const QString &choice) {
               return value == choice ? !choice.endsWith(u':')
                                      : choice.endsWith(u':') && value.startsWith(choice);
           });
}

} // namespace Costglass
