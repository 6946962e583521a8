// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sqlite.h"

#include "store/ledgerlock.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

bool isFull(int errorNumber)
{
    return errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
}

StoreProblem diskFull()
{
    return StoreProblem{Error{Error::Kind::Storage, Texts::tr("The disk is full."),
                              Texts::tr("Nothing was overwritten. Free some space and try again.")}};
}

} // namespace

StoreProblem inUse(const QString &holder)
{
    return StoreProblem{Error{Error::Kind::Storage,
                              holder.isEmpty() ? Texts::tr("The ledger is in use by another program.")
                                               : Texts::tr("The ledger is in use by %1.").arg(holder),
                              Texts::tr("Close it or wait, then try again.")}};
}

StoreProblem unwritable(const QString &path, int errorNumber)
{
    if (isFull(errorNumber))
        return diskFull();
    return StoreProblem{
        Error{Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(path),
              Texts::tr("Give yourself the right to write it, or choose another data folder with --data.")}};
}

Statement::Statement(Database &database, const char *sql) : m_database(database)
{
    const int code = sqlite3_prepare_v2(database.handle(), sql, -1, &m_statement, nullptr);
    if (code != SQLITE_OK)
        database.fail(code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bind(int index, const QString &value)
{
    if (value.isNull()) {
        sqlite3_bind_null(m_statement, index);
        return;
    }
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::bind(int index, const QByteArray &blob)
{
    sqlite3_bind_blob64(m_statement, index, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                        SQLITE_TRANSIENT);
}

void Statement::bind(int index, const std::optional<qint64> &value)
{
    if (value)
        sqlite3_bind_int64(m_statement, index, *value);
    else
        sqlite3_bind_null(m_statement, index);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        sqlite3_reset(m_statement);
        m_database.fail(code);
    }
    return code == SQLITE_ROW;
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<qint64> Statement::maybeInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QString Statement::text(int column) const
{
    if (isNull(column))
        return {};
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    const QString value = QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
    return value.isNull() ? QStringLiteral("") : value;
}

QByteArray Statement::blob(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

Database::Database(const QString &file, Mode mode) : m_file(file)
{
    const bool reads = mode == Mode::Read;
    // Without a log beside it, the file is all that there is, and SQLite need not make one.
    const bool alone = reads && !QFileInfo::exists(file + QStringLiteral("-wal"));
    QUrl url = QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath());
    if (alone)
        url.setQuery(QStringLiteral("immutable=1"));
    const int code
        = sqlite3_open_v2(url.toEncoded().constData(), &m_handle,
                          SQLITE_OPEN_URI | (reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE), nullptr);
    if (code != SQLITE_OK) {
        sqlite3_close(m_handle);
        m_handle = nullptr;
        fail(code);
    }
    sqlite3_extended_result_codes(m_handle, 0);
    sqlite3_busy_timeout(m_handle, LedgerPatienceMs);
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

void Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(code);
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

void Database::fail(int code) const
{
    const QString message = m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle)) : QString();
    const auto problem = [](Error::Kind kind, const QString &detail, const QString &remedy = {}) {
        return StoreProblem{Error{kind, detail, remedy}};
    };
    switch (code & 0xff) {
    case SQLITE_FULL:
        throw diskFull();
    case SQLITE_IOERR:
        if (isFull(m_handle ? sqlite3_system_errno(m_handle) : 0))
            throw diskFull();
        throw problem(
            Error::Kind::Storage, Texts::tr("The ledger %1 could not be read or written.").arg(m_file),
            Texts::tr(
                "Nothing was overwritten. Check that the disk is whole and has space, then try again."));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        if (m_handle && isFull(sqlite3_system_errno(m_handle)))
            throw diskFull();
        throw unwritable(m_file, EACCES);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw problem(Error::Kind::Storage, Texts::tr("The ledger %1 is damaged.").arg(m_file),
                      Texts::tr("It was left as it is. Move it away and put a backup in its place."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw inUse(ledgerHolder(m_file));
    default:
        break;
    }
    if (message.contains(u"integer overflow"))
        throw problem(Error::Kind::Overflow, Texts::tr("A sum is larger than Costglass can hold."));
    throw problem(Error::Kind::Storage, Texts::tr("The ledger answered: %1.").arg(message));
}

WriteTransaction::WriteTransaction(Database &database)
    : m_lock(std::make_unique<LedgerLock>(database.file())), m_database(database)
{
    m_database.execute("BEGIN IMMEDIATE");
    m_open = true;
}

WriteTransaction::~WriteTransaction()
{
    // A failed statement may have rolled back already; then this is refused, which changes nothing.
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace Costglass
