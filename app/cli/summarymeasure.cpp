// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summarymeasure.h"

#include <algorithm>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> valueOf(const SummaryRow &row, Measure measure)
{
    const auto nanos = [](const std::optional<Money> &money) {
        return money ? std::optional(money->nanos()) : std::nullopt;
    };
    switch (measure) {
    case Measure::Cost:
        return nanos(row.cost);
    case Measure::Tokens:
        return tokensOf(row);
    case Measure::Requests:
        return row.requests;
    case Measure::UnitCost:
        return nanos(unitCost(row));
    }
    Q_UNREACHABLE();
}

qsizetype timeColumn(const Query &query)
{
    const auto time = std::find_if(query.by.cbegin(), query.by.cend(), [](Dim dim) {
        return dim == Dim::Day || dim == Dim::Week || dim == Dim::Month;
    });
    return time == query.by.cend() ? -1 : time - query.by.cbegin();
}

} // namespace

std::optional<Measure> measureFromName(QStringView name)
{
    for (const auto &[known, measure] :
         {std::pair{u"cost"_s, Measure::Cost}, std::pair{u"tokens"_s, Measure::Tokens},
          std::pair{u"requests"_s, Measure::Requests}, std::pair{u"unit-cost"_s, Measure::UnitCost}}) {
        if (name == known)
            return measure;
    }
    return std::nullopt;
}

std::optional<qint64> tokensOf(const SummaryRow &row)
{
    std::optional<qint64> sum;
    for (const auto &part : {row.input, row.cacheRead, row.cacheWrite, row.output}) {
        qint64 total = 0;
        if (part && __builtin_add_overflow(sum.value_or(0), *part, &total))
            return std::nullopt;
        if (part)
            sum = total;
    }
    return sum;
}

std::optional<Money> unitCost(const SummaryRow &row)
{
    constexpr qint64 Million = 1'000'000;
    const qint64 tokens = tokensOf(row).value_or(0);
    if (!row.cost || tokens <= 0)
        return std::nullopt;
    const auto cost = row.cost->times(Million, tokens);
    return cost ? std::optional(*cost) : std::nullopt;
}

void rank(const Query &query, Measure measure, int top, QList<SummaryRow> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [measure](const SummaryRow &a, const SummaryRow &b) {
        return valueOf(a, measure) > valueOf(b, measure); // nothing is less than any value
    });
    if (top > 0 && rows.size() > top)
        rows.resize(top);
    const qsizetype time = timeColumn(query);
    if (time >= 0) {
        std::stable_sort(rows.begin(), rows.end(), [time](const SummaryRow &a, const SummaryRow &b) {
            return a.keys[time] < b.keys[time];
        });
    }
}

} // namespace Costglass
