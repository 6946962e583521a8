// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/alibabaadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/cloudrefusal.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Alibaba)
};

const RefusalBook &refusals()
{
    static const RefusalBook book{
        {{u"InvalidTimeStamp"_s, Refused::Clock},
         {u"SignatureNonceUsed"_s, Refused::Trouble}, // the next try has another
         {u"InvalidAccessKeyId"_s, Refused::Key},
         {u"InvalidSecurityToken"_s, Refused::Key},
         {u"SignatureDoesNotMatch"_s, Refused::Key},
         {u"IncompleteSignature"_s, Refused::Key},
         {u"Forbidden"_s, Refused::Right},
         {u"NoPermission"_s, Refused::Right},
         {u"NotAuthorized"_s, Refused::Right},
         {u"Throttling"_s, Refused::Pace},
         {u"InternalError"_s, Refused::Trouble},
         {u"SystemError"_s, Refused::Trouble},
         {u"ServiceUnavailable"_s, Refused::Trouble}},
        Texts::tr("Check that the AccessKey ID and secret belong together and are enabled (RAM → Users), and "
                  "the account's site: a key of one site does not work at the other. Your history stays."),
        Texts::tr("Give the RAM user the policy AliyunBSSReadOnlyAccess (RAM → Users → Add permissions); "
                  "your history stays.")};
    return book;
}

HttpRequest balanceRequest(const FetchJob &job)
{
    return alibabaRequest(job, "QueryAccountBalance", {});
}

Result<Page> parseBalance(const FetchJob &job, const HttpReply &reply)
{
    const auto data = alibabaData(job, reply, Texts::tr("The balance"));
    if (!data)
        return std::unexpected(data.error());
    const auto currency = Currency::fromCode(data->value(u"Currency"_s).toString());
    if (!currency)
        return std::unexpected(currency.error());
    Page page;
    const QString name
        = u"AvailableAmount"_s; // the credit line's part of it is no money of the account's own
    const QString text = data->value(name).toString().remove(u','); // "10,000.00"
    const auto amount = Money::parseRounded(text, *currency);
    if (!amount)
        return failure(Error::Kind::Format,
                       Texts::tr("The balance has an amount that cannot be read (%1): %2")
                           .arg(name, amount.error().detail));
    page.records.balances.append({.at = job.now, .name = name, .amount = *amount});
    return page;
}

QDate todayOf(const FetchJob &job)
{
    return dayOf(job.now, chinaZone());
}

QList<LoginField> loginFields()
{
    return {{.key = u"access_key_id"_s, .label = Texts::tr("AccessKey ID (LTAI…)"), .required = true},
            {.key = u"site"_s,
             .label = Texts::tr("Site: cn (China) or intl"),
             .defaultValue = u"cn"_s,
             .choices = {u"cn"_s, u"intl"_s}},
            {.key = u"product"_s,
             .label = Texts::tr("Product code; “all” is the whole bill"),
             .defaultValue = u"sfm"_s}};
}

} // namespace

const VendorInfo &AlibabaAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"alibaba"_s;
        vendor.name = Texts::tr("Alibaba Cloud Bailian");
        vendor.colour = u"#FF6A00"_s;
        vendor.baseUrl = QUrl(u"https://business.aliyuncs.com"_s);
        vendor.secretLabel = Texts::tr("AccessKey secret");
        vendor.secretHint = Texts::tr("30 characters; a DashScope API key (sk-…) reads no bill");
        vendor.keySteps = Texts::tr(
            "In the RAM console make a user for Costglass: Identities → Users → Create user, with OpenAPI "
            "access only; it shows the AccessKey ID and secret once. Then Add permissions → "
            "AliyunBSSReadOnlyAccess. For accounts of alibabacloud.com choose the site intl. The bill has "
            "each day behind a request of its own, so a first sync takes a few minutes.");
        vendor.keyPage = QUrl(u"https://ram.console.aliyun.com/users"_s);
        vendor.leastScope
            = Texts::tr("The policy AliyunBSSReadOnlyAccess, or bssapi:DescribeInstanceBill and "
                        "bssapi:QueryAccountBalance alone.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs, Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.dataLagHours = 24;
        vendor.trailingDays = 3;
        vendor.monthClosesOn = 5; // a month is final on the 3rd or 4th of the next
        vendor.historyMonths = 18;
        vendor.pollMinutes = 6 * 60;
        vendor.requestGapMs = 100; // ten calls in a second
        return vendor;
    }();
    return info;
}

QUrl AlibabaAdapter::baseUrl(const Account &account) const
{
    return account.baseUrl.isEmpty() && isAlibabaAbroad(account)
        ? QUrl(u"https://business.ap-southeast-1.aliyuncs.com"_s)
        : VendorAdapter::baseUrl(account);
}

HttpRequest AlibabaAdapter::firstRequest(const FetchJob &job) const
{
    return job.feed == Feed::Balance ? balanceRequest(job) : alibabaBillRequest(job, job.days.from);
}

Result<Page> AlibabaAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Balance ? parseBalance(job, reply) : parseAlibabaBill(job, reply);
}

HttpRequest AlibabaAdapter::checkRequest(const FetchJob &job) const
{
    return alibabaBillRequest(job, todayOf(job));
}

Result<KeyCheck> AlibabaAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    FetchJob today = job;
    today.feed = Feed::Costs;
    today.days = {todayOf(job), todayOf(job).addDays(1)};
    const auto page = parseAlibabaBill(today, reply);
    if (!page)
        return std::unexpected(page.error());
    return KeyCheck{Texts::tr("The key works: it reads the bill."), {}, {}};
}

bool isAlibabaAbroad(const Account &account)
{
    return account.settings.value(u"site"_s) == u"intl";
}

HttpRequest alibabaRequest(const FetchJob &job, const QByteArray &action,
                           const QList<QPair<QString, QString>> &parameters)
{
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/"_s, parameters);
    request.headers = {{"x-acs-action", action}, {"x-acs-version", "2017-12-14"}};
    request.auth.scheme = Auth::Scheme::Acs3;
    request.auth.id = job.account.settings.value(u"access_key_id"_s).trimmed().toLatin1();
    return request;
}

Result<QJsonObject> alibabaData(const FetchJob &job, const HttpReply &reply, const QString &what)
{
    const QJsonObject refusal = QJsonDocument::fromJson(reply.body).object();
    const QString code = refusal.value(u"Code"_s).toString();
    if (reply.status != 200)
        return std::unexpected(cloudError(reply, code, refusals(), job.now));
    const auto object = parseJsonObject(reply.body, what);
    if (!object)
        return std::unexpected(object.error());
    const bool good = object->value(u"Success"_s).toBool() && (code == u"Success" || code == u"200");
    if (!good && !code.isEmpty() && object->value(u"Success"_s) == false)
        return std::unexpected(cloudError(reply, code, refusals(), job.now));
    if (!good || !object->value(u"Data"_s).isObject())
        return failure(Error::Kind::Format, Texts::tr("%1 does not say that it succeeded.").arg(what));
    return object->value(u"Data"_s).toObject();
}

} // namespace Costglass
