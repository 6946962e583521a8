// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/modelfacts.h"

#include "base/json.h"
#include "pricing/bundledprices.h"
#include "pricing/meters.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

QString vendorOf(const QJsonObject &json)
{
    return canonicalVendor(json.value(u"vendor"_s).toString());
}

template<typename Key>
std::optional<qint64> valueIn(const QHash<Key, qint64> &values, const Key &key)
{
    const auto found = values.constFind(key);
    return found != values.cend() ? std::optional(*found) : std::nullopt;
}

} // namespace

std::optional<qint64> ModelFacts::contextOf(const QString &vendor, const QString &model) const
{
    return valueIn(contexts, {vendor, model});
}

std::optional<qint64> ModelFacts::cacheFrom(const QString &vendor) const
{
    return valueIn(cacheMinimums, vendor);
}

ModelFacts readModelFacts(const QJsonObject &catalogue)
{
    ModelFacts facts;
    const QJsonArray models = catalogue.value(u"models"_s).toArray();
    for (const QJsonValue &value : models) {
        const QJsonObject model = value.toObject();
        const qint64 window = model.value(u"context_window"_s).toInteger();
        if (window > 0)
            facts.contexts.insert({vendorOf(model), model.value(u"id"_s).toString()}, window);
    }
    const QJsonArray rules = catalogue.value(u"cache_rules"_s).toArray();
    for (const QJsonValue &value : rules) {
        const QJsonObject rule = value.toObject();
        const qint64 least = rule.value(u"min_tokens"_s).toInteger();
        if (least > 0 && !rule.contains(u"models"_s))
            facts.cacheMinimums.insert(vendorOf(rule), least);
    }
    return facts;
}

const ModelFacts &bundledModelFacts()
{
    static const ModelFacts facts = [] {
        const auto catalogue = parseJsonObject(bundledCatalogue(), u"catalogue"_s);
        return catalogue ? readModelFacts(*catalogue) : ModelFacts();
    }();
    return facts;
}

} // namespace Costglass
