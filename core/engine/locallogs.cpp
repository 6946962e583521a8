// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/locallogs.h"

#include "engine/logreader.h"
#include "engine/pricestore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <sys/stat.h>

#include <mutex>
#include <thread>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::LocalLogs)
};

/// Requests that a batch holds at most, over all threads: about 16 MB.
constexpr size_t BatchSize = 1 << 18;
constexpr qint64 NanosPerSecond = 1'000'000'000;

qint64 changeOf(const struct stat &file)
{
    return file.st_mtim.tv_sec * NanosPerSecond + file.st_mtim.tv_nsec;
}

} // namespace

Result<QStringList> logFolders(const LocalLog &log, const Account &account)
{
    const LogPlaces &places = log.places();
    QStringList homes;
    const QString own = account.settings.value(QStringLiteral("root"));
    if (!own.isEmpty()) {
        if (!QFileInfo(own).isDir())
            return failure(Error::Kind::Config,
                           Texts::tr("The folder “%1” of “%2” is not there.").arg(own, account.label),
                           Texts::tr("Name the folder that %1 writes its logs to.").arg(log.info().name));
        homes.append(own);
    } else if (qEnvironmentVariableIsSet(places.variable.constData())) {
        homes = qEnvironmentVariable(places.variable.constData()).split(u',', Qt::SkipEmptyParts);
    } else {
        for (const QString &home : places.homes)
            homes.append(QDir::home().filePath(home));
    }
    QStringList folders;
    for (const QString &home : std::as_const(homes)) {
        const QFileInfo named(home.trimmed());
        const QDir dir = named.isFile() ? named.dir() : QDir(named.filePath());
        QStringList parts;
        for (const QString &part : places.parts) {
            if (dir.exists(part))
                parts.append(QFileInfo(dir.filePath(part)).canonicalFilePath());
        }
        if (parts.isEmpty() && dir.exists())
            parts.append(dir.canonicalPath());
        folders += parts;
    }
    folders.removeDuplicates();
    return folders;
}

QStringList findLogs(const LocalLog &log, const QStringList &folders)
{
    QStringList files;
    QSet<QString> seen; // by the path within its folder: an archived copy gives way to the active one
    for (const QString &folder : folders) {
        QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            const bool archived = folder.endsWith(u"/archived_sessions");
            if (!log.places().file.match(path).hasMatch()
                || (archived && seen.contains(path.mid(folder.size()))))
                continue;
            seen.insert(path.mid(folder.size()));
            files.append(path);
        }
    }
    return files;
}

Result<KeyCheck> checkLogs(const LocalLog &log, const Account &account)
{
    const auto folders = logFolders(log, account);
    if (!folders)
        return std::unexpected(folders.error());
    const qsizetype count = findLogs(log, *folders).size();
    if (count == 0)
        return failure(Error::Kind::Config, Texts::tr("No log of %1 was found.").arg(log.info().name),
                       Texts::tr("Use the tool once, or name the folder that it writes its logs to."));
    KeyCheck check;
    check.summary
        = Texts::tr("%n log(s) of %1 found.", nullptr, static_cast<int>(count)).arg(log.info().name);
    return check;
}

LocalLogs::LocalLogs(const LocalLog &log, const QString &dataFolder, const QList<LogFile> &known, bool again)
    : m_log(log), m_dataFolder(dataFolder), m_again(again)
{
    m_known.reserve(known.size());
    for (const LogFile &file : known)
        m_known.insert(file.path, file);
}

void LocalLogs::look(const QStringList &files)
{
    for (const QString &path : files) {
        struct stat now = {};
        if (::stat(QFile::encodeName(path).constData(), &now) != 0)
            continue;
        LogFile file = m_known.value(path);
        qint64 changedAt = changeOf(now);
        struct stat journal = {}; // where a database that is in use has what is new
        if (m_log.rowsOf(path)
            && ::stat(QFile::encodeName(path + QStringLiteral("-wal")).constData(), &journal) == 0)
            changedAt = qMax(changedAt, changeOf(journal));
        const bool same = file.inode == static_cast<qint64>(now.st_ino) && file.size == now.st_size
            && file.changedAt == changedAt;
        if (same && !m_again)
            continue;
        if (m_again)
            file = {};
        file.path = path;
        file.changedAt = changedAt;
        m_open.append(file);
    }
}

Result<std::optional<LogBatch>> LocalLogs::next()
{
    if (m_open.isEmpty() || m_stop)
        return std::nullopt;
    if (!m_prices) {
        auto book = openPriceBook(m_dataFolder);
        if (!book)
            return std::unexpected(book.error());
        m_prices.emplace(*std::move(book));
    }
    const qsizetype threads = qBound<qsizetype>(1, std::thread::hardware_concurrency(), m_open.size());
    const size_t most = BatchSize / static_cast<size_t>(threads);
    LogBatch batch;
    batch.zone = zoneById(m_log.info().billingZone).value_or(QTimeZone::utc());
    std::atomic<qsizetype> taken = 0;
    std::atomic_bool full = false;
    std::mutex lock; // of batch and left
    QList<LogFile> left; // to be read on
    const auto work = [&] {
        LogReader reader(m_log, batch.zone, m_stop);
        QList<LogFile> read;
        QList<LogFile> cut;
        while (!full && !m_stop) {
            const qsizetype index = taken++;
            if (index >= m_open.size())
                break;
            LogFile file = std::as_const(m_open).at(index);
            const auto outcome = reader.read(file, most);
            if (outcome != LogReader::Outcome::Gone)
                read.append(file);
            if (outcome == LogReader::Outcome::Part)
                cut.append(file);
            full = full || reader.collector().size() >= most;
        }
        reader.collector().price(*m_prices);
        m_lines += reader.lines();
        m_refused += reader.refused();
        const std::lock_guard guard(lock);
        reader.collector().moveTo(batch);
        batch.files += read;
        left += cut;
    };
    {
        std::vector<std::jthread> helpers;
        for (qsizetype i = 1; i < threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    m_open = left + m_open.mid(qMin(taken.load(), m_open.size()));
    return m_stop ? std::nullopt : std::optional(batch);
}

} // namespace Costglass
