// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/summarywords.h"

#include "store/rows.h"

namespace Costglass {

QString SummaryWords::key(Dim dim, const Statement &row, int column)
{
    const qint64 number = row.integer(column);
    const auto known = m_keys.constFind({dim, number});
    return known != m_keys.cend() ? *known : *m_keys.insert({dim, number}, readKey(dim, number));
}

QString SummaryWords::readKey(Dim dim, qint64 number)
{
    switch (dim) {
    case Dim::Account:
        return accountText(number, 0);
    case Dim::Vendor:
        return accountText(number, 1);
    case Dim::Kind:
        return number == NoMoneyKind ? QString() : chargeKindName(static_cast<ChargeKind>(number));
    case Dim::Day:
    case Dim::Week:
        return QDate::fromJulianDay(number).toString(Qt::ISODate);
    case Dim::Month:
        return Month(static_cast<int>(number / 100), static_cast<int>(number % 100)).toString();
    case Dim::Service:
    case Dim::Model:
    case Dim::Project:
    case Dim::Key:
    case Dim::User:
    case Dim::Region:
    case Dim::Tier:
    case Dim::Category:
        break;
    }
    Statement &read = prepared(m_value, "SELECT value FROM dimension_value WHERE id = ?1");
    return read.with(number).step() ? read.text(0) : QString();
}

QString SummaryWords::name(Dim dim, const QString &key)
{
    const auto of = dim == Dim::Project ? std::optional(Name::Of::Project)
        : dim == Dim::Key               ? std::optional(Name::Of::Key)
        : dim == Dim::User              ? std::optional(Name::Of::User)
                                        : std::nullopt;
    if (dim == Dim::Account)
        return key;
    if (!of || key.isNull())
        return {};
    const auto known = m_names.constFind({dim, key});
    if (known != m_names.cend())
        return *known;
    Statement &read = prepared(m_name, "SELECT name FROM name WHERE of = ?1 AND id = ?2 LIMIT 1");
    const bool found = read.with(static_cast<int>(*of), key).step();
    return *m_names.insert({dim, key}, found ? read.text(0) : QString());
}

} // namespace Costglass
