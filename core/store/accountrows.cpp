// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/bookkeeping.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

QString settingsText(const QMap<QString, QString> &settings)
{
    QJsonObject object;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QMap<QString, QString> readSettings(const QString &text)
{
    QMap<QString, QString> settings;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        settings.insert(it.key(), it.value().toString());
    return settings;
}

void refuseTakenLabel(Database &database, const Account &account)
{
    Statement taken(database, "SELECT 1 FROM account WHERE label = ?1 AND removed = 0 AND id <> ?2");
    if (taken.with(account.label, account.id).step())
        throw StoreProblem{Error{Error::Kind::Config,
                                 Texts::tr("There is already an account “%1”.").arg(account.label),
                                 Texts::tr("Choose another name, or edit that account.")}};
}

} // namespace

Account addAccount(Database &database, Account account)
{
    refuseTakenLabel(database, account);
    Statement(database,
              "INSERT INTO account (vendor, label, base_url, settings, secret_place, paused) VALUES "
              "(?1,?2,?3,?4,?5,?6)")
        .with(account.vendor, account.label,
              account.baseUrl.isEmpty() ? QStringLiteral("") : account.baseUrl.toString(),
              settingsText(account.settings), secretPlaceName(account.secretPlace), account.paused)
        .run();
    account.id = database.lastId();
    return account;
}

void updateAccount(Database &database, const Account &account)
{
    refuseTakenLabel(database, account);
    Statement(database,
              "UPDATE account SET label = ?2, base_url = ?3, settings = ?4, secret_place = ?5, paused = ?6"
              " WHERE id = ?1 AND removed = 0")
        .with(account.id, account.label,
              account.baseUrl.isEmpty() ? QStringLiteral("") : account.baseUrl.toString(),
              settingsText(account.settings), secretPlaceName(account.secretPlace), account.paused)
        .run();
    if (database.changes() == 0)
        throw StoreProblem{Error{
            Error::Kind::Config, Texts::tr("There is no account “%1” any more.").arg(account.label), {}}};
}

void removeAccount(Database &database, qint64 id, bool keepHistory)
{
    Statement(database,
              keepHistory ? "UPDATE account SET removed = 1 WHERE id = ?1"
                          : "DELETE FROM account WHERE id = ?1")
        .with(id)
        .run();
}

QList<Account> readAccounts(Database &database)
{
    QList<Account> accounts;
    Statement read(database,
                   "SELECT id, vendor, label, base_url, settings, secret_place, paused FROM account"
                   " WHERE removed = 0 ORDER BY id");
    while (read.step()) {
        Account account;
        account.id = read.integer(0);
        account.vendor = read.text(1);
        account.label = read.text(2);
        account.baseUrl = QUrl(read.text(3));
        account.settings = readSettings(read.text(4));
        account.secretPlace = secretPlaceFromName(read.text(5)).value_or(SecretPlace::Keyring);
        account.paused = read.integer(6) != 0;
        accounts.append(account);
    }
    return accounts;
}

QList<FeedState> readFeedStates(Database &database)
{
    QList<FeedState> states;
    Statement read(
        database,
        "SELECT f.account, feed, last_tried_at, last_good_at, complete_to, error_kind, error_detail, "
        "error_remedy,"
        " error_retry_after FROM feed_state f JOIN account a ON a.id = f.account WHERE a.removed = 0"
        " ORDER BY f.account, feed");
    while (read.step()) {
        FeedState state;
        state.account = read.integer(0);
        state.feed = static_cast<Feed>(read.integer(1));
        state.lastTriedAt = read.integer(2);
        state.lastGoodAt = read.integer(3);
        state.completeTo = read.maybeInteger(4);
        const auto kind = errorKindFromName(read.text(5));
        if (kind) {
            state.lastError = Error{*kind, read.text(6), read.text(7)};
            if (!read.isNull(8))
                state.lastError->retryAfter = static_cast<int>(read.integer(8));
        }
        states.append(state);
    }
    return states;
}

void writeFeedState(Database &database, const FeedState &state)
{
    const auto &error = state.lastError;
    const std::optional<qint64> retryAfter
        = error && error->retryAfter ? std::optional<qint64>(*error->retryAfter) : std::nullopt;
    Statement(database,
              "INSERT OR REPLACE INTO feed_state (account, feed, last_tried_at, last_good_at, complete_to, "
              "error_kind,"
              " error_detail, error_remedy, error_retry_after) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)")
        .with(state.account, static_cast<int>(state.feed), state.lastTriedAt, state.lastGoodAt,
              state.completeTo, error ? errorKindName(error->kind) : QString(),
              error ? error->detail : QString(), error ? error->remedy : QString(), retryAfter)
        .run();
}

qint64 readPaidRequests(Database &database, qint64 account, Month month)
{
    Statement read(database, "SELECT requests FROM paid_request WHERE account = ?1 AND month = ?2");
    return read.with(account, month.toString()).step() ? read.integer(0) : 0;
}

void addPaidRequest(Database &database, qint64 account, Month month)
{
    Statement(database,
              "INSERT INTO paid_request (account, month, requests) VALUES (?1, ?2, 1)"
              " ON CONFLICT (account, month) DO UPDATE SET requests = requests + 1")
        .with(account, month.toString())
        .run();
}

} // namespace Costglass
