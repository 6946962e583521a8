// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bundledprices.h"

#include "base/json.h"

#include <QFile>

namespace Costglass {

namespace {

QByteArray bundled(const QString &name)
{
    QFile file(QStringLiteral(":/prices/") + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray bundledCatalogue()
{
    return bundled(QStringLiteral("catalogue.json"));
}

const PriceList &bundledPrices()
{
    static const PriceList list = [] {
        PriceList read
            = readPriceList(bundledCatalogue(), PriceListFormat::Catalogue, QStringLiteral("Costglass"))
                  .value_or(PriceList());
        const auto names
            = parseJsonObject(bundled(QStringLiteral("aliases.json")), QStringLiteral("aliases"));
        read.aliases += names
            ? readPriceRows(*names, QStringLiteral("Costglass")).value_or(PriceList()).aliases
            : QList<PriceAlias>();
        return read;
    }();
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
