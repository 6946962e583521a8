// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricefiles.h"

#include "base/json.h"
#include "pricing/bundledprices.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QString folderOf(const Cli &cli)
{
    return cli.options.dataFolder.isEmpty() ? Engine::defaultDataFolder() : cli.options.dataFolder;
}

QString storeOf(const Cli &cli)
{
    return folderOf(cli) + u"/prices.json"_s;
}

} // namespace

Result<PriceList> readListFile(const Cli &cli, const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return failure(Error::Kind::Format, Texts::tr("%1 cannot be read.").arg(path),
                       Texts::tr("Look whether it is there and whether you may read it."));
    const QByteArray bytes = file.readAll();
    if (!cli.arguments.has(u"format"_s))
        return readPriceList(bytes, path);
    const auto format = priceListFormatFromName(cli.arguments.value(u"format"_s));
    if (!format)
        return failure(Error::Kind::Config,
                       Texts::tr("--format is catalogue, litellm, models.dev or openrouter."));
    return readPriceList(bytes, *format, path);
}

Result<PriceList> storedPrices(const Cli &cli)
{
    QFile file(storeOf(cli));
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

Result<void> storePrices(const Cli &cli, const PriceList &list)
{
    const QString folder = folderOf(cli);
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return failure(Error::Kind::Storage, Texts::tr("The folder %1 cannot be made.").arg(folder));
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(storeOf(cli));
    if (file.open(QFile::WriteOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(writePriceRows(list));
    if (!file.commit())
        return failure(Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(file.fileName()),
                       Texts::tr("Give yourself the right to write the data folder and free some space."));
    return {};
}

Result<PriceBook> openPriceBook(const Cli &cli)
{
    PriceBook book;
    if (cli.arguments.has(u"price-list"_s)) {
        const auto list = readListFile(cli, cli.arguments.value(u"price-list"_s));
        if (!list)
            return std::unexpected(list.error());
        book.add(*list);
        return book;
    }
    const auto stored = storedPrices(cli);
    if (!stored)
        return std::unexpected(stored.error());
    book.add(bundledPrices());
    book.add(*stored);
    return book;
}

QByteArray exactAmount(const Decimal &amount)
{
    QByteArray text = amount.toLatin1();
    const qsizetype point = text.indexOf('.');
    if (point < 0)
        return text + ".00";
    return text.size() - point == 2 ? text + '0' : text;
}

QJsonObject exactMoney(const Decimal &amount, Currency currency)
{
    return {{u"amount"_s, QString::fromLatin1(exactAmount(amount))}, {u"currency"_s, currency.code()}};
}

QJsonObject priceToJson(const PriceRow &row)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    return {{u"source"_s, text(row.provenance.source)},
            {u"effective_from"_s, instantOrNull(row.from)},
            {u"as_of"_s, text(row.provenance.asOf)},
            {u"confidence"_s, text(row.provenance.confidence)}};
}

QString conditionOf(const PriceRow &row)
{
    PricedLine line;
    line.meter = row.meter;
    line.row = &row;
    return line.rule();
}

} // namespace Costglass
