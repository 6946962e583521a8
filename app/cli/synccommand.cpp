// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/alertjson.h"
#include "engine/alertwatch.h"
#include "engine/alertwords.h"
#include "signals.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <unistd.h>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

Result<SyncOptions> readOptions(const Arguments &arguments)
{
    SyncOptions options;
    options.labels = arguments.values(u"account"_s);
    options.full = arguments.has(u"full"_s);
    if (arguments.has(u"since"_s)) {
        const auto since = Month::parse(arguments.value(u"since"_s));
        if (!since)
            return std::unexpected(since.error());
        options.since = *since;
    }
    for (const QString &name : arguments.value(u"feed"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto feed = feedFromName(name);
        if (!feed)
            return failure(Error::Kind::Config, Texts::tr("There is no feed “%1”.").arg(name),
                           Texts::tr("There are: costs, usage, balance, names, prices, fx."));
        options.feeds.append(*feed);
    }
    return options;
}

/// "production: costs, August 2026 (3 of 27)": a bar on a terminal, else a line per step.
void showProgress(Cli &cli, const SyncProgress &step)
{
    const QString month = step.month ? step.month->toString() : QString();
    const QString text = u"%1: %2 %3 (%4/%5)"_s.arg(step.label, feedName(step.feed), month)
                             .arg(step.jobsDone + 1)
                             .arg(step.jobCount);
    if (::isatty(STDERR_FILENO)) {
        constexpr int Width = 24;
        const int done = step.jobCount > 0 ? Width * step.jobsDone / step.jobCount : Width;
        cli.err << u"\r[%1%2] %3\x1b[K"_s.arg(QString(done, u'#'), QString(Width - done, u'.'), text);
    } else {
        cli.err << text << '\n';
    }
    cli.err.flush();
}

QJsonObject outcomeToJson(const AccountOutcome &outcome)
{
    return {{u"label"_s, outcome.account.label},
            {u"vendor"_s, outcome.account.vendor},
            {u"status"_s, syncStatusName(outcome.status)},
            {u"error"_s, outcome.error ? QJsonValue(errorToJson(*outcome.error)) : QJsonValue()},
            {u"requests"_s, outcome.requests},
            {u"snapshots"_s, outcome.snapshots},
            {u"charges"_s,
             QJsonObject{{u"added"_s, outcome.change.added},
                         {u"changed"_s, outcome.change.changed},
                         {u"removed"_s, outcome.change.removed}}},
            {u"complete_to"_s, instantOrNull(outcome.completeTo)},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)},
            {u"seconds"_s, static_cast<double>(outcome.milliseconds) / 1000.0}};
}

int exitCodeOf(const QList<AccountOutcome> &outcomes)
{
    int code = 0;
    for (const AccountOutcome &outcome : outcomes) {
        if (outcome.error)
            code = std::max(code, errorExitCode(outcome.error->kind));
    }
    return code;
}

void printOutcomes(Cli &cli, const QList<AccountOutcome> &outcomes)
{
    QStringList header{Texts::tr("Account"), Texts::tr("New"), Texts::tr("Changed"), Texts::tr("Gone")};
    QList<int> right{1, 2, 3};
    if (cli.verbose) {
        header += {Texts::tr("Requests"), Texts::tr("Seconds")};
        right += {4, 5};
    }
    header.append(Texts::tr("State"));
    QList<QStringList> rows;
    for (const AccountOutcome &outcome : outcomes) {
        QStringList row{outcome.account.label, QString::number(outcome.change.added),
                        QString::number(outcome.change.changed), QString::number(outcome.change.removed)};
        if (cli.verbose) {
            constexpr double Milli = 1e-3;
            row += {QString::number(outcome.requests),
                    QString::number(static_cast<double>(outcome.milliseconds) * Milli, 'f', 1)};
        }
        row.append(outcome.error ? errorSentence(*outcome.error) : syncStatusName(outcome.status));
        rows.append(row);
    }
    printTable(cli.out, header, rows, right);
    for (const AccountOutcome &outcome : outcomes) {
        QStringList warnings = outcome.warnings;
        warnings.removeDuplicates();
        for (const QString &warning : std::as_const(warnings))
            cli.err << Texts::tr("%1: %2", "account: what happened").arg(outcome.account.label, warning)
                    << '\n';
    }
    cli.err.flush();
}

/// How the pass went, with the alerts that it raised.
int report(Cli &cli, const QList<AccountOutcome> &outcomes, const QList<Alert> &alerts)
{
    const int code = exitCodeOf(outcomes);
    if (cli.json) {
        QJsonArray accounts;
        for (const AccountOutcome &outcome : outcomes)
            accounts.append(outcomeToJson(outcome));
        QJsonArray raised;
        for (const Alert &alert : alerts)
            raised.append(alertToJson(alert));
        cli.print({{u"accounts"_s, accounts}, {u"alerts"_s, raised}});
        return code;
    }
    if (outcomes.isEmpty())
        cli.out << Texts::tr("No account to sync. Add one with “account add”.") << '\n';
    else if (!cli.quiet || code != 0)
        printOutcomes(cli, outcomes);
    for (const Alert &alert : alerts) {
        if (alert.kind != AlertKind::Failing) // the outcome says it
            cli.out << alertSentence(alert) << '\n';
    }
    cli.out.flush();
    return code;
}

/// Runs the pass, then waits until its alerts are on the desktop or known not to get there.
void runSync(Cli &cli, Engine &engine, const SyncOptions &options, const StopSignals &signals,
             const std::function<void(int)> &done)
{
    auto *watch = new AlertWatch(engine, &engine);
    auto outcomes = std::make_shared<QList<AccountOutcome>>();
    auto raised = std::make_shared<QList<Alert>>();
    QObject::connect(watch, &AlertWatch::raised, watch,
                     [raised](const QList<Alert> &alerts) { raised->append(alerts); });
    QObject::connect(watch, &AlertWatch::finished, watch, [&cli, outcomes, raised, done] {
        if (!cli.quiet && ::isatty(STDERR_FILENO))
            cli.err << "\r\x1b[K" << Qt::flush;
        done(report(cli, *outcomes, *raised));
    });
    SyncRun *run = engine.startSync(options);
    QObject::connect(&signals, &StopSignals::stopped, run, &SyncRun::cancel);
    if (!cli.quiet)
        QObject::connect(run, &SyncRun::progress, run,
                         [&cli](const SyncProgress &step) { showProgress(cli, step); });
    QObject::connect(run, &SyncRun::finished, watch,
                     [outcomes](const QList<AccountOutcome> &all) { *outcomes = all; });
}

int sync(Cli &cli)
{
    const auto options = readOptions(cli.arguments);
    if (!options)
        return cli.badUsage(options.error());
    StopSignals signals; // before the threads start, so that they inherit the blocked signals
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->ledger().run(
            engine->get(),
            [labels = options->labels](Store &store) -> Result<void> {
                for (const QString &label : labels) {
                    const auto account = findAccount(store, label);
                    if (!account)
                        return std::unexpected(account.error());
                }
                return {};
            },
            [&cli, &engine, &options, &signals, done](const Result<void> &known) {
                if (!known)
                    return done(cli.badUsage(known.error()));
                runSync(cli, **engine, *options, signals, done);
            });
    });
}

Result<DateRange> periodOf(const Arguments &arguments)
{
    DateRange range;
    for (const auto &[name, day] : {std::pair{u"from"_s, &range.from}, std::pair{u"to"_s, &range.to}}) {
        if (!arguments.has(name))
            continue;
        const auto read = parseDay(arguments.value(name));
        if (!read)
            return std::unexpected(read.error());
        *day = *read;
    }
    return range;
}

/// The label and the id of the account that --account names, if it does.
Result<std::optional<qint64>> accountId(Cli &cli, Store &store)
{
    if (!cli.arguments.has(u"account"_s))
        return std::optional<qint64>();
    const auto account = findAccount(store, cli.arguments.value(u"account"_s));
    return account ? Result<std::optional<qint64>>(account->id) : std::unexpected(account.error());
}

QMap<qint64, QString> labelsOf(Store &store)
{
    QMap<qint64, QString> labels;
    for (const Account &account : store.accounts().value_or(QList<Account>()))
        labels.insert(account.id, account.label);
    return labels;
}

int showReplies(Cli &cli, Store &store)
{
    bool valid = false;
    const qint64 id = cli.arguments.value(u"show"_s).toLongLong(&valid);
    if (!valid)
        return cli.badUsage(Texts::tr("--show needs the number of a snapshot."));
    const auto replies = store.replies(id);
    if (!replies)
        return cli.fail(replies.error());
    if (cli.json) {
        QJsonArray list;
        for (const QByteArray &reply : *replies)
            list.append(QString::fromUtf8(reply));
        return cli.print({{u"id"_s, id}, {u"replies"_s, list}});
    }
    for (const QByteArray &reply : *replies)
        cli.out << QString::fromUtf8(reply) << '\n';
    cli.out.flush();
    return 0;
}

QJsonValue periodToJson(const DateRange &days)
{
    if (days.isEmpty())
        return {};
    return QJsonObject{{u"from"_s, days.from.toString(Qt::ISODate)},
                       {u"to"_s, days.to.toString(Qt::ISODate)}};
}

int listSnapshots(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    if (cli.arguments.has(u"show"_s))
        return showReplies(cli, **store);
    const auto taken = periodOf(cli.arguments);
    const auto account = accountId(cli, **store);
    if (!taken || !account)
        return cli.badUsage(taken ? account.error() : taken.error());
    constexpr int Most = 100'000;
    const auto snapshots = (*store)->snapshots(*account, *taken, Most);
    if (!snapshots)
        return cli.fail(snapshots.error());
    const QMap<qint64, QString> labels = labelsOf(**store);
    QJsonArray list;
    QList<QStringList> rows;
    for (const SnapshotInfo &info : *snapshots) {
        list.append(QJsonObject{{u"id"_s, info.id},
                                {u"account"_s, textOrNull(labels.value(info.account))},
                                {u"feed"_s, feedName(info.feed)},
                                {u"period"_s, periodToJson(info.days)},
                                {u"taken_at"_s, toRfc3339(info.takenAt)},
                                {u"complete_to"_s, instantOrNull(info.completeTo)},
                                {u"hash"_s, info.hash},
                                {u"requests"_s, info.requests},
                                {u"rows"_s, info.rows},
                                {u"delta"_s, moneyOrNull(info.delta)}});
        const QString days = info.days.isEmpty() ? u"–"_s
                                                 : info.days.from.toString(Qt::ISODate) + u" … "_s
                + info.days.to.addDays(-1).toString(Qt::ISODate);
        rows.append({QString::number(info.id), labels.value(info.account), feedName(info.feed), days,
                     toRfc3339(info.takenAt), QString::number(info.rows), info.hash.left(12)});
    }
    if (cli.json)
        return cli.print({{u"snapshots"_s, list}});
    printTable(cli.out,
               {Texts::tr("Id"), Texts::tr("Account"), Texts::tr("Feed"), Texts::tr("Days"),
                Texts::tr("Taken"), Texts::tr("Rows"), Texts::tr("Hash")},
               rows, {0, 5});
    return 0;
}

int listRestatements(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto since
        = cli.arguments.has(u"since"_s) ? parseDay(cli.arguments.value(u"since"_s)) : Result<QDate>(QDate());
    const auto account = accountId(cli, **store);
    if (!since || !account)
        return cli.badUsage(since ? account.error() : since.error());
    const auto restatements = (*store)->restatements(*account, *since);
    if (!restatements)
        return cli.fail(restatements.error());
    const QMap<qint64, QString> labels = labelsOf(**store);
    QJsonArray list;
    QList<QStringList> rows;
    for (const Restatement &change : *restatements) {
        list.append(QJsonObject{{u"account"_s, textOrNull(labels.value(change.account))},
                                {u"day"_s, change.day.toString(Qt::ISODate)},
                                {u"before"_s, moneyToJson(change.before)},
                                {u"after"_s, moneyToJson(change.after)},
                                {u"noticed_at"_s, toRfc3339(change.noticedAt)},
                                {u"snapshot"_s, change.snapshot}});
        rows.append({labels.value(change.account), change.day.toString(Qt::ISODate), moneyText(change.before),
                     moneyText(change.after), toRfc3339(change.noticedAt)});
    }
    if (cli.json)
        return cli.print({{u"restatements"_s, list}});
    printTable(cli.out,
               {Texts::tr("Account"), Texts::tr("Day"), Texts::tr("Before"), Texts::tr("After"),
                Texts::tr("Noticed")},
               rows, {2, 3});
    return 0;
}

} // namespace

QList<Command> syncCommands()
{
    const OptionSpec account{u"account"_s, u"L"_s, Texts::tr("only this account")};
    return {
        {u"sync"_s,
         {},
         Texts::tr("Asks every vendor for what is missing, newest month first."),
         {u"sync"_s, u"sync --account production --since 2025-01"_s},
         {{u"account"_s, u"L"_s, Texts::tr("only this account; may be repeated")},
          {u"since"_s, u"YYYY-MM"_s, Texts::tr("back to this month; twelve months when nothing is said")},
          {u"feed"_s, u"F,…"_s, Texts::tr("only these: costs, usage, balance, names, prices, fx")},
          {u"full"_s, {}, Texts::tr("ask again for days that are settled")}},
         0,
         0,
         sync},
        {u"snapshots"_s,
         {},
         Texts::tr("What the vendors said, and when."),
         {u"snapshots --account production"_s, u"snapshots --show 12"_s},
         {account,
          {u"from"_s, u"D"_s, Texts::tr("asked on this day or later")},
          {u"to"_s, u"D"_s, Texts::tr("asked before this day")},
          {u"show"_s, u"ID"_s, Texts::tr("print the raw replies of this one, without keys")}},
         0,
         0,
         listSnapshots},
        {u"restatements"_s,
         {},
         Texts::tr("Days that a vendor changed after they were over."),
         {u"restatements --since 2026-11-01"_s},
         {account, {u"since"_s, u"D"_s, Texts::tr("days from this one on")}},
         0,
         0,
         listRestatements},
    };
}

} // namespace Costglass
