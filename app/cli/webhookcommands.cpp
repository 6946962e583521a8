// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "engine/webhooks.h"

#include <QJsonArray>

#include <unistd.h>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

std::unexpected<Error> misused(const QString &detail, const QString &remedy = {})
{
    return failure(Error::Kind::Config, detail, remedy);
}

QString kindNames()
{
    QStringList names;
    for (const WebhookKind kind : allWebhookKinds())
        names.append(webhookKindName(kind));
    return names.join(u", "_s);
}

QByteArray readLine()
{
    QByteArray line;
    char c = 0;
    while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        line.append(c);
    return line.trimmed();
}

/// The address and what signs its messages: of the options, or of standard input, which no process list shows.
Result<WebhookAddress> readAddress(WebhookKind kind, const Arguments &arguments)
{
    const QString url = arguments.value(u"url"_s);
    if (url.isEmpty())
        return misused(Texts::tr("--url is missing."),
                       Texts::tr("Write --url - and pipe the address in, so that no process list shows it."));
    const bool isPiped = url == u"-";
    auto address = addressFromSecret(kind, isPiped ? readLine() : url.toUtf8());
    if (!address)
        return address;
    const QString variable = arguments.value(u"secret-env"_s);
    if (!variable.isEmpty())
        address->secret = qgetenv(variable.toLatin1().constData()).trimmed();
    else if (isPiped)
        address->secret = readLine();
    if (!variable.isEmpty() && address->secret.isEmpty())
        return misused(Texts::tr("%1 is empty.").arg(variable));
    return address;
}

Result<Webhook> readWebhook(const Arguments &arguments)
{
    Webhook webhook;
    webhook.name = arguments.word(0).trimmed();
    const auto kind = webhookKindFromName(arguments.value(u"kind"_s));
    if (webhook.name.isEmpty())
        return misused(Texts::tr("The webhook needs a name."));
    if (!kind)
        return misused(Texts::tr("--kind is missing or unknown."),
                       Texts::tr("There are: %1.").arg(kindNames()));
    webhook.kind = *kind;
    if (arguments.has(u"secret-store"_s)) {
        const auto place = secretPlaceFromName(arguments.value(u"secret-store"_s));
        if (!place)
            return misused(Texts::tr("--secret-store is keyring, vault or env."));
        webhook.secretPlace = *place;
    }
    return webhook;
}

QJsonObject webhookToJson(const Webhook &webhook)
{
    return {{u"name"_s, webhook.name},
            {u"kind"_s, webhookKindName(webhook.kind)},
            {u"secret_store"_s, secretPlaceName(webhook.secretPlace)}};
}

int addWebhook(Cli &cli)
{
    const auto webhook = readWebhook(cli.arguments);
    if (!webhook)
        return cli.badUsage(webhook.error());
    const bool isOutside = webhook->secretPlace == SecretPlace::Environment;
    const auto address
        = isOutside ? Result<WebhookAddress>(WebhookAddress{}) : readAddress(webhook->kind, cli.arguments);
    if (!address)
        return cli.badUsage(address.error());
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    Webhooks webhooks(**engine);
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        webhooks.add(*webhook, *address, [&cli, done](const Result<Webhook> &added) {
            if (!added)
                return done(cli.failOn(added.error()));
            if (cli.json)
                return done(cli.print(webhookToJson(*added)));
            cli.out << Texts::tr("Added “%1”. Next: costglass-cli alerts test --channel webhook:%1")
                           .arg(added->name)
                    << '\n';
            cli.out.flush();
            done(0);
        });
    });
}

int listWebhooks(Cli &cli)
{
    const auto store = cli.openStore();
    const auto webhooks = store ? (*store)->webhooks() : std::unexpected(store.error());
    const auto deliveries = store ? (*store)->deliveries() : std::unexpected(store.error());
    if (!webhooks || !deliveries)
        return cli.fail(webhooks ? deliveries.error() : webhooks.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Webhook &webhook : *webhooks) {
        const auto count = [&](bool (*counts)(const Delivery &)) {
            return static_cast<int>(
                std::count_if(deliveries->begin(), deliveries->end(),
                              [&](const Delivery &one) { return one.webhook == webhook.id && counts(one); }));
        };
        const int delivered = count([](const Delivery &one) { return one.deliveredAt > 0; });
        const int pending = count([](const Delivery &one) { return one.isPending(); });
        const int dead = count([](const Delivery &one) { return one.givenUpAt > 0; });
        QJsonObject object = webhookToJson(webhook);
        object.insert(u"delivered"_s, delivered);
        object.insert(u"pending"_s, pending);
        object.insert(u"dead"_s, dead);
        list.append(object);
        rows.append({webhook.name, webhookKindName(webhook.kind), secretPlaceName(webhook.secretPlace),
                     QString::number(delivered), QString::number(pending), QString::number(dead)});
    }
    if (cli.json)
        return cli.print({{u"webhooks"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No webhook yet. Add one with “webhook add”.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Webhook"), Texts::tr("Kind"), Texts::tr("Address in"), Texts::tr("Delivered"),
                    Texts::tr("On the way"), Texts::tr("Given up")},
                   rows, {3, 4, 5});
    cli.out.flush();
    return 0;
}

int removeWebhook(Cli &cli)
{
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    Webhooks webhooks(**engine);
    const QString name = cli.arguments.word(0);
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->ledger().run(
            &webhooks, [name](Store &store) { return findWebhook(store, name); },
            [&cli, &webhooks, name, done](const Result<Webhook> &webhook) {
                if (!webhook)
                    return done(cli.failOn(webhook.error()));
                webhooks.remove(*webhook, [&cli, name, done](const Result<void> &removed) {
                    if (!removed)
                        return done(cli.fail(removed.error()));
                    if (cli.json)
                        return done(cli.print({{u"removed"_s, name}}));
                    cli.out << Texts::tr("Removed “%1” and its address.").arg(name) << '\n';
                    cli.out.flush();
                    done(0);
                });
            });
    });
}

} // namespace

Result<Webhook> findWebhook(Store &store, const QString &name)
{
    const auto webhooks = store.webhooks();
    if (!webhooks)
        return std::unexpected(webhooks.error());
    QStringList names;
    for (const Webhook &webhook : *webhooks) {
        if (webhook.name == name)
            return webhook;
        names.append(webhook.name);
    }
    return misused(Texts::tr("There is no webhook “%1”.").arg(name),
                   names.isEmpty() ? Texts::tr("There is none yet: add one with “webhook add”.")
                                   : Texts::tr("There are: %1.").arg(names.join(u", "_s)));
}

QList<Command> webhookCommands()
{
    return {
        {u"webhook add"_s,
         u"NAME --url URL --kind K"_s,
         Texts::tr("Tells every new alert to an address too."),
         {u"webhook add team --kind slack --url - < address.txt"_s,
          u"webhook add ops --kind generic --url https://example.org/hook --secret-env HOOK_SECRET"_s,
          u"webhook add me --kind email --url 'smtps://me%40example.org@mail.example.org?to=me@example.org' "
          "--secret-env MAIL_PASSWORD"_s},
         {{u"url"_s, u"URL"_s,
           Texts::tr("the address; - reads it from the first line of standard input, and what signs its "
                     "messages from the second")},
          {u"kind"_s, u"K"_s, kindNames()},
          {u"secret-env"_s, u"NAME"_s,
           Texts::tr("the variable that holds what signs the messages (generic, feishu, dingtalk), or the "
                     "mail server's password (email)")},
          {u"secret-store"_s, u"PLACE"_s,
           Texts::tr(
               "keyring (the default), vault or env ($COSTGLASS_SECRET_WEBHOOK_NAME, read each time)")}},
         1,
         1,
         addWebhook},
        {u"webhook list"_s,
         {},
         Texts::tr("Every webhook and what became of its messages."),
         {u"webhook list --json"_s},
         {},
         0,
         0,
         listWebhooks},
        {u"webhook remove"_s,
         u"NAME"_s,
         Texts::tr("Takes a webhook and its address away, with the messages that it is owed."),
         {u"webhook remove team"_s},
         {},
         1,
         1,
         removeWebhook},
    };
}

} // namespace Costglass
