// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/lanyingadapter.h"

#include "vendors/lanyingpoints.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Lanying)
};

QString counterReply()
{
    return Texts::tr("The connector's reply");
}

/// Both of Lanying's servers take their token in this header.
Auth accessToken()
{
    Auth auth;
    auth.scheme = Auth::Scheme::Header;
    auth.header = "access-token";
    return auth;
}

HttpRequest countersRequest(const FetchJob &job)
{
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/service/openai/get_message_limit_state"_s, {});
    request.headers = {{"Content-Type", "application/json"}};
    const QJsonObject body{{u"app_id"_s, job.account.settings.value(u"app_id"_s)}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.auth = accessToken();
    return request;
}

/// An app's API server answers this; it is free.
HttpRequest identityRequest(const FetchJob &job)
{
    HttpRequest request;
    request.url = urlUnder(job.baseUrl, u"/user/list"_s, {{u"page_num"_s, u"1"_s}, {u"page_size"_s, u"1"_s}});
    request.headers = {{"app_id", job.account.settings.value(u"app_id"_s).toUtf8()}};
    request.auth = accessToken();
    return request;
}

bool isUnknownPath(const HttpReply &reply)
{
    return reply.status == 404 || reply.status == 405;
}

/// The object inside {"code": 200, "data": …, "message": null}: the code says what the HTTP status usually does.
Result<QJsonObject> readEnvelope(const HttpReply &reply, const QString &what, qint64 now)
{
    const auto object = readReply(reply, what, now);
    if (!object)
        return object;
    const auto code = countFromJson(object->value(u"code"_s));
    if (!code || !*code)
        return failure(Error::Kind::Format, Texts::tr("%1 comes without a code.").arg(what));
    if (**code == 200)
        return object;
    HttpReply refusal = reply;
    refusal.status = static_cast<int>(std::clamp<qint64>(**code, 400, 599));
    return std::unexpected(replyError(refusal, now));
}

/// Counters of one reply; those that are missing are 0, because an empty month has none.
class Counters
{
public:
    explicit Counters(const QJsonObject &data) : m_data(data) { }

    bool has(const QString &name) const { return m_data.contains(name); }
    Decimal count(const QString &name) { return read(name); }
    Decimal points(const QString &name) { return read(name) + read(name + u"_float"_s).shifted(-4); }
    const std::optional<Error> &error() const { return m_error; }

private:
    Decimal read(const QString &name)
    {
        const auto count = useFromJson(m_data.value(name));
        if (!count && !m_error)
            m_error
                = Error{Error::Kind::Format,
                        Texts::tr("The connector's counter “%1” is not a whole number from 0 on.").arg(name)};
        return count ? count->value_or(0) : 0;
    }

    QJsonObject m_data;
    std::optional<Error> m_error;
};

/// Turns counters into readings of one instant and billing month.
class Readings
{
public:
    Readings(qint64 now, const LanyingPeriod &period) : m_now(now), m_period(period) { }

    void add(const QString &name, Balance::Of of, const Decimal &amount, const QString &unit, int decimals)
    {
        const auto money = amount.toMoney(Currency::none());
        if (!money) {
            m_error = money.error();
            return;
        }
        m_balances.append({m_now, name, *money, of, unit, decimals, m_period.start, m_period.end});
    }
    Result<QList<Balance>> all() const
    {
        return m_error ? Result<QList<Balance>>(std::unexpected(*m_error)) : m_balances;
    }

private:
    qint64 m_now;
    LanyingPeriod m_period;
    QList<Balance> m_balances;
    std::optional<Error> m_error;
};

Result<LanyingPeriod> periodOf(const FetchJob &job)
{
    const QString text = job.account.settings.value(u"start_date"_s);
    if (text.isEmpty())
        return lanyingPeriod({}, job.now);
    const auto day = parseDay(text);
    if (!day)
        return std::unexpected(day.error());
    return lanyingPeriod(*day, job.now);
}

/// What is left of the month's points, and what happens when nothing is.
Result<void> tellLeft(const FetchJob &job, Counters &counters, Readings &readings, QStringList &warnings)
{
    const QString text = job.account.settings.value(u"included_points"_s);
    if (text.isEmpty())
        return {};
    const auto included = Decimal::parse(text);
    if (!included || included->isNegative())
        return failure(Error::Kind::Config,
                       Texts::tr("“%1” is no number of points that a plan includes.").arg(text),
                       Texts::tr("Write it like 10000."));
    // Older connectors count bought points by key.
    const Decimal bought = counters.count(u"message_count_quota_buy"_s)
        + counters.count(u"message_count_quota_buy_share"_s)
        + counters.count(u"message_count_quota_buy_self"_s);
    const Decimal left = *included + bought - counters.points(u"message_count_quota"_s);
    readings.add(u"points_left"_s, Balance::Of::Told, left, u"AI points"_s, 4);
    if (left.isZero() || left.isNegative())
        warnings.append(job.account.settings.value(u"tier"_s) == u"free"
                            ? Texts::tr("The month's AI points are used up: the free tier stops here.")
                            : Texts::tr("The month's AI points are used up: a paid tier stops 300 points "
                                        "further on."));
    return {};
}

Result<Page> readCounters(const FetchJob &job, const QJsonObject &data)
{
    const auto period = periodOf(job);
    if (!period)
        return std::unexpected(period.error());
    Page page;
    Counters counters(data);
    Readings readings(job.now, *period);
    for (const QString &name : {u"message_count"_s, u"image_message_count"_s,
                                u"text_to_speech_message_count"_s, u"speech_to_text_message_count"_s})
        readings.add(name, Balance::Of::Used, counters.count(name), u"messages"_s, 0);
    // The sum is counted by whose key paid upstream; a connector that does not tell that tells the sum alone.
    const QStringList byKey{u"message_count_quota_share"_s, u"message_count_quota_self"_s};
    const QString sum = u"message_count_quota"_s;
    const bool split = counters.has(byKey[0]) || counters.has(byKey[1]);
    if (split || !counters.has(sum)) {
        for (const QString &name : byKey)
            readings.add(name, Balance::Of::Used, counters.points(name), u"AI points"_s, 4);
    }
    readings.add(sum, split ? Balance::Of::Told : Balance::Of::Used, counters.points(sum), u"AI points"_s, 4);
    // Points of searches are in the sum as well.
    if (counters.has(u"bing_search"_s))
        readings.add(u"bing_search"_s, Balance::Of::Told, counters.points(u"bing_search"_s), u"AI points"_s,
                     4);
    const auto left = tellLeft(job, counters, readings, page.warnings);
    if (!left)
        return std::unexpected(left.error());
    if (counters.error())
        return std::unexpected(*counters.error());
    const auto balances = readings.all();
    if (!balances)
        return std::unexpected(balances.error());
    page.records.balances = *balances;
    return page;
}

Result<QJsonObject> readData(const FetchJob &job, const HttpReply &reply)
{
    const auto object = readEnvelope(reply, counterReply(), job.now);
    if (!object) {
        Error error = object.error();
        if (error.kind == Error::Kind::Auth)
            error.remedy = Texts::tr("The connector wants the token that its operator set as "
                                     "LANYING_CONNECTOR_ACCESS_TOKEN, not a token of the app; your history "
                                     "stays.");
        return std::unexpected(error);
    }
    if (!object->value(u"data"_s).isObject())
        return failure(Error::Kind::Format, Texts::tr("%1 has no data.").arg(counterReply()));
    return object->value(u"data"_s).toObject();
}

QList<LoginField> loginFields()
{
    return {{u"app_id"_s, Texts::tr("App id"), true, {}},
            {u"start_date"_s, Texts::tr("First day of the plan (YYYY-MM-DD)"), false, {}},
            {.key = u"tier"_s, .label = Texts::tr("Tier"), .choices = {u"free"_s, u"paid"_s}},
            {u"included_points"_s, Texts::tr("AI points included each month"), false, {}}};
}

} // namespace

const VendorInfo &LanyingAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"lanying"_s;
        vendor.name = Texts::tr("Lanying IM");
        vendor.colour = u"#5E4B9B"_s;
        vendor.secretLabel = Texts::tr("Connector's access token");
        vendor.secretHint = u"LANYING_CONNECTOR_ACCESS_TOKEN"_s;
        vendor.keySteps = Texts::tr(
            "Lanying publishes no costs to customers. Only who runs the connector (private cloud or own "
            "server) can read its counters: enter the connector's address and the token that its operator "
            "set as LANYING_CONNECTOR_ACCESS_TOKEN. With the address of the app's own server and an admin "
            "token, only the log-in is proven; no costs come from there.");
        vendor.keyPage = QUrl(u"https://console.lanyingim.com/#/home/token"_s);
        vendor.leastScope = Texts::tr("The connector has one token for all; it may also buy points.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.trailingDays = 1;
        vendor.pollMinutes = 15;
        return vendor;
    }();
    return info;
}

HttpRequest LanyingAdapter::firstRequest(const FetchJob &job) const
{
    return countersRequest(job);
}

Result<Page> LanyingAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    if (isUnknownPath(reply))
        return failure(Error::Kind::Permission, Texts::tr("This address tells no costs: it is no connector."),
                       Texts::tr("Lanying's app servers publish none. Enter the address of a connector that "
                                 "you run, or keep the plan by hand; your history stays."));
    const auto data = readData(job, reply);
    if (!data)
        return std::unexpected(data.error());
    return readCounters(job, *data);
}

HttpRequest LanyingAdapter::checkRequest(const FetchJob &job) const
{
    return countersRequest(job);
}

Result<KeyCheck> LanyingAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const bool connector = reply.request.method == "POST";
    if (connector && isUnknownPath(reply))
        return KeyCheck{{}, {}, identityRequest(job)};
    if (!connector) {
        const auto users = readEnvelope(reply, Texts::tr("The list of users"), job.now);
        if (!users)
            return std::unexpected(users.error());
        return KeyCheck{Texts::tr("The log-in works: identity only, no cost data."),
                        {Texts::tr("An app's server publishes no costs. Enter the address of a connector "
                                   "that you run, or keep the plan by hand.")},
                        {}};
    }
    const auto data = readData(job, reply);
    if (!data)
        return std::unexpected(data.error());
    const auto counters = readCounters(job, *data);
    if (!counters)
        return std::unexpected(counters.error());
    KeyCheck check{Texts::tr("The token works: it reads the connector's counters."),
                   {Texts::tr("The connector's token may also buy points; keep it as safe as money.")},
                   {}};
    // An app that the connector does not know is answered like one without use.
    if (data->isEmpty())
        check.warnings.append(
            Texts::tr("The connector has counted nothing for this app this month. Check the app id."));
    return check;
}

} // namespace Costglass
