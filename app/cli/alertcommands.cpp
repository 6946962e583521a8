// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "engine/alertjson.h"
#include "engine/alertwords.h"
#include "engine/desktopnotifier.h"
#include "engine/settings.h"
#include "engine/webhooks.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

QJsonObject deliveryToJson(const Delivery &delivery)
{
    return {{u"webhook"_s, delivery.webhookName},
            {u"tries"_s, delivery.tries},
            {u"due_at"_s, delivery.isPending() ? instantOrNull(delivery.dueAt) : QJsonValue()},
            {u"delivered_at"_s, instantOrNull(delivery.deliveredAt)},
            {u"given_up_at"_s, instantOrNull(delivery.givenUpAt)},
            {u"problem"_s, delivery.problem.isEmpty() ? QJsonValue() : QJsonValue(delivery.problem)}};
}

/// What a person has to know of an alert beside its sentence: where it could not be told, and until when it sleeps.
QString noteOf(const Alert &alert, const QList<Delivery> &deliveries, qint64 now)
{
    QStringList notes;
    if (alert.snoozedUntil > now)
        notes.append(Texts::tr("snoozed until %1").arg(toRfc3339(alert.snoozedUntil)));
    if (alert.resolvedAt > 0)
        notes.append(Texts::tr("over since %1").arg(toRfc3339(alert.resolvedAt)));
    for (const Delivery &delivery : deliveries) {
        if (delivery.givenUpAt > 0)
            notes.append(Texts::tr("not delivered to “%1”: %2").arg(delivery.webhookName, delivery.problem));
        else if (delivery.isPending() && !delivery.problem.isEmpty())
            notes.append(Texts::tr("on its way to “%1”: %2").arg(delivery.webhookName, delivery.problem));
    }
    return notes.join(u"; "_s);
}

int listAlerts(Cli &cli)
{
    qint64 since = 0;
    if (cli.arguments.has(u"since"_s)) {
        const auto day = parseDay(cli.arguments.value(u"since"_s));
        if (!day)
            return cli.badUsage(day.error());
        since = dayStart(*day, QTimeZone::utc());
    }
    const auto store = cli.openStore();
    const auto alerts = store ? (*store)->alerts(since) : std::unexpected(store.error());
    const auto deliveries = store ? (*store)->deliveries() : std::unexpected(store.error());
    if (!alerts || !deliveries)
        return cli.fail(alerts ? deliveries.error() : alerts.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Alert &alert : *alerts) {
        QList<Delivery> own = *deliveries;
        own.removeIf([&alert](const Delivery &delivery) { return delivery.alert != alert.id; });
        QJsonObject object = alertToJson(alert);
        QJsonArray told;
        for (const Delivery &delivery : std::as_const(own))
            told.append(deliveryToJson(delivery));
        object.insert(u"deliveries"_s, told);
        list.append(object);
        const QString note = noteOf(alert, own, cli.now());
        const QString sentence = alertSentence(alert);
        rows.append({QString::number(alert.id), toRfc3339(alert.raisedAt),
                     note.isEmpty() ? sentence : Texts::tr("%1 (%2)").arg(sentence, note)});
    }
    if (cli.json)
        return cli.print({{u"alerts"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No alert.") << '\n';
    else
        printTable(cli.out, {Texts::tr("Id"), Texts::tr("Raised"), Texts::tr("Alert")}, rows, {0});
    cli.out.flush();
    return 0;
}

/// The alert that the first word names, changed by \a change.
int changeAlert(Cli &cli, const QString &sentence,
                const std::function<Result<void>(Store &store, qint64 id)> &change)
{
    bool valid = false;
    const qint64 id = cli.arguments.word(0).toLongLong(&valid);
    if (!valid)
        return cli.badUsage(
            Texts::tr("An alert is named by its number, not “%1”.").arg(cli.arguments.word(0)));
    const auto store = cli.openStore();
    const auto changed = store ? change(**store, id) : std::unexpected(store.error());
    if (!changed)
        return cli.failOn(changed.error());
    if (cli.json)
        return cli.print({{u"id"_s, id}});
    cli.out << sentence << '\n';
    cli.out.flush();
    return 0;
}

int snoozeAlert(Cli &cli)
{
    const QString text = cli.arguments.value(u"until"_s);
    auto until = parseRfc3339(text);
    if (const auto day = parseDay(text); !until && day)
        until = QDateTime(*day, QTime(0, 0)).toSecsSinceEpoch();
    if (!until)
        return cli.badUsage(
            Texts::tr("--until is a time like 2026-11-25T09:00:00+01:00 or a day like 2026-11-25."));
    if (*until <= cli.now())
        return cli.badUsage(Texts::tr("--until is over already."));
    return changeAlert(cli, Texts::tr("It is told again at %1.").arg(toRfc3339(*until)),
                       [until = *until](Store &store, qint64 id) { return store.snoozeAlert(id, until); });
}

int expectAlert(Cli &cli)
{
    return changeAlert(cli, Texts::tr("Such an anomaly is not told again."),
                       [](Store &store, qint64 id) { return store.expectAlert(id); });
}

int testDesktop(Cli &cli)
{
    DesktopNotifier notifier;
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        Notification notification;
        notification.title = Texts::tr("Costglass can reach you here");
        notification.text = Texts::tr("This is a test. Alerts of your budgets look like it.");
        notifier.notify(notification, {}, [&cli, done](const Result<void> &shown) {
            if (!shown)
                return done(cli.fail(shown.error()));
            if (cli.json)
                return done(cli.print({{u"channel"_s, u"desktop"_s}, {u"shown"_s, true}}));
            cli.out << Texts::tr("The desktop has taken the test notification.") << '\n';
            cli.out.flush();
            done(0);
        });
    });
}

int testWebhook(Cli &cli, const QString &name)
{
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    Webhooks webhooks(**engine);
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->ledger().run(
            &webhooks, [name](Store &store) { return findWebhook(store, name); },
            [&cli, &webhooks, name, done](const Result<Webhook> &webhook) {
                if (!webhook)
                    return done(cli.failOn(webhook.error()));
                webhooks.test(*webhook, [&cli, name, done](const Result<void> &sent) {
                    if (!sent)
                        return done(cli.fail(sent.error()));
                    if (cli.json)
                        return done(cli.print({{u"channel"_s, u"webhook:"_s + name}, {u"sent"_s, true}}));
                    cli.out << Texts::tr("The webhook “%1” has taken the test message.").arg(name) << '\n';
                    cli.out.flush();
                    done(0);
                });
            });
    });
}

int testAlerts(Cli &cli)
{
    const QString channel = cli.arguments.value(u"channel"_s);
    if (channel == u"desktop")
        return testDesktop(cli);
    if (channel.startsWith(u"webhook:"))
        return testWebhook(cli, channel.section(u':', 1));
    return cli.badUsage(
        channel.isEmpty()
            ? Texts::tr("--channel is missing; it is desktop or webhook:NAME.")
            : Texts::tr("There is no channel “%1”; it is desktop or webhook:NAME.").arg(channel));
}

Result<void> applySettings(const Arguments &arguments, Settings &settings)
{
    const auto wrong = [](const QString &text) { return failure(Error::Kind::Config, text); };
    const QString hours = arguments.value(u"quiet-hours"_s);
    const QTime from = QTime::fromString(hours.section(u'-', 0, 0), u"HH:mm"_s);
    const QTime to = QTime::fromString(hours.section(u'-', 1), u"HH:mm"_s);
    const bool isNone = hours == u"none";
    if (arguments.has(u"quiet-hours"_s) && !isNone && (!from.isValid() || !to.isValid() || from == to))
        return wrong(Texts::tr("--quiet-hours is written like 22:00-07:00, or none."));
    const QString least = arguments.value(u"least-anomaly"_s);
    const auto amount = Money::parse(least, Currency::usd());
    if (arguments.has(u"least-anomaly"_s) && least != u"none" && (!amount || amount->isNegative()))
        return wrong(Texts::tr("--least-anomaly is an amount like 10, or none."));
    if (arguments.has(u"quiet-hours"_s))
        settings.setQuietHours(isNone ? QTime() : from, isNone ? QTime() : to);
    if (arguments.has(u"least-anomaly"_s))
        settings.setLeastAnomaly(least == u"none" ? QString() : least);
    return {};
}

int alertSettings(Cli &cli)
{
    // Opening the ledger makes the folder.
    if (const auto store = cli.openStore(); !store)
        return cli.fail(store.error());
    Settings settings(cli.dataFolder());
    if (const auto applied = applySettings(cli.arguments, settings); !applied)
        return cli.badUsage(applied.error());
    const bool isQuiet = settings.quietFrom().isValid() && settings.quietTo().isValid();
    const QString from = settings.quietFrom().toString(u"HH:mm"_s);
    const QString to = settings.quietTo().toString(u"HH:mm"_s);
    const QString least = settings.leastAnomaly();
    if (cli.json) {
        return cli.print(
            {{u"quiet_hours"_s,
              isQuiet ? QJsonValue(QJsonObject{{u"from"_s, from}, {u"to"_s, to}}) : QJsonValue()},
             {u"least_anomaly"_s, least.isEmpty() ? QJsonValue() : QJsonValue(least)}});
    }
    cli.out << (isQuiet
                    ? Texts::tr("Alerts are held from %1 to %2 local time, then told together.").arg(from, to)
                    : Texts::tr("Alerts are told at any time of the day."))
            << '\n'
            << (least.isEmpty()
                    ? Texts::tr("Unusual days are not told.")
                    : Texts::tr("Days that cost at least %1 more than usual are told.").arg(least))
            << '\n';
    cli.out.flush();
    return 0;
}

} // namespace

QList<Command> alertCommands()
{
    return {
        {u"alerts list"_s,
         {},
         Texts::tr("Every alert, newest first, with its largest cause and where it could not be told."),
         {u"alerts list --since 2026-11-01"_s},
         {{u"since"_s, u"D"_s, Texts::tr("raised on this day (UTC) or later")}},
         0,
         0,
         listAlerts},
        {u"alerts snooze"_s,
         u"ID --until T"_s,
         Texts::tr("Tells an alert again at a later time and not before."),
         {u"alerts snooze 12 --until 2026-11-25T09:00:00+01:00"_s},
         {{u"until"_s, u"T"_s, Texts::tr("a time with its zone, or a day: its first minute here")}},
         1,
         1,
         snoozeAlert},
        {u"alerts expect"_s,
         u"ID"_s,
         Texts::tr("Says that an anomaly was expected: the same vendor, model and key raise none again."),
         {u"alerts expect 12"_s},
         {},
         1,
         1,
         expectAlert},
        {u"alerts settings"_s,
         {},
         Texts::tr("When alerts may be told and which unusual days are; without options it shows that."),
         {u"alerts settings --quiet-hours 22:00-07:00 --least-anomaly 25"_s},
         {{u"quiet-hours"_s, u"FROM-TO"_s, Texts::tr("hold alerts between these local times; or none")},
          {u"least-anomaly"_s, u"A"_s,
           Texts::tr("tell days that cost this much more than usual, in the main currency (10); or none")}},
         0,
         0,
         alertSettings},
        {u"alerts test"_s,
         {},
         Texts::tr("Sends a test message."),
         {u"alerts test --channel desktop"_s, u"alerts test --channel webhook:team"_s},
         {{u"channel"_s, u"CHANNEL"_s, Texts::tr("where to: desktop or webhook:NAME")}},
         0,
         0,
         testAlerts}};
}

} // namespace Costglass
