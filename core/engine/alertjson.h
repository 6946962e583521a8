// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/alert.h"

#include <QJsonObject>

namespace Costglass {

/// An alert as command line and generic webhook write it; what its kind does not have is null.
QJsonObject alertToJson(const Alert &alert);

} // namespace Costglass
