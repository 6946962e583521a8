// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/estimaterows.h"

#include "models/pricewords.h"
#include "models/theme.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::EstimateTable)
};

constexpr int Warn = static_cast<int>(Tone::Warn);

enum Column
{
    OfferColumn,
    TotalColumn
};

/// Puts a figure into the next cell: "–" for none, "unknown" with the reason for what is not known.
void addFigure(RowsModel::Row &row, const std::optional<Decimal> &amount, const QString &reason)
{
    const int column = static_cast<int>(row.cells.size());
    if (amount) {
        row.cells.append(amount->isZero() ? u"–"_s : amountText(*amount, Currency::usd()));
        return;
    }
    row.cells.append(unknownText());
    row.roles.insert({column, ToneRole}, Warn);
    row.roles.insert({column, Qt::ToolTipRole}, Texts::tr("Unknown: %1").arg(reason));
}

const EstimateRow *sameOffer(const QList<EstimateRow> &rows, const EstimateRow &like)
{
    const QString name = candidateName(like.candidate);
    const auto found = std::find_if(rows.begin(), rows.end(), [&name](const EstimateRow &row) {
        return candidateName(row.candidate) == name;
    });
    return found != rows.end() ? &*found : nullptr;
}

QString signedText(const Decimal &difference)
{
    const QString text = amountText(difference.isNegative() ? -difference : difference, Currency::usd());
    return difference.isZero() ? text : (difference.isNegative() ? u'−' : u'+') + text;
}

void addComparison(RowsModel::Row &cells, const EstimateRow &row, const EstimateRow *other)
{
    if (!other) {
        cells.cells += {u"–"_s, u"–"_s};
        return;
    }
    addFigure(cells, other->total, other->unknown.join(u", "_s));
    cells.cells.append(row.total && other->total ? signedText(*other->total - *row.total) : u"–"_s);
}

void addAge(RowsModel::Row &cells, const EstimateRow &row, QDate today)
{
    const int column = static_cast<int>(cells.cells.size());
    if (row.provenance.source.isEmpty()) {
        cells.cells.append(u"–"_s);
        return;
    }
    const PriceAge age = priceAge(row.provenance.asOf, today);
    cells.cells.append(age.text);
    cells.roles.insert({column, Qt::ToolTipRole},
                       Texts::tr("Read %1 · %2").arg(row.provenance.asOf, row.provenance.source));
    if (age.old)
        cells.roles.insert({column, ChipRole}, Warn);
}

RowsModel::Row lineRow(const QString &part, const EstimateLine &line)
{
    const Currency currency = line.currency;
    QStringList price{line.model};
    if (line.meter != u"seats" && line.meter != u"gross")
        price.append(meterName(line.meter));
    if (!line.rule.isEmpty())
        price.append(ruleText(line.rule));
    const QString unit = line.per == 0 ? Texts::tr("by the plan's steps")
        : line.per == 1                ? priceText(line.unitPrice, currency)
                                       : Texts::tr("%1 per %2", "price, quantity")
                              .arg(priceText(line.unitPrice, currency), quantityText(line.per));
    const QString quantity
        = line.meter == u"gross" ? amountText(line.quantity, currency) : quantityText(line.quantity);
    RowsModel::Row row{
        {part, price.join(u" · "_s), quantity, unit, amountText(line.amount, currency), line.provenance.asOf},
        {}};
    row.roles.insert(
        {5, Qt::ToolTipRole},
        Texts::tr("%1 · %2", "source, how sure")
            .arg(line.provenance.source,
                 line.provenance.confidence.isEmpty() ? unknownText() : line.provenance.confidence));
    return row;
}

} // namespace

void showEstimate(RowsModel &model, const QList<EstimateRow> &rows,
                  const std::optional<ComparedEstimate> &other, QDate today)
{
    // The total stands first: where the table scrolls sideways, it is still seen.
    QStringList head{Texts::tr("Offer"), Texts::tr("Total a month")};
    if (other)
        head += {Texts::tr("“%1”").arg(other->name), Texts::tr("Difference")};
    for (const FeeKind kind : feeKinds)
        head.append(feeName(kind));
    head += {Texts::tr("−20 % use"), Texts::tr("+20 % use"), Texts::tr("Price age")};
    QList<RowsModel::Row> table;
    for (const EstimateRow &row : rows) {
        const QString reason = row.unknown.join(u", "_s);
        RowsModel::Row cells{{candidateName(row.candidate)}, {}};
        cells.roles.insert({OfferColumn, ColourRole}, vendorColour(row.candidate.parts.front().vendor));
        cells.roles.insert({TotalColumn, StrongRole}, row.total.has_value());
        addFigure(cells, row.total, reason);
        if (other)
            addComparison(cells, row, sameOffer(other->rows, row));
        for (const FeeKind kind : feeKinds)
            addFigure(cells, feeOf(row, kind), reason);
        addFigure(cells, row.totalLess, reason);
        addFigure(cells, row.totalMore, reason);
        addAge(cells, row, today);
        table.append(cells);
    }
    QList<int> right;
    for (int column = TotalColumn; column < head.size() - 1; ++column)
        right.append(column);
    model.setTable(head, right, table);
}

QList<RowsModel::Row> estimateLineRows(const EstimateRow &row)
{
    QList<RowsModel::Row> table;
    for (const EstimateLine &line : row.lines)
        table.append(lineRow(partName(line.workload), line));
    for (const EstimateLine &line : row.services) {
        const QString part = line.meter == u"gross" ? feeName(FeeKind::Support)
            : line.meter == u"seats"                ? feeName(FeeKind::Seats)
                                                    : partName(line.workload);
        table.append(lineRow(part, line));
    }
    return table;
}

} // namespace Costglass
