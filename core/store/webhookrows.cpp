// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

} // namespace

Webhook addWebhook(Database &database, Webhook webhook)
{
    Statement taken(database, "SELECT 1 FROM webhook WHERE name = ?1");
    if (taken.with(webhook.name).step())
        throw StoreProblem{Error{Error::Kind::Config,
                                 Texts::tr("There is already a webhook “%1”.").arg(webhook.name),
                                 Texts::tr("Choose another name, or remove that webhook.")}};
    Statement(database, "INSERT INTO webhook (name, kind, secret_place) VALUES (?1, ?2, ?3)")
        .with(webhook.name, webhookKindName(webhook.kind), secretPlaceName(webhook.secretPlace))
        .run();
    webhook.id = database.lastId();
    return webhook;
}

void removeWebhook(Database &database, qint64 id)
{
    Statement(database, "DELETE FROM webhook WHERE id = ?1").with(id).run();
}

QList<Webhook> readWebhooks(Database &database)
{
    QList<Webhook> webhooks;
    Statement read(database, "SELECT id, name, kind, secret_place FROM webhook ORDER BY name");
    while (read.step()) {
        webhooks.append({.id = read.integer(0),
                         .name = read.text(1),
                         .kind = webhookKindFromName(read.text(2)).value_or(WebhookKind::Generic),
                         .secretPlace = secretPlaceFromName(read.text(3)).value_or(SecretPlace::Keyring)});
    }
    return webhooks;
}

void addDeliveries(Database &database, const Alert &alert)
{
    Statement(database,
              "INSERT INTO delivery (alert, webhook, due_at) SELECT ?1, id, ?2 FROM webhook ORDER BY id")
        .with(alert.id, alert.raisedAt)
        .run();
}

void saveDelivery(Database &database, const Delivery &delivery)
{
    Statement(database,
              "UPDATE delivery SET tries = ?2, due_at = ?3, delivered_at = ?4, given_up_at = ?5, problem = ?6"
              " WHERE id = ?1")
        .with(delivery.id, delivery.tries, delivery.dueAt, delivery.deliveredAt, delivery.givenUpAt,
              delivery.problem)
        .run();
}

QList<Delivery> readDeliveries(Database &database)
{
    QList<Delivery> deliveries;
    Statement read(
        database,
        "SELECT delivery.id, alert, webhook, name, tries, due_at, delivered_at, given_up_at, problem"
        " FROM delivery JOIN webhook ON webhook.id = webhook ORDER BY delivery.id");
    while (read.step()) {
        deliveries.append({.id = read.integer(0),
                           .alert = read.integer(1),
                           .webhook = read.integer(2),
                           .webhookName = read.text(3),
                           .tries = static_cast<int>(read.integer(4)),
                           .dueAt = read.integer(5),
                           .deliveredAt = read.integer(6),
                           .givenUpAt = read.integer(7),
                           .problem = read.text(8)});
    }
    return deliveries;
}

} // namespace Costglass
