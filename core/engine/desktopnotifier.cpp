// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Notifier)
};

const QString &service()
{
    static const QString name = u"org.freedesktop.Notifications"_s;
    return name;
}

std::unexpected<Error> unavailable()
{
    return failure(
        Error::Kind::Config, Texts::tr("This desktop shows no notifications."),
        Texts::tr("Alerts stay on the Budgets page; start a notification service to see them at once."));
}

QDBusMessage notifyCall(const Notification &notification)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service(), u"/org/freedesktop/Notifications"_s,
                                                       service(), u"Notify"_s);
    QStringList actions;
    if (!notification.action.isEmpty())
        actions = {u"default"_s, notification.action, u"open"_s, notification.action};
    // The body is markup where the daemon knows it.
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(static_cast<uchar>(notification.urgency))},
                            {u"desktop-entry"_s, u"costglass"_s}};
    constexpr uint New = 0;
    constexpr int DaemonDecides = -1;
    call.setArguments({u"Costglass"_s, New, u"costglass"_s, notification.title,
                       notification.text.toHtmlEscaped(), actions, hints, DaemonDecides});
    return call;
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString path = u"/org/freedesktop/Notifications"_s;
    bus.connect(service(), path, service(), u"ActionInvoked"_s, this, SLOT(handleAction(uint, QString)));
    bus.connect(service(), path, service(), u"NotificationClosed"_s, this, SLOT(handleClosed(uint)));
}

void DesktopNotifier::notify(const Notification &notification, std::function<void()> activated, Done done)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QMetaObject::invokeMethod(
            this, [done] { done(unavailable()); }, Qt::QueuedConnection);
        return;
    }
    constexpr int PatienceMs = 5000;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(notifyCall(notification), PatienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, activated = std::move(activated), done](QDBusPendingCallWatcher *finished) {
                finished->deleteLater();
                const QDBusPendingReply<uint> id = *finished;
                if (id.isError())
                    return done(unavailable());
                if (activated)
                    m_activated.insert(id.value(), activated);
                done({});
            });
}

void DesktopNotifier::handleAction(uint id, const QString &)
{
    if (const auto activated = m_activated.take(id))
        activated();
}

void DesktopNotifier::handleClosed(uint id)
{
    m_activated.remove(id);
}

} // namespace Costglass
