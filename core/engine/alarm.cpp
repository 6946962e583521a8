// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alarm.h"

#include "engine/engine.h"

#include <QDateTime>

#include <algorithm>

namespace Costglass {

Alarm::Alarm(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Alarm::handleTimeout);
}

void Alarm::ringAt(std::optional<qint64> due)
{
    constexpr qint64 ClockTolerance = 5;
    const bool isPretended = std::abs(m_engine.now() - QDateTime::currentSecsSinceEpoch()) > ClockTolerance;
    if (!due || isPretended || (m_due && *m_due <= *due))
        return;
    m_due = due;
    start();
}

/// Looks at the clock once an hour at least: it may be set, and sleep does not count.
void Alarm::start()
{
    constexpr qint64 Hour = 3600;
    m_timer.start(std::chrono::seconds(std::clamp<qint64>(*m_due - m_engine.now(), 1, Hour)));
}

void Alarm::handleTimeout()
{
    if (m_engine.now() < *m_due)
        return start();
    m_due.reset();
    Q_EMIT rang();
}

} // namespace Costglass
