// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Costglass {

inline constexpr qint64 Day = 24 * 3600;
inline constexpr qint64 Nov24Noon = 1795521600; // 2026-11-24 12:00:00 UTC

inline Money usd(const QString &amount)
{
    return *Money::parse(amount, Currency::usd());
}

inline Charge charge(QDate day, const QString &amount, const QString &model = u"m1"_s,
                     const QString &project = u"p1"_s)
{
    Charge charge{.day = day, .at = {}, .cost = usd(amount)};
    charge.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    charge.periodEnd = charge.periodStart + Day;
    charge.at.model = model;
    charge.at.project = project;
    charge.description = model + u", input"_s;
    return charge;
}

inline Usage usage(QDate day, qint64 input, const QString &model = u"m1"_s)
{
    Usage usage;
    usage.day = day;
    usage.periodStart = day.startOfDay(Qt::UTC).toSecsSinceEpoch();
    usage.periodEnd = usage.periodStart + Day;
    usage.at.model = model;
    usage.input = input;
    usage.requests = 2;
    return usage;
}

inline Snapshot costs(qint64 account, const DateRange &days, const QList<Charge> &charges,
                      qint64 takenAt = Nov24Noon)
{
    Snapshot snapshot;
    snapshot.account = account;
    snapshot.feed = Feed::Costs;
    snapshot.days = days;
    snapshot.takenAt = takenAt;
    snapshot.replies = {QByteArray("reply of ") + QByteArray::number(charges.size())};
    snapshot.requests = 1;
    snapshot.records.charges = charges;
    return snapshot;
}

inline const DateRange november = Month(2026, 11).range();

/// A ledger with one account in a folder of its own.
class LedgerFixture
{
protected:
    void openLedger()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->filePath(u"data"_s);
        auto store = Store::open(m_folder);
        if (!store)
            qFatal("The ledger does not open.");
        m_store = std::move(*store);
        m_account = m_store->addAccount({.vendor = u"openai"_s, .label = u"production"_s})->id;
    }

    void closeLedger()
    {
        m_store.reset();
        m_dir.reset();
    }

    /// The sums of money per values of \a by, joined by "|".
    QMap<QString, QString> sums(const QList<Dim> &by, const DateRange &days = november)
    {
        QMap<QString, QString> sums;
        const Summary summary = *m_store->summary({.days = days, .by = by});
        for (const SummaryRow &row : summary.rows) {
            QStringList keys;
            for (const QString &key : row.keys)
                keys.append(key.isNull() ? u"<none>"_s : key);
            sums[keys.join(u'|')] = row.cost ? row.cost->toDecimal() : u"no money"_s;
        }
        return sums;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    std::unique_ptr<Store> m_store;
    qint64 m_account = 0;
};

} // namespace Costglass
