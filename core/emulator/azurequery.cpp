// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/azurequery.h"

#include "emulator/params.h"

#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

const QStringList &dimensions()
{
    static const QStringList names{u"ServiceName"_s,    u"MeterCategory"_s, u"MeterSubCategory"_s,
                                   u"Meter"_s,          u"ResourceGroup"_s, u"ResourceGroupName"_s,
                                   u"SubscriptionId"_s, u"ChargeType"_s,    u"PublisherType"_s};
    return names;
}

const QStringList &sums()
{
    static const QStringList names{u"Cost"_s, u"CostUSD"_s, u"PreTaxCost"_s, u"PreTaxCostUSD"_s,
                                   u"UsageQuantity"_s};
    return names;
}

QString unknown(const QString &what, const QString &name, const QStringList &known)
{
    return u"Invalid query definition: Invalid %1 '%2'; valid values: '%3'."_s.arg(what, name,
                                                                                   known.join(u"','"_s));
}

} // namespace

std::optional<QString> AzureQuery::checkFilter(const QJsonObject &filter)
{
    for (const QString &both : {u"and"_s, u"or"_s}) {
        if (!filter.contains(both))
            continue;
        const QJsonArray parts = filter.value(both).toArray();
        if (parts.size() < 2)
            return u"Invalid query definition: Filter '%1' needs at least two expressions."_s.arg(both);
        for (const QJsonValue &part : parts) {
            if (const auto problem = checkFilter(part.toObject()))
                return problem;
        }
        return std::nullopt;
    }
    const QJsonObject dimension = filter.value(u"dimensions"_s).toObject();
    const QString name = dimension.value(u"name"_s).toString();
    if (!dimensions().contains(name))
        return unknown(u"dataset filter dimension"_s, name, dimensions());
    if (dimension.value(u"operator"_s).toString() != u"In"
        || dimension.value(u"values"_s).toArray().isEmpty())
        return u"Invalid query definition: Filter on '%1' needs the operator In and values."_s.arg(name);
    return std::nullopt;
}

std::optional<QString> AzureQuery::readDataset(const QJsonObject &dataset)
{
    m_granularity = dataset.value(u"granularity"_s).toString(u"None"_s);
    const QStringList granularities{u"Daily"_s, u"Monthly"_s, u"None"_s};
    if (!granularities.contains(m_granularity))
        return unknown(u"dataset granularity"_s, m_granularity, granularities);
    const QJsonObject aggregation = dataset.value(u"aggregation"_s).toObject();
    for (auto it = aggregation.begin(); it != aggregation.end(); ++it) {
        const QString name = it.value()[u"name"_s].toString();
        if (!sums().contains(name) || it.value()[u"function"_s].toString() != u"Sum")
            return unknown(u"dataset aggregation column"_s, name, sums());
        m_sums.append(name);
    }
    const QJsonArray grouping = dataset.value(u"grouping"_s).toArray();
    for (const QJsonValue &group : grouping) {
        const QString name = group[u"name"_s].toString();
        if (group[u"type"_s].toString() != u"Dimension" || !dimensions().contains(name))
            return unknown(u"dataset grouping"_s, name, dimensions());
        m_groups.append(name);
    }
    constexpr int Most = 2;
    if (m_sums.isEmpty() || m_sums.size() > Most || m_groups.size() > Most)
        return u"Invalid query definition: Dataset wants one or two aggregations and at most two groupings."_s;
    m_filter = dataset.value(u"filter"_s).toObject();
    return m_filter.isEmpty() ? std::nullopt : checkFilter(m_filter);
}

std::optional<QString> AzureQuery::readPeriod(const QJsonObject &body, QDate today)
{
    const QString frame = body.value(u"timeframe"_s).toString();
    const Month month = Month::of(today);
    if (frame == u"MonthToDate" || frame == u"BillingMonthToDate") {
        m_days = {month.firstDay(), today.addDays(1)};
        return std::nullopt;
    }
    if (frame == u"TheLastMonth" || frame == u"TheLastBillingMonth") {
        m_days = month.plus(-1).range();
        return std::nullopt;
    }
    if (frame != u"Custom")
        return unknown(u"timeframe"_s, frame, {u"MonthToDate"_s, u"TheLastMonth"_s, u"Custom"_s});
    const QJsonObject period = body.value(u"timePeriod"_s).toObject();
    const auto dayAt = [&period](const QString &name) {
        return QDate::fromString(period.value(name).toString().left(10), Qt::ISODate);
    };
    const QDate from = dayAt(u"from"_s);
    const QDate last = dayAt(u"to"_s);
    if (!from.isValid() || !last.isValid() || last < from)
        return u"Invalid query definition: timePeriod needs from and to, in this order."_s;
    m_days = {from, last.addDays(1)};
    constexpr int LongestDaily = 31;
    constexpr int Longest = 366;
    if (m_days.days() > (m_granularity == u"Daily" ? LongestDaily : Longest))
        return u"Invalid query definition: The time period is too long for the granularity '%1'."_s.arg(
            m_granularity);
    return std::nullopt;
}

std::variant<AzureQuery, AzureRefusal> AzureQuery::read(const QByteArray &bytes, QDate today)
{
    const QJsonObject body = QJsonDocument::fromJson(bytes).object();
    const QStringList types{u"ActualCost"_s, u"AmortizedCost"_s, u"Usage"_s};
    const QString type = body.value(u"type"_s).toString();
    AzureQuery query;
    std::optional<QString> problem;
    if (!types.contains(type))
        problem = unknown(u"type"_s, type, types);
    if (!problem)
        problem = query.readDataset(body.value(u"dataset"_s).toObject());
    if (!problem)
        problem = query.readPeriod(body, today);
    if (problem)
        return AzureRefusal{400, u"BadRequest"_s, *problem};
    return query;
}

bool AzureQuery::matches(const QJsonObject &filter, const AzureCost &cost)
{
    const auto matchesPart = [&cost](const QJsonValue &part) { return matches(part.toObject(), cost); };
    const QJsonArray all = filter.value(u"and"_s).toArray();
    const QJsonArray any = filter.value(u"or"_s).toArray();
    if (!all.isEmpty())
        return std::all_of(all.begin(), all.end(), matchesPart);
    if (!any.isEmpty())
        return std::any_of(any.begin(), any.end(), matchesPart);
    const QJsonObject dimension = filter.value(u"dimensions"_s).toObject();
    const QJsonArray values = dimension.value(u"values"_s).toArray();
    const QString own = cost.dimensions.value(dimension.value(u"name"_s).toString());
    return values.isEmpty() || std::any_of(values.begin(), values.end(), [&own](const QJsonValue &value) {
               return value.toString().compare(own, Qt::CaseInsensitive) == 0;
           });
}

QJsonArray AzureQuery::columns() const
{
    const auto column = [](const QString &name, const QString &type) {
        return QJsonObject{{u"name"_s, name}, {u"type"_s, type}};
    };
    QJsonArray all;
    for (const QString &name : m_sums)
        all.append(column(name, u"Number"_s));
    if (m_granularity == u"Daily")
        all.append(column(u"UsageDate"_s, u"Number"_s));
    else if (m_granularity == u"Monthly")
        all.append(column(u"BillingMonth"_s, u"Datetime"_s));
    for (const QString &name : m_groups)
        all.append(column(name, u"String"_s));
    all.append(column(u"Currency"_s, u"String"_s));
    return all;
}

QJsonArray AzureQuery::row(const QString &date, const AzureCost &sum) const
{
    QJsonArray row;
    for (const QString &name : m_sums)
        row.append(name == u"UsageQuantity" ? sum.quantity : sum.cost.toDecimal().toDouble());
    if (m_granularity == u"Daily")
        row.append(date.toInt());
    else if (m_granularity == u"Monthly")
        row.append(date);
    for (const QString &name : m_groups)
        row.append(sum.dimensions.value(name));
    row.append(sum.cost.currency().code());
    return row;
}

QJsonArray AzureQuery::rows(const Day &costs) const
{
    struct Dated
    {
        QString date;
        AzureCost cost;
    };
    QList<Dated> all;
    for (QDate day = m_days.from; day < m_days.to; day = day.addDays(1)) {
        const QString date = m_granularity == u"Daily" ? day.toString(u"yyyyMMdd"_s)
            : m_granularity == u"Monthly" ? Month::of(day).firstDay().toString(Qt::ISODate) + u"T00:00:00"_s
                                          : QString();
        for (const AzureCost &cost : costs(day)) {
            if (matches(m_filter, cost))
                all.append({date, cost});
        }
    }
    const auto keyOf = [this](const Dated &dated) {
        QStringList key{dated.date};
        for (const QString &name : m_groups)
            key.append(dated.cost.dimensions.value(name));
        return key.join(u'\n');
    };
    const auto add = [](Dated &sum, const Dated &more) {
        sum.cost.cost
            = Money::fromNanos(sum.cost.cost.nanos() + more.cost.cost.nanos(), sum.cost.cost.currency());
        sum.cost.quantity += more.cost.quantity;
    };
    QJsonArray rows;
    for (const Dated &dated : grouped(all, keyOf, add))
        rows.append(row(dated.date, dated.cost));
    return rows;
}

} // namespace Costglass
