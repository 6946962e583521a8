// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

namespace Costglass {

/// Writes a file of the data folder, whole or not at all and for its owner alone, and makes the folder when it is not
/// there. Storage, with a remedy, when that fails.
Result<void> writeDataFile(const QString &folder, const QString &name, const QByteArray &bytes);

} // namespace Costglass
