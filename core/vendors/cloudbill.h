// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendors/billtokens.h"
#include "vendors/vendoradapter.h"

#include <QJsonValue>

namespace Costglass {

// What the bills of Chinese clouds have in common.

/// The zone of their days, UTC+8.
const QTimeZone &chinaZone();

/// A charge of that day, as yet without money.
Charge chinaCharge(QDate day);

/// An amount that need not be told: nothing where it is missing or no amount ("-" stands for a contract's price).
std::optional<Money> optionalMoney(const QJsonValue &value, Currency currency);

/// The texts that say something, each once, joined for a description.
QString joinedWords(const QStringList &texts);

/// Adds a line to the records unless it is neither paid nor used. Where it counts tokens in a known unit they become use
/// and its meter; otherwise the meter is \a ownMeter.
void addBillLine(Records &records, Charge charge, TokenClass tokens, const QString &ownMeter);

/// The request for the lines after those of \a reply, in a walk by "Offset" and "Limit" in the body; nothing after the
/// last. \a total is the vendor's count of all lines, null or negative where it does not tell it.
Result<std::optional<HttpRequest>> nextOffset(const HttpReply &reply, const QJsonValue &total,
                                              qsizetype lines);

} // namespace Costglass
