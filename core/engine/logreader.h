// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/logcollector.h"

#include <atomic>

namespace Costglass {

/// Reads logs in one thread, file by file, through one buffer.
class LogReader
{
public:
    LogReader(const LocalLog &log, const QTimeZone &zone, const std::atomic_bool &stop);

    /// Reads \a file on from where it ended, or from its beginning when it is another file by now, and notes how far it
    /// came: a line that is still being written is left for the next time. It ends early when the collector holds
    /// \a most entries or is told to stop.
    enum class Outcome
    {
        Gone, ///< cannot be opened any more
        Part,
        Whole
    };
    Outcome read(LogFile &file, size_t most);

    LogCollector &collector() { return m_collector; }
    /// Lines that should have told of a request and cannot be read.
    qint64 refused() const { return m_refused; }
    qint64 lines() const { return m_lines; } ///< those that were parsed

private:
    Outcome readLines(int handle, LogFile &file, size_t most);
    void readDocument(int handle, LogFile &file);
    void readRows(const LogFile &file, const char *query);
    void parseLines(std::string_view lines, qint64 place);
    bool parse(std::string_view line, qint64 place);
    LogParser::Take taking(std::string_view line, qint64 place);

    const LocalLog &m_log;
    const std::atomic_bool &m_stop;
    LogCollector m_collector;
    std::unique_ptr<LogParser> m_parser;
    QByteArray m_buffer;
    quint64 m_fileHash = 0;
    qint64 m_refused = 0;
    qint64 m_lines = 0;
};

} // namespace Costglass
