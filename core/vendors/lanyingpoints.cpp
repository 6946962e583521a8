// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vendors/lanyingpoints.h"

#include "vendors/reply.h"

#include <QFile>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Lanying)
};

/// Started pieces of \a size.
qint64 pieces(qint64 amount, qint64 size)
{
    return (amount + size - 1) / size;
}

Decimal blocks(qint64 totalTokens)
{
    constexpr qint64 BlockTokens = 2048;
    return larger(1, Decimal(totalTokens).dividedBy(BlockTokens, 0, Rounding::HalfEven));
}

} // namespace

Result<LanyingTable> LanyingTable::parse(const QByteArray &json)
{
    const QString what = Texts::tr("The table of AI points");
    const auto object = parseJsonObject(json, what);
    if (!object)
        return std::unexpected(object.error());
    LanyingTable table;
    table.m_source = object->value(u"source"_s).toString();
    table.m_asOf = object->value(u"as_of"_s).toString();
    for (const QString &kind : {u"chat"_s, u"image"_s, u"speech"_s}) {
        const auto entries = arrayOf(*object, kind, what);
        if (!entries)
            return std::unexpected(entries.error());
        for (const QJsonValue &entry : *entries) {
            const QString model = entry[u"model"_s].toString();
            const auto points = Decimal::fromJson(entry[u"points"_s]);
            if (model.isEmpty() || !points || points->isNegative())
                return failure(
                    Error::Kind::Format,
                    Texts::tr("%1 has an entry without model and points (%2, “%3”).").arg(what, kind, model));
            table.m_points.insert({kind + u'/' + model, entry[u"variant"_s].toString()}, *points);
        }
    }
    return table;
}

const LanyingTable &LanyingTable::bundled()
{
    static const LanyingTable table = [] {
        QFile file(u":/lanying/multipliers.json"_s);
        const bool open = file.open(QFile::ReadOnly);
        return parse(open ? file.readAll() : QByteArray()).value_or(LanyingTable());
    }();
    return table;
}

Decimal LanyingTable::multiplier(const QString &model) const
{
    return m_points.value({u"chat/"_s + model, QString()}, Decimal::invalid());
}

Decimal LanyingTable::image(const QString &model, const QString &variant) const
{
    return m_points.value({u"image/"_s + model, variant}, Decimal::invalid());
}

Decimal LanyingTable::speech(const QString &model) const
{
    return m_points.value({u"speech/"_s + model, QString()}, Decimal::invalid());
}

Decimal lanyingWithoutContentSecurity(const Decimal &multiplier)
{
    const Decimal reduced = multiplier * Decimal::of(u"0.778");
    return reduced.rounded(reduced <= Decimal::of(u"0.01") ? 4 : 2, Rounding::HalfEven);
}

Decimal lanyingCallPoints(qint64 totalTokens, const Decimal &multiplier)
{
    return blocks(totalTokens) * multiplier;
}

Decimal lanyingOwnKeyPoints(qint64 totalTokens, bool contentSecurity)
{
    return contentSecurity ? blocks(totalTokens) * Decimal::of(u"0.22") : Decimal(0);
}

Decimal lanyingTranscriptionPoints(qint64 seconds)
{
    return pieces(seconds, 10);
}

Decimal lanyingSpeechPoints(qint64 bytes, const Decimal &pointsPerPiece)
{
    return Decimal(pieces(bytes, 100)) * pointsPerPiece;
}

Decimal lanyingDerivedMultiplier(const Decimal &inputPerThousand, const Decimal &outputPerThousand,
                                 int exchangeRate)
{
    const Decimal mixed = Decimal::of(u"0.75") * inputPerThousand + Decimal::of(u"0.25") * outputPerThousand;
    // ÷ 0.00075 ÷ 9 = ÷ 0.00675: one division, so that only the result is rounded.
    const Decimal blockPrice
        = (mixed * Decimal(exchangeRate)).dividedBy(Decimal::of(u"0.00675"), 12, Rounding::HalfEven);
    return (Decimal::of(u"0.2222") + blockPrice).rounded(2, Rounding::HalfEven);
}

Decimal lanyingCounter(qint64 whole, qint64 tenThousandths)
{
    return Decimal(whole) + Decimal(tenThousandths).shifted(-4);
}

LanyingPeriod lanyingPeriod(QDate startDate, qint64 now)
{
    constexpr int China = 8 * 3600;
    const QTimeZone zone(China);
    const QDate today = dayOf(now, zone);
    const QDate anchor = startDate.isValid() ? startDate : QDate(today.year(), 1, 1);
    int months = (today.year() - anchor.year()) * 12 + today.month() - anchor.month();
    if (anchor.addMonths(months) > today)
        --months;
    return {dayStart(anchor.addMonths(months), zone), dayStart(anchor.addMonths(months + 1), zone)};
}

} // namespace Costglass
