// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/litellmadapter.h"

#include "vendors/prepaidadapter.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::LiteLlm)
};

QString activityReply()
{
    return Texts::tr("The daily activity");
}

HttpRequest get(const FetchJob &job, const QString &path, const QList<QPair<QString, QString>> &query)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, path, query);
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

HttpRequest activityRequest(const FetchJob &job, const DateRange &days, int pageSize)
{
    return get(job, u"/user/daily/activity"_s,
               {{u"start_date"_s, days.from.toString(Qt::ISODate)},
                {u"end_date"_s, days.to.addDays(-1).toString(Qt::ISODate)},
                {u"page"_s, u"1"_s},
                {u"page_size"_s, QString::number(pageSize)}});
}

Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    if (error.kind == Error::Kind::Auth)
        error.remedy
            = Texts::tr("Check the key, and that the address is the proxy's own; your history stays.");
    else if (error.kind == Error::Kind::Permission)
        error.remedy
            = Texts::tr("Use the key of a proxy admin, or a virtual key that may read its own spend; "
                        "your history stays.");
    else if (error.kind == Error::Kind::Config)
        error.remedy = Texts::tr("Check the address. The proxy needs a database and a version that has "
                                 "/user/daily/activity; your history stays.");
    return error;
}

/// The "metrics" of a day, or of a model on a day.
struct Metrics
{
    Money spend = Money::zero(Currency::usd());
    qint64 prompt = 0; ///< cached tokens included
    qint64 cacheRead = 0;
    qint64 cacheWrite = 0;
    qint64 output = 0;
    qint64 requests = 0;
};

Result<Metrics> readMetrics(const QJsonObject &object)
{
    Metrics metrics;
    const auto spend = amountOf(object, u"spend"_s, Currency::usd(), activityReply());
    if (!spend)
        return std::unexpected(spend.error());
    metrics.spend = *spend;
    for (const auto &[member, count] : {std::pair(u"prompt_tokens"_s, &metrics.prompt),
                                        std::pair(u"cache_read_input_tokens"_s, &metrics.cacheRead),
                                        std::pair(u"cache_creation_input_tokens"_s, &metrics.cacheWrite),
                                        std::pair(u"completion_tokens"_s, &metrics.output),
                                        std::pair(u"api_requests"_s, &metrics.requests)}) {
        const auto told = useFromJson(object.value(member));
        if (!told)
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a count that is no whole number from 0 on (%2).")
                               .arg(activityReply(), member));
        *count = told->value_or(0);
    }
    return metrics;
}

/// Takes a model's part from what the day has in all.
Result<void> take(Metrics &left, const Metrics &part)
{
    const auto spend = left.spend.minus(part.spend);
    if (!spend)
        return std::unexpected(spend.error());
    left.spend = *spend;
    for (qint64 Metrics::*count :
         {&Metrics::prompt, &Metrics::cacheRead, &Metrics::cacheWrite, &Metrics::output, &Metrics::requests})
        left.*count = qMax<qint64>(0, left.*count - part.*count);
    return {};
}

void append(QDate day, const QString &model, const Metrics &metrics, Records &records)
{
    if (!metrics.spend.isZero()) {
        Charge charge = chargeOn(day);
        charge.at.model = model;
        charge.kind = ChargeKind::Estimated;
        charge.cost = metrics.spend;
        if (charge.cost.isNegative())
            charge.category = ChargeCategory::Adjustment;
        records.charges.append(charge);
    }
    if (metrics.prompt + metrics.output == 0 && metrics.requests == 0)
        return;
    Usage usage = usageOn(day);
    usage.at.model = model;
    const qint64 cached = metrics.cacheRead + metrics.cacheWrite;
    usage.input = metrics.prompt >= cached ? metrics.prompt - cached : metrics.prompt;
    usage.cacheRead = metrics.cacheRead;
    usage.cacheWrite30m = metrics.cacheWrite; // for how long is not told
    usage.output = metrics.output;
    usage.requests = metrics.requests;
    records.usage.append(usage);
}

/// A day's models, and as a row without model what the day has beyond them.
Result<void> readDay(QDate day, const QJsonObject &result, Records &records)
{
    auto left = readMetrics(result.value(u"metrics"_s).toObject());
    if (!left)
        return std::unexpected(left.error());
    const QJsonObject models = result.value(u"breakdown"_s)[u"models"_s].toObject();
    for (auto it = models.begin(); it != models.end(); ++it) {
        const auto part = readMetrics(it.value()[u"metrics"_s].toObject());
        const auto taken = part ? take(*left, *part) : std::unexpected(part.error());
        if (!taken)
            return taken;
        append(day, it.key(), *part, records);
    }
    append(day, {}, *left, records);
    return {};
}

/// The number of the next page; 0 on the last one.
int pageAfter(const QJsonObject &reply, int page)
{
    const QJsonObject metadata = reply.value(u"metadata"_s).toObject();
    const QJsonValue more = metadata.value(u"has_more"_s);
    const bool another = more.isBool() ? more.toBool() : page < metadata.value(u"total_pages"_s).toInt();
    return another ? page + 1 : 0;
}

Result<Page> parseActivity(const FetchJob &job, const HttpReply &reply)
{
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, activityReply(), job.now);
    const auto results = object ? arrayOf(*object, u"results"_s, activityReply())
                                : Result<QJsonArray>(std::unexpected(object.error()));
    if (!results)
        return std::unexpected(results.error());
    Page page;
    for (const QJsonValue &result : *results) {
        const QDate day = QDate::fromString(result[u"date"_s].toString().left(10), Qt::ISODate);
        if (!day.isValid())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a day without its date.").arg(activityReply()));
        if (!job.days.contains(day))
            continue;
        const auto read = readDay(day, result.toObject(), page.records);
        if (!read)
            return std::unexpected(read.error());
    }
    const int number = QUrlQuery(reply.request.url).queryItemValue(u"page"_s).toInt();
    const int after = results->isEmpty() ? 0 : pageAfter(*object, number);
    if (after == 0)
        return page;
    const auto next = nextPage(reply.request, u"page"_s, QString::number(after));
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    return page;
}

/// What the key has spent of its budget. The master key is no row of the proxy's table: it has neither.
Result<Page> parseKey(const FetchJob &job, const HttpReply &reply)
{
    if (reply.status == 400 || reply.status == 403 || reply.status == 404)
        return Page();
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, Texts::tr("The key's spend"), job.now);
    if (!object)
        return std::unexpected(object.error());
    const QJsonObject key = object->value(u"info"_s).toObject();
    Page page;
    for (const QString &member : {u"spend"_s, u"max_budget"_s}) {
        const QJsonValue value = key.value(member);
        if (member == u"max_budget" && (value.isNull() || value.isUndefined()))
            continue;
        const auto added = addBalance(page, job, member, value, Currency::usd(), Balance::Of::Told);
        if (!added)
            return std::unexpected(added.error());
    }
    return page;
}

} // namespace

const VendorInfo &LiteLlmAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"litellm"_s;
        vendor.name = Texts::tr("LiteLLM proxy");
        vendor.colour = u"#0F766E"_s;
        vendor.secretLabel = Texts::tr("Key of the proxy");
        vendor.secretHint = u"sk-…"_s;
        vendor.keySteps
            = Texts::tr("Enter the proxy's address and a key of it: in its admin page → Virtual keys. A "
                        "proxy admin's key tells all users' activity, a virtual key its own user's. The "
                        "proxy counts tokens × its own price list, so its spend is an estimate beside "
                        "the bills of the vendors behind it. Cached tokens are taken to be part of the "
                        "prompt's, which may differ by provider.");
        vendor.keyPage = QUrl(u"https://docs.litellm.ai/docs/proxy/cost_tracking"_s);
        vendor.leastScope = Texts::tr("A virtual key of an internal user in the role “viewer” is enough for "
                                      "that user's spend; an admin viewer's key for all.");
        vendor.feeds = {Feed::Balance, Feed::Costs};
        vendor.trailingDays = 2;
        return vendor;
    }();
    return info;
}

HttpRequest LiteLlmAdapter::firstRequest(const FetchJob &job) const
{
    constexpr int Largest = 1000;
    return job.feed == Feed::Balance ? get(job, u"/key/info"_s, {}) : activityRequest(job, job.days, Largest);
}

Result<Page> LiteLlmAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Balance ? parseKey(job, reply) : parseActivity(job, reply);
}

HttpRequest LiteLlmAdapter::checkRequest(const FetchJob &job) const
{
    const QDate yesterday = dayOf(job.now, QTimeZone::utc()).addDays(-1);
    return activityRequest(job, {yesterday, yesterday.addDays(1)}, 1);
}

Result<KeyCheck> LiteLlmAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto page = parseActivity(job, reply);
    if (!page)
        return std::unexpected(page.error());
    return KeyCheck{
        Texts::tr("The key works: it reads the proxy's daily activity."),
        {Texts::tr("The key may also make requests that cost money, and an admin's key may change "
                   "the proxy.")},
        {}};
}

} // namespace Costglass
