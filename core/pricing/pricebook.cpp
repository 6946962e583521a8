// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricebook.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Prices)
};

} // namespace

void PriceBook::add(const PriceRow &row)
{
    m_rows.append(row);
}

const PriceRow *PriceBook::find(const QString &model, const QString &meter, QDate day) const
{
    const PriceRow *best = nullptr;
    for (const PriceRow &row : m_rows) {
        if (row.model == model && row.meter == meter && row.from <= day && (!best || best->from <= row.from))
            best = &row;
    }
    return best;
}

Result<Money> PriceBook::cost(const QString &model, const QString &meter, QDate day, qint64 quantity) const
{
    const PriceRow *row = find(model, meter, day);
    if (!row)
        return failure(Error::Kind::Config, Texts::tr("There is no price for %1, %2.").arg(model, meter));
    return row->price.times(quantity, row->per);
}

} // namespace Costglass
