// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace Costglass {

/// How much a notification matters, as the specification's urgency byte says it.
enum class Urgency : uchar
{
    Low = 0,
    Normal = 1,
    Critical = 2
};

/// One desktop notification.
struct Notification
{
    QString title;
    QString text;
    QString action; ///< the button's text; empty = no button
    Urgency urgency = Urgency::Normal;
};

/// The desktop's notifications by their own protocol (org.freedesktop.Notifications 1.2), because a tray's balloons
/// have no buttons and are lost where no tray is.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    explicit DesktopNotifier(QObject *parent = nullptr);

    /// Shows it; \a done is called once, from the event loop, when the desktop has taken it or why it cannot (Config).
    /// \a activated is called when the person presses the button or the notification itself.
    void notify(const Notification &notification, std::function<void()> activated, Done done);

private Q_SLOTS:
    void handleAction(uint id, const QString &action);
    void handleClosed(uint id);

private:
    QHash<uint, std::function<void()>> m_activated;
};

} // namespace Costglass
