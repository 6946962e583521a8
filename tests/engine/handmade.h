// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QTemporaryDir>

/// A ledger made by hand, so that every figure in a test can be worked out on paper.
class HandMadeLedger
{
public:
    HandMadeLedger() { reopen(); }

    /// As after a restart of the program.
    void reopen()
    {
        m_store.reset();
        m_store = std::move(*Costglass::Store::open(folder()));
    }

    QString folder() const { return m_dir.filePath(QStringLiteral("data")); }
    Costglass::Store &store() { return *m_store; }
    void close() { m_store.reset(); }

    qint64 addAccount(const QString &vendor, bool paused = false)
    {
        return m_store->addAccount({.vendor = vendor, .label = vendor, .paused = paused})->id;
    }

    /// What the vendor says about \a days, instead of what it said before.
    void says(qint64 account, const Costglass::DateRange &days, const QList<Costglass::Charge> &charges,
              qint64 takenAt = 0)
    {
        Costglass::Snapshot snapshot;
        snapshot.account = account;
        snapshot.days = days;
        snapshot.takenAt = takenAt != 0 ? takenAt : start(days.to);
        snapshot.replies = {"by hand"};
        snapshot.records.charges = charges;
        if (!m_store->store(snapshot))
            qFatal("The hand-made snapshot was refused.");
    }

    void isCompleteTo(qint64 account, QDate day, qint64 lastGoodAt)
    {
        Costglass::FeedState state;
        state.account = account;
        state.lastTriedAt = lastGoodAt;
        state.lastGoodAt = lastGoodAt;
        state.completeTo = start(day);
        if (!m_store->setFeedState(state))
            qFatal("The feed's state was refused.");
    }

    /// The key's name, as a vendor's directory tells it.
    void names(qint64 account, const QString &key, const QString &name)
    {
        Costglass::Snapshot snapshot;
        snapshot.account = account;
        snapshot.feed = Costglass::Feed::Names;
        snapshot.takenAt = 1;
        snapshot.replies = {"names"};
        snapshot.records.names = {{Costglass::Name::Of::Key, key, name}};
        if (!m_store->store(snapshot))
            qFatal("The names were refused.");
    }

    static qint64 start(QDate day) { return Costglass::dayStart(day, QTimeZone::utc()); }
    static Costglass::Money money(const QString &amount,
                                  Costglass::Currency currency = Costglass::Currency::usd())
    {
        return *Costglass::Money::parse(amount, currency);
    }
    static Costglass::Charge charge(QDate day, const QString &amount, const QString &model,
                                    const QString &key = {})
    {
        Costglass::Charge charge{.day = day, .cost = money(amount)};
        charge.periodStart = start(day);
        charge.periodEnd = start(day.addDays(1));
        charge.at.model = model;
        charge.at.key = key;
        return charge;
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Costglass::Store> m_store;
};
