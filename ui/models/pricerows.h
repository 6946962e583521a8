// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rowsmodel.h"
#include "pricing/pricetable.h"

#include "base/fxtable.h"

#include <QDate>
#include <QSortFilterProxyModel>

namespace Costglass {

/// How prices are shown: as listed, or in one currency at a day's rates.
struct PriceView
{
    std::optional<Currency> currency; ///< nothing = each in its list's own
    const FxTable *rates = nullptr;
    QDate day; ///< whose rates count, and from which the age of a price is told

    /// A price in that currency; nothing when there is no rate.
    std::optional<Decimal> convert(const Decimal &price, Currency from) const;
};

/// Columns of the table of prices; RawRole is what they sort by.
enum PriceColumn
{
    ModelColumn,
    InputColumn,
    CachedColumn,
    WriteColumn,
    OutputColumn,
    BlendedColumn,
    ContextColumn,
    LongColumn,
    PeakColumn,
    TiersColumn,
    MinimumColumn,
    FreeColumn,
    AgeColumn,
    PriceColumnCount
};
QStringList priceHead();
QList<RowsModel::Row> priceRows(const QList<ModelPrices> &prices, const PriceView &view);

/// The steps of a model's prices, newest first: meter, price, from when, source.
QList<RowsModel::Row> priceStepRows(const PriceBook &book, const QString &vendor, const QString &model,
                                    const PriceView &view);

/// What is announced: day, model, what changes.
QList<RowsModel::Row> changeRows(const QList<PriceChangeAhead> &changes, const PriceView &view);

/// Sorts by RawRole, with what is unknown last either way, and filters by vendor and by words of the model's name.
class PriceFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PriceFilter(QObject *parent = nullptr);

    void setWanted(const QString &vendor, const QString &words); ///< empty = all

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_vendor;
    QStringList m_words;
};

/// What RowsModel::Row::raw of a price row holds.
struct PricedModel
{
    QString vendor;
    QString model;
};

} // namespace Costglass

Q_DECLARE_METATYPE(Costglass::PricedModel)
