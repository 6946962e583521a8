// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "engine/alerts.h"
#include "engine/desktopnotifier.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

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
    if (!alerts)
        return cli.fail(alerts.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const Alert &alert : *alerts) {
        list.append(alertToJson(alert));
        rows.append({QString::number(alert.id), toRfc3339(alert.raisedAt), alertSentence(alert)});
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

int testAlerts(Cli &cli)
{
    const QString channel = cli.arguments.value(u"channel"_s);
    if (channel != u"desktop")
        return cli.badUsage(channel.isEmpty()
                                ? Texts::tr("--channel is missing; it is desktop.")
                                : Texts::tr("There is no channel “%1”; it is desktop.").arg(channel));
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

} // namespace

QJsonObject alertToJson(const Alert &alert)
{
    QJsonValue cause;
    if (alert.causeAmount)
        cause = QJsonObject{{u"model"_s, textOrNull(alert.causeModel)},
                            {u"key"_s, textOrNull(alert.causeKey)},
                            {u"day"_s, alert.causeDay.toString(Qt::ISODate)},
                            {u"amount"_s, moneyToJson(*alert.causeAmount)}};
    return {{u"id"_s, alert.id},
            {u"budget"_s, alert.budgetName},
            {u"period_start"_s, alert.periodStart.toString(Qt::ISODate)},
            {u"threshold"_s, alert.threshold},
            {u"spent"_s, moneyToJson(alert.spent)},
            {u"amount"_s, moneyToJson(alert.amount)},
            {u"cause"_s, cause},
            {u"raised_at"_s, toRfc3339(alert.raisedAt)},
            {u"shown_at"_s, instantOrNull(alert.shownAt)},
            {u"text"_s, alertSentence(alert)}};
}

QList<Command> alertCommands()
{
    return {{u"alerts list"_s,
             {},
             Texts::tr("Every crossing of a budget's percentage, newest first, with its largest cause."),
             {u"alerts list --since 2026-11-01"_s},
             {{u"since"_s, u"D"_s, Texts::tr("raised on this day (UTC) or later")}},
             0,
             0,
             listAlerts},
            {u"alerts test"_s,
             {},
             Texts::tr("Shows a test notification."),
             {u"alerts test --channel desktop"_s},
             {{u"channel"_s, u"desktop"_s, Texts::tr("where to")}},
             0,
             0,
             testAlerts}};
}

} // namespace Costglass
