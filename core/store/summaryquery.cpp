// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/summaryquery.h"

#include "store/rows.h"
#include "store/summarywords.h"

#include <algorithm>

namespace Costglass {

namespace {

/// Dimensions that stand in the records themselves, by their column in both tables.
std::optional<RollupDim> recordDim(Dim dim)
{
    switch (dim) {
    case Dim::Service:
        return RollupDim::Service;
    case Dim::Model:
        return RollupDim::Model;
    case Dim::Project:
        return RollupDim::Project;
    case Dim::Key:
        return RollupDim::Key;
    case Dim::User:
        return RollupDim::User;
    case Dim::Region:
        return RollupDim::Region;
    case Dim::Tier:
        return RollupDim::Tier;
    case Dim::Category:
        return RollupDim::Category;
    case Dim::Vendor:
    case Dim::Account:
    case Dim::Kind:
    case Dim::Day:
    case Dim::Week:
    case Dim::Month:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// The month of a row as the integer 202611, by the months of the asked days: comparing is far cheaper than a calendar.
QByteArray monthExpression(const DateRange &days)
{
    if (days.isEmpty())
        return "NULL";
    QByteArray cases = "CASE";
    for (const Month month : monthsNewestFirst(days)) {
        cases += " WHEN r.day >= " + QByteArray::number(month.firstDay().toJulianDay()) + " THEN "
            + QByteArray::number(month.year() * 100 + month.month());
    }
    return cases + " END";
}

/// The vendor of a row as the first of its accounts: where no vendor has two, the account as the index has it.
QByteArray vendorExpression(Database &database)
{
    QByteArray cases;
    Statement read(
        database,
        "SELECT id, first FROM (SELECT id, min(id) OVER (PARTITION BY vendor) AS first FROM account)"
        " WHERE id <> first");
    while (read.step())
        cases += " WHEN " + QByteArray::number(read.integer(0)) + " THEN "
            + QByteArray::number(read.integer(1));
    return cases.isEmpty() ? "r.account" : "CASE r.account" + cases + " ELSE r.account END";
}

/// What to group by: an integer. Julian day 0 was a Monday.
QByteArray groupExpression(Database &database, Dim dim, const DateRange &days)
{
    switch (dim) {
    case Dim::Vendor:
        return vendorExpression(database);
    case Dim::Account:
        return "r.account";
    case Dim::Kind:
        return "r.kind";
    case Dim::Day:
        return "r.day";
    case Dim::Week:
        return "r.day - r.day % 7";
    case Dim::Month:
        return monthExpression(days);
    case Dim::Service:
    case Dim::Model:
    case Dim::Project:
    case Dim::Key:
    case Dim::User:
    case Dim::Region:
    case Dim::Tier:
    case Dim::Category:
        return "r." + dimName(dim).toLatin1();
    }
    Q_UNREACHABLE();
}

constexpr const char *chargeRows = R"sql(
    SELECT account, day, kind, billing_currency AS currency, service, model, project, key, user, region, tier,
        charge_category AS category, billed_cost AS cost, NULL AS input, NULL AS cache_read, NULL AS cache_write,
        NULL AS output, NULL AS requests
    FROM charge WHERE day >= ?1 AND day < ?2)sql";

constexpr const char *usageRows = R"sql(
    UNION ALL
    SELECT account, day, -1, '', service, model, project, key, user, region, tier,
        (SELECT id FROM dimension_value WHERE value = 'Usage'), NULL, input, cache_read,
        CASE WHEN coalesce(cache_write_5m, cache_write_30m, cache_write_1h, cache_write_12h) IS NULL THEN NULL
            ELSE coalesce(cache_write_5m, 0) + coalesce(cache_write_30m, 0) + coalesce(cache_write_1h, 0)
                + coalesce(cache_write_12h, 0) END,
        output, requests
    FROM usage WHERE day >= ?1 AND day < ?2)sql";

/// The statement of a query: rows of integers (the groups), kind, currency, cost and five token sums.
class Builder
{
public:
    Builder(Database &database, DimensionIds &ids, const Query &query)
        : m_database(database), m_ids(ids),
          m_query(query), m_parameters{query.days.from.toJulianDay(), query.days.to.toJulianDay()}
    {
    }

    QByteArray sql();
    const QList<qint64> &parameters() const { return m_parameters; }

private:
    QByteArray source();
    QByteArray conditions();
    QByteArray idsOf(Dim dim, const QStringList &values);

    Database &m_database;
    DimensionIds &m_ids;
    const Query &m_query;
    QList<qint64> m_parameters;
};

/// Where the figures come from: the rollup of the one record dimension in use, or the records.
QByteArray Builder::source()
{
    QSet<Dim> inUse;
    for (const Dim dim : m_query.by) {
        if (recordDim(dim))
            inUse.insert(dim);
    }
    for (const auto &condition : m_query.where) {
        if (recordDim(condition.first))
            inUse.insert(condition.first);
    }
    if (inUse.size() > 1)
        return m_query.moneyOnly ? QByteArray(chargeRows) : QByteArray(chargeRows) + usageRows;
    const auto rollup = inUse.isEmpty() ? RollupDim::None : *recordDim(*inUse.cbegin());
    const QByteArray name = inUse.isEmpty() ? QByteArray("none") : dimName(*inUse.cbegin()).toLatin1();
    return "SELECT account, day, kind, currency, value AS " + name
        + ", cost, input, cache_read, cache_write, output, requests FROM rollup_day WHERE dim = "
        + QByteArray::number(static_cast<int>(rollup)) + " AND day >= ?1 AND day < ?2";
}

/// A list of integers for "IN (…)": ids of values, accounts of vendors and labels, kinds.
QByteArray Builder::idsOf(Dim dim, const QStringList &values)
{
    QByteArrayList found;
    for (const QString &value : values) {
        if (dim == Dim::Vendor || dim == Dim::Account) {
            Statement read(m_database,
                           dim == Dim::Vendor ? "SELECT id FROM account WHERE vendor = ?1"
                                              : "SELECT id FROM account WHERE label = ?1");
            read.with(value);
            while (read.step())
                found.append(QByteArray::number(read.integer(0)));
        } else if (dim == Dim::Kind) {
            const auto kind = chargeKindFromName(value);
            if (kind)
                found.append(QByteArray::number(static_cast<int>(*kind)));
        } else if (dim == Dim::Day || dim == Dim::Week) {
            found.append(QByteArray::number(QDate::fromString(value, Qt::ISODate).toJulianDay()));
        } else if (dim == Dim::Month) {
            found.append(QByteArray::number(QString(value).remove(u'-').toInt()));
        } else if (const auto id = m_ids.find(value)) {
            found.append(QByteArray::number(*id));
        }
    }
    return found.join(',');
}

QByteArray Builder::conditions()
{
    QMap<Dim, QStringList> wanted;
    for (const auto &[dim, value] : m_query.where)
        wanted[dim].append(value);
    QByteArrayList conditions{"1"};
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const Dim dim = it.key() == Dim::Vendor ? Dim::Account : it.key();
        conditions.append(groupExpression(m_database, dim, m_query.days) + " IN ("
                          + idsOf(it.key(), it.value()) + ")");
    }
    if (m_query.moneyOnly)
        conditions.append("r.kind >= 0");
    if (m_query.kind)
        conditions.append("r.kind IN (-1, " + QByteArray::number(static_cast<int>(*m_query.kind)) + ")");
    return conditions.join(" AND ");
}

QByteArray Builder::sql()
{
    QByteArray columns;
    QByteArray grouping;
    for (const Dim dim : m_query.by) {
        const QByteArray expression = groupExpression(m_database, dim, m_query.days) + ", ";
        columns += expression;
        grouping += expression;
    }
    return "SELECT " + columns + "r.kind, r.currency, sum(r.cost)"
        + (m_query.moneyOnly ? QByteArray()
                             : QByteArray(", sum(r.input), sum(r.cache_read), sum(r.cache_write), "
                                          "sum(r.output), sum(r.requests)"))
        + " FROM (" + source() + ") r"
        + (m_query.by.contains(Dim::Vendor) ? " JOIN account a ON a.id = r.account" : "") + " WHERE "
        + conditions() + " GROUP BY " + grouping + "r.kind, r.currency";
}

/// The groups without the kind: use without money belongs to the dearest row of the same group.
QStringList groupOf(const Query &query, const SummaryRow &row)
{
    QStringList group;
    for (qsizetype i = 0; i < query.by.size(); ++i) {
        if (query.by[i] != Dim::Kind)
            group.append(row.keys[i].isNull() ? QString(QChar(0)) : row.keys[i]);
    }
    return group;
}

bool isTime(Dim dim)
{
    return dim == Dim::Day || dim == Dim::Week || dim == Dim::Month;
}

void sortRows(const Query &query, QList<SummaryRow> &rows)
{
    const auto time = std::find_if(query.by.cbegin(), query.by.cend(), isTime);
    const qsizetype timeIndex = time == query.by.cend() ? -1 : time - query.by.cbegin();
    std::stable_sort(rows.begin(), rows.end(), [timeIndex](const SummaryRow &a, const SummaryRow &b) {
        if (timeIndex >= 0 && a.keys[timeIndex] != b.keys[timeIndex])
            return a.keys[timeIndex] < b.keys[timeIndex];
        const auto nanos = [](const SummaryRow &row) {
            return row.cost ? row.cost->nanos() : std::numeric_limits<qint64>::min();
        };
        if (nanos(a) != nanos(b))
            return nanos(a) > nanos(b);
        return a.keys < b.keys;
    });
}

/// Gives each group's use to its dearest money row; groups without money keep a row of their own.
QList<SummaryRow> joined(const Query &query, QList<SummaryRow> money, const QList<SummaryRow> &use)
{
    sortRows(query, money);
    if (use.isEmpty())
        return money;
    QHash<QStringList, qsizetype> dearest;
    for (qsizetype i = money.size() - 1; i >= 0; --i)
        dearest[groupOf(query, money[i])] = i;
    for (const SummaryRow &row : use) {
        const auto home = dearest.constFind(groupOf(query, row));
        if (home == dearest.cend()) {
            if (!query.kind)
                money.append(row);
            continue;
        }
        SummaryRow &target = money[*home];
        target.input = row.input;
        target.cacheRead = row.cacheRead;
        target.cacheWrite = row.cacheWrite;
        target.output = row.output;
        target.requests = row.requests;
    }
    sortRows(query, money);
    return money;
}

QList<Total> totalsOf(const QList<SummaryRow> &rows)
{
    QList<Total> totals;
    for (const SummaryRow &row : rows) {
        if (!row.cost)
            continue;
        const auto same = std::find_if(totals.begin(), totals.end(), [&row](const Total &total) {
            return total.kind == *row.kind && total.cost.currency() == row.cost->currency();
        });
        if (same == totals.end())
            totals.append({*row.cost, *row.kind});
        else
            same->cost = valueOf(same->cost.plus(*row.cost));
    }
    return totals;
}

} // namespace

Summary answer(Database &database, DimensionIds &ids, const Query &query)
{
    Builder builder(database, ids, query);
    Statement read(database, builder.sql().constData());
    int index = 0;
    for (const qint64 parameter : builder.parameters())
        read.bind(++index, parameter);

    SummaryWords words(database);
    QList<SummaryRow> money;
    QList<SummaryRow> use;
    const int groups = static_cast<int>(query.by.size());
    while (read.step()) {
        SummaryRow row;
        for (int i = 0; i < groups; ++i) {
            row.keys.append(words.key(query.by[i], read, i));
            row.names.append(words.name(query.by[i], row.keys.last()));
        }
        if (read.integer(groups) == NoMoneyKind) {
            row.input = read.maybeInteger(groups + 3);
            row.cacheRead = read.maybeInteger(groups + 4);
            row.cacheWrite = read.maybeInteger(groups + 5);
            row.output = read.maybeInteger(groups + 6);
            row.requests = read.maybeInteger(groups + 7);
            use.append(row);
            continue;
        }
        row.kind = static_cast<ChargeKind>(read.integer(groups));
        row.cost
            = Money::fromNanos(read.integer(groups + 2), valueOf(Currency::fromCode(read.text(groups + 1))));
        money.append(row);
    }
    Summary summary;
    summary.rows = joined(query, money, use);
    summary.totals = totalsOf(summary.rows);
    return summary;
}

} // namespace Costglass
