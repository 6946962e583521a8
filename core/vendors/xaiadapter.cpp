// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/xaiadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Xai)
};

QString usageReply()
{
    return Texts::tr("The usage report");
}

HttpRequest billing(const FetchJob &job, const QString &path)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl,
                           u"/v1/billing/teams/"_s + job.account.settings.value(u"team_id"_s) + path, {});
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

/// Asks for \a days; \a rest are the ends of the stretches of days that are to be asked for after it.
HttpRequest usageRequest(const FetchJob &job, const DateRange &days, const QVariantList &rest)
{
    const QJsonObject range{{u"startTime"_s, days.from.toString(Qt::ISODate) + u" 00:00:00"_s},
                            {u"endTime"_s, days.to.addDays(-1).toString(Qt::ISODate) + u" 23:59:59"_s},
                            {u"timezone"_s, u"Etc/GMT"_s}};
    const QJsonObject sum{{u"name"_s, u"usd"_s}, {u"aggregation"_s, u"AGGREGATION_SUM"_s}};
    const QJsonObject analytics{{u"timeRange"_s, range},
                                {u"timeUnit"_s, u"TIME_UNIT_DAY"_s},
                                {u"values"_s, QJsonArray{sum}},
                                {u"groupBy"_s, QJsonArray{u"description"_s}},
                                {u"filters"_s, QJsonArray()}};
    HttpRequest request = billing(job, u"/usage"_s);
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}};
    request.body
        = QJsonDocument(QJsonObject{{u"analyticsRequest"_s, analytics}}).toJson(QJsonDocument::Compact);
    request.context = {{u"from"_s, days.from}, {u"to"_s, days.to}, {u"rest"_s, rest}};
    return request;
}

Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    if (error.kind == Error::Kind::Auth || error.kind == Error::Kind::Permission)
        error.remedy
            = Texts::tr("Only a management key with the right to read billing is taken: console.x.ai → "
                        "Settings → Management keys. A key for models is refused. Your history stays.");
    else if (reply.status == 404)
        error.remedy = Texts::tr("Check the team id: it stands in the address of console.x.ai. Your history "
                                 "stays.");
    return error;
}

Result<QJsonObject> objectOf(const HttpReply &reply, const QString &what, qint64 now)
{
    return reply.status == 200 ? readReply(reply, what, now)
                               : Result<QJsonObject>(std::unexpected(explained(reply, now)));
}

/// The days of one line of the bill; those without use are left out.
Result<void> readSeries(const QJsonObject &series, const DateRange &days, Records &records)
{
    const auto points = arrayOf(series, u"dataPoints"_s, usageReply());
    if (!points)
        return std::unexpected(points.error());
    const QString description = idText(series.value(u"group"_s).toArray().at(0));
    for (const QJsonValue &point : *points) {
        const QDate day = QDate::fromString(point[u"timestamp"_s].toString().left(10), Qt::ISODate);
        if (!day.isValid())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a figure without its day.").arg(usageReply()));
        const auto cost = moneyFromJson(point[u"values"_s].toArray().at(0), Currency::usd());
        if (!cost)
            return failure(cost.error().kind,
                           Texts::tr("%1 has an amount that cannot be read (%2): %3")
                               .arg(usageReply(), day.toString(Qt::ISODate), cost.error().detail));
        if (cost->isZero() || !days.contains(day))
            continue;
        Charge charge = chargeOn(day);
        charge.at.service = description;
        charge.description = description;
        charge.cost = *cost;
        if (cost->isNegative())
            charge.category = ChargeCategory::Adjustment;
        records.charges.append(charge);
    }
    return {};
}

Result<Page> parseUsage(const FetchJob &job, const HttpReply &reply)
{
    const QVariantMap &context = reply.request.context;
    const DateRange days{context.value(u"from"_s, job.days.from).toDate(),
                         context.value(u"to"_s, job.days.to).toDate()};
    QVariantList rest = context.value(u"rest"_s).toList();
    const auto object = objectOf(reply, usageReply(), job.now);
    const auto series = object ? arrayOf(*object, u"timeSeries"_s, usageReply())
                               : Result<QJsonArray>(std::unexpected(object.error()));
    if (!series)
        return std::unexpected(series.error());
    Page page;
    const bool cut = object->value(u"limitReached"_s) == true;
    if (cut && days.days() > 1) {
        const QDate middle = days.from.addDays(days.days() / 2);
        rest.prepend(days.to);
        page.next = usageRequest(job, {days.from, middle}, rest);
        return page;
    }
    if (cut)
        page.warnings.append(Texts::tr("xAI does not tell all of %1: too many lines for one reply.")
                                 .arg(days.from.toString(Qt::ISODate)));
    for (const QJsonValue &one : *series) {
        const auto read = readSeries(one.toObject(), days, page.records);
        if (!read)
            return std::unexpected(read.error());
    }
    if (!rest.isEmpty()) {
        const QDate end = rest.takeFirst().toDate();
        page.next = usageRequest(job, {days.to, end}, rest);
    }
    return page;
}

Result<Page> parseBalance(const FetchJob &job, const HttpReply &reply)
{
    const QString what = Texts::tr("The prepaid balance");
    const auto object = objectOf(reply, what, job.now);
    if (!object)
        return std::unexpected(object.error());
    // Cents of a ledger that is kept from xAI's side: what the team has stands as a negative figure.
    constexpr int Cents = -2;
    const auto owed = amountOf(object->value(u"total"_s).toObject(), u"val"_s, Currency::usd(), what, Cents);
    const auto left = owed ? owed->negated() : owed;
    if (!left)
        return std::unexpected(left.error());
    Page page;
    page.records.balances.append({.at = job.now, .name = u"prepaid_balance"_s, .amount = *left});
    return page;
}

} // namespace

const VendorInfo &XaiAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"xai"_s;
        vendor.name = u"xAI"_s;
        vendor.colour = u"#64748B"_s;
        vendor.baseUrl = QUrl(u"https://management-api.x.ai"_s);
        vendor.secretLabel = Texts::tr("Management key");
        vendor.secretHint = u"xai-token-…"_s;
        vendor.keySteps
            = Texts::tr("Make a management key at console.x.ai → Settings → Management keys, and copy "
                        "the team id from that page's address. The prepaid balance is that of the last "
                        "closed billing cycle: what was spent since is not yet taken off it. Costs "
                        "stand by the lines of the bill, whose wording xAI does not document.");
        vendor.keyPage = QUrl(u"https://console.x.ai"_s);
        vendor.leastScope = Texts::tr("The right to read the team's billing; a key for models cannot.");
        vendor.fields = {{u"team_id"_s, Texts::tr("Team id"), true, {}}};
        vendor.feeds = {Feed::Balance, Feed::Costs};
        vendor.trailingDays = 3;
        return vendor;
    }();
    return info;
}

HttpRequest XaiAdapter::firstRequest(const FetchJob &job) const
{
    return job.feed == Feed::Balance ? billing(job, u"/prepaid/balance"_s) : usageRequest(job, job.days, {});
}

Result<Page> XaiAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Balance ? parseBalance(job, reply) : parseUsage(job, reply);
}

HttpRequest XaiAdapter::checkRequest(const FetchJob &job) const
{
    return billing(job, u"/prepaid/balance"_s);
}

Result<KeyCheck> XaiAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto balance = parseBalance(job, reply);
    if (!balance)
        return std::unexpected(balance.error());
    return KeyCheck{Texts::tr("The key works: it reads the team's billing."),
                    {Texts::tr("A management key may also make and delete keys of the team; keep it safe.")},
                    {}};
}

} // namespace Costglass
