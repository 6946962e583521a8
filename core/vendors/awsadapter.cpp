// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/awsadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Aws)
};

QString regionOf(const FetchJob &job)
{
    return job.account.settings.value(u"region"_s, u"us-east-1"_s);
}

/// STS beside Cost Explorer; a server of one's own answers both at its one address.
QUrl identityUrl(const FetchJob &job)
{
    const QString host = job.baseUrl.host();
    QUrl url = urlUnder(job.baseUrl, u"/"_s, {});
    if (!host.startsWith(u"ce."_s))
        return url;
    const QString domain = host.endsWith(u".com.cn"_s) ? u"amazonaws.com.cn"_s
        : host.endsWith(u".eu"_s)                      ? u"amazonaws.eu"_s
                                                       : u"amazonaws.com"_s;
    url.setHost(u"sts."_s + regionOf(job) + u'.' + domain);
    return url;
}

/// Whether the server at the job's address does not know STS.
bool lacksIdentity(const HttpReply &reply)
{
    const QString code = awsErrorCode(reply);
    return reply.status == 404 || reply.status == 405 || reply.status == 501
        || code.startsWith(u"UnknownOperation"_s) || code.startsWith(u"InvalidAction"_s);
}

QList<LoginField> loginFields()
{
    return {{u"access_key_id"_s, Texts::tr("Access key id (AKIA…)"), true, {}, u"profile"_s},
            {u"profile"_s, Texts::tr("Or a profile of ~/.aws (“env”: the environment)"), false, {}, {}},
            {.key = u"session_token"_s,
             .label = Texts::tr("Session token, for temporary credentials"),
             .secret = true},
            {u"region"_s, Texts::tr("Region of Cost Explorer"), false, u"us-east-1"_s, {}},
            {u"services"_s, Texts::tr("Services: ai or all"), false, u"ai"_s, {}, {u"ai"_s, u"all"_s}},
            {u"group_by"_s,
             Texts::tr("Split by usage_type, linked_account or tag:NAME"),
             false,
             u"usage_type"_s,
             {},
             {u"usage_type"_s, u"linked_account"_s, u"tag:"_s}},
            {u"request_budget"_s,
             Texts::tr("Most that requests may cost in a month, in US dollars"),
             false,
             u"2.00"_s,
             {}}};
}

} // namespace

const VendorInfo &AwsAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"aws"_s;
        vendor.name = Texts::tr("AWS AI");
        vendor.colour = u"#E69F00"_s;
        vendor.baseUrl = QUrl(u"https://ce.us-east-1.amazonaws.com"_s);
        vendor.secretLabel = Texts::tr("Secret access key");
        vendor.secretHint = Texts::tr("40 characters; none with a profile");
        vendor.secretUnless = u"profile"_s;
        vendor.keySteps = Texts::tr("In the AWS console make a user for Costglass: IAM → Users → Create "
                                    "user, without console access. Give "
                                    "it the policy below (Add permissions → Create inline policy → JSON), "
                                    "then Security credentials → Create "
                                    "access key. Cost Explorer must have been opened once in Billing and "
                                    "Cost Management. Each request to it "
                                    "costs $0.01: Costglass asks twice a day and stops at your limit, $2.00 "
                                    "a month unless you set another.");
        vendor.keyPage = QUrl(u"https://console.aws.amazon.com/iam/home#/users"_s);
        vendor.leastScope = Texts::tr("ce:GetCostAndUsage on “*”, nothing else: "
                                      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                      "\"Action\":\"ce:GetCostAndUsage\",\"Resource\":\"*\"}]}.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs};
        vendor.dataLagHours = 24;
        vendor.trailingDays = 5;
        vendor.monthClosesOn = 10; // the invoice's last corrections come in the first days of the next month
        vendor.historyMonths = 13;
        vendor.monthsPerJob = 14; // a wide window costs no more than a narrow one
        vendor.pollMinutes
            = 12 * 60; // data is refreshed up to three times a day, and two requests cost $0.02
        vendor.requestPrice = Money::fromNanos(10'000'000, Currency::usd());
        return vendor;
    }();
    return info;
}

Auth awsAuth(const FetchJob &job, const QByteArray &service)
{
    const auto &settings = job.account.settings;
    Auth auth;
    auth.scheme = Auth::Scheme::AwsSigV4;
    auth.id = settings.value(u"access_key_id"_s).toLatin1();
    auth.profile = settings.value(u"profile"_s).toUtf8();
    auth.region = regionOf(job).toLatin1();
    auth.service = service;
    return auth;
}

HttpRequest AwsAdapter::firstRequest(const FetchJob &job) const
{
    return awsCostRequest(job); // Costs is the only feed
}

Result<Page> AwsAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return parseAwsCosts(job, reply);
}

HttpRequest AwsAdapter::checkRequest(const FetchJob &job) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = identityUrl(job);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "Action=GetCallerIdentity&Version=2011-06-15";
    request.auth = awsAuth(job, "sts");
    return request;
}

Result<KeyCheck> AwsAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    if (lacksIdentity(reply)) {
        return failure(Error::Kind::Config,
                       Texts::tr("This address has no free check of a log-in (STS GetCallerIdentity)."),
                       Texts::tr("Add the account with costglass-cli account add, which asks nothing; the "
                                 "first sync proves the log-in."));
    }
    if (reply.status != 200)
        return std::unexpected(awsError(reply, job.now));
    const QString arn = awsMember(reply.body, u"Arn"_s);
    const QString account = awsMember(reply.body, u"Account"_s);
    if (arn.isEmpty() || account.isEmpty())
        return failure(Error::Kind::Format, Texts::tr("The reply does not say whose key this is."));
    constexpr int Longest = 200;
    KeyCheck check;
    check.summary
        = Texts::tr("The key works: it is that of %1. Whether it may read costs shows at the first sync, "
                    "because each request to Cost Explorer costs $0.01.")
              .arg(arn.left(Longest));
    if (arn.endsWith(u":root"_s))
        check.warnings.append(
            Texts::tr("This is a key of the root user, which may do everything. A user that may "
                      "only read costs is safer."));
    return check;
}

} // namespace Costglass
