// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"

#include <QFile>

namespace Costglass {

QByteArray bundledCatalogue()
{
    QFile file(QStringLiteral(":/prices/catalogue.json"));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

const PriceList &bundledPrices()
{
    static const PriceList list
        = readPriceList(bundledCatalogue(), PriceListFormat::Catalogue, QStringLiteral("Costglass"))
              .value_or(PriceList());
    return list;
}

} // namespace Costglass
