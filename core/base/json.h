// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

/// Parses one JSON object. Broken, empty, too deep or another value than an object is a Format error that names
/// \a what ("the cost report") and shows nothing of the bytes.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &what);

/// The decimal text of a JSON amount: a string as it stands, a number by the shortest plain digits (no exponent)
/// that read back as the same double; anything else is nothing.
std::optional<QString> decimalText(const QJsonValue &value);

/// A vendor's JSON amount, string or number, rounded half to even at 10⁻⁹; \a shift as in Money::parseRounded.
Result<Money> moneyFromJson(const QJsonValue &value, Currency currency, int shift = 0);

/// A count: a whole JSON number or a string of digits, within 64 bits; nothing when null or missing, Format else.
Result<std::optional<qint64>> countFromJson(const QJsonValue &value);

/// The command line's money: {"amount":"12.34","currency":"USD"}.
QJsonObject moneyToJson(Money money);

} // namespace Costglass
