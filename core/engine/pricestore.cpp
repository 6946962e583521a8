// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/pricestore.h"

#include "base/json.h"
#include "engine/datafile.h"
#include "pricing/bundledprices.h"

#include <QDir>
#include <QFile>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::PriceStore)
};

constexpr auto FileName = "prices.json";

} // namespace

Result<PriceList> storedPrices(const QString &dataFolder)
{
    QFile file(QDir(dataFolder).filePath(QString::fromLatin1(FileName)));
    if (!file.exists())
        return PriceList();
    if (!file.open(QFile::ReadOnly))
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be read.").arg(file.fileName()));
    // Not readPriceList(): here a later row for the same thing and instant replaces the one before.
    const auto json = parseJsonObject(file.readAll(), file.fileName());
    auto list
        = json ? readPriceRows(*json, file.fileName()) : Result<PriceList>(std::unexpected(json.error()));
    if (!list)
        return failure(
            Error::Kind::Storage, list.error().detail,
            Texts::tr("%1 is damaged: put it aside and import your lists again.").arg(file.fileName()));
    return list;
}

Result<void> storePrices(const QString &dataFolder, const PriceList &list)
{
    return writeDataFile(dataFolder, QString::fromLatin1(FileName), writePriceRows(list));
}

Result<PriceBook> openPriceBook(const QString &dataFolder)
{
    const auto stored = storedPrices(dataFolder);
    if (!stored)
        return std::unexpected(stored.error());
    PriceBook book;
    book.add(bundledPrices());
    book.add(*stored);
    return book;
}

} // namespace Costglass
