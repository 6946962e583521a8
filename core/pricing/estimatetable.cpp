// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/estimatetable.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QString cellOf(const std::optional<Decimal> &amount)
{
    return amount ? amount->toString() : QString();
}

QString quoted(QString text)
{
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray lineOf(const QStringList &cells)
{
    QStringList texts;
    for (const QString &cell : cells)
        texts.append(quoted(cell));
    return texts.join(u',').toUtf8() + "\r\n";
}

} // namespace

std::optional<Decimal> feeOf(const EstimateRow &row, FeeKind kind)
{
    switch (kind) {
    case FeeKind::Tokens:
        return row.modelDollars ? std::optional(*row.modelDollars - *row.peakDollars) : std::nullopt;
    case FeeKind::Peak:
        return row.peakDollars;
    case FeeKind::Storage: {
        std::optional<Decimal> sum = Decimal(0);
        for (const auto &[name, amount] : row.storage)
            sum = sum && amount ? std::optional(*sum + *amount) : std::nullopt;
        return sum;
    }
    case FeeKind::Support:
        return row.support;
    case FeeKind::Seats:
        return row.seats;
    case FeeKind::Tax:
        return row.tax;
    }
    Q_UNREACHABLE();
}

std::optional<Decimal> breakEvenVolume(const Decimal &metered, const Decimal &flat, int decimals)
{
    const Decimal volume = flat.dividedBy(metered, decimals);
    return volume.isValid() ? std::optional(volume) : std::nullopt;
}

QByteArray estimateToCsv(const QList<EstimateRow> &rows)
{
    QByteArray csv
        = lineOf({u"vendor"_s, u"offer"_s, u"list_currency"_s, u"tokens"_s, u"peak"_s, u"storage"_s,
                  u"support"_s, u"seats"_s, u"tax"_s, u"total_usd"_s, u"total_minus_20_percent"_s,
                  u"total_plus_20_percent"_s, u"unknown"_s, u"notes"_s, u"price_as_of"_s, u"price_source"_s});
    for (const EstimateRow &row : rows) {
        QStringList cells{row.candidate.parts.front().vendor, candidateName(row.candidate),
                          row.currency.code()};
        for (const FeeKind kind : feeKinds)
            cells.append(cellOf(feeOf(row, kind)));
        for (const auto &total : {row.total, row.totalLess, row.totalMore})
            cells.append(cellOf(total));
        cells += {row.unknown.join(u"; "_s), row.notes.join(u"; "_s), row.provenance.asOf,
                  row.provenance.source};
        csv += lineOf(cells);
    }
    return csv;
}

} // namespace Costglass
