// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/logreader.h"

#include "store/foreignrows.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

namespace Costglass {

namespace {

constexpr qsizetype BufferSize = 1 << 20;
/// A line or document beyond that tells of no request that anybody could use; it is left out.
constexpr qsizetype LongestLine = 32 << 20;
constexpr qint64 TailSize = 512;

qint64 readAt(int handle, char *to, qint64 count, qint64 from)
{
    qint64 got = 0;
    while (got < count) {
        const ssize_t now = ::pread(handle, to + got, static_cast<size_t>(count - got), from + got);
        if (now <= 0)
            break;
        got += now;
    }
    return got;
}

/// What stands just before \a offset, hashed: files are appended to, so it does not change.
qint64 tailHash(int handle, qint64 offset)
{
    std::array<char, TailSize> tail{};
    const qint64 count = qMin(offset, TailSize);
    const qint64 got = readAt(handle, tail.data(), count, offset - count);
    return static_cast<qint64>(logHash({tail.data(), static_cast<size_t>(got)}));
}

/// The last line end of \a text, or null.
const char *lastLineEnd(std::string_view text)
{
    return static_cast<const char *>(::memrchr(text.data(), '\n', text.size()));
}

} // namespace

LogReader::LogReader(const LocalLog &log, const QTimeZone &zone, const std::atomic_bool &stop)
    : m_log(log), m_stop(stop), m_collector(log, zone), m_buffer(BufferSize, Qt::Uninitialized)
{
}

LogReader::Outcome LogReader::read(LogFile &file, size_t most)
{
    const int handle = ::open(QFile::encodeName(file.path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return Outcome::Gone;
    struct stat now = {};
    ::fstat(handle, &now);
    const auto inode = static_cast<qint64>(now.st_ino);
    if (inode != file.inode || now.st_size < file.offset || tailHash(handle, file.offset) != file.tailHash) {
        file.offset = 0;
        file.state.clear();
    }
    file.inode = inode;
    file.size = now.st_size;
    const QByteArray name = file.path.toUtf8();
    m_fileHash = logHash({name.constData(), static_cast<size_t>(name.size())});
    m_parser = m_log.parser(file.path, file.state);
    Outcome outcome = Outcome::Whole;
    if (const char *rows = m_log.rowsOf(file.path))
        readRows(file, rows);
    else if (m_log.isDocument(file.path))
        readDocument(handle, file);
    else
        outcome = readLines(handle, file, most);
    if (outcome == Outcome::Whole)
        m_parser->finish(taking({}, file.offset));
    file.state = m_parser->state();
    file.tailHash = tailHash(handle, file.offset);
    ::close(handle);
    return outcome;
}

/// Of a file that cannot be read just now, what was read before stands.
void LogReader::readRows(const LogFile &file, const char *query)
{
    const auto read = eachForeignRow(file.path, query, [this](const QByteArray &row) {
        if (!parse({row.constData(), static_cast<size_t>(row.size())}, 0))
            ++m_refused;
    });
    if (!read)
        ++m_refused;
}

void LogReader::readDocument(int handle, LogFile &file)
{
    if (file.size > LongestLine)
        return;
    QByteArray text(file.size, Qt::Uninitialized);
    text.resize(readAt(handle, text.data(), text.size(), 0));
    parse({text.constData(), static_cast<size_t>(text.size())}, 0);
}

LogReader::Outcome LogReader::readLines(int handle, LogFile &file, size_t most)
{
    qint64 held = 0; // bytes of a line whose end is not read yet
    bool tooLong = false;
    while (!m_stop) {
        const qint64 room = m_buffer.size() - held;
        const qint64 got = readAt(handle, m_buffer.data() + held, room, file.offset + held);
        const std::string_view text(m_buffer.constData(), static_cast<size_t>(held + got));
        const char *end = lastLineEnd(text);
        if (end) {
            std::string_view lines(text.data(), static_cast<size_t>(end - text.data()) + 1);
            const qint64 read = static_cast<qint64>(lines.size());
            if (tooLong)
                lines.remove_prefix(lines.find('\n') + 1);
            tooLong = false;
            parseLines(lines, file.offset + read - static_cast<qint64>(lines.size()));
            file.offset += read;
            held = static_cast<qint64>(text.size()) - read;
            std::memmove(m_buffer.data(), end + 1, static_cast<size_t>(held));
        } else {
            held = static_cast<qint64>(text.size());
        }
        if (got < room) {
            // A last line without an end is either being written or as long as it will ever be.
            const std::string_view rest(m_buffer.constData(), static_cast<size_t>(held));
            if (held > 0 && !tooLong && rest.back() == '}' && parse(rest, file.offset))
                file.offset += held;
            return Outcome::Whole;
        }
        if (m_collector.size() >= most)
            break;
        if (held == m_buffer.size() && held < LongestLine) {
            m_buffer.resize(2 * held);
        } else if (held == m_buffer.size()) {
            tooLong = true;
            file.offset += held;
            held = 0;
        }
    }
    file.size = file.offset; // there is more: the next look goes on
    return Outcome::Part;
}

void LogReader::parseLines(std::string_view lines, qint64 place)
{
    const QByteArray &marker = m_log.marker();
    const char *at = lines.data();
    const char *const end = at + lines.size();
    while (at < end) {
        const char *start = at;
        if (!marker.isEmpty()) {
            const auto *hit = static_cast<const char *>(::memmem(
                at, static_cast<size_t>(end - at), marker.constData(), static_cast<size_t>(marker.size())));
            if (!hit)
                return;
            const char *before = lastLineEnd({at, static_cast<size_t>(hit - at)});
            start = before ? before + 1 : at;
            at = hit;
        }
        const auto *stop = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
        const std::string_view line(start, static_cast<size_t>(stop - start));
        if (!line.empty() && !parse(line, place + (start - lines.data())))
            ++m_refused;
        at = stop + 1;
    }
}

bool LogReader::parse(std::string_view line, qint64 place)
{
    ++m_lines;
    return m_parser->read(line, taking(line, place));
}

LogParser::Take LogReader::taking(std::string_view line, qint64 place)
{
    return [this, line, place](const LoggedRequest &request) {
        m_collector.add(request, line, m_fileHash + static_cast<quint64>(place));
    };
}

} // namespace Costglass
