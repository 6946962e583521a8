// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sqlite.h"

#include <QHash>

namespace Costglass {

/// Texts of dimensions as small integers; one text has one id, whatever dimension it stands in. Ids never change.
class DimensionIds
{
public:
    static constexpr qint64 None = 0; ///< the vendor gave no value

    explicit DimensionIds(Database &database) : m_database(database) { }

    /// The id of a value, made when it is new (within the caller's transaction); None for a null QString.
    qint64 idFor(const QString &value);
    /// The id of a value, or nothing when no row has it.
    std::optional<qint64> find(const QString &value);
    /// Ids made in a transaction that was rolled back must be forgotten.
    void forget() { m_ids.clear(); }
    qsizetype size() const { return m_ids.size(); } ///< how many are kept in memory

private:
    Database &m_database;
    QHash<QString, qint64> m_ids;
};

} // namespace Costglass
