// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace Costglass {

/// What a catalogue knows of models besides their prices.
struct ModelFacts
{
    QHash<std::pair<QString, QString>, qint64> contexts; ///< window in tokens, by (vendor, model)
    QHash<QString, qint64> cacheMinimums; ///< by vendor, where one holds for all its models

    std::optional<qint64> contextOf(const QString &vendor, const QString &model) const;
    /// The shortest prefix in tokens that the vendor caches; nothing = not known, or another for each model.
    std::optional<qint64> cacheFrom(const QString &vendor) const;
};

/// Reads the windows of "models" and "cache_rules"; what is not told there is left out.
ModelFacts readModelFacts(const QJsonObject &catalogue);

/// Those of the catalogue that is built in, read once.
const ModelFacts &bundledModelFacts();

} // namespace Costglass
