// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricebook.h"

#include <QJsonObject>

namespace Costglass {

/// The shapes in which lists of prices come.
enum class PriceListFormat
{
    Catalogue, ///< Costglass's own catalogue of facts ("ai-fee-catalogue/1")
    LiteLlm, ///< LiteLLM's model_prices_and_context_window.json
    ModelsDev, ///< models.dev's api.json
    OpenRouter, ///< OpenRouter's /api/v1/models
    Rows ///< what writePriceRows() writes ("costglass-prices/1")
};

QString priceListFormatName(PriceListFormat format);
std::optional<PriceListFormat> priceListFormatFromName(QStringView name);

/// Reads a list of prices, all or nothing. A list that is empty, of another schema, with a negative price, a
/// wrong currency or two prices for one thing at one time is a Format error that names the place. \a source is
/// noted in rows whose list names none of its own.
Result<PriceList> readPriceList(const QByteArray &bytes, PriceListFormat format, const QString &source);
/// The same in the format that the list looks like; Format when it looks like none.
Result<PriceList> readPriceList(const QByteArray &bytes, const QString &source);

/// Costglass's own shape: every row with all that it says, for what is kept in the data folder.
QByteArray writePriceRows(const PriceList &list);

/// One row of that shape, and back; Format with the place when it is none. \a source as in readPriceList().
QJsonObject priceRowToJson(const PriceRow &row);
Result<PriceRow> priceRowFromJson(const QJsonObject &object, const QString &source, const QString &place);

// One parser for each shape, in files of their own.
Result<PriceList> readCatalogue(const QJsonObject &list, const QString &source);
Result<PriceList> readLiteLlm(const QJsonObject &list, const QString &source);
Result<PriceList> readModelsDev(const QJsonObject &list, const QString &source);
Result<PriceList> readOpenRouter(const QJsonObject &list, const QString &source);
Result<PriceList> readPriceRows(const QJsonObject &list, const QString &source);

/// An error with its place in the list in front: "models[3].input: “x” is not a number."
std::unexpected<Error> listError(const QString &place, const QString &what);
/// A price that is not negative, as an exact decimal; nothing for null or when missing.
Result<std::optional<Decimal>> listPrice(const QJsonObject &object, const QString &key, const QString &place);

} // namespace Costglass
