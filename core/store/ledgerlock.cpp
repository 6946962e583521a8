// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ledgerlock.h"

#include "store/sqlite.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace Costglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Ledger)
};

constexpr unsigned long BetweenTriesMs = 20;

QString programOf(qint64 process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    return name.open(QFile::ReadOnly) ? QString::fromUtf8(name.readAll().trimmed()) : QString();
}

QString described(qint64 process)
{
    return Texts::tr("%1 (process %2)", "program, its number").arg(programOf(process)).arg(process);
}

/// Who wrote its number into the lock file, if that one lives.
QString holderNamedIn(int handle)
{
    constexpr size_t Longest = 20;
    QByteArray text(Longest, '\0');
    const ssize_t size = ::pread(handle, text.data(), Longest, 0);
    const qint64 process = size > 0 ? text.left(size).trimmed().toLongLong() : 0;
    return process > 0 && !programOf(process).isEmpty() ? described(process) : QString();
}

} // namespace

LedgerLock::LedgerLock(const QString &ledgerFile)
{
    const QString folder = QFileInfo(ledgerFile).path();
    m_handle = ::open(QFile::encodeName(folder + QStringLiteral("/ledger.lock")).constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_handle < 0)
        throw unwritable(folder, errno);
    QDeadlineTimer deadline(LedgerPatienceMs);
    while (::flock(m_handle, LOCK_EX | LOCK_NB) != 0) {
        if (!deadline.hasExpired()) {
            QThread::msleep(BetweenTriesMs);
            continue;
        }
        const QString holder = holderNamedIn(m_handle);
        ::close(m_handle);
        throw inUse(holder);
    }
    // Only a help for whoever waits: a disk too full for it does not matter here.
    const QByteArray name = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(m_handle, 0) == 0)
        std::ignore = ::pwrite(m_handle, name.constData(), static_cast<size_t>(name.size()), 0);
}

LedgerLock::~LedgerLock()
{
    ::close(m_handle);
}

QString ledgerHolder(const QString &ledgerFile)
{
    QList<quint64> inodes;
    for (const QString &side : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        struct stat about
        {
        };
        if (::stat(QFile::encodeName(ledgerFile + side).constData(), &about) == 0)
            inodes.append(about.st_ino);
    }
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QFile::ReadOnly))
        return {};
    // "1: POSIX  ADVISORY  WRITE 4711 08:02:131090 120 120": process, then device and inode (proc(5)).
    static const QRegularExpression line(QStringLiteral("WRITE +(\\d+) [0-9a-f]+:[0-9a-f]+:(\\d+) "));
    auto match = line.globalMatch(QString::fromLatin1(locks.readAll()));
    while (match.hasNext()) {
        const auto lock = match.next();
        const qint64 process = lock.captured(1).toLongLong();
        if (process != ::getpid() && inodes.contains(lock.captured(2).toULongLong()))
            return described(process);
    }
    return {};
}

} // namespace Costglass
