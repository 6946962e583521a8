// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/alibabaadapter.h"

#include "vendors/cloudbill.h"
#include "vendors/reply.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Alibaba)
};

QString billName()
{
    return Texts::tr("The bill");
}

QDate askedDay(const HttpRequest &request)
{
    return QDate::fromString(request.context.value(u"day"_s).toString(), Qt::ISODate);
}

ChargeCategory categoryOf(const QJsonObject &item)
{
    const QString kind = item.value(u"Item"_s).toString();
    if (kind == u"Refund" || kind == u"Adjustment")
        return ChargeCategory::Adjustment;
    return kind == u"SubscriptionOrder" ? ChargeCategory::Purchase : ChargeCategory::Usage;
}

/// A line's money: after discounts, however it is paid. Coupons, vouchers and prepaid cards are means of payment.
Result<Charge> readItem(const FetchJob &job, QDate day, const QJsonObject &item)
{
    Charge charge = chinaCharge(day);
    const QJsonValue code = item.value(u"Currency"_s);
    const auto currency = code.isUndefined() || code.isNull()
        ? Result<Currency>(isAlibabaAbroad(job.account) ? Currency::usd() : Currency::cny())
        : Currency::fromCode(code.toString());
    if (!currency)
        return std::unexpected(currency.error());
    const auto cost = moneyFromJson(item.value(u"PretaxAmount"_s), *currency);
    if (!cost)
        return std::unexpected(cost.error());
    charge.cost = *cost;
    charge.list = optionalMoney(item.value(u"PretaxGrossAmount"_s), *currency);
    const AlibabaInstance instance = readAlibabaInstance(item.value(u"InstanceID"_s).toString());
    charge.category = categoryOf(item);
    charge.at.service = idText(item.value(u"ProductCode"_s));
    charge.at.model = instance.model;
    charge.at.project = instance.workspace;
    charge.at.key = instance.key;
    charge.at.region = idText(item.value(u"Region"_s));
    charge.description
        = joinedWords({item.value(u"ProductDetail"_s).toString(), item.value(u"BillingItem"_s).toString()});
    charge.quantity = decimalText(item.value(u"Usage"_s)).value_or(QString());
    charge.unit = idText(item.value(u"UsageUnit"_s));
    return charge;
}

void addItem(const QJsonObject &item, const Charge &charge, Records &records)
{
    const QString meter = readAlibabaInstance(item.value(u"InstanceID"_s).toString()).meter;
    const TokenClass tokens = tokenClassOf(meter);
    addBillLine(records, charge,
                tokens == TokenClass::None ? tokenClassOf(item.value(u"BillingItem"_s).toString()) : tokens,
                meter);
}

/// The next page of the day, or the next day.
Result<std::optional<HttpRequest>> nextRequest(const FetchJob &job, const HttpReply &reply, QDate day,
                                               const QString &token)
{
    if (token.isEmpty()) {
        const QDate next = day.addDays(1);
        return next < job.days.to ? std::optional(alibabaBillRequest(job, next)) : std::nullopt;
    }
    const auto page = nextPage(reply.request, u"NextToken"_s, token);
    if (!page)
        return std::unexpected(page.error());
    return *page;
}

} // namespace

HttpRequest alibabaBillRequest(const FetchJob &job, QDate day)
{
    QList<QPair<QString, QString>> parameters{{u"BillingCycle"_s, day.toString(u"yyyy-MM"_s)},
                                              {u"BillingDate"_s, day.toString(Qt::ISODate)},
                                              {u"Granularity"_s, u"DAILY"_s},
                                              {u"IsBillingItem"_s, u"true"_s},
                                              {u"MaxResults"_s, u"300"_s}};
    const QString product = job.account.settings.value(u"product"_s, u"sfm"_s).trimmed();
    if (product != u"all")
        parameters.append({u"ProductCode"_s, product});
    HttpRequest request = alibabaRequest(job, "DescribeInstanceBill", parameters);
    request.context.insert(u"day"_s, day.toString(Qt::ISODate));
    return request;
}

Result<Page> parseAlibabaBill(const FetchJob &job, const HttpReply &reply)
{
    const auto data = alibabaData(job, reply, billName());
    if (!data)
        return std::unexpected(data.error());
    const auto items = arrayOf(*data, u"Items"_s, billName());
    if (!items)
        return std::unexpected(items.error());
    const QDate day = askedDay(reply.request);
    if (!day.isValid())
        return failure(Error::Kind::Format, Texts::tr("%1 is of no day.").arg(billName()));
    Page page;
    for (const QJsonValue &value : *items) {
        const QJsonObject item = value.toObject();
        const QString date = item.value(u"BillingDate"_s).toString();
        const QDate own = QDate::fromString(date.left(10), Qt::ISODate);
        if (!date.isEmpty() && !own.isValid())
            return failure(Error::Kind::Format, Texts::tr("%1 has a line of no day.").arg(billName()));
        // A server that takes no notice of the day must not bring a month's lines for each of its days.
        if (own.isValid() && own != day)
            continue;
        const auto charge = readItem(job, day, item);
        if (!charge)
            return failure(charge.error().kind,
                           Texts::tr("%1 has a line that cannot be read (%2): %3")
                               .arg(billName(), day.toString(Qt::ISODate), charge.error().detail));
        addItem(item, *charge, page.records);
    }
    const auto next = nextRequest(job, reply, day, idText(data->value(u"NextToken"_s)));
    if (!next)
        return std::unexpected(next.error());
    page.next = *next;
    return page;
}

AlibabaInstance readAlibabaInstance(const QString &id)
{
    static const QRegularExpression workspace(u"^(?:llm|ws)[-_]"_s);
    static const QRegularExpression number(u"^[0-9]+$"_s);
    const QStringList parts = id.split(u';');
    AlibabaInstance instance;
    qsizetype at = 0;
    while (at < parts.size() && !workspace.match(parts[at]).hasMatch()) {
        if (number.match(parts[at]).hasMatch())
            instance.key = parts[at];
        ++at;
    }
    if (at >= parts.size() - 1)
        return {}; // another product's id
    instance.workspace = parts[at];
    instance.model = parts[at + 1];
    instance.meter = parts.value(at + 2);
    return instance;
}

} // namespace Costglass
