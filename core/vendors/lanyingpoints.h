// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/dates.h"
#include "pricing/decimal.h"

#include <QMap>

namespace Costglass {

// Lanying IM's unit of AI use, the point ("智能消息条数"), as its gateway counts it (github.com/blockmessage/lanying-connector,
// services/openai_service.py). All functions are exact; an invalid Decimal means that the table does not know the model.

/// How many points things count: edited by whoever knows better, because Lanying publishes no list.
class LanyingTable
{
public:
    /// Reads the format of resources/lanying/multipliers.json; Format says which entry cannot be read.
    static Result<LanyingTable> parse(const QByteArray &json);
    /// The table that comes with Costglass.
    static const LanyingTable &bundled();

    /// Points of one block of 2048 tokens of a chat or embedding model.
    Decimal multiplier(const QString &model) const;
    /// Points of one image, \a variant as "hd_1792x1024".
    Decimal image(const QString &model, const QString &variant) const;
    /// Points of each started 100 bytes of UTF-8 that are spoken.
    Decimal speech(const QString &model) const;

    QString source() const { return m_source; }
    QString asOf() const { return m_asOf; }

private:
    QMap<QPair<QString, QString>, Decimal> m_points; ///< by (kind/model, variant)
    QString m_source;
    QString m_asOf;
};

/// The multiplier of a chatbot whose content security is off: × 0.778, to 2 decimals, to 4 from 0.01 down.
Decimal lanyingWithoutContentSecurity(const Decimal &multiplier);

/// A chat or embedding call: max(1, tokens ÷ 2048 rounded half to even) × multiplier; prompt and completion weigh the same.
Decimal lanyingCallPoints(qint64 totalTokens, const Decimal &multiplier);
/// The same on the customer's own key at the upstream vendor: 0.22 a block, nothing with content security off.
Decimal lanyingOwnKeyPoints(qint64 totalTokens, bool contentSecurity);
/// One point for each started 10 seconds that are transcribed.
Decimal lanyingTranscriptionPoints(qint64 seconds);
/// Started 100 bytes of UTF-8 × points of each.
Decimal lanyingSpeechPoints(qint64 bytes, const Decimal &pointsPerPiece);

/// The multiplier that Lanying derives for a new model: 0.2222 + (0.75 · in + 0.25 · out) ÷ 0.00075 × fx ÷ 9, to two decimals,
/// with prices per 1,000 tokens and fx 7 for US dollars, 1 for yuan.
Decimal lanyingDerivedMultiplier(const Decimal &inputPerThousand, const Decimal &outputPerThousand,
                                 int exchangeRate);

/// A counter and its twin in ten-thousandths: 34 and 5600 are 34.56 points.
Decimal lanyingCounter(qint64 whole, qint64 tenThousandths);

/// One billing month, in Unix seconds; end exclusive.
struct LanyingPeriod
{
    qint64 start = 0;
    qint64 end = 0;

    bool operator==(const LanyingPeriod &) const = default;
};
/// The month, anchored at \a startDate in UTC+8, in which \a now lies. Without a start date it is the calendar month. Months are
/// counted from the start date and clamped to their last day (31 Jan, 28 Feb, 31 Mar): how Lanying goes on after a
/// shorter month is unverified, so the bounds are shown wherever the period is.
LanyingPeriod lanyingPeriod(QDate startDate, qint64 now);

} // namespace Costglass
