// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QTimer>

namespace Costglass {

/// Runs the event loop until \a done says so; false when time is up before. QTest::qWaitFor() sleeps ten milliseconds
/// at each turn of the loop, which a pass of a hundred requests cannot afford.
template<typename Condition>
bool eventually(Condition done, int milliseconds = 30'000)
{
    constexpr int TickMs = 50;
    QTimer tick; // for the time limit
    tick.start(TickMs);
    const QDeadlineTimer deadline(milliseconds);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return done();
}

} // namespace Costglass
