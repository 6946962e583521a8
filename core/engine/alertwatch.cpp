// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwatch.h"

#include "engine/desktopnotifier.h"
#include "engine/engine.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::AlertWatch)
};

/// Older alerts that no desktop took are history, not news.
constexpr qint64 NewsSeconds = 3 * 24 * 3600;

} // namespace

AlertWatch::AlertWatch(Engine &engine, QObject *parent)
    : QObject(parent), m_engine(engine), m_notifier(std::make_unique<DesktopNotifier>())
{
    connect(&engine, &Engine::syncFinished, this, &AlertWatch::look);
}

AlertWatch::~AlertWatch() = default;

void AlertWatch::look()
{
    m_engine.ledger().run(
        this,
        [now = m_engine.now()](Store &store) -> Result<Look> {
            Look look;
            auto raised = raiseAlerts(store, now);
            auto recent = store.alerts(now - NewsSeconds);
            if (!raised || !recent)
                return std::unexpected(raised ? recent.error() : raised.error());
            look.raised = *std::move(raised);
            recent->removeIf([](const Alert &alert) { return alert.shownAt > 0; });
            look.unshown = *std::move(recent);
            return look;
        },
        [this](const Result<Look> &result) { show(result); });
}

void AlertWatch::show(const Result<Look> &look)
{
    if (!look || look->unshown.isEmpty()) {
        if (m_pending == 0)
            Q_EMIT finished();
        return;
    }
    if (!look->raised.isEmpty())
        Q_EMIT raised(look->raised);
    m_pending += look->unshown.size();
    for (const Alert &alert : look->unshown) {
        Notification notification;
        notification.title
            = Texts::tr("Budget “%1”: %2 %").arg(alert.budgetName, QLocale().toString(alert.threshold));
        notification.text = alertSentence(alert);
        notification.action = Texts::tr("Open budgets");
        notification.urgency = alert.threshold >= 100 ? Urgency::Critical : Urgency::Normal;
        m_notifier->notify(
            notification, [this] { Q_EMIT openRequested(); },
            [this, alert](const Result<void> &result) { handleShown(alert, result); });
    }
}

void AlertWatch::handleShown(const Alert &alert, const Result<void> &result)
{
    if (!result)
        return finishOne();
    m_engine.ledger().run(
        this, [id = alert.id, now = m_engine.now()](Store &store) { return store.markAlertShown(id, now); },
        [this](const Result<void> &) { finishOne(); });
}

void AlertWatch::finishOne()
{
    if (--m_pending == 0)
        Q_EMIT finished();
}

} // namespace Costglass
