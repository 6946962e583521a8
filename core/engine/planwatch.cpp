// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/planwatch.h"

#include "engine/engine.h"

#include <algorithm>

namespace Costglass {

PlanWatch::PlanWatch(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine), m_alarm(engine)
{
    connect(&engine, &Engine::ledgerChanged, this, &PlanWatch::look);
    connect(&m_alarm, &Alarm::rang, this, &PlanWatch::look);
    look();
}

void PlanWatch::look()
{
    m_engine.ledger().run(
        this, [now = m_engine.now()](Store &store) { return lookAt(store, now); },
        [this](const Result<Look> &look) {
            if (!look)
                return; // what is due stays due
            if (look->next)
                m_alarm.ringAt(dayStart(*look->next, QTimeZone::utc()));
            if (look->charged)
                Q_EMIT m_engine.ledgerChanged();
        });
}

Result<PlanWatch::Look> PlanWatch::lookAt(Store &store, qint64 now)
{
    const auto charged = store.chargePlans(now);
    const auto plans = store.plans();
    if (!charged || !plans)
        return std::unexpected(charged ? plans.error() : charged.error());
    Look look{*charged, {}};
    for (const Plan &plan : *plans) {
        if (const auto next = nextRenewal(plan, dayOf(now, QTimeZone::utc())))
            look.next = std::min(*next, look.next.value_or(*next));
    }
    return look;
}

} // namespace Costglass
