// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/alert.h"

namespace Costglass {

Severity Alert::severity() const
{
    constexpr int Whole = 100;
    const bool passed = kind == AlertKind::Actual && threshold >= Whole;
    return passed || kind == AlertKind::Failing ? Severity::Critical : Severity::Warning;
}

bool Alert::isDue(qint64 now) const
{
    return now >= snoozedUntil && (shownAt == 0 || snoozedUntil > shownAt);
}

QString alertKindName(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Actual:
        return QStringLiteral("actual");
    case AlertKind::Forecast:
        return QStringLiteral("forecast");
    case AlertKind::Anomaly:
        return QStringLiteral("anomaly");
    case AlertKind::Failing:
        return QStringLiteral("failing");
    case AlertKind::Stale:
        return QStringLiteral("stale");
    case AlertKind::Renewal:
        return QStringLiteral("renewal");
    case AlertKind::RunOut:
        return QStringLiteral("run-out");
    }
    Q_UNREACHABLE();
}

std::optional<AlertKind> alertKindFromName(QStringView name)
{
    for (const AlertKind kind :
         {AlertKind::Actual, AlertKind::Forecast, AlertKind::Anomaly, AlertKind::Failing, AlertKind::Stale,
          AlertKind::Renewal, AlertKind::RunOut}) {
        if (name == alertKindName(kind))
            return kind;
    }
    return std::nullopt;
}

QString severityName(Severity severity)
{
    return severity == Severity::Critical ? QStringLiteral("critical") : QStringLiteral("warning");
}

} // namespace Costglass
