// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/logwatch.h"

#include <QDirIterator>
#include <QFile>
#include <QSocketNotifier>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace Costglass {

namespace {

constexpr uint32_t Events = IN_CREATE | IN_MODIFY | IN_MOVED_TO | IN_ONLYDIR;
constexpr size_t EventBuffer = 16 << 10;

} // namespace

LogWatch::LogWatch(QObject *parent) : QObject(parent), m_handle(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    if (m_handle < 0)
        return;
    m_notifier = new QSocketNotifier(m_handle, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &LogWatch::handleEvents);
}

LogWatch::~LogWatch()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

void LogWatch::watch(const QMap<qint64, QStringList> &folders)
{
    if (folders == m_folders)
        return;
    for (auto it = m_watches.cbegin(); it != m_watches.cend(); ++it)
        ::inotify_rm_watch(m_handle, it.key());
    m_watches.clear();
    m_covered.clear();
    m_folders = folders;
    for (auto it = folders.cbegin(); it != folders.cend(); ++it) {
        bool all = !it->isEmpty();
        for (const QString &folder : *it)
            all = addTree(folder, it.key()) && all;
        if (all)
            m_covered.insert(it.key());
    }
}

bool LogWatch::add(const QString &folder, qint64 account)
{
    const int watch = ::inotify_add_watch(m_handle, QFile::encodeName(folder).constData(), Events);
    if (watch < 0)
        return false;
    m_watches[watch].folder = folder;
    m_watches[watch].accounts.insert(account);
    return true;
}

bool LogWatch::addTree(const QString &folder, qint64 account)
{
    bool all = add(folder, account);
    QDirIterator each(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        all = add(each.next(), account) && all;
    return all;
}

void LogWatch::handleEvents()
{
    QSet<qint64> touched;
    alignas(inotify_event) std::array<char, EventBuffer> buffer;
    ssize_t got = 0;
    while ((got = ::read(m_handle, buffer.data(), buffer.size())) > 0) {
        for (const char *at = buffer.data(); at < buffer.data() + got;) {
            inotify_event event;
            std::memcpy(&event, at, sizeof event);
            const char *name = at + sizeof event;
            at = name + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0)
                touched.unite(m_covered); // something was missed: look at all
            const auto watch = m_watches.constFind(event.wd);
            if (watch == m_watches.cend())
                continue;
            const Watch where = *watch;
            touched.unite(where.accounts);
            if ((event.mask & IN_ISDIR) == 0 || (event.mask & (IN_CREATE | IN_MOVED_TO)) == 0)
                continue;
            for (const qint64 account : where.accounts)
                addTree(where.folder + u'/' + QFile::decodeName(name), account);
        }
    }
    for (const qint64 account : std::as_const(touched))
        Q_EMIT changed(account);
}

} // namespace Costglass
