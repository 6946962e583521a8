// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/awsadapter.h"
#include "vendors/reply.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Aws)
};

QString costReport()
{
    return Texts::tr("The cost report");
}

/// What a request of the walk asks for; it is kept in the request's context.
enum class Part
{
    Use, ///< all but what Apart holds
    Apart, ///< credits, refunds, taxes, support and fees, by record type
    Whole ///< everything at once, where the server takes no filter
};

Part partOf(const HttpRequest &request)
{
    return static_cast<Part>(request.context.value(u"part"_s).toInt());
}

const QStringList &recordTypesApart()
{
    static const QStringList types{u"Credit"_s, u"Refund"_s, u"Tax"_s, u"Support"_s, u"Fee"_s};
    return types;
}

/// The second dimension of use, by the account's setting group_by: a dimension, or "tag:KEY".
QJsonObject groupOf(const QString &setting)
{
    const bool tag = setting.startsWith(u"tag:"_s);
    return {{u"Type"_s, tag ? u"TAG"_s : u"DIMENSION"_s},
            {u"Key"_s, tag ? setting.mid(4) : setting.toUpper()}};
}

QString groupSetting(const FetchJob &job)
{
    return job.account.settings.value(u"group_by"_s, u"usage_type"_s);
}

bool countsEverything(const FetchJob &job)
{
    return job.account.settings.value(u"services"_s) == u"all";
}

HttpRequest partRequest(const FetchJob &job, Part part)
{
    const QJsonObject types{{u"Dimensions"_s,
                             QJsonObject{{u"Key"_s, u"RECORD_TYPE"_s},
                                         {u"Values"_s, QJsonArray::fromStringList(recordTypesApart())}}}};
    const QJsonObject second = groupOf(part == Part::Apart ? u"record_type"_s : groupSetting(job));
    // Not even a filter by service: models of the Marketplace are services of their own, with names that nobody knows
    // beforehand.
    QJsonObject body{{u"TimePeriod"_s,
                      QJsonObject{{u"Start"_s, job.days.from.toString(Qt::ISODate)},
                                  {u"End"_s, job.days.to.toString(Qt::ISODate)}}},
                     {u"Granularity"_s, u"DAILY"_s},
                     {u"Metrics"_s, QJsonArray{u"UnblendedCost"_s, u"UsageQuantity"_s}},
                     {u"GroupBy"_s, QJsonArray{groupOf(u"service"_s), second}}};
    if (part != Part::Whole)
        body.insert(u"Filter"_s, part == Part::Apart ? types : QJsonObject{{u"Not"_s, types}});
    HttpRequest request;
    request.method = "POST";
    request.url = urlUnder(job.baseUrl, u"/"_s, {});
    request.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                       {"X-Amz-Target", "AWSInsightsIndexService.GetCostAndUsage"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.auth = awsAuth(job, "ce");
    request.context.insert(u"part"_s, static_cast<int>(part));
    return request;
}

/// A group of one day, as it stands in the reply.
struct Group
{
    QDate day;
    QString service;
    QString second; ///< the other key: usage type, account, tag or record type
    Money cost = Money::zero(Currency::usd());
    QString quantity; ///< null = not told
    QString unit;
};

Result<Group> readGroup(QDate day, const QJsonObject &object)
{
    const QJsonArray keys = object.value(u"Keys"_s).toArray();
    if (keys.size() != 2 || !keys[0].isString() || !keys[1].isString())
        return failure(Error::Kind::Format, Texts::tr("A group has not the two keys that were asked for."));
    const QJsonObject metrics = object.value(u"Metrics"_s).toObject();
    const QJsonObject amount = metrics.value(u"UnblendedCost"_s).toObject();
    const auto currency = Currency::fromCode(amount.value(u"Unit"_s).toString());
    if (!currency)
        return std::unexpected(currency.error());
    const auto cost = moneyFromJson(amount.value(u"Amount"_s), *currency);
    if (!cost)
        return std::unexpected(cost.error());
    const QJsonObject quantity = metrics.value(u"UsageQuantity"_s).toObject();
    return Group{day,
                 keys[0].toString(),
                 keys[1].toString(),
                 *cost,
                 decimalText(quantity.value(u"Amount"_s)).value_or(QString()),
                 idText(quantity.value(u"Unit"_s))};
}

ChargeCategory categoryOf(const QString &recordType)
{
    return recordType == u"Tax"                            ? ChargeCategory::Tax
        : recordType == u"Credit"                          ? ChargeCategory::Credit
        : recordType == u"Refund"                          ? ChargeCategory::Adjustment
        : recordType == u"Fee" || recordType == u"Support" ? ChargeCategory::Purchase
                                                           : ChargeCategory::Usage;
}

Charge chargeOf(Part part, const Group &group)
{
    Charge charge;
    charge.day = group.day;
    charge.periodStart = dayStart(group.day, QTimeZone::utc());
    charge.periodEnd = dayStart(group.day.addDays(1), QTimeZone::utc());
    charge.at.service = group.service;
    charge.at.model = awsMarketplaceModel(group.service);
    charge.cost = group.cost;
    if (group.service == u"Tax")
        charge.category = ChargeCategory::Tax;
    else if (group.cost.isNegative()) // without record types a negative sum can only be a credit
        charge.category = part == Part::Whole ? ChargeCategory::Credit : ChargeCategory::Adjustment;
    return charge;
}

/// A usage type tells model, region, tier and meter, and tokens go into the use of their day.
void readUsageType(const Group &group, Charge &charge, Records &records)
{
    const AwsUsageType type = readAwsUsageType(group.service, group.second);
    if (charge.at.model.isNull())
        charge.at.model = type.model;
    charge.at.region = type.region;
    charge.at.tier = type.tier;
    charge.description = group.second;
    charge.meter = type.meter;
    charge.quantity = group.quantity;
    charge.unit = group.unit;
    const auto tokens = tokenCount(group.quantity, group.unit);
    if (type.tokens != TokenClass::None && tokens)
        addTokens(records, charge, type.tokens, *tokens);
}

void addGroup(const FetchJob &job, Part part, const Group &group, Records &records)
{
    if (!countsEverything(job) && !isAwsAiService(group.service))
        return;
    Charge charge = chargeOf(part, group);
    const QString setting = groupSetting(job);
    if (part == Part::Apart) {
        charge.category = categoryOf(group.second);
        charge.description = group.second;
    } else if (setting == u"usage_type") {
        readUsageType(group, charge, records);
    } else if (setting == u"linked_account") {
        charge.at.project = group.second;
    } else if (setting.startsWith(u"tag:"_s)) {
        const QString value = group.second.section(u'$', 1); // "team$research"; "team$" where there is no tag
        charge.at.project = value.isEmpty() ? QString() : value;
    } else {
        charge.description = group.second;
    }
    const bool used = std::any_of(group.quantity.begin(), group.quantity.end(),
                                  [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (!charge.cost.isZero() || used)
        records.charges.append(charge);
}

Result<QList<Group>> readGroups(const QJsonObject &report)
{
    const auto days = arrayOf(report, u"ResultsByTime"_s, costReport());
    if (!days)
        return std::unexpected(days.error());
    QList<Group> all;
    for (const QJsonValue &value : *days) {
        const QString start = value[u"TimePeriod"_s][u"Start"_s].toString();
        const QDate day = QDate::fromString(start, Qt::ISODate);
        if (!day.isValid())
            return failure(Error::Kind::Format,
                           Texts::tr("%1 has a day without its date.").arg(costReport()));
        const auto groups = arrayOf(value.toObject(), u"Groups"_s, costReport());
        if (!groups)
            return std::unexpected(groups.error());
        for (const QJsonValue &object : *groups) {
            const auto group = readGroup(day, object.toObject());
            if (!group)
                return failure(group.error().kind,
                               Texts::tr("%1 has a row that cannot be read (%2): %3")
                                   .arg(costReport(), start, group.error().detail));
            all.append(*group);
        }
    }
    return all;
}

void readNames(const QJsonObject &report, Records &records)
{
    for (const QJsonValue &value : report.value(u"DimensionValueAttributes"_s).toArray()) {
        const QString id = idText(value[u"Value"_s]);
        const QString name = value[u"Attributes"_s][u"description"_s].toString();
        if (!id.isEmpty() && !name.isEmpty())
            records.names.append({Name::Of::Project, id, name});
    }
}

/// The same request for the page \a token, else the walk's next part.
Result<std::optional<HttpRequest>> nextRequest(const FetchJob &job, const HttpRequest &request,
                                               const QString &token)
{
    if (token.isEmpty())
        return partOf(request) == Part::Use ? std::optional(partRequest(job, Part::Apart)) : std::nullopt;
    auto next = followed(request, token);
    if (!next)
        return std::unexpected(next.error());
    QJsonObject body = QJsonDocument::fromJson(request.body).object();
    body.insert(u"NextPageToken"_s, token);
    next->body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return *next;
}

} // namespace

HttpRequest awsCostRequest(const FetchJob &job)
{
    return partRequest(job, Part::Use);
}

Result<Page> parseAwsCosts(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    const Part part = partOf(reply.request);
    if (part == Part::Use && isFirstPage(reply) && awsErrorCode(reply).startsWith(u"ValidationException"_s)
        && reply.status != 200) {
        page.next = partRequest(job, Part::Whole);
        page.warnings.append(Texts::tr(
            "This server does not separate credits and taxes; they are within the services' costs."));
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(awsError(reply, job.now));
    const auto report = parseJsonObject(reply.body, costReport());
    if (!report)
        return std::unexpected(report.error());
    auto groups = readGroups(*report);
    if (!groups)
        return std::unexpected(groups.error());
    // Use among what should stand apart: the server took no notice of the filter, and the first walk had everything.
    const auto isUse = [](const Group &group) { return !recordTypesApart().contains(group.second); };
    if (part == Part::Apart && std::any_of(groups->cbegin(), groups->cend(), isUse))
        return page;
    for (const Group &group : std::as_const(*groups))
        addGroup(job, part, group, page.records);
    if (part != Part::Apart && groupSetting(job) == u"linked_account")
        readNames(*report, page.records);
    auto next = nextRequest(job, reply.request, idText(report->value(u"NextPageToken"_s)));
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    return page;
}

} // namespace Costglass
