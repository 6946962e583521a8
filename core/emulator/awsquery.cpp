// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emulator/awsquery.h"

#include "emulator/params.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

AwsRefusal invalid(const QString &message)
{
    return {u"ValidationException"_s, message};
}

const QStringList &dimensions()
{
    static const QStringList all{u"AZ"_s,
                                 u"INSTANCE_TYPE"_s,
                                 u"LEGAL_ENTITY_NAME"_s,
                                 u"INVOICING_ENTITY"_s,
                                 u"LINKED_ACCOUNT"_s,
                                 u"OPERATION"_s,
                                 u"PLATFORM"_s,
                                 u"PURCHASE_TYPE"_s,
                                 u"SERVICE"_s,
                                 u"TENANCY"_s,
                                 u"RECORD_TYPE"_s,
                                 u"USAGE_TYPE"_s,
                                 u"REGION"_s,
                                 u"BILLING_ENTITY"_s};
    return all;
}

/// The value of a line in a dimension; empty where this bill has none.
QString valueIn(const AwsCost &cost, const QString &key)
{
    return key == u"SERVICE"       ? cost.service
        : key == u"USAGE_TYPE"     ? cost.usageType
        : key == u"LINKED_ACCOUNT" ? cost.account
        : key == u"RECORD_TYPE"    ? cost.recordType
        : key == u"BILLING_ENTITY" ? (cost.usageType.contains(u"MP:"_s) ? u"AWS Marketplace"_s : u"AWS"_s)
                                   : QString();
}

/// Tags follow the account: Research is tagged, Shop is not.
QString tagOf(const AwsCost &cost, const QString &key)
{
    return key + u'$' + (key == u"team" && cost.account == u"111122223333" ? u"research"_s : QString());
}

std::optional<AwsRefusal> checkFilter(const QJsonObject &filter)
{
    if (filter.size() != 1)
        return invalid(u"Expression must have exactly one operand."_s);
    const QString member = filter.keys().first();
    const QJsonValue value = filter.begin().value();
    if (member == u"Not")
        return checkFilter(value.toObject());
    if (member == u"And" || member == u"Or") {
        if (value.toArray().size() < 2)
            return invalid(u"%1 needs two expressions or more."_s.arg(member));
        for (const QJsonValue &part : value.toArray()) {
            if (const auto refusal = checkFilter(part.toObject()))
                return refusal;
        }
        return std::nullopt;
    }
    if (member != u"Dimensions" && member != u"Tags")
        return invalid(u"Unknown member %1 of Expression."_s.arg(member));
    if (member == u"Dimensions" && !dimensions().contains(value[u"Key"_s].toString()))
        return invalid(u"Invalid dimension key %1."_s.arg(value[u"Key"_s].toString()));
    return value[u"Values"_s].toArray().isEmpty() ? std::optional(invalid(u"Values must not be empty."_s))
                                                  : std::nullopt;
}

bool passes(const AwsCost &cost, const QJsonObject &filter)
{
    if (filter.isEmpty())
        return true;
    const QJsonValue value = filter.begin().value();
    const auto holds = [&cost](const QJsonValue &part) { return passes(cost, part.toObject()); };
    const QJsonArray parts = value.toArray();
    if (filter.contains(u"Not"_s))
        return !holds(value);
    if (filter.contains(u"And"_s))
        return std::all_of(parts.begin(), parts.end(), holds);
    if (filter.contains(u"Or"_s))
        return std::any_of(parts.begin(), parts.end(), holds);
    const QString key = value[u"Key"_s].toString();
    const QString own
        = filter.contains(u"Tags"_s) ? tagOf(cost, key).mid(key.size() + 1) : valueIn(cost, key);
    return value[u"Values"_s].toArray().contains(own);
}

/// A decimal with ten places, as AWS writes amounts: \a value ÷ 10^\a digits.
QString tenPlaces(qint64 value, int digits)
{
    constexpr int Places = 10;
    const QString text = QString::number(qAbs(value)).rightJustified(digits + 1, u'0');
    const QString sign = value < 0 ? u"-"_s : QString();
    return sign + text.chopped(digits) + u'.' + text.right(digits).leftJustified(Places, u'0');
}

QJsonObject periodOf(QDate from, QDate to)
{
    return {{u"Start"_s, from.toString(Qt::ISODate)}, {u"End"_s, to.toString(Qt::ISODate)}};
}

} // namespace

std::optional<AwsRefusal> AwsQuery::readPeriod(const QJsonObject &body)
{
    const QJsonValue period = body[u"TimePeriod"_s];
    const QString granularity = body[u"Granularity"_s].toString();
    if (!period.isObject() || granularity.isEmpty())
        return invalid(u"TimePeriod and Granularity are required."_s);
    if (granularity == u"HOURLY")
        return AwsRefusal{u"AccessDeniedException"_s,
                          u"Hourly granularity is not enabled for this account."_s};
    if (granularity != u"DAILY" && granularity != u"MONTHLY")
        return invalid(u"Granularity must be one of DAILY, MONTHLY, HOURLY."_s);
    m_monthly = granularity == u"MONTHLY";
    m_days = {QDate::fromString(period[u"Start"_s].toString(), Qt::ISODate),
              QDate::fromString(period[u"End"_s].toString(), Qt::ISODate)};
    if (!m_days.from.isValid() || !m_days.to.isValid())
        return invalid(u"Start and End must be dates in the format yyyy-MM-dd."_s);
    if (m_days.isEmpty())
        return invalid(u"Start date (and hour) should be before end date (and hour)"_s);
    constexpr int HistoryMonths = 13;
    if (m_days.from < Month::of(m_today).plus(-HistoryMonths).firstDay())
        return invalid(u"You haven't enabled historical data beyond 14 months"_s);
    if (m_days.from > m_today)
        return invalid(u"Start date must not be after the current date."_s);
    return std::nullopt;
}

std::optional<AwsRefusal> AwsQuery::readGroups(const QJsonObject &body)
{
    static const QStringList known{u"AmortizedCost"_s,    u"BlendedCost"_s,           u"NetAmortizedCost"_s,
                                   u"NetUnblendedCost"_s, u"NormalizedUsageAmount"_s, u"UnblendedCost"_s,
                                   u"UsageQuantity"_s};
    for (const QJsonValue &metric : body[u"Metrics"_s].toArray()) {
        if (!known.contains(metric.toString()))
            return invalid(u"Invalid metric %1."_s.arg(metric.toString()));
        m_metrics.append(metric.toString());
    }
    if (m_metrics.isEmpty())
        return invalid(u"At least one metric is required."_s);
    m_groupBy = body[u"GroupBy"_s].toArray();
    if (m_groupBy.size() > 2)
        return invalid(u"No more than two group definitions are allowed."_s);
    for (const QJsonValue &group : std::as_const(m_groupBy)) {
        const QString type = group[u"Type"_s].toString();
        const QString key = group[u"Key"_s].toString();
        if (type != u"DIMENSION" && type != u"TAG" && type != u"COST_CATEGORY")
            return invalid(u"Group Definition type is invalid."_s);
        if (key.isEmpty() || (type == u"DIMENSION" && !dimensions().contains(key)))
            return invalid(u"Group Definition dimension is invalid."_s);
    }
    m_filter = body[u"Filter"_s].toObject();
    return body.contains(u"Filter"_s) ? checkFilter(m_filter) : std::nullopt;
}

std::optional<AwsRefusal> AwsQuery::readPage(const QJsonObject &body)
{
    QJsonObject query = body;
    query.remove(u"NextPageToken"_s);
    m_walk = QCryptographicHash::hash(QJsonDocument(query).toJson(QJsonDocument::Compact),
                                      QCryptographicHash::Sha256)
                 .toHex()
                 .left(16);
    const QString token = body[u"NextPageToken"_s].toString();
    if (!body.contains(u"NextPageToken"_s))
        return std::nullopt;
    const auto position = pagePosition(token.section(u'.', 1));
    if (!position)
        return AwsRefusal{u"InvalidNextTokenException"_s, u"The pagination token is invalid."_s};
    if (token.section(u'.', 0, 0).toLatin1() != m_walk)
        return AwsRefusal{u"RequestChangedException"_s, u"Your request parameters changed between pages."_s};
    m_offset = *position;
    return std::nullopt;
}

std::variant<AwsQuery, AwsRefusal> AwsQuery::read(const QByteArray &bytes, QDate today)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return AwsRefusal{u"SerializationException"_s, u"The request's body is not JSON."_s};
    const QJsonObject body = document.object();
    AwsQuery query;
    query.m_today = today;
    for (const auto reader : {&AwsQuery::readPeriod, &AwsQuery::readGroups, &AwsQuery::readPage}) {
        if (const auto refusal = (query.*reader)(body))
            return *refusal;
    }
    return query;
}

QJsonObject AwsQuery::metricsOf(const QList<AwsCost> &costs) const
{
    QSet<QString> units;
    Money cost = Money::zero(Currency::usd());
    qint64 micros = 0;
    for (const AwsCost &one : costs) {
        cost = *cost.plus(one.cost);
        micros += one.micros;
        units.insert(one.unit);
    }
    constexpr int NanoDigits = 9;
    constexpr int MicroDigits = 6;
    QJsonObject metrics;
    for (const QString &metric : m_metrics) {
        const bool quantity = metric == u"UsageQuantity" || metric == u"NormalizedUsageAmount";
        metrics.insert(metric,
                       quantity ? QJsonObject{{u"Amount"_s, tenPlaces(micros, MicroDigits)},
                                              {u"Unit"_s, units.size() == 1 ? *units.begin() : u"N/A"_s}}
                                : QJsonObject{{u"Amount"_s, tenPlaces(cost.nanos(), NanoDigits)},
                                              {u"Unit"_s, u"USD"_s}});
    }
    return metrics;
}

QJsonArray AwsQuery::groupsOf(const QList<AwsCost> &costs) const
{
    QMap<QStringList, QList<AwsCost>> groups;
    for (const AwsCost &cost : costs) {
        QStringList keys;
        for (const QJsonValue &group : m_groupBy) {
            const QString key = group[u"Key"_s].toString();
            const QString type = group[u"Type"_s].toString();
            keys.append(type == u"DIMENSION" ? valueIn(cost, key)
                            : type == u"TAG" ? tagOf(cost, key)
                                             : key + u'$');
        }
        groups[keys].append(cost);
    }
    QJsonArray array;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        array.append(
            QJsonObject{{u"Keys"_s, QJsonArray::fromStringList(it.key())}, {u"Metrics"_s, metricsOf(*it)}});
    return array;
}

QJsonArray AwsQuery::attributes(const QList<AwsCost> &costs) const
{
    const auto byAccount
        = [](const QJsonValue &group) { return group[u"Key"_s].toString() == u"LINKED_ACCOUNT"; };
    if (std::none_of(m_groupBy.begin(), m_groupBy.end(), byAccount))
        return {};
    QSet<QString> accounts;
    for (const AwsCost &cost : costs)
        accounts.insert(cost.account);
    QJsonArray array;
    for (const auto &[id, name] :
         {QPair{u"111122223333"_s, u"Research"_s}, QPair{u"444455556666"_s, u"Shop"_s}}) {
        if (accounts.contains(id))
            array.append(
                QJsonObject{{u"Value"_s, id}, {u"Attributes"_s, QJsonObject{{u"description"_s, name}}}});
    }
    return array;
}

QJsonObject AwsQuery::answer(const Costs &costs) const
{
    QJsonArray results;
    QList<AwsCost> all;
    qint64 position = 0; // of a group in the whole walk
    QDate next;
    for (QDate from = m_days.from; from < m_days.to; from = next) {
        next = m_monthly ? std::min(Month::of(from).plus(1).firstDay(), m_days.to) : from.addDays(1);
        QList<AwsCost> lines;
        for (QDate day = from; day < next; day = day.addDays(1))
            lines += costs(day);
        lines.removeIf([this](const AwsCost &cost) { return !passes(cost, m_filter); });
        all += lines;
        QJsonArray groups;
        if (!m_groupBy.isEmpty()) {
            for (const QJsonValue &group : groupsOf(lines)) {
                if (position >= m_offset && position < m_offset + PageGroups)
                    groups.append(group);
                ++position;
            }
        }
        // A month is an estimate until the tenth of the next.
        constexpr int ClosingDay = 10;
        const bool open = Month::of(from).plus(1).firstDay().addDays(ClosingDay - 1) > m_today;
        results.append(QJsonObject{{u"TimePeriod"_s, periodOf(from, next)},
                                   {u"Total"_s, m_groupBy.isEmpty() ? metricsOf(lines) : QJsonObject()},
                                   {u"Groups"_s, groups},
                                   {u"Estimated"_s, open}});
    }
    QJsonObject page{{u"ResultsByTime"_s, results},
                     {u"GroupDefinitions"_s, m_groupBy},
                     {u"DimensionValueAttributes"_s, attributes(all)}};
    if (position > m_offset + PageGroups)
        page.insert(u"NextPageToken"_s,
                    QString::fromLatin1(m_walk) + u'.' + pageToken(m_offset + PageGroups));
    return page;
}

} // namespace Costglass
