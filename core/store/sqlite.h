// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace Costglass {

/// Thrown inside this room only; Store turns it into the unexpected half of a Result.
struct StoreProblem
{
    Error error;
};

/// Runs \a work and hands back its value, or the Error of a StoreProblem.
template<typename Work>
auto guarded(Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const StoreProblem &problem) {
        return std::unexpected(problem.error);
    }
}

/// The value, or its error thrown as a StoreProblem.
template<typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw StoreProblem{result.error()};
    return *std::move(result);
}

/// "The ledger is in use by …"; an empty \a holder is another program.
StoreProblem inUse(const QString &holder);
/// Why \a path cannot be written, from errno: no space, or no right.
StoreProblem unwritable(const QString &path, int errorNumber);

class Database;
class LedgerLock;

/// A prepared statement. Parameters are bound in order by the call operator or one by one.
class Statement
{
public:
    Statement(Database &database, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    void bind(int index, qint64 value);
    void bind(int index, const QString &value); ///< a null QString binds NULL
    void bind(int index, const QByteArray &blob);
    void bind(int index, const std::optional<qint64> &value);

    /// Binds \a values to ?1, ?2, … and makes ready to step.
    template<typename... Values>
    Statement &with(const Values &...values)
    {
        reset();
        int index = 0;
        (bindAny(++index, values), ...);
        return *this;
    }

    bool step(); ///< true while there is a row
    void run(); ///< steps to the end and resets
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    std::optional<qint64> maybeInteger(int column) const;
    QString text(int column) const; ///< null for NULL
    QByteArray blob(int column) const;

private:
    template<typename Value>
    void bindAny(int index, const Value &value)
    {
        if constexpr (std::is_integral_v<Value>)
            bind(index, static_cast<qint64>(value));
        else
            bind(index, value);
    }

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
};

/// One connection to one SQLite file.
class Database
{
public:
    enum class Mode
    {
        Write,
        Read ///< leaves nothing beside the file, which nobody may be changing
    };
    explicit Database(const QString &file, Mode mode = Mode::Write); ///< opens an existing file
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    void execute(const char *sql);
    QString file() const { return m_file; }
    sqlite3 *handle() const { return m_handle; }
    qint64 lastId() const;
    int changes() const;

    /// Throws the StoreProblem that \a code stands for.
    [[noreturn]] void fail(int code) const;

private:
    QString m_file;
    sqlite3 *m_handle = nullptr;
};

/// One write transaction, rolled back unless committed. It waits for another writer, then throws and says who that is.
class WriteTransaction
{
public:
    explicit WriteTransaction(Database &database);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;

    void commit();

private:
    std::unique_ptr<LedgerLock> m_lock;
    Database &m_database;
    bool m_open = false;
};

} // namespace Costglass
