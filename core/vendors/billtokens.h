// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/records.h"

namespace Costglass {

// Bills of clouds count tokens as they count hours: a line for each class of tokens, in a unit of its own. This makes
// use of such lines.

/// The class of tokens that a line counts.
enum class TokenClass
{
    None,
    Input,
    CacheRead,
    CacheWrite,
    CacheWrite5m,
    CacheWrite1h,
    Output
};

/// "input_tokens", "cache_read_tokens", "cache_write_tokens", "output_tokens"; null for None.
QString tokenMeter(TokenClass tokens);

/// The class that a line's text names, in English or Chinese: "输出token", "cached_input_token"; None where it names none,
/// or the storage of a cache.
TokenClass tokenClassOf(const QString &text);

/// How many tokens a quantity is, where its unit says how many one is ("1K tokens", "千tokens"); nothing where it does not
/// ("N/A", "Units"), because then a unit may be one token, a thousand or a million.
std::optional<qint64> tokenCount(const QString &quantity, const QString &unit);

/// Adds \a count to the use of the charge's day and place.
void addTokens(Records &records, const Charge &charge, TokenClass tokens, qint64 count);

} // namespace Costglass
