// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/money.h"

#include <exception>

namespace Costglass {

/// Carries an Error out of the many steps that make a view; loadMonthView() turns it back into a Result.
struct ViewProblem : std::exception
{
    explicit ViewProblem(Error what) : error(std::move(what)) { }
    Error error;
};

/// The value, or its error thrown as a ViewProblem.
template<typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw ViewProblem(result.error());
    return *std::move(result);
}

/// A checked sum.
inline void addTo(Money &sum, Money more)
{
    sum = valueOf(sum.plus(more));
}

} // namespace Costglass
