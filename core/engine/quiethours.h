// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTime>

#include <optional>

namespace Costglass {

/// When the quiet hours that hold the instant \a now end, both in Unix seconds; nothing outside of them. They go from
/// \a from to before \a to in local time, over midnight when \a to is the earlier; none when one is invalid or both are
/// the same.
std::optional<qint64> quietUntil(QTime from, QTime to, qint64 now);

} // namespace Costglass
