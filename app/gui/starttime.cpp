// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "starttime.h"

#include "windows/dashboardpage.h"

#include <QEvent>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace Costglass {

namespace {

/// Milliseconds since exec: the kernel's start time of this process is field 22 of /proc/self/stat, in clock ticks
/// since boot (proc(5)).
double sinceExec()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QFile::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    // The second field, the program's name in brackets, may hold blanks.
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int StartTimeField = 22 - 3;
    constexpr double MsPerSecond = 1000;
    const double started
        = fields.value(StartTimeField).toDouble() * MsPerSecond / double(::sysconf(_SC_CLK_TCK));
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    constexpr double NsPerMs = 1e6;
    return double(now.tv_sec) * MsPerSecond + double(now.tv_nsec) / NsPerMs - started;
}

} // namespace

StartTime::StartTime(MainWindow &window, QObject *parent) : QObject(parent), m_window(window)
{
    window.page(QStringLiteral("overview"))->installEventFilter(this);
}

bool StartTime::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_window.state().view()) {
        watched->removeEventFilter(this);
        // After this turn of the event loop the picture is complete.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT painted(sinceExec()); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Costglass
