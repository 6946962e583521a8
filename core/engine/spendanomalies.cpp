// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/spendanomalies.h"

#include "analytics/anomalies.h"
#include "engine/plannedspend.h"
#include "engine/spendforecast.h"

#include <algorithm>
#include <cmath>

namespace Costglass {

namespace {

constexpr int Week = 7;
constexpr int LongestHistory = 400;
constexpr int UsualDays = 28; // that tell what a model, key or project usually costs

Money moneyOf(double nanos, Currency currency)
{
    constexpr double Most = 9.0e18;
    return Money::fromNanos(static_cast<qint64>(std::llround(std::clamp(nanos, -Most, Most))), currency);
}

class Reader
{
public:
    Reader(Store &store, const AnomalyQuestion &question, QDate today)
        : m_store(store), m_question(question), m_today(today)
    {
    }

    Result<QList<SpendAnomaly>> read();

private:
    Result<bool> readDays();
    void look(const QString &vendor, const Values &daily, bool onlyQuietDays);
    Result<void> explain(SpendAnomaly &anomaly);
    Result<std::optional<AnomalyCause>> largestPart(const SpendAnomaly &anomaly, Dim dim);
    bool counts(const SummaryRow &row) const
    {
        return row.cost && isSpend(*row.kind) && row.cost->currency() == m_question.currency;
    }

    Store &m_store;
    AnomalyQuestion m_question;
    QDate m_today;
    DateRange m_history;
    QMap<QString, Values> m_vendors; ///< nano-units per day of history
    QList<SpendAnomaly> m_found;
};

/// Whether there is anything to look at.
Result<bool> Reader::readDays()
{
    const auto extent = m_store.extent(Store::Extent::WithoutPlans);
    const auto end = wholeDaysEnd(m_store, m_today);
    const auto plans = planAccounts(m_store);
    if (!extent || !end)
        return std::unexpected(extent ? end.error() : extent.error());
    if (!plans)
        return std::unexpected(plans.error());
    if (extent->isEmpty())
        return false;
    m_history = {std::max(extent->from, m_question.days.from.addDays(-LongestHistory)),
                 std::min(*end, m_question.days.to)};
    if (m_history.isEmpty())
        return false;
    const auto summary = m_store.summary({.days = m_history,
                                          .by = {Dim::Day, Dim::Vendor, Dim::Account},
                                          .where = m_question.where,
                                          .kind = {},
                                          .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    for (const SummaryRow &row : summary->rows) {
        if (!counts(row) || plans->contains(row.keys[2]))
            continue;
        Values &daily = m_vendors[row.keys[1]];
        daily.resize(static_cast<size_t>(m_history.days()), 0.0);
        const qint64 at = m_history.from.daysTo(QDate::fromString(row.keys[0], Qt::ISODate));
        daily[static_cast<size_t>(at)] += static_cast<double>(row.cost->nanos());
    }
    return true;
}

void Reader::look(const QString &vendor, const Values &daily, bool onlyQuietDays)
{
    const std::vector<ValueLook> looks = lookAtSeries(daily, {}, Week);
    for (size_t i = 0; i < looks.size(); ++i) {
        const QDate day = m_history.from.addDays(static_cast<qint64>(i));
        const double impact = daily[i] - looks[i].expected;
        if (!looks[i].isOdd() || !m_question.days.contains(day)
            || std::abs(impact) < static_cast<double>(m_question.least.nanos()))
            continue;
        const bool told = std::any_of(m_found.cbegin(), m_found.cend(),
                                      [day](const SpendAnomaly &one) { return one.day == day; });
        if (onlyQuietDays && told)
            continue;
        const Currency currency = m_question.currency;
        m_found.append({.day = day,
                        .vendor = vendor,
                        .actual = moneyOf(daily[i], currency),
                        .expected = moneyOf(looks[i].expected, currency),
                        .lower = moneyOf(looks[i].lower, currency),
                        .upper = moneyOf(looks[i].upper, currency),
                        .impact = moneyOf(impact, currency),
                        .score = looks[i].score,
                        .causes = {}});
    }
}

/// Of one dimension the value whose day differs most from its usual, in the direction of the anomaly.
Result<std::optional<AnomalyCause>> Reader::largestPart(const SpendAnomaly &anomaly, Dim dim)
{
    QList<QPair<Dim, QString>> where = m_question.where;
    if (!anomaly.vendor.isNull())
        where.append({Dim::Vendor, anomaly.vendor});
    const DateRange days{std::max(m_history.from, anomaly.day.addDays(-UsualDays)), anomaly.day.addDays(1)};
    const auto summary = m_store.summary(
        {.days = days, .by = {Dim::Day, dim}, .where = where, .kind = {}, .moneyOnly = true});
    if (!summary)
        return std::unexpected(summary.error());
    struct Part
    {
        QMap<QDate, qint64> days;
        QString name = {};
    };
    QMap<QString, Part> parts;
    bool hasNone = false;
    for (const SummaryRow &row : summary->rows) {
        if (!counts(row))
            continue;
        hasNone = hasNone || row.keys[1].isNull();
        Part &part = parts[row.keys[1]];
        part.name = row.names[1];
        part.days[QDate::fromString(row.keys[0], Qt::ISODate)] += row.cost->nanos();
    }
    std::optional<AnomalyCause> largest;
    const qint64 sign = anomaly.impact.isNegative() ? -1 : 1;
    qint64 most = 0;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        const qint64 impact
            = part->days.value(anomaly.day) - usualSpend(part->days, anomaly.day, m_history.from).value_or(0);
        if (sign * impact <= most)
            continue;
        most = sign * impact;
        const QString value = part.key().isEmpty() && hasNone ? QString() : part.key();
        largest = AnomalyCause{dim, value, part->name, Money::fromNanos(impact, m_question.currency)};
    }
    return largest;
}

Result<void> Reader::explain(SpendAnomaly &anomaly)
{
    for (const Dim dim : {Dim::Model, Dim::Key, Dim::Project}) {
        const auto part = largestPart(anomaly, dim);
        if (!part)
            return std::unexpected(part.error());
        if (*part && !(*part)->value.isNull())
            anomaly.causes.append(**part);
    }
    std::stable_sort(anomaly.causes.begin(), anomaly.causes.end(),
                     [](const AnomalyCause &a, const AnomalyCause &b) {
                         return std::abs(a.impact.nanos()) > std::abs(b.impact.nanos());
                     });
    return {};
}

Result<QList<SpendAnomaly>> Reader::read()
{
    const auto any = readDays();
    if (!any)
        return std::unexpected(any.error());
    Values sum(static_cast<size_t>(*any ? m_history.days() : 0), 0.0);
    for (auto vendor = m_vendors.cbegin(); vendor != m_vendors.cend(); ++vendor) {
        look(vendor.key(), *vendor, false);
        for (size_t i = 0; i < sum.size(); ++i)
            sum[i] += (*vendor)[i];
    }
    if (m_vendors.size() > 1)
        look({}, sum, true);
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const SpendAnomaly &a, const SpendAnomaly &b) { return a.day < b.day; });
    for (SpendAnomaly &anomaly : m_found) {
        if (const auto explained = explain(anomaly); !explained)
            return std::unexpected(explained.error());
    }
    return m_found;
}

} // namespace

std::optional<qint64> usualSpend(const QMap<QDate, qint64> &spend, QDate day, QDate first)
{
    const QDate from = std::max(first, day.addDays(-UsualDays));
    if (from.daysTo(day) < Week)
        return std::nullopt;
    Values before;
    for (QDate one = from; one < day; one = one.addDays(1))
        before.push_back(static_cast<double>(spend.value(one)));
    return std::llround(medianOf(before));
}

Result<QList<SpendAnomaly>> spendAnomalies(Store &store, const AnomalyQuestion &question, QDate today)
{
    return Reader(store, question, today).read();
}

} // namespace Costglass
