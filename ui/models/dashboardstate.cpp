// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/dashboardstate.h"

namespace Costglass {

DashboardState::DashboardState(Engine &engine, QObject *parent)
    : QObject(parent), m_engine(engine), m_month(Month::of(engine.today()))
{
    constexpr int BurstMs = 100;
    m_soon.setSingleShot(true);
    m_soon.setInterval(BurstMs);
    connect(&m_soon, &QTimer::timeout, this, &DashboardState::reload);
    connect(&engine, &Engine::ledgerChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&engine, &Engine::accountsChanged, this, &DashboardState::reload);
}

Month DashboardState::presentMonth() const
{
    return Month::of(m_engine.today());
}

void DashboardState::setMonth(Month month)
{
    month = std::min(month, presentMonth());
    if (month == m_month)
        return;
    m_month = month;
    Q_EMIT monthChanged();
    reload();
}

void DashboardState::reload()
{
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_engine.ledger().run(
        this,
        [month = m_month, now = m_engine.now()](Store &store) { return loadMonthView(store, month, now); },
        [this](Result<MonthView> view) {
            m_asking = false;
            if (std::exchange(m_again, false))
                return reload(); // the answer is to a question that is no longer asked
            if (view) {
                m_view = *std::move(view);
                m_error.reset();
            } else {
                m_error = view.error();
            }
            Q_EMIT viewChanged();
        });
}

} // namespace Costglass
