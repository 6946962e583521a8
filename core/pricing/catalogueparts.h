// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricelist.h"

namespace Costglass {

// The parts of Costglass's catalogue of facts, each read in a file of its own; readCatalogue() puts them together.

/// The first source that an entry names, or \a source; with its day and confidence.
Provenance catalogueProvenance(const QJsonObject &entry, const QString &source);

/// One entry of "models": adds its rows and factors, and gives what they all share. Format with the place when it is
/// not understood.
Result<PriceRow> readCatalogueModel(const QJsonObject &entry, const QString &place, const QString &source,
                                    PriceList &list);

/// One entry of "non_token_prices": storage, tools, images, speech. What is no price of a quantity becomes a note.
Result<void> readCatalogueService(const QJsonObject &entry, const QString &place, const QString &source,
                                  PriceList &list);

} // namespace Costglass
