// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"

#include "emulator/emulatornetwork.h"
#include "engine/accountbook.h"
#include "engine/accountchecks.h"
#include "engine/alerts.h"
#include "engine/datafile.h"
#include "engine/keyringstore.h"
#include "engine/locallogs.h"
#include "engine/planwatch.h"
#include "engine/poller.h"
#include "engine/proxies.h"
#include "engine/simplestores.h"
#include "engine/vaultstore.h"
#include "vendors/registry.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>

#include <tuple>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Engine)
};

/// The folder's own id, made at its first use: it keeps folders' keyring entries apart.
QString folderId(const QString &folder)
{
    QFile file(folder + QStringLiteral("/folder-id"));
    const QString known
        = file.open(QFile::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
    file.close();
    if (!known.isEmpty())
        return known;
    const QString id = QUuid::createUuid().toString(QUuid::Id128);
    std::ignore = writeDataFile(folder, QStringLiteral("folder-id"),
                                id.toLatin1()); // the ledger tells of a folder that cannot be written
    return id;
}

/// What a check of a key needs while its requests go out.
struct Check
{
    Fetcher &fetcher;
    const VendorAdapter &vendor;
    FetchJob job;
    QByteArray secret;
    QObject *context;
    Engine::CheckAnswer answer;
};

void askCheck(const Check &check, const HttpRequest &request)
{
    check.fetcher.fetch(request, check.secret, check.context, [check](const Result<HttpReply> &reply) {
        const auto proof = reply ? check.vendor.readCheck(check.job, *reply) : std::unexpected(reply.error());
        if (proof && proof->next)
            askCheck(check, *proof->next);
        else
            check.answer(proof);
    });
}

} // namespace

class Engine::Private
{
public:
    explicit Private(const EngineOptions &wanted) : options(wanted) { }

    EngineOptions options;
    std::unique_ptr<QTemporaryDir> demoFolder;
    std::unique_ptr<World> world;
    std::unique_ptr<QNetworkAccessManager> network;
    std::unique_ptr<Fetcher> fetcher;
    Secrets secrets;
    std::unique_ptr<StoreThread> ledger;
    std::unique_ptr<AccountBook> accounts;
    std::unique_ptr<Poller> poller;
    std::unique_ptr<PlanWatch> plans;
    QList<SyncRun *> runs; ///< the one under way, then those that wait for its end
};

QString Engine::defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/costglass");
}

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions &options)
{
    auto state = std::make_unique<Private>(options);
    if (options.demo) {
        state->demoFolder = std::make_unique<QTemporaryDir>();
        state->options.dataFolder = state->demoFolder->path() + QStringLiteral("/demo");
    } else if (options.dataFolder.isEmpty()) {
        state->options.dataFolder = defaultDataFolder();
    }
    const QString folder = state->options.dataFolder;
    auto ledger = StoreThread::open(folder);
    if (!ledger)
        return std::unexpected(ledger.error());
    state->ledger = std::move(*ledger);
    if (options.demo) {
        state->world = std::make_unique<World>(World::DefaultSeed,
                                               options.now.value_or(QDateTime::currentSecsSinceEpoch()));
        state->network = std::make_unique<EmulatorNetwork>(*state->world);
        for (const SecretPlace place : {SecretPlace::Keyring, SecretPlace::Vault, SecretPlace::Environment})
            state->secrets.setStore(place, std::make_unique<MemoryStore>());
    } else {
        state->network = std::make_unique<QNetworkAccessManager>();
        state->network->setProxyFactory(new ProxyFactory);
        state->secrets.setStore(SecretPlace::Keyring, std::make_unique<KeyringStore>(folderId(folder)));
        state->secrets.setStore(SecretPlace::Vault,
                                std::make_unique<VaultStore>(folder + QStringLiteral("/vault.bin")));
        state->secrets.setStore(SecretPlace::Environment, std::make_unique<EnvironmentStore>());
    }
    state->fetcher = std::make_unique<Fetcher>(*state->network);
    state->accounts = std::make_unique<AccountBook>(*state->ledger, state->secrets);
    return std::unique_ptr<Engine>(new Engine(std::move(state)));
}

Engine::Engine(std::unique_ptr<Private> state) : d(std::move(state))
{
    d->poller = std::make_unique<Poller>(*this);
    d->plans = std::make_unique<PlanWatch>(*this);
}

Engine::~Engine()
{
    // They use all that is destroyed after them.
    qDeleteAll(std::exchange(d->runs, {}));
}

qint64 Engine::now() const
{
    return d->options.now.value_or(QDateTime::currentSecsSinceEpoch());
}

QDate Engine::today() const
{
    return dayOf(now(), QTimeZone::utc());
}

QString Engine::dataFolder() const
{
    return d->options.dataFolder;
}

bool Engine::isDemo() const
{
    return d->options.demo;
}

StoreThread &Engine::ledger()
{
    return *d->ledger;
}

Secrets &Engine::secrets()
{
    return d->secrets;
}

Fetcher &Engine::fetcher()
{
    return *d->fetcher;
}

Poller &Engine::poller()
{
    return *d->poller;
}

void Engine::fillDemo(QObject *context, Done done)
{
    auto *network = static_cast<EmulatorNetwork *>(d->network.get());
    const QPointer<QObject> guard(context);
    // The sample month that pictures and help speak of is that of these two.
    QList<const VendorAdapter *> vendors = allVendors();
    vendors.removeIf([](const VendorAdapter *vendor) {
        return vendor->info().id != u"openai" && vendor->info().id != u"anthropic";
    });
    const auto left = std::make_shared<qsizetype>(vendors.size());
    const auto problem = std::make_shared<Result<void>>();
    const auto handleAdded = [this, guard, done, left, problem](const Result<Account> &account) {
        if (!account)
            *problem = std::unexpected(account.error());
        if (--*left > 0 || !guard)
            return;
        if (!*problem)
            return done(*problem);
        connect(startSync({}), &SyncRun::finished, guard,
                [this, guard, done](const QList<AccountOutcome> &outcomes) {
                    for (const AccountOutcome &outcome : outcomes) {
                        if (outcome.error)
                            return done(std::unexpected(*outcome.error));
                    }
                    addDemoBudget(guard, done);
                });
    };
    for (const VendorAdapter *vendor : std::as_const(vendors)) {
        Account account;
        account.vendor = vendor->info().id;
        account.label = Texts::tr("sample");
        if (vendor != vendors.first())
            account.label += u' ' + vendor->info().name;
        account.baseUrl = EmulatorNetwork::baseUrl(vendor->info().id);
        account.settings = network->settings(vendor->info().id);
        addAccount(account, network->secret(vendor->info().id), this, handleAdded);
    }
}

/// A budget that the sample month is about to pass, with the alerts that it has raised so far.
void Engine::addDemoBudget(QObject *context, const Done &done)
{
    Budget budget;
    budget.name = Texts::tr("All AI");
    constexpr qint64 Units = 1100;
    budget.amount = Money::fromNanos(Units * Money::NanosPerUnit, Currency::usd());
    d->ledger->run(
        context,
        [budget, now = now()](Store &store) -> Result<void> {
            const auto saved = store.saveBudget(budget);
            if (!saved)
                return std::unexpected(saved.error());
            const auto raised = raiseAlerts(store, now);
            return raised ? Result<void>() : std::unexpected(raised.error());
        },
        [this, done](const Result<void> &added) {
            Q_EMIT ledgerChanged();
            done(added);
        });
}

void Engine::checkKey(const Account &wanted, const QByteArray &key, QObject *context, CheckAnswer answer)
{
    Account account = wanted;
    std::optional secret = key;
    auto error = checkAccountFields(account);
    if (!error)
        error = moveSecretSettings(account, secret);
    if (error) {
        answerLater(context, std::move(answer), Result<KeyCheck>(std::unexpected(*error)));
        return;
    }
    const VendorAdapter *vendor = findVendor(account.vendor);
    if (vendor->localLog()) {
        answerLater(context, std::move(answer), checkLogs(*vendor->localLog(), account));
        return;
    }
    FetchJob job;
    job.account = account;
    job.baseUrl = vendor->baseUrl(account);
    job.now = now();
    askCheck({*d->fetcher, *vendor, job, *secret, context, std::move(answer)}, vendor->checkRequest(job));
}

void Engine::checkAccount(const Account &account, QObject *context, CheckAnswer answer)
{
    if (!hasSecret(account))
        return checkKey(account, {}, context, std::move(answer));
    d->secrets.at(account.secretPlace)
        .read(account.label, context,
              [this, account, context, answer = std::move(answer)](const Result<QByteArray> &secret) {
                  if (secret)
                      checkKey(account, *secret, context, answer);
                  else
                      answer(std::unexpected(secret.error()));
              });
}

void Engine::addAccount(const Account &wanted, const QByteArray &key, QObject *context, AccountAnswer answer)
{
    Account account = wanted;
    std::optional secret = key;
    auto error = checkAccountFields(account);
    if (!error)
        error = moveSecretSettings(account, secret);
    if (error) {
        answerLater(context, std::move(answer), Result<Account>(std::unexpected(*error)));
        return;
    }
    d->accounts->add(account, *secret,
                     [this, guard = QPointer(context), answer](const Result<Account> &added) {
                         if (added)
                             Q_EMIT accountsChanged();
                         if (guard)
                             answer(added);
                     });
}

void Engine::updateAccount(const Account &wanted, const std::optional<QByteArray> &key, QObject *context,
                           Done done)
{
    Account account = wanted;
    std::optional<QByteArray> secret = key;
    auto error = account.isFile() ? std::nullopt : checkAccountFields(account);
    if (!error)
        error = moveSecretSettings(account, secret);
    if (error) {
        answerLater(context, std::move(done), Result<void>(std::unexpected(*error)));
        return;
    }
    d->accounts->update(account, secret,
                        [this, guard = QPointer(context), done](const Result<void> &updated) {
                            if (updated)
                                Q_EMIT accountsChanged();
                            if (guard)
                                done(updated);
                        });
}

void Engine::removeAccount(const Account &account, bool keepHistory, QObject *context, Done done)
{
    if (account.isPlans()) {
        answerLater(context, std::move(done), Result<void>(std::unexpected(plansAccount(account))));
        return;
    }
    for (SyncRun *run : std::as_const(d->runs))
        run->drop(account.id);
    d->accounts->remove(account, keepHistory,
                        [this, guard = QPointer(context), done](const Result<void> &removed) {
                            Q_EMIT accountsChanged();
                            Q_EMIT ledgerChanged();
                            if (guard)
                                done(removed);
                        });
}

SyncRun *Engine::startSync(const SyncOptions &options)
{
    for (SyncRun *run : std::as_const(d->runs)) {
        if (run->serves(options))
            return run;
    }
    auto *run = new SyncRun(*this, options, this);
    d->runs.append(run);
    connect(run, &SyncRun::stored, this, &Engine::ledgerChanged);
    connect(run, &SyncRun::finished, this, [this, run](const QList<AccountOutcome> &outcomes) {
        d->runs.removeOne(run);
        run->deleteLater();
        Q_EMIT ledgerChanged();
        Q_EMIT syncFinished(outcomes);
        startNextRun();
    });
    startNextRun();
    return run;
}

void Engine::startNextRun()
{
    SyncRun *next = d->runs.value(0);
    if (!next || !next->isWaiting())
        return;
    next->start();
    Q_EMIT syncStarted(next);
}

SyncRun *Engine::currentSync() const
{
    return d->runs.value(0);
}

} // namespace Costglass
