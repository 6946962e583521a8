// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"

#include "base/json.h"

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

const FeeFacts &bundledFacts()
{
    static const FeeFacts facts = [] {
        const auto catalogue = parseJsonObject(bundledCatalogue(), QStringLiteral("catalogue"));
        return catalogue ? readFeeFacts(*catalogue).value_or(FeeFacts()) : FeeFacts();
    }();
    return facts;
}

} // namespace Costglass
