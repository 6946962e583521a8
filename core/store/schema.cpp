// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/schema.h"

#include "store/schemasteps.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

int versionOf(Database &database)
{
    Statement version(database, "PRAGMA user_version");
    version.step();
    return static_cast<int>(version.integer(0));
}

[[noreturn]] void refuse(const QString &detail, const QString &remedy)
{
    throw StoreProblem{Error{Error::Kind::Storage, detail, remedy}};
}

} // namespace

void refuseNewer(const QString &file)
{
    refuse(Texts::tr("The ledger %1 was written by a newer Costglass.").arg(file),
           Texts::tr("It was left as it is. Update Costglass, or choose another folder with --data."));
}

void prepareLedgerFile(const QString &folder, const QString &file)
{
    const bool fresh = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        throw unwritable(folder, errno);
    if (fresh)
        ::chmod(QFile::encodeName(folder).constData(), S_IRWXU);
    // Made here with its rights, because SQLite gives its side files the rights of the ledger.
    const int handle
        = ::open(QFile::encodeName(file).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle < 0)
        throw unwritable(file, errno);
    ::fchmod(handle, S_IRUSR | S_IWUSR);
    ::close(handle);
}

void checkLedgerFile(const QString &file)
{
    QFile ledger(file);
    if (!ledger.exists() || ledger.size() == 0)
        return;
    if (!ledger.open(QFile::ReadOnly))
        refuse(Texts::tr("The ledger %1 cannot be read.").arg(file),
               Texts::tr("Give yourself the right to read the data folder, or choose another with --data."));
    const QByteArray header = ledger.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        refuse(Texts::tr("The ledger %1 is damaged.").arg(file),
               Texts::tr("It was left as it is. Move it away and put a backup in its place."));
    // user_version: four bytes at offset 60, most significant first (SQLite's file format, §1.3).
    quint32 version = 0;
    for (int i = 60; i < 64; ++i)
        version = version << 8 | static_cast<quint8>(header[i]);
    if (version > SchemaVersion)
        refuseNewer(file);
}

void migrate(Database &database)
{
    database.execute("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000;");
    if (versionOf(database) > SchemaVersion)
        refuseNewer(database.file());
    const bool fresh = versionOf(database) == 0;
    while (versionOf(database) < SchemaVersion) {
        const int version = versionOf(database);
        if (!fresh) {
            const QString stamp
                = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmsszzz"));
            copyLedger(database,
                       database.file() + QStringLiteral(".before-v%1.%2").arg(version + 1).arg(stamp));
        }
        WriteTransaction transaction(database);
        // Another process may have been quicker while this one waited.
        if (versionOf(database) == version) {
            database.execute(schemaSteps().at(static_cast<size_t>(version)));
            database.execute(
                QStringLiteral("PRAGMA user_version = %1").arg(version + 1).toUtf8().constData());
        }
        transaction.commit();
    }
}

void copyLedger(Database &database, const QString &file)
{
    if (QFileInfo::exists(file))
        throw StoreProblem{Error{Error::Kind::Config, Texts::tr("%1 is there already.").arg(file),
                                 Texts::tr("Choose another name; a backup never overwrites a file.")}};
    const int handle = ::open(QFile::encodeName(file).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC,
                              S_IRUSR | S_IWUSR);
    if (handle < 0)
        throw unwritable(file, errno);
    ::close(handle);
    try {
        Statement(database, "VACUUM INTO ?1").with(file).run();
    } catch (const StoreProblem &) {
        QFile::remove(file);
        throw;
    }
}

} // namespace Costglass
