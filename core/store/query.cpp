// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/query.h"

#include <array>

namespace Costglass {

namespace {

constexpr std::array dimNames{
    std::pair{Dim::Vendor, "vendor"},   std::pair{Dim::Account, "account"},
    std::pair{Dim::Service, "service"}, std::pair{Dim::Model, "model"},
    std::pair{Dim::Project, "project"}, std::pair{Dim::Key, "key"},
    std::pair{Dim::User, "user"},       std::pair{Dim::Category, "category"},
    std::pair{Dim::Region, "region"},   std::pair{Dim::Tier, "tier"},
    std::pair{Dim::Kind, "kind"},       std::pair{Dim::Day, "day"},
    std::pair{Dim::Week, "week"},       std::pair{Dim::Month, "month"},
};

} // namespace

QString dimName(Dim dim)
{
    for (const auto &[value, name] : dimNames) {
        if (value == dim)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<Dim> dimFromName(QStringView name)
{
    for (const auto &[value, text] : dimNames) {
        if (name == QLatin1StringView(text))
            return value;
    }
    return std::nullopt;
}

} // namespace Costglass
