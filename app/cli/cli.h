// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "arguments.h"
#include "engine/engine.h"

#include <QFile>
#include <QJsonObject>
#include <QTextStream>

#include <functional>

namespace Costglass {

/// What a command runs in: its arguments, the streams, and the ledger or engine of the chosen data folder.
class Cli
{
public:
    Arguments arguments;
    EngineOptions options;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    QString language;
    QTextStream out{stdout};
    QTextStream err{stderr};

    /// Unix seconds that the command takes as now.
    qint64 now() const;
    QString dataFolder() const;
    /// The ledger alone, without threads and network, with what plans cost until now: what questions need.
    Result<std::unique_ptr<Store>> openStore() const;
    Result<std::unique_ptr<Engine>> openEngine() const;

    int print(const QJsonObject &object); ///< one JSON object on stdout; returns 0
    int fail(const Error &error); ///< on stderr, as sentence or JSON; returns the exit code
    int badUsage(const Error &error); ///< likewise; returns 2
    int failOn(const Error &error); ///< badUsage() for Config, which here means a wrong option; else fail()
    int badUsage(const QString &detail) { return badUsage(Error{Error::Kind::Config, detail, {}}); }

    /// Runs the event loop until the given callback is called with the exit code.
    static int waitFor(const std::function<void(std::function<void(int)> done)> &start);
};

/// One command: what it is called, takes and does.
struct Command
{
    QString name; ///< "account add"
    QString words; ///< "VENDOR"
    QString help; ///< one sentence, translated
    QStringList examples;
    QList<OptionSpec> options;
    qsizetype fewestWords = 0;
    qsizetype mostWords = 0;
    std::function<int(Cli &)> run;
    QString answer = {}; ///< what --json prints, where the help tells it
};

// The commands, in files by what they are about.
QList<Command> vendorCommands();
QList<Command> accountCommands();
QList<Command> syncCommands();
QList<Command> summaryCommands();
QList<Command> forecastCommands();
QList<Command> anomalyCommands();
QList<Command> budgetCommands();
QList<Command> alertCommands();
QList<Command> planCommands();
QList<Command> balanceCommands();
QList<Command> fileCommands();
QList<Command> webhookCommands();
QList<Command> ledgerCommands();
QList<Command> priceCommands();
QList<Command> priceListCommands();
QList<Command> priceFeedCommands();
QList<Command> feeCommands();
QList<Command> estimateCommands();
QList<Command> reconcileCommands();
QList<Command> fxCommands();
QList<Command> sandboxCommands();

/// The account with that label; Config when there is none.
Result<Account> findAccount(Store &store, const QString &label);

/// The webhook of that name; Config when there is none.
Result<Webhook> findWebhook(Store &store, const QString &name);

QJsonObject errorToJson(const Error &error);
QJsonObject rateToJson(const FxRate &rate);
QString rateSentence(const FxRate &rate); ///< "1 USD = 6.7379 CNY on 2026-08-22 (European Central Bank)"
QJsonValue instantOrNull(std::optional<qint64> instant);
QJsonValue dayOrNull(const std::optional<QDate> &day);
QJsonValue moneyOrNull(const std::optional<Money> &money);
QJsonValue textOrNull(const QString &text);

/// Opens a file that the person named; Format, with a remedy, when it cannot be read.
Result<void> openNamed(QFile &file);

/// Rows as aligned columns; those in \a right are right-aligned. Wide characters count as two.
void printTable(QTextStream &out, const QStringList &header, const QList<QStringList> &rows,
                const QList<int> &right);

} // namespace Costglass
