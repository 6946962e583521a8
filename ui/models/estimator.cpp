// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/estimator.h"

namespace Costglass {

Estimator::Estimator(PriceDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    constexpr int FrameMs = 16;
    m_soon.setSingleShot(true);
    m_soon.setInterval(FrameMs);
    connect(&m_soon, &QTimer::timeout, this, &Estimator::start);
    connect(&desk, &PriceDesk::opened, this, &Estimator::start);
}

void Estimator::ask(const Question &question)
{
    m_wanted = question;
    if (!m_running && !m_soon.isActive())
        m_soon.start();
}

void Estimator::forget()
{
    m_wanted.reset();
    m_rows.clear();
    ++m_turn;
}

void Estimator::start()
{
    const auto prices = m_desk.prices();
    if (m_running || !m_wanted || !prices)
        return;
    m_running = true;
    m_desk.run(
        this,
        [prices, question = *std::exchange(m_wanted, std::nullopt)] {
            return estimate(question.scenario, prices->book, prices->fees, question.at, question.vendors,
                            &prices->rates);
        },
        [this, turn = m_turn](const QList<EstimateRow> &rows) {
            m_running = false;
            if (turn == m_turn) {
                m_rows = rows;
                Q_EMIT answered();
            }
            start();
        });
}

} // namespace Costglass
