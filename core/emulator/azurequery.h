// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "base/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <functional>
#include <variant>

namespace Costglass {

/// A line of the bill of a scope with the values of its dimensions ("ServiceName", "Meter", …).
struct AzureCost
{
    QMap<QString, QString> dimensions;
    Money cost;
    double quantity = 0; ///< in the meter's own unit
};

/// A refused request in Azure's words.
struct AzureRefusal
{
    int status;
    QString code;
    QString message;
};

/// The body of a Cost Management query, checked as Azure checks it: type, time frame, granularity, at most two sums and
/// two groups of known dimensions, filters with In, and, or.
class AzureQuery
{
public:
    using Day = std::function<QList<AzureCost>(QDate)>;

    static std::variant<AzureQuery, AzureRefusal> read(const QByteArray &body, QDate today);

    QJsonArray columns() const;
    /// The rows of all pages, day by day.
    QJsonArray rows(const Day &costs) const;
    const DateRange &days() const { return m_days; }

private:
    std::optional<QString> readDataset(const QJsonObject &dataset);
    std::optional<QString> readPeriod(const QJsonObject &body, QDate today);
    static std::optional<QString> checkFilter(const QJsonObject &filter);
    static bool matches(const QJsonObject &filter, const AzureCost &cost);
    QJsonArray row(const QString &date, const AzureCost &sum) const;

    DateRange m_days;
    QString m_granularity; ///< "Daily", "Monthly", "None"
    QStringList m_sums; ///< "Cost", "UsageQuantity", …
    QStringList m_groups;
    QJsonObject m_filter;
};

} // namespace Costglass
