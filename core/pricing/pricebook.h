// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QDate>
#include <QList>

namespace Costglass {

/// What one unit of a meter costs from a day on: \a price for \a per units.
struct PriceRow
{
    QString model;
    QString meter; ///< "input", "cached_input", "cache_write_5m", "output", "images", "calls", …
    QDate from; ///< UTC day from which it holds, until the next row of the same model and meter
    Money price;
    qint64 per = 1'000'000;
};

/// Dated prices: append-only, looked up exactly and never by likeness.
class PriceBook
{
public:
    void add(const PriceRow &row);

    /// The row that holds on \a day, or null when the model, the meter or that time is unknown.
    const PriceRow *find(const QString &model, const QString &meter, QDate day) const;

    /// price × quantity ÷ per, half to even; Config when there is no price.
    Result<Money> cost(const QString &model, const QString &meter, QDate day, qint64 quantity) const;

private:
    QList<PriceRow> m_rows;
};

} // namespace Costglass
