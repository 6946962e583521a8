// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricerow.h"

#include <QCryptographicHash>

namespace Costglass {

using namespace Qt::StringLiterals;

QString tierName(Tier tier)
{
    switch (tier) {
    case Tier::Standard:
        return u"standard"_s;
    case Tier::Batch:
        return u"batch"_s;
    case Tier::Flex:
        return u"flex"_s;
    case Tier::Priority:
        return u"priority"_s;
    }
    return {};
}

std::optional<Tier> tierFromName(QStringView name)
{
    if (name.isEmpty() || name == u"standard" || name == u"default" || name == u"on_demand")
        return Tier::Standard;
    if (name == u"batch")
        return Tier::Batch;
    if (name == u"flex")
        return Tier::Flex;
    if (name == u"priority" || name == u"fast")
        return Tier::Priority;
    return std::nullopt;
}

QString PriceRow::id() const
{
    const auto instant = [](std::optional<qint64> at) { return at ? QString::number(*at) : QString(); };
    const QStringList parts{vendor,
                            model,
                            meter,
                            tierName(tier),
                            QString::number(threshold),
                            QString::number(atThreshold ? 1 : 0),
                            schedule,
                            instant(from),
                            instant(until),
                            price.toString(),
                            QString::number(per),
                            currency.code(),
                            minimum.toString(),
                            block.toString(),
                            QString::number(static_cast<int>(layer)),
                            provenance.source,
                            provenance.asOf};
    constexpr qsizetype Digits = 12;
    const QByteArray hash
        = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.first(Digits));
}

bool PriceRow::sameKey(const PriceRow &other) const
{
    return meter == other.meter && tier == other.tier && threshold == other.threshold
        && atThreshold == other.atThreshold && schedule == other.schedule && layer == other.layer
        && model == other.model && vendor == other.vendor;
}

} // namespace Costglass
