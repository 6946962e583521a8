// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openrouteradapter.h"

#include "vendors/prepaidadapter.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenRouter)
};

constexpr qint64 DaySeconds = 24 * 3600;
constexpr int ToldDays = 30; ///< completed days that the activity holds

QString activityReply()
{
    return Texts::tr("The activity");
}

HttpRequest get(const FetchJob &job, const QString &path)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, path, {});
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    if (error.kind == Error::Kind::Auth)
        error.remedy
            = Texts::tr("Check that the whole key was pasted (sk-or-…) and that it was not disabled; "
                        "your history stays.");
    return error;
}

/// The object "data" of a reply with status 200.
Result<QJsonObject> dataOf(const HttpReply &reply, const QString &what, qint64 now)
{
    const auto object = readReply(reply, what, now);
    if (!object)
        return std::unexpected(reply.status == 200 ? object.error() : explained(reply, now));
    if (!object->value(u"data"_s).isObject())
        return failure(Error::Kind::Format, Texts::tr("%1 has no data.").arg(what));
    return object->value(u"data"_s).toObject();
}

/// Whether the key says of itself that it manages others; nothing when it does not say.
std::optional<bool> isManagement(const QJsonObject &key)
{
    for (const QString &member : {u"is_management_key"_s, u"is_provisioning_key"_s}) {
        if (key.value(member).isBool())
            return key.value(member).toBool();
    }
    return std::nullopt;
}

/// What one row of the activity holds besides its money.
struct Row
{
    QDate day;
    Dimensions at;
    QJsonObject object;
};

Result<Row> readRow(const QJsonObject &object)
{
    const QString date = object.value(u"date"_s).toString();
    Row row{QDate::fromString(date.left(10), Qt::ISODate), {}, object};
    if (!row.day.isValid())
        return failure(Error::Kind::Format, Texts::tr("%1 has a row without its day.").arg(activityReply()));
    row.at.service = idText(object.value(u"provider_name"_s));
    row.at.model = idText(object.value(u"model"_s));
    row.at.project = idText(object.value(u"workspace_id"_s));
    return row;
}

/// Adds a charge of the row unless the contract leaves its amount out; \a member names the amount.
Result<bool> addCharge(const Row &row, const QString &member, ChargeKind kind, Records &records)
{
    const QJsonValue value = row.object.value(member);
    if (value.isNull() || value.isUndefined())
        return false;
    const auto cost = moneyFromJson(value, Currency::usd());
    if (!cost)
        return failure(cost.error().kind,
                       Texts::tr("%1 has an amount that cannot be read (%2): %3")
                           .arg(activityReply(), row.day.toString(Qt::ISODate), cost.error().detail));
    Charge charge;
    charge.day = row.day;
    charge.periodStart = dayStart(row.day, QTimeZone::utc());
    charge.periodEnd = charge.periodStart + DaySeconds;
    charge.at = row.at;
    charge.kind = kind;
    charge.description = idText(row.object.value(u"endpoint_id"_s));
    charge.meter = member;
    charge.cost = *cost;
    if (cost->isNegative())
        charge.category = ChargeCategory::Adjustment;
    // With one's own key the provider bills: nothing is said where nothing was used.
    if (kind == ChargeKind::Billed || !cost->isZero())
        records.charges.append(charge);
    return true;
}

Result<Usage> readUsage(const Row &row)
{
    Usage usage;
    usage.day = row.day;
    usage.periodStart = dayStart(row.day, QTimeZone::utc());
    usage.periodEnd = usage.periodStart + DaySeconds;
    usage.at = row.at;
    // The prompt's cached part is not told apart; reasoning is a part of the completion.
    for (const auto &[member, count] :
         {std::pair(u"prompt_tokens"_s, &usage.input), std::pair(u"completion_tokens"_s, &usage.output),
          std::pair(u"requests"_s, &usage.requests)}) {
        const auto told = useFromJson(row.object.value(member));
        if (!told)
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a count that is no whole number from 0 on (%2, %3).")
                               .arg(activityReply(), row.day.toString(Qt::ISODate), member));
        *count = *told;
    }
    return usage;
}

Result<Page> readActivity(const FetchJob &job, const QJsonObject &reply)
{
    const auto data = arrayOf(reply, u"data"_s, activityReply());
    if (!data)
        return std::unexpected(data.error());
    Page page;
    const QDate today = dayOf(job.now, QTimeZone::utc());
    page.days = DateRange{today.addDays(-ToldDays), today}.intersected(job.days);
    for (const QJsonValue &value : *data) {
        const auto row = readRow(value.toObject());
        if (!row)
            return std::unexpected(row.error());
        if (!page.days->contains(row->day))
            continue; // each reply holds all days
        const auto billed = addCharge(*row, u"usage"_s, ChargeKind::Billed, page.records);
        const auto own = addCharge(*row, u"byok_usage_inference"_s, ChargeKind::Estimated, page.records);
        const auto usage = readUsage(*row);
        if (!billed || !own || !usage)
            return std::unexpected(!billed ? billed.error() : !own ? own.error() : usage.error());
        if (!*billed)
            page.warnings.append(Texts::tr("%1 has a row without an amount (%2): it is not counted.")
                                     .arg(activityReply(), row->day.toString(Qt::ISODate)));
        page.records.usage.append(*usage);
    }
    return page;
}

Result<Page> parseActivity(const FetchJob &job, const HttpReply &reply)
{
    if (reply.status == 403) {
        Page page;
        page.days = DateRange{job.days.from, job.days.from};
        page.warnings.append(
            Texts::tr("This key cannot read the activity; its spend is derived from its counter. A "
                      "management key tells costs by day, model and provider."));
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, activityReply(), job.now);
    return object ? readActivity(job, *object) : std::unexpected(object.error());
}

/// The first of the two: a key that may not read credits is no management key.
Result<Page> parseCredits(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    page.next = get(job, u"/key"_s);
    page.next->context.insert(u"refused"_s, reply.status != 200);
    if (reply.status == 401 || reply.status == 403)
        return page;
    const auto data = dataOf(reply, Texts::tr("The credits"), job.now);
    if (!data)
        return std::unexpected(data.error());
    const auto bought = moneyFromJson(data->value(u"total_credits"_s), Currency::usd());
    const auto used = moneyFromJson(data->value(u"total_usage"_s), Currency::usd());
    const auto left = bought && used ? bought->minus(*used) : bought ? used : bought;
    if (!left)
        return failure(
            left.error().kind,
            Texts::tr("The credits have an amount that cannot be read: %1").arg(left.error().detail));
    page.records.balances.append({.at = job.now, .name = u"credits"_s, .amount = *left});
    return page;
}

/// The second: what the key itself used, which is all spend that there is where the activity is not told.
Result<Page> parseKey(const FetchJob &job, const HttpReply &reply)
{
    const auto data = dataOf(reply, Texts::tr("The key's counters"), job.now);
    if (!data)
        return std::unexpected(data.error());
    Page page;
    if (isManagement(*data).value_or(!reply.request.context.value(u"refused"_s).toBool()))
        return page;
    for (const QString &member : {u"usage"_s, u"byok_usage"_s}) {
        const QJsonValue value = data->value(member);
        if (member != u"usage" && value.isUndefined())
            continue; // older keys do not tell it
        const auto added = addBalance(page, job, member, value, Currency::usd(), Balance::Of::Used);
        if (!added)
            return std::unexpected(added.error());
    }
    const QString left = u"limit_remaining"_s;
    if (data->value(left).isDouble()) {
        const auto added = addBalance(page, job, left, data->value(left), Currency::usd(), Balance::Of::Told);
        if (!added)
            return std::unexpected(added.error());
    }
    return page;
}

} // namespace

const VendorInfo &OpenRouterAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"openrouter"_s;
        vendor.name = u"OpenRouter"_s;
        vendor.colour = u"#6467F2"_s;
        vendor.baseUrl = QUrl(u"https://openrouter.ai/api/v1"_s);
        vendor.secretLabel = Texts::tr("Management key");
        vendor.secretHint = u"sk-or-v1-…"_s;
        vendor.keySteps = Texts::tr("Make a management key at openrouter.ai → Settings → Management keys: it "
                                    "reads costs by day, model and provider. An ordinary key works too, but "
                                    "tells only its own total.");
        vendor.keyPage = QUrl(u"https://openrouter.ai/settings/management-keys"_s);
        vendor.leastScope = Texts::tr("OpenRouter's keys have no scopes; a management key cannot make "
                                      "requests to models.");
        vendor.feeds = {Feed::Balance, Feed::Costs};
        vendor.trailingDays = 2;
        vendor.historyMonths = 1;
        return vendor;
    }();
    return info;
}

HttpRequest OpenRouterAdapter::firstRequest(const FetchJob &job) const
{
    return get(job, job.feed == Feed::Balance ? u"/credits"_s : u"/activity"_s);
}

Result<Page> OpenRouterAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    if (job.feed != Feed::Balance)
        return parseActivity(job, reply);
    return reply.request.context.contains(u"refused"_s) ? parseKey(job, reply) : parseCredits(job, reply);
}

HttpRequest OpenRouterAdapter::checkRequest(const FetchJob &job) const
{
    return get(job, u"/key"_s);
}

Result<KeyCheck> OpenRouterAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto data = dataOf(reply, Texts::tr("The key's counters"), job.now);
    if (!data)
        return std::unexpected(data.error());
    if (isManagement(*data).value_or(false))
        return KeyCheck{Texts::tr("The key works: it reads activity and credits."),
                        {Texts::tr("A management key may also make and delete keys; keep it safe.")},
                        {}};
    return KeyCheck{
        Texts::tr("The key works: it reads its own counters."),
        {Texts::tr("Only a management key tells costs by day, model and provider. This one may also make "
                   "requests that cost money.")},
        {}};
}

} // namespace Costglass
