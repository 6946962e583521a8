// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricegate.h"

namespace Costglass {

/// What feeds told and a person has not decided yet, and what was refused.
struct HeldPrices
{
    QList<HeldPrice> held;
    QSet<QString> rejected; ///< ids of HeldPrice
};

/// What the data folder keeps of it; empty when there is nothing yet.
Result<HeldPrices> readHeldPrices(const QString &dataFolder);
Result<void> writeHeldPrices(const QString &dataFolder, const HeldPrices &prices);

/// Takes held prices into the book from \a now on and refuses the other prices that feeds told for the same; gives what
/// was taken. Config, and nothing done, when an id is not held or two are prices for the same.
Result<QList<HeldPrice>> acceptHeldPrices(const QString &dataFolder, const QStringList &ids, qint64 now);

/// Refuses held prices: the same price of the same feed is not held again. Config when an id is not held.
Result<QList<HeldPrice>> rejectHeldPrices(const QString &dataFolder, const QStringList &ids);

} // namespace Costglass
