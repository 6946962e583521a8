// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/costfilemap.h"

#include "base/json.h"

#include <algorithm>
#include <array>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Files)
};

constexpr std::array fieldNames{
    "day",       "start",      "end",         "cost",         "currency", "list", "vendor", "service",
    "model",     "sku",        "project",     "project_name", "key",      "user", "region", "tier",
    "kind",      "category",   "description", "meter",        "quantity", "unit", "tags",   "input",
    "input_all", "cache_read", "cache_write", "output",       "requests"};
static_assert(fieldNames.size() == static_cast<size_t>(CostField::Requests) + 1);

std::optional<CostField> fieldFromName(const QString &name)
{
    const auto found = std::find(fieldNames.begin(), fieldNames.end(), name.toLatin1());
    return found == fieldNames.end() ? std::nullopt
                                     : std::optional(static_cast<CostField>(found - fieldNames.begin()));
}

/// The first words that a provider's name begins with or contains, and whose id they are.
struct Provider
{
    QStringView word;
    QStringView vendor;
};
constexpr std::array providers{Provider{u"aws", u"aws"},
                               Provider{u"amazon", u"aws"},
                               Provider{u"azure", u"azure"},
                               Provider{u"microsoft", u"azure"},
                               Provider{u"google", u"google"},
                               Provider{u"gcp", u"google"},
                               Provider{u"openai", u"openai"},
                               Provider{u"anthropic", u"anthropic"},
                               Provider{u"alibaba", u"alibaba"},
                               Provider{u"tencent", u"tencent"},
                               Provider{u"volcengine", u"volcengine"},
                               Provider{u"github", u"github"},
                               Provider{u"openrouter", u"openrouter"},
                               Provider{u"deepseek", u"deepseek"},
                               Provider{u"mistral", u"mistral"},
                               Provider{u"cursor", u"cursor"},
                               Provider{u"elevenlabs", u"elevenlabs"},
                               Provider{u"lanying", u"lanying"}};

} // namespace

QString columnKey(QByteArrayView header)
{
    QString key;
    const QString text = QString::fromUtf8(header).toLower();
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            key.append(c);
    }
    return key;
}

QString vendorOfProvider(const QString &name)
{
    const QString lower = name.toLower();
    for (const Provider &provider : providers) {
        if (lower.contains(provider.word))
            return provider.vendor.toString();
    }
    QString id;
    for (const QChar c : lower)
        id.append(c.isLetterOrNumber() ? c : u'-');
    return id.isEmpty() ? u"file"_s : id;
}

QStringList costFieldNames()
{
    QStringList names;
    for (const char *name : fieldNames)
        names.append(QString::fromLatin1(name));
    return names;
}

const CostFileMap *findCostFileMap(QStringView id)
{
    const QList<CostFileMap> &maps = costFileMaps();
    const auto found
        = std::find_if(maps.cbegin(), maps.cend(), [id](const CostFileMap &map) { return map.id == id; });
    return found == maps.cend() ? nullptr : &*found;
}

Result<CostFileMap> readCostFileMap(const QByteArray &json)
{
    const auto object = parseJsonObject(json, Texts::tr("The map"));
    if (!object)
        return std::unexpected(object.error());
    CostFileMap map;
    map.id = u"map"_s;
    map.vendor = object->value("vendor"_L1).toString();
    map.currency = object->value("currency"_L1).toString();
    map.zone = object->value("zone"_L1).toString(u"UTC"_s).toUtf8();
    if (const auto zone = zoneById(map.zone); !zone)
        return failure(Error::Kind::Format, zone.error().detail);
    map.decimalPoint = object->value("decimal"_L1).toString() == u"," ? ',' : '.';
    const QJsonObject columns = object->value("columns"_L1).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        const auto field = fieldFromName(it.value().toString());
        if (!field)
            return failure(
                Error::Kind::Format,
                Texts::tr("The map gives “%1” to the column “%2”.").arg(it.value().toString(), it.key()),
                Texts::tr("Fields are: %1.").arg(costFieldNames().join(u", "_s)));
        const QString key = columnKey(it.key().toUtf8());
        map.columns[*field].append(key);
        map.signature.append(key);
    }
    const bool dated = map.columns.contains(CostField::Day) || map.columns.contains(CostField::Start);
    if (!dated || !map.columns.contains(CostField::Cost))
        return failure(
            Error::Kind::Format, Texts::tr("The map names no column for the day or none for the cost."),
            Texts::tr(
                "Write it like {\"currency\":\"USD\",\"columns\":{\"Date\":\"day\",\"Spend\":\"cost\"}}."));
    return map;
}

} // namespace Costglass
