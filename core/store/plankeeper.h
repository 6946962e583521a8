// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/account.h"
#include "base/plan.h"
#include "store/dimensions.h"

namespace Costglass {

/// Keeps plans together with the charges that follow from them: an account per vendor, whose newest snapshot says what
/// all of its plans have cost. The caller holds the transaction.
class PlanKeeper
{
public:
    PlanKeeper(Database &database, DimensionIds &ids, qint64 now);

    Plan save(Plan plan);
    void remove(qint64 id);
    bool isDue(); ///< whether there are payments that are not charged yet
    bool chargeDue(); ///< charges them; whether there were any

private:
    QList<Account> accounts();
    qint64 accountOf(qint64 plan);
    qint64 accountFor(const QString &vendor); ///< made when there is none
    bool isDue(qint64 account);
    void charge(qint64 account);

    Database &m_database;
    DimensionIds &m_ids;
    qint64 m_now;
    QDate m_end; ///< the day after today
};

} // namespace Costglass
