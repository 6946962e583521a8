// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/openaiadapter.h"
#include "vendors/reply.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::OpenAi)
};

QString costReport()
{
    return Texts::tr("The cost report");
}

/// "gpt-6-astra, input_tokens" names model and meter; a line item without a comma names a service.
void splitLineItem(const QString &lineItem, Charge &charge)
{
    charge.description = lineItem;
    const qsizetype comma = lineItem.indexOf(u", "_s);
    if (comma > 0) {
        charge.at.model = lineItem.left(comma);
        charge.meter = lineItem.mid(comma + 2);
    } else {
        charge.at.service = lineItem;
    }
}

/// The contract lets a row leave its amount out.
bool hasAmount(const QJsonValue &row)
{
    const QJsonValue amount = row[u"amount"_s];
    const auto absent = [](const QJsonValue &value) { return value.isNull() || value.isUndefined(); };
    return !row.isObject() || !(absent(amount) || (amount.isObject() && absent(amount[u"value"_s])));
}

Result<Charge> readCharge(const OpenAiBucket &bucket, const QJsonObject &row)
{
    const QJsonObject amount = row.value(u"amount"_s).toObject();
    const auto currency = Currency::fromCode(amount.value(u"currency"_s).toString(u"usd"_s));
    if (!currency)
        return std::unexpected(currency.error());
    const auto cost = moneyFromJson(amount.value(u"value"_s), *currency);
    if (!cost)
        return std::unexpected(cost.error());
    Charge charge;
    charge.day = bucket.day;
    charge.periodStart = bucket.start;
    charge.periodEnd = bucket.end;
    charge.cost = *cost;
    const QString lineItem = idText(row.value(u"line_item"_s));
    if (!lineItem.isNull())
        splitLineItem(lineItem, charge);
    charge.at.project = idText(row.value(u"project_id"_s));
    charge.at.key = idText(row.value(u"api_key_id"_s));
    charge.at.user = idText(row.value(u"user_id"_s));
    charge.quantity = decimalText(row.value(u"quantity"_s)).value_or(QString());
    charge.unit = idText(row.value(u"quantity_unit"_s));
    if (charge.cost.isNegative())
        charge.category = lineItem.contains(u"credit"_s, Qt::CaseInsensitive) ? ChargeCategory::Credit
                                                                              : ChargeCategory::Adjustment;
    return charge;
}

} // namespace

HttpRequest openAiCostsRequest(const FetchJob &job, bool byKey)
{
    QList<QPair<QString, QString>> query{
        {u"start_time"_s, QString::number(dayStart(job.days.from, QTimeZone::utc()))},
        {u"end_time"_s, QString::number(dayStart(job.days.to, QTimeZone::utc()))},
        {u"bucket_width"_s, u"1d"_s},
        {u"limit"_s, u"180"_s},
        {u"group_by[]"_s, u"project_id"_s},
        {u"group_by[]"_s, u"line_item"_s}};
    if (byKey)
        query.append({u"group_by[]"_s, u"api_key_id"_s});
    HttpRequest request = openAiGet(job, u"costs"_s, query);
    request.context.insert(u"byKey"_s, byKey);
    return request;
}

Result<Page> parseOpenAiCosts(const FetchJob &job, const HttpReply &reply)
{
    Page page;
    // Since July 2026 the live endpoint refuses to group by key for some organisations: then ask without.
    if (reply.status == 400 && reply.request.context.value(u"byKey"_s).toBool() && isFirstPage(reply)) {
        page.next = openAiCostsRequest(job, false);
        page.warnings.append(Texts::tr("OpenAI does not tell this organization's costs by key."));
        return page;
    }
    if (reply.status != 200)
        return std::unexpected(openAiError(reply, job.now));
    const auto object = readReply(reply, costReport(), job.now);
    if (!object)
        return std::unexpected(object.error());
    const auto buckets = openAiBuckets(*object, costReport());
    if (!buckets)
        return std::unexpected(buckets.error());
    for (const OpenAiBucket &bucket : *buckets) {
        for (const QJsonValue &row : bucket.results) {
            if (!hasAmount(row)) {
                page.warnings.append(Texts::tr("%1 has a row without an amount (%2): it is not counted.")
                                         .arg(costReport(), bucket.day.toString(Qt::ISODate)));
                continue;
            }
            auto charge = readCharge(bucket, row.toObject());
            if (!charge) {
                return failure(
                    charge.error().kind,
                    Texts::tr("%1 has a row that cannot be read (%2): %3")
                        .arg(costReport(), bucket.day.toString(Qt::ISODate), charge.error().detail));
            }
            page.records.charges.append(*std::move(charge));
        }
    }
    const QString token = nextToken(*object);
    if (!token.isEmpty()) {
        const auto next = nextPage(reply.request, u"page"_s, token);
        if (!next)
            return std::unexpected(next.error());
        page.next = *next;
    }
    return page;
}

} // namespace Costglass
