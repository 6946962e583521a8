// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Costglass {

/// A quantity that is measured and priced. Token classes are disjoint (FK-01): "input" is what was neither read
/// from a cache nor written to one; only "reasoning" lies within "output".
struct MeterInfo
{
    QString name; ///< as in price lists, the command line and usage files: "cached_input"
    bool prompt = false; ///< counts towards the length that decides about long-context prices
    QList<QString> fallbacks = {}; ///< whose price holds when this meter has none of its own, in that order
};

/// Every meter that usage may name. A vendor's own further meters are known once a price list has them.
const QList<MeterInfo> &knownMeters();

/// Whether \a name is one of knownMeters().
bool isKnownMeter(const QString &name);

/// One vendor under the names that price lists give it: "gemini" is google, "bedrock_converse" is aws; unknown names
/// stand for themselves, in lower case.
QString canonicalVendor(const QString &name);

} // namespace Costglass
