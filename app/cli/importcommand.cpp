// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "engine/logsync.h"
#include "vendors/registry.h"

#include <QDir>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// The tool's account, or a new one that stays out of syncs: what is imported says nothing of this computer's logs.
Result<Account> accountFor(Store &store, const QString &vendor)
{
    const auto accounts = store.accounts();
    if (!accounts)
        return std::unexpected(accounts.error());
    for (const Account &account : *accounts) {
        if (account.vendor == vendor)
            return account;
    }
    Account account;
    account.vendor = vendor;
    account.label = vendor;
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

int importFile(Cli &cli)
{
    const QString format = cli.arguments.value(u"format"_s);
    const VendorAdapter *vendor = findVendor(format);
    if (!vendor || !vendor->localLog()) {
        QStringList known;
        for (const VendorAdapter *each : allVendors()) {
            if (each->localLog())
                known.append(each->info().id);
        }
        return cli.badUsage(Error{Error::Kind::Config, Texts::tr("There is no format “%1”.").arg(format),
                                  Texts::tr("There are: %1.").arg(known.join(u", "_s))});
    }
    const QFileInfo file(cli.arguments.word(0));
    if (!file.isFile() && !file.isDir())
        return cli.badUsage(Texts::tr("“%1” is not there.").arg(file.filePath()));
    const QStringList files = file.isDir() ? findLogs(*vendor->localLog(), {file.canonicalFilePath()})
                                           : QStringList{file.canonicalFilePath()};
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    std::unique_ptr<LogSync> sync;
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        (*engine)->ledger().run(
            engine->get(), [format](Store &store) { return accountFor(store, format); },
            [&cli, &engine, &sync, files, done](const Result<Account> &account) {
                if (!account)
                    return done(cli.fail(account.error()));
                sync = std::make_unique<LogSync>((*engine)->ledger(), *account, cli.now());
                sync->startWith(files, [&cli, done](const Result<LogSync::Outcome> &read) {
                    done(read ? report(cli, *read) : cli.fail(read.error()));
                });
            });
    });
}

} // namespace

QList<Command> importCommands()
{
    return {{u"import"_s,
             u"FILE"_s,
             Texts::tr("Reads a tool's log, or a folder of them, into the ledger."),
             {u"import session.jsonl --format claude-code"_s, u"import ~/old/.codex --format codex"_s},
             {{u"format"_s, u"F"_s, Texts::tr("the tool that wrote it: claude-code, codex, …")}},
             1,
             1,
             importFile}};
}

} // namespace Costglass
