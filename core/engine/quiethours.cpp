// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/quiethours.h"

#include <QDateTime>

namespace Costglass {

std::optional<qint64> quietUntil(QTime from, QTime to, qint64 now)
{
    if (!from.isValid() || !to.isValid() || from == to)
        return std::nullopt;
    const QDateTime here = QDateTime::fromSecsSinceEpoch(now);
    const QTime time = here.time();
    const bool isOverMidnight = to < from;
    const bool isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to;
    if (!isQuiet)
        return std::nullopt;
    const bool endsTomorrow = isOverMidnight && time >= from;
    return QDateTime(here.date().addDays(endsTomorrow ? 1 : 0), to).toSecsSinceEpoch();
}

} // namespace Costglass
