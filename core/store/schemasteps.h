// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/schema.h"

#include <array>

namespace Costglass {

/// The SQL of each version of the schema: step i brings version i to i + 1. A step that was released never changes.
const std::array<const char *, SchemaVersion> &schemaSteps();

} // namespace Costglass
