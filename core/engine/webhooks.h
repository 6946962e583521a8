// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/alarm.h"
#include "engine/secretstore.h"
#include "engine/webhookformat.h"
#include "store/store.h"

#include <QSet>

namespace Costglass {

/// Adds and removes webhooks with their addresses, and sends what they are owed: all that is due to one webhook goes as
/// one message. What fails for the moment is tried again after 1, 2, 4 … 60 minutes; what is refused, or has failed
/// twelve times, is a dead letter that stays in the ledger.
class Webhooks : public QObject
{
    Q_OBJECT

public:
    using Added = std::function<void(const Result<Webhook> &)>;
    using Done = std::function<void(const Result<void> &)>;

    explicit Webhooks(Engine &engine, QObject *parent = nullptr);

    /// Keeps the address where webhook.secretPlace says, then the webhook; neither stays when the other fails. With
    /// SecretPlace::Environment the address stays in COSTGLASS_SECRET_WEBHOOK_NAME and \a address is not used.
    void add(const Webhook &webhook, const WebhookAddress &address, const Added &done);
    void remove(const Webhook &webhook, const Done &done);
    /// Sends a test message, once.
    void test(const Webhook &webhook, const Done &done);
    /// Sends what is due. finished() follows.
    void deliver();

Q_SIGNALS:
    void finished(); ///< everything that was due has been tried once

private:
    struct Parcel ///< all that is due to one webhook
    {
        Webhook webhook = {};
        QList<Delivery> deliveries = {};
        QList<Alert> alerts = {};
    };
    struct Work
    {
        QList<Parcel> parcels;
        std::optional<qint64> nextDue; ///< of what is pending beyond it
    };
    static Result<Work> readWork(Store &store, qint64 now);
    void send(const Webhook &webhook, const QList<Alert> &alerts, const Done &done);
    void note(const Parcel &parcel, const Result<void> &result);
    void finishOne();

    Engine &m_engine;
    Mailer m_mailer;
    Alarm m_alarm;
    QSet<qint64> m_underWay; ///< webhooks that a message goes to
    qsizetype m_pending = 0;
};

/// What becomes of \a delivery after a try at \a now that ended with \a result; \a jitter from 0 to 1 spreads the next
/// one over the last fifth of its wait.
Delivery afterTry(Delivery delivery, const Result<void> &result, qint64 now, double jitter);

} // namespace Costglass
