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

namespace {

/// An HTTP date (RFC 9110 §5.6.7) in Unix seconds; nothing when the text is none.
std::optional<qint64> httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(date.toSecsSinceEpoch()) : std::nullopt;
}

} // namespace

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
    const auto until = httpDate(text);
    if (!until)
        return std::nullopt;
    // The vendor's own clock, when it tells it: ours may be off.
    return static_cast<int>(
        qBound(qint64(0), *until - httpDate(reply.header("Date")).value_or(now), qint64(Longest)));
}

} // namespace Costglass
