// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"

#include <cmath>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Json)
};

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &what)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return failure(Error::Kind::Format,
                       Texts::tr("%1 is not readable JSON (at byte %2 of %3).")
                           .arg(what)
                           .arg(qMin<qsizetype>(problem.offset, bytes.size()))
                           .arg(bytes.size()));
    }
    if (!document.isObject())
        return failure(Error::Kind::Format, Texts::tr("%1 is not a JSON object.").arg(what));
    return document.object();
}

std::optional<QString> decimalText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return std::nullopt;
    return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

Result<Money> moneyFromJson(const QJsonValue &value, Currency currency, int shift)
{
    const auto text = decimalText(value);
    if (!text)
        return failure(Error::Kind::Format, Texts::tr("An amount is neither a number nor a text."));
    return Money::parseRounded(*text, currency, shift);
}

Result<std::optional<qint64>> countFromJson(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return std::optional<qint64>();
    bool valid = false;
    qint64 count = 0;
    if (value.isString()) {
        count = value.toString().toLongLong(&valid);
    } else if (value.isDouble()) {
        const double number = value.toDouble();
        valid = std::abs(number) < 9.2e18 && std::floor(number) == number;
        count = valid ? value.toInteger(static_cast<qint64>(number)) : 0;
    }
    if (!valid)
        return failure(Error::Kind::Format, Texts::tr("A count is not a whole number."));
    return std::optional<qint64>(count);
}

QJsonObject moneyToJson(Money money)
{
    return {{QStringLiteral("amount"), money.toDecimal()},
            {QStringLiteral("currency"), money.currency().code()}};
}

} // namespace Costglass
