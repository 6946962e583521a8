// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

#include <QPair>
#include <QVariant>

namespace Costglass {

/// What a summary can be grouped and filtered by.
enum class Dim
{
    Vendor,
    Account,
    Service,
    Model,
    Project,
    Key,
    User,
    Category,
    Region,
    Tier,
    Kind,
    Day,
    Week,
    Month
};

QString dimName(Dim dim); ///< "vendor", "account", …
std::optional<Dim> dimFromName(QStringView name);

/// One question to the ledger. Everything that shows a figure asks through it: one query, many views.
struct Query
{
    DateRange days = {};
    QList<Dim> by = {};
    QList<QPair<Dim, QString>> where
        = {}; ///< all must hold; several of one dimension: any; a null QString = the vendor gave none
    std::optional<ChargeKind> kind = {};
    bool moneyOnly = false; ///< leaves use without money out, which spares reading it
};

/// One group of the answer. A (group, kind, currency) is a row of its own; use without money has no cost.
struct SummaryRow
{
    QList<QString> keys; ///< in the order of Query::by; null = the vendor gave none
    QList<QString> names; ///< of project, key, user and account, where known, else null; same order
    std::optional<Money> cost;
    std::optional<ChargeKind> kind;
    std::optional<qint64> input;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> output;
    std::optional<qint64> requests;
};

/// One total per (kind, currency).
struct Total
{
    Money cost;
    ChargeKind kind;
};

struct Summary
{
    QList<SummaryRow> rows; ///< dearest first; with a day, week or month in Query::by: in time order
    QList<Total> totals;
};

} // namespace Costglass
