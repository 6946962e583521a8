// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/tencentadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/cloudrefusal.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Tencent)
};

constexpr int PageRows = 300;

const RefusalBook &refusals()
{
    static const RefusalBook book{
        {{u"AuthFailure.SignatureExpire"_s, Refused::Clock},
         {u"AuthFailure.UnauthorizedOperation"_s, Refused::Right},
         {u"AuthFailure"_s, Refused::Key},
         {u"UnauthorizedOperation"_s, Refused::Right},
         {u"RequestLimitExceeded"_s, Refused::Pace},
         {u"LimitExceeded"_s, Refused::Pace},
         {u"InternalError"_s, Refused::Trouble},
         {u"FailedOperation"_s, Refused::Trouble},
         {u"ResourceUnavailable"_s, Refused::Trouble},
         {u"ServiceUnavailable"_s, Refused::Trouble}},
        Texts::tr(
            "Check that SecretId and SecretKey belong together and are enabled (Access Management → API "
            "keys), and the account's site; your history stays."),
        Texts::tr("Give the user the policy QcloudFinanceBillReadOnlyAccess (Access Management → Users → "
                  "Associate policies); your history stays.")};
    return book;
}

Result<Page> parseBalance(const FetchJob &job, const HttpReply &reply)
{
    const auto response = tencentResponse(job, reply, Texts::tr("The balance"));
    if (!response)
        return std::unexpected(response.error());
    Page page;
    const QString name = u"RealBalance"_s; // cash and gifts together
    // Balances are told in hundredths, unlike the bill.
    const auto amount = moneyFromJson(response->value(name), tencentCurrency(job.account), -2);
    if (!amount)
        return failure(amount.error().kind,
                       Texts::tr("The balance has an amount that cannot be read (%1): %2")
                           .arg(name, amount.error().detail));
    page.records.balances.append({.at = job.now, .name = name, .amount = *amount});
    return page;
}

bool isAbroad(const Account &account)
{
    return account.settings.value(u"site"_s) == u"intl";
}

Month thisMonth(const FetchJob &job)
{
    return Month::of(dayOf(job.now, chinaZone()));
}

QList<LoginField> loginFields()
{
    return {{.key = u"secret_id"_s, .label = Texts::tr("SecretId (AKID…)"), .required = true},
            {.key = u"site"_s,
             .label = Texts::tr("Site: cn (China) or intl"),
             .defaultValue = u"cn"_s,
             .choices = {u"cn"_s, u"intl"_s}},
            {.key = u"services"_s,
             .label = Texts::tr("Services: ai, or all of the bill"),
             .defaultValue = u"ai"_s,
             .choices = {u"ai"_s, u"all"_s}}};
}

} // namespace

const VendorInfo &TencentAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"tencent"_s;
        vendor.name = Texts::tr("Tencent Cloud AI");
        vendor.colour = u"#006EFF"_s;
        vendor.baseUrl = QUrl(u"https://billing.tencentcloudapi.com"_s);
        vendor.secretLabel = Texts::tr("SecretKey");
        vendor.secretHint = Texts::tr("32 characters; a Hunyuan API key (sk-…) reads no bill");
        vendor.keySteps = Texts::tr(
            "In the Tencent Cloud console open Access Management (CAM) → Users → Create user, with "
            "programming access only, and give it the policy QcloudFinanceBillReadOnlyAccess; the last page "
            "shows SecretId and SecretKey once. For accounts of tencentcloud.com choose the site intl.");
        vendor.keyPage = QUrl(u"https://console.cloud.tencent.com/cam/capi"_s);
        vendor.leastScope = Texts::tr("The policy QcloudFinanceBillReadOnlyAccess, or "
                                      "billing:DescribeBillDetail and billing:DescribeAccountBalance alone.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs, Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.dataLagHours = 24;
        vendor.trailingDays = 3;
        vendor.monthClosesOn = 5;
        vendor.historyMonths = 18;
        vendor.pollMinutes = 6 * 60;
        vendor.requestGapMs = 50; // twenty calls in a second
        return vendor;
    }();
    return info;
}

QUrl TencentAdapter::baseUrl(const Account &account) const
{
    return account.baseUrl.isEmpty() && isAbroad(account)
        ? QUrl(u"https://billing.intl.tencentcloudapi.com"_s)
        : VendorAdapter::baseUrl(account);
}

HttpRequest TencentAdapter::firstRequest(const FetchJob &job) const
{
    return job.feed == Feed::Balance ? tencentRequest(job, "DescribeAccountBalance", {})
                                     : tencentBillRequest(job, Month::of(job.days.from), PageRows);
}

Result<Page> TencentAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Balance ? parseBalance(job, reply) : parseTencentBill(job, reply);
}

HttpRequest TencentAdapter::checkRequest(const FetchJob &job) const
{
    return tencentBillRequest(job, thisMonth(job), 1);
}

Result<KeyCheck> TencentAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto response = tencentResponse(job, reply, Texts::tr("The bill"));
    if (!response)
        return std::unexpected(response.error());
    const auto lines = tencentLines(*response);
    if (!lines)
        return std::unexpected(lines.error());
    return KeyCheck{Texts::tr("The key works: it reads the bill."), {}, {}};
}

Currency tencentCurrency(const Account &account)
{
    return isAbroad(account) ? Currency::usd() : Currency::cny();
}

HttpRequest tencentRequest(const FetchJob &job, const QByteArray &action, const QJsonObject &parameters)
{
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/"_s, {});
    request.headers
        = {{"Content-Type", "application/json"}, {"X-TC-Action", action}, {"X-TC-Version", "2018-07-09"}};
    request.body = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    request.auth.scheme = Auth::Scheme::Tc3;
    request.auth.id = job.account.settings.value(u"secret_id"_s).trimmed().toLatin1();
    request.auth.service = "billing";
    return request;
}

Result<QJsonObject> tencentResponse(const FetchJob &job, const HttpReply &reply, const QString &what)
{
    const QJsonValue response = QJsonDocument::fromJson(reply.body).object().value(u"Response"_s);
    const QString code = response[u"Error"_s][u"Code"_s].toString();
    if (reply.status != 200 || !code.isEmpty())
        return std::unexpected(cloudError(reply, code, refusals(), job.now));
    const auto object = parseJsonObject(reply.body, what);
    if (!object)
        return std::unexpected(object.error());
    if (!response.isObject() || response.toObject().contains(u"Error"_s))
        return failure(Error::Kind::Format, Texts::tr("%1 holds no response.").arg(what));
    return response.toObject();
}

} // namespace Costglass
