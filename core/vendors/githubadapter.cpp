// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/githubadapter.h"

#include "vendors/reply.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::GitHub)
};

constexpr int ModelDays = 35; ///< how many days back the model reports are asked for: a request for each day
const QDate creditsSince(2026, 6, 1); ///< Copilot bills AI credits from here on, premium requests before

QString usageReply()
{
    return Texts::tr("The usage report");
}

QString modelReply()
{
    return Texts::tr("The report by model");
}

QString level(const Account &account)
{
    return account.settings.value(u"level"_s);
}

HttpRequest billing(const FetchJob &job, const QString &report, QDate day, bool wholeMonth)
{
    const QString owner = level(job.account) == u"user" ? u"/users/"_s
        : level(job.account) == u"enterprise"           ? u"/enterprises/"_s
                                                        : u"/organizations/"_s;
    QList<QPair<QString, QString>> query{{u"year"_s, QString::number(day.year())},
                                         {u"month"_s, QString::number(day.month())}};
    if (!wholeMonth)
        query.append({u"day"_s, QString::number(day.day())});
    HttpRequest request;
    request.url = urlUnder(
        job.baseUrl, owner + job.account.settings.value(u"name"_s) + u"/settings/billing/"_s + report, query);
    request.headers = {{"Accept", "application/vnd.github+json"}, {"X-GitHub-Api-Version", "2026-03-10"}};
    request.auth.scheme = Auth::Scheme::Bearer;
    return request;
}

/// GitHub answers 403 as well as 429 when it asks to wait.
bool asksToWait(const HttpReply &reply)
{
    return reply.status == 429
        || (reply.status == 403
            && (reply.header("x-ratelimit-remaining") == "0" || !reply.header("retry-after").isEmpty()));
}

Error waitFor(const HttpReply &reply, qint64 now)
{
    HttpReply wait = reply;
    wait.status = 429;
    Error error = replyError(wait, now);
    bool known = false;
    const qint64 reset = reply.header("x-ratelimit-reset").toLongLong(&known);
    if (!error.retryAfter && known)
        error.retryAfter = static_cast<int>(std::clamp<qint64>(reset - now, 1, 3600));
    return error;
}

Error explained(const FetchJob &job, const HttpReply &reply)
{
    if (asksToWait(reply))
        return waitFor(reply, job.now);
    Error error = replyError(reply, job.now);
    if (error.kind == Error::Kind::Auth) {
        error.remedy = Texts::tr("Check that the whole token was pasted and that it has not expired; your "
                                 "history stays.");
    } else if (reply.status == 403 || reply.status == 404) {
        // GitHub does not tell whether it is the name or the right that is missing.
        error.kind = Error::Kind::Permission;
        error.detail = Texts::tr("GitHub shows this token no bill of “%1”.")
                           .arg(job.account.settings.value(u"name"_s).left(60));
        error.remedy = level(job.account) == u"user"
            ? Texts::tr("Check level and name, and that the token is your own with the permission “Plan: "
                        "read”. Copilot that an organization pays for is on that organization's bill; your "
                        "history stays.")
            : level(job.account) == u"enterprise"
            ? Texts::tr("Check level and name. An enterprise's bill takes a classic token of an owner or "
                        "billing manager; your history stays.")
            : Texts::tr("Check level and name, and that an owner made the token with the organization "
                        "permission “Administration: read”; your history stays.");
    }
    return error;
}

/// The items of either report.
Result<QJsonArray> itemsOf(const FetchJob &job, const HttpReply &reply, const QString &what)
{
    if (reply.status != 200)
        return std::unexpected(explained(job, reply));
    const auto object = readReply(reply, what, job.now);
    return object ? arrayOf(*object, u"usageItems"_s, what)
                  : Result<QJsonArray>(std::unexpected(object.error()));
}

bool isAi(const QJsonObject &item)
{
    const QString product = item.value(u"product"_s).toString().toLower();
    return product.contains(u"copilot"_s) || product == u"models" || product == u"github models"
        || product == u"spark";
}

/// Whether the report by model tells the item too. GitHub writes names with blanks or with underscores.
bool isMetered(const QJsonObject &item)
{
    const QString names = (item.value(u"product"_s).toString() + u' ' + item.value(u"sku"_s).toString())
                              .toLower()
                              .replace(u'_', u' ');
    return names.contains(u"premium request"_s) || names.contains(u"ai credit"_s);
}

/// Items of both reports: they differ in the names of their quantity, and in who or what the use was of.
Result<Charge> readItem(const FetchJob &job, const QJsonObject &item, QDate day, const QString &what)
{
    const auto net = amountOf(item, u"netAmount"_s, Currency::usd(), what);
    if (!net)
        return std::unexpected(net.error());
    Charge charge = chargeOn(day);
    charge.cost = *net;
    if (item.contains(u"grossAmount"_s)) {
        const auto gross = amountOf(item, u"grossAmount"_s, Currency::usd(), what);
        if (!gross)
            return std::unexpected(gross.error());
        charge.list = *gross;
    }
    const bool enterprise = level(job.account) == u"enterprise";
    charge.at.service = idText(item.value(u"product"_s));
    charge.at.model = idText(item.value(u"model"_s));
    charge.at.project = idText(item.value(enterprise ? u"organizationName"_s : u"repositoryName"_s));
    charge.description = idText(item.value(u"sku"_s));
    const QJsonValue quantity = item.value(u"quantity"_s);
    charge.quantity
        = decimalText(quantity.isUndefined() ? item.value(u"grossQuantity"_s) : quantity).value_or(QString());
    charge.unit = idText(item.value(u"unitType"_s));
    if (net->isNegative())
        charge.category = ChargeCategory::Adjustment;
    return charge;
}

Result<QList<Charge>> readItems(const FetchJob &job, const QJsonArray &items, QDate day, const QString &what)
{
    QList<Charge> charges;
    for (const QJsonValue &item : items) {
        auto charge = readItem(job, item.toObject(), day, what);
        if (!charge)
            return std::unexpected(charge.error());
        charges.append(*std::move(charge));
    }
    return charges;
}

Result<Money> sumOf(const QList<Charge> &charges)
{
    Money sum = Money::zero(Currency::usd());
    for (const Charge &charge : charges) {
        const auto more = sum.plus(charge.cost);
        if (!more)
            return more;
        sum = *more;
    }
    return sum;
}

/// The days of the job whose use is told by model.
DateRange modelDays(const FetchJob &job)
{
    const QDate today = dayOf(job.now, QTimeZone::utc());
    return DateRange{today.addDays(-ModelDays), today.addDays(1)}.intersected(job.days);
}

/// Asks for a day's use by model. \a held are the metered items of the bill that wait for it and the days after it.
HttpRequest modelRequest(const FetchJob &job, QDate day, const QVariantMap &held)
{
    HttpRequest request
        = billing(job, day < creditsSince ? u"premium_request/usage"_s : u"ai_credit/usage"_s, day, false);
    request.context = {{u"day"_s, day}, {u"held"_s, held}};
    return request;
}

/// Reads the bill. Metered items of days that are told by model wait for their report; where it is refused, the bill is asked
/// for again and \a only those from a day on are read.
Result<Page> readUsage(const FetchJob &job, const QJsonArray &items, QDate only)
{
    Page page;
    const DateRange byModel = modelDays(job);
    QMap<QString, QJsonArray> held;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QDate day = QDate::fromString(item.value(u"date"_s).toString().left(10), Qt::ISODate);
        if (!day.isValid())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has an item without its day.").arg(usageReply()));
        if (!isAi(item) || !job.days.contains(day))
            continue;
        auto charge = readItem(job, item, day, usageReply());
        if (!charge)
            return std::unexpected(charge.error());
        const bool waits = byModel.contains(day) && isMetered(item);
        if (waits && !only.isValid())
            held[day.toString(Qt::ISODate)].append(item);
        else if (only.isValid() ? waits && day >= only : true)
            page.records.charges.append(*std::move(charge));
    }
    if (byModel.isEmpty() || only.isValid())
        return page;
    QVariantMap waiting;
    for (auto it = held.cbegin(); it != held.cend(); ++it)
        waiting.insert(it.key(), it.value());
    page.next = modelRequest(job, byModel.from, waiting);
    return page;
}

/// What the bill says of a day, or the same by model where both add up to one sum and no project would be lost.
Result<QList<Charge>> mostDetailed(const QList<Charge> &bill, QList<Charge> models)
{
    if (bill.isEmpty())
        return models; // the bill is behind
    const auto billed = sumOf(bill);
    const auto told = sumOf(models);
    if (!billed || !told)
        return std::unexpected(!billed ? billed.error() : told.error());
    const QString project = bill.first().at.project;
    const bool one = std::all_of(bill.begin(), bill.end(),
                                 [&project](const Charge &charge) { return charge.at.project == project; });
    if (*billed != *told || !one)
        return bill;
    for (Charge &charge : models) {
        charge.at.project = project;
        charge.at.service = bill.first().at.service;
    }
    return models;
}

Result<Page> parseModels(const FetchJob &job, const HttpReply &reply)
{
    const QDate day = reply.request.context.value(u"day"_s).toDate();
    QVariantMap held = reply.request.context.value(u"held"_s).toMap();
    Page page;
    if (!asksToWait(reply) && (reply.status == 400 || reply.status == 403 || reply.status == 404)) {
        page.next = billing(job, u"usage"_s, job.days.from, true);
        page.next->context = {{u"only"_s, day}};
        page.warnings.append(Texts::tr("GitHub does not tell this bill by model."));
        return page;
    }
    const auto items = itemsOf(job, reply, modelReply());
    if (!items)
        return std::unexpected(items.error());
    const auto bill = readItems(job, held.take(day.toString(Qt::ISODate)).toJsonArray(), day, usageReply());
    auto models = readItems(job, *items, day, modelReply());
    if (!bill || !models)
        return std::unexpected(!bill ? bill.error() : models.error());
    const auto charges = mostDetailed(*bill, *std::move(models));
    if (!charges)
        return std::unexpected(charges.error());
    page.records.charges = *charges;
    if (modelDays(job).contains(day.addDays(1)))
        page.next = modelRequest(job, day.addDays(1), held);
    return page;
}

QList<LoginField> loginFields()
{
    return {{.key = u"level"_s,
             .label = Texts::tr("Whose bill"),
             .required = true,
             .choices = {u"user"_s, u"org"_s, u"enterprise"_s}},
            {u"name"_s, Texts::tr("Name of the person, organization or enterprise"), true, {}}};
}

} // namespace

const VendorInfo &GitHubAdapter::info() const
{
    static const VendorInfo info = [] {
        VendorInfo vendor;
        vendor.id = u"github"_s;
        vendor.name = Texts::tr("GitHub Copilot");
        vendor.colour = u"#1F883D"_s;
        vendor.baseUrl = QUrl(u"https://api.github.com"_s);
        vendor.secretLabel = Texts::tr("Personal access token");
        vendor.secretHint = u"github_pat_…"_s;
        vendor.keySteps = Texts::tr("Make a fine-grained token at github.com → Settings → Developer settings "
                                    "→ Personal access tokens; for an organization, an owner makes it with "
                                    "the organization as its resource owner. An enterprise's bill takes a "
                                    "classic token. Only Copilot, Models and Spark are counted.");
        vendor.keyPage = QUrl(u"https://github.com/settings/personal-access-tokens"_s);
        vendor.leastScope
            = Texts::tr("One's own bill: “Plan: read”. An organization: “Administration: read”. "
                        "An enterprise: a classic token with manage_billing:enterprise.");
        vendor.fields = loginFields();
        vendor.feeds = {Feed::Costs};
        vendor.dataLagHours = 24;
        vendor.trailingDays = 3;
        return vendor;
    }();
    return info;
}

HttpRequest GitHubAdapter::firstRequest(const FetchJob &job) const
{
    return billing(job, u"usage"_s, job.days.from, true);
}

Result<Page> GitHubAdapter::parse(const FetchJob &job, const HttpReply &reply) const
{
    if (reply.request.context.contains(u"day"_s))
        return parseModels(job, reply);
    const auto items = itemsOf(job, reply, usageReply());
    return items ? readUsage(job, *items, reply.request.context.value(u"only"_s).toDate())
                 : std::unexpected(items.error());
}

HttpRequest GitHubAdapter::checkRequest(const FetchJob &job) const
{
    return billing(job, u"usage"_s, dayOf(job.now, QTimeZone::utc()).addDays(-1), false);
}

Result<KeyCheck> GitHubAdapter::readCheck(const FetchJob &job, const HttpReply &reply) const
{
    const auto items = itemsOf(job, reply, usageReply());
    if (!items)
        return std::unexpected(items.error());
    KeyCheck check{Texts::tr("The token works: it reads the bill of “%1”.")
                       .arg(job.account.settings.value(u"name"_s).left(60)),
                   {},
                   {}};
    // Only a classic token is answered with its scopes.
    const QString scopes = QString::fromLatin1(reply.header("x-oauth-scopes").left(200));
    if (!scopes.isEmpty())
        check.warnings.append(
            Texts::tr(
                "This is a classic token with the scopes %1. Where it can be done, a fine-grained token "
                "that only reads the bill is safer.")
                .arg(scopes));
    return check;
}

} // namespace Costglass
