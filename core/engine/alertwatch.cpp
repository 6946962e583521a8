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
    if (look && !look->raised.isEmpty())
        Q_EMIT raised(look->raised);
    ++m_pending; // this look itself
    for (const Alert &alert : look ? look->unshown : QList<Alert>()) {
        if (!m_taken.contains(alert.id))
            showOne(alert);
    }
    finishOne();
}

void AlertWatch::showOne(const Alert &alert)
{
    ++m_pending;
    m_taken.insert(alert.id);
    Notification notification;
    notification.title
        = Texts::tr("Budget “%1”: %2 %").arg(alert.budgetName, QLocale().toString(alert.threshold));
    notification.text = alertSentence(alert);
    notification.action = Texts::tr("Open budgets");
    notification.urgency = alert.threshold >= 100 ? Urgency::Critical : Urgency::Normal;
    m_notifier->notify(
        notification, [this] { Q_EMIT openRequested(); },
        [this, id = alert.id](const Result<void> &result) { handleShown(id, result); });
}

void AlertWatch::handleShown(qint64 alert, const Result<void> &result)
{
    if (!result) {
        m_taken.remove(alert);
        return finishOne();
    }
    m_engine.ledger().run(
        this, [alert, now = m_engine.now()](Store &store) { return store.markAlertShown(alert, now); },
        [this](const Result<void> &) { finishOne(); });
}

void AlertWatch::finishOne()
{
    if (--m_pending == 0)
        Q_EMIT finished();
}

} // namespace Costglass
