// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/http.h"

#include <QDateTime>
#include <QLocale>

namespace Costglass {

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<int> retryAfterSeconds(const HttpReply &reply, qint64 now)
{
    constexpr int Longest = 24 * 3600;
    bool valid = false;
    const int milliseconds = reply.header("retry-after-ms").toInt(&valid);
    if (valid && milliseconds >= 0)
        return qMin(Longest, (milliseconds + 999) / 1000);
    const QByteArray text = reply.header("Retry-After").trimmed();
    const qint64 seconds = text.toLongLong(&valid);
    if (valid)
        return seconds < 0 ? std::nullopt : std::optional(static_cast<int>(qMin<qint64>(Longest, seconds)));
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    if (!date.isValid())
        return std::nullopt;
    return static_cast<int>(qBound(qint64(0), date.toSecsSinceEpoch() - now, qint64(Longest)));
}

} // namespace Costglass
