// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/cursoradapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cursor)
};

constexpr int WindowDays = 30; ///< the longest time that one request may ask for
constexpr int LargePage = 1000;
constexpr int SmallPage = 100; ///< for servers that take no large one
constexpr int Cents = -2;

QString eventsReply()
{
    return Texts::tr("The list of usage events");
}

/// A request of one page of events; its context repeats what the body says.
HttpRequest eventsRequest(const FetchJob &job, const DateRange &days, int page, int pageSize)
{
    const QJsonObject body{
        {u"startDate"_s, dayStart(days.from, QTimeZone::utc()) * 1000},
        {u"endDate"_s, dayStart(days.to, QTimeZone::utc()) * 1000 - 1},
        {u"page"_s, page},
        {u"pageSize"_s, pageSize},
    };
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/teams/filtered-usage-events"_s, {});
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.auth.scheme = Auth::Scheme::Bearer;
    request.context
        = {{u"from"_s, days.from}, {u"to"_s, days.to}, {u"page"_s, page}, {u"pageSize"_s, pageSize}};
    return request;
}

DateRange windowFrom(const FetchJob &job, QDate from)
{
    return {from, qMin(from.addDays(WindowDays), job.days.to)};
}

HttpRequest membersRequest(const FetchJob &job)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/teams/members"_s, {});
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

Error explained(const HttpReply &reply, qint64 now)
{
    Error error = replyError(reply, now);
    if (error.kind == Error::Kind::Auth)
        error.remedy = Texts::tr("Only a key of a team's Admin API is taken (key_… or crsr_…); make one at "
                                 "cursor.com → Dashboard → Settings. Your history stays.");
    else if (error.kind == Error::Kind::Permission)
        error.remedy = Texts::tr("Costs are only shown to a Teams or Enterprise plan, with a key that an "
                                 "admin made. For a plan of one's own, import the usage CSV of the "
                                 "dashboard. Your history stays.");
    return error;
}

/// What the events of one page come to, by day, person, model and kind.
struct Sum
{
    Charge charge;
    Usage usage;
};

/// What an event costs: what was charged, or else what the plan covers, at API prices.
struct EventCost
{
    Money amount = Money::zero(Currency::usd());
    ChargeKind kind = ChargeKind::Billed;
};

bool isNone(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

Result<EventCost> costOf(const QJsonObject &event)
{
    const QString charged = u"chargedCents"_s;
    const QString atApiPrices = u"totalCents"_s;
    const QJsonObject tokens = event.value(u"tokenUsage"_s).toObject();
    EventCost cost;
    if (!isNone(event.value(charged))) {
        const auto amount = amountOf(event, charged, Currency::usd(), eventsReply(), Cents);
        if (!amount)
            return std::unexpected(amount.error());
        cost.amount = *amount;
    }
    if (!cost.amount.isZero() || isNone(tokens.value(atApiPrices)))
        return cost;
    const auto amount = amountOf(tokens, atApiPrices, Currency::usd(), eventsReply(), Cents);
    if (!amount)
        return std::unexpected(amount.error());
    // Older replies tell no charge: there a chargeable event cost what its tokens cost.
    const bool older = isNone(event.value(charged)) && event.value(u"isChargeable"_s) == true;
    return EventCost{*amount, older ? ChargeKind::Billed : ChargeKind::Equivalent};
}

Result<void> addCount(const QJsonObject &tokens, const QString &member, std::optional<qint64> &sum)
{
    constexpr qint64 Most = 1'000'000'000'000'000'000;
    const auto count = useFromJson(tokens.value(member));
    if (!count || sum.value_or(0) + (*count).value_or(0) > Most)
        return failure(
            Error::Kind::Format,
            Texts::tr("%1 has a count that is no whole number from 0 on (%2).").arg(eventsReply(), member));
    if (*count)
        sum = sum.value_or(0) + **count;
    return {};
}

Result<void> addTokens(const QJsonObject &tokens, Usage &usage)
{
    for (const auto &[member, sum] :
         {std::pair(u"inputTokens"_s, &usage.input), std::pair(u"outputTokens"_s, &usage.output),
          std::pair(u"cacheReadTokens"_s, &usage.cacheRead),
          // For how long a write is kept is not told.
          std::pair(u"cacheWriteTokens"_s, &usage.cacheWrite30m)}) {
        const auto added = addCount(tokens, member, *sum);
        if (!added)
            return added;
    }
    usage.requests = usage.requests.value_or(0) + 1;
    return {};
}

/// Sums events, each once.
class Sums
{
public:
    Result<void> add(QDate day, const QJsonObject &event)
    {
        const auto cost = costOf(event);
        if (!cost)
            return std::unexpected(cost.error());
        Dimensions at;
        at.service = idText(event.value(u"kind"_s));
        at.model = idText(event.value(u"model"_s));
        at.user = idText(event.value(u"userEmail"_s));
        Sum &sum = sumOf(day, at, cost->kind);
        const auto amount = sum.charge.cost.plus(cost->amount);
        if (!amount)
            return std::unexpected(amount.error());
        sum.charge.cost = *amount;
        return addTokens(event.value(u"tokenUsage"_s).toObject(), sum.usage);
    }
    void appendTo(Records &records) const
    {
        for (const Sum &sum : m_sums) {
            if (!sum.charge.cost.isZero())
                records.charges.append(sum.charge);
            records.usage.append(sum.usage);
        }
    }

private:
    Sum &sumOf(QDate day, const Dimensions &at, ChargeKind kind)
    {
        const QStringList key{day.toString(Qt::ISODate), at.service, at.model, at.user, chargeKindName(kind)};
        const auto known = m_places.constFind(key);
        if (known != m_places.cend())
            return m_sums[*known];
        m_places.insert(key, m_sums.size());
        Sum sum{chargeOn(day), usageOn(day)};
        sum.charge.at = at;
        sum.charge.kind = kind;
        sum.usage.at = at;
        m_sums.append(sum);
        return m_sums.last();
    }

    QList<Sum> m_sums;
    QMap<QStringList, qsizetype> m_places;
};

/// Whether the page says that another follows.
bool hasMore(const QJsonObject &reply, int page)
{
    const QJsonObject paging = reply.value(u"pagination"_s).toObject();
    const QJsonValue next = paging.value(u"hasNextPage"_s);
    return next.isBool() ? next.toBool() : page < paging.value(u"numPages"_s).toInt();
}

Result<Page> parseEvents(const FetchJob &job, const HttpReply &reply)
{
    const QVariantMap &context = reply.request.context;
    const DateRange days{context.value(u"from"_s, job.days.from).toDate(),
                         context.value(u"to"_s, job.days.to).toDate()};
    const int page = context.value(u"page"_s, 1).toInt();
    const int pageSize = context.value(u"pageSize"_s, LargePage).toInt();
    Page result;
    if (reply.status == 400 && page == 1 && pageSize == LargePage && days.from == job.days.from) {
        result.next = eventsRequest(job, days, 1, SmallPage);
        return result;
    }
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, eventsReply(), job.now);
    const auto events = object ? arrayOf(*object, u"usageEvents"_s, eventsReply())
                               : Result<QJsonArray>(std::unexpected(object.error()));
    if (!events)
        return std::unexpected(events.error());
    Sums sums;
    for (const QJsonValue &value : *events) {
        const QJsonObject event = value.toObject();
        const auto at = useFromJson(event.value(u"timestamp"_s));
        const QDate day = at && *at ? dayOf(**at / 1000, QTimeZone::utc()) : QDate();
        if (!day.isValid())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has an event without its time.").arg(eventsReply()));
        if (!days.contains(day))
            continue; // another window's
        const auto added = sums.add(day, event);
        if (!added)
            return std::unexpected(added.error());
    }
    sums.appendTo(result.records);
    if (!events->isEmpty() && hasMore(*object, page))
        result.next = eventsRequest(job, days, page + 1, pageSize);
    else if (days.to < job.days.to)
        result.next = eventsRequest(job, windowFrom(job, days.to), 1, pageSize);
    return result;
}

Result<Page> parseMembers(const FetchJob &job, const HttpReply &reply)
{
    const QString what = Texts::tr("The list of members");
    if (reply.status != 200)
        return std::unexpected(explained(reply, job.now));
    const auto object = readReply(reply, what, job.now);
    const auto members = object ? arrayOf(*object, u"teamMembers"_s, what)
                                : Result<QJsonArray>(std::unexpected(object.error()));
    if (!members)
        return std::unexpected(members.error());
    Page page;
    for (const QJsonValue &value : *members) {
        const QString email = idText(value[u"email"_s]);
        const QString name = idText(value[u"name"_s]);
        if (!email.isEmpty() && !name.isEmpty())
            page.records.names.append({Name::Of::User, email, name});
    }
    return page;
}

} // namespace

const VendorInfo &CursorAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"cursor"_s;
        vendor.name = u"Cursor"_s;
        vendor.colour = u"#8D6B94"_s;
        vendor.baseUrl = QUrl(u"https://api.cursor.com"_s);
        vendor.secretLabel = Texts::tr("Admin API key");
        vendor.secretHint = u"crsr_…"_s;
        vendor.keySteps
            = Texts::tr("An admin of a Teams or Enterprise plan makes a key at cursor.com → "
                        "Dashboard → Settings → Admin API keys. Plans of one person have no API: "
                        "import the usage CSV of the dashboard instead. Cursor takes 20 requests "
                        "a minute, so the first sync of a large team takes its time. Its days are "
                        "taken as UTC, which Cursor does not state.");
        vendor.keyPage = QUrl(u"https://cursor.com/dashboard?tab=settings"_s);
        vendor.leastScope
            = Texts::tr("Keys of the Admin API have no scopes; this one also reads members, and "
                        "with Enterprise it may set spend limits.");
        vendor.feeds = {Feed::Names, Feed::Costs};
        vendor.trailingDays = 3;
        vendor.historyMonths = 12;
        vendor.monthsPerJob = 13; // 30-day windows fit no month: all months in one walk are fewest requests
        vendor.requestGapMs = 3000;
        return vendor;
    }();
    return info;
}

HttpRequest CursorAdapter::firstRequest(const FetchJob &job) const
{
    return job.feed == Feed::Names ? membersRequest(job)
                                   : eventsRequest(job, windowFrom(job, job.days.from), 1, LargePage);
}

Result<Page> CursorAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Names ? parseMembers(job, reply) : parseEvents(job, reply);
}

HttpRequest CursorAdapter::checkRequest(const FetchJob &job) const
{
    return membersRequest(job);
}

Result<KeyCheck> CursorAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto members = parseMembers(job, reply);
    if (!members)
        return std::unexpected(members.error());
    return KeyCheck{Texts::tr("The key works: it reads the team's usage events."),
                    {Texts::tr("With an Enterprise plan, a key of the Admin API may also set spend limits.")},
                    {}};
}

} // namespace Costglass
