// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rowsmodel.h"
#include "pricing/estimatetable.h"

#include <QDate>

namespace Costglass {

/// Another scenario's answer, to stand beside the first one's totals.
struct ComparedEstimate
{
    QString name;
    QList<EstimateRow> rows;
};

/// Fills \a model with the table behind the offers' picture: each fee kind in its own column, total, sensitivity, the
/// age of the price. \a other adds its totals and the differences of offers that both have.
void showEstimate(RowsModel &model, const QList<EstimateRow> &rows,
                  const std::optional<ComparedEstimate> &other, QDate today);

/// How a row's figures come about: part, price with its rule, quantity × unit price = amount, source.
QList<RowsModel::Row> estimateLineRows(const EstimateRow &row);

} // namespace Costglass
