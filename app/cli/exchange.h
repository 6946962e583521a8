// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli.h"

#include "base/fxtable.h"
#include "pricing/decimal.h"

namespace Costglass {

/// What --currency asks for: figures converted by the rates of one day, with the rates noted that were used. Without
/// the option figures stay as they are.
class Exchange
{
public:
    /// Config when the currency is unknown, or has no rate on the day of \a at.
    static Result<Exchange> open(const Cli &cli, qint64 at);

    /// The rates to add up different currencies with; null when no currency is asked for.
    const FxTable *table() const { return m_currency ? &m_table : nullptr; }
    /// The currency that figures in \a from are shown in.
    Currency shownIn(Currency from) const { return m_currency.value_or(from); }
    /// The figure as it is shown, half to even at 10⁻⁹ when converted; nothing when there is no rate.
    std::optional<Decimal> shown(const std::optional<Decimal> &amount, Currency from);
    /// Notes a rate that was used elsewhere.
    void note(const FxRate &rate);

    const std::optional<Currency> &currency() const { return m_currency; }
    const QList<FxRate> &used() const { return m_used; }

private:
    std::optional<Currency> m_currency;
    FxTable m_table;
    QDate m_day;
    QList<FxRate> m_used;
};

} // namespace Costglass
