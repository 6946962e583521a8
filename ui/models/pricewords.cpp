// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricewords.h"

#include "base/moneytext.h"

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Prices)
};

constexpr int OldDays = 28;

QString ruleWords(const QString &rule)
{
    const QString value = rule.section(u'=', 1);
    const QString factor = value.section(u'*', 1);
    QString name = value.section(u'*', 0, 0);
    if (rule.startsWith(u"long_context>"))
        return Texts::tr("prompts over %1").arg(quantityText(Decimal::of(rule.section(u'>', 1))));
    if (rule.startsWith(u"schedule="))
        return Texts::tr("peak hours");
    if (rule.startsWith(u"meter="))
        return Texts::tr("at the price of %1").arg(meterName(value));
    if (const auto tier = tierFromName(name); tier && rule.startsWith(u"tier="))
        name = tierText(*tier);
    return factor.isEmpty() ? name : Texts::tr("%1 × %2", "batch × 0.5").arg(name, factor);
}

} // namespace

QString feeName(FeeKind kind)
{
    switch (kind) {
    case FeeKind::Tokens:
        return Texts::tr("Tokens");
    case FeeKind::Peak:
        return Texts::tr("Peak hours");
    case FeeKind::Storage:
        return Texts::tr("Storage");
    case FeeKind::Support:
        return Texts::tr("Support");
    case FeeKind::Seats:
        return Texts::tr("Seats");
    case FeeKind::Tax:
        return Texts::tr("Tax");
    }
    Q_UNREACHABLE();
}

QColor feeColour(FeeKind kind)
{
    switch (kind) {
    case FeeKind::Tokens:
        return QColor::fromRgb(0x0072b2);
    case FeeKind::Peak:
        return QColor::fromRgb(0xd55e00);
    case FeeKind::Storage:
        return QColor::fromRgb(0x009e73);
    case FeeKind::Support:
        return QColor::fromRgb(0xe69f00);
    case FeeKind::Seats:
        return QColor::fromRgb(0xcc79a7);
    case FeeKind::Tax:
        return QColor::fromRgb(0x56b4e9);
    }
    Q_UNREACHABLE();
}

QString meterName(const QString &meter)
{
    const QHash<QString, QString> names{{u"input"_s, Texts::tr("input")},
                                        {u"cached_input"_s, Texts::tr("cached input")},
                                        {u"output"_s, Texts::tr("output")},
                                        {u"cache_write_5m"_s, Texts::tr("cache write, 5 minutes")},
                                        {u"cache_write_30m"_s, Texts::tr("cache write, 30 minutes")},
                                        {u"cache_write_1h"_s, Texts::tr("cache write, 1 hour")},
                                        {u"cache_write_12h"_s, Texts::tr("cache write, 12 hours")},
                                        {u"gib_days"_s, Texts::tr("GiB-days")},
                                        {u"gb_months"_s, Texts::tr("GB-months")},
                                        {u"gib_hours"_s, Texts::tr("GiB-hours")},
                                        {u"gross"_s, Texts::tr("gross spend")},
                                        {u"seats"_s, Texts::tr("seats")}};
    return names.value(meter, QString(meter).replace(u'_', u' '));
}

QString tierText(Tier tier)
{
    switch (tier) {
    case Tier::Standard:
        return Texts::tr("standard");
    case Tier::Batch:
        return Texts::tr("batch");
    case Tier::Flex:
        return Texts::tr("flex");
    case Tier::Priority:
        return Texts::tr("priority");
    }
    Q_UNREACHABLE();
}

QString ruleText(const QString &rule)
{
    QStringList parts;
    for (const QString &part : rule.split(u';', Qt::SkipEmptyParts))
        parts.append(ruleWords(part));
    return parts.join(u", "_s);
}

QString partName(const QString &name)
{
    const QHash<QString, QString> names{{u"qa"_s, Texts::tr("Questions")},
                                        {u"grading"_s, Texts::tr("Grading")},
                                        {u"chat"_s, Texts::tr("Customer chats")},
                                        {u"triage"_s, Texts::tr("Triage")},
                                        {u"nightly_summary"_s, Texts::tr("Nightly summaries")},
                                        {u"vectors"_s, Texts::tr("Vectors")},
                                        {u"files"_s, Texts::tr("Files")},
                                        {u"logs"_s, Texts::tr("Logs")}};
    return names.value(name, name);
}

QString amountText(const Decimal &amount, Currency currency)
{
    const auto money = amount.toMoney(currency);
    return money ? moneyText(*money) : unknownText();
}

QString priceText(const Decimal &price, Currency currency)
{
    constexpr int MostDecimals = 6;
    const auto money = price.rounded(MostDecimals, Rounding::HalfEven).toMoney(currency);
    if (!money)
        return unknownText();
    const QString plain = money->toDecimal();
    const QLocale locale;
    return currencySign(currency) + locale.toString(plain.section(u'.', 0, 0).toULongLong())
        + locale.decimalPoint() + plain.section(u'.', 1);
}

QString quantityText(const Decimal &quantity)
{
    constexpr int MostDecimals = 4;
    const QString plain = quantity.rounded(MostDecimals, Rounding::HalfEven).toString();
    const QString fraction = plain.section(u'.', 1);
    const QLocale locale;
    const QString whole = locale.toString(plain.section(u'.', 0, 0).toULongLong());
    return fraction.isEmpty() ? whole : whole + locale.decimalPoint() + fraction;
}

QString unknownText()
{
    return Texts::tr("unknown");
}

PriceAge priceAge(const QString &asOf, QDate today)
{
    QDate day = QDate::fromString(asOf, Qt::ISODate);
    if (!day.isValid())
        day = QDate::fromString(asOf + u"-01"_s, Qt::ISODate); // a month alone: at its oldest
    if (!day.isValid() || day > today)
        return {asOf.isEmpty() ? unknownText() : asOf, !day.isValid()};
    constexpr int WeekDays = 7;
    constexpr int MonthDays = 30;
    constexpr int MostWeeks = 12;
    const int days = static_cast<int>(day.daysTo(today));
    const bool old = days > OldDays;
    if (days < 2 * WeekDays)
        return {Texts::tr("%n day(s)", nullptr, days), old};
    if (days < MostWeeks * WeekDays)
        return {Texts::tr("%n week(s)", nullptr, days / WeekDays), old};
    return {Texts::tr("%n month(s)", nullptr, days / MonthDays), old};
}

} // namespace Costglass
