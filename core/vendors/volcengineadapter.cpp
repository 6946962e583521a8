// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/volcengineadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/cloudrefusal.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Volcengine)
};

constexpr int PageRows = 300;

const RefusalBook &refusals()
{
    static const RefusalBook book{
        {{u"InvalidTimestamp"_s, Refused::Clock},
         {u"RequestExpired"_s, Refused::Clock},
         {u"InvalidAccessKey"_s, Refused::Key},
         {u"InvalidSecurityToken"_s, Refused::Key},
         {u"InvalidAuthorization"_s, Refused::Key},
         {u"InvalidCredential"_s, Refused::Key},
         {u"MissingSignature"_s, Refused::Key},
         {u"SignatureDoesNotMatch"_s, Refused::Key},
         {u"AccessDenied"_s, Refused::Right},
         {u"UnauthorizedOperation"_s, Refused::Right},
         {u"FlowLimitExceeded"_s, Refused::Pace},
         {u"AccountFlowLimitExceeded"_s, Refused::Pace},
         {u"RequestLimitExceeded"_s, Refused::Pace},
         {u"Internal"_s, Refused::Trouble},
         {u"ServiceUnavailable"_s, Refused::Trouble}},
        Texts::tr("Check that Access Key ID and secret key belong together and are enabled (IAM → Key "
                  "management); your history stays."),
        Texts::tr("Give the user the policy BillingCenterReadOnlyAccess (IAM → Users → Permissions); your "
                  "history stays.")};
    return book;
}

Result<Page> parseBalance(const FetchJob &job, const HttpReply &reply)
{
    const auto result = volcengineResult(job, reply, Texts::tr("The balance"));
    if (!result)
        return std::unexpected(result.error());
    Page page;
    const QString name = u"AvailableBalance"_s;
    const auto amount = moneyFromJson(result->value(name), Currency::cny());
    if (!amount)
        return failure(amount.error().kind,
                       Texts::tr("The balance has an amount that cannot be read (%1): %2")
                           .arg(name, amount.error().detail));
    page.records.balances.append({.at = job.now, .name = name, .amount = *amount});
    return page;
}

Month thisMonth(const FetchJob &job)
{
    return Month::of(dayOf(job.now, chinaZone()));
}

QList<LoginField> loginFields()
{
    return {{.key = u"access_key_id"_s, .label = Texts::tr("Access Key ID (AKLT…)"), .required = true},
            {.key = u"services"_s,
             .label = Texts::tr("Services: ai (Ark), or all of the bill"),
             .defaultValue = u"ai"_s,
             .choices = {u"ai"_s, u"all"_s}}};
}

} // namespace

const VendorInfo &VolcengineAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"volcengine"_s;
        vendor.name = Texts::tr("Volcengine Ark");
        vendor.colour = u"#1664FF"_s;
        vendor.baseUrl = QUrl(u"https://billing.volcengineapi.com"_s);
        vendor.secretLabel = Texts::tr("Secret Access Key");
        vendor.secretHint = Texts::tr("ends in == as a rule; an Ark API key reads no bill");
        vendor.keySteps = Texts::tr(
            "In the Volcengine console open IAM → Users → Create user, with programming access only, and "
            "give it the policy BillingCenterReadOnlyAccess. Its Access Key ID and Secret Access Key are "
            "shown under Keys. Ark's own API keys open no bill.");
        vendor.keyPage = QUrl(u"https://console.volcengine.com/iam/keymanage"_s);
        vendor.leastScope = Texts::tr("The policy BillingCenterReadOnlyAccess, or billing:ListBillDetail and "
                                      "billing:QueryBalanceAcct alone.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs, Feed::Balance};
        vendor.billingZone = "Asia/Shanghai";
        vendor.dataLagHours = 24;
        vendor.trailingDays = 3;
        vendor.monthClosesOn = 5;
        vendor.historyMonths = 18;
        vendor.pollMinutes = 6 * 60;
        vendor.requestGapMs = 50;
        return vendor;
    }();
    return info;
}

HttpRequest VolcengineAdapter::firstRequest(const FetchJob &job) const
{
    return job.feed == Feed::Balance ? volcengineRequest(job, u"QueryBalanceAcct"_s, {})
                                     : volcengineBillRequest(job, Month::of(job.days.from), PageRows);
}

Result<Page> VolcengineAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return job.feed == Feed::Balance ? parseBalance(job, reply) : parseVolcengineBill(job, reply);
}

HttpRequest VolcengineAdapter::checkRequest(const FetchJob &job) const
{
    return volcengineBillRequest(job, thisMonth(job), 1);
}

Result<KeyCheck> VolcengineAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto result = volcengineResult(job, reply, Texts::tr("The bill"));
    if (!result)
        return std::unexpected(result.error());
    const auto lines = arrayOf(*result, u"List"_s, Texts::tr("The bill"));
    if (!lines)
        return std::unexpected(lines.error());
    return KeyCheck{Texts::tr("The key works: it reads the bill."), {}, {}};
}

HttpRequest volcengineRequest(const FetchJob &job, const QString &action, const QJsonObject &parameters)
{
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/"_s, {{u"Action"_s, action}, {u"Version"_s, u"2022-01-01"_s}});
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    request.auth.scheme = Auth::Scheme::Volcengine;
    request.auth.id = job.account.settings.value(u"access_key_id"_s).trimmed().toLatin1();
    request.auth.region = "cn-north-1";
    request.auth.service = "billing";
    return request;
}

Result<QJsonObject> volcengineResult(const FetchJob &job, const HttpReply &reply, const QString &what)
{
    const QJsonObject refusal = QJsonDocument::fromJson(reply.body).object();
    const QString code = refusal.value(u"ResponseMetadata"_s)[u"Error"_s][u"Code"_s].toString();
    if (reply.status != 200 || !code.isEmpty())
        return std::unexpected(cloudError(reply, code, refusals(), job.now));
    const auto object = parseJsonObject(reply.body, what);
    if (!object)
        return std::unexpected(object.error());
    if (!object->value(u"Result"_s).isObject())
        return failure(Error::Kind::Format, Texts::tr("%1 holds no result.").arg(what));
    return object->value(u"Result"_s).toObject();
}

} // namespace Costglass
