// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/restore.h"

#include "store/ledgerlock.h"
#include "store/schema.h"

#include <QDateTime>
#include <QFileInfo>

#include <sqlite3.h>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

qint64 numberOf(Database &database, const char *sql)
{
    Statement read(database, sql);
    read.step();
    return read.integer(0);
}

bool isWholeLedger(Database &backup)
{
    Statement integrity(backup, "PRAGMA integrity_check(1)");
    return integrity.step() && integrity.text(0) == u"ok"
        && numberOf(backup,
                    "SELECT count(*) FROM sqlite_schema WHERE name IN ('account', 'charge', 'rollup_day')")
        == 3;
}

/// The backup, looked through; throws when it is none.
std::unique_ptr<Database> openBackup(const QString &file)
{
    if (!QFileInfo(file).isReadable())
        throw StoreProblem{Error{Error::Kind::Config, Texts::tr("%1 cannot be read.").arg(file),
                                 Texts::tr("Check the name and your right to read it.")}};
    auto opened = guarded([&file] {
        auto backup = std::make_unique<Database>(file, Database::Mode::Read);
        return isWholeLedger(*backup) ? std::move(backup) : nullptr;
    });
    if (!opened || !*opened)
        throw StoreProblem{Error{Error::Kind::Format, Texts::tr("%1 is no whole ledger.").arg(file),
                                 Texts::tr("Nothing was changed. Choose another backup.")}};
    return *std::move(opened);
}

/// Copies page by page into the live ledger, which other connections see as one transaction.
void copyOver(Database &database, Database &backup)
{
    sqlite3_backup *copy = sqlite3_backup_init(database.handle(), "main", backup.handle(), "main");
    if (!copy)
        database.fail(sqlite3_errcode(database.handle()));
    sqlite3_backup_step(copy, -1);
    const int code = sqlite3_backup_finish(copy);
    if (code != SQLITE_OK)
        database.fail(code);
}

} // namespace

QString restoreLedger(Database &database, const QString &file)
{
    const auto backup = openBackup(file);
    if (numberOf(*backup, "PRAGMA user_version") > SchemaVersion)
        refuseNewer(file);
    const LedgerLock lock(database.file());
    QString kept;
    if (numberOf(database, "SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM budget)") > 0) {
        kept = database.file()
            + QDateTime::currentDateTimeUtc().toString(
                QStringLiteral("'.before-restore.'yyyyMMdd-hhmmsszzz"));
        copyLedger(database, kept);
    }
    copyOver(database, *backup);
    return kept;
}

} // namespace Costglass
