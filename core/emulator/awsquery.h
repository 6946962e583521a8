// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "base/money.h"
#include "emulator/awssignature.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <variant>

namespace Costglass {

/// A line of AWS's bill of a day, as Cost Explorer groups and filters it.
struct AwsCost
{
    QString service;
    QString usageType;
    QString account;
    QString recordType;
    Money cost = Money::zero(Currency::usd());
    qint64 micros = 0; ///< quantity in millionths of the unit
    QString unit;
};

/// The input of GetCostAndUsage, checked as AWS does, and its answer.
class AwsQuery
{
public:
    static constexpr int PageGroups = 2000; ///< groups of a page; a day may go on in the next

    /// \a today is the server's day: history goes back 13 months before its month.
    static std::variant<AwsQuery, AwsRefusal> read(const QByteArray &body, QDate today);

    using Costs = std::function<QList<AwsCost>(QDate)>;
    QJsonObject answer(const Costs &costs) const;

private:
    std::optional<AwsRefusal> readPeriod(const QJsonObject &body);
    std::optional<AwsRefusal> readGroups(const QJsonObject &body);
    std::optional<AwsRefusal> readPage(const QJsonObject &body);
    QJsonArray groupsOf(const QList<AwsCost> &costs) const;
    QJsonObject metricsOf(const QList<AwsCost> &costs) const;
    QJsonArray attributes(const QList<AwsCost> &costs) const;

    QDate m_today;
    DateRange m_days;
    bool m_monthly = false;
    QStringList m_metrics;
    QJsonArray m_groupBy;
    QJsonObject m_filter;
    QByteArray m_walk; ///< what a page's token stands for: the query without it
    qint64 m_offset = 0;
};

} // namespace Costglass
