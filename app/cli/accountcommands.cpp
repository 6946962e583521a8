// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "base/json.h"
#include "base/moneytext.h"
#include "engine/accountbook.h"
#include "engine/accountchecks.h"
#include "engine/accountstate.h"
#include "engine/requestbudget.h"
#include "secretinput.h"
#include "vendors/registry.h"

#include <QJsonArray>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

Result<void> applySettings(const Arguments &arguments, Account &account)
{
    for (const QString &setting : arguments.values(u"set"_s)) {
        if (!setting.contains(u'='))
            return failure(Error::Kind::Config,
                           Texts::tr("--set is written KEY=VALUE, not “%1”.").arg(setting.left(20)));
        account.settings.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    }
    if (arguments.has(u"base-url"_s)) {
        QString base = arguments.value(u"base-url"_s);
        while (base.endsWith(u'/'))
            base.chop(1);
        account.baseUrl = QUrl(base);
    }
    if (arguments.has(u"secret-store"_s)) {
        const auto place = secretPlaceFromName(arguments.value(u"secret-store"_s));
        if (!place)
            return failure(Error::Kind::Config, Texts::tr("--secret-store is keyring, vault or env."));
        account.secretPlace = *place;
    }
    return {};
}

int addAccount(Cli &cli)
{
    Account account;
    account.vendor = cli.arguments.word(0);
    account.label = cli.arguments.value(u"label"_s);
    const auto applied = applySettings(cli.arguments, account);
    if (!applied)
        return cli.badUsage(applied.error());
    if (!findVendor(account.vendor)) {
        QStringList ids;
        for (const VendorAdapter *known : allVendors())
            ids.append(known->info().id);
        return cli.badUsage(Error{Error::Kind::Config,
                                  Texts::tr("There is no vendor “%1”.").arg(account.vendor),
                                  Texts::tr("There are: %1.").arg(ids.join(u", "_s))});
    }
    if (account.label.isEmpty())
        return cli.badUsage(Texts::tr("--label is missing."));
    const auto secret = hasSecret(account) ? secretFor(cli, account.secretPlace) : QByteArray();
    if (!secret)
        return cli.badUsage(secret.error());
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    return Cli::waitFor([&](const auto &done) {
        (*engine)->addAccount(account, *secret, engine->get(), [&cli, done](const Result<Account> &added) {
            if (!added)
                return done(cli.fail(added.error()));
            if (cli.json)
                return done(cli.print({{u"label"_s, added->label}, {u"vendor"_s, added->vendor}}));
            cli.out << Texts::tr("Added “%1”. Next: costglass-cli sync").arg(added->label) << '\n';
            cli.out.flush();
            done(0);
        });
    });
}

/// An account's line of "account list": what is stored, and how its feeds stand.
QJsonObject accountToJson(const AccountState &state)
{
    const Account &account = state.account;
    const auto error = state.error();
    QJsonObject settings;
    for (auto it = account.settings.cbegin(); it != account.settings.cend(); ++it)
        settings.insert(it.key(), it.value());
    return {
        {u"label"_s, account.label},
        {u"vendor"_s, account.vendor},
        {u"base_url"_s, account.baseUrl.isEmpty() ? QJsonValue() : QJsonValue(account.baseUrl.toString())},
        {u"secret_store"_s,
         hasSecret(account) ? QJsonValue(secretPlaceName(account.secretPlace)) : QJsonValue()},
        {u"paused"_s, account.paused},
        {u"settings"_s, settings},
        {u"complete_to"_s, instantOrNull(state.completeTo)},
        {u"last_sync"_s, instantOrNull(state.lastSync)},
        {u"error"_s, error ? QJsonValue(errorToJson(*error)) : QJsonValue()}};
}

/// What requests that cost money have cost this month; nothing where they are free or the limit cannot be read.
std::optional<RequestSpend> spendOf(Store &store, const Account &account, qint64 now)
{
    return requestSpend(store, account, now).value_or(std::nullopt);
}

QJsonValue spendToJson(const std::optional<RequestSpend> &spend)
{
    if (!spend)
        return {};
    return QJsonObject{{u"count"_s, spend->requests},
                       {u"cost"_s, moneyToJson(spend->spent)},
                       {u"limit"_s, moneyToJson(spend->most)}};
}

QString spendText(const std::optional<RequestSpend> &spend)
{
    return spend ? Texts::tr("%1 of %2", "spent on requests, the limit")
                       .arg(moneyText(spend->spent), moneyText(spend->most))
                 : u"–"_s;
}

int listAccounts(Cli &cli)
{
    const auto store = cli.openStore();
    if (!store)
        return cli.fail(store.error());
    const auto states = accountStates(**store);
    if (!states)
        return cli.fail(states.error());
    QJsonArray list;
    QList<QStringList> rows;
    for (const AccountState &one : *states) {
        const auto spend = spendOf(**store, one.account, cli.now());
        QJsonObject object = accountToJson(one);
        object.insert(u"paid_requests"_s, spendToJson(spend));
        list.append(object);
        const QString state = one.account.isFile() ? Texts::tr("from a file")
            : one.account.isPlans()                ? Texts::tr("entered by hand")
            : one.account.paused                   ? Texts::tr("paused")
            : one.error()                          ? one.error()->detail
            : one.lastSync == 0                    ? Texts::tr("never synced")
                                                   : Texts::tr("up to date");
        rows.append({one.account.label, one.account.vendor, object[u"complete_to"_s].toString(u"–"_s),
                     object[u"last_sync"_s].toString(u"–"_s), spendText(spend), state});
    }
    if (cli.json)
        return cli.print({{u"accounts"_s, list}});
    if (rows.isEmpty())
        cli.out << Texts::tr("No account yet. Add one with “account add”.") << '\n';
    else
        printTable(cli.out,
                   {Texts::tr("Account"), Texts::tr("Vendor"), Texts::tr("Complete to"),
                    Texts::tr("Last sync"), Texts::tr("Requests"), Texts::tr("State")},
                   rows, {});
    cli.out.flush();
    return 0;
}

/// Finds the account of the first word and hands it and the engine to \a work.
int withAccount(Cli &cli, const std::function<void(Engine &, Account, std::function<void(int)>)> &work)
{
    const auto engine = cli.openEngine();
    if (!engine)
        return cli.fail(engine.error());
    const QString label = cli.arguments.word(0);
    return Cli::waitFor([&](const auto &done) {
        (*engine)->ledger().run(
            engine->get(), [label](Store &store) { return findAccount(store, label); },
            [&cli, &work, &engine, done](const Result<Account> &account) {
                if (account && account->isPlans())
                    done(cli.badUsage(plansAccount(*account)));
                else if (account)
                    work(**engine, *account, done);
                else
                    done(cli.badUsage(account.error()));
            });
    });
}

int testAccount(Cli &cli)
{
    return withAccount(
        cli, [&cli](Engine &engine, const Account &account, const std::function<void(int)> &done) {
            engine.checkAccount(account, &engine, [&cli, account, done](const Result<KeyCheck> &check) {
                if (!check)
                    return done(cli.fail(check.error()));
                if (cli.json)
                    return done(cli.print({{u"label"_s, account.label},
                                           {u"ok"_s, true},
                                           {u"message"_s, check->summary},
                                           {u"warnings"_s, QJsonArray::fromStringList(check->warnings)}}));
                cli.out << check->summary << '\n';
                for (const QString &warning : check->warnings)
                    cli.out << "! " << warning << '\n';
                cli.out.flush();
                done(0);
            });
        });
}

int scopeOfAccount(Cli &cli)
{
    return withAccount(
        cli, [&cli](Engine &engine, const Account &account, const std::function<void(int)> &done) {
            engine.checkAccount(account, &engine, [&cli, account, done](const Result<KeyCheck> &check) {
                if (!check)
                    return done(cli.fail(check.error()));
                const VendorInfo &vendor = findVendor(account.vendor)->info();
                if (cli.json) {
                    return done(cli.print({{u"label"_s, account.label},
                                           {u"reads"_s, check->summary},
                                           {u"beyond_reading"_s, QJsonArray::fromStringList(check->warnings)},
                                           {u"least_scope"_s, vendor.leastScope}}));
                }
                cli.out << check->summary << '\n'
                        << Texts::tr("Least that is needed: %1").arg(vendor.leastScope) << '\n';
                for (const QString &warning : check->warnings)
                    cli.out << "! " << warning << '\n';
                cli.out.flush();
                done(0);
            });
        });
}

/// Answers an edit, pause or removal.
auto finished(Cli &cli, const QString &sentence, const std::function<void(int)> &done)
{
    return [&cli, sentence, done](const Result<void> &result) {
        if (!result)
            return done(cli.fail(result.error()));
        if (cli.json)
            return done(cli.print({{u"done"_s, true}}));
        cli.out << sentence << '\n';
        cli.out.flush();
        done(0);
    };
}

int editAccount(Cli &cli)
{
    return withAccount(cli, [&cli](Engine &engine, Account account, const std::function<void(int)> &done) {
        const auto applied = applySettings(cli.arguments, account);
        if (!applied)
            return done(cli.badUsage(applied.error()));
        if (cli.arguments.has(u"label"_s))
            account.label = cli.arguments.value(u"label"_s);
        std::optional<QByteArray> secret;
        if (cli.arguments.has(u"secret-env"_s) || cli.arguments.has(u"new-key"_s)) {
            const auto read = secretFor(cli, account.secretPlace);
            if (!read)
                return done(cli.badUsage(read.error()));
            secret = *read;
        }
        engine.updateAccount(account, secret, &engine,
                             finished(cli, Texts::tr("Saved “%1”.").arg(account.label), done));
    });
}

int pauseAccount(Cli &cli, bool paused)
{
    return withAccount(
        cli, [&cli, paused](Engine &engine, Account account, const std::function<void(int)> &done) {
            account.paused = paused;
            engine.updateAccount(account, {}, &engine,
                                 finished(cli,
                                          paused ? Texts::tr("“%1” is paused.").arg(account.label)
                                                 : Texts::tr("“%1” goes on.").arg(account.label),
                                          done));
        });
}

int removeAccount(Cli &cli)
{
    const bool keep = cli.arguments.has(u"keep-history"_s);
    if (keep == cli.arguments.has(u"delete-history"_s)) {
        return cli.badUsage(Error{Error::Kind::Config,
                                  Texts::tr("Say what becomes of the account's figures."),
                                  Texts::tr("--keep-history leaves them in the ledger, --delete-history "
                                            "removes them for ever. The key is removed in both cases.")});
    }
    return withAccount(
        cli, [&cli, keep](Engine &engine, const Account &account, const std::function<void(int)> &done) {
            engine.removeAccount(
                account, keep, &engine,
                finished(cli,
                         keep ? Texts::tr("Removed “%1”; its history stays.").arg(account.label)
                              : Texts::tr("Removed “%1” and its history.").arg(account.label),
                         done));
        });
}

} // namespace

QList<Command> accountCommands()
{
    const QList<OptionSpec> secretOptions{
        {u"base-url"_s, u"URL"_s, Texts::tr("instead of the vendor's own address")},
        {u"set"_s, u"KEY=VALUE"_s, Texts::tr("a setting of the vendor; may be repeated")},
        {u"secret-env"_s, u"NAME"_s, Texts::tr("take the key from this variable instead of standard input")},
        {u"secret-store"_s, u"PLACE"_s,
         Texts::tr("keyring (the default), vault (a file behind a passphrase) or env "
                   "($COSTGLASS_SECRET_LABEL, read each time)")},
        {u"label"_s, u"L"_s, Texts::tr("your name for the account")}};
    const OptionSpec newKey{u"new-key"_s, {}, Texts::tr("read a new key from standard input")};
    return {
        {u"account add"_s,
         u"VENDOR --label L"_s,
         Texts::tr("Adds an account; its key, if the vendor wants one, is asked for, or piped in."),
         {u"account add openai --label production"_s, u"account add openai --label production < key.txt"_s,
          u"account add anthropic --label team --secret-store env"_s,
          u"account add claude-code --label laptop --set kind=estimated"_s},
         secretOptions,
         1,
         1,
         addAccount},
        {u"account list"_s,
         {},
         Texts::tr("Accounts and how they stand."),
         {u"account list"_s},
         {},
         0,
         0,
         listAccounts},
        {u"account test"_s,
         u"LABEL"_s,
         Texts::tr("Proves the log-in with one free request."),
         {u"account test production"_s},
         {},
         1,
         1,
         testAccount},
        {u"account scope"_s,
         u"LABEL"_s,
         Texts::tr("What the key may do, and what it may do beyond reading."),
         {u"account scope production"_s},
         {},
         1,
         1,
         scopeOfAccount},
        {u"account edit"_s,
         u"LABEL"_s,
         Texts::tr("Changes name, address, settings, key or where the key is kept."),
         {u"account edit production --new-key < key.txt"_s, u"account edit production --label main"_s,
          u"account edit production --secret-store vault"_s},
         secretOptions + QList<OptionSpec>{newKey},
         1,
         1,
         editAccount},
        {u"account pause"_s,
         u"LABEL"_s,
         Texts::tr("Leaves the account out of syncs."),
         {u"account pause production"_s},
         {},
         1,
         1,
         [](Cli &cli) { return pauseAccount(cli, true); }},
        {u"account resume"_s,
         u"LABEL"_s,
         Texts::tr("Takes a paused account in again."),
         {u"account resume production"_s},
         {},
         1,
         1,
         [](Cli &cli) { return pauseAccount(cli, false); }},
        {u"account remove"_s,
         u"LABEL"_s,
         Texts::tr("Removes the account and its key."),
         {u"account remove production --keep-history"_s},
         {{u"keep-history"_s, {}, Texts::tr("its figures stay")},
          {u"delete-history"_s, {}, Texts::tr("its figures go too")}},
         1,
         1,
         removeAccount},
    };
}

} // namespace Costglass
