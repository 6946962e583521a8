// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/webhooks.h"

#include "engine/engine.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace Costglass {

namespace {

/// Where its address is in a secret store. No account can have this name (Engine::addAccount).
QString labelOf(const Webhook &webhook)
{
    return QStringLiteral("webhook:") + webhook.name;
}

} // namespace

Webhooks::Webhooks(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine), m_alarm(engine)
{
    connect(&m_alarm, &Alarm::rang, this, &Webhooks::deliver);
}

void Webhooks::add(const Webhook &webhook, const WebhookAddress &address, const Added &done)
{
    const auto undo = [this, done](const Webhook &added, const Error &error) {
        m_engine.ledger().run(
            this, [id = added.id](Store &store) { return store.removeWebhook(id); },
            [done, error](const Result<void> &) { done(std::unexpected(error)); });
    };
    m_engine.ledger().run(
        this, [webhook](Store &store) { return store.addWebhook(webhook); },
        [this, address, done, undo](const Result<Webhook> &added) {
            if (!added)
                return done(added);
            m_engine.secrets()
                .at(added->secretPlace)
                .write(labelOf(*added), addressToSecret(address), this,
                       [done, undo, added](const Result<void> &kept) {
                           if (kept)
                               done(added);
                           else
                               undo(*added, kept.error());
                       });
        });
}

void Webhooks::remove(const Webhook &webhook, const Done &done)
{
    m_engine.secrets()
        .at(webhook.secretPlace)
        .remove(labelOf(webhook), this, [this, webhook, done](const Result<void> &removed) {
            if (!removed)
                return done(removed);
            m_engine.ledger().run(
                this, [id = webhook.id](Store &store) { return store.removeWebhook(id); }, done);
        });
}

void Webhooks::test(const Webhook &webhook, const Done &done)
{
    send(webhook, {}, done);
}

/// Signatures carry the real time, whatever EngineOptions::now pretends: the other side compares it with its clock.
void Webhooks::send(const Webhook &webhook, const QList<Alert> &alerts, const Done &done)
{
    m_engine.secrets()
        .at(webhook.secretPlace)
        .read(labelOf(webhook), this, [this, webhook, alerts, done](const Result<QByteArray> &secret) {
            const auto address
                = secret ? addressFromSecret(webhook.kind, *secret) : std::unexpected(secret.error());
            if (!address)
                return done(std::unexpected(address.error()));
            const qint64 now = QDateTime::currentSecsSinceEpoch();
            if (webhook.kind == WebhookKind::Email)
                return m_mailer.send(webhookMail(*address, alerts, now), this, done);
            m_engine.fetcher().fetch(webhookRequest(webhook.kind, *address, alerts, now), address->secret,
                                     this, [kind = webhook.kind, now, done](const Result<HttpReply> &reply) {
                                         done(reply ? readWebhookReply(kind, *reply, now)
                                                    : std::unexpected(reply.error()));
                                     });
        });
}

Result<Webhooks::Work> Webhooks::readWork(Store &store, qint64 now)
{
    const auto webhooks = store.webhooks();
    const auto deliveries = store.deliveries();
    const auto alerts = store.alerts(0);
    if (!webhooks || !deliveries || !alerts)
        return std::unexpected(!webhooks        ? webhooks.error()
                                   : deliveries ? alerts.error()
                                                : deliveries.error());
    QHash<qint64, Alert> byId;
    for (const Alert &alert : *alerts)
        byId.insert(alert.id, alert);
    Work work;
    for (const Webhook &webhook : *webhooks) {
        Parcel parcel{.webhook = webhook};
        for (const Delivery &delivery : *deliveries) {
            if (delivery.webhook != webhook.id || !delivery.isPending())
                continue;
            const Alert alert = byId.value(delivery.alert);
            const qint64 due = std::max(delivery.dueAt, alert.snoozedUntil);
            if (due > now) {
                work.nextDue = std::min(due, work.nextDue.value_or(due));
                continue;
            }
            parcel.deliveries.append(delivery);
            parcel.alerts.append(alert);
        }
        if (!parcel.deliveries.isEmpty())
            work.parcels.append(parcel);
    }
    return work;
}

void Webhooks::deliver()
{
    ++m_pending;
    m_engine.ledger().run(
        this, [now = m_engine.now()](Store &store) { return readWork(store, now); },
        [this](const Result<Work> &work) {
            for (const Parcel &parcel : work ? work->parcels : QList<Parcel>()) {
                if (m_underWay.contains(parcel.webhook.id))
                    continue;
                ++m_pending;
                m_underWay.insert(parcel.webhook.id);
                send(parcel.webhook, parcel.alerts,
                     [this, parcel](const Result<void> &result) { note(parcel, result); });
            }
            m_alarm.ringAt(work ? work->nextDue : std::nullopt);
            finishOne();
        });
}

void Webhooks::note(const Parcel &parcel, const Result<void> &result)
{
    m_underWay.remove(parcel.webhook.id);
    QList<Delivery> tried;
    const qint64 now = m_engine.now();
    const double jitter = QRandomGenerator::global()->generateDouble();
    for (const Delivery &delivery : parcel.deliveries)
        tried.append(afterTry(delivery, result, now, jitter));
    if (tried.first().isPending())
        m_alarm.ringAt(tried.first().dueAt);
    m_engine.ledger().run(
        this,
        [tried](Store &store) -> Result<void> {
            for (const Delivery &delivery : tried) {
                if (const auto saved = store.saveDelivery(delivery); !saved)
                    return saved;
            }
            return {};
        },
        [this](const Result<void> &) { finishOne(); });
}

void Webhooks::finishOne()
{
    if (--m_pending == 0)
        Q_EMIT finished();
}

Delivery afterTry(Delivery delivery, const Result<void> &result, qint64 now, double jitter)
{
    constexpr int MostTries = 12;
    constexpr qint64 Minute = 60;
    constexpr qint64 LongestWait = 60 * Minute;
    if (result) {
        ++delivery.tries;
        delivery.deliveredAt = now;
        delivery.problem.clear();
        return delivery;
    }
    const Error &error = result.error();
    delivery.problem = errorSentence(error);
    // A secret store that is locked says nothing about the webhook: that is no try.
    const bool isLocked = error.kind == Error::Kind::Keychain;
    delivery.tries += isLocked ? 0 : 1;
    if (!isLocked && (!isTransient(error.kind) || delivery.tries >= MostTries)) {
        delivery.givenUpAt = now;
        return delivery;
    }
    const qint64 wait = std::min(LongestWait, Minute << std::max(0, std::min(delivery.tries - 1, 6)));
    const auto spread = static_cast<qint64>(static_cast<double>(wait) / 5 * jitter);
    delivery.dueAt = now + std::max<qint64>(wait - spread, error.retryAfter.value_or(0));
    return delivery;
}

} // namespace Costglass
