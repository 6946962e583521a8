// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/moneytext.h"

#include <QHash>

namespace Costglass {

QString currencySign(Currency currency)
{
    static const QHash<QString, QString> signs{
        {QStringLiteral("USD"), QStringLiteral("$")}, {QStringLiteral("EUR"), QStringLiteral("€")},
        {QStringLiteral("GBP"), QStringLiteral("£")}, {QStringLiteral("JPY"), QStringLiteral("JP¥")},
        {QStringLiteral("CNY"), QStringLiteral("¥")}, {QStringLiteral("INR"), QStringLiteral("₹")},
        {QStringLiteral("KRW"), QStringLiteral("₩")}};
    return signs.value(currency.code(), currency.code() + QChar(0x00a0));
}

QString moneyText(Money money, const QLocale &locale)
{
    constexpr qint64 Cent = Money::NanosPerUnit / 100;
    const quint64 magnitude = money.isNegative() ? quint64(0) - static_cast<quint64>(money.nanos())
                                                 : static_cast<quint64>(money.nanos());
    int decimals = 2;
    for (qint64 step = Cent; magnitude > 0 && magnitude < static_cast<quint64>(step) && decimals < 9;
         step /= 10)
        ++decimals;
    if (decimals > 2)
        decimals = qMin(decimals + 1, 9);
    const Money shown = money.rounded(decimals).value_or(money);
    const QString plain = shown.toDecimal().remove(u'-');
    QString fraction = plain.section(u'.', 1).leftJustified(decimals, u'0');
    if (decimals == 2)
        fraction.truncate(2);
    const QString whole = locale.toString(plain.section(u'.', 0, 0).toULongLong());
    const QString sign = shown.isNegative() ? QStringLiteral("−") : QString();
    return sign + currencySign(money.currency()) + whole + locale.decimalPoint() + fraction;
}

QString plainAmount(QString text, const QLocale &locale)
{
    text = text.trimmed();
    text.remove(locale.groupSeparator());
    text.replace(locale.decimalPoint(), QStringLiteral("."));
    return text;
}

} // namespace Costglass
