// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/pricebook.h"

#include <QJsonObject>

namespace Costglass {

/// Reads what a request used. Either Costglass's own meters ({"input": 1200, "cached_input": 800, "output": 90}; token
/// classes disjoint, reasoning within output) or a vendor's usage as its reply has it: OpenAI's chat and responses,
/// Anthropic's messages, Gemini's usageMetadata, Bedrock's converse. There the parts that a vendor counts twice are
/// taken apart. A negative or broken figure and an unknown meter are Format errors that name the key.
Result<QList<Quantity>> usageFromJson(const QJsonObject &usage, const PriceBook &book);

} // namespace Costglass
