// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logimport.h"

#include "cli.h"

#include "engine/engine.h"
#include "engine/logsync.h"

#include <QDir>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// The tool's account of that label (any, when it is empty), or a new one that stays out of syncs: what is imported says
/// nothing of this computer's logs.
Result<Account> accountFor(Store &store, const QString &vendor, const QString &label)
{
    const auto accounts = store.accounts();
    if (!accounts)
        return std::unexpected(accounts.error());
    for (const Account &account : *accounts) {
        if (account.vendor == vendor && (label.isEmpty() || account.label == label))
            return account;
    }
    Account account;
    account.vendor = vendor;
    account.label = label.isEmpty() ? vendor : label;
    account.paused = true;
    return store.addAccount(account);
}

int report(Cli &cli, const LogSync::Outcome &read)
{
    const qint64 known = read.lines - read.refused - read.change.added - read.change.changed;
    if (cli.json)
        return cli.print({{u"read"_s, read.lines},
                          {u"added"_s, read.change.added},
                          {u"changed"_s, read.change.changed},
                          {u"already_there"_s, known},
                          {u"refused"_s, read.refused}});
    cli.out << Texts::tr("%1 lines read: %2 requests added, %3 changed, %4 already there, %5 lines refused.")
                   .arg(read.lines)
                   .arg(read.change.added)
                   .arg(read.change.changed)
                   .arg(known)
                   .arg(read.refused)
            << '\n';
    cli.out.flush();
    return 0;
}

} // namespace

int importLogs(Cli &cli, const VendorAdapter &tool)
{
    for (const QString &option : {u"map"_s, u"dry-run"_s, u"skip-refused"_s}) {
        if (cli.arguments.has(option))
            return cli.badUsage(Texts::tr("--%1 is for files of costs, not for a tool's logs.").arg(option));
    }
    const QFileInfo file(cli.arguments.word(0));
    if (!file.isFile() && !file.isDir())
        return cli.badUsage(Texts::tr("“%1” is not there.").arg(file.filePath()));
    const QStringList files = file.isDir() ? findLogs(*tool.localLog(), {file.canonicalFilePath()})
                                           : QStringList{file.canonicalFilePath()};
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    std::unique_ptr<LogSync> sync;
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->ledger().run(
            engine->get(),
            [vendor = tool.info().id, label = cli.arguments.value(u"account"_s)](Store &store) {
                return accountFor(store, vendor, label);
            },
            [&cli, &engine, &sync, files, done](const Result<Account> &account) {
                if (!account)
                    return done(cli.fail(account.error()));
                sync = std::make_unique<LogSync>(**engine, *account);
                sync->startWith(files, [&cli, done](const Result<LogSync::Outcome> &read) {
                    done(read ? report(cli, *read) : cli.fail(read.error()));
                });
            });
    });
}

} // namespace Costglass
