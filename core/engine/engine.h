// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/fetcher.h"
#include "engine/secretstore.h"
#include "engine/storethread.h"
#include "engine/syncrun.h"

namespace Costglass {

class Poller;

struct EngineOptions
{
    QString dataFolder; ///< empty = $XDG_DATA_HOME/costglass; with demo: a temporary one
    std::optional<qint64> now; ///< pretend that it is this instant (Unix seconds)
    bool demo
        = false; ///< built-in sample data: emulators in process, secrets in memory, a ledger thrown away at the end
};

/// The one facade that window and command line use: ledger, secrets, network and clock belong to it.
class Engine : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Engine>> open(const EngineOptions &options);
    ~Engine() override;

    /// The default data folder, $XDG_DATA_HOME/costglass.
    static QString defaultDataFolder();

    qint64 now() const; ///< Unix seconds, or what EngineOptions::now says (standing still)
    QDate today() const; ///< the UTC day of now()
    QString dataFolder() const;
    bool isDemo() const;

    StoreThread &ledger();
    Secrets &secrets();
    Fetcher &fetcher();

    using AccountAnswer = std::function<void(Result<Account>)>;
    using CheckAnswer = std::function<void(Result<KeyCheck>)>;
    using Done = std::function<void(Result<void>)>;

    /// Asks the vendor with \a secret (not stored) whether the log-in works: the cheapest free call, sent once.
    void checkKey(const Account &account, const QByteArray &secret, QObject *context, CheckAnswer answer);
    /// The same with the stored secret.
    void checkAccount(const Account &account, QObject *context, CheckAnswer answer);
    /// Stores the secret where account.secretPlace says, then the account; neither stays when the other fails.
    /// Config: unknown vendor, taken label, a required setting missing, plain http to another host than loopback.
    void addAccount(const Account &account, const QByteArray &secret, QObject *context, AccountAnswer answer);
    /// Stores what changed; \a secret only when it is to be replaced. A changed label or place takes the stored secret
    /// along. The account's last failure is forgotten.
    void updateAccount(const Account &account, const std::optional<QByteArray> &secret, QObject *context,
                       Done done);
    /// Stops the account's part of a pass, then removes secret and account.
    void removeAccount(const Account &account, bool keepHistory, QObject *context, Done done);

    /// Adds an account per vendor over the sample world, syncs them and sets a budget; only with EngineOptions::demo. The first
    /// problem is the answer.
    void fillDemo(QObject *context, Done done);

    /// Starts a pass, after the end of the one under way if there is one; the same wish once more gets the same pass.
    /// It deletes itself after finished().
    SyncRun *startSync(const SyncOptions &options);
    SyncRun *currentSync() const; ///< the pass under way, or null

    /// Keeps accounts fresh while the window runs; off until started.
    Poller &poller();

Q_SIGNALS:
    void accountsChanged();
    void ledgerChanged(); ///< something new is in the ledger: views ask again
    void syncStarted(Costglass::SyncRun *run);
    void syncFinished(const QList<Costglass::AccountOutcome> &outcomes);

private:
    class Private;
    explicit Engine(std::unique_ptr<Private> state);
    void startNextRun();
    void addDemoBudget(QObject *context, const Done &done);
    std::unique_ptr<Private> d;
};

} // namespace Costglass
