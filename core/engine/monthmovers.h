// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/monthview.h"

namespace Costglass {

/// The models whose spend in \a currency differs most between the days \a now and the days \a before them, largest
/// change first, each with the key or project and the day that explains most of it. Throws ViewProblem.
QList<Mover> findMovers(Store &store, const DateRange &now, const DateRange &before, Currency currency);

} // namespace Costglass
