// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/locallog.h"

#include <charconv>
#include <chrono>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::LocalLogs)
};

/// The digits at \a from, or -1.
int digits(std::string_view text, size_t from, size_t count)
{
    int value = -1;
    const char *end = text.data() + from + count;
    const auto [stop, problem] = std::from_chars(text.data() + from, end, value);
    return problem == std::errc() && stop == end ? value : -1;
}

std::unexpected<Error> nobodyToAsk()
{
    return failure(Error::Kind::Config, Texts::tr("This account reads files and asks nobody."));
}

} // namespace

LocalLog::LocalLog(const QString &id, const QString &name, const QString &colour, const LogPlaces &places,
                   const QString &priceVendor, const QByteArray &marker)
    : m_places(places), m_priceVendor(priceVendor), m_marker(marker)
{
    m_info.id = id;
    m_info.name = name;
    m_info.colour = colour;
    QStringList found;
    for (const QString &home : places.homes)
        found.append(QStringLiteral("~/") + home);
    m_info.keySteps
        = Texts::tr(
              "No key is needed: %1 notes its use in %2, and Costglass reads it there. Tokens are estimated "
              "from that log and valued at API prices; this is no bill.")
              .arg(name, found.join(QStringLiteral(", ")));
    m_info.leastScope = Texts::tr("The right to read these files.");
    m_info.fields
        = {{QStringLiteral("root"), Texts::tr("Folder (only when it is not the tool's own)"), false, {}},
           {QStringLiteral("kind"),
            Texts::tr("Kind of money: equivalent (under a flat plan) or estimated (with an API key)"),
            false,
            QStringLiteral("equivalent"),
            {},
            {QStringLiteral("equivalent"), QStringLiteral("estimated")}}};
    m_info.feeds = {Feed::Costs};
    m_info.billingZone = QTimeZone::systemTimeZoneId();
    m_info.trailingDays = 1;
}

bool LocalLog::isDocument(const QString &) const
{
    return false;
}

const char *LocalLog::rowsOf(const QString &) const
{
    return nullptr;
}

HttpRequest LocalLog::firstRequest(const FetchJob &) const
{
    return {};
}

Result<Page> LocalLog::parse(const FetchJob &, const HttpReply &) const
{
    return nobodyToAsk();
}

HttpRequest LocalLog::checkRequest(const FetchJob &) const
{
    return {};
}

Result<KeyCheck> LocalLog::readCheck(const FetchJob &, const HttpReply &) const
{
    return nobodyToAsk();
}

std::optional<qint64> logInstant(std::string_view text)
{
    constexpr size_t Seconds = 19; // "2026-11-24T08:00:00"
    if (text.size() <= Seconds || text.back() != 'Z' || text[10] != 'T') {
        const auto instant
            = parseRfc3339(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
        return instant ? std::optional(*instant) : std::nullopt;
    }
    using namespace std::chrono;
    const year_month_day date(year(digits(text, 0, 4)), month(static_cast<unsigned>(digits(text, 5, 2))),
                              day(static_cast<unsigned>(digits(text, 8, 2))));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!date.ok() || date.year() < year(1970) || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || second < 0 || second > 60)
        return std::nullopt;
    return duration_cast<seconds>(sys_days(date).time_since_epoch()).count() + hour * 3600 + minute * 60
        + second;
}

} // namespace Costglass
