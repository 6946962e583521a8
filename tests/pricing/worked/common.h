// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/allowance.h"
#include "pricing/bundledprices.h"
#include "pricing/caching.h"
#include "pricing/invoice.h"
#include "pricing/plans.h"

#include <QMap>

/// What the worked figures are computed with: the bundled prices and the rules, never a price typed in where the
/// catalogue has it.
namespace Worked {

using namespace Costglass;
using namespace Qt::StringLiterals;

/// A figure's name and how Costglass computes it, as a decimal or a word.
using Figures = QMap<QString, QString>;

inline Decimal dec(const char16_t *text)
{
    return Decimal::of(text);
}

inline const PriceBook &book()
{
    static const PriceBook bundled = [] {
        PriceBook prices;
        prices.add(bundledPrices());
        return prices;
    }();
    return bundled;
}

/// Tuesday, in DeepSeek's peak hours (11:00 in Beijing).
inline qint64 peakInstant()
{
    return *parseRfc3339(u"2026-11-24T03:00:00Z");
}

inline qint64 quietInstant()
{
    return *parseRfc3339(u"2026-11-24T12:00:00Z");
}

/// What a single request costs by the bundled prices.
inline Decimal request(PriceQuery query, const QList<Quantity> &use)
{
    query.at = query.at ? query.at : quietInstant();
    const auto priced = book().price(query, use);
    return priced && priced->cost ? *priced->cost : Decimal::invalid();
}

inline QList<Quantity> tokens(const Decimal &input, const Decimal &cached, const Decimal &output)
{
    return {{u"input"_s, input}, {u"cached_input"_s, cached}, {u"output"_s, output}};
}

/// The price of one meter for its own unit, by the bundled prices.
inline Decimal unit(const QString &vendor, const QString &model, const QString &meter)
{
    return request({vendor, model}, {{meter, 1}});
}

inline Decimal support(const QString &vendor, const QString &plan, const Decimal &gross)
{
    const SupportPlan *found = bundledFacts().supportPlan(vendor, plan);
    return found ? found->fee(gross).value_or(Decimal::invalid()) : Decimal::invalid();
}

inline QString fixed(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

} // namespace Worked
