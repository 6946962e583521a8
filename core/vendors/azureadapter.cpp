// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/azureadapter.h"

#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Azure)
};

/// One of Microsoft's clouds: each has a log-in service of its own.
struct Cloud
{
    QString manager;
    QString login;
};

const QList<Cloud> &clouds()
{
    static const QList<Cloud> all{
        {u"management.azure.com"_s, u"login.microsoftonline.com"_s},
        {u"management.usgovcloudapi.net"_s, u"login.microsoftonline.us"_s},
        {u"management.chinacloudapi.cn"_s, u"login.chinacloudapi.cn"_s},
    };
    return all;
}

/// Where tokens come from: the setting, else the log-in service of the address' cloud; a server of one's own answers
/// both at its one address.
QUrl loginUrl(const FetchJob &job)
{
    QString setting = job.account.settings.value(u"login_url"_s).trimmed();
    while (setting.endsWith(u'/')) // QUrl keeps the one behind a host
        setting.chop(1);
    if (!setting.isEmpty())
        return QUrl(setting);
    for (const Cloud &cloud : clouds()) {
        if (job.baseUrl.host() == cloud.manager)
            return QUrl(u"https://"_s + cloud.login);
    }
    return job.baseUrl;
}

/// What the token is for: the cloud's resource manager.
QByteArray resourceScope(const QUrl &base)
{
    for (const Cloud &cloud : clouds()) {
        if (base.host() == cloud.manager)
            return "https://" + cloud.manager.toLatin1() + "/.default";
    }
    return "https://management.azure.com/.default";
}

FetchJob checkJob(FetchJob job)
{
    const QDate today = dayOf(job.now, QTimeZone::utc());
    job.feed = Feed::Costs;
    job.days = {Month::of(today).firstDay(), today.addDays(1)};
    return job;
}

QList<LoginField> loginFields()
{
    return {{.key = u"tenant_id"_s, .label = Texts::tr("Directory (tenant) ID"), .required = true},
            {.key = u"client_id"_s, .label = Texts::tr("Application (client) ID"), .required = true},
            {.key = u"scope"_s,
             .label = Texts::tr("Scope (subscriptions/ID, or a resource group, management group or billing "
                                "account)"),
             .required = true},
            {.key = u"login_url"_s, .label = Texts::tr("Log-in service, for another cloud than Azure's own")},
            {.key = u"services"_s,
             .label = Texts::tr("Services: ai, or all of the scope"),
             .defaultValue = u"ai"_s,
             .choices = {u"ai"_s, u"all"_s}}};
}

} // namespace

const VendorInfo &AzureAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"azure"_s;
        vendor.name = Texts::tr("Azure AI");
        vendor.colour = u"#56B4E9"_s;
        vendor.baseUrl = QUrl(u"https://management.azure.com"_s);
        vendor.secretLabel = Texts::tr("Client secret");
        vendor.secretHint = Texts::tr("the value of the secret, not its ID");
        vendor.keySteps
            = Texts::tr("In the Azure portal make an app for Costglass: Microsoft Entra ID → App "
                        "registrations → New registration. Its Overview shows both IDs; make the secret "
                        "under Certificates & secrets and copy its value at once. Then open the subscription "
                        "→ Access control (IAM) → Add role assignment, and give the app the role below. A "
                        "new role takes some minutes to work.");
        vendor.keyPage
            = QUrl(u"https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade"_s);
        vendor.leastScope = Texts::tr("The role Cost Management Reader on the scope, nothing else; a billing "
                                      "account wants its own reader role instead.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs};
        vendor.dataLagHours = 24;
        vendor.trailingDays = 5;
        vendor.monthClosesOn = 10; // charges change until they are invoiced
        vendor.historyMonths = 13;
        vendor.pollMinutes = 4 * 60; // Azure itself refreshes its figures no sooner
        vendor.requestGapMs = 850; // a query of a month takes one of 12 units in 10 seconds
        return vendor;
    }();
    return info;
}

Auth azureAuth(const FetchJob &job)
{
    Auth auth;
    auth.scheme = Auth::Scheme::EntraClient;
    auth.id = job.account.settings.value(u"client_id"_s).trimmed().toUtf8();
    auth.scope = resourceScope(job.baseUrl);
    auth.tokenUrl
        = urlUnder(loginUrl(job),
                   u'/' + job.account.settings.value(u"tenant_id"_s).trimmed() + u"/oauth2/v2.0/token"_s, {});
    return auth;
}

QString azureScope(const Account &account)
{
    QString scope = account.settings.value(u"scope"_s).trimmed();
    while (scope.startsWith(u'/'))
        scope.remove(0, 1);
    while (scope.endsWith(u'/'))
        scope.chop(1);
    return scope;
}

HttpRequest AzureAdapter::firstRequest(const FetchJob &job) const
{
    return azureCostsRequest(job, AzureDetail::Meter);
}

Result<Page> AzureAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    return parseAzureCosts(job, reply);
}

HttpRequest AzureAdapter::checkRequest(const FetchJob &job) const
{
    return azureCostsRequest(checkJob(job), AzureDetail::Meter);
}

Result<KeyCheck> AzureAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    if (azureWantsCoarser(reply))
        return KeyCheck{{}, {}, azureCostsRequest(checkJob(job), AzureDetail::Category)};
    const auto page = parseAzureCosts(checkJob(job), reply);
    if (!page)
        return std::unexpected(page.error());
    constexpr int Longest = 200;
    return KeyCheck{
        Texts::tr("The key works: it reads the costs of %1.").arg(azureScope(job.account).left(Longest)),
        {},
        {}};
}

} // namespace Costglass
