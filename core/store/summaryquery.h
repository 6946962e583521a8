// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/dimensions.h"
#include "store/query.h"

namespace Costglass {

/// Answers a Query: from the day rollups when at most one dimension of the records is asked for, else from the
/// charges and usage of the asked days. Both ways give the same figures (Store::check() holds them to it).
Summary answer(Database &database, DimensionIds &ids, const Query &query);

} // namespace Costglass
