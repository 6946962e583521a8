// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/logprices.h"

#include <QRegularExpression>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

/// The catalogue's entry of what a search costs beside its tokens.
const QString webSearch = u"Web search"_s;

std::optional<Decimal> costOf(const PriceBook &book, const PriceQuery &query, const QList<Quantity> &use)
{
    const auto priced = book.price(query, use);
    if (!priced || !priced->cost || priced->currency != Currency::usd())
        return std::nullopt;
    return priced->cost;
}

} // namespace

PriceQuery LogPrices::queryOf(const QString &vendor, const LogBucket &bucket) const
{
    static const QRegularExpression day(u"-20\\d{6}$"_s);
    const Tier tier = tierFromName(bucket.tier).value_or(Tier::Standard);
    QString undated = bucket.model;
    undated.remove(day);
    for (const QString &of : {vendor, QString()}) {
        for (const QString &model : {bucket.model, undated}) {
            if (!m_book.rowsOf(of, model).isEmpty())
                return {of, model, 0, tier};
        }
    }
    return {vendor, bucket.model, 0, tier};
}

qint64 LogPrices::cost(PriceQuery query, const LogEntry &entry) const
{
    query.at = entry.at;
    QList<Quantity> use{{u"input"_s, entry.input}, {u"output"_s, entry.output}};
    for (const auto &[meter, count] :
         {std::pair{u"cached_input"_s, entry.cacheRead}, std::pair{u"cache_write_5m"_s, entry.cacheWrite5m},
          std::pair{u"cache_write_1h"_s, entry.cacheWrite1h}}) {
        if (count > 0)
            use.append({meter, count});
    }
    const auto tokens = costOf(m_book, query, use);
    const auto searches = entry.webSearches == 0
        ? std::optional<Decimal>(0)
        : costOf(m_book, {query.vendor, webSearch, query.at}, {{u"calls"_s, entry.webSearches}});
    if (!tokens || !searches)
        return LogEntry::Unpriced;
    // Money's nanos of a thousandfold amount are the picos of the amount.
    const auto picos = (*tokens + *searches).shifted(3).toMoney(Currency::usd());
    return picos ? picos->nanos() : LogEntry::Unpriced;
}

} // namespace Costglass
