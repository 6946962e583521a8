// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/records.h"

#include <array>
#include <utility>

namespace Costglass {

namespace {

constexpr std::array feedNames{
    std::pair{Feed::Costs, "costs"}, std::pair{Feed::Usage, "usage"},   std::pair{Feed::Balance, "balance"},
    std::pair{Feed::Names, "names"}, std::pair{Feed::Prices, "prices"}, std::pair{Feed::FxRates, "fx"},
};

constexpr std::array kindNames{
    std::pair{ChargeKind::Billed, "billed"},
    std::pair{ChargeKind::Estimated, "estimated"},
    std::pair{ChargeKind::Equivalent, "equivalent"},
    std::pair{ChargeKind::Entered, "entered"},
};

constexpr std::array categoryNames{
    std::pair{ChargeCategory::Usage, "Usage"},
    std::pair{ChargeCategory::Purchase, "Purchase"},
    std::pair{ChargeCategory::Tax, "Tax"},
    std::pair{ChargeCategory::Credit, "Credit"},
    std::pair{ChargeCategory::Adjustment, "Adjustment"},
};

template<typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

template<typename Table>
auto valueIn(const Table &table, QStringView name) -> std::optional<decltype(table[0].first)>
{
    for (const auto &[value, candidate] : table) {
        if (name == QLatin1StringView(candidate))
            return value;
    }
    return std::nullopt;
}

} // namespace

void Records::append(Records &&more)
{
    charges.append(std::move(more.charges));
    usage.append(std::move(more.usage));
    balances.append(std::move(more.balances));
    names.append(std::move(more.names));
}

QString feedName(Feed feed)
{
    return nameIn(feedNames, feed);
}

std::optional<Feed> feedFromName(QStringView name)
{
    return valueIn(feedNames, name);
}

QString chargeKindName(ChargeKind kind)
{
    return nameIn(kindNames, kind);
}

std::optional<ChargeKind> chargeKindFromName(QStringView name)
{
    return valueIn(kindNames, name);
}

QString chargeCategoryName(ChargeCategory category)
{
    return nameIn(categoryNames, category);
}

std::optional<ChargeCategory> chargeCategoryFromName(QStringView name)
{
    return valueIn(categoryNames, name);
}

} // namespace Costglass
