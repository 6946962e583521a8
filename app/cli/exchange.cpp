// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange.h"

#include "engine/fxrates.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

Result<Exchange> Exchange::open(const Cli &cli, qint64 at)
{
    Exchange exchange;
    if (!cli.arguments.has(u"currency"_s))
        return exchange;
    const auto currency = Currency::fromCode(cli.arguments.value(u"currency"_s));
    if (!currency)
        return failure(Error::Kind::Config, currency.error().detail);
    auto table = readFxRates(cli.dataFolder());
    if (!table)
        return std::unexpected(table.error());
    exchange.m_currency = *currency;
    exchange.m_table = *std::move(table);
    exchange.m_day = dayOf(at, QTimeZone::utc());
    if (*currency == Currency::usd())
        return exchange;
    const auto rate = exchange.m_table.rate(Currency::usd(), *currency, exchange.m_day);
    return rate ? Result<Exchange>(exchange) : std::unexpected(rate.error());
}

std::optional<Decimal> Exchange::shown(const std::optional<Decimal> &amount, Currency from)
{
    if (!amount || !m_currency || *m_currency == from)
        return amount;
    const auto rate = m_table.rate(from, *m_currency, m_day);
    if (!rate)
        return std::nullopt;
    note(*rate);
    constexpr int Digits = 9;
    return (amount->rounded(Digits, Rounding::HalfEven) * Decimal::of(rate->rateText()))
        .rounded(Digits, Rounding::HalfEven);
}

void Exchange::note(const FxRate &rate)
{
    if (std::none_of(m_used.cbegin(), m_used.cend(),
                     [&rate](const FxRate &one) { return one.isSame(rate) && one.date() == rate.date(); }))
        m_used.append(rate);
}

} // namespace Costglass
