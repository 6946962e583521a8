// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/dimensions.h"

namespace Costglass {

std::optional<qint64> DimensionIds::find(const QString &value)
{
    if (value.isNull())
        return None;
    const auto known = m_ids.constFind(value);
    if (known != m_ids.cend())
        return *known;
    Statement look(m_database, "SELECT id FROM dimension_value WHERE value = ?1");
    look.with(value);
    if (!look.step())
        return std::nullopt;
    m_ids.insert(value, look.integer(0));
    return look.integer(0);
}

qint64 DimensionIds::idFor(const QString &value)
{
    const auto known = find(value);
    if (known)
        return *known;
    Statement(m_database, "INSERT INTO dimension_value (value) VALUES (?1)").with(value).run();
    m_ids.insert(value, m_database.lastId());
    return m_database.lastId();
}

} // namespace Costglass
