// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/alertwatch.h"

#include "engine/accountalerts.h"
#include "engine/alerts.h"
#include "engine/alertwords.h"
#include "engine/anomalyalerts.h"
#include "engine/desktopnotifier.h"
#include "engine/engine.h"
#include "engine/planalerts.h"
#include "engine/quiethours.h"
#include "engine/settings.h"
#include "engine/webhooks.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::AlertWatch)
};

constexpr qint64 NewsSeconds = 3 * 24 * 3600;

/// One or several alerts as one notification.
Notification notificationOf(const QList<Alert> &alerts)
{
    Notification notification;
    QStringList sentences;
    for (const Alert &alert : alerts) {
        sentences.append(alertSentence(alert));
        if (alert.severity() == Severity::Critical)
            notification.urgency = Urgency::Critical;
    }
    const int count = static_cast<int>(alerts.size());
    notification.title = count == 1 ? alertTitle(alerts.first())
                                    : Texts::tr("%n alert(s) from the quiet hours", nullptr, count);
    notification.text = sentences.join(u'\n');
    notification.action = Texts::tr("Open budgets");
    return notification;
}

} // namespace

AlertWatch::AlertWatch(Engine &engine, QObject *parent)
    : QObject(parent), m_engine(engine), m_notifier(std::make_unique<DesktopNotifier>()),
      m_webhooks(new Webhooks(engine, this)), m_alarm(engine)
{
    connect(&engine, &Engine::syncFinished, this, &AlertWatch::look);
    connect(&m_alarm, &Alarm::rang, this, &AlertWatch::look);
}

AlertWatch::~AlertWatch() = default;

void AlertWatch::look()
{
    ++m_pending;
    m_engine.ledger().run(
        this,
        [now = m_engine.now(), least = Settings(m_engine.dataFolder()).leastAnomaly()](Store &store) {
            return lookAt(store, now, least);
        },
        [this](const Result<Look> &result) { tell(result); });
}

Result<AlertWatch::Look> AlertWatch::lookAt(Store &store, qint64 now, const QString &leastAnomaly)
{
    Look look;
    for (auto &raised : {raiseAlerts(store, now), raiseAnomalyAlerts(store, now, leastAnomaly),
                         raiseAccountAlerts(store, now), raisePlanAlerts(store, now)}) {
        if (!raised)
            return std::unexpected(raised.error());
        look.raised += *raised;
    }
    const auto alerts = store.alerts(0);
    const auto renewal = nextRenewalAlert(store, now);
    if (!alerts || !renewal)
        return std::unexpected(alerts ? renewal.error() : alerts.error());
    look.nextDue = *renewal;
    for (const Alert &alert : *alerts) {
        if (alert.snoozedUntil > now)
            look.nextDue = std::min(alert.snoozedUntil, look.nextDue.value_or(alert.snoozedUntil));
        if (alert.isDue(now) && std::max(alert.raisedAt, alert.snoozedUntil) >= now - NewsSeconds)
            look.due.append(alert);
    }
    return look;
}

void AlertWatch::tell(const Result<Look> &look)
{
    if (look && !look->raised.isEmpty())
        Q_EMIT raised(look->raised);
    if (look)
        m_alarm.ringAt(look->nextDue);
    const Settings settings(m_engine.dataFolder()); // anew each time: the command line may have changed them
    const auto quietEndOf = [&settings](qint64 instant) {
        return quietUntil(settings.quietFrom(), settings.quietTo(), instant);
    };
    if (const auto quietEnd = quietEndOf(m_engine.now())) {
        m_alarm.ringAt(quietEnd);
        return finishOne();
    }
    QList<Alert> held;
    for (const Alert &alert : look ? look->due : QList<Alert>()) {
        if (m_taken.contains(alert.id))
            continue;
        m_taken.insert(alert.id);
        if (quietEndOf(alert.raisedAt))
            held.append(alert);
        else
            show({alert});
    }
    if (!held.isEmpty())
        show(held);
    connect(m_webhooks, &Webhooks::finished, this, &AlertWatch::finishOne, Qt::SingleShotConnection);
    m_webhooks->deliver();
}

void AlertWatch::show(const QList<Alert> &alerts)
{
    ++m_pending;
    m_notifier->notify(
        notificationOf(alerts), [this] { Q_EMIT openRequested(); },
        [this, alerts](const Result<void> &result) { handleShown(alerts, result); });
}

void AlertWatch::handleShown(const QList<Alert> &alerts, const Result<void> &result)
{
    if (!result) {
        for (const Alert &alert : alerts)
            m_taken.remove(alert.id);
        return finishOne();
    }
    m_engine.ledger().run(
        this,
        [alerts, now = m_engine.now()](Store &store) -> Result<void> {
            for (const Alert &alert : alerts) {
                if (const auto marked = store.markAlertShown(alert.id, now); !marked)
                    return marked;
            }
            return {};
        },
        [this, alerts](const Result<void> &marked) {
            // What is marked may come again after a snooze; what is not must not be shown at each look.
            for (const Alert &alert : marked ? alerts : QList<Alert>())
                m_taken.remove(alert.id);
            finishOne();
        });
}

void AlertWatch::finishOne()
{
    if (--m_pending == 0)
        Q_EMIT finished();
}

} // namespace Costglass
