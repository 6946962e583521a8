// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QMap>

namespace Costglass {

/// Trouble on the wire, at random but the same for the same seed.
class Faults
{
public:
    enum class Kind
    {
        None,
        TooMany, ///< 429, with Retry-After in seconds, as a date, or without
        Failure, ///< 500
        Drop, ///< the connection is closed without a word
        Stall, ///< nothing comes, for ever
        Truncate, ///< the body stops half way
        Garbage ///< 200 with a body that is no JSON
    };

    /// Reads "429:0.1,500:0.05,drop:0.02,stall:0.01,truncate:0.01,garbage:0.01,slow:50ms"; empty = none. Anything
    /// else is a Config error that says what was not understood.
    static Result<Faults> parse(const QString &spec);

    /// The fault of the next request.
    Kind next();
    int delayMs() const { return m_delayMs; }

private:
    QMap<Kind, int> m_perMillion;
    int m_delayMs = 0;
    quint64 m_state = 1;
};

} // namespace Costglass
