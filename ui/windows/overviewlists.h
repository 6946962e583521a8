// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

namespace Costglass {

class Card;

/// Puts what changed most into the card's body.
void fillMovers(Card &card, const MonthView &view);

/// Puts the newest alerts into the card's body.
void fillAlerts(Card &card, const MonthView &view);

/// "+$61.20", "−$22.10": a change with its sign.
QString signedText(Money change);

/// What stands apart from the month's sum, in words; empty when nothing does.
QString apartText(const MonthView &view);

} // namespace Costglass
