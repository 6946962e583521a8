// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <functional>

namespace Costglass {

/// Hands over the first column of each row that \a sql finds in another program's SQLite file, which may be in use; it
/// is only read. Storage when it cannot be.
Result<void> eachForeignRow(const QString &file, const char *sql,
                            const std::function<void(const QByteArray &)> &take);

} // namespace Costglass
